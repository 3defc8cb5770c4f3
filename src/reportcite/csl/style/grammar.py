"""What each CSL element may carry and contain, as data (the CSL 1.0.2 schema, simplified)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.vocabulary import (
    DATE_VARIABLES,
    ITEM_TYPES,
    LOCATORS,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    VARIABLES,
)

_BOOLEAN: Final = frozenset({"true", "false"})

VALUES: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(values.split())
    for name, values in {
        "and": "text symbol",
        "collapse": "citation-number year year-suffix year-suffix-ranged",
        "date-parts": "year-month-day year-month year",
        "delimiter-precedes-et-al": "contextual always never after-inverted-name",
        "delimiter-precedes-last": "contextual always never after-inverted-name",
        "demote-non-dropping-particle": "never sort-only display-and-sort",
        "display": "block left-margin right-inline indent",
        "font-style": "italic normal oblique",
        "font-variant": "normal small-caps",
        "font-weight": "normal bold light",
        "form": "long short verb verb-short symbol count text numeric numeric-leading-zeros "
        "ordinal long-ordinal roman",
        "givenname-disambiguation-rule": "all-names all-names-with-initials primary-name "
        "primary-name-with-initials by-cite",
        "match": "all any none last-digit last-two-digits whole-number",
        "name-as-sort-order": "first all",
        "name-form": "long short count",
        "page-range-format": "expanded minimal minimal-two chicago chicago-15 chicago-16",
        "plural": "true false always never contextual",
        "second-field-align": "flush margin",
        "sort": "ascending descending",
        "subsequent-author-substitute-rule": "complete-all complete-each partial-each "
        "partial-first",
        "text-case": "lowercase uppercase capitalize-first capitalize-all title sentence",
        "text-decoration": "none underline",
        "vertical-align": "baseline sup sub",
    }.items()
} | dict.fromkeys(
    (
        "disambiguate-add-givenname",
        "disambiguate-add-names",
        "disambiguate-add-year-suffix",
        "et-al-use-last",
        "hanging-indent",
        "initialize",
        "initialize-with-hyphen",
        "limit-day-ordinals-to-day-1",
        "names-use-last",
        "punctuation-in-quote",
        "quotes",
        "strip-periods",
    ),
    _BOOLEAN,
)
"""The values of attributes that have a fixed set of them, whichever element carries them."""

WHOLE_NUMBERS: Final = frozenset(
    {
        "entry-spacing",
        "et-al-min",
        "et-al-subsequent-min",
        "et-al-subsequent-use-first",
        "et-al-use-first",
        "line-spacing",
        "names-min",
        "names-use-first",
        "near-note-distance",
    }
)

_CLOSED: Final = WHOLE_NUMBERS | VALUES.keys()

WHOLE_NUMBER: Final = pattern(r"\s*[0-9]{1,6}\s*", re.ASCII)


class ElementRule(NamedTuple):
    """What an element may carry and contain."""

    attributes: frozenset[str]
    unchecked: frozenset[str]  # those of them that take any value
    children: frozenset[str]


def _rule(attributes: str = "", children: str = "") -> ElementRule:
    names = frozenset(attributes.split())
    return ElementRule(names, names - _CLOSED, frozenset(children.split()))


_AFFIXES = "prefix suffix "
_FONT = "font-style font-variant font-weight text-decoration vertical-align "
_CASE = "text-case strip-periods "
_RENDERING = "names date label text number choose group "
_CONDITIONS = "disambiguate is-numeric is-uncertain-date locator position type variable match "
_NAME = (
    "and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first "
    "et-al-subsequent-min et-al-subsequent-use-first et-al-use-last initialize initialize-with "
    "name-as-sort-order sort-separator "
)
_INHERITED = _NAME + "name-delimiter name-form names-delimiter "

RULES: Final[Mapping[str, ElementRule]] = {
    "style": _rule(
        _INHERITED
        + "class default-locale version demote-non-dropping-particle initialize-with-hyphen "
        "page-range-format",
        "locale macro citation bibliography",
    ),
    "citation": _rule(
        _INHERITED + "cite-group-delimiter collapse year-suffix-delimiter after-collapse-delimiter "
        "disambiguate-add-names disambiguate-add-givenname disambiguate-add-year-suffix "
        "givenname-disambiguation-rule near-note-distance",
        "sort layout",
    ),
    "bibliography": _rule(
        _INHERITED + "hanging-indent entry-spacing line-spacing second-field-align "
        "subsequent-author-substitute subsequent-author-substitute-rule",
        "sort layout",
    ),
    "macro": _rule("name", _RENDERING),
    # `locale` is CSL-M's.
    "layout": _rule(_AFFIXES + _FONT + "delimiter locale", _RENDERING),
    "sort": _rule("", "key"),
    "key": _rule("variable macro names-min names-use-first names-use-last sort"),
    "group": _rule(_AFFIXES + _FONT + "delimiter display", _RENDERING),
    "choose": _rule("", "if else-if else"),
    "if": _rule(_CONDITIONS, _RENDERING),
    "else-if": _rule(_CONDITIONS, _RENDERING),
    "else": _rule("", _RENDERING),
    "text": _rule(
        _AFFIXES + _FONT + _CASE + "display quotes variable macro term value form plural"
    ),
    "number": _rule(_AFFIXES + _FONT + "display text-case variable form"),
    "label": _rule(_AFFIXES + _FONT + _CASE + "variable form plural"),
    "date": _rule(
        _AFFIXES + _FONT + "display text-case variable form date-parts delimiter", "date-part"
    ),
    "date-part": _rule(_AFFIXES + _FONT + _CASE + "name form range-delimiter"),
    "names": _rule(_AFFIXES + _FONT + "variable delimiter display", "name et-al label substitute"),
    "name": _rule(_AFFIXES + _FONT + _NAME + "form delimiter", "name-part"),
    "name-part": _rule(_AFFIXES + _FONT + "name text-case"),
    "et-al": _rule(_FONT + "term"),
    "substitute": _rule("", _RENDERING),
    "locale": _rule("xml:lang", "style-options date terms"),
    "style-options": _rule("limit-day-ordinals-to-day-1 punctuation-in-quote"),
    "terms": _rule("", "term"),
    "term": _rule("name form gender gender-form match", "single multiple"),
    "single": _rule(),
    "multiple": _rule(),
}

CONDITIONALS: Final = ("if", "else-if")

NO_RULE: Final = _rule()

VARIABLES_OF: Final[Mapping[str, frozenset[str]]] = {
    "text": STANDARD_VARIABLES,
    "number": NUMBER_VARIABLES,
    "label": NUMBER_VARIABLES,
    "date": DATE_VARIABLES,
    "names": NAME_VARIABLES,
}
"""The variables each rendering element takes; others take any."""

CONDITION_NAMES: Final[tuple[tuple[str, str, frozenset[str]], ...]] = (
    ("is-numeric", "variable", VARIABLES),
    ("is-uncertain-date", "variable", DATE_VARIABLES),
    ("locator", "locator", LOCATORS | {"sub verbo"}),
    ("type", "type", ITEM_TYPES),
)
"""Conditions that name things: attribute, what it names, the names known."""
