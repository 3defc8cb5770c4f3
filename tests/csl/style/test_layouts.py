"""The layouts of an area."""

from __future__ import annotations

import pytest

from reportcite.csl.style.layouts import layouts_of
from tests.csl.compile.elements.element import element


@pytest.mark.parametrize(
    ("layouts", "default", "others"),
    [
        ('<layout prefix="1"/>', "1", []),
        ('<layout locale="ru" prefix="1"/><layout prefix="2"/>', "2", [("ru", "1")]),
        (
            '<layout locale="ru uk" prefix="1"/><layout locale="de" prefix="2"/>'
            '<layout prefix="3"/>',
            "3",
            [("ru", "1"), ("uk", "1"), ("de", "2")],
        ),
        ('<layout locale="en" prefix="1"/><layout locale="de" prefix="2"/>', "2", [("en", "1")]),
    ],
)
def test_one_is_for_all_items_and_others_for_those_in_a_language(
    layouts: str, default: str, others: list[tuple[str, str]]
) -> None:
    found = layouts_of(element(f"<citation><sort/>{layouts}</citation>"))

    assert found.default.attributes["prefix"] == default
    assert [(tag, one.attributes["prefix"]) for tag, one in found.by_language] == others
