"""How a text falls into words, sentences and clauses."""

from __future__ import annotations

import pytest

from gazetteer.arabic import fold
from geo.coding.tokens import Sentence, Token, clause_words, cut_clauses, sentences, tokenize
from geo.coding.words import default_words


def read(text: str) -> tuple[str, list[Token], list[Sentence]]:
    folded = fold(text).text
    tokens = tokenize(folded, default_words())
    found = sentences(tokens)
    for sentence in found:
        cut_clauses(tokens, sentence, clause_words())
    return folded, tokens, found


def told(text: str) -> list[str]:
    """The sentences of `text`, folded."""
    folded, tokens, found = read(text)
    return [folded[tokens[s.first].start : tokens[s.last - 1].end] for s in found]


def clauses(text: str) -> list[tuple[str, str]]:
    """(link, text) of each clause of the one sentence of `text`."""
    folded, tokens, (sentence,) = read(text)
    return [(c.link, folded[tokens[c.first].start : tokens[c.last - 1].end]) for c in sentence.clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("وصل الوفد. غادر الوفد.", ["وصل الوفد", "غادر الوفد"]),
        ("وصل الوفد\nغادر الوفد", ["وصل الوفد", "غادر الوفد"]),  # a line break ends one without a mark
        ("من فعلها؟ لا أحد يعلم!", ["من فعلها", "لا احد يعلم"]),
        ("وصل الوفد… ثم غادر", ["وصل الوفد", "ثم غادر"]),
        ("وصل الوفد.. ثم غادر", ["وصل الوفد", "ثم غادر"]),
        ("بلغ السعر 3.5 دنانير أمس.", ["بلغ السعر 3.5 دنانير امس"]),  # a decimal point is inside its number
        ("بلغ السعر ٣.٥ دنانير.", ["بلغ السعر 3.5 دنانير"]),
        ("نشر موقع example.com الخبر.", ["نشر موقع example.com الخبر"]),  # nor does an address end
        ("نقلت أ.ف.ب الخبر.", ["نقلت ا.ف.ب الخبر"]),  # nor an agency's letters
        ("قتل 12. وجرح 3.", ["قتل 12", "وجرح 3"]),
        ("• سقط قتيل • جرح اثنان", ["سقط قتيل", "جرح اثنان"]),  # bullets
        ("قصفت المدينة؛ فر السكان", ["قصفت المدينه", "فر السكان"]),
        ('قال "لن ننسحب. سنبقى هنا', ['قال "لن ننسحب', "سنبقي هنا"]),  # a quotation that is never closed
        ("دخل «الجيش. المدينة»", ["دخل «الجيش", "المدينه»"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_question_is_known_by_its_mark() -> None:
    assert [s.question for s in read("هل سقطت المدينة؟ سقطت.")[2]] == [True, False]


def test_paragraphs_count_lines_that_are_not_blank() -> None:
    assert [s.paragraph for s in read("أول. ثان\nثالث\n\nرابع")[2]] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("قصف الجيش المدينة أمس", [""]),
        ("قصف الجيش المدينة، فيما انسحب المسلحون", ["", "فيما"]),
        ("تقدمت القوات بينما فر السكان حيث قتل اثنان", ["", "بينما", "حيث"]),
        ("أعلن الناطق السيطرة على المعسكر، مؤكدا أن القتال مستمر", ["", "مؤكدا"]),
        ("وصل الوفد في حين غادر السفير", ["", "في حين"]),
        ("انسحبوا بعد أن قصفت الطائرات المعسكر", ["", "بعد ان"]),
        ("هدأت المدينة، وسقطت قذيفة على الميناء", ["", "و"]),  # a joined verb behind a comma
        ("هدأت المدينة، والميناء مغلق", [""]),  # no verb
        ("غادروا بعد يومين من اقتحام المقر", ["", "بعد"]),
        ("غادروا بعد يومين", [""]),  # nothing follows that the two days could be counted from
    ],
)
def test_clauses_begin_at_links(text: str, links: list[str]) -> None:
    assert [link for link, _ in clauses(text)] == [fold(link).text for link in links]


def test_clauses_cover_the_sentence_without_gap() -> None:
    _, _, (sentence,) = read("قصف الجيش المدينة، فيما انسحب المسلحون، وقتل اثنان بعدما سقطت قذيفة")
    assert sentence.clauses[0].first == sentence.first
    assert sentence.clauses[-1].last == sentence.last
    assert all(one.last == two.first for one, two in zip(sentence.clauses, sentence.clauses[1:], strict=False))


def classes(text: str, word: str) -> frozenset[str]:
    """The classes of `word` as it stands in `text`."""
    _, tokens, _ = read(text)
    return next(token.classes for token in tokens if token.text == fold(word).text)


@pytest.mark.parametrize(
    ("text", "word", "is_verb"),
    [
        ("قتل ثلاثة جنود", "قتل", True),
        ("جراء قتل ثلاثة جنود", "قتل", False),  # behind a preposition nothing is a verb
        ("وصل الوزير إلى المدينة", "وصل", True),
        ("قصف الطيران الموقع", "قصف", True),
        ("بعد قصف الموقع", "قصف", False),
    ],
)
def test_prepositions_make_nouns(text: str, word: str, is_verb: bool) -> None:
    assert any(name.endswith("_v") for name in classes(text, word)) is is_verb


def test_a_phrase_speaks_for_its_words() -> None:
    assert "ceasefire_n" in classes("دعا إلى وقف إطلاق النار فورا", "وقف")
    assert not classes("دعا إلى وقف إطلاق النار فورا", "النار")


def test_particles_that_look_like_verbs_have_no_class() -> None:
    assert not classes("كان هناك قتال", "هناك")
