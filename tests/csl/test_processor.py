"""The engine as a library: a Processor for one style, its citations and bibliography."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.csl import Citation, Cite, Entry, Processor
from reportcite.csl.style.style import load_style
from reportcite.errors import StyleError, UsageError
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, style_xml

REFERENCES = [
    report("roe", "Roe, Tim", 2021, title="Water", publisher="Institute"),
    report("doe-b", "Doe, Jane; Poe, Ann", 2020, title="Fire", publisher="Institute"),
    report("doe-a", "Doe, Jane; Poe, Ann", 2020, title="Air", publisher="Institute"),
]


@pytest.fixture
def apa() -> Processor:
    processor = Processor("apa")
    processor.register(REFERENCES)
    return processor


# --- making one ------------------------------------------------------------------------------


def test_a_style_is_a_name_a_path_content_or_loaded(tmp_path: Path) -> None:
    content = style_xml(bibliography('<text variable="title"/>'))
    path = tmp_path / "mine.csl"
    path.write_bytes(content)
    wanted = [Entry("roe", "Water")]

    assert Processor(content).bibliography(REFERENCES[:1]) == wanted
    assert Processor(path).bibliography(REFERENCES[:1]) == wanted
    assert Processor(str(path)).bibliography(REFERENCES[:1]) == wanted
    assert Processor(load_style(content)).bibliography(REFERENCES[:1]) == wanted
    assert Processor("apa").style.title == "APA Style 7th edition"


def test_an_unknown_style_language_or_output_is_an_error() -> None:
    with pytest.raises(StyleError, match="no-such-style"):
        Processor("no-such-style")
    with pytest.raises(StyleError, match="xx-XX"):
        Processor("apa", locale="xx-XX")
    with pytest.raises(UsageError, match="pdf"):
        Processor("apa", output="pdf")


def test_the_language_is_the_one_asked_for_then_that_of_the_style() -> None:
    content = '<text term="and"/><text variable="title" prefix=" "/>'
    german = style_xml(citation(content), default_locale="de-DE")
    plain = style_xml(citation(content))

    def cite(style: bytes, locale: str | None = None) -> str:
        processor = Processor(style, locale=locale)
        processor.register(REFERENCES)
        return processor.citation([Cite("roe")])

    assert cite(german) == "und Water"
    assert cite(german, "fr-FR") == "et Water"
    assert cite(plain) == "and Water"


def test_the_output_language_is_chosen_once() -> None:
    style = style_xml(bibliography('<text variable="title" font-style="italic"/>'))
    item = [report("x", title="R&D")]

    assert [
        Processor(style, output=output).bibliography(item)[0].text
        for output in ("text", "html", "markdown", "latex")
    ] == ["R&D", "<i>R&#38;D</i>", "*R\\&D*", "\\textit{R\\&D}"]


def test_abbreviations_print_where_the_style_asks_for_a_short_form() -> None:
    style = style_xml(bibliography('<text variable="container-title" form="short"/>'))
    abbreviations = {"default": {"container-title": {"Journal of Air": "J. Air"}}}
    item = [report("x", container_title="Journal of Air")]

    assert Processor(style).bibliography(item)[0].text == "Journal of Air"
    processor = Processor(style, abbreviations=abbreviations)
    assert processor.bibliography(item)[0].text == "J. Air"


# --- references and bibliography -------------------------------------------------------------


def test_a_bibliography_is_in_the_order_of_the_style(apa: Processor) -> None:
    assert apa.bibliography() == [
        Entry("doe-a", "Doe, J., & Poe, A. (2020a). Air. Institute."),
        Entry("doe-b", "Doe, J., & Poe, A. (2020b). Fire. Institute."),
        Entry("roe", "Roe, T. (2021). Water. Institute."),
    ]


def test_references_may_be_given_with_the_call_and_add_up() -> None:
    processor = Processor("apa")

    assert [entry.id for entry in processor.bibliography(REFERENCES[:1])] == ["roe"]
    assert [entry.id for entry in processor.bibliography(REFERENCES[1:2])] == ["doe-b", "roe"]


def test_registering_an_id_again_replaces_its_reference(apa: Processor) -> None:
    apa.register([report("roe", "Roe, Tim", 2021, title="Ice", publisher="Institute")])

    assert apa.bibliography()[-1].text == "Roe, T. (2021). Ice. Institute."
    assert len(apa.bibliography()) == 3


def test_a_later_reference_may_change_what_earlier_ones_print(apa: Processor) -> None:
    assert apa.citation([Cite("roe")]) == "(Roe, 2021)"

    apa.register([report("roe-2", "Roe, Tim", 2021, title="Snow")])

    assert apa.citation([Cite("roe")]) == "(Roe, 2021b)"


def test_registering_gives_the_items_as_the_engine_sees_them() -> None:
    (item,) = Processor("apa").register(REFERENCES[:1])

    assert (item.id, item.type, item.texts["title"]) == ("roe", "report", "Water")


def test_a_document_is_the_whole_bibliography_in_the_output_language(apa: Processor) -> None:
    assert apa.document().splitlines() == [entry.text for entry in apa.bibliography()]
    assert Processor("apa", output="html").document(REFERENCES).count("csl-entry") == 3


# --- citations -------------------------------------------------------------------------------


def test_a_citation_is_a_list_of_cites(apa: Processor) -> None:
    assert apa.citation([Cite("roe")]) == "(Roe, 2021)"
    assert apa.citation([Cite("roe"), Cite("doe-a")]) == "(Doe & Poe, 2020a; Roe, 2021)"
    assert apa.citation([Cite("doe-a"), Cite("doe-b")]) == "(Doe & Poe, 2020a, 2020b)"


def test_a_cite_has_a_locator_and_affixes(apa: Processor) -> None:
    assert apa.citation([Cite("roe", locator="12")]) == "(Roe, 2021, p. 12)"
    assert apa.citation([Cite("roe", locator="3", label="chapter")]) == "(Roe, 2021, Chapter 3)"
    assert apa.citation([Cite("roe", prefix="see ", suffix=", among others")]) == (
        "(see Roe, 2021, among others)"
    )


def test_an_unknown_reference_is_an_error(apa: Processor) -> None:
    with pytest.raises(KeyError, match="nobody"):
        apa.citation([Cite("nobody")])


def test_the_author_may_stand_in_the_sentence(apa: Processor) -> None:
    assert apa.citation([Cite("roe", suppress_author=True)]) == "(2021)"
    assert apa.citation([Cite("roe", author_only=True)]) == "Roe"
    assert apa.narrative(Cite("roe")) == "Roe (2021)"
    assert apa.narrative(Cite("doe-a", locator="12")) == "Doe & Poe (2020a, p. 12)"


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("", "(Doe & Poe, 2020a; Roe, 2021)"),
        ("author-only", "Doe & Poe"),
        ("suppress-author", "(2020a; Roe, 2021)"),
        ("composite", "Doe & Poe (2020a; Roe, 2021)"),
    ],
)
def test_a_mode_applies_to_the_first_cite_of_a_citation(
    apa: Processor, mode: str, text: str
) -> None:
    cites = (Cite("doe-a"), Cite("roe"))

    assert apa.cite_all([Citation("1", cites, mode=mode)]) == [text]


def test_a_citation_may_keep_its_own_order(apa: Processor) -> None:
    cites = (Cite("roe"), Cite("doe-a"))

    assert apa.cite_all([Citation("1", cites, sorted=False)]) == ["(Roe, 2021; Doe & Poe, 2020a)"]


def test_an_infix_stands_between_the_parts_of_a_composite_citation(apa: Processor) -> None:
    citation = Citation("1", (Cite("roe"),), mode="composite", infix="wisely says")

    assert apa.cite_all([citation]) == ["Roe wisely says (2021)"]


def test_all_citations_of_a_document_know_of_each_other() -> None:
    notes = Processor("chicago-notes")
    notes.register(REFERENCES)
    cites = [Cite("roe", locator="5"), Cite("doe-a"), Cite("roe", locator="7")]

    assert notes.cite_all(
        [Citation(str(n), (cite,), note_number=n) for n, cite in enumerate(cites, 1)]
    ) == [
        "Tim Roe, Water (Institute, 2021), 5.",
        "Jane Doe and Ann Poe, Air (Institute, 2020).",
        "Roe, Water, 7.",
    ]


def test_a_cite_that_prints_nothing_says_so() -> None:
    processor = Processor(style_xml(citation('<text variable="title"/>')))
    processor.register([report("x")])

    assert "no printed form" in processor.citation([Cite("x")])


def test_calls_do_not_disturb_each_other(apa: Processor) -> None:
    before = apa.citation([Cite("doe-a")]), apa.bibliography()
    apa.cite_all([Citation("1", (Cite("roe"),)), Citation("2", (Cite("roe"),))])
    apa.narrative(Cite("doe-b"))

    assert (apa.citation([Cite("doe-a")]), apa.bibliography()) == before


def test_sessions_are_independent_of_each_other(apa: Processor) -> None:
    first, second = apa.session(), apa.session()
    first.update(Citation("1", (Cite("roe"),)), [], [])

    assert second.citations == {}


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("apa", "Doe & Poe (2020)"),
        ("ieee", "Doe and Poe [1]"),
        ("chicago-notes", "Jane Doe and Edgar Poe, A Report (2020)."),
    ],
)
def test_a_narrative_cite_names_the_authors_also_where_the_style_cites_by_number(
    style: str, text: str
) -> None:
    processor = Processor(style)
    processor.register(
        [
            {
                "id": "doe",
                "type": "report",
                "title": "A report",
                "issued": {"date-parts": [[2020]]},
                "author": [
                    {"family": "Doe", "given": "Jane"},
                    {"family": "Poe", "given": "Edgar"},
                ],
            }
        ]
    )

    assert processor.narrative(Cite("doe")) == text


def test_items_without_an_entry_are_named_once_and_counted_where_they_are_many() -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>'
        "<title>T</title></info><citation><layout><text variable='title'/></layout></citation>"
        "<bibliography><layout><choose><if type='book'><text variable='title'/></if></choose>"
        "</layout></bibliography></style>"
    )
    processor = Processor(style.encode())
    items = [{"id": f"i{number}", "type": "report", "title": "A"} for number in range(7)]
    processor.bibliography([*items, {"id": "b", "type": "book", "title": "B"}])
    processor.bibliography()
    assert [problem.message for problem in processor.problems] == [
        "the style prints no entry for i0 (report), i1 (report), i2 (report), i3 (report), "
        "i4 (report), 2 more"
    ]
    processor.clear()
    assert processor.problems == ()
