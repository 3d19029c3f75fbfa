"""Where a case is kept: one file on disk, one columnar table in memory.

    Article, [Event] --CaseFile.add--> case.gpkg --CaseFile.table--> EventTable

The file is a GeoPackage (`case.py` is its only door; no other part of the house speaks SQL): GIS programs open
its layer `events`, the rest are its attribute tables. Every write is one transaction, durable when it is
acknowledged; readers never wait for writers. What a person decided is a log of changes, none ever deleted,
beside what the machine tells; an event as it stands follows from both.

The table is columns first: one numpy array a field, one row an event, codes for whatever is a category. A
filter is then a boolean mask, a facet a `bincount`, a map symbol a `bincount` over distinct points, and a
million rows cost milliseconds (DESIGN 6). The records themselves (`table.event(row)`, `table.article(id)`) stay
in the file and are read for the few rows that are shown. `EventTable.build` makes the same table of bare events.

    case.py         CaseFile: all that can be asked of a case
    opening.py      made, checked, refused       connection.py   threads, transactions, SQLite's errors
    schema.py       the tables, by version       record.py       a record as JSON and back

    articles.py     articles and their copies    rows.py         events, as stored
    layer.py        an event as the layer's row  places.py       the analyst's own places
    batches.py      many at once

    reviewing.py    what a person does           check.py        what an event must be like to be kept
    changes.py      the log of it                undoing.py      a change taken back
    recoding.py     the machine tells anew       matching.py     which event is which, then
    disagreeing.py  where both now differ        measured.py     precision and recall, from the reviews
    incidents.py    what tells the same          linking.py      incidents in the file, kept as events come and go

    columns.py      the arrays, their types, units and sentinels
    categories.py   the lists that the codes point into
    encode.py       the layer's rows to arrays and codes
    table.py        EventTable: columns, categories, search, records
    loading.py      the table of a file, and of what has changed in it since
    filed.py        records read when they are asked for
    search.py       words, found in whatever spelling
"""
