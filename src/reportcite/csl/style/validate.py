"""Checking a style before it is compiled: its structure, its names, what its macros call.

Structure and names follow the CSL 1.0.2 schema. A style that cannot be rendered raises StyleError;
what is merely not understood, and so has no effect, is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from reportcite.csl.style.grammar import (
    CONDITION_NAMES,
    CONDITIONALS,
    NO_RULE,
    RULES,
    VALUES,
    VARIABLES_OF,
    WHOLE_NUMBER,
    WHOLE_NUMBERS,
    ElementRule,
)
from reportcite.csl.style.rules import (
    STYLE_CLASS,
    STYLE_DUPLICATE_MACRO,
    STYLE_MACRO_NAME,
    STYLE_NOTHING_TO_PRINT,
    STYLE_UNUSED_MACRO,
    STYLE_VERSION,
    UNKNOWN,
)
from reportcite.csl.style.xml import Element
from reportcite.errors import Place, StyleError
from reportcite.problems import Problem, Rule, shown
from reportcite.vocabulary import TERMS, VARIABLES

MAXIMAL_LEVELS: Final = 150
"""How deep elements may be nested once macro calls are followed; published styles reach 72."""

MAXIMAL_ELEMENTS: Final = 100_000
"""Elements one rendering may visit at most, macro calls followed; published styles reach 3,047."""


_Cost: TypeAlias = tuple[int, int]
"""The most elements rendering visits, and how deep they are nested, macro calls followed."""


class _Check:
    """What the walk over the elements needs and has found so far."""

    def __init__(self, file: str, macros: Mapping[str, Element]) -> None:
        self.file = file
        self.macros = macros
        self.costs: dict[str, _Cost] = {}  # of the macros checked so far
        self.found: dict[tuple[str, str], Problem] = {}
        self.printed = True  # whether what is walked over is printed, or macros that nothing calls
        self.terms: list[tuple[str, int]] = []  # used, but no standard term

    def warn(self, rule: Rule, subject: str, message: str, line: int) -> None:
        """Adds a warning, once for every subject."""
        key = (rule.name, subject)
        if key not in self.found:
            self.found[key] = rule.found(message, place=Place(self.file, line))

    def unknown(self, kind: str, name: str, where: str, line: int) -> None:
        """Adds the warning that CSL knows no such attribute, variable or term."""
        message = f"CSL 1.0.2 knows no {kind} “{name}” {where}"
        self.warn(UNKNOWN[kind], f"{name} {where}", message, line)


def validate(root: Element, file: str) -> tuple[Problem, ...]:
    """The warnings about a style; `root` is its outermost element, `file` its name for messages.

    Raises StyleError where `root` is no independent CSL 1.0 style, lacks a layout, calls a macro
    that is missing or calls itself from what it prints, or is built to take forever.
    """
    macros = {
        child.attributes.get("name", ""): child for child in root.children if child.name == "macro"
    }
    check = _Check(file, macros)
    _check_root(root, check)
    _check_attributes(root, RULES["style"], check)
    for child in root.children:
        if child.name in RULES["style"].children and child.name != "macro":
            _walk(child, (), 0, check)
        elif child.name not in ("info", "macro"):
            check.unknown("element", child.name, "in cs:style", child.line)
    check.printed = False
    for child in root.children:
        if child.name == "macro":
            _check_macro(child, check)
    _check_terms(root, check)
    return tuple(sorted(check.found.values(), key=_line))


def _line(problem: Problem) -> int:
    return problem.place.line or 0 if problem.place else 0


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
        check.warn(STYLE_CLASS, "", message, root.line)
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
        message = (
            "the style is written in CSL-M; only what is standard CSL is rendered, and layouts "
            "by language"
        )
    elif version:
        message = f"the style is written for CSL {version}; it is rendered as CSL 1.0.2"
    else:
        message = "cs:style has no version; it is rendered as CSL 1.0.2"
    check.warn(STYLE_VERSION, "", message, root.line)


def _check_macro(macro: Element, check: _Check) -> None:
    name = macro.attributes.get("name", "")
    if not name:
        check.warn(STYLE_MACRO_NAME, str(macro.line), "cs:macro has no name", macro.line)
    elif check.macros[name] is not macro:
        message = f"the macro “{name}” is defined again further down; this one is not used"
        check.warn(STYLE_DUPLICATE_MACRO, name, message, macro.line)
    elif name not in check.costs:
        check.costs[name] = _walk(macro, (name,), 0, check)


def _walk(element: Element, chain: tuple[str, ...], depth: int, check: _Check) -> _Cost:
    """Checks an element and all it contains and calls; `chain` are the macros that led here.

    Raises StyleError where that is nested too deeply or is too much to render.
    """
    name, attributes = element.name, element.attributes
    rule = RULES.get(name, NO_RULE)
    if not rule.unchecked.issuperset(attributes):
        _check_attributes(element, rule, check)
    elements = levels = 0
    if "macro" in attributes:
        elements, levels = _called(element, chain, depth, check)
    elif attributes or name == "text":
        _check_names(element, check)
    for child in element.children:
        if child.name not in rule.children:
            _check_child(child, element, check)
            continue
        more, deeper = _walk(child, chain, depth + 1, check)
        # Of the branches of cs:choose only one is rendered.
        elements = max(elements, more) if name == "choose" else elements + more
        levels = max(levels, deeper)
    if depth + levels > MAXIMAL_LEVELS or elements > MAXIMAL_ELEMENTS:
        raise _too_much(element, check)
    return elements + 1, levels + 1


def _called(call: Element, chain: tuple[str, ...], depth: int, check: _Check) -> _Cost:
    """The cost of the macro that `call` names; raises StyleError where that leads nowhere."""
    name = call.attributes["macro"]
    cost = check.costs.get(name)
    if cost is None:
        place = Place(check.file, call.line)
        if name not in check.macros:
            suggestion = _did_you_mean(name, check.macros)
            if not check.printed:
                message = f"there is no macro “{name}”; nothing that is printed calls it"
                check.warn(STYLE_UNUSED_MACRO, name, message, call.line)
                return 0, 0
            raise StyleError(f"there is no macro “{name}”", place=place, suggestion=suggestion)
        if name in chain:
            loop = " → ".join([*chain[chain.index(name) :], name])
            raise StyleError(f"the macro “{name}” calls itself: {loop}", place=place)
        if depth > MAXIMAL_LEVELS:
            raise _too_much(call, check)
        cost = _walk(check.macros[name], (*chain, name), depth + 1, check)
        check.costs[name] = cost
    return cost


def _too_much(element: Element, check: _Check) -> StyleError:
    return StyleError(
        "macros calling macros make this too deeply nested, or too much, to render",
        place=Place(check.file, element.line),
        suggestion=f"at most {MAXIMAL_LEVELS} levels and {MAXIMAL_ELEMENTS:,} elements",
    )


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"did you mean “{near[0]}”?" if near else ""


def _check_child(child: Element, parent: Element, check: _Check) -> None:
    if child.name != "info":  # metadata is free
        check.unknown("element", child.name, f"in cs:{parent.name}", child.line)


def _check_attributes(element: Element, rule: ElementRule, check: _Check) -> None:
    for name, value in element.attributes.items():
        if name not in rule.attributes:
            if " " not in name:  # other namespaces are free
                check.unknown("attribute", name, f"on cs:{element.name}", element.line)
        elif name in WHOLE_NUMBERS:
            if not WHOLE_NUMBER.fullmatch(value):
                message = f"{name} must be a whole number, not {shown(value)}"
                raise StyleError(message, place=Place(check.file, element.line))
        elif name in VALUES and value not in VALUES[name]:
            check.unknown("value", value, f"of {name}", element.line)


def _check_names(element: Element, check: _Check) -> None:
    """Checks the variables, terms, types and locators that an element names."""
    name, attributes = element.name, element.attributes
    if "variable" in attributes:
        known = VARIABLES_OF.get(name, VARIABLES)
        _check_list(element, "variable", "variable", known, check)
    elif "term" in attributes and attributes["term"] not in TERMS:
        check.terms.append((attributes["term"], element.line))
    elif name == "text" and "term" not in attributes and "value" not in attributes:
        message = "cs:text names no variable, macro, term or value and prints nothing"
        check.warn(STYLE_NOTHING_TO_PRINT, str(element.line), message, element.line)
    if name in CONDITIONALS:
        for attribute, kind, known in CONDITION_NAMES:
            if attribute in attributes:
                _check_list(element, attribute, kind, known, check)


def _check_list(
    element: Element, attribute: str, kind: str, known: frozenset[str], check: _Check
) -> None:
    """Checks names separated by spaces."""
    value = element.attributes[attribute]
    if value in known:
        return
    for name in value.split():
        if name not in known:
            check.unknown(kind, name, f"on cs:{element.name}", element.line)


def _check_terms(root: Element, check: _Check) -> None:
    """Warns of terms that neither CSL nor a locale of the style defines."""
    own = {
        term.attributes.get("name")
        for locale in root.children
        if check.terms and locale.name == "locale"
        for terms in locale.children
        for term in terms.children
    }
    for name, line in check.terms:
        if name not in own:
            check.unknown("term", name, "on cs:text", line)
