"""The grammar of a .bib file: entries, strings and comments; what is broken costs itself alone."""

from __future__ import annotations

import io

import pytest

from reportcite.formats.bibtex.reading.parse import LONGEST_STRING, ParsedEntry, Parser, Value
from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem


def parsed(text: str | bytes, limits: Limits = LIMITS) -> list[ParsedEntry | Problem]:
    data = text.encode() if isinstance(text, str) else text
    parser = Parser("a.bib", limits)
    found = [one for line in numbered_lines(io.BytesIO(data)) for one in parser.feed(line)]
    return [*found, *parser.finish()]


def entry(text: str) -> ParsedEntry:
    [found] = parsed(text)
    assert isinstance(found, ParsedEntry), found
    return found


def value(text: str) -> str:
    """What a field with this value holds."""
    found = entry(f"@misc{{k, a = {text}}}")
    assert found.problems == []
    return found.fields["a"].text


def problem(text: str, limits: Limits = LIMITS) -> tuple[str, int, str]:
    """Rule, line and message of the one problem there is."""
    [found] = [one for one in parsed(text, limits) if isinstance(one, Problem)]
    assert found.place.file == "a.bib"
    return found.rule.name, found.place.line, found.message


def test_an_entry_has_type_key_and_fields_with_their_lines() -> None:
    found = entry("text\n@Book{ Key:1 ,\n  TITLE = {A},\n\n  year =\n 2020,\n}")
    assert (found.type, found.key, found.line) == ("book", "Key:1", 2)
    assert found.fields == {"title": Value("A", 3), "year": Value("2020", 6)}
    assert found.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, a = {x}}",
        "@misc(k, a = {x})",
        "@ misc {k, a = {x},}",
        "@misc\n{k, a = {x}}",
        "@misc\n\n(k, a = {x})",
        "@misc{k, , a = {x},,}",
        "@misc{k, % a comment\n a = {x}}",
        "@comment{k, a = {y}} @misc{k, a = {x}}",
        "@preamble{ {k} } @misc{k, a = {x}}",
        '@misc{k, a = "x"}',
        "@string{s = {x}} @misc{k, a = s}",
        '@string(S = "x") @misc{k, a = s}',
    ],
)
def test_ways_to_write_the_same(text: str) -> None:
    found = entry(text)
    assert (found.key, {name: one.text for name, one in found.fields.items()}) == ("k", {"a": "x"})


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("{a {B} c}", "a {B} c"),
        ('"a {"}B{"} c"', 'a {"}B{"} c'),
        ("2020", "2020"),
        ("mar", "mar"),
        ('{a} # "b" # 3', "ab3"),
    ],
)
def test_values(typed: str, text: str) -> None:
    assert value(typed) == text


def test_a_parenthesis_in_braces_or_quotes_does_not_end_an_entry() -> None:
    assert entry('@misc(k, a = {:)}, b = ":)")').fields == {
        "a": Value(":)", 1),
        "b": Value(":)", 1),
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("@misc{k,\n a {x}}", 2, "an equals sign is missing after 'a'"),
        ("@misc{k,\n a = {x} b}", 2, "a comma is missing after the field 'a'"),
        ("@misc{k,\n a = {x} # }", 2, "a value is missing"),
        ("@misc{k,\n = {x}}", 2, "a field name is expected, not '='"),
        ("@misc{k {x}}", 1, "a key and a comma are expected, not 'k'"),
        ('@misc{k, a = "x}', 1, 'a value that begins here is not closed by "'),
        ("@misc{k,\n a = {x", 1, "the @misc entry is not closed"),
        ("@string{s}", 1, "an @string needs the form name = {value}"),
        ("@string{= {x}}", 1, "an @string needs the form name = {value}"),
    ],
)
def test_what_is_broken_is_named_with_its_line(text: str, line: int, message: str) -> None:
    assert problem(text) == ("bibtex-syntax", line, message)


def test_a_missing_comma_before_another_field_is_told_and_taken() -> None:
    found = entry("@misc{k,\n a = {x}\n b = {y}}")
    assert {name: one.text for name, one in found.fields.items()} == {"a": "x", "b": "y"}
    [slip] = found.problems
    assert (slip.severity, slip.place.line) == ("warning", 2)


