"""The actor lexicons: their faults are named with file, line, field and reason; what they must hold is there."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.coding.actor_lexicon import ENTRY_FILES, load
from geo.coding.actor_records import KINDS
from geo.coding.lexicon import FOLDER
from geo.coding.vocabulary import factions
from geo.errors import DataError

LEXICON = load()


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, str], str]:
    """Adds a line at the end of a copied lexicon and gives the fault that loading then reports."""

    def add(file: str, line: str) -> str:
        for source in FOLDER.glob("*.yaml"):
            shutil.copy(source, tmp_path)
        with (tmp_path / file).open("a", encoding="utf8") as target:
            target.write(line + "\n")
        with pytest.raises(DataError) as caught:
            load(tmp_path)
        assert caught.value.line == len((FOLDER / file).read_text(encoding="utf8").splitlines()) + 1
        return str(caught.value).replace(f", line {caught.value.line}", "")

    return add


ROW = "- {id: x, en: X, ar: س, kind: person"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{ROW}, faction: XX}}", "faction: 'XX' is neither a faction code nor a timeline"),
        (f"{ROW}, faction: [{{code: XX}}]}}", "code: 'XX' is not a faction code"),
        (f"{ROW}, faction: [{{code: GNA, from: 2019}}, {{code: GNC, from: 2014}}]}}", "from: periods must be in order"),
        (
            f"{ROW}, faction: [{{code: GNA, from: 2014, to: 2019}}, {{code: GNU, from: 2016}}]}}",
            "from: lies inside the period before",
        ),
        (f"{ROW}, faction: [{{code: GNA, from: 2019, to: 2016}}]}}", "to: lies before 'from'"),
        (f"{ROW}, faction: [{{code: GNA, from: spring}}]}}", "from: 'spring' is not a year, month or day"),
        ("- {id: haftar, en: X, ar: س, kind: person}", "id: 'haftar' is used twice"),
        (f"{ROW}, aliases: [حفتر]}}", "aliases: 'حفتر' already names 'haftar'"),
        (f"{ROW}, aliases: حفتر}}", "aliases: needs a list of words"),
        (f"{ROW}, colour: red}}", "colour: is not a field of an actor"),
        (f"{ROW}, offices: [{{post: president, of: nobody}}]}}", "offices: 'nobody' is not the id of an actor"),
        (f"{ROW}, offices: [{{post: juggler, of: gna}}]}}", "offices: 'juggler' is not a post that a noun or a portfolio names"),
        ("- {id: x, en: X, ar: س, kind: robot}", f"kind: 'robot' is not one of {', '.join(sorted(KINDS))}"),
        ("- {id: x, en: X, kind: person}", "ar: is missing"),
    ],
)
def test_faults_are_named(spoil: Callable[[str, str], str], line: str, expected: str) -> None:
    assert spoil("actor_people.yaml", line) == f"actor_people.yaml, {expected}"


def test_faulty_nouns_and_states_are_named(spoil: Callable[[str, str], str]) -> None:
    fault = spoil("actor_heads.yaml", "- {id: x, en: X, ar: س, kind: force, shape: round}")
    assert fault.startswith("actor_heads.yaml, shape: 'round' is not one of ")


def test_the_registry_holds_what_the_reporting_needs() -> None:
    assert sum(not identifier.startswith("state-") for identifier in LEXICON.entries) >= 500
    assert sum(identifier.startswith("state-") for identifier in LEXICON.entries) >= 190


def test_every_faction_of_the_codebook_has_an_actor() -> None:
    used = {period.code for entry in LEXICON.entries.values() for period in entry.periods}
    assert set(factions()) <= used


@pytest.mark.parametrize("file", ENTRY_FILES)
def test_entry_files_are_there(file: str) -> None:
    assert (FOLDER / file).is_file()
