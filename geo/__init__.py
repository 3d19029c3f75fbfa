"""Dalil: an evidence map of armed conflict, coded from Arabic news.

Data moves one way: articles -> coding -> store -> query -> maps | export -> ui -> app.py. A module imports only what
stands to its left, and `model`, `errors`, `gazetteer`; tests/test_layout.py holds it to that.

    model.py       every record: Article, Passage, DateSpan, Location, Actor, Casualties, Event
    errors.py      the error tree
    articles/      in: text files, folders with a catalogue, JSON Lines -> Article; the site's furniture masked
    coding/        `code(article) -> list[Event]`, pure
      lexicons/      all vocabulary, as YAML: event types, deeds, words, actors, states, dates, numbers, syntax
      words.py, morphology.py, tokens.py, reading.py, marking.py    the text as the rules see it
      actor*.py      who is known, and the noun phrases that name them      dates.py, date_*.py    time expressions
      numbers.py, casualties.py, casualty_*.py    figures and tolls         sites.py, pointers.py, place_use.py    places
      deeds.py, modality.py, speech.py    what is said to have happened, whether as a fact, and by whom
      drafting.py, where.py, when.py, who.py, harm.py, attribution.py    each deed with its place, time, parties, toll, sources
      merge.py, finish.py, confidence.py    one event of several tellings; passages, ids, marks
      engine.py      the order of all this
    store/         [Event] <-> columns in numpy; incidents across articles
    query/         the filter, counts, timeline bins, map symbols: functions of the columns
    maps/          columns -> folium layers; the offline base map and what serves it
    export/        GeoJSON, CSV, GeoPackage
    ui/            Streamlit panels, one a file, and the session's state
    cli_*.py, __main__.py    python -m geo extract | check

Beside it: gazetteer/ (names -> places; imports nothing of geo), seeds/ (what a first start shows), app.py (the page).
"""
