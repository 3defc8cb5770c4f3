"""The parts of a processor, composed for a small style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reportcite.csl.compile.style import CompiledStyle, compile_style
from reportcite.csl.context import ContextMaker
from reportcite.csl.document.compared import CiteComparison
from reportcite.csl.document.decisions import Decider
from reportcite.csl.document.disambiguate import Disambiguator
from reportcite.csl.document.library import Library
from reportcite.csl.items.model import ItemReader
from reportcite.csl.locale import load_locale
from reportcite.csl.style.style import load_style
from reportcite.csl.tokens import Tokens, text_of

AUTHOR_YEAR = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names>'
    '<date variable="issued"><date-part name="year"/></date></group>'
    '<text variable="locator" prefix=": "/>'
)
TITLE = '<text variable="title"/>'
BY_TITLE = '<key variable="title"/>'


class Parts(NamedTuple):
    """A compiled style with what decides about items."""

    style: CompiledStyle
    comparison: CiteComparison
    decider: Decider
    library: Library


def parts_of(style: bytes, references: Iterable[Mapping[str, Any]] = ()) -> Parts:
    """The parts of a processor in English, its library filled with `references`."""
    loaded = load_style(style)
    compiled = compile_style(loaded, load_locale("en-US", loaded.locales))
    contexts = ContextMaker(True)
    comparison = CiteComparison(compiled.citation, contexts)
    disambiguator = Disambiguator(compiled.disambiguation, comparison.render)
    decider = Decider(compiled.bibliography, disambiguator, contexts)
    library = Library(ItemReader({}), decider)
    library.register(references)
    return Parts(compiled, comparison, decider, library)


def text(tokens: Tokens) -> str:
    """Tokens as text, with nothing done to their punctuation."""
    return text_of(tokens)
