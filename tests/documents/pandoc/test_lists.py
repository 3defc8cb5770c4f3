"""Which works each list of a document has, and where it stands."""

from __future__ import annotations

from reportcite.csl.write.writer import BibliographySpacing
from reportcite.documents.pandoc.ast import Blocks, element, words
from reportcite.documents.pandoc.lists import Group, Listed, Lists

ENTRIES = [
    Listed("a", {"type": "book", "keyword": "risk, Work"}, [words("A")]),
    Listed("b", {"type": "report"}, [words("B")]),
]
HEADING = words("Works")


def lists(heading: bool = False, spacing: BibliographySpacing | None = None) -> Lists:
    names = {"b": "web"}
    return Lists(
        ENTRIES,
        spacing or BibliographySpacing(),
        lambda key: names.get(key, ""),
        HEADING if heading else [],
        lambda entries: [Group([], entries)],
    )


def div(id_: str = "", classes: tuple[str, ...] = (), **attributes: str) -> dict[str, object]:
    pairs = [[name, value] for name, value in attributes.items()]
    return element("Div", [id_, [*classes], pairs], [])


def ids(blocks: Blocks) -> list[list[str]]:
    """The ids of the entries of each Div."""
    return [
        [entry["c"][0][0] for entry in block["c"][1]] for block in blocks if block["t"] == "Div"
    ]


def test_without_a_place_the_list_comes_last_below_its_heading() -> None:
    out = lists(heading=True).put([element("Para", words("x"))])
    assert [one["t"] for one in out] == ["Para", "Header", "Div"]
    assert out[1]["c"] == [1, ["bibliography", ["unnumbered"], []], HEADING]
    assert ids(out) == [["ref-a", "ref-b"]]


def test_a_div_called_refs_has_all_and_nothing_is_added() -> None:
    out = lists(heading=True).put([div("refs"), element("Para", words("x"))])
    assert [one["t"] for one in out] == ["Div", "Para"]
    assert ids(out) == [["ref-a", "ref-b"]]


def test_a_div_may_stand_in_another() -> None:
    [outer] = lists().put([element("Div", ["x", [], []], [div("refs")])])
    assert ids(outer["c"][1]) == [["ref-a", "ref-b"]]


def test_a_name_or_attributes_choose() -> None:
    assert ids(lists().put([div("refs-web")])) == [["ref-b"]]
    assert ids(lists().put([div(classes=("references",), keyword="work")])) == [["ref-a"]]
    assert ids(lists().put([div(classes=("references",), type="report")])) == [["ref-b"]]
    assert ids(lists().put([div(classes=("references",), type="report", keyword="x")])) == [[]]


def test_only_the_first_entry_of_a_work_can_be_linked_to() -> None:
    out = lists().put([div("refs"), div(classes=("references",), type="book")])
    assert ids(out) == [["ref-a", "ref-b"], [""]]


def test_the_layout_is_told_to_writers() -> None:
    spacing = BibliographySpacing(hanging_indent=True, entry_spacing=0, line_spacing=2)
    [block] = lists(spacing=spacing).put([div("refs")])
    assert block["c"][0] == [
        "refs",
        ["references", "csl-bib-body", "hanging-indent"],
        [["entry-spacing", "0"], ["line-spacing", "2"]],
    ]


def test_sections_have_lists_of_their_own() -> None:
    one = element("Header", 1, ["one", [], []], words("One"))
    two = element("Header", 2, ["two", [], []], words("Two"))
    three = element("Header", 1, ["three", [], []], words("Three"))
    out = lists(heading=True).put_in_sections(
        [one, two, three], 1, lambda section: ["a"][: len(section) - 1]
    )
    assert [block["t"] for block in out] == ["Header", "Header", "Header", "Div", "Header"]
    assert out[2]["c"][0] == 2
    assert ids(out) == [["ref-a"]]
