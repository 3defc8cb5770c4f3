"""What BibTeX, biber, pandoc, pybtex and rispy make of the files: the same titles, names, years."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.writing.one_line import one_line
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor
from tests.formats.files import a_report, reports
from tests.formats.strategies import records, texts

T = TypeVar("T")
NAMES: list[Contributor] = [
    {"family": "Zeković", "given": "Denis"},
    {"family": "García Márquez", "given": "Gabriel José"},
    {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    {"literal": "Statistik & Amt {Berlin} and Söhne"},
]


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Many examples at once: to start a program costs more than to let it read many records."""
    examples: list[T] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(strategy)
    def draw(example: T) -> None:
        examples.append(example)

    draw()
    return examples


@pytest.fixture(scope="module")
def any_records() -> list[Record]:
    return drawn(records(), 150)


@pytest.fixture(scope="module")
def any_titles() -> list[Record]:
    """Reports with any title and publisher, and sound names and dates."""
    return [
        a_report(
            title,
            author=[NAMES[number % 5], NAMES[(number + 2) % 5]],
            publisher=title,
            issued={"date-parts": [[1990 + number % 30, 3, 7]]},
        )
        for number, title in enumerate(drawn(texts, 250))
        if one_line(title)[0]
    ]


def write(name: str, records: list[Record]) -> str:
    writer = format_named(name).write
    assert writer is not None
    return "".join(writer(Fields(record), f"k{n}") for n, record in enumerate(records))


def plain(text: object) -> str:
    """`text` as far as readers agree on it: without markup, in straight quotes, folded."""
    folded = unicodedata.normalize("NFKC", re.sub("</?(i|b|sup|sub|span)\\b[^>]*>", "", str(text)))
    return " ".join(re.sub("[’‘`´]", "'", folded).split())


def words(name: dict[str, Any]) -> list[str]:
    """What a name says, however its parts are distinguished."""
    return sorted(" ".join(plain(part) for part in name.values()).split())


def balanced(text: str) -> bool:
    return text.replace("{}", "") == re.sub("[{}]", "", text)


def pandoc(text: str, name: str) -> list[dict[str, Any]]:
    pypandoc = pytest.importorskip("pypandoc", reason="pip install pypandoc_binary")
    items: list[dict[str, Any]] = json.loads(pypandoc.convert_text(text, "csljson", format=name))
    return items


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "ris"])
def test_pandoc_reads_the_same_titles_names_and_years(name: str, any_titles: list[Record]) -> None:
    items = pandoc(write(name, any_titles), name)
    assert [item["id"] for item in items] == [f"k{n}" for n in range(len(any_titles))]
    for item, record in zip(items, any_titles, strict=True):
        title = one_line(str(record.fields["title"]))[0]
        # pandoc does not know \textbraceleft, which is how a lone brace has to be written.
        if name == "ris" or balanced(title):
            assert plain(item.get("title", "")) == plain(title)
        assert item["issued"]["date-parts"][0][0] == record.item()["issued"]["date-parts"][0][0]  # type: ignore[index]
        expected = record.fields["author"]
        assert isinstance(expected, list)
        assert [words(one) for one in item["author"]] == [words(dict(one)) for one in expected]


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_pybtex_reads_any_records_without_complaint(name: str, any_records: list[Record]) -> None:
    database = pytest.importorskip("pybtex.database", reason="pip install pybtex")
    read = database.parse_string(write(name, any_records), "bibtex")
    assert list(read.entries) == [f"k{n}" for n in range(len(any_records))]
    for entry, record in zip(read.entries.values(), any_records, strict=True):
        authors = record.fields.get("author", [])
        shown = [one for one in authors if any(one_line(str(v))[0] for v in one.values())]  # type: ignore[union-attr]
        assert len(entry.persons.get("author", [])) == len(shown)


def test_rispy_reads_any_records_without_complaint(any_records: list[Record]) -> None:
    rispy = pytest.importorskip("rispy", reason="pip install rispy")
    read = rispy.loads(write("ris", any_records))
    assert [entry["id"] for entry in read] == [f"k{n}" for n in range(len(any_records))]
    for entry, record in zip(read, any_records, strict=True):
        title = one_line(str(record.fields["title"]))[0]
        if "subtitle" not in record.fields and title:
            assert plain(entry.get("title", "")) == plain(title)


def run(program: str, *arguments: str, folder: Path) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed: apt-get install biber texlive-base")
    done = subprocess.run(
        [found, *arguments], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def biber(text: str, folder: Path) -> list[str]:
    """What biber has to say of a file: its warnings and errors."""
    (folder / "refs.bib").write_text(text, encoding="utf-8", newline="")
    said = run("biber", "--tool", "--validate-datamodel", "--output-file=out", "refs.bib",
               folder=folder)  # fmt: skip
    return [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))]


def plain_bst(text: str, folder: Path) -> tuple[str, str]:
    """The bibliography that BibTeX makes with its plain style, and what it has to say."""
    (folder / "refs.bib").write_text(text, encoding="utf-8", newline="")
    aux = "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n"
    (folder / "refs.aux").write_text(aux, encoding="utf-8")
    said = run("bibtex", "refs", folder=folder)
    return (folder / "refs.bbl").read_text(encoding="utf-8", errors="replace"), said


def names_of(record: Record) -> list[Contributor]:
    """All contributors of `record`."""
    return [name for value in record.fields.values() if isinstance(value, list) for name in value]


def is_beyond_biber(name: Contributor) -> bool:
    """Whether biber 2.18 counts a comma within braces as one between the parts of the name: it does
    where a particle stands before the braces (`von {Last, Last}, Jr, First`)."""
    particles = name.get("dropping-particle"), name.get("non-dropping-particle")
    return any(particles) and any("," in str(part) for part in name.values())


@pytest.mark.programs
def test_biber_finds_the_first_record_faultless(tmp_path: Path) -> None:
    said = biber(write("biblatex", reports()[:1]), tmp_path)
    # Its data model knows no ISBN of a report, though it prints one.
    assert [line for line in said if "Invalid field 'isbn'" not in line] == []


@pytest.mark.programs
def test_biber_reads_any_records_without_error(tmp_path: Path, any_records: list[Record]) -> None:
    readable = [record for record in any_records if not any(map(is_beyond_biber, names_of(record)))]
    said = biber(write("biblatex", readable), tmp_path)
    assert not [line for line in said if line.startswith("ERROR")]
    keys = re.findall(r"^@\w+\{(k[0-9]+)", (tmp_path / "out").read_text(encoding="utf-8"), re.M)
    assert sorted(keys) == sorted(f"k{n}" for n in range(len(readable)))


@pytest.mark.programs
def test_bibtex_sets_the_reports_with_their_capitals(tmp_path: Path) -> None:
    bibliography, said = plain_bst(write("bibtex", reports()), tmp_path)
    assert bibliography.count("\\bibitem") == len(reports())
    assert "Resiliente Kommunen im Kontext von Migration" in " ".join(bibliography.split())
    assert "empty institution" not in said
    unnamed = [record for record in reports() if "genre" not in record.fields]
    bibliography, _ = plain_bst(write("bibtex", unnamed), tmp_path)
    assert "Technical report" not in bibliography


@pytest.mark.programs
def test_bibtex_reads_any_records_without_error(tmp_path: Path, any_records: list[Record]) -> None:
    bibliography, _ = plain_bst(write("bibtex", any_records), tmp_path)
    assert bibliography.count("\\bibitem") == len(any_records)
