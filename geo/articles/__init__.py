"""Articles in: files, folders and uploads become `Article`s, with the site's furniture masked (CODEBOOK 10, 1.5)."""

from geo.articles.furniture import furniture
from geo.articles.incoming import Incoming
from geo.articles.load import count_articles, load_articles, read_files
from geo.articles.paste import pasted
from geo.articles.published import is_publication_date
from geo.articles.reading import Fault

__all__ = [
    "Fault",
    "Incoming",
    "count_articles",
    "furniture",
    "is_publication_date",
    "load_articles",
    "pasted",
    "read_files",
]
