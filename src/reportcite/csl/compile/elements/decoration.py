"""What any rendering element may carry: affixes, formatting, quotes, text-case, periods, display.

CSL 1.0.2, "Affixes", "Formatting", "Quotes", "Text-case", "Strip-periods", "Display".
"""

from __future__ import annotations

from collections.abc import Mapping

from reportcite.csl.context import (
    Context,
    Render,
    has_final_verdict,
    render_empty,
    render_nothing,
    with_final_verdict,
)
from reportcite.csl.text import textcase
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.patterns import pattern

_NO_ITALICS = r"\u0900-\u097f\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
# Text in Chinese, Japanese, Korean or Hindi without a word in another script.
_HAS_NO_ITALICS = pattern(rf"[\W\d_]*[{_NO_ITALICS}](?:[\W\d_]|[{_NO_ITALICS}])*")
_FULL_STOP = pattern(r"\.(?![a-z])")


def formatting(attributes: Mapping[str, str]) -> Open | None:
    """The span of an element's formatting attributes; None where it has none."""
    style = attributes.get("font-style", "")
    variant = attributes.get("font-variant", "")
    weight = attributes.get("font-weight", "")
    decoration = attributes.get("text-decoration", "")
    align = attributes.get("vertical-align", "")
    if style or variant or weight or decoration or align:
        return Open(style, variant, weight, decoration, align)
    return None


def decorate(
    render: Render,
    attributes: Mapping[str, str],
    *,
    quotes: bool = False,
    language: str | None = None,
) -> Render:
    """`render` with the affixes, formatting, quotes, text-case and display of `attributes`.

    `language` is that of what `render` prints, where that is not the item's: a term's. None says
    that it is no term.
    Order, from the inside: periods stripped, text-case, quotes, formatting, affixes, display.
    """
    if render is render_empty or render is render_nothing:
        return render
    case = attributes.get("text-case", "")
    strip = attributes.get("strip-periods") == "true"
    if case or strip:
        render = _transformed(render, case, strip, language)
    render = _wrapped(render, *surroundings(attributes, quotes=quotes))
    display = attributes.get("display", "")
    return _wrapped(render, [Open(display=display)], [CLOSE]) if display else render


def surroundings(attributes: Mapping[str, str], *, quotes: bool = False) -> tuple[Tokens, Tokens]:
    """What stands before and behind an element's output: affixes around formatting and quotes."""
    before: Tokens = []
    after: Tokens = []
    prefix, suffix = attributes.get("prefix"), attributes.get("suffix")
    span = formatting(attributes)
    if prefix:
        before.append(prefix)
    quoted = quotes and attributes.get("quotes") == "true"
    if quoted:
        before.append(Open(quotes=True))
    if span:
        before.append(span)
        after.append(CLOSE)
    if quoted:
        after.append(CLOSE)
    if suffix:
        after.append(suffix)
    return before, after


def has_italics(text: str) -> bool:
    """Whether `text` is in a script that has italics, or in several."""
    return text.isascii() or _HAS_NO_ITALICS.fullmatch(text) is None


def upright(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes without italics."""
    return {key: value for key, value in attributes.items() if key != "font-style"}


def strip_periods(tokens: Tokens, *, term: bool = False) -> Tokens:
    """The tokens without full stops, but for those inside a word ("example.org").

    Of a term all go ("s.v.").
    """
    return [
        (token.replace(".", "") if term else _FULL_STOP.sub("", token))
        if isinstance(token, str) and "." in token
        else token
        for token in tokens
    ]


def _transformed(render: Render, case: str, strip: bool, language: str | None) -> Render:
    def render_transformed(context: Context, out: Tokens) -> int:
        start = len(out)
        verdict = render(context, out)
        if len(out) > start:
            body = out[start:]
            if strip:
                body = strip_periods(body, term=language is not None)
            if case:
                own = context.item.language if language is None else language
                body = textcase.apply(case, body, english=context.english, language=own)
            out[start:] = body
        return verdict

    return (
        with_final_verdict(render_transformed) if has_final_verdict(render) else render_transformed
    )


def _wrapped(render: Render, before: Tokens, after: Tokens) -> Render:
    if not before and not after:
        return render

    def render_wrapped(context: Context, out: Tokens) -> int:
        start = len(out)
        out += before
        body = len(out)
        verdict = render(context, out)
        if len(out) == body:
            del out[start:]
        else:
            out += after
        return verdict

    return with_final_verdict(render_wrapped) if has_final_verdict(render) else render_wrapped
