"""The filter in documents: what metadata asks for, and where bibliographies stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.pandoc.run import filtered, folder

__all__ = ["folder"]

APA = "-Mcsl=apa"


def test_the_bibliography_stands_where_its_div_is(folder: Path) -> None:
    text = "[@beck]\n\n::: {#refs}\n:::\n\nEnd."
    assert filtered(folder, text, APA) == (
        "(Beck, 1986)\n\nBeck, U. (1986). Risiko. Press.\n\nEnd.\n"
    )


def test_an_entry_is_an_element_of_html_that_can_be_linked_to(folder: Path) -> None:
    html = filtered(folder, "[@beck]", APA, to="html")
    assert '<div id="refs" class="references csl-bib-body hanging-indent"' in html
    assert '<div id="ref-beck" class="csl-entry" role="listitem">' in html
    assert '<span class="citation" data-cites="beck">(Beck, 1986)</span>' in html


def test_suppressed_there_is_none(folder: Path) -> None:
    assert filtered(folder, "[@beck]", APA, "-Msuppress-bibliography=true") == "(Beck, 1986)\n"


def test_nocite_may_list_everything(folder: Path) -> None:
    text = "---\nnocite: '@*'\n---\n\nText."
    assert filtered(folder, text, APA).count("Press.") == 4


def test_lists_by_keyword_and_type(folder: Path) -> None:
    text = (
        "[@beck; @kalt]\n\n## Risk\n\n::: {.references keyword=Risk}\n:::\n\n"
        "## Papers\n\n::: {.references type=article}\n:::\n"
    )
    assert filtered(folder, text, APA) == (
        "(Beck, 1986; Kalt & Müller, 2006)\n\nRisk\n\nBeck, U. (1986). Risiko. Press.\n\nPapers\n"
    )


def test_a_list_for_each_section(folder: Path) -> None:
    text = (
        "---\nreferences: {section: 1}\n---\n\n# One\n\n[@beck]\n\n# Two\n\n[@kalt; @beckb]\n\n"
        "# Three\n\nNothing."
    )
    assert filtered(folder, text, APA) == (
        "One\n\n(Beck, 1986b)\n\nBeck, U. (1986b). Risiko. Press.\n\n"
        "Two\n\n(Beck, 1986a; Kalt & Müller, 2006)\n\n"
        "Beck, U. (1986a). Anderes. Press.\n\nKalt, A., & Müller, B. (2006). Zweites. Press.\n\n"
        "Three\n\nNothing.\n"
    )


def test_a_list_for_each_bibliography(folder: Path) -> None:
    (folder / "web.json").write_text(
        '[{"id": "site", "type": "webpage", "title": "Site", "URL": "https://a.b"}]'
    )
    text = (
        f"---\nbibliography:\n  main: {folder}/lit.json\n  web: {folder}/web.json\n---\n\n"
        "[@beck; @site]\n\n::: {#refs-web}\n:::\n\nThen\n\n::: {#refs-main}\n:::\n"
    )
    import pypandoc

    printed = pypandoc.convert_text(
        text, "plain", format="markdown",
        extra_args=[f"--filter={folder / 'reportcite-filter'}", APA, "--wrap=none"],
    )  # fmt: skip
    assert printed.index("Site. (n.d.).") < printed.index("Then") < printed.index("Risiko. Press")


def test_works_may_be_described_in_the_document(folder: Path) -> None:
    text = (
        "---\nreferences:\n- id: own\n  type: book\n  title: Own\n  author: [{family: Doe}]\n"
        "  issued: 2020\n---\n\n[@own]"
    )
    assert filtered(folder, text, APA) == "(Doe, 2020)\n\nDoe. (2020). Own.\n"


def test_an_unknown_key_stands_out(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    html = filtered(folder, "[@nobody] [@beck; @no] @none", APA, to="html")
    assert "(<strong>nobody?</strong>)" in html
    assert "(Beck, 1986; <strong>no?</strong>)" in html
    assert ">none?</strong></span>" in html
    assert "warning: no record has the key 'nobody'\n" in caplog.text
    filtered(folder, "[@bekc]", APA)
    assert "no record has the key 'bekc' (did you mean 'beck'?)" in caplog.text


def test_cross_references_of_quarto_are_left_alone(folder: Path) -> None:
    html = filtered(folder, "See @fig-plan.", APA, to="html")
    assert "@fig-plan" in html
    assert "?" not in html


def test_a_style_without_locators_is_warned_of(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    filtered(folder, "[@beck, p. 3]", "-Mcsl=nature")
    assert "the style nature prints no locators" in caplog.text


def test_a_library_that_is_not_there_ends_the_run(folder: Path) -> None:
    with pytest.raises(RuntimeError, match=r"no\.bib: cannot be read"):
        filtered(folder, "[@beck]", APA, "--bibliography=no.bib")


def test_word_gets_the_style_bibliography(folder: Path) -> None:
    import zipfile

    import pypandoc

    target = folder / "paper.docx"
    pypandoc.convert_text(
        "[@beck]", "docx", format="markdown", outputfile=str(target),
        extra_args=[f"--filter={folder / 'reportcite-filter'}", APA,
                    f"--bibliography={folder / 'lit.json'}"],
    )  # fmt: skip
    document = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert '<w:pStyle w:val="Bibliography"' in document
    assert "Risiko" in document


def test_a_list_may_be_parted_into_sections(folder: Path) -> None:
    text = "---\nlang: de\ngroup-by: year\n---\n\n[@beck; @kalt]"
    html = filtered(folder, text, APA, to="html")
    assert html.index(">2006</h2>") < html.index("Zweites") < html.index(">1986</h2>")
    assert html.index(">1986</h2>") < html.index("Risiko")


def test_sections_stand_below_the_headings_of_a_list_for_each_section(folder: Path) -> None:
    text = "---\nreferences: {section: 1}\ngroup-by: type\n---\n\n# One\n\n[@beck]"
    assert '<h3 class="unnumbered">Books</h3>' in filtered(folder, text, APA, to="html")


def test_annotations_are_paragraphs_of_their_entry(folder: Path) -> None:
    text = (
        "---\nannotated: true\nreferences:\n- id: own\n  type: book\n  title: Own\n"
        "  author: [{family: Doe}]\n  issued: 2020\n  abstract: What it says.\n---\n\n[@own]"
    )
    assert filtered(folder, text, APA).endswith("Doe. (2020). Own.\n\nWhat it says.\n")


def test_entries_may_be_in_their_own_language(folder: Path) -> None:
    text = (
        "---\nentry-language: true\nreferences:\n- id: own\n  type: book\n  title: Own\n"
        "  editor: [{family: Doe}]\n  issued: 2020\n  language: de\n---\n\n[@own]"
    )
    assert filtered(folder, text, APA).endswith("Doe (Hrsg.). (2020). Own.\n")


def test_a_section_sign_stays_and_numbers_of_two_kinds_have_their_own(folder: Path) -> None:
    text = "[@beck, § 5 Abs. 1; @kalt, §§ 5--7] [@kalt, 00:12:30] [@beck, S. 12 ff.; @kalt, Art. 3]"
    printed = filtered(folder, text, "-Mcsl=mla", "-Mlang=de-DE", "-Msuppress-bibliography=true")
    assert printed == (
        "(Beck, § 5 Abs. 1; Kalt und Müller, §§ 5–7) (Kalt und Müller 00:12:30) "
        "(Beck 12 ff.; Kalt und Müller, Art. 3)\n"
    )
