"""A text is changed where it stands, and where it stands otherwise, only what differs is."""

from __future__ import annotations

from reportcite.fixing.splices import Splice, apply, changes


def ways(text: str, old: str, new: str, span: tuple[int, int] | None = None) -> list[str]:
    found = changes(text, span or (0, len(text)), [(old, new)])
    return [apply(text, change) for change in found]


def test_what_stands_there_is_replaced_first_place_first() -> None:
    assert ways("x a x a", "a", "b")[:2] == ["x b x a", "x a x b"]


def test_what_stands_elsewhere_stays() -> None:
    assert ways("a a a", "a", "b", (2, 3)) == ["a b a"]


def test_of_a_text_that_is_wrapped_only_what_differs_is_changed() -> None:
    folded = "A long\n  title  with\n  two  slips"
    old, new = "A long title  with two  slips", "A long title with two slips"
    assert ways(folded, old, new)[0] == "A long\n  title with\n  two slips"


def test_what_is_put_in_stands_beside_what_it_is_found_by() -> None:
    assert ways("url = {www.a\\_b.org}", "www.a_b.org", "https://www.a_b.org")[0] == (
        "url = {https://www.a\\_b.org}"
    )


def test_nothing_is_changed_where_nothing_is_like_it() -> None:
    assert ways("nothing", "a  b", "a b") == []
    assert ways("", "a", "b") == []
    assert ways("a", "", "b") == []


def test_texts_too_long_to_compare_are_replaced_as_a_whole_or_not() -> None:
    long = "x" * 5000
    assert ways(f"{long}  y", f"{long}  y", f"{long} y")[:1] == [f"{long} y"]
    assert ways(f"{long}\n  y", f"{long}  y", f"{long} y") == []


def test_every_way_is_tried_once() -> None:
    found = list(changes("a", (0, 1), [("a", "b"), ("a", "b")]))
    assert found == [(Splice(0, 1, "b"),)]
