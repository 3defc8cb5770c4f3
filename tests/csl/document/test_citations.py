"""The citations of a document: their cites in order, and their modes."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.compile.layout import NO_PRINTED_FORM
from reportcite.csl.context import SUBSEQUENT
from reportcite.csl.document.citations import Citations
from reportcite.csl.items.model import Citation, Cite
from tests.csl.document.parts import AUTHOR_YEAR, TITLE, parts_of, text
from tests.csl.references import report
from tests.csl.style_xml import citation, style_xml

REFERENCES = [
    report("roe", "Roe, Tim", 2021, title="Sea"),
    report("doe", "Doe, Jane", 2020, title="Air"),
    report("poe", title="Fire"),
    report("doe-b", "Doe, Jane", 2023, title="Dew"),
    report("doe-c", "Doe, Jane; Roe, Tim", 2024, title="Ice"),
]
NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/>'


def citations(layout: str = AUTHOR_YEAR, *, class_: str = "in-text", **options: str) -> Citations:
    """Prints citations by that layout, in brackets."""
    options = {"prefix": "(", "suffix": ")", "delimiter": "; "} | options
    parts = parts_of(style_xml(citation(layout, **options), class_=class_), REFERENCES)
    return Citations(parts.style, parts.library, text)


def printed(
    *ids: str, mode: str = "", infix: str = "", sorted_: bool = True, **options: Any
) -> str:
    """A citation of these references."""
    cites = tuple(map(Cite, ids))
    return citations(**options).text(Citation("c", cites, mode=mode, infix=infix, sorted=sorted_))


def test_cites_are_joined_within_the_affixes_of_the_layout() -> None:
    assert printed("roe", "doe") == "(Roe 2021; Doe 2020)"
    assert printed() == ""


def test_cites_are_sorted_by_the_style_unless_the_citation_keeps_its_order() -> None:
    keys: dict[str, Any] = {"sort": '<key variable="issued"/>'}

    assert printed("roe", "doe", **keys) == "(Doe 2020; Roe 2021)"
    assert printed("roe", "doe", sorted_=False, **keys) == "(Roe 2021; Doe 2020)"


@pytest.mark.parametrize(
    ("mode", "text_"),
    [
        ("author-only", "Doe"),
        ("suppress-author", "(2020; Roe 2021)"),
        ("composite", "Doe (2020; Roe 2021)"),
    ],
)
def test_a_mode_is_for_the_first_cite(mode: str, text_: str) -> None:
    assert printed("doe", "roe", mode=mode) == text_


def test_an_infix_stands_between_the_names_and_the_rest() -> None:
    assert printed("doe", mode="composite", infix="argues in") == "Doe argues in (2020)"


def test_a_note_goes_on_as_a_sentence() -> None:
    assert printed("doe", mode="composite", class_="note") == "Doe, (2020)"
    assert printed("doe", mode="composite", class_="note", infix="in") == "Doe in (2020)"


def test_a_style_that_prints_no_names_names_them_in_the_text_all_the_same() -> None:
    assert printed("doe", mode="composite", layout=NUMBER) == "Doe ([2])"
    assert printed("poe", mode="author-only", layout=NUMBER) == "Fire"
    assert printed("doe", mode="author-only", layout=TITLE, class_="note") == "Doe"
    assert printed("doe", mode="composite", layout=TITLE, class_="note") == "Doe, (Air)"


def test_names_alone_stand_in_no_brackets() -> None:
    cites = (Cite("doe", author_only=True), Cite("roe", author_only=True))

    assert citations().text(Citation("c", cites)) == "Doe; Roe"


def test_a_citation_that_prints_nothing_says_so_unless_its_author_is_suppressed() -> None:
    names = '<names variable="author"/>'

    assert printed("poe", layout=names) == f"({NO_PRINTED_FORM})"
    assert printed("doe", mode="suppress-author", layout=names) == ""


@pytest.mark.parametrize(("distance", "near"), [({}, True), ({"near_note_distance": "4"}, False)])
def test_a_note_is_near_within_five_unless_a_style_says_otherwise(
    distance: dict[str, str], near: bool
) -> None:
    notes = [Citation(str(n), (Cite("doe"),), note_number=n) for n in (1, 6)]

    placed = citations(class_="note", **distance).place(notes)

    assert placed[1].cites[0].near_note is near


def test_what_a_citation_rests_on_besides_itself() -> None:
    cited = Citation("c", (Cite("roe"), Cite("doe")))

    assert citations(NUMBER).decisions_on(cited) == [(1, None, None), (2, None, None)]
    assert citations().decisions_on(cited) == [(False, None, None), (False, None, None)]


@pytest.mark.parametrize("mode", ["composite", "suppress-author"])
@pytest.mark.parametrize("collapse", [{}, {"collapse": "year"}], ids=["", "collapsed"])
def test_what_a_sentence_names_is_not_named_again(mode: str, collapse: dict[str, Any]) -> None:
    text_ = printed("doe", "doe-b", "doe-c", mode=mode, **collapse)

    years = "(2020, 2023; Doe, Roe 2024)" if collapse else "(2020; 2023; Doe, Roe 2024)"
    assert text_ == (f"Doe {years}" if mode == "composite" else years)


def test_an_author_counts_as_named_however_much_of_the_name_is_printed() -> None:
    """A first note writes out what a later one abbreviates."""
    names = (
        '<choose><if position="subsequent">'
        '<names variable="author"><name form="short"/></names>'
        '</if><else><names variable="author"/></else></choose>'
    )
    again = f'<group delimiter=" ">{names}{TITLE}</group>'
    cites = (Cite("doe", position=SUBSEQUENT), Cite("doe-b"))

    got = citations(again, class_="note").text(Citation("c", cites, mode="composite"))

    assert got == "Doe, (Air; Dew)"


def test_a_title_that_stands_for_the_author_is_printed_once() -> None:
    law = f'<choose><if variable="author">{AUTHOR_YEAR}</if><else>{TITLE}</else></choose>'

    assert printed("poe", mode="composite", layout=law + NUMBER) == "Fire ([3])"
    assert printed("poe", mode="author-only", layout=law) == "Fire"
    assert printed("poe", mode="composite", layout=law) == "Fire"


def test_a_note_is_not_empty_where_a_sentence_says_all() -> None:
    names = '<names variable="author"/>'

    assert printed("doe", mode="suppress-author", layout=names, class_="note") == "(Jane Doe)"


def test_affixes_get_the_space_that_words_need() -> None:
    cites = (Cite("doe", prefix="see", suffix="ff."), Cite("roe", prefix="l’", suffix=", passim"))

    assert citations().text(Citation("c", cites)) == "(see Doe 2020 ff.; l’Roe 2021, passim)"


def test_a_citation_has_affixes_of_its_own_within_the_brackets() -> None:
    whole = Citation("c", (Cite("doe"), Cite("roe")), prefix="cf.", suffix="and others")

    assert citations().text(whole) == "(cf. Doe 2020; Roe 2021 and others)"


def test_a_note_that_goes_on_begins_no_sentence() -> None:
    ibid = '<text term="ibid" form="short"/>'
    alone, composite = (
        Citation("c", (Cite("doe"),), mode=mode, prefix=prefix)
        for mode, prefix in (("", ""), ("composite", ""))
    )
    notes = citations(ibid, class_="note", prefix="", suffix="")

    assert notes.text(alone) == "Ibid."
    assert notes.text(composite) == "Doe, ibid."
    assert notes.text(alone._replace(prefix="see")) == "see ibid."


def test_ibid_follows_what_stands_before_it_once_the_cites_are_sorted() -> None:
    """Typed first, "doe" does not print "ibid." behind "air" that sorts before it."""
    layout = f'<choose><if position="ibid"><text value="ibid"/></if><else>{TITLE}</else></choose>'
    keys = '<key variable="title"/>'
    prints = citations(layout, sort=keys, prefix="", suffix="")
    placed = prints.place(
        [Citation("1", (Cite("roe"),)), Citation("2", (Cite("roe"), Cite("doe")))]
    )

    assert [prints.text(one) for one in placed] == ["Sea", "Air; Sea"]
    typed = Citation("2", (Cite("roe"), Cite("doe")), sorted=False)
    placed = prints.place([Citation("1", (Cite("roe"),)), typed])
    assert [prints.text(one) for one in placed] == ["Sea", "ibid; Air"]


def test_nor_is_a_note_that_suppresses_the_author_of_each_cite() -> None:
    cites = (Cite("doe", suppress_author=True),)
    names = '<names variable="author"/>'

    assert citations(names).text(Citation("c", cites)) == ""
    assert citations(names, class_="note").text(Citation("c", cites)) == "(Jane Doe)"


def test_no_delimiter_is_left_of_names_that_stand_elsewhere() -> None:
    """Some styles write it before the date, as a prefix."""
    dated = '<date variable="issued" prefix=", "><date-part name="year"/></date>'
    layout = f'<names variable="author"><name form="short"/></names>{dated}'

    assert printed("doe", layout=layout) == "(Doe, 2020)"
    assert printed("doe", mode="composite", layout=layout) == "Doe (2020)"
    assert printed("doe", mode="suppress-author", layout=layout) == "(2020)"
    cites = (Cite("doe", suppress_author=True),)
    assert citations(layout).text(Citation("c", cites)) == "(2020)"
