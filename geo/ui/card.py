"""A card of the evidence panel: one event, said in words, over the sentence that supports it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from geo.coding.vocabulary import Label, event_groups, event_types, statuses
from geo.model import Actor, Article, Event, Passage
from geo.ui import describe
from geo.ui.escape import plain, quoted, shown
from geo.ui.marks import marked
from geo.ui.texts import Texts

LONGEST_TITLE = 110  # characters of a first line that stands for a title


def card(event: Event, article: Article, factions: Mapping[str, Label], texts: Texts) -> Markup:
    """The HTML of a card; every text of the article in it is escaped."""
    return Markup('<article class="card" lang="{}" dir="{}">{}{}{}{}</article>').format(
        texts.language,
        texts.direction,
        _heading(event, texts),
        _quotes(event, article, texts),
        _facts(event, factions, texts),
        _source(event, article, texts),
    )


def title(article: Article, texts: Texts) -> str:
    """The article's title; its first line when it has none."""
    if heading := plain(article.title):
        return heading
    line = next((plain(line) for line in article.text.splitlines() if plain(line)), texts("untitled"))
    return line if len(line) <= LONGEST_TITLE else line[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _heading(event: Event, texts: Texts) -> Markup:
    kind, status = event_types()[event.event_type], statuses()[event.status]
    badges = Markup('<span class="status {}">{}</span>').format(status.id, _label(status, texts))
    if event.disputed_by:
        badges += Markup(' <span class="status disputed">{}</span>').format(texts("disputed"))
    return Markup('<header><span class="kind" style="--group:{}">{}</span> {}</header>').format(
        event_groups()[kind.group].colour, _label(kind, texts), badges
    )


def _quotes(event: Event, article: Article, texts: Texts) -> Markup:
    """The passage that tells most, then the others a click away."""

    def told(passage: Passage) -> int:
        return len({mark.kind for mark in event.marks if passage.start <= mark.start and mark.end <= passage.end})

    direction = "rtl" if article.language == "ar" else "auto"
    first, *others = sorted(event.passages, key=lambda passage: (-told(passage), passage.start))
    quote = Markup('<blockquote lang="{}" dir="{}">{}</blockquote>')
    quotes = [
        quote.format(article.language, direction, marked(passage.text, passage.start, event.marks, texts))
        for passage in (first, *sorted(others, key=lambda passage: passage.start))
    ]
    if not others:
        return quotes[0]
    more = Markup("<details><summary>{}</summary>{}</details>")
    return quotes[0] + more.format(texts.count("more_passages", len(others)), Markup("").join(quotes[1:]))


def _facts(event: Event, factions: Mapping[str, Label], texts: Texts) -> Markup:
    toll = describe.toll(event.casualties, texts)
    rows = [
        ("where", _where(event, texts)),
        ("when", _when(event, texts)),
        ("who", _who(event.actors, factions, texts)),
        ("casualties", Markup.escape(toll) if toll else Markup()),
        ("says_so", _chain(event.attribution, texts) or Markup.escape(texts("unattributed"))),
        ("disputed_by", _chain(event.disputed_by, texts)),
    ]
    row = Markup('<div class="{0}"><dt>{1}</dt><dd>{2}</dd></div>')
    return Markup("<dl>{}</dl>").format(Markup("").join(row.format(key, texts(key), said) for key, said in rows if said))


def _where(event: Event, texts: Texts) -> Markup:
    if event.location is None:
        return _aside(texts("place_not_told"))
    return describe.place(event.location, texts)


def _when(event: Event, texts: Texts) -> Markup:
    return Markup("{} {}").format(describe.dates(event.date, texts), _aside(describe.date_basis(event.date, texts)))


def _who(actors: Iterable[Actor], factions: Mapping[str, Label], texts: Texts) -> Markup:
    line = Markup('<div class="actor"><bdi>{}</bdi> {}</div>')
    return Markup("").join(line.format(_actor_name(actor, texts), _actor_side(actor, factions, texts)) for actor in actors)


def _actor_name(actor: Actor, texts: Texts) -> Markup:
    name = actor.name_ar if texts.language == "ar" else actor.name_en
    return shown(name) if name else quoted(actor.text)


def _actor_side(actor: Actor, factions: Mapping[str, Label], texts: Texts) -> Markup:
    """The actor's role, and its faction where that is not its own name."""
    said = [texts(f"role_{actor.role}")]
    faction = factions.get(actor.faction)
    if faction and _label(faction, texts).casefold() not in (actor.name_en.casefold(), actor.name_ar):
        said.append(_label(faction, texts))
    return _aside(" · ".join(said))


def _chain(sources: Iterable[str], texts: Texts) -> Markup:
    """Who says so, outermost first; each cites the next."""
    return Markup(" {} ").format(_aside(texts("citing"))).join(quoted(source) for source in sources)


def _source(event: Event, article: Article, texts: Texts) -> Markup:
    publisher = shown(event.publisher) if event.publisher else Markup.escape(texts("unknown_publisher"))
    lines = [
        Markup('<bdi class="title" lang="{}">{}</bdi>').format(article.language, shown(title(article, texts))),
        Markup("<span><bdi>{}</bdi> · {}</span>").format(publisher, describe.published(event.published, texts)),
    ]
    if event.review == "unreviewed":
        lines.append(Markup("<span>{}</span>").format(texts("confidence", percent=round(event.confidence * 100))))
    return Markup("<footer>{}</footer>").format(Markup("").join(lines))


def _label(label: Label, texts: Texts) -> str:
    return label.ar if texts.language == "ar" else label.en


def _aside(said: str | Markup) -> Markup:
    return Markup('<span class="aside">{}</span>').format(said)
