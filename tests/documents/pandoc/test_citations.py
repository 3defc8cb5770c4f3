"""The citations of a document found, and the printed ones put in their places."""

from __future__ import annotations

import json
from typing import Any

import pypandoc
import pytest

from reportcite.documents.pandoc.ast import Inlines, element, plain_text, words
from reportcite.documents.pandoc.citations import (
    Found,
    Placing,
    Printed,
    citations_in,
    put_in_place,
)
from reportcite.values.locators.label import LABELS

ANYWHERE = Placing(after_punctuation=False, within_quotes=False)
BEHIND = Placing(after_punctuation=True, within_quotes=False)
WITHIN = Placing(after_punctuation=True, within_quotes=True)
KNOWN = {"a": 1, "b": 1, "fig-own": 1}


def blocks(text: str) -> Any:
    return json.loads(pypandoc.convert_text(text, "json", format="markdown"))["blocks"]


def find(text: str, *, notes: bool = False) -> list[Found]:
    return citations_in(blocks(text), LABELS.get, KNOWN, notes=notes)


def placed(text: str, placing: Placing, printed: Printed) -> Inlines:
    """The inlines of the one paragraph of `text`, its citations printed."""
    document = blocks(text)
    found = citations_in(document, LABELS.get, KNOWN, notes=printed.is_note)
    by_id = {id(one.element): printed for one in found}
    [paragraph] = put_in_place(document, by_id, placing)
    inlines: Inlines = paragraph["c"]
    return inlines


def shown(inlines: Inlines) -> str:
    """The text, notes in brackets."""
    out = []
    for one in inlines:
        if one["t"] == "Cite":
            out.append(shown(one["c"][1]))
        elif one["t"] == "Note":
            out.append(f"[{plain_text(one['c'])}]")
        elif one["t"] == "Quoted":
            out.append(f"“{shown(one['c'][1])}”")
        else:
            out.append(plain_text(one))
    return "".join(out)


NOTE = Printed([], words("Doe, Title."), is_note=True, delimiter=" ", inserted=False)
TEXT = Printed([], words("(Doe)"), is_note=False, delimiter=" ", inserted=False)


def test_affixes_and_locators_are_parted() -> None:
    [found] = find("[see *x* @a, S. 3 etc.; -@b]")
    first, second = found.text.cited
    assert (first.prefix, first.label, first.locator, first.suffix) == (
        *("see <i>x</i> ", "page", "3"),
        " etc.",
    )
    assert second.suppress_author
    assert not found.text.narrative


def test_notes_are_counted_with_those_that_citations_become() -> None:
    text = "One [@a]. Two^[Own [@b] and [@a].] Three @a. Four^[[@b].]"
    found = find(text, notes=True)
    assert [(one.note, one.makes_note, one.begins_note) for one in found] == [
        *((1, True, False), (2, False, False), (2, False, False), (3, True, False)),
        (4, False, True),
    ]
    assert [one.note for one in find(text)] == [0, 1, 1, 0, 2]


def test_what_quarto_refers_to_is_no_citation() -> None:
    assert len(find("@fig-plan, @fig-own and @a")) == 2


@pytest.mark.parametrize(
    ("text", "placing", "expected"),
    [
        ("x [@a].", BEHIND, "x.[Doe, Title.]"),
        ("x [@a]. Y", BEHIND, "x.[Doe, Title.] Y"),
        ("x [@a]", BEHIND, "x[Doe, Title.]"),
        ("x [@a], y", BEHIND, "x,[Doe, Title.] y"),
        ("x [@a].", ANYWHERE, "x[Doe, Title.]."),
        ('"x" [@a].', WITHIN, "“x.”[Doe, Title.]"),
        ('"x" [@a]!', WITHIN, "“x”![Doe, Title.]"),
        ('"x" [@a].', BEHIND, "“x”.[Doe, Title.]"),
        ('"x" [@a] y', WITHIN, "“x”[Doe, Title.] y"),
    ],
)
def test_a_note_stands_behind_the_mark(text: str, placing: Placing, expected: str) -> None:
    assert shown(placed(text, placing, NOTE)) == expected


def test_the_names_of_a_narrative_citation_stay_in_the_text() -> None:
    names = NOTE._replace(names=words("Doe"))
    assert shown(placed("x @a, y", BEHIND, names)) == "x Doe,[Doe, Title.] y"
    assert shown(placed("x @a y", BEHIND, TEXT._replace(names=words("Doe")))) == "x Doe (Doe) y"


def test_a_raised_number_has_no_space_before_it() -> None:
    raised = TEXT._replace(rest=[element("Superscript", words("1"))])
    assert shown(placed("x [@a], y", ANYWHERE, raised)) == "x1, y"
    assert shown(placed("x [@a], y", BEHIND, raised)) == "x,1 y"
    assert shown(placed("x @a y", ANYWHERE, raised._replace(names=words("Doe")))) == "x Doe1 y"


def test_a_citation_that_prints_nothing_leaves_no_space() -> None:
    nothing = TEXT._replace(rest=[])
    assert shown(placed("x [-@a].", ANYWHERE, nothing)) == "x."
    assert shown(placed("x [-@a] y", ANYWHERE, nothing)) == "x y"
    assert shown(placed("[-@a] y", ANYWHERE, nothing)) == " y"


def test_no_full_stop_comes_twice() -> None:
    assert shown(placed("x [@a].", ANYWHERE, TEXT._replace(rest=words("Doe et al.")))) == (
        "x Doe et al."
    )
    assert shown(placed("x [@a].", ANYWHERE, TEXT)) == "x (Doe)."


def test_a_citation_in_the_sentence_of_a_note_stands_in_brackets() -> None:
    inserted = TEXT._replace(rest=words("Doe, Title."), inserted=True)
    assert shown(placed("See [@a], too.", ANYWHERE, inserted)) == "See (Doe, Title), too."
    assert shown(placed("See [@a].", ANYWHERE, inserted)) == "See (Doe, Title)."
