"""Pure questions to an `EventTable`: what passes a filter, and how it counts by facet, time and place.

mask(table, filter)            -> which rows                          filters.py
words(filter, table, language) -> what the filter selects, said       words.py
Selections(table).of(filter)   -> Selection: the rows, and counts     selection.py
facets(selections, filter)     -> counts beside each choice           facets.py
summary(selection)             -> the header's counts                 summary.py
timeline(selection)            -> bins of time by group               timeline.py
symbols(selection)             -> marks for the map                   cells.py
districts(selection)           -> counts by district                  districts.py
extent(selection)              -> the box of all that is located      cells.py
rows_of(selection, id)         -> the rows under a clicked mark       cells.py
latest(index, rows, page)      -> a page of rows, the latest first    latest.py

What a selection costs (a million rows, one core): a mask of bytes for each restriction, kept by restriction; a
`bincount` of one ready-made code a row (`index.py`: distinct combinations of place, point, group …, made once a table)
over the rows that are in, or over those that are out when they are fewer; all else works on the combinations, some
thousand whatever the number of events. Each count and answer is kept with its selection, so a rerun computes nothing.
"""
