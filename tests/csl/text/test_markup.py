"""Inline markup, quotations and apostrophes in the text of a variable."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl.text.markup import parse
from reportcite.csl.text.punctuation import FIXED, MARKUP, Quotes, finish
from reportcite.csl.tokens import CLOSE, Open, text_of
from reportcite.csl.write import writer

AMERICAN = Quotes(punctuation_in_quote=True)
GERMAN = Quotes("„", "“", "‚", "‘")
FRENCH = Quotes("«\u202f", "\u202f»", "“", "”")


def printed(text: str, quotes: Quotes = AMERICAN, *, within_quotes: bool = False) -> str:
    """`text` as the HTML writer prints it, perhaps as a quotation."""
    tokens = parse(text, quotes)
    if within_quotes:
        tokens = [Open(quotes=True), *tokens, CLOSE]
    return writer("html").tokens(finish(tokens, quotes))


@pytest.mark.parametrize("text", ["", "A plain title", "l’état", "10 % of §3 – a–b"])
def test_plain_text_is_one_token(text: str) -> None:
    assert parse(text, AMERICAN) == [text]


def test_tags_become_spans() -> None:
    italic = Open(font_style="italic", tag=MARKUP)
    assert parse("On <i>E. coli</i>, a study", AMERICAN) == [
        "On ", italic, "E. coli", CLOSE, ", a study",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        "<sc>x</sc>",
        '<span style="font-variant:small-caps;">x</span>',
        '<span style="font-variant: small-caps">x</span>',
        "<span style='font-variant: small-caps;'>x</span>",
    ],
)
def test_small_capitals_have_several_spellings(markup: str) -> None:
    assert printed(markup) == '<span style="font-variant:small-caps;">x</span>'


@pytest.mark.parametrize(
    "text", ["One</i> Three", "<i>One", "<em>x</em>", "<i >x</i>", "a < b > c"]
)
def test_what_is_not_balanced_markup_is_text(text: str) -> None:
    assert text_of(parse(text, AMERICAN)) == text


def test_of_crossing_tags_the_outer_pair_counts() -> None:
    assert printed("<i>foo <b>bar</i> baz</b>") == "<i>foo &#60;b&#62;bar</i> baz&#60;/b&#62;"


def test_entities_in_the_data_are_text() -> None:
    assert printed("a &lt;i&gt; &amp; b") == "a &#38;lt;i&#38;gt; &#38;amp; b"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ('from "distance" to "friction"', "from “distance” to “friction”"),
        ("the 'Hot Peace' of", "the “Hot Peace” of"),
        ("'Nobody Knows You're a Dog': as", "“Nobody Knows You’re a Dog”: as"),
        ("\"foo\" and 'bar'", "“foo” and “bar”"),
        ("\"the 'inner' one\"", "“the ‘inner’ one”"),
        ('It is ("<i>My Title</i>") now', "It is (“<i>My Title</i>”) now"),
        ("‘Parmenides’ 132c", "“Parmenides” 132c"),
        ("“the ‘inner’ one” and ‘bar’", "“the ‘inner’ one” and “bar”"),
        ('<i>"crossing</i> marks"', '<i>"crossing</i> marks"'),
        ('of "Positive Obligations " of', 'of "Positive Obligations " of'),
        ('6" tall', '6" tall'),
        ('""', '""'),
    ],
)
def test_quotations_take_the_locales_marks(text: str, outcome: str) -> None:
    assert printed(text) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("D'Arcus and O'Brien", "D’Arcus and O’Brien"),
        ("Ladder of his' Years", "Ladder of his’ Years"),
        ("(ETFA '09)", "(ETFA ’09)"),
        ("l'''", "l’’’"),
        ("d ' eau", "d ’ eau"),
        ("Shafi`i", "Shafi`i"),
    ],
)
def test_straight_apostrophes_become_typographic(text: str, outcome: str) -> None:
    assert printed(text) == outcome


@pytest.mark.parametrize(
    ("text", "quotes", "outcome"),
    [
        ("My “Amazing” Title", AMERICAN, "“My ‘Amazing’ Title”"),
        ("My “‘Amazing’ and Bogus” Title", AMERICAN, "“My ‘“Amazing” and Bogus’ Title”"),
        ("‘Parmenides’ 132c", AMERICAN, "“‘Parmenides’ 132c”"),
        ("„Krise“ und mehr", GERMAN, "„‚Krise‘ und mehr“"),
        ("Life's 'Little' Surprises", FRENCH, "«\u202fLife’s “Little” Surprises\u202f»"),
        ("« Anonymous » Life", FRENCH, "«\u202f“Anonymous” Life\u202f»"),
        ("“foreign” marks", GERMAN, "„“foreign” marks“"),
    ],
)
def test_quotations_in_quotations_alternate(text: str, quotes: Quotes, outcome: str) -> None:
    assert printed(text, quotes, within_quotes=True) == outcome


def test_french_spaces_do_not_break_the_line() -> None:
    assert printed("His « Anonymous » Life : un") == "His «\u202fAnonymous\u202f» Life\u202f: un"


def test_punctuation_behind_a_quotation_in_the_data_stays_there() -> None:
    """affix_CommaAfterQuote: only punctuation that the style adds moves inside."""
    tokens = parse("'quote', ", AMERICAN)
    assert FIXED in tokens
    assert printed("'quote', ") == "“quote”, "


@given(st.text(alphabet="ab'\"“”‘’«»<>/isp ,.", max_size=30), st.sampled_from([AMERICAN, FRENCH]))
def test_any_text_parses_to_balanced_spans(text: str, quotes: Quotes) -> None:
    tokens = parse(text, quotes)
    depth = 0
    for token in tokens:
        if isinstance(token, Open):
            depth += 1
        elif token is CLOSE:
            depth -= 1
        assert depth >= 0
    assert depth == 0
    finish(tokens, quotes)


@given(st.text())
def test_parsing_never_raises(text: str) -> None:
    assert len(text_of(parse(text, GERMAN))) <= len(text)


@pytest.mark.parametrize(
    "piece", ['"', ' "a', "“a ‘", '"a”', "“a ”", "<i>", "</i>", "<i>a</b>", "' ", "« "]
)
def test_the_cost_grows_with_the_length(piece: str) -> None:
    french = Quotes("« ", " »", "“", "”")

    assert _steps(lambda: parse(piece * 400, french)) <= 2.2 * _steps(
        lambda: parse(piece * 200, french)
    )


def _steps(action: Callable[[], object]) -> int:
    """How many lines of Python `action` runs."""
    count = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # the frame is not looked at
    try:
        action()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("\"foo\" and 'bar'", "“foo” and ‘bar’"),
        ("'foo' and \"bar\"", "“foo” and ‘bar’"),
        ("“foo” and 'bar'", "“foo” and ‘bar’"),
        ("‘foo’ and “bar”", "‘foo’ and “bar”"),
    ],
)
def test_what_stands_beside_a_cite_keeps_two_kinds_of_quotations(text: str, outcome: str) -> None:
    tokens = parse(text, AMERICAN, keeps_kinds=True)

    assert writer("html").tokens(finish(tokens, AMERICAN)) == outcome


def test_inner_marks_that_are_not_english_stay_as_typed() -> None:
    slovenian = Quotes("»", "«", "„", "“")

    assert printed("statt „Krise“: mehr", slovenian) == "statt „Krise“: mehr"
    assert printed("the ‘Lost’ world", FRENCH) == "the ‘Lost’ world"
