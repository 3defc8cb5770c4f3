"""From a style's elements to renderers, compiled once for each kind of item (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportcite.csl.compile.elements.choose import compile_choose
from reportcite.csl.compile.elements.date import compile_date
from reportcite.csl.compile.elements.group import (
    compile_children,
    compile_group,
    compile_macro,
    sequence,
)
from reportcite.csl.compile.elements.label import compile_label
from reportcite.csl.compile.elements.names import compile_names
from reportcite.csl.compile.elements.number import compile_number
from reportcite.csl.compile.elements.text import compile_text
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import Render, render_nothing
from reportcite.csl.items.model import Item
from reportcite.csl.style.xml import Element

_COMPILERS: dict[str, Callable[[Element, Scope], Render]] = {
    "choose": compile_choose,
    "date": compile_date,
    "group": compile_group,
    "label": compile_label,
    "macro": compile_macro,
    "names": compile_names,
    "number": compile_number,
    "text": compile_text,
}

# How often a set of variables must occur before a renderer is made for just that set: compiling
# costs as much as rendering some dozens of items.
_COMMON: Final = 24

# How many kinds of items are remembered; a stream of items of ever new kinds starts again.
_MOST_KINDS: Final = 1 << 10


def compile_element(element: Element, scope: Scope) -> Render:
    """The renderer of one rendering element; elements that render nothing give `render_nothing`."""
    compiler = _COMPILERS.get(element.name)
    return compiler(element, scope) if compiler else render_nothing


class Renderers:
    """The renderers of one layout or macro, each for the items of one type.

    A choice by type is decided when compiling; for sets of variables that occur often, a choice
    by what is present is decided, too.
    """

    def __init__(self, scope: Scope, source: Element) -> None:
        """The renderers of `source`; each is compiled when first asked for."""
        self.scope = scope
        self.source = source
        self.known: dict[object, Render] = {}
        self.occurrences: dict[object, int] = {}

    def of(self, item: Item) -> Render:
        """The renderer for `item`."""
        key = (item.type, item.signature)
        render = self.known.get(key)
        if render is not None:
            return render
        if len(self.occurrences) + len(self.known) >= _MOST_KINDS:
            self.known.clear()
            self.occurrences.clear()
        count = self.occurrences[key] = self.occurrences.get(key, 0) + 1
        if count >= _COMMON:
            render = self.known[key] = self._compile(item.type, item.signature)
            return render
        render = self.known.get(item.type)
        if render is None:
            render = self.known[item.type] = self._compile(item.type, None)
        return render

    def _compile(self, item_type: str, present: frozenset[str] | None) -> Render:
        scope = self.scope._replace(item_type=item_type, present=present, macros={})
        if self.source.name == "layout":
            return sequence(compile_children(self.source, scope))
        return compile_element(self.source, scope)


def uses_variable(element: Element | None, variable: str, scope: Scope) -> bool:
    """Whether `variable` is printed by `element` or a macro it calls."""
    seen: set[str] = set()
    pending = [element] if element else []
    while pending:
        current = pending.pop()
        if current.name in ("text", "number") and current.attributes.get("variable") == variable:
            return True
        macro = current.attributes.get("macro", "")
        if macro and macro not in seen:
            seen.add(macro)
            pending.append(scope.style.macros[macro])
        pending.extend(current.children)
    return False
