"""Adjoining punctuation and quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl import Cite, Processor
from reportcite.csl.text import punctuation
from reportcite.csl.text.punctuation import (
    FIXED,
    MARKUP,
    MARKUP_INNER,
    Quotes,
    finish,
)
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from tests.csl.references import report
from tests.csl.style_xml import citation, printed, style_xml

INSIDE = Quotes(punctuation_in_quote=True)
OUTSIDE = Quotes(punctuation_in_quote=False)
QUOTED = Open(quotes=True)
ITALIC = Open(font_style="italic")

# What punctuation_FullMontyPlain prints: the first mark, and then for each second mark the two.
TABLE = {
    ":": {":": ":", ".": ":", ";": ":;", "!": "!", "?": "?", ",": ":,"},
    ".": {":": ".:", ".": ".", ";": ".;", "!": ".!", "?": ".?", ",": ".,"},
    ";": {":": ";", ".": ";", ";": ";", "!": "!", "?": "?", ",": ";,"},
    "!": {":": "!", ".": "!", ";": "!;", "!": "!", "?": "!?", ",": "!,"},
    "?": {":": "?", ".": "?", ";": "?;", "!": "?!", "?": "?", ",": "?,"},
    ",": {":": ",:", ".": ",.", ";": ",;", "!": ",!", "?": ",?", ",": ","},
}
PAIRS = [(a, b, both) for a, row in TABLE.items() for b, both in row.items()]


def finished(tokens: Tokens, quotes: Quotes = INSIDE) -> str:
    return text_of(finish(tokens, quotes))


@pytest.mark.parametrize(("first", "second", "both"), PAIRS)
def test_of_two_marks_that_meet_one_may_go(first: str, second: str, both: str) -> None:
    assert finished(["a", first, f"{second} ", "b"]) == f"a{both} b"
    assert finished([ITALIC, f"a{first}", CLOSE, f"{second} b"]) == f"a{both} b"


def test_double_spaces_collapse_where_pieces_meet() -> None:
    assert finished(["a ", " ", ITALIC, " b", CLOSE]) == "a b"
    assert finish(["a", " ", ITALIC, " b", CLOSE], INSIDE) == ["a", ITALIC, " b", CLOSE]


def test_the_inside_of_a_text_is_content() -> None:
    tokens: Tokens = ["Wait..  what?.", " really"]
    assert finish(tokens, INSIDE) == tokens


def test_tokens_with_nothing_to_resolve_stay_as_they_are() -> None:
    tokens: Tokens = ["Doe", ", ", ITALIC, "Title", CLOSE, "."]
    assert finish(tokens, INSIDE) == ["Doe", ", ", ITALIC, "Title", CLOSE, "."]
    assert finish(tokens, INSIDE)[2] is ITALIC


@pytest.mark.parametrize(
    ("title", "after", "inside", "outside"),
    [
        ("period", [". ", "x"], "“period.” x", "“period”. x"),
        ("comma", [", ", "x"], "“comma,” x", "“comma”, x"),
        ("colon", [": ", "x"], "“colon”: x", "“colon”: x"),
        ("semicolon", ["; ", "x"], "“semicolon”; x", "“semicolon”; x"),
        ("question", ["?", "x"], "“question?”x", "“question”?x"),
        ("colon", [":", "! ", "x"], "“colon!” x", "“colon”! x"),
        ("both", [",", ". ", "x"], "“both,.” x", "“both”,. x"),
        ("Article A?", [". ", "x"], "“Article A?” x", "“Article A?” x"),
        ("Article A?", [", ", "x"], "“Article A?,” x", "“Article A?”, x"),
        ("etc.", [". ", "x"], "“etc.” x", "“etc.” x"),
        ("ends in,", [" x"], "“ends in,” x", "“ends in”, x"),
        ("and so on", ["... ", "x"], "“and so on”... x", "“and so on”... x"),
    ],
)
def test_full_stops_and_commas_stand_on_the_locales_side_of_the_mark(
    title: str, after: Tokens, inside: str, outside: str
) -> None:
    tokens: Tokens = [QUOTED, title, CLOSE, *after]
    assert finished(tokens, INSIDE) == inside
    assert finished(tokens, OUTSIDE) == outside


def test_punctuation_goes_through_formats_into_the_innermost_quotation() -> None:
    nested: Tokens = [ITALIC, QUOTED, "This is ", QUOTED, "The One", CLOSE, CLOSE, CLOSE, ". ", "x"]
    assert finished(nested) == "“This is ‘The One.’” x"


def test_punctuation_stays_outside_formats_that_stand_inside_the_marks() -> None:
    tokens: Tokens = [QUOTED, ITALIC, "Title", CLOSE, CLOSE, "."]
    assert finish(tokens, INSIDE) == ["“", ITALIC, "Title", CLOSE, ".", "”"]


def test_a_span_may_be_quotation_and_format_at_once() -> None:
    tokens: Tokens = [Open(quotes=True, font_style="italic"), "Title", CLOSE, ", x"]
    assert finish(tokens, INSIDE) == ["“", ITALIC, "Title", CLOSE, ",", "”", " x"]


def test_marks_alternate_with_depth() -> None:
    tokens: Tokens = [QUOTED, "a", QUOTED, "b", QUOTED, "c", CLOSE, CLOSE, CLOSE]
    assert finished(tokens) == "“a‘b“c”’”"


def test_what_follows_a_block_punctuates_inside_it() -> None:
    """bugreports_NoCaseEscape: a layout's full stop belongs to the last block."""
    block = Open(display="right-inline")
    tokens: Tokens = [block, QUOTED, "Title", CLOSE, CLOSE, "."]
    assert finish(tokens, INSIDE) == [block, "“", "Title", ".", "”", CLOSE]


