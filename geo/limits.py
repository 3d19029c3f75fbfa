"""Every limit on what is taken in, by name. What goes beyond is refused with one line before work is done on it,
and the rest goes on. Sizes are in bytes, times in seconds.
"""

MB = 1_000_000

UPLOAD_MB = 200  # one file dropped on the page; .streamlit/config.toml says the same (a test holds them together)
LARGEST_ARTICLE = 5 * MB  # one article's text in UTF-8; a long newspaper article has 20,000
LARGEST_LINE = 4 * LARGEST_ARTICLE  # one line of JSON Lines: \uXXXX escapes take three bytes for one
LARGEST_CATALOGUE = 200 * MB  # one articles.csv, about a million rows
LARGEST_PAGE = 10 * MB  # one saved HTML page, with what is written into it; a newspaper's has 0.3 MB
LARGEST_ARCHIVED_PAGE = 60 * MB  # one .mhtml, which holds the page's pictures too
LARGEST_DOCUMENT = 60 * MB  # one PDF or DOCX as it lies there, pictures and all
LARGEST_DOCUMENT_TEXT = 40 * MB  # one DOCX's text part unpacked: XML takes some ten bytes for one
LARGEST_FEED = 10 * MB  # one RSS or Atom file

MOST_ROWS = 1_000_000  # of one CSV
MOST_ENTRIES = 20_000  # of one feed
MOST_PDF_PAGES = 500
LARGEST_PDF_PAGE = 10 * MB  # what draws one page of a PDF, unpacked
LONGEST_PDF_READING = 60.0  # looked at with each thing that is drawn

MOST_MEMBERS = 50_000  # files in one ZIP
LARGEST_MEMBER = 100 * MB  # one file of a ZIP, unpacked
LARGEST_UNPACKED = 2_000 * MB  # all that is read out of one ZIP
HIGHEST_RATIO = 200  # unpacked to packed, for what is larger than a megabyte; text comes to 10, a bomb to 1,000

LONGEST_EDTF = 64  # characters of one date
NEWSPAPER_YEARS = range(1800, 2201)  # years that a publication date may name
LONGEST_ID = 80  # characters of a file's name that may serve as an article's id
LONGEST_FIELD = 1_000  # characters of a title, a publisher, an address or a note

MOST_WAITING = 2_000  # articles that one session holds in the preview; more go in by the command line
MOST_WAITING_TEXT = 200 * MB  # their texts together
