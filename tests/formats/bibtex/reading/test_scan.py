"""The entries of a .bib file: what is known at once is what the grammar makes of it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.bibtex.reading import scan
from reportcite.formats.bibtex.reading.parse import ParsedEntry, Parser, RawEntry
from reportcite.formats.bibtex.reading.scan import entries
from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.limits import Limits
from reportcite.problems import Problem

LIMITS = Limits(400)


def by_grammar(data: bytes) -> list[ParsedEntry | Problem]:
    """What the grammar alone makes of a file."""
    parser = Parser("a.bib", LIMITS)
    found = [one for line in numbered_lines(io.BytesIO(data)) for one in parser.feed(line)]
    return [*found, *parser.finish()]


def scanned(data: bytes) -> list[ParsedEntry | Problem]:
    found = entries(io.BytesIO(data), "a.bib", LIMITS)
    return [one.entry() if isinstance(one, RawEntry) else one for one in found]


PIECES = st.sampled_from(
    [
        "@misc{a,", "@misc{", "@Book {b ,", "@misc(c,", "@string{s = {x}}", "@comment{",
        "\n@misc{d,\n", "\n", "\n\n", "\r\n", "  title = {T},\n", " year = 2020", " month = mar,",
        ' note = "a {b} c",',
        "a = {x {y {z {u {v}}}}},", "a = s,", "a = S # {x},", "A = {x}", "}", "}\n", "}}",
        "{", ",",
        "@misc{e,\n  a = {x},\n  B = {y {z}\n},\n}\n",
        "@misc{f,\n  m = s,\n  a = {x},\n  y = 1,\n\n",
        "  b = {c}\n}", "  c = {d},\n}\n", "  m = mar,\n", "  year = 2020,\n", "{y}},\n", "{z}}, ",
        '"', "%x\n", "@", "jo@example.org ", "\\{", "ü", "= ", "x" * 150,
        "TY  - ", "TY  - BOOK\nER  - \n", "\nTY  - BOOK",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_both_make_the_same_of_any_file(text: str) -> None:
    assert scanned(text.encode()) == by_grammar(text.encode())


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(1, 60))
def test_it_does_not_matter_where_the_file_is_cut(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_BLOCK", size)
        assert scanned(text.encode()) == by_grammar(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [7, 20, 1 << 20])
def test_any_encoding_line_ending_and_block(
    encoding: str, ending: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "_BLOCK", size)
    text = ending.join(["@misc{k,", "title = {Größe},", "}", "@misc{l, x = {y}}", ""])
    data = text.encode(encoding)
    assert scanned(data) == by_grammar(data)
    assert [one.line for one in scanned(data) if isinstance(one, ParsedEntry)] == [1, 4]


def test_what_programs_write_needs_no_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Parser, "feed", None)
    text = (
        '@misc{k,\n  a = {x {y}},\n  B = "z",\n  month = mar,\n  year = 2020,\n}\n\n@misc{l,a={x}}'
    )
    first, second = scanned(text.encode())
    assert isinstance(first, ParsedEntry) and isinstance(second, ParsedEntry)
    assert {name: (one.text, one.line) for name, one in first.fields.items()} == {
        "a": ("x {y}", 2),
        "b": ("z", 3),
        "month": ("mar", 4),
        "year": ("2020", 5),
    }
    assert (second.key, second.line, second.fields["a"].line) == ("l", 8, 8)


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, t = {x\n@misc{b, t = {y}}\n}}",
        "@misc{a,\n  t = {x\n@misc{b,\n  t = {y}\n}\n},\n}",
        "@misc{a, t = {" + "x" * 400 + "}}",
        "@misc{a,\n  t = {" + "x" * 390 + "},\n}",
        "@misc{a,\n  t = {" + "x" * 380 + "},\n}",
    ],
)
def test_what_is_broken_or_too_large_is_so_however_it_is_read(text: str) -> None:
    assert scanned(text.encode()) == by_grammar(text.encode())


def test_references_of_ris_between_entries_are_not_lost_without_a_word() -> None:
    data = b"@misc{a, title = {A}}\n\nTY  - BOOK\nTI  - B\nER  - \n@misc{c, title = {TY  - C}}\n"
    [_, problem, _] = found = scanned(data + b"TY  - BOOK")[:3]
    assert isinstance(problem, Problem) and (problem.rule.name, problem.place.line) == (
        "bibtex-syntax", 3,
    )  # fmt: skip
    assert [one.key for one in found if isinstance(one, ParsedEntry)] == ["a", "c"]
    assert isinstance(scanned(data + b"TY  - BOOK")[3], Problem)
    assert scanned(b"see TY  - BOOK\n") == []