def test_a_space_that_begins_an_entry_stands_before_its_block() -> None:
    block = Open(display="block")
    assert finish([block, " a ", CLOSE], INSIDE) == [" ", block, "a", CLOSE, " "]


@given(st.text(alphabet="ab .,;:!?"))
def test_what_stands_inside_one_text_is_content_and_stays(text: str) -> None:
    assert text_of(finish([text], INSIDE)) == text


spans = st.sampled_from([QUOTED, ITALIC, Open(display="block"), Open(tag="names")])
streams = st.recursive(
    st.lists(st.text(alphabet="a .,;:!?”", max_size=3), max_size=3),
    lambda inner: st.tuples(inner, spans, inner, inner).map(
        lambda parts: [*parts[0], parts[1], *parts[2], CLOSE, *parts[3]]
    ),
)


@given(streams, st.sampled_from([INSIDE, OUTSIDE]))
def test_every_stream_ends_balanced_and_without_abstract_quotations(
    tokens: Tokens, quotes: Quotes
) -> None:
    result = finish(tokens, quotes)
    opened = [token for token in result if isinstance(token, Open)]
    assert not any(token.quotes for token in opened)
    assert len(opened) == sum(token is CLOSE for token in result)
    assert text_of(result).count("a") == text_of(tokens).count("a")


def test_a_question_ends_the_sentence_of_a_citation_outside_the_quotes_too() -> None:
    layout = '<text variable="title" quotes="true"/>'
    for language, text in (("en-GB", "‘Why?’"), ("en-US", "“Why?”"), ("de-DE", "„Why?“")):
        processor = Processor(style_xml(citation(layout, suffix=".")), locale=language)
        processor.register([report("x", title="Why?")])
        assert processor.citation([Cite("x")]) == text


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ('<group delimiter=". "><group>{}</group><text value="x"/></group>', "‘Why?’ x"),
        ('<group delimiter=": "><group>{}</group><text value="x"/></group>', "‘Why?’ x"),
        ('<group delimiter=", "><group>{}</group><text value="x"/></group>', "‘Why?’, x"),
        ('<group delimiter=". ">{}<text value="x"/></group>', "‘Why?’ x"),
    ],
)
def test_a_question_in_quotes_ends_what_is_set_apart_by_stops(layout: str, text: str) -> None:
    title = '<text variable="title" quotes="true"/>'
    assert printed(layout.format(title), title="Why?", language="en-GB") == text


