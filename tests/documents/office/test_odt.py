"""A bibliography as a text of OpenDocument, read again by pandoc and LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypandoc
import pytest
from lxml import etree

from reportcite.documents.office.docx import write_docx
from reportcite.documents.office.formatted_lines import WRITER, Section
from reportcite.documents.office.odt import write_odt
from tests.documents.office.entries import parts, processor


def write(path: Path, style: str = "apa") -> Path:
    made = processor(style)
    file = io.BytesIO()
    writer = write_odt if path.suffix == ".odt" else write_docx
    writer(file, parts(made), made.spacing, "de-DE")
    path.write_bytes(file.getvalue())
    return path


def part(path: Path, name: str) -> str:
    text = zipfile.ZipFile(path).read(name)
    etree.fromstring(text)
    return text.decode()


def test_the_archive_begins_with_what_it_is(tmp_path: Path) -> None:
    archive = zipfile.ZipFile(write(tmp_path / "a.odt"))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_every_entry_is_a_paragraph_of_the_style_bibliography(tmp_path: Path) -> None:
    path = write(tmp_path / "a.odt")
    assert part(path, "content.xml").count('<text:p text:style-name="Bibliography">') == 2
    styles = part(path, "styles.xml")
    assert 'fo:margin-left="36pt" fo:text-indent="-36pt"' in styles
    assert 'fo:language="de" fo:country="DE"' in styles


def test_numbers_stand_before_a_tab_stop(tmp_path: Path) -> None:
    path = write(tmp_path / "a.odt", "ieee")
    assert "[1]<text:tab/>" in part(path, "content.xml")
    assert "<style:tab-stop style:position=" in part(path, "styles.xml")


def test_formats_and_links_are_read_by_pandoc(tmp_path: Path) -> None:
    path = write(tmp_path / "a.odt")
    html = pypandoc.convert_file(str(path), "html", extra_args=["--wrap=none"])
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in html
    assert "<sup><em>2</em></sup>" in html
    assert "<sub><em>3</em></sub>" in html
    assert "<strong>bold</strong>" in html
    assert "Zweites &lt;Buch&gt;" in html
    content = part(tmp_path / "a.odt", "content.xml")
    assert 'fo:font-variant="small-caps"' in content
    assert 'fo:font-style="italic"' in content


def test_spaces_that_follow_each_other_are_kept(tmp_path: Path) -> None:
    file = io.BytesIO()
    write_odt(file, [Section("", (WRITER.tokens(["a   b\x07"]),))], processor().spacing, "en")
    (tmp_path / "a.odt").write_bytes(file.getvalue())
    assert 'a<text:s text:c="3"/>b</text:p>' in part(tmp_path / "a.odt", "content.xml")


@pytest.mark.programs
@pytest.mark.parametrize("suffix", [".odt", ".docx"])
def test_libreoffice_shows_it_with_its_hanging_indent(tmp_path: Path, suffix: str) -> None:
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("LibreOffice or pdftotext is not installed")
    path = write(tmp_path / f"a{suffix}", "ieee")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=300,
    )
    boxes = subprocess.run(
        [reader, "-bbox", tmp_path / "a.pdf", "-"], check=True, capture_output=True
    ).stdout
    page = etree.HTML(boxes.decode())
    words = [(word.text, float(word.get("xmin", "0"))) for word in page.iter("word")]
    left = dict(reversed(words))
    # The numbers stand in the margin, below each other; all else is indented.
    assert left["[1]"] == left["[2]"]
    assert left["Ä."] == left["U."] > left["[1]"]


def test_sections_have_headings_that_pandoc_reads(tmp_path: Path) -> None:
    made = processor()
    file = io.BytesIO()
    write_odt(file, parts(made, "A & B\x07", "Rest"), made.spacing, "de-DE")
    (tmp_path / "a.odt").write_bytes(file.getvalue())
    html = pypandoc.convert_file(str(tmp_path / "a.odt"), "html", extra_args=["--wrap=none"])
    assert [line.partition(">")[2] for line in html.splitlines() if "<h1" in line] == [
        "A &amp; B</h1>",
        "Rest</h1>",
    ]
    assert 'style:display-name="Heading 1"' in part(tmp_path / "a.odt", "styles.xml")
