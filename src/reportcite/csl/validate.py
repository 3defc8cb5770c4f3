"""Checking a style before it is compiled: its structure, its names, what its macros call.

Structure and names follow the CSL 1.0.2 schema. What cannot be rendered raises StyleError; what
is only not understood, and will print nothing, is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from reportcite.csl.variables import (
    DATE_VARIABLES,
    ITEM_TYPES,
    LOCATORS,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TERMS,
    VARIABLES,
)
from reportcite.csl.xml import Element
from reportcite.errors import Place, Problem, StyleError

MAXIMAL_CALLS: Final = 60
"""Macros calling macros beyond this many levels are refused."""

MAXIMAL_EXPANSION: Final = 2_000_000
"""Elements a layout may have once every macro call is replaced by the macro."""


class _Rule(NamedTuple):
    """What an element may carry and contain."""

    attributes: frozenset[str]
    children: frozenset[str]


def _rule(attributes: str = "", children: str = "") -> _Rule:
    return _Rule(frozenset(attributes.split()), frozenset(children.split()))


_AFFIXES = "prefix suffix "
_FONT = "font-style font-variant font-weight text-decoration vertical-align "
_CASE = "text-case strip-periods "
_RENDERING = "names date label text number choose group "
_CONDITIONS = (
    "disambiguate is-numeric is-uncertain-date locator position type variable match "
)
_NAME = (
    "and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first "
    "et-al-subsequent-min et-al-subsequent-use-first et-al-use-last initialize initialize-with "
    "name-as-sort-order sort-separator "
)
_INHERITED = _NAME + "name-delimiter name-form names-delimiter "

_RULES: Final[Mapping[str, _Rule]] = {
    "style": _rule(
        _INHERITED
        + "class default-locale version demote-non-dropping-particle initialize-with-hyphen "
        "page-range-format",
        "info locale macro citation bibliography",
    ),
    "citation": _rule(
        _INHERITED
        + "cite-group-delimiter collapse year-suffix-delimiter after-collapse-delimiter "
        "disambiguate-add-names disambiguate-add-givenname disambiguate-add-year-suffix "
        "givenname-disambiguation-rule near-note-distance",
        "sort layout",
    ),
    "bibliography": _rule(
        _INHERITED
        + "hanging-indent entry-spacing line-spacing second-field-align "
        "subsequent-author-substitute subsequent-author-substitute-rule",
        "sort layout",
    ),
    "macro": _rule("name", _RENDERING),
    "layout": _rule(_AFFIXES + _FONT + "delimiter", _RENDERING),
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
    "names": _rule(
        _AFFIXES + _FONT + "variable delimiter display", "name et-al label substitute"
    ),
    "name": _rule(_AFFIXES + _FONT + _NAME + "form delimiter", "name-part"),
    "name-part": _rule(_AFFIXES + _FONT + "name text-case"),
    "et-al": _rule(_FONT + "term"),
    "substitute": _rule("", _RENDERING),
    "locale": _rule("xml:lang", "info style-options date terms"),
    "style-options": _rule("limit-day-ordinals-to-day-1 punctuation-in-quote"),
    "terms": _rule("", "term"),
    "term": _rule("name form gender gender-form match", "single multiple"),
    "single": _rule(),
    "multiple": _rule(),
}

_METADATA: Final = _rule()  # cs:info is free

_VARIABLES_OF: Final[Mapping[str, frozenset[str]]] = {
    "text": STANDARD_VARIABLES,
    "number": NUMBER_VARIABLES,
    "label": NUMBER_VARIABLES,
    "date": DATE_VARIABLES,
    "names": NAME_VARIABLES,
}
"""The variables each rendering element takes; others take any."""

_LISTS: Final[tuple[tuple[str, str, frozenset[str]], ...]] = (
    ("is-numeric", "variable", VARIABLES),
    ("is-uncertain-date", "variable", DATE_VARIABLES),
    ("locator", "locator", LOCATORS | {"sub verbo"}),
    ("type", "type", ITEM_TYPES),
)
"""Conditions that name things: attribute, what it names, the names known."""


class _Call(NamedTuple):
    """A call of macro `name` at `line`."""

    name: str
    line: int


@dataclass(slots=True)
class _Check:
    """What the walk over the elements has found so far."""

    file: str
    found: dict[tuple[str, str], Problem] = field(default_factory=dict)
    calls: list[_Call] = field(default_factory=list)  # of the part walked at the moment
    terms: list[tuple[str, int]] = field(default_factory=list)  # used, but no standard term

    def warn(self, rule: str, subject: str, message: str, line: int) -> None:
        """Adds a warning, once for every subject."""
        key = (rule, subject)
        if key not in self.found:
            self.found[key] = Problem(rule, "warning", message, Place(self.file, line))

    def unknown(self, kind: str, name: str, where: str, line: int) -> None:
        """Adds the warning that CSL knows no such attribute, variable, ….."""
        message = f"CSL 1.0.2 knows no {kind} “{name}” {where}; it is ignored"
        self.warn(f"style-unknown-{kind}", f"{name} {where}", message, line)


def validate(root: Element, file: str) -> tuple[Problem, ...]:
    """The warnings about a style; `root` is its outermost element, `file` its name for messages.

    Raises StyleError where `root` is no independent CSL 1.0 style, lacks a layout, calls a macro
    that is missing or calls itself, or is built to take forever.
    """
    check = _Check(file)
    _check_root(root, check)
    parts: dict[str, tuple[list[_Call], int]] = {}
    for child in root.children:
        if child.name == "info":
            continue
        if child.name not in _RULES["style"].children:
            check.unknown("element", child.name, "in cs:style", child.line)
            continue
        check.calls = []
        size = _walk(child, check)
        name = child.attributes.get("name", "") if child.name == "macro" else f"cs:{child.name}"
        if child.name == "macro" and name in parts:
            message = f"the macro “{name}” is defined twice; the later one is used"
            check.warn("style-duplicate-macro", name, message, child.line)
        parts[name] = (check.calls, size)
    _check_terms(root, check)
    _check_calls(parts, file)
    return tuple(check.found.values())


def _check_root(root: Element, check: _Check) -> None:
    place = Place(check.file, root.line)
    if root.name.rpartition(" ")[2].lower() == "html":
        raise StyleError("this is an HTML page, not a CSL style", place=place)
    if root.name == "locale":
        raise StyleError("this is a CSL locale, not a style", place=place)
    if root.name != "style":
        raise StyleError(f"this is no CSL style: its root element is “{root.name}”", place=place)
    if _is_csl_0_8(root):
        raise StyleError(
            "this style is written in CSL 0.8, which is not supported",
            place=place,
            suggestion="update it to CSL 1.0, or take its successor from the packaged styles",
        )
    _check_version(root, check)
    if root.attributes.get("class") not in ("in-text", "note"):
        message = "cs:style has no class “in-text” or “note”; taken as “in-text”"
        check.warn("style-class", "", message, root.line)
    citation = root.child("citation")
    if citation is None:
        raise StyleError("the style has no cs:citation", place=place)
    for part in (citation, root.child("bibliography")):
        if part and part.child("layout") is None:
            message = f"cs:{part.name} has no cs:layout"
            raise StyleError(message, place=Place(check.file, part.line))


def _is_csl_0_8(root: Element) -> bool:
    """CSL 0.8 had no version attribute, kept its terms in cs:style and options in cs:option."""
    if "version" in root.attributes:
        return False
    citation = root.child("citation")
    options = citation is not None and citation.child("option") is not None
    return options or "xml:lang" in root.attributes or root.child("terms") is not None


def _check_version(root: Element, check: _Check) -> None:
    version = root.attributes.get("version", "")
    if version in ("1.0", "1.0.1", "1.0.2"):
        return
    if "mlz" in version:
        message = "the style is written in CSL-M; only what is standard CSL is rendered"
    elif version:
        message = f"the style is written for CSL {version}; it is rendered as CSL 1.0.2"
    else:
        message = "cs:style has no version; it is rendered as CSL 1.0.2"
    check.warn("style-version", "", message, root.line)


def _walk(part: Element, check: _Check) -> int:
    """Checks `part` and all it contains; the number of elements."""
    size = 0
    waiting = [part]
    while waiting:
        element = waiting.pop()
        size += 1
        attributes = element.attributes
        rule = _RULES.get(element.name, _METADATA)
        if not rule.attributes.issuperset(attributes):
            _check_attributes(element, rule, check)
        if attributes:
            _check_names(element, check)
        for child in element.children:
            if child.name in rule.children:
                waiting.append(child)
            elif element.name != "info":
                check.unknown("element", child.name, f"in cs:{element.name}", child.line)
    return size


def _check_attributes(element: Element, rule: _Rule, check: _Check) -> None:
    for name in element.attributes:
        if name not in rule.attributes and " " not in name:  # those of other namespaces are free
            check.unknown("attribute", name, f"on cs:{element.name}", element.line)


def _check_names(element: Element, check: _Check) -> None:
    """Checks the variables, terms, types and macros that an element names."""
    attributes = element.attributes
    if "variable" in attributes:
        variable = attributes["variable"]
        known = _VARIABLES_OF.get(element.name, VARIABLES)
        if variable not in known:
            _check_list(element, "variable", "variable", known, check)
    elif "macro" in attributes:
        check.calls.append(_Call(attributes["macro"], element.line))
    elif "term" in attributes:
        if attributes["term"] not in TERMS:
            check.terms.append((attributes["term"], element.line))
    elif element.name in _VARIABLES_OF:
        _check_content(element, check)
    if element.name in ("if", "else-if"):
        for attribute, kind, known in _LISTS:
            if attribute in attributes and attributes[attribute] not in known:
                _check_list(element, attribute, kind, known, check)
