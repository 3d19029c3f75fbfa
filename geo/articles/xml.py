"""XML from outside, parsed so that it can neither fetch, nor grow, nor reach another file."""

from __future__ import annotations

from typing import Any

from geo.errors import ArticleError


def parsed(data: bytes, name: str) -> Any:
    """The root element of `data` (lxml's). Raises `ArticleError` when it is no XML, or has a document type.

    No document that is read here needs a type; entities, which can grow without end or name files, come in one.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError(name, "is not sound XML") from error
    if root.getroottree().docinfo.doctype:
        raise ArticleError(name, "is XML with a document type of its own, which is not read")
    return root
