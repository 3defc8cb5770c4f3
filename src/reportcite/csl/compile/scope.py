"""What a compiler of an element is given: the style and locale, and what is known of the items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from reportcite.csl.context import Render
from reportcite.csl.locale import Locale
from reportcite.csl.style.style import Style
from reportcite.csl.style.xml import Element
from reportcite.csl.text.numbers import number_delimiters
from reportcite.csl.text.punctuation import Quotes
from reportcite.tuples import NamedTuple
from reportcite.vocabulary import NUMBERED_TYPES

Area = Literal["citation", "bibliography"]

# Attributes of cs:style, cs:citation and cs:bibliography that cs:names and cs:name inherit
# (CSL 1.0.2, "Inheritable Name Options"), by the name they have on cs:name.
_INHERITED = {
    "and": "and",
    "delimiter-precedes-et-al": "delimiter-precedes-et-al",
    "delimiter-precedes-last": "delimiter-precedes-last",
    "et-al-min": "et-al-min",
    "et-al-use-first": "et-al-use-first",
    "et-al-use-last": "et-al-use-last",
    "et-al-subsequent-min": "et-al-subsequent-min",
    "et-al-subsequent-use-first": "et-al-subsequent-use-first",
    "initialize": "initialize",
    "initialize-with": "initialize-with",
    "name-as-sort-order": "name-as-sort-order",
    "sort-separator": "sort-separator",
    "name-form": "form",
    "name-delimiter": "delimiter",
    "names-delimiter": "names-delimiter",
}

# Variables that are not the item's own: whether they have a value shows only when rendering.
DYNAMIC_VARIABLES = frozenset(
    {"locator", "citation-number", "year-suffix", "first-reference-note-number", "citation-label"}
)


class Scope(NamedTuple):
    """Everything known at compile time.

    `item_type` and `present` (the variables that have a value) describe the items the renderer
    is for; None means "any", and the renderer then decides anew for each item.
    `sorting` is set within cs:sort, where names and dates print in sortable form.
    `first_only` makes a list of elements alternatives: within cs:substitute the first that prints
    is taken, also in a cs:choose.
    `name_overrides` are name options that win over those of cs:name (the limits of a sort key).
    `links` makes identifiers lead to what they identify.
    `tag_names` marks every name list, and every name in it, for later substitution.
    `year_suffix_explicit` says that the style prints the year-suffix at a place of its own.
    `substituting` holds the cs:names whose cs:substitute is being compiled.
    """

    style: Style
    locale: Locale
    quotes: Quotes
    area: Area
    name_options: Mapping[str, str]
    compile: Callable[[Element, Scope], Render]
    macros: dict[str, Render]
    delimiter: str = ""
    first_only: bool = False
    item_type: str | None = None
    present: frozenset[str] | None = None
    sorting: bool = False
    substituting: Element | None = None
    year_suffix_explicit: bool = False
    tag_names: bool = False
    name_overrides: Mapping[str, str] = MappingProxyType({})
    links: bool = False

    def has(self, variable: str) -> bool | None:
        """Whether the items have `variable`; None where that is not known yet."""
        if self.present is None or variable in DYNAMIC_VARIABLES:
            return None
        return variable in self.present

    def macro(self, name: str) -> Render:
        """The renderer of macro `name`, compiled at its first use."""
        known = self.macros.get(name)
        if known is None:
            scope = self.delimited("")
            known = self.macros[name] = self.compile(self.style.macros[name], scope)
        return known

    def delimited(self, delimiter: str) -> Scope:
        """The scope of the children of a group: cs:choose hands its delimiter on to its own."""
        if delimiter == self.delimiter and not self.first_only:
            return self
        return self._replace(delimiter=delimiter, first_only=False)

    def within_substitute(self, names: Element) -> Scope:
        """The scope of the children of cs:substitute: what they print is suppressed afterwards."""
        return self._replace(substituting=names, delimiter="", first_only=True, macros={})

    def number_delimiters(self, variable: str = "") -> Mapping[str, str]:
        """What stands between several numbers of `variable` in the locale."""
        dash = self.locale.term("page-range-delimiter") or "–"
        delimiters = number_delimiters(dash, self.locale.ampersand)
        return {**delimiters, "-": "-"} if self.is_identifier(variable) else delimiters

    def is_identifier(self, variable: str) -> bool:
        """Whether `variable` holds what items like these are known by: one number, even if it has
        hyphens ("2018-04")."""
        return variable == "number" and self.item_type in NUMBERED_TYPES

    def option(self, name: str, default: str = "") -> str:
        """A global option: an attribute of cs:style."""
        return self.style.attributes.get(name, default)


def inherited_name_options(*sources: Mapping[str, str]) -> dict[str, str]:
    """The name options set on cs:style, cs:citation …, later sources winning."""
    options: dict[str, str] = {}
    for attributes in sources:
        for attribute, option in _INHERITED.items():
            if attribute in attributes:
                options[option] = attributes[attribute]
    return options
