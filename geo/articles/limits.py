"""What is read at all: the rest is refused with one line, and the reading goes on. Sizes are in bytes."""

LARGEST_ARTICLE = 5_000_000  # one article's text in UTF-8; a long newspaper article has 20,000
LARGEST_LINE = 4 * LARGEST_ARTICLE  # one line of JSON Lines: \uXXXX escapes take three bytes for one
LARGEST_CATALOGUE = 200_000_000  # one articles.csv, about a million rows
LONGEST_EDTF = 64  # characters of one date
NEWSPAPER_YEARS = range(1800, 2201)  # years that a publication date may name
