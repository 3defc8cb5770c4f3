"""cs:choose: conditional rendering (CSL 1.0.2, "Choose"); what is known already is decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from reportcite.csl.compile.elements.group import compile_children, first_printing, sequence
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import (
    IBID,
    IBID_WITH_LOCATOR,
    NONE,
    SUBSEQUENT,
    Context,
    Render,
    render_nothing,
)
from reportcite.csl.style.xml import Element
from reportcite.csl.text.numbers import is_numeric
from reportcite.csl.tokens import Tokens
from reportcite.values.locators.label import as_typed

Test: TypeAlias = "Callable[[Context], bool] | bool"


def compile_choose(element: Element, scope: Scope) -> Render:
    """The first branch whose condition holds; branches that cannot hold are dropped here."""
    branches: list[tuple[Callable[[Context], bool], Render]] = []
    fallback: Render = render_nothing
    for branch in element.children:
        condition = True if branch.name == "else" else _condition(branch, scope)
        if condition is False:
            continue
        render = _branch(branch, scope)
        if condition is True:
            fallback = render
            break
        branches.append((condition, render))
    if not branches:
        return fallback
    if len(branches) == 1:
        return _either(*branches[0], fallback)

    def render_choose(context: Context, out: Tokens) -> int:
        for holds, render in branches:
            if holds(context):
                return render(context, out)
        return fallback(context, out)

    return render_choose


def _branch(branch: Element, scope: Scope) -> Render:
    """The renderer of a branch. For items of any kind it is compiled when first taken, as most
    branches of a style never are; for a known set of variables at once, so that it can fold."""
    if scope.present is not None:
        return _compile_branch(branch, scope)
    compiled: Render | None = None

    def render_branch(context: Context, out: Tokens) -> int:
        nonlocal compiled
        if compiled is None:
            compiled = _compile_branch(branch, scope)
        return compiled(context, out)

    return render_branch


def _compile_branch(branch: Element, scope: Scope) -> Render:
    renders = compile_children(branch, scope)
    if scope.first_only:
        return first_printing(renders)
    return sequence(renders, scope.delimiter)


def _either(holds: Callable[[Context], bool], render: Render, fallback: Render) -> Render:
    if fallback is render_nothing:
        return lambda context, out: render(context, out) if holds(context) else NONE
    return lambda context, out: (render if holds(context) else fallback)(context, out)


def _condition(branch: Element, scope: Scope) -> Test:
    """The tests of a branch joined by `match`; a bool where the outcome is known."""
    match = branch.attributes.get("match", "all")
    tests = list(_tests(branch, scope))
    if match == "none":
        tests = [_negated(test) for test in tests]
    decisive = match == "any"  # the outcome of one test that decides the whole
    if decisive in tests:
        return decisive
    open_tests = [test for test in tests if not isinstance(test, bool)]
    if not open_tests:
        return not decisive
    if len(open_tests) == 1:
        return open_tests[0]
    if decisive:
        return lambda context: any([test(context) for test in open_tests])
    return lambda context: all([test(context) for test in open_tests])


def _negated(test: Test) -> Test:
    if isinstance(test, bool):
        return not test
    return lambda context: not test(context)


def _tests(branch: Element, scope: Scope) -> Iterator[Test]:
    for attribute, value in branch.attributes.items():
        compile_test = _COMPILE_TEST.get(attribute)
        if attribute == "type" and branch.attributes.get("match", "all") == "all":
            # No item is of two types: several types are always alternatives.
            yield _any_type_test(value.split(), scope)
        elif compile_test is not None:
            # CSL 1.0.1 writes the one locator with a space.
            for word in value.replace("sub verbo", "sub-verbo").split():
                yield compile_test(word, scope)


def _type_test(name: str, scope: Scope) -> Test:
    if scope.item_type is not None:
        return scope.item_type == name
    return lambda context: context.item.type == name


def _any_type_test(names: list[str], scope: Scope) -> Test:
    if scope.item_type is not None:
        return scope.item_type in names
    return lambda context: context.item.type in names


def _variable_test(variable: str, scope: Scope) -> Test:
    known = scope.has(variable)
    if known is not None:
        return known
    if variable == "locator":
        return lambda context: bool(context.locator)
    if variable == "citation-number":
        return lambda context: context.citation_number > 0
    if variable == "first-reference-note-number":
        return lambda context: context.first_note > 0
    if variable == "year-suffix":
        return lambda context: bool(context.year_suffix)
    return lambda context: variable in context.item.signature


def _numeric_test(variable: str, scope: Scope) -> Test:
    if scope.has(variable) is False:
        return False
    if variable == "locator":
        return lambda context: is_numeric(context.locator)
    if variable == "citation-number":
        return True
    return lambda context: is_numeric(context.texts.get(variable, ""))


def _uncertain_test(variable: str, scope: Scope) -> Test:
    if scope.has(variable) is False:
        return False

    def holds(context: Context) -> bool:
        date = context.dates.get(variable)
        return date is not None and date.circa

    return holds


def _locator_test(label: str, scope: Scope) -> Test:
    if scope.area == "bibliography":
        return False
    labels = (label, as_typed(label))
    return lambda context: bool(context.locator) and context.label in labels


def _position_test(position: str, scope: Scope) -> Test:
    if scope.area == "bibliography":
        return False
    if position == "near-note":
        return lambda context: context.near_note
    if position == "first":
        return lambda context: context.position < SUBSEQUENT
    least = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}
    threshold = least.get(position)
    if threshold is None:
        return False
    return lambda context: context.position >= threshold


def _disambiguate_test(value: str, scope: Scope) -> Test:
    wanted = value == "true"

    def holds(context: Context) -> bool:
        context.conditions_count += 1
        return (context.conditions_count <= context.disambiguation.conditions) is wanted

    return holds


_COMPILE_TEST: dict[str, Callable[[str, Scope], Test]] = {
    "type": _type_test,
    "variable": _variable_test,
    "is-numeric": _numeric_test,
    "is-uncertain-date": _uncertain_test,
    "locator": _locator_test,
    "position": _position_test,
    "disambiguate": _disambiguate_test,
}
