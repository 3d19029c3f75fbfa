"""Where the events of a case are kept: one columnar table in memory.

    Event, Article --EventTable.build--> EventTable

The table is columns first: one numpy array a field, one row an event, codes for whatever is a category.
A filter is then a boolean mask, a facet a `bincount`, a map symbol a `bincount` over distinct points, and
a million rows cost milliseconds (DESIGN 6). The records themselves (`table.event(row)`, `table.article(id)`)
are behind a `Sequence` and a `Mapping`, touched only for the few rows that are shown, so a case file can
hand in ones that read from disk without any change to the columns, the queries or the map.

    columns.py    the arrays, their types, units and sentinels
    categories.py the lists that the codes point into
    table.py      EventTable: columns, categories, records
    texts.py      folded text of all rows, searched as one string
    incidents.py  the same incident, told by several articles
"""
