"""What any element may carry: affixes, formatting, quotes, text-case, periods, display."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.elements.decoration import (
    decorate,
    formatting,
    has_italics,
    strip_periods,
    surroundings,
    upright,
)
from reportcite.csl.context import (
    SOME,
    Context,
    has_final_verdict,
    render_empty,
    render_nothing,
    with_final_verdict,
)
from reportcite.csl.tokens import CLOSE, Open, Tokens
from tests.csl.compile.elements.element import context_of

BOLD = Open(font_weight="bold")
QUOTED = Open(quotes=True)


def render_words(context: Context, out: Tokens) -> int:
    """A renderer of two words."""
    out.append("a.b. the end")
    return SOME


def render_silence(context: Context, out: Tokens) -> int:
    """A renderer that calls a variable with a value and prints nothing."""
    return SOME


def decorated(
    attributes: dict[str, str],
    *,
    quotes: bool = False,
    language: str | None = None,
) -> Tokens:
    """What the words become with these attributes, behind something that is there already."""
    render = decorate(render_words, attributes, quotes=quotes, language=language)
    out: Tokens = ["before"]
    assert render(context_of(), out) == SOME
    assert out[0] == "before"
    return out[1:]


def test_affixes_stand_round_quotes_round_formatting_round_the_words() -> None:
    """Quotation marks are not in italics themselves: « <i>Hyphens</i> », as in other engines."""
    attributes = {"prefix": "(", "suffix": ")", "font-weight": "bold", "quotes": "true"}

    assert decorated(attributes, quotes=True) == [
        "(", QUOTED, BOLD, "a.b. the end", CLOSE, CLOSE, ")",
    ]  # fmt: skip


def test_display_stands_round_all() -> None:
    block = Open(display="block")

    assert decorated({"prefix": "(", "display": "block"}) == [block, "(", "a.b. the end", CLOSE]


def test_what_prints_nothing_is_not_decorated() -> None:
    out: Tokens = ["before"]
    render = decorate(render_silence, {"prefix": "(", "font-weight": "bold", "display": "block"})

    assert render(context_of(), out) == SOME
    assert out == ["before"]
    assert decorate(render_empty, {"prefix": "("}) is render_empty
    assert decorate(render_nothing, {"prefix": "("}) is render_nothing
    assert decorate(render_words, {}) is render_words


def test_quotes_are_for_elements_that_take_them() -> None:
    assert decorated({"quotes": "true"}) == ["a.b. the end"]
    assert decorated({"quotes": "false"}, quotes=True) == ["a.b. the end"]
    assert decorated({"quotes": "true"}, quotes=True) == [QUOTED, "a.b. the end", CLOSE]


def test_periods_go_before_the_case_is_changed() -> None:
    attributes = {"strip-periods": "true", "text-case": "uppercase"}

    assert decorated(attributes) == ["A.B THE END"]  # a stop inside a word stays
    assert decorated(attributes, language="en-US") == ["AB THE END"]  # but not of a term
    assert decorated({"strip-periods": "false"}) == ["a.b. the end"]


def test_a_final_verdict_stays_one() -> None:
    final = with_final_verdict(lambda context, out: SOME)

    for attributes in ({"prefix": "("}, {"text-case": "title"}, {"display": "block"}):
        assert has_final_verdict(decorate(final, attributes))
        assert not has_final_verdict(decorate(render_words, attributes))


@pytest.mark.parametrize(
    ("attribute", "value", "span"),
    [
        ("font-style", "italic", Open(font_style="italic")),
        ("font-variant", "small-caps", Open(font_variant="small-caps")),
        ("font-weight", "bold", BOLD),
        ("text-decoration", "underline", Open(text_decoration="underline")),
        ("vertical-align", "sup", Open(vertical_align="sup")),
    ],
)
def test_each_attribute_formats(attribute: str, value: str, span: Open) -> None:
    assert formatting({attribute: value, "prefix": "x"}) == span
    assert surroundings({attribute: value}) == ([span], [CLOSE])


def test_without_attributes_nothing_is_formatted() -> None:
    assert formatting({"prefix": "x", "quotes": "true"}) is None
    assert surroundings({}) == ([], [])


@pytest.mark.parametrize(
    ("text", "italics"),
    [("Air", True), ("Война", True), ("中国", False), ("中国, 2.", False), ("中国 air", True)],
)
def test_some_scripts_have_no_italics(text: str, italics: bool) -> None:
    assert has_italics(text) is italics


def test_upright_takes_the_italics_alone() -> None:
    assert upright({"font-style": "italic", "font-weight": "bold"}) == {"font-weight": "bold"}


def test_periods_within_words_stay_but_for_terms() -> None:
    tokens: Tokens = ["s.v. example.org", BOLD, "Jr.", CLOSE]

    assert strip_periods(tokens) == ["s.v example.org", BOLD, "Jr", CLOSE]
    assert strip_periods(tokens, term=True) == ["sv exampleorg", BOLD, "Jr", CLOSE]
