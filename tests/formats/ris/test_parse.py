"""Lines of RIS made into references, in the exact form and in the forms hands write."""

from __future__ import annotations

from reportcite.formats.reading.lines import Line
from reportcite.formats.ris.parse import Field, Reference, references
from reportcite.limits import Limits
from reportcite.problems import Problem


def read(text: str, limit: int = 1000) -> list[Reference | Problem]:
    lines = (Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return list(references(lines, "refs.ris", Limits(limit)))


def fields(text: str) -> list[Field]:
    [reference] = read(text)
    assert isinstance(reference, Reference)
    return reference.fields()


def test_a_reference_stands_between_ty_and_er() -> None:
    first, second = read("TY  - BOOK\nTI  - A\nER  - \n\nTY  - RPRT\nTI  - B")
    assert isinstance(first, Reference) and isinstance(second, Reference)
    assert (first.line, first.closed, first.loose) == (1, True, False)
    assert first.fields() == [Field("TY", 1, "BOOK"), Field("TI", 2, "A")]
    assert (second.line, second.closed) == (5, False)


def test_a_new_reference_ends_one_that_was_not_closed() -> None:
    first, _ = read("TY  - BOOK\nTY  - RPRT\nER  -")
    assert isinstance(first, Reference) and not first.closed


def test_a_line_without_a_tag_goes_on_with_the_value_before() -> None:
    assert fields("TY  - BOOK\nTI  - A\nB &amp; C\nER  - ")[1] == Field("TI", 2, "A B & C")


def test_loose_tags_count_in_a_reference_that_begins_so() -> None:
    assert fields("TY - BOOK\nTI- A\nER -")[1:] == [Field("TI", 2, "A")]
    assert fields("TY  - BOOK\nTI  - A\nB1 - C\nER  - ")[1:] == [Field("TI", 2, "A B1 - C")]


def test_values_listed_under_one_tag() -> None:
    text = "TY  - BOOK\nKW  - a\nb\n c\nAU  - A, B\nC, D\nrest\nUR  - http://a\nWWW.b\nc\nER  - "
    assert [(one.tag, one.text) for one in fields(text)[1:]] == [
        ("KW", "a"), ("KW", "b c"), ("AU", "A, B"), ("AU", "C, D rest"),
        ("UR", "http://a"), ("UR", "WWW.b c"),
    ]  # fmt: skip


def test_a_value_outside_is_reported_once_and_endings_of_programs_are_not() -> None:
    lost, reference = read("TI  - A\nAU  - B\nER  - \nTY  - BOOK\nER  - \nEF  - ")
    assert isinstance(lost, Problem) and isinstance(reference, Reference)
    assert str(lost.place) == "refs.ris:1:1"
    assert lost.message == "a value stands outside any reference"


def test_a_file_without_references_is_reported() -> None:
    for text in ("", "Dear reader"):
        [problem] = read(text)
        assert isinstance(problem, Problem) and problem.rule.name == "no-entries"


def test_a_reference_has_as_many_characters_as_allowed() -> None:
    text = f"TY  - BOOK\nTI  - {'a' * 83}\nER  - \n"
    assert isinstance(read(text, 101)[0], Reference)
    [problem] = read(text, 100)
    assert isinstance(problem, Problem)
    assert (problem.rule.name, problem.place.line) == ("too-large", 1)


def test_the_first_line_that_is_not_utf8_is_known() -> None:
    lines = [Line(1, "TY  - BOOK"), *(Line(n, "TI  - A", utf8=False) for n in (2, 3))]
    [reference] = references(iter(lines), "refs.ris")
    assert isinstance(reference, Reference) and reference.not_utf8_line == 2


def test_pieces_of_a_long_line_are_put_together() -> None:
    lines = [Line(1, "TY  - BOOK"), Line(2, "TI  - A", ended=False), Line(2, "TI  - B")]
    [reference] = references(iter(lines), "refs.ris")
    assert isinstance(reference, Reference)
    assert reference.fields()[1:] == [Field("TI", 2, "ATI - B")]
