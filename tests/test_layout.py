"""The house's rules (DESIGN 2, 3): who imports whom, who opens files, how large things are, where words live."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path.relative_to(ROOT) for folder in ("geo", "gazetteer") for path in (ROOT / folder).rglob("*.py"))
MODULES += [path.relative_to(ROOT) for path in [ROOT / "app.py"] if path.exists()]

# Data moves one way; a part imports only what stands before it, and maps and export do not know each other.
ORDER = {"articles": 0, "coding": 1, "store": 2, "query": 3, "maps": 4, "export": 4, "ui": 5, "app": 6}
BASE = {"model", "errors"}
COMMAND_LINES = re.compile(r"geo/(__main__|cli_\w+)\.py|gazetteer/__main__\.py")

# Who may import what, as the beginning of a path.
OWNERS = {
    "streamlit": ("app.py", "geo/ui/"),
    "sqlite3": ("geo/store/",),
    "altair": ("geo/ui/",),
    "folium": ("geo/maps/",),
    "branca": ("geo/maps/", "geo/ui/"),
    "streamlit_folium": ("geo/maps/", "geo/ui/"),
    **dict.fromkeys(
        ("geopandas", "shapely", "pandas"), ("app.py", *(f"geo/{at}/" for at in ("store", "query", "maps", "export", "ui")))
    ),
}
# Who may open files; a build script makes data that is committed, and never runs with the rest.
BUILD_SCRIPT = re.compile(r"(gazetteer|geo/maps)/build(_\w+\.py|/.+)")
OPENERS = re.compile(rf"geo/(articles|store|export)/.+|geo/coding/lexicon\.py|gazetteer/(load|own)\.py|{BUILD_SCRIPT.pattern}")
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
# Arabic in Python is the letters of an affix alone: the ten of increase and the proclitics. A word is data,
# but in the modules below, where it is the rule itself.
ARABIC = re.compile("[ء-يٱ-ە]+")
RANGE = re.compile("[ء-ي]-[ء-ي]")  # in a regular expression
AFFIX = re.compile("[سألتمونيهاءؤئىةفبك]{1,4}")
ARABIC_RULES = {
    "gazetteer/arabic.py": "the folding of letters",
    "geo/coding/actor_spelling.py": "servant of …, father of …: names of two words that are also written as one",
    "geo/coding/modality.py": "the particles of about to, before, after and since, which turn a plan and a fact",
    "geo/coding/number_words.py": "the numbers that with the article are days of the week",
    "geo/coding/speech.py": "the particles between a verb of saying and its clause",
}

LONGEST_MODULE = 250
LONGEST_FUNCTION = 40


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf8"), filename=str(module))


def imports(module: Path) -> Iterator[str]:
    """Full names of what `module` imports, relative ones resolved."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(module.parent.parts)[: len(module.parent.parts) - node.level + 1] if node.level else []
            origin = ".".join([*base, node.module] if node.module else base)
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def part(name: str) -> str:
    """The part of the house of a dotted name: "coding" of "geo.coding.lexicon.read"."""
    parts = name.split(".")
    return parts[1] if parts[0] == "geo" and len(parts) > 1 else parts[0]


def own_part(module: Path) -> str:
    return "app" if module.name == "app.py" else "" if module.parts[1].endswith(".py") else module.parts[1]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_data_moves_one_way(module: Path) -> None:
    names = [name for name in imports(module) if name.split(".")[0] in ("geo", "gazetteer", "app", "tests", "seeds")]
    assert not [name for name in names if part(name) in ("app", "tests")], "nothing imports the page or the tests"
    if module.parts[0] == "gazetteer":
        assert not [name for name in names if name.startswith("geo")], "the gazetteer is a leaf"
    elif module.stem in BASE and len(module.parts) == 2:
        assert not [name for name in names if part(name) not in BASE], "the records import nothing"
    elif COMMAND_LINES.fullmatch(module.as_posix()):
        assert "ui" not in {part(name) for name in names}, "the command line has no page"
    elif own := own_part(module):
        wrong = [name for name in names if (at := part(name)) in ORDER and at != own and ORDER[at] >= ORDER[own]]
        assert not wrong, f"{own} imports from its right"
        assert not [name for name in names if part(name).startswith(("cli_", "__main__"))], "nothing imports the command line"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_each_library_has_its_place(module: Path) -> None:
    path = module.as_posix()
    strangers = [name for name in imports(module) if not path.startswith(OWNERS.get(name.split(".")[0], ("",)))]
    assert not strangers


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_only_the_doors_open_files(module: Path) -> None:
    if OPENERS.fullmatch(module.as_posix()) or COMMAND_LINES.fullmatch(module.as_posix()):
        return
    calls = [node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    names = [ast.unparse(func) for func in calls]
    assert not [name for name in names if name.split(".")[-1] in OPENING and name != "CaseFile.open"]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_modules_and_functions_stay_small(module: Path) -> None:
    assert module.stem not in ("utils", "helpers", "common")
    assert len((ROOT / module).read_text(encoding="utf8").splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: length for f in functions if (length := (f.end_lineno or 0) - f.lineno + 1) > LONGEST_FUNCTION}
    assert not long


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_error_is_swallowed(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = [item.id if isinstance(item, ast.Name) else "" for item in caught if item is not None]
            assert node.type is not None, f"line {node.lineno}: a bare except"
            assert not {"Exception", "BaseException"} & set(names), f"line {node.lineno}: except Exception"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_words_are_data(module: Path) -> None:
    if module.as_posix() in ARABIC_RULES:
        return
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = [node for node in ast.walk(tree(module)) if isinstance(node, documented) and ast.get_docstring(node)]
    docstrings = {id(node.body[0].value) for node in nodes if isinstance(node.body[0], ast.Expr)}
    arabic = {
        node.lineno: node.value
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if not all(AFFIX.fullmatch(letters) for letters in ARABIC.findall(RANGE.sub("", node.value)))
    }
    assert not arabic, "put the words into a lexicon, or the rule into ARABIC_RULES with its reason"


def required(file: str) -> set[str]:
    lines = [line.split("#")[0].strip() for line in (ROOT / file).read_text(encoding="utf8").splitlines()]
    for line in filter(None, lines):
        assert re.fullmatch(r"[\w-]+>=[\w.]+,<[\w.]+", line), f"{file}: {line!r} needs a lower and an upper bound"
    return {normal(re.split(r"[>=<]", line)[0]) for line in lines if line}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def third_party(modules: list[Path]) -> set[str]:
    """The top-level names of other people's packages that `modules` import."""
    tops = {name.split(".")[0] for module in modules for name in imports(module)}
    return tops - sys.stdlib_module_names - {"geo", "gazetteer", "app", "tests", "conftest", ""}


def test_requirements_are_what_is_imported() -> None:
    known = packages_distributions()
    running = [module for module in MODULES if not BUILD_SCRIPT.fullmatch(module.as_posix())]
    used = {normal(distribution) for name in third_party(running) for distribution in known[name]}
    assert required("requirements.txt") - used == {"lxml-html-clean"}, "required and not imported, but by trafilatura"
    shared = {normal(distribution) for distribution in known.get("xstatic", [])}  # one namespace of several packages
    assert used - required("requirements.txt") - shared == set(), "imported and not required"


def test_tests_require_what_they_import() -> None:
    tests = sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))
    known = packages_distributions()
    used = {normal(distribution) for name in third_party(tests) for distribution in known.get(name, [])}
    assert used <= required("requirements.txt") | required("tests/requirements.txt")
