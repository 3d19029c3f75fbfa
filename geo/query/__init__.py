"""Pure questions to an `EventTable`: what passes a filter, and how it counts by facet, time and place.

mask(table, filter)            -> which rows                       filters.py
words(filter, table, language) -> what the filter selects, said    words.py
facets(table, filter)          -> counts beside each choice        facets.py
summary(table, mask)           -> the header's counts              summary.py
timeline(table, mask)          -> bins of time by group            timeline.py
symbols(table, mask)           -> marks for the map                cells.py
districts(table, mask)         -> counts by district               districts.py
extent(table, mask)            -> the box of all that is located   cells.py
rows_of(table, mask, id)       -> the rows under a clicked mark    cells.py
"""
