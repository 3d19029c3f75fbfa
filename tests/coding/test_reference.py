"""What a word refers to: who speaks, whose forces, which base, which capital, what only marks a place."""

import pytest

from tests.coding.told import coded, only, parties, places

CLAIMED = [
    ("أكد مقاتلو الزنتان أنهم أسقطوا طائرة استطلاع في ككلة.", "weapons_disrupted"),
    ("قال الجيش الوطني إنه سيطر على معسكر في تراغن.", "territory_change"),
    (
        "قال الناطق باسم الجيش الوطني خالد المحجوب إن القوات دخلت زلة.\n\nوأضاف المحجوب أن القوات سيطرت على حقل الغاني.",
        "territory_change",
    ),
    (
        "قالت المتحدثة باسم عملية بركان الغضب هناء العماري إن القوات صدت هجوما.\n"
        "وتابعت العماري أن القوات تقدمت في محور الكازيرما.",
        "battle",
    ),
]


@pytest.mark.parametrize(("text", "event_type"), CLAIMED)
def test_who_tells_of_their_own_deed_claims_it(text: str, event_type: str) -> None:
    assert {event.status for event in coded(text) if event.event_type == event_type} == {"claimed"}, text


BACKED = [
    ("قصفت قوات حكومة الوفاق المدعومة من تركيا مواقع في ترهونة.", "GNA"),
    ("قصفت قوات الجيش الوطني المدعومة من روسيا مواقع في غريان.", "LNA"),
    ("قصفت قوات حكومة الوحدة الوطنية المدعومة من الأمم المتحدة مواقع في الزاوية.", "GNU"),
]


@pytest.mark.parametrize(("text", "faction"), BACKED)
def test_who_backs_a_side_does_not_make_it_theirs(text: str, faction: str) -> None:
    assert parties(only(text, "shelling"))[0] == ("1", faction)


WHERE = [
    ("هبطت طائرة تحمل مرتزقة في الجفرة. ثم أغارت طائرات على القاعدة.", "air_strike", ["Jufra"]),
    ("وقع انفجار في مطار بنينا. ووصل مسؤولون إلى بنغازي. وهز انفجار ثان المطار.", "explosion", ["Benina International Airport"]),
    ("انفجرت عبوة ناسفة في العاصمة صنعاء.", "explosion", ["Sanaa"]),
    ("دارت اشتباكات في العاصمة السودانية الخرطوم.", "battle", ["Khartoum"]),
    ("قصفت طائرة قاعدة الوطية جنوب غربي العاصمة طرابلس.", "air_strike", ["Al Watiya Air Base"]),
    ("سقطت قذائف على بلدة القريات جنوب طرابلس.", "shelling", ["Al Qaryat"]),
    ("دارت معارك في الجفرة.", "battle", ["Jufra"]),
    ("هاجم مسلحون مركز شرطة ترهونة.", "battle", ["Tarhuna"]),
    ("انفجرت عبوة في مقر مديرية أمن درنة.", "explosion", ["Derna"]),
    ("استهدف القصف مستشفى غريان.", "shelling", ["Gharyan Hospital"]),
    ("هاجم مسلحون بوابة الفقهاء.", "battle", ["Fuqaha Gate"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "where"), WHERE)
def test_where_a_word_or_a_nearer_name_points(text: str, event_type: str, where: list[str]) -> None:
    assert places(text, event_type) == where


MARKS = [
    "انفجرت سيارة مفخخة أمام السفارة المصرية في طرابلس.",
    "سقط صاروخ قرب السفارة الإيطالية في طرابلس.",
    "وقع تفجير بمحيط وزارة الخارجية في طرابلس.",
]


@pytest.mark.parametrize("text", MARKS)
def test_a_building_that_marks_the_place_takes_no_part(text: str) -> None:
    (event,) = coded(text)
    assert not {"EGY", "ITA", "GNA"} & set(event.factions)


def test_a_quoted_name_is_no_quotation() -> None:
    event = only("أعلنت «غرفة عمليات الكرامة» شن غارة على موقع في درنة.", "air_strike")
    assert (event.status, event.attribution) == ("claimed", ("«غرفة عمليات الكرامة»",))


def test_a_room_changes_sides_with_its_name() -> None:
    assert parties(only("قصفت غرفة عمليات سرت الجفرة مواقع في الوشكة.", "shelling")) == [("1", "GNA")]
    assert parties(only("قصفت غرفة عمليات سرت الكبرى مواقع في الوشكة.", "shelling")) == [("1", "LNA")]
