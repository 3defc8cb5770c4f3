"""Loading styles: by name, path or content, and what is made of the XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.csl import Processor
from reportcite.csl.style.style import load_style
from reportcite.errors import StyleError

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" et-al-min="4">
  <info>
    <title> A style </title>
    <id>urn:example:a-style</id>
  </info>
  <!-- a remark -->
  <locale xml:lang="de"><terms><term name="and"> und </term></terms></locale>
  <macro name="title">
    <text variable="title" prefix="  " suffix=" &amp; "/>
  </macro>
  <citation><layout><text macro="title"/></layout></citation>
</style>
"""

DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"{locale}>
  <info>
    <title>A journal</title>
    <id>urn:example:journal</id>
    <link href="{parent}" rel="independent-parent"/>
  </info>
</style>
"""


def dependent(parent: str = "http://www.zotero.org/styles/apa", locale: str = "") -> bytes:
    return DEPENDENT.format(parent=parent, locale=locale).encode()


def test_a_style_is_its_parts_by_name() -> None:
    style = load_style(STYLE.encode())

    assert (style.id, style.title) == ("urn:example:a-style", "A style")
    assert style.attributes["class"] == "note"
    assert style.attributes["et-al-min"] == "4"
    assert list(style.macros) == ["title"]
    assert style.citation.name == "citation"
    assert style.bibliography is None
    assert [locale.attributes["xml:lang"] for locale in style.locales] == ["de"]
    assert style.problems == ()


def test_text_for_output_keeps_its_blanks() -> None:
    style = load_style(STYLE.encode())

    text = style.macros["title"].children[0]
    assert (text.attributes["prefix"], text.attributes["suffix"]) == ("  ", " & ")
    term = style.locales[0].children[0].children[0]
    assert term.text == " und "


def test_every_element_knows_its_line() -> None:
    style = load_style(STYLE.encode())

    assert style.macros["title"].line == 9
    assert style.macros["title"].children[0].line == 10


def test_the_namespace_may_have_a_prefix() -> None:
    prefixed = STYLE.replace("<", "<csl:").replace("<csl:/", "</csl:").replace("<csl:?", "<?")
    prefixed = prefixed.replace("<csl:!", "<!").replace("xmlns=", "xmlns:csl=")

    assert list(load_style(prefixed.encode()).macros) == ["title"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_any_declared_encoding_is_read(encoding: str) -> None:
    source = STYLE.replace("utf-8", encoding.removesuffix("-sig")).replace("A style", "Ä style")

    assert load_style(source.encode(encoding)).title == "Ä style"


@pytest.mark.parametrize(
    "name",
    [
        "apa",
        "APA",
        "apa.csl",
        "http://www.zotero.org/styles/apa",
        "https://www.zotero.org/styles/apa",
    ],
)
def test_a_packaged_style_is_found_however_its_id_is_written(name: str) -> None:
    assert load_style(name).id == "http://www.zotero.org/styles/apa"


def test_a_short_name_stands_for_a_style() -> None:
    assert load_style("chicago").id == "http://www.zotero.org/styles/chicago-author-date"
    assert load_style("mla").id == "http://www.zotero.org/styles/modern-language-association"


def test_the_project_has_a_style_of_its_own() -> None:
    assert load_style("library-card").title == "Library card"


def test_a_path_wins_over_a_packaged_style_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "apa.csl").write_text(STYLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert load_style("apa.csl").title == "A style"
    assert load_style(str(tmp_path / "apa.csl")).title == "A style"
    assert load_style(tmp_path / "apa.csl").title == "A style"
    assert load_style("apa").title.startswith("APA Style")


def test_a_dependent_style_is_its_parent_under_its_own_name() -> None:
    style, parent = load_style(dependent()), load_style("apa")

    assert (style.id, style.title) == ("urn:example:journal", "A journal")
    assert style.macros.keys() == parent.macros.keys()
    assert style.bibliography is not None
    assert style.attributes == parent.attributes


def test_a_dependent_style_keeps_its_own_locale() -> None:
    style = load_style(dependent(locale=' default-locale="fr-FR"'))

    assert style.attributes["default-locale"] == "fr-FR"
    assert style.attributes["class"] == "in-text"


@pytest.mark.parametrize(
    "parent",
    ["", "http://www.zotero.org/styles/no-such-style", "../apa", "/etc/passwd", "acs-nano"],
)
def test_a_dependent_style_without_a_packaged_independent_parent_is_an_error(parent: str) -> None:
    with pytest.raises(StyleError, match="depends on is not known") as raised:
        load_style(dependent(parent))

    assert raised.value.place is not None
    assert raised.value.place.line == 5


def test_an_unknown_name_is_an_error_that_suggests_the_nearest() -> None:
    with pytest.raises(StyleError) as raised:
        load_style("chigaco")

    assert raised.value.message == "unknown style “chigaco”"
    assert "did you mean chicago?" in raised.value.suggestion


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="no such style file") as raised:
        load_style(str(tmp_path / "missing.csl"))

    assert raised.value.place is not None
    assert raised.value.place.file == str(tmp_path / "missing.csl")


def test_the_library_card_has_heading_title_imprint_extent_and_isbn() -> None:
    report = {
        "id": "a",
        "type": "report",
        "title": "Town Archives: A Guide",
        "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Max"}],
        "edition": "2",
        "publisher": "City Press",
        "publisher-place": "Leeds",
        "issued": {"date-parts": [[2024, 5, 7]]},
        "number-of-pages": "47",
        "ISBN": "978-3-948289-82-9",
    }
    [entry] = Processor("library-card").bibliography([report])

    assert [line.strip() for line in entry.text.splitlines()] == [
        "Doe, Jane",
        "Town Archives: A Guide / Jane Doe, Max Roe. — 2nd ed. — Leeds : City Press, 2024",
        "47 p.",
        "ISBN 978-3-948289-82-9",
    ]
