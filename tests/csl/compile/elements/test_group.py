"""cs:group: delimiters between what prints, and the condition that suppresses it."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.elements.group import (
    compile_macro,
    first_printing,
    sequence,
)
from reportcite.csl.context import (
    EMPTY,
    NONE,
    SOME,
    Context,
    Render,
    has_final_verdict,
    render_empty,
    render_nothing,
)
from reportcite.csl.tokens import Tokens
from tests.csl.compile.elements.element import context_of, element, printed, rendered, scope_of

TITLE = '<text variable="title"/>'
NUMBER = '<text variable="number"/>'
TERM = '<text term="and"/>'


def renders(verdict: int, text: str = "") -> Render:
    """A renderer that prints `text` with that verdict."""

    def render(context: Context, out: Tokens) -> int:
        if text:
            out.append(text)
        return verdict

    return render


def run(render: Render) -> tuple[int, Tokens]:
    """The verdict of a renderer, and what it appends to tokens that are there already."""
    out: Tokens = ["before"]
    verdict = render(context_of(), out)
    assert out[0] == "before"
    return verdict, out[1:]


@pytest.mark.parametrize(
    ("variables", "text"),
    [
        ({"title": "A", "number": "1"}, "A, and, 1"),
        ({"title": "A"}, "A, and"),
        ({"number": "1"}, "and, 1"),
        ({}, ""),
    ],
)
def test_the_delimiter_stands_between_children_that_print(
    variables: dict[str, str], text: str
) -> None:
    assert printed(f'<group delimiter=", ">{TITLE}{TERM}{NUMBER}</group>', variables) == text


def test_without_a_delimiter_children_adjoin() -> None:
    assert rendered(f"<group>{TITLE}{NUMBER}</group>", {"title": "A", "number": "1"}).tokens == [
        "A", "1",
    ]  # fmt: skip


def test_a_group_whose_variables_are_all_empty_prints_nothing() -> None:
    assert rendered(f"<group>{TERM}{TITLE}</group>") == (EMPTY, [])


def test_a_group_that_calls_no_variable_counts_as_one_that_has_a_value() -> None:
    assert rendered(f"<group>{TERM}</group>") == (SOME, ["and"])
    # so the group round it prints, empty as its own variable is
    assert printed(f"<group>{TITLE}<group>{TERM}</group></group>") == "and"


def test_a_group_that_prints_nothing_and_calls_nothing_decides_nothing() -> None:
    assert rendered("<group><text value=''/></group>") == (NONE, [])


def test_affixes_stand_round_what_a_group_prints() -> None:
    source = f'<group prefix="(" suffix=")">{TERM}{TITLE}</group>'

    assert printed(source, {"title": "A"}) == "(andA)"
    assert printed(source) == ""


def test_a_macro_is_a_group_without_delimiter() -> None:
    macro = element(f'<macro name="m">{TERM}{TITLE}</macro>')

    assert run(compile_macro(macro, scope_of())) == (EMPTY, [])


@pytest.mark.parametrize(
    ("verdicts", "verdict"),
    [
        ((NONE, NONE), NONE),
        ((NONE, EMPTY), EMPTY),
        ((EMPTY, NONE), EMPTY),
        ((SOME, EMPTY), SOME),
        ((EMPTY, SOME), SOME),
    ],
)
@pytest.mark.parametrize("delimiter", ["", ", "])
def test_the_verdict_of_a_sequence_is_the_largest_of_its_childrens(
    delimiter: str, verdicts: tuple[int, int], verdict: int
) -> None:
    one, other = (renders(each) for each in verdicts)

    assert run(sequence([one, other], delimiter)) == (verdict, [])


def test_children_known_to_be_empty_are_left_out_but_count() -> None:
    printing = renders(NONE, "a")

    assert run(sequence([printing, render_empty])) == (EMPTY, ["a"])
    assert run(sequence([printing, render_empty, renders(NONE, "b")], "/")) == (
        EMPTY, ["a", "/", "b"],
    )  # fmt: skip
    assert run(sequence([renders(SOME, "a"), render_empty, printing], "/"))[0] == SOME
    assert sequence([render_nothing, render_empty]) is render_empty
    assert sequence([render_nothing]) is render_nothing
    assert sequence([]) is render_nothing


def test_one_child_that_needs_no_deciding_is_the_sequence_itself() -> None:
    child = renders(NONE, "a")
    group = sequence([child], suppressing=True)

    assert sequence([child, render_nothing], "/") is child
    assert group is not child
    assert has_final_verdict(group)
    assert sequence([group], suppressing=True) is group
    assert sequence([group, render_empty], suppressing=True) is group


def test_a_child_that_prints_though_empty_is_suppressed_by_its_group() -> None:
    assert run(sequence([renders(EMPTY, "a")], suppressing=True)) == (EMPTY, [])
    assert run(sequence([renders(EMPTY, "a")])) == (EMPTY, ["a"])


def test_children_that_print_nothing_and_call_nothing_leave_the_group_undecided() -> None:
    assert run(sequence([renders(NONE), renders(NONE)], suppressing=True)) == (NONE, [])
    assert run(sequence([renders(NONE), renders(NONE, "a")], suppressing=True)) == (SOME, ["a"])


def test_a_delimiter_takes_no_part_in_what_is_suppressed() -> None:
    group = sequence([renders(SOME, "a"), renders(EMPTY), renders(NONE, "b")], "; ")

    assert run(group) == (SOME, ["a", "; ", "b"])


def test_of_alternatives_the_first_that_prints_is_taken() -> None:
    first, second, third = renders(EMPTY), renders(SOME, "b"), renders(SOME, "c")

    assert run(first_printing([first, render_nothing, second, third])) == (SOME, ["b"])
    assert run(first_printing([first, renders(NONE)])) == (EMPTY, [])
    assert run(first_printing([first, third])) == (SOME, ["c"])
    assert first_printing([render_empty, second]) is second
    assert first_printing([render_nothing]) is render_empty