def test_marks_stay_outside_unless_the_locale_says_otherwise() -> None:
    assert finished([QUOTED, "a", CLOSE, "."], Quotes()) == "“a”."


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["a.", ". b"], "a. b"),
        (["a.", ".. b"], "a... b"),
        (["a,", ", b"], "a, b"),
        (["a ", "  b"], "a b"),
        (["a:", "! b"], "a! b"),
        ([":", "! b"], "! b"),
        (["a", ":", "! b"], "a! b"),
        (["a.", ":", "! b"], "a.! b"),
        (["a", ":", ".", " b"], "a: b"),
    ],
)
def test_where_texts_meet(tokens: Tokens, text: str) -> None:
    assert finished(tokens) == text


def test_what_belongs_to_one_text_is_left_alone() -> None:
    assert finished(["a.", FIXED, CLOSE, ". b"]) == "a.. b"
    assert finished(["a.", Open(tag="title"), CLOSE, ". b"]) == "a. b"


@pytest.mark.parametrize(
    ("title", "after", "inside", "outside"),
    [
        ("a:", [": b"], "“a:” b", "“a”: b"),
        ("a:", ["; b"], "“a:”; b", "“a”:; b"),
        ("a", ["!", ": b"], "“a!” b", "“a”! b"),
        ("a", [",", ": b"], "“a,”: b", "“a”,: b"),
        ("a?", [": b"], "“a?” b", "“a?” b"),
        ("a?", ["; b"], "“a?”; b", "“a?”; b"),
        ("a.", [": b"], "“a.”: b", "“a.”: b"),
        ("a", [".", "! b"], "“a.!” b", "“a”.! b"),
        ("a", [".", "? b"], "“a.?” b", "“a”.? b"),
        ("a", [".", ".b"], "“a.”b", "“a”.b"),
        (",", [" b"], "“,” b", "“,” b"),
        ("a,", [" b"], "“a,” b", "“a”, b"),
        ("a!", ["! b"], "“a!” b", "“a!” b"),
        ("a,", [", b"], "“a,” b", "“a”, b"),
        ("a", ["-.", " b"], "“a”-. b", "“a”-. b"),
    ],
)
def test_a_mark_behind_a_quotation(title: str, after: Tokens, inside: str, outside: str) -> None:
    tokens: Tokens = [QUOTED, title, CLOSE, *after]

    assert finished(tokens, INSIDE) == inside
    assert finished(tokens, OUTSIDE) == outside


def test_a_quotation_of_nothing_takes_a_mark_in() -> None:
    assert finished([QUOTED, CLOSE, ". a"], INSIDE) == "“.” a"
    assert finished([QUOTED, CLOSE, ". a"], OUTSIDE) == "“”. a"


def test_a_mark_goes_in_through_all_closing_marks_and_spans() -> None:
    tokens: Tokens = [QUOTED, QUOTED, "a", CLOSE, CLOSE, ".", ", b"]

    assert finished(tokens, INSIDE) == "“‘a.,’” b"


def test_a_quotation_that_the_data_marks_keeps_its_own_comma() -> None:
    for tag in (MARKUP, MARKUP_INNER):
        quoted = Open(quotes=True, tag=tag)
        assert finished([quoted, "a,", CLOSE, " b"], OUTSIDE)[1:] in ("a,” b", "a,’ b")


def test_quotations_of_the_second_kind_take_the_inner_marks_alone_too() -> None:
    inner = Open(quotes=True, tag=MARKUP_INNER)

    assert finished([inner, "a", CLOSE]) == "‘a’"
    assert finished([inner, "a", QUOTED, "b", CLOSE, CLOSE]) == "‘a“b”’"
    assert finished([QUOTED, "a", QUOTED, "b", inner, "c", CLOSE, CLOSE, CLOSE]) == "“a‘b“c”’”"
    assert finished([QUOTED, "a", CLOSE, inner, "b", CLOSE, QUOTED, "c", CLOSE]) == "“a”‘b’“c”"


