"""Makes a style of any bytes: each byte chooses what comes next, so that all of them say something.

Most of these styles are valid CSL 1.0.2, or would be but for a value or a place that is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar
from xml.sax.saxutils import quoteattr

_RENDERING = "text date number names label group choose"
_CHILDREN = {
    "layout": _RENDERING,
    "macro": _RENDERING,
    "group": _RENDERING,
    "if": _RENDERING,
    "else-if": _RENDERING,
    "else": _RENDERING,
    "choose": "if else-if else",
    "names": "name et-al label substitute",
    "name": "name-part name-part",
    "substitute": "names text date group choose",
    "date": "date-part date-part date-part",
    "sort": "key key",
}
_AFFIXES = "prefix suffix"
_FORMATTING = "font-style font-variant font-weight text-decoration vertical-align"
_COMMON = f"{_AFFIXES} {_FORMATTING} display text-case quotes strip-periods delimiter"
_NAME_OPTIONS = (
    "and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last "
    "et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with name-as-sort-order "
    "sort-separator name-form name-delimiter names-delimiter"
)
_ATTRIBUTES = {
    "style": "class default-locale demote-non-dropping-particle initialize-with-hyphen "
    f"page-range-format {_NAME_OPTIONS}",
    "citation": "collapse cite-group-delimiter after-collapse-delimiter year-suffix-delimiter "
    "disambiguate-add-names disambiguate-add-givenname givenname-disambiguation-rule "
    f"disambiguate-add-year-suffix near-note-distance {_NAME_OPTIONS}",
    "bibliography": "hanging-indent second-field-align line-spacing entry-spacing "
    f"subsequent-author-substitute subsequent-author-substitute-rule {_NAME_OPTIONS}",
    "layout": f"{_AFFIXES} {_FORMATTING} delimiter",
    "text": f"variable macro term value form plural {_COMMON}",
    "date": f"variable form date-parts {_COMMON}",
    "date-part": f"date-name form range-delimiter {_COMMON}",
    "number": f"variable number-form {_COMMON}",
    "names": f"names-variable {_COMMON}",
    "name": f"form {_NAME_OPTIONS} {_AFFIXES} {_FORMATTING}",
    "name-part": f"part-name {_COMMON}",
    "et-al": f"term {_FORMATTING}",
    "label": f"variable form plural {_COMMON}",
    "group": f"{_AFFIXES} {_FORMATTING} delimiter display",
    "if": "type variable is-numeric is-uncertain-date locator position disambiguate match",
    "key": "variable macro sort names-min names-use-first",
}
_ATTRIBUTES["else-if"] = _ATTRIBUTES["if"]
_LOCALES = ["en-US", "de-DE", "fr-FR", "tr-TR", "zh-CN", "xx", ""]
_VARIABLES = (
    "title author editor issued accessed page volume number locator year-suffix citation-number x"
)
_VALUES = {
    "class": ["in-text", "note"],
    "default-locale": _LOCALES,
    "variable": [*_VARIABLES.split(), "title volume"],
    "names-variable": ["author", "editor", "author editor", "editor translator", "title"],
    "macro": ["a", "b", "c"],
    "term": ["and", "et-al", "edition", "page", "editor", "ordinal-01", "no date", "x"],
    "value": ["(", "?", " a ", "“", "<i>", ""],
    "form": ["long", "short", "symbol", "verb", "verb-short", "text", "numeric", "count", "x"],
    "number-form": ["numeric", "ordinal", "long-ordinal", "roman"],
    "date-name": ["year", "month", "day"],
    "part-name": ["family", "given"],
    "date-parts": ["year", "year-month", "year-month-day"],
    "plural": ["contextual", "always", "never", "true"],
    "type": ["report", "book", "report book", "x"],
    "position": ["first", "ibid", "ibid-with-locator", "subsequent", "near-note"],
    "locator": ["page", "chapter", "sub-verbo"],
    "match": ["all", "any", "none"],
    "text-case": "lowercase uppercase capitalize-first capitalize-all sentence title".split(),
    "display": ["block", "left-margin", "right-inline", "indent"],
    "collapse": ["citation-number", "year", "year-suffix", "year-suffix-ranged"],
    "page-range-format": "chicago chicago-15 chicago-16 expanded minimal minimal-two".split(),
    "givenname-disambiguation-rule": "all-names primary-name primary-name-with-initials "
    "all-names-with-initials by-cite".split(),
    "subsequent-author-substitute-rule": "complete-all complete-each partial-each "
    "partial-first".split(),
    "demote-non-dropping-particle": ["never", "sort-only", "display-and-sort"],
    "and": ["text", "symbol"],
    "delimiter-precedes-et-al": ["contextual", "after-inverted-name", "always", "never"],
    "delimiter-precedes-last": ["contextual", "after-inverted-name", "always", "never"],
    "name-as-sort-order": ["first", "all"],
    "sort": ["ascending", "descending"],
    "second-field-align": ["flush", "margin"],
    "font-style": ["italic", "oblique", "normal"],
    "font-weight": ["bold", "light", "normal"],
    "font-variant": ["small-caps", "normal"],
    "text-decoration": ["underline", "none"],
    "vertical-align": ["sup", "sub", "baseline"],
    "subsequent-author-substitute": ["———", ""],
}  # fmt: skip
_NUMBERS = ["0", "1", "2", "3", "9", "-1", "99999999999"]
_TEXTS = [", ", ". ", " ", "", ";", "“", "<b>", "\u00a0", "("]
_ANY = ["true", "false"]
_REAL_NAMES = {
    "names-variable": "variable", "number-form": "form", "date-name": "name", "part-name": "name"
}  # fmt: skip
_DEEPEST = 6
_T = TypeVar("_T")


def style_of(data: bytes) -> bytes:
    """The style that `data` chooses, as XML in UTF-8."""
    choices = iter(data)
    parts = [
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"{_given("style", choices)}>'
    ]
    parts += ["<info><title>t</title><id>t</id><updated>2024-01-01T00:00:00Z</updated></info>"]
    parts += [_element("macro", choices, 0, f' name="{name}"') for name in "abc"]
    for area in ("citation", "bibliography"):
        inside = _element("sort", choices, 0) if _chosen([0, 1], choices) else ""
        inside += _element("layout", choices, 0)
        parts.append(f"<{area}{_given(area, choices)}>{inside}</{area}>")
    return "".join([*parts, "</style>"]).encode()


def _element(tag: str, choices: Iterator[int], depth: int, own: str = "") -> str:
    inside = ""
    children = _CHILDREN.get(tag, "").split()
    if children and depth < _DEEPEST:
        for _ in range(_chosen([1, 2, 3, 0], choices)):
            inside += _element(_chosen(children, choices), choices, depth + 1)
    return f"<{tag}{own}{_given(tag, choices)}>{inside}</{tag}>"


def _given(tag: str, choices: Iterator[int]) -> str:
    """Attributes of the element, each once."""
    names = _ATTRIBUTES.get(tag, "").split()
    given: dict[str, str] = {}
    for _ in range(_chosen([1, 2, 3, 0], choices) if names else 0):
        name = _chosen(names, choices)
        given[_REAL_NAMES.get(name, name)] = _chosen(_values(name), choices)
    return "".join(f" {name}={quoteattr(value)}" for name, value in given.items())


def _values(name: str) -> Sequence[str]:
    if name in _VALUES:
        return _VALUES[name]
    if name.endswith(("-min", "-first", "-spacing", "-distance")):
        return _NUMBERS
    texts = ("prefix", "suffix", "delimiter", "separator", "initialize-with")
    return _TEXTS if name.endswith(texts) else _ANY


def _chosen(several: Sequence[_T], choices: Iterator[int]) -> _T:
    return several[next(choices, 0) % len(several)]
