"""cs:group, cs:macro and cs:layout: children one after another (CSL 1.0.2, "Group")."""

from __future__ import annotations

from collections.abc import Sequence

from reportcite.csl.compile.elements.decoration import decorate
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import (
    EMPTY,
    NONE,
    SOME,
    Context,
    Render,
    has_final_verdict,
    render_empty,
    render_nothing,
    with_final_verdict,
)
from reportcite.csl.style.xml import Element
from reportcite.csl.tokens import Tokens


def compile_group(element: Element, scope: Scope) -> Render:
    """A group: its children joined by `delimiter`, suppressed if all its variables are empty."""
    delimiter = element.attributes.get("delimiter", "")
    inner = scope.delimited(delimiter)
    body = sequence(compile_children(element, inner), delimiter, suppressing=True)
    return decorate(body, element.attributes)


def compile_macro(element: Element, scope: Scope) -> Render:
    """A macro: its children without delimiter, with the implicit condition of a group."""
    return sequence(compile_children(element, scope), suppressing=True)


def compile_children(element: Element, scope: Scope) -> list[Render]:
    """The renderers of an element's children."""
    return [scope.compile(child, scope) for child in element.children]


def sequence(
    renders: Sequence[Render], delimiter: str = "", *, suppressing: bool = False
) -> Render:
    """The renderer of `renders` in order; `delimiter` stands between those that print.

    With `suppressing`, the implicit condition of cs:group applies, and what a group prints
    without calling a variable counts as a value in the groups around it. Renderers known to
    print nothing are left out here; their verdict stays.
    """
    least = EMPTY if render_empty in renders else NONE
    kept = [r for r in renders if r is not render_empty and r is not render_nothing]
    if not kept:
        return render_empty if least else render_nothing
    if len(kept) == 1 and (has_final_verdict(kept[0]) if suppressing else not least):
        # One child that needs no more deciding: its verdict can only be what the group's is.
        return kept[0]
    if delimiter and len(kept) > 1:
        render = _delimited(kept, delimiter, least, suppressing)
    else:
        render = _in_order(kept, least, suppressing)
    return with_final_verdict(render) if suppressing else render


# Hot: an entry is some twenty groups within each other. So each decides for itself whether it is
# suppressed; a function round it that does would be called as often.


def _in_order(renders: Sequence[Render], least: int, suppressing: bool) -> Render:
    def render_in_order(context: Context, out: Tokens) -> int:
        start = len(out)
        verdict = least
        for render in renders:
            child = render(context, out)
            if child > verdict:
                verdict = child
        if suppressing and verdict != SOME:
            return _suppressed(verdict, start, out)
        return verdict

    return render_in_order


def _suppressed(verdict: int, start: int, out: Tokens) -> int:
    """The verdict of a group that has printed what stands behind `start`, and no value in it."""
    if verdict == EMPTY:
        del out[start:]
    elif len(out) > start:
        return SOME
    return verdict


def _delimited(renders: Sequence[Render], delimiter: str, least: int, suppressing: bool) -> Render:
    first, rest = renders[0], renders[1:]

    def render_delimited(context: Context, out: Tokens) -> int:
        start = len(out)
        verdict = first(context, out)
        if verdict < least:
            verdict = least
        for render in rest:
            mark = len(out)
            if mark == start:
                child = render(context, out)
            else:
                out.append(delimiter)
                child = render(context, out)
                if len(out) == mark + 1:
                    del out[mark]
            if child > verdict:
                verdict = child
        if suppressing and verdict != SOME:
            return _suppressed(verdict, start, out)
        return verdict

    return render_delimited


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
