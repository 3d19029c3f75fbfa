"""Places told by another: "south of Ajdabiya", "30 km east of Misrata", "the outskirts of Derna"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

from gazetteer.kinds import KINDS
from gazetteer.model import Place, PlaceMention
from gazetteer.relations import RelationWords, relation_words

RelationName = Literal["near", "outskirts", "within", "between", "off_coast", "road"]
REACH = 90  # folded characters before a name in which its relation stands
OFF_COAST_KM = 20.0
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?|[(،.؛:«»\"]")
_STOPS = frozenset('،.؛:«»"')


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words before a name say of it; [start:end] are their folded offsets.

    `direction` is a key of `relations.yaml` ("south_west"); `appositive` says that the words describe the
    place named before them ("الوشكة الواقعة غرب سرت"), so that they don't move the event.
    """

    direction: str | None
    distance_km: float | None
    relation: RelationName | None
    start: int
    end: int
    appositive: bool = False


@dataclass(frozen=True, slots=True)
class Displaced:
    """A moved point (degrees, WGS 84), how far off it may be, its precision, and the relation in words."""

    longitude: float
    latitude: float
    radius_km: float
    geo_precision: int
    relation_words_en: str
    relation_words_ar: str


def displace(
    place: Place,
    direction: str | None = None,
    distance_km: float | None = None,
    relation: RelationName | None = None,
    other: Place | None = None,
) -> Displaced:
    """The point that a relation to `place` means, moved along the WGS 84 geodesic, with a radius to match.

    With a direction and no distance the point moves by the kind's step (15 km for a town) plus the place's own
    radius for a large one, and may be as far off as it moved. Source of the geodesic: Karney (2013), geographiclib.

    >>> town = Place("x", "X", "س", "town", "PPL", None, "LY", 20.0, 30.0, 5)
    >>> moved = displace(town, "north", 11.1)
    >>> round(moved.latitude, 1), round(moved.longitude, 1), moved.geo_precision
    (30.1, 20.0, 2)
    >>> displace(town).geo_precision
    1
    """
    words = relation_words()
    if other is not None and relation in ("between", "road"):
        return _between(place, other, relation, words)
    if direction in words.directions:
        return _directed(place, direction, distance_km, relation, words)
    precision = 3 if place.is_area else 1
    if relation is None and distance_km is None:
        return Displaced(place.longitude, place.latitude, place.radius_km, precision, "", "")
    if relation == "within":
        return Displaced(place.longitude, place.latitude, place.radius_km, precision, *words.phrases["within"])
    radius = place.radius_km + (distance_km or KINDS[place.kind].step_km * (2 if relation == "off_coast" else 0.7))
    en, ar = words.phrases[relation or "near"]
    if distance_km:
        en, ar = _at_distance(distance_km, words.told["from"], words)
    return Displaced(place.longitude, place.latitude, round(radius, 1), max(2, precision), en, ar)


def _directed(
    place: Place, direction: str, distance_km: float | None, relation: RelationName | None, words: RelationWords
) -> Displaced:
    told = words.directions[direction]
    step = KINDS[place.kind].step_km
    if place.is_area:
        step = place.radius_km * 0.45
    elif place.radius_km > step:
        step = min(30.0, place.radius_km)
    if relation == "outskirts" and distance_km is None:
        step = max(place.radius_km, step / 2)
    if relation == "off_coast" and distance_km is None:
        step = max(step, OFF_COAST_KM)
    if relation == "within":
        step = min(step, place.radius_km) / 2
    kilometres = step if distance_km is None else distance_km
    point = Geodesic.WGS84.Direct(place.latitude, place.longitude, told.azimuth, kilometres * 1000)
    radius = max(step, place.radius_km) if distance_km is None else max(5.0, distance_km * 0.25, place.radius_km)
    en, ar = (told.en, told.ar) if distance_km is None else _at_distance(distance_km, (told.en, told.ar), words)
    return Displaced(round(point["lon2"], 5), round(point["lat2"], 5), round(radius, 1), 3 if place.is_area else 2, en, ar)


def _between(place: Place, other: Place, relation: RelationName, words: RelationWords) -> Displaced:
    line = Geodesic.WGS84.InverseLine(place.latitude, place.longitude, other.latitude, other.longitude)
    middle = line.Position(line.s13 / 2)
    en, ar = words.told[relation]
    return Displaced(
        round(middle["lon2"], 5),
        round(middle["lat2"], 5),
        round(max(5.0, line.s13 / 2000), 1),
        2,
        en.format(one=place.name_en, other=other.name_en),
        ar.format(one=place.name_ar, other=other.name_ar),
    )


