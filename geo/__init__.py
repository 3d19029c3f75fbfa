"""Dalil: an evidence map of armed conflict, coded from Arabic news.

Data moves one way: articles -> coding -> store -> query -> maps | export -> ui -> app.py. A module imports only what
stands to its left, and `model`, `errors`, `limits`, `gazetteer`; tests/test_layout.py holds it to that.

    model.py       every record: Article, Passage, DateSpan, Location, Actor, Casualties, Event
    errors.py      the error tree
    limits.py      every bound on what is read
    articles/      in: text, pages, PDF, DOCX, tables, JSON Lines, feeds, archives -> Article; furniture masked, copies known
    coding/        `code(article) -> list[Event]`, pure
      lexicons/      all vocabulary, as YAML: event types, deeds, words, actors, states, dates, numbers, syntax
      words.py, morphology.py, tokens.py, line_breaks.py, spans.py, reading.py, marking.py    the text as the rules see it
      actor*.py      who is known, and the noun phrases that name them      date*.py, day_told_later.py    time expressions
      number*.py, casualt*.py    figures and tolls         sites.py, pointers.py, place_use.py, antecedents.py    places
      deeds.py, syntax.py, modality.py, speech.py, topic.py    what is said to have happened, whether as a fact, and by whom
      drafting.py, where.py, when.py, who.py, harm.py, attribution.py    each deed with its place, time, parties, toll, sources
      fan_out.py, merge.py, finish.py, confidence.py    one event a place, of several tellings; passages, ids, marks
      engine.py      the order of all this
    store/         the case: one GeoPackage of articles, events, reviews, places; its events as columns in numpy
    query/         the filter, counts, timeline bins, map symbols: functions of the columns
    maps/          columns -> folium layers; the offline base map and what serves it
    export/        GeoJSON, CSV, GeoPackage, KML, GeoParquet; tables with ACLED's and UCDP GED's columns
    ui/            Streamlit panels, one a file, and the session's state
      page.py        which screen: map_page.py, review_page.py (review_*, article*), add_page.py (add_*), places_page.py (place_*)
    cli_*.py, __main__.py    python -m geo extract | export | check

Beside it: gazetteer/ (names -> places; imports nothing of geo), seeds/ (what a first start shows), app.py (the page).
"""
