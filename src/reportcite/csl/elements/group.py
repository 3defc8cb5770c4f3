"""cs:group, cs:macro and cs:layout: children one after another (CSL 1.0.2, "Group")."""

from __future__ import annotations

from collections.abc import Sequence

from reportcite.csl.context import (
    EMPTY,
    NONE,
    SOME,
    Context,
    Render,
    render_empty,
    render_nothing,
)
from reportcite.csl.elements.decoration import decorate
from reportcite.csl.output import Tokens
from reportcite.csl.scope import Scope
from reportcite.csl.style import Element


def compile_group(element: Element, scope: Scope) -> Render:
    """A group: its children joined by `delimiter`, suppressed if all its variables are empty."""
    delimiter = element.attributes.get("delimiter", "")
    inner = scope.delimited(delimiter)
    renders = [scope.compile(child, inner) for child in element.children]
    body = sequence(renders, delimiter, suppressing=True)
    return decorate(body, element.attributes)


def compile_macro(element: Element, scope: Scope) -> Render:
    """A macro: its children without delimiter, with the implicit condition of a group."""
    return sequence([scope.compile(child, scope) for child in element.children], suppressing=True)


def sequence(
    renders: Sequence[Render], delimiter: str = "", *, suppressing: bool = False
) -> Render:
    """The renderer of `renders` in order; `delimiter` stands between those that print.

    With `suppressing`, the implicit condition of cs:group applies, and what a group prints
    without calling a variable counts as a value in the groups around it. Renderers known to
    print nothing are left out here; their verdict stays.
    """
    least = EMPTY if render_empty in renders else NONE
    kept = [
        render for render in renders if render is not render_empty and render is not render_nothing
    ]
    if not kept:
        return render_empty if least else render_nothing
    if len(kept) == 1 and not suppressing and not least:
        return kept[0]

    def settle(out: Tokens, start: int, verdict: int) -> int:
        if verdict == SOME or not suppressing:
            return verdict
        if verdict == EMPTY:
            del out[start:]
            return EMPTY
        return SOME if len(out) > start else NONE

    def render_plain(context: Context, out: Tokens) -> int:
        start = len(out)
        verdict = least
        for render in kept:
            child = render(context, out)
            verdict = max(verdict, child)
        return settle(out, start, verdict)

    def render_delimited(context: Context, out: Tokens) -> int:
        start = len(out)
        verdict = least
        for render in kept:
            mark = len(out)
            if mark > start:
                out.append(delimiter)
                body = mark + 1
            else:
                body = mark
            child = render(context, out)
            if len(out) == body:
                del out[mark:]
            verdict = max(verdict, child)
        return settle(out, start, verdict)

    return render_delimited if delimiter and len(kept) > 1 else render_plain


def first_printing(renders: Sequence[Render]) -> Render:
    """The renderer of alternatives: the first of `renders` that prints anything."""
    kept = [
        render for render in renders if render is not render_empty and render is not render_nothing
    ]
    if len(kept) < 2:
        return kept[0] if kept else render_empty

    def render_first(context: Context, out: Tokens) -> int:
        start = len(out)
        for render in kept:
            verdict = render(context, out)
            if len(out) > start:
                return verdict
        return EMPTY

    return render_first