def _at_distance(distance_km: float, where: tuple[str, str], words: RelationWords) -> tuple[str, str]:
    en, ar = words.told["distance"]
    return en.format(km=distance_km, where=where[0]), ar.format(km=distance_km, where=where[1])


def find_relation(folded_text: str, mention: PlaceMention) -> Relation | None:
    """What stands before a mention and moves it, or None.

    For "بين س وص" the relation is on س; the caller passes the next mention's place as `other`.
    """
    at = mention.head_start
    while at > 0 and folded_text[at - 1].isalnum():
        at -= 1
    begin = max(0, at - REACH)
    tokens = [(m[0], begin + m.start(), begin + m.end()) for m in _WORD.finditer(folded_text[begin:at])]
    for last in range(len(tokens) - 1, -1, -1):
        if tokens[last][0] in _STOPS:
            tokens = tokens[last + 1 :]
            break
    return _Reader(tokens, relation_words(), mention.end).read()


class _Reader:
    """Reads the words before a name backwards, from the name out."""

    def __init__(self, tokens: list[tuple[str, int, int]], words: RelationWords, end: int) -> None:
        self.tokens, self.words = tokens, words
        self.at = len(tokens) - 1
        self.first = len(tokens)
        self.end = tokens[-1][2] if tokens else end

    def read(self) -> Relation | None:
        relation = self._phrase()
        if relation in ("between", "road", "within"):
            return self._made(None, None, relation)
        if self._bare(self.at) in self.words.links:
            self.at -= 1
        direction, side = self._direction()
        relation = relation or side or self._phrase()
        distance = self._distance()
        if direction is None and relation is None and distance is None:
            return None
        return self._made(direction, distance, relation)

    def _made(self, direction: str | None, distance: float | None, relation: RelationName | None) -> Relation:
        start = self.tokens[min(self.first, len(self.tokens) - 1)][1]
        before = [token for token, _, _ in self.tokens[: self.first]][-4:]
        appositive = any(token in self.words.appositives or token == "(" for token in before)
        return Relation(direction, distance, relation, start, self.end, appositive)

    def _bare(self, at: int) -> str:
        """The word at `at`, less a proclitic that no table knows it with; '' beyond the first."""
        if at < 0:
            return ""
        word = self.tokens[at][0]
        known = (self.words.direction_of_word, self.words.relation_of_phrase, self.words.units, self.words.links)
        if any(word in table for table in known) or word[:1] not in "وفبل" or len(word) < 4:
            return word
        return word[1:] if any(word[1:] in table for table in known) else word

    def _take(self, count: int) -> None:
        self.at -= count
        self.first = self.at + 1

    def _phrase(self) -> RelationName | None:
        for length in (4, 3, 2, 1):
            if self.at + 1 < length:
                continue
            first = self.at + 1 - length
            phrase = " ".join([self._bare(first), *(token for token, _, _ in self.tokens[first + 1 : self.at + 1])])
            found = self.words.relation_of_phrase.get(phrase)
            if found:
                self._take(length)
                return found  # type: ignore[return-value]
        return None

    def _direction(self) -> tuple[str | None, RelationName | None]:
        """A direction before the name, and the relation that a side's noun told with it."""
        word, before = self._bare(self.at), self._bare(self.at - 1)
        of_word, of_adjective = self.words.direction_of_word, self.words.direction_of_adjective
        if word in of_word or (word in of_adjective and before in of_word):
            second = of_word.get(word) or of_adjective[word]
            pair = (of_word.get(before, ""), second)
            if pair in self.words.compound:
                self._take(2)
                return self.words.compound[pair], None
            if word in of_word:
                self._take(1)
                return second, None
        if word in of_adjective and (before in self.words.sides or before in self.words.relation_of_phrase):
            self._take(2)
            return of_adjective[word], self.words.relation_of_phrase.get(before)  # type: ignore[return-value]
        return None, None

    def _distance(self) -> float | None:
        at = self.at
        while at >= 0 and self._bare(at) in self.words.links:
            at -= 1
        unit = self.words.units.get(self._bare(at)) if at >= 0 else None
        if not unit or at < 1:
            return None
        number = self.tokens[at - 1][0]
        if _NUMBER.fullmatch(number):
            value = float(number.replace(",", ""))
        elif number in self.words.numbers:
            value = self.words.numbers[number]
        else:
            return None
        self.at = at
        self._take(2)
        return round(value * unit, 3)