def test_a_tag_of_a_quotation_stays_but_for_that_of_markup() -> None:
    names = Open(tag="names")

    assert finish([Open(quotes=True, tag="names"), "a", CLOSE], INSIDE) == [
        "“", names, "a", CLOSE, "”",
    ]  # fmt: skip
    assert finish([Open(quotes=True, tag=MARKUP), "a", CLOSE], INSIDE) == ["“", "a", "”"]
    assert finish([Open(quotes=True, tag=MARKUP_INNER), "a", CLOSE], INSIDE) == ["‘", "a", "’"]


def test_only_the_end_of_a_quotation_is_taken_out() -> None:
    tokens: Tokens = [QUOTED, "a,", ITALIC, "b", CLOSE, CLOSE, " c"]

    assert finished(tokens, OUTSIDE) == "“a,b” c"


def test_what_follows_a_block_goes_in_one_mark_at_a_time() -> None:
    block = Open(display="block")

    assert finish([block, "a", CLOSE, ".", ", b"], INSIDE) == [block, "a", ".", ",", CLOSE, " b"]
    assert finish([block, CLOSE, ". b"], INSIDE) == [block, ".", CLOSE, " b"]
    assert finish([block, "a.", CLOSE, ". b"], INSIDE) == [block, "a.", CLOSE, " b"]
    assert finish([block, "a", CLOSE, "b."], INSIDE) == [block, "a", CLOSE, "b."]


def test_spaces_leave_a_block_only_at_the_ends_of_an_entry() -> None:
    block = Open(display="block")

    assert finish([block, " a", CLOSE, " b "], INSIDE) == [" ", block, "a", CLOSE, " b "]
    assert finish([" a", block, " b", CLOSE], INSIDE) == [" a", block, " b", CLOSE]
    assert finish([ITALIC, " a", CLOSE, block, "b ", CLOSE], INSIDE) == [
        ITALIC, " a", CLOSE, block, "b", CLOSE, " ",
    ]  # fmt: skip
    assert finish([block, CLOSE], INSIDE) == [block, CLOSE]


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (", “ganz gewiß.”", "Why, “ganz gewiß.”"),
        (", “ganz gewiß?”", "Why, “ganz gewiß?”"),
        (", “ganz gewiß”", "Why, “ganz gewiß”."),
        (", „ganz gewiß.“", "Why, „ganz gewiß.“"),
        (", ”", "Why, ”."),
    ],
)
def test_a_sentence_in_quotation_marks_of_any_language_has_one_end(suffix: str, text: str) -> None:
    layout = '<text variable="title"/>'
    processor = Processor(style_xml(citation(layout, suffix=".")), locale="de-DE")
    processor.register([report("x", title="Why")])

    assert processor.citation([Cite("x", suffix=suffix)]) == text


TEXTS = st.text(alphabet="a .,;:!?”", max_size=4)
SPANS = st.sampled_from([ITALIC, FIXED, Open(quotes=True), Open(display="block")])


@given(st.lists(TEXTS | st.tuples(SPANS, st.lists(TEXTS, max_size=2)), max_size=7))
def test_the_short_way_gives_what_the_long_one_does(
    parts: list[str | tuple[Open, list[str]]],
) -> None:
    """Most entries need no more than the short one."""
    tokens: Tokens = []
    for part in parts:
        tokens += [part] if isinstance(part, str) else [part[0], *part[1], CLOSE]
    short = punctuation._joined(tokens)
    joiner = punctuation._Joiner(INSIDE)
    for token in tokens:
        joiner.add(token)
    assert short in (None, joiner.out)


def test_most_entries_go_the_short_way() -> None:
    entry: Tokens = ["Doe, J.", ". ", "(", "2024", ")", ". ", ITALIC, "Why?", CLOSE, ". ", "P"]
    short = ["Doe, J.", " ", "(", "2024", ")", ". ", ITALIC, "Why?", CLOSE, " ", "P"]
    assert punctuation._joined(entry) == short
    assert punctuation._joined(["Why:", "! "]) is None
