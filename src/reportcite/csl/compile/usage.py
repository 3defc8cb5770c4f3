"""What a style does somewhere or nowhere, found in one walk over its elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcite.csl.style.style import Style
from reportcite.csl.style.xml import Element
from reportcite.tuples import NamedTuple


class Usage(NamedTuple):
    """What a style does.

    `variables` are printed by a cs:text or cs:number anywhere, `conditions` counts the tests for
    disambiguate="true" that cites may run into.
    """

    variables: frozenset[str]
    conditions: int


def usage_of(style: Style) -> Usage:
    """The usage of `style`, macros that nothing calls included."""
    variables: set[str] = set()
    conditions = 0
    for element in _elements([style.citation, *style.macros.values()]):
        conditions += "disambiguate" in element.attributes
        if element.name in ("text", "number"):
            variables.add(element.attributes.get("variable", ""))
    for element in _elements([style.bibliography] if style.bibliography else []):
        if element.name in ("text", "number"):
            variables.add(element.attributes.get("variable", ""))
    return Usage(frozenset(variables), conditions)


def _elements(roots: Iterable[Element]) -> Iterator[Element]:
    pending = list(roots)
    while pending:
        element = pending.pop()
        yield element
        pending += element.children
