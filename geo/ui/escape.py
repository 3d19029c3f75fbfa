"""Text of articles made fit to show: no markup, and no invisible character that reorders a line."""

from __future__ import annotations

import re

from markupsafe import Markup

# C0 and C1 controls but tab and newline; bidirectional embeddings, overrides and isolates (Unicode TR 9, section 2).
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> Markup:
    """`text` as HTML, each control character written out by its number, so that it neither acts nor hides.

    >>> shown('<b>a\\u202eb')
    Markup('&lt;b&gt;a<span class="control">U+202E</span>b')
    """
    parts, end = [], 0
    for control in _CONTROLS.finditer(text):
        code = Markup('<span class="control">U+{}</span>').format(f"{ord(control[0]):04X}")
        parts += [Markup.escape(text[end : control.start()]), code]
        end = control.end()
    return Markup("").join([*parts, Markup.escape(text[end:])])


def plain(text: str) -> str:
    """`text` on one line without control characters, for lists and labels that take no HTML.

    >>> plain('a\\n\\u202eb')
    'a b'
    """
    return " ".join(_CONTROLS.sub("", text).split())


def quoted(text: str, language: str = "ar") -> Markup:
    """Words of an article inside a sentence of the interface, in guillemets and isolated from its direction.

    >>> quoted("أمس")
    Markup('<bdi lang="ar">«أمس»</bdi>')
    """
    return Markup('<bdi lang="{}">«{}»</bdi>').format(language, shown(text))


def markdown(text: str) -> str:
    r"""`text` on one line for a label that Streamlit reads as Markdown: no link, image, colour or formula comes of it.

    >>> print(markdown("![x](http://e) :red[a] <b>"))
    \!\[x\]\(http\:\/\/e\) \:red\[a\] \<b\>
    """
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~$:/&@^=\"'])", r"\\\1", plain(text))
