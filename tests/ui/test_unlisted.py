"""Names that no list has: counted by their folded spelling, each with its sentence; furniture is not read."""

from __future__ import annotations

from gazetteer.index import default_gazetteer
from geo.model import LONGEST_PASSAGE, Article, Span
from geo.ui.unlisted import unlisted

TEXT = "وصلوا إلى بلدة خربوشة أمس. ثم غادروا بلدة خربوشه.\nقصفوا معسكر النعامة بنسبة 3.5 مرات."


def test_spellings_are_counted_together_with_their_sentences() -> None:
    first, second = unlisted([Article("a", TEXT)], default_gazetteer())
    assert (first.spelling, first.kind, len(first.sightings)) == ("خربوشة", "town", 2)
    assert (second.spelling, second.kind) == ("النعامة", "camp")
    sentences = [TEXT[seen.sentence.start : seen.sentence.end].strip() for seen in (*first.sightings, *second.sightings)]
    assert sentences == ["وصلوا إلى بلدة خربوشة أمس.", "ثم غادروا بلدة خربوشه.", "قصفوا معسكر النعامة بنسبة 3.5 مرات."]
    for seen in first.sightings:
        assert seen.sentence.start <= seen.name.start < seen.name.end <= seen.sentence.end


def test_furniture_is_not_read() -> None:
    assert unlisted([Article("a", TEXT, masked=(Span(0, len(TEXT)),))], default_gazetteer()) == ()


def test_a_long_sentence_is_cut_round_its_name() -> None:
    text = "كلمة " * 200 + "في بلدة خربوشة " + "كلمة " * 200
    (name,) = unlisted([Article("a", text)], default_gazetteer())
    (seen,) = name.sightings
    assert seen.sentence.end - seen.sentence.start == LONGEST_PASSAGE
    assert seen.sentence.start < seen.name.start < seen.name.end < seen.sentence.end


def test_nothing_to_list() -> None:
    assert unlisted([Article("a", ""), Article("b", "في مدينة سرت أمس.")], default_gazetteer()) == ()
