"""The command line: `python -m geo extract | export | check`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from geo import cli_export
from geo.errors import DalilError

EXIT_STATUS = "exit status: 0 all read; 1 something could not be read, the rest is written; 2 nothing could be done"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def _count(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    root = _Parser(prog="python -m geo", description="Codes events from Arabic news, each with the sentence that says so.")
    commands = root.add_subparsers(dest="command", required=True, metavar="extract | export | check")
    _add_extract(commands)
    cli_export.add_parser(commands)
    commands.add_parser(
        "check", help="check the data files", description="Checks the lexicons and the gazetteer, and names each fault."
    )
    return root


def _add_extract(commands: Any) -> None:
    extract = commands.add_parser(
        "extract", help="articles in, events out", description="Articles in, events out.", epilog=EXIT_STATUS
    )
    extract.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help=".txt, .html, .pdf, .docx, .csv, .jsonl, a feed, a .zip of them, or a folder with its articles.csv",
    )
    extract.add_argument(
        "--out", type=Path, metavar="FILE", help=".geojson, .json or .csv; without it GeoJSON goes to standard output"
    )
    extract.add_argument(
        "--published", metavar="EDTF", help="publication date of the articles that have none, such as 2016-06-29 or 2016-06-29~"
    )
    extract.add_argument(
        "--case",
        type=Path,
        metavar="FILE.gpkg",
        help="takes the articles into this case, made when there is none",
    )
    extract.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes that code at the same time (1)")
    extract.add_argument("--places", type=Path, metavar="FILE.csv", help="your own places, added to the shipped ones")
    extract.add_argument(
        "--explain", action="store_true", help="print how each event came about (with --out also; else in place of GeoJSON)"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status. One line on standard error for each thing that went wrong."""
    options = parser().parse_args(arguments)
    try:
        if options.command == "extract":
            from geo.cli_extract import Extraction, extract

            return extract(
                Extraction(
                    options.paths, options.out, options.case, options.published, options.places, options.explain, options.jobs
                )
            )
        if options.command == "export":
            return cli_export.export(options)
        from geo.cli_check import check

        return check()
    except DalilError as error:
        print(f"python -m geo: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # standard output's disk is full, say; files have their own errors
        print(f"python -m geo: {error.strerror}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("python -m geo: stopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
