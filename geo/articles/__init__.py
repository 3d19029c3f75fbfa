"""Articles in: files and folders become `Article`s, with the site's furniture masked (CODEBOOK 10, 1.5)."""

from geo.articles.furniture import furniture
from geo.articles.load import Fault, article_of, count_articles, load_articles
from geo.articles.published import is_publication_date

__all__ = ["Fault", "article_of", "count_articles", "furniture", "is_publication_date", "load_articles"]
