"""One call of a function of map.js, as a folium element."""

from __future__ import annotations

import json
from typing import Any

from branca.element import MacroElement
from folium.template import Template


class Call(MacroElement):
    """`dalil.<function>(<names>, <data>)`: `names` are JavaScript expressions of ours, `data` becomes JSON.

    The JSON is ASCII and has no `<`, so that it is inert in a script, in HTML and in an eval.

    >>> Call("symbols", [], ["</script>", "سرت"]).statement()
    'dalil.symbols(["\\\\u003c/script>","\\\\u0633\\\\u0631\\\\u062a"]);'
    """

    _template = Template("{% macro script(this, kwargs) %}{{ this.before }}{{ this.statement() }}{% endmacro %}")

    def __init__(self, function: str, layers: list[MacroElement], data: Any, before: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca is typed in part
        self._name = "Call"
        self.before = before
        self._function, self._layers, self._data = function, layers, data

    def statement(self) -> str:
        """The JavaScript statement."""
        text = json.dumps(self._data, separators=(",", ":")).replace("<", "\\u003c")
        names = [layer.get_name() for layer in self._layers]
        return f"dalil.{self._function}({','.join([*names, text])});"
