"""Pasted references against printed ones."""

from __future__ import annotations

import pytest

from reportcite.documents.verifying import Pasted, difference, references_in, unnumbered, verified

PRINTED = {
    "beck": "Beck, U. (1986). Risikogesellschaft. Suhrkamp.",
    "kalt": "Kalt, A., & Müller, B. (2006). Zweites Buch. Springer.",
}


def test_references_are_lines_or_paragraphs() -> None:
    assert [one.text for one in references_in("a\nb\n")] == ["a", "b"]
    assert references_in("\n\na\n  b\n\nc") == [Pasted("a b", 3), Pasted("c", 6)]
    assert references_in(" \n") == []


@pytest.mark.parametrize("number", ["[1] ", "(12)\t", "3. ", "4) ", "• ", "- ", ""])
def test_numbers_and_bullets_are_no_part_of_a_reference(number: str) -> None:
    assert unnumbered(f"{number}Beck, U.") == "Beck, U."


def test_a_year_at_the_beginning_is_no_number() -> None:
    assert unnumbered("1984. 2000") == "1984. 2000"


def test_each_reference_is_compared_with_the_entry_most_like_it() -> None:
    pasted = [
        Pasted("Kalt, A., & Müller, B. (2006). Zweites Buch. Springer.", 1),
        Pasted("Beck, U. (1987). Die Risikogesellschaft. Suhrkamp.", 2),
        Pasted("Nobody, N. (1900). Nothing at all.", 3),
    ]
    found = [*verified(pasted, PRINTED)]
    assert [(one.key, one.difference) for one in found] == [
        ("kalt", ""),
        ("beck", "Beck, U. [-(1987). Die-] {+(1986).+} Risikogesellschaft. Suhrkamp."),
        ("", ""),
    ]


def test_the_same_work_twice_is_found_twice() -> None:
    pasted = [Pasted(PRINTED["beck"], 1), Pasted(PRINTED["beck"], 2)]
    assert [one.key for one in verified(pasted, PRINTED)] == ["beck", "beck"]


def test_decomposed_letters_are_the_same() -> None:
    [one] = verified(
        references_in("Kalt, A., & Mu\u0308ller, B. (2006). Zweites Buch. Springer."), PRINTED
    )
    assert (one.key, one.difference) == ("kalt", "")


@pytest.mark.parametrize(
    ("pasted", "printed", "marked"),
    [
        ("a b", "a b", ""),
        ("a b", "a c b", "a {+c+} b"),
        ("a x b", "a b", "a [-x-] b"),
        ("x", "y", "[-x-] {+y+}"),
        ("pp. 1-2", "pp. 1–2", "pp. [-1-2-] {+1–2+}"),
    ],
)
def test_words_that_differ_are_marked(pasted: str, printed: str, marked: str) -> None:
    assert difference(pasted, printed) == marked