@pytest.mark.parametrize(
    ("slip", "message"),
    [
        ("b {y}, {z}", "an equals sign is missing after 'b': “b {y}, {z}” is left out"),
        ("b\n", "an equals sign is missing after 'b': “b” is left out"),
        ("b = {y} and more", "a comma is missing after the field 'b': “and more” is left out"),
        ("= {y}", "a field name is expected, not '=': “= {y}” is left out"),
    ],
)
@pytest.mark.parametrize("end", [",", "\n"])
def test_what_is_no_field_between_others_is_told_and_left_out(
    slip: str, message: str, end: str
) -> None:
    found = entry(f"@misc{{k,\n a = {{x}},\n {slip}{end} c = {{z}}, d = 1}}")
    others = {name: one.text for name, one in found.fields.items() if name != "b"}
    assert others == {"a": "x", "c": "z", "d": "1"}
    [told] = found.problems
    assert (told.severity, told.place.line, told.message) == ("warning", 3, message)


@pytest.mark.parametrize("slip", ["dec", "??", "dec {x}", "= {x}"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_what_is_no_field_at_the_end_is_left_out_too(slip: str, end: str) -> None:
    found = entry(f"@misc{{k,\n a = {{x}}, month = nov,\n {slip}{end}}}")
    assert [*found.fields] == ["a", "month"]
    [told] = found.problems
    assert told.place.line == 3 and told.message.endswith(f": “{slip}” is left out")
    alone = f"@misc{{k,\n {slip}{end}}}"
    assert problem(alone)[:2] == ("bibtex-syntax", 2)


def test_an_entry_goes_on_behind_a_brace_too_many_with_words_before_it() -> None:
    found = entry("@misc{k,\n title = {On {DNA}} and more},\n author = {Doe, Jane}\n}")
    assert {name: one.text for name, one in found.fields.items()} == {
        "title": "On {DNA}",
        "author": "Doe, Jane",
    }
    assert [(one.severity, one.place.line, one.message) for one in found.problems] == [
        ("warning", 2, "a comma is missing after the field 'title': “and more” is left out"),
        ("warning", 2, "a brace too many closes the entry before its other fields"),
    ]


@pytest.mark.parametrize("gap", [" ", "\n ", " \t"])
@pytest.mark.parametrize("key", ["k", "k 7"])
def test_a_missing_comma_behind_the_key_is_told_and_taken(key: str, gap: str) -> None:
    found = entry(f"\n@misc{{ {key}{gap}a = {{x}}, b = 2}}")
    assert (found.key, {name: one.text for name, one in found.fields.items()}) == (
        key,
        {"a": "x", "b": "2"},
    )
    [told] = found.problems
    assert (told.severity, told.place.line, told.message) == (
        *("warning", 2),
        "a comma is missing after the key",
    )


def test_a_name_of_a_field_may_be_two_words() -> None:
    found = entry("@misc{k, Key words = {x}}")  # as EBSCO writes it
    assert {name: one.text for name, one in found.fields.items()} == {"keywords": "x"}
    told = entry("@misc{k,\n words\n title = {x}}")
    assert {name: one.text for name, one in told.fields.items()} == {"title": "x"}


@pytest.mark.parametrize("text", ["@misc{a = {x}}", "@misc{, a = {x}}", "@misc{\n a = {x}}"])
def test_an_entry_may_have_no_key(text: str) -> None:
    found = entry(text)
    assert (found.key, {name: one.text for name, one in found.fields.items()}) == ("", {"a": "x"})


def test_a_field_may_have_no_value() -> None:
    found = entry("@misc{k, a = , b = {y}, c = }")
    assert {name: one.text for name, one in found.fields.items()} == {"a": "", "b": "y", "c": ""}


def test_an_open_entry_ends_where_a_line_begins_with_another() -> None:
    first, second = parsed("@misc{a, t = {x,\n@misc{b, t = {y}}\n")
    assert isinstance(first, Problem) and isinstance(second, ParsedEntry) and second.key == "b"
    assert entry("@misc{a, t = {x,\n @misc{b, t = {y}}}}").key == "a"
    assert entry("@misc{a, t = {x,\n@misc is a type}}").key == "a"
    assert parsed("@comment{x,\n@misc{b, t = {y}}\n}") == []


@pytest.mark.parametrize("gap", [", ", ",\n\n ", ", \n"])
def test_a_brace_too_many_before_a_field_is_told_and_left_out(gap: str) -> None:
    first, second = parsed(
        f"@misc{{a,\n t = {{x}}}}{gap}b = {{y}}, c = 1\n}}\n@misc{{b, t = {{z}}}}"
    )
    assert isinstance(first, ParsedEntry) and isinstance(second, ParsedEntry)
    assert {name: one.text for name, one in first.fields.items()} == {"t": "x", "b": "y", "c": "1"}
    [told] = first.problems
    assert (told.severity, told.place.line, told.message) == (
        *("warning", 2),
        "a brace too many closes the entry before its other fields",
    )


@pytest.mark.parametrize(
    "end", ["", "\n", " \t\n", "\n\n", "\n@misc{b}", "\nb, c\n", " b", " b\n", " " * 60_000 + "b"]
)
def test_a_comma_between_entries_is_no_brace_too_many(end: str) -> None:
    first, *_ = parsed(f"@misc{{a, t = {{x}}}},{end}")
    assert isinstance(first, ParsedEntry)
    assert (first.key, [*first.fields], first.problems) == ("a", ["t"], [])


@pytest.mark.parametrize("end", ["", "\n", "\n@misc{b}", ",\nand more\n@misc{b}"])
def test_an_entry_that_a_brace_too_many_closes_need_not_be_closed_again(end: str) -> None:
    first, *_ = parsed(f"@misc{{a, t = {{x}}}},\nb = 2{end}")
    assert isinstance(first, ParsedEntry)
    assert (first.key, [*first.fields]) == ("a", ["t", "b"])
    assert first.problems[-1].message == (
        "a brace too many closes the entry before its other fields"
    )


@pytest.mark.parametrize("kind", ["comment{x}", "string{x = {y}}", "preamble{{x}}"])
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_what_has_no_fields_ends_at_its_brace_whatever_follows(kind: str, gap: str) -> None:
    [one] = parsed(f"@{kind},{gap}z = {{1}}\n@misc{{b, t = {{x}}}}")
    assert isinstance(one, ParsedEntry) and one.key == "b"


def test_the_first_of_two_values_counts() -> None:
    found = entry("@misc{k, a = {x},\nA = {y}}")
    assert found.fields == {"a": Value("x", 1)}
    assert [str(one) for one in found.problems] == [
        "a.bib:2:1: warning duplicate-field: a is given twice; the first is taken"
    ]


def test_a_string_nobody_defined_is_its_name() -> None:
    found = entry("@misc{k, a = jacm # 12}")
    assert found.fields["a"].text == "jacm12"
    assert [one.message for one in found.problems] == [
        "the string 'jacm' is not defined; its name is taken as text"
    ]


def test_strings_may_be_made_of_strings_but_not_without_bounds() -> None:
    text = "@string{a = {x}} @string{b = a # a} @misc{k, t = b}"
    assert entry(text).fields["t"].text == "xx"
    assert parsed(f"@string{{a = {{{'x' * LONGEST_STRING}}}}}") == []
    message = f"the string 'a' has more than {LONGEST_STRING} characters"
    assert problem(f"@string{{a = {{{'x' * (LONGEST_STRING + 1)}}}}}") == (
        "bibtex-syntax",
        1,
        message,
    )
    assert LONGEST_STRING == 4000


def test_an_entry_is_as_large_as_allowed_and_no_larger() -> None:
    inside = "k, a = {x}"
    for text in (f"@misc{{{inside}}}", f"@misc{{{inside}\n}}"):
        size = len(text) - len("@misc{}")
        assert isinstance(parsed(text, Limits(size))[0], ParsedEntry)
        assert problem(text, Limits(size - 1))[:2] == ("too-large", 1)


def test_what_strings_stand_for_counts() -> None:
    text = "@string{s = {" + "x" * 20 + "}}\n@misc{k, a = s # s}"
    assert isinstance(parsed(text, Limits(40))[0], ParsedEntry)
    assert problem(text, Limits(39))[:2] == ("too-large", 2)


def test_an_entry_that_is_not_utf8_says_so_with_its_line() -> None:
    [found] = parsed(b"@misc{k,\n a = {M\xfcller},\n b = {\xfc}}")
    assert isinstance(found, ParsedEntry)
    assert [(one.rule.name, one.place.line) for one in found.problems] == [("encoding", 2)]
    assert found.fields["a"].text == "Müller"
