"""One rendering element by itself: compiled from its XML, rendered for one item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reportcite.csl.compile.renderers import compile_element
from reportcite.csl.compile.scope import Area, Scope
from reportcite.csl.compile.style import quotes_of
from reportcite.csl.context import Context
from reportcite.csl.items.model import ItemReader
from reportcite.csl.locale import load_locale
from reportcite.csl.style.style import Style
from reportcite.csl.style.xml import NAMESPACE, Element, read_xml
from reportcite.csl.tokens import Tokens, text_of

_NOTHING = Element("citation", {}, (), 0)


class Rendered(NamedTuple):
    """What a renderer appended, and its verdict."""

    verdict: int
    tokens: Tokens

    @property
    def text(self) -> str:
        """The text of the tokens."""
        return text_of(self.tokens)


def element(source: str) -> Element:
    """The element that `source` is the XML of."""
    return elements(source)[0]


def elements(source: str) -> tuple[Element, ...]:
    """The elements that `source` is the XML of."""
    return read_xml(f'<e xmlns="{NAMESPACE}">{source}</e>'.encode(), "test").children


def scope_of(
    *,
    area: Area = "citation",
    language: str = "en-US",
    macros: str = "",
    options: Mapping[str, str] | None = None,
    locale: str = "",
    **changes: Any,
) -> Scope:
    """What a compiler is given in a style of these macros, global options and cs:locale."""
    named = {macro.attributes["name"]: macro for macro in elements(macros)}
    in_style = elements(locale) if locale else ()
    style = Style("", "", options or {}, named, _NOTHING, None, in_style, "")
    merged = load_locale(language, in_style)
    scope = Scope(
        style=style,
        locale=merged,
        quotes=quotes_of(merged),
        area=area,
        name_options={},
        compile=compile_element,
        macros={},
    )
    return scope._replace(**changes)


def context_of(variables: Mapping[str, Any] | None = None, **mention: Any) -> Context:
    """The first mention of an item of these variables, in English; `mention` changes it."""
    item = ItemReader({}).read({"id": "x", "type": "report", **(variables or {})})
    context = Context(item, english=True, citation_number=1)
    for name, value in mention.items():
        setattr(context, name, value)
    return context


def rendered(
    source: str,
    variables: Mapping[str, Any] | None = None,
    scope: Scope | None = None,
    **mention: Any,
) -> Rendered:
    """The element `source` for an item of these variables."""
    render = compile_element(element(source), scope or scope_of())
    out: Tokens = []
    return Rendered(render(context_of(variables, **mention), out), out)


def printed(
    source: str,
    variables: Mapping[str, Any] | None = None,
    scope: Scope | None = None,
    **mention: Any,
) -> str:
    """The text of the element `source` for an item of these variables."""
    return rendered(source, variables, scope, **mention).text
