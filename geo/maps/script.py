"""One call of a function of map.js, as a folium element."""

from __future__ import annotations

import json
import re
from typing import Any

from branca.element import MacroElement
from folium.template import Template

# Markup; the line separators of JavaScript; bidirectional marks and overrides (Unicode TR 9); lone surrogates.
_UNSAFE = re.compile(r"[<>&\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Call(MacroElement):
    """`dalil.<function>(<names>, <data>)`: `names` are JavaScript expressions of ours, `data` becomes JSON.

    What could end a script or a line, reorder it or not be encoded is written by its number: inert in a script,
    in HTML and in an eval.

    >>> print(Call("symbols", [], ["</script>", "سرت"]).statement())
    dalil.symbols(["\\u003c/script\\u003e","سرت"]);
    """

    _template = Template("{% macro script(this, kwargs) %}{{ this.before }}{{ this.statement() }}{% endmacro %}")

    def __init__(self, function: str, layers: list[MacroElement], data: Any, before: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca is typed in part
        self._name = "Call"
        self.before = before
        self._function, self._layers, self._data = function, layers, data

    def statement(self) -> str:
        """The JavaScript statement."""
        text = json.dumps(self._data, separators=(",", ":"), ensure_ascii=False)
        text = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        names = [layer.get_name() for layer in self._layers]
        return f"dalil.{self._function}({','.join([*names, text])});"
