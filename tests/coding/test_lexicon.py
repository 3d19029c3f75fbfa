"""A faulty lexicon is named with its file, line, field and reason, before anything is coded."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geo.coding import confidence, deeds, lexicon, syntax, tokens, vocabulary, words
from geo.coding.lexicon import FOLDER, read
from geo.errors import DataError

CACHED = (
    lexicon.shipped, confidence.weights, deeds.rules, deeds.told_nouns, syntax.function_words, words.default_words,
    vocabulary.event_groups, vocabulary.event_types, vocabulary.statuses, vocabulary.disputed, vocabulary.role_labels,
)  # fmt: skip
LOADERS: dict[str, Callable[[], object]] = {
    "deeds.yaml": deeds.rules,
    "verbs.yaml": words.default_words,
    "nouns.yaml": words.default_words,
    "clauses.yaml": tokens.clause_words,
    "syntax.yaml": lambda: syntax.function_words("that"),
    "event_types.yaml": vocabulary.event_types,
    "confidence.yaml": confidence.weights,
}


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, str], str]]:
    """Replaces a piece of a copied lexicon once and gives the fault that loading then reports."""
    for source in FOLDER.glob("*.yaml"):
        shutil.copy(source, tmp_path)
    monkeypatch.setattr(lexicon.read, "__defaults__", (tmp_path,))

    def replace(file: str, old: str, new: str) -> str:
        path = tmp_path / file
        text = path.read_text(encoding="utf8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf8")
        _forget()
        with pytest.raises(DataError) as caught:
            LOADERS[file]()
        line = text[: text.index(old)].count("\n") + 1
        return str(caught.value).replace(f"line {line},", "LINE,")

    yield replace
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for cached in CACHED:
        cached.cache_clear()


CRASH = "{id: crash, type: weapons_disrupted, head: [crash_n], then: [[plane]], near: 4}"


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("deeds.yaml", "id: crash, type: weapons_disrupted", "id: crash, type: rain", "type: 'rain' is not one of agreement, "),
        ("deeds.yaml", CRASH, CRASH.replace("plane", "plain"), "then: 'plain' is a class that neither verbs.yaml nor nouns.yaml"),
        ("deeds.yaml", CRASH, CRASH.replace("[crash_n]", "[crashes]"), "head: 'crashes' is a class that neither "),
        ("deeds.yaml", CRASH, CRASH.replace("[[plane]]", "[plane]"), "then: needs a group of classes in brackets, found 'plane'"),
        ("deeds.yaml", CRASH, CRASH.replace("[[plane]]", "plane"), "then: needs a list of groups of classes"),
        ("deeds.yaml", CRASH, CRASH.replace("[crash_n]", "crash_n"), "head: needs list, found 'crash_n'"),
        ("deeds.yaml", CRASH, CRASH.replace("near: 4", "near: four"), "near: needs int, found 'four'"),
        ("deeds.yaml", CRASH, CRASH.replace("near: 4", "needs: luck"), "needs: 'luck' is not one of "),
        ("deeds.yaml", CRASH, CRASH.replace("near: 4", "place: here"), "place: 'here' is not one of at, left, none, reached"),
        ("deeds.yaml", CRASH, CRASH.replace("near: 4", "status: true"), "status: True is not one of "),
        ("deeds.yaml", CRASH, CRASH.replace("near: 4", "nearby: 4"), "nearby: is not a field of a rule"),
        ("deeds.yaml", CRASH, CRASH.replace("id: crash, ", ""), "id: is missing"),
        ("deeds.yaml", CRASH, CRASH.replace("id: crash,", "id: demining,"), "id: 'demining' is used twice"),
        ("deeds.yaml", CRASH, CRASH[:-1], "YAML: "),
        ("verbs.yaml", "أغار/يغير", "أغار", "raid_v: 'أغار' is not a past and a present with ي"),
        ("verbs.yaml", "أغار/يغير", "أغار/غارة", "raid_v: 'أغار/غارة' is not a past and a present with ي"),
        ("verbs.yaml", "raid_v: [أغار/يغير]", "raid_v: أغار/يغير", "raid_v: needs list, found 'أغار/يغير'"),
        ("verbs.yaml", "raid_v: [أغار/يغير]", "raid_v: [7]", "raid_v: needs words, found 7"),
        ("nouns.yaml", "repel_n: [", 'repel_n: ["", ', "repel_n: needs words, found ''"),
        ("clauses.yaml", "cut: [", "cut: [من دون أن, ", "cut: 'من دون ان' has more than two words"),
        ("clauses.yaml", "span_end:", "spanend:", "span_end: is missing"),
        ("syntax.yaml", "that: [", "that: [12, ", "that: needs words, found 12"),
        (
            "event_types.yaml",
            "types:\n  - {id: battle, group: violence",
            "types:\n  - {id: battle, group: war",
            "group: 'war' is not",
        ),
        ("event_types.yaml", '"#D55E00"', "red", "colour: 'red' is not #RRGGBB"),
        ("event_types.yaml", "shown: true", "shown: often", "shown: needs bool, found 'often'"),
        ("event_types.yaml", "id: shelling", "id: battle", "id: 'battle' is used twice"),
        ("event_types.yaml", "acled: Battles", "acled: 5", "acled: needs str, found 5"),
        ("event_types.yaml", "plover: CONSULT", "note: CONSULT", "plover: is missing"),
        ("confidence.yaml", "verb:", "verbs:", "verbs: is not a sign"),
        ("confidence.yaml", "base: ", "base: high # ", "base: needs float, found 'high'"),
    ],
)
def test_faults(spoil: Callable[[str, str, str], str], file: str, old: str, new: str, fault: str) -> None:
    told = spoil(file, old, new)
    assert fault in told
    assert told.startswith(f"{file}, LINE, ") or "YAML" in told or "\n" in old or "is missing" in told


def test_a_key_written_twice(spoil: Callable[[str, str, str], str]) -> None:
    assert "'raid_v' is written twice" in spoil("verbs.yaml", "raid_v:", "raid_v: [أغار/يغير]\nraid_v:")


def test_what_is_missing_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none.yaml, file: can't be read: No such file"):
        read("none.yaml", tmp_path)
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match=r"bytes.yaml, file: is not UTF-8"):
        read("bytes.yaml", tmp_path)


def test_an_unknown_use_of_function_words_is_named() -> None:
    with pytest.raises(DataError, match=r"syntax.yaml, line \d+, nonsense: is missing"):
        syntax.function_words("nonsense")
