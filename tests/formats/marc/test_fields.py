"""Fields of MARC: their subfields, and how they are shown and kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.marc.fields import (
    content_from,
    content_of,
    first_texts,
    kept_by_tag,
    plain,
    shown,
    subfields,
)


def test_subfields_without_text_are_none() -> None:
    assert subfields("10\x1fa Main \x1fb\x1f\x1fcAnn") == [("a", "Main"), ("c", "Ann")]


def test_of_several_subfields_the_first_counts() -> None:
    assert first_texts("  \x1faA\x1fbB\x1faC") == {"a": "A", "b": "B"}


def test_a_text_cannot_break_the_record_it_stands_in() -> None:
    assert content_of("10", [("a", "x\x1fby\x1ez\x1d")]) == "10\x1fax by z "


def test_marks_round_what_is_not_sorted_by_are_no_text() -> None:
    assert plain("\x98Der\x9c Turm") == "Der Turm"


@given(st.lists(st.tuples(st.sampled_from("ab9"), st.text("a‡ $", min_size=1)), max_size=4))
def test_what_is_shown_is_read_again(parts: list[tuple[str, str]]) -> None:
    content = content_of(" 1", parts)
    assert content_from(shown(content)) == content


def test_kept_fields_are_sorted_by_tag() -> None:
    fields = [("500", "  \x1faOne\x1fbtwo"), ("010", "  \x1fa1"), ("500", "  \x1fa‡")]
    by_tag = kept_by_tag(fields)
    assert list(by_tag) == ["010", "500"]
    assert by_tag["500"] == ["  ‡aOne‡btwo", "  ‡a‡‡"]


def test_halves_of_characters_are_not_kept() -> None:
    assert kept_by_tag([("500", "  \x1fa\ud800")]) == {"500": ["  ‡a\ufffd"]}
