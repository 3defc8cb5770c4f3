"""`reportcite cite`: the exact citations of the sample record, in every shape."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from reportcite.batch.work import bibliography
from reportcite.batch.work.sharing import SharedBibliography
from reportcite.cli.output import LANGUAGE_OF_SUFFIX
from reportcite.csl.style.catalogue import language_of
from reportcite.csl.style.style import load_style
from reportcite.csl.write import OUTPUT_LANGUAGES
from tests.batch.records import line
from tests.conftest import Run

URL = "https://www.dezim-institut.de/publikationen/publikation-detail/chancen-statt-krise/"
TITLE = (
    "Chancen statt „Krise“: Resiliente Kommunen im Kontext von Migration, "
    "Integration und Teilhabe – Abschlussbericht"
)
APA_NAMES = "Ratzmann, N., Zeković, D., Blunert, J., Kokonowskyj, L., & Nowicka, M."
CHICAGO_NAMES = "Ratzmann, Nora, Denis Zeković, Janin Blunert, Larissa Kokonowskyj"

APA = f"{APA_NAMES} (2024). {TITLE}. DeZIM Institut. {URL}"
CHICAGO = f"{CHICAGO_NAMES}, and Magdalena Nowicka. 2024. {TITLE}. DeZIM Institut. {URL}."
CHICAGO_DE = CHICAGO.replace(", and ", ", und ")
NOTES = f"{CHICAGO_NAMES}, and Magdalena Nowicka. {TITLE}. DeZIM Institut, 2024. {URL}."
NOTE_P12 = f"Nora Ratzmann et al., {TITLE} (DeZIM Institut, 2024), 12, {URL}."


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", APA),
        ("--style chicago", CHICAGO),
        ("--style chicago --locale de-DE", CHICAGO_DE),
        ("--style chicago-notes", NOTES),
        ("--style chicago-notes --as cite --locator p.12", NOTE_P12),
        ("--as cite --locator p.12", "(Ratzmann et al., 2024, p. 12)"),
        ("--as cite --locator S.12 --locale de-DE", "(Ratzmann et al., 2024, S. 12)"),
        ("--as cite --locator ch.3", "(Ratzmann et al., 2024, Chapter 3)"),
        ("--as narrative", "Ratzmann et al. (2024)"),
    ],
)
def test_the_sample_record(run: Run, record: Path, options: str, expected: str) -> None:
    done = run("cite", record, *options.split())
    assert (done.stdout, done.stderr, done.returncode) == (expected + "\n", "", 0)


def test_harvard_is_set_in_british_english_unless_a_language_is_named(run: Run) -> None:
    text = "type: webpage\ntitle: a\nURL: https://a.de\naccessed: 2024-05-07\nissued: 2024\n"
    british = run("cite", "-", "--style", "harvard", stdin=text).stdout
    assert "7 May 2024" in british
    assert british == run("cite", "-", "-s", "harvard", "--locale", "en-GB", stdin=text).stdout
    american = run("cite", "-", "-s", "harvard-cite-them-right", stdin=text).stdout
    assert "May 7, 2024" in american


@pytest.mark.usefixtures("without_icu")
def test_a_bibliography_whose_order_needs_icu_says_so_once(run: Run) -> None:
    one = "title: {0}\nauthor: [{0}]\nissued: 2001\npublisher: Alder\n".format
    done = run("cite", "-", stdin="---\n".join(map(one, ["王五", "李四", "张三", "Doe"])))

    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "order-of-script" in line] == [
        "APA Style 7th edition: warning order-of-script: "
        "names or titles in Han or Kana are sorted by their code points "
        "(pip install 'reportcite[icu]' has them sorted as in a dictionary)"
    ]
    assert "order-of-script" not in run("cite", "-", "--as", "cite", stdin=one("王五")).stderr


@pytest.mark.parametrize("name", ["harvard", "abnt"])
def test_only_a_style_without_a_language_of_its_own_is_given_one(name: str) -> None:
    assert language_of(name)
    assert "default-locale" not in load_style(name).attributes


@pytest.mark.parametrize("shape", ["cite", "narrative"])
def test_a_locator_that_the_style_does_not_print_is_reported(
    run: Run, record: Path, shape: str
) -> None:
    command = ("cite", record, "--style", "vancouver", "--as", shape, "--locator", "p. 12")
    done = run(*command)
    assert "12" not in done.stdout
    message = "the style prints no locator; it is left out"
    assert done.stderr == f"vancouver: notice locator-not-printed: {message}\n"
    assert done.returncode == 0
    assert run(*command, "--severity", "error").stderr == ""
    assert run(*command, "--max-problems", "0").stderr == "and 1 more problem\n"


def test_a_word_for_a_place_has_no_label(run: Run, record: Path) -> None:
    done = run("cite", record, "--as", "cite", "--locator", "Preface")
    assert done.stdout == "(Ratzmann et al., 2024, Preface)\n"


def test_html_is_a_page_in_a_file_and_a_fragment_elsewhere(
    run: Run, record: Path, tmp_path: Path
) -> None:
    fragment = run("cite", record, "--format", "html").stdout
    for options in ([], ["--unsorted", "--quiet"]):
        assert run("cite", record, "-o", "out.html", *options) == (0, "", "")
        page = (tmp_path / "out.html").read_text(encoding="utf-8")
        assert page.startswith('<!DOCTYPE html>\n<html lang="en-US">')
        assert '<meta charset="utf-8">' in page
        assert "text-indent: -2em" in page
        assert fragment in page
    assert fragment.startswith("<div")
    run("cite", record, "--style", "ieee", "-o", "out.html")
    assert ".csl-left-margin { float: left; }" in (tmp_path / "out.html").read_text("utf-8")


def test_html_puts_the_title_in_italics(run: Run, record: Path) -> None:
    assert f"<i>{TITLE}</i>." in run("cite", record, "--format", "html").stdout


@pytest.mark.parametrize("options", [[], ["--unsorted"]])
def test_identifiers_are_links_unless_none_are_wanted(
    run: Run, record: Path, options: list[str]
) -> None:
    linked = run("cite", str(record), "--format", "html", *options).stdout
    plain = run("cite", str(record), "--format", "html", "--no-links", *options).stdout

    assert f'<a href="{URL}">{URL}</a>' in linked
    assert '<div class="csl-entry" id="ref-chancen-statt-krise">' in linked
    assert "<a " not in plain
    assert " id=" not in plain


def test_the_suffix_of_the_output_decides_the_format(
    run: Run, record: Path, tmp_path: Path
) -> None:
    run("cite", record, "-o", "out.html")
    assert f"<i>{TITLE}</i>." in (tmp_path / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "italics"),
    [
        ("markdown", "*Chancen statt"),
        ("rtf", r"{\i Chancen statt"),
        ("latex", r"\textit{Chancen statt"),
        ("typst", "#emph["),
        ("org", "/Chancen statt"),
        ("rst", "*Chancen statt"),
    ],
)
def test_every_output_language(run: Run, record: Path, language: str, italics: str) -> None:
    done = run("cite", record, "--format", language)
    assert italics in done.stdout
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_languages_of_the_help_and_of_suffixes_are_those_of_the_engine(run: Run) -> None:
    text = " ".join(run("cite", "--help").stdout.split())
    assert f"{', '.join(OUTPUT_LANGUAGES[:-1])} or {OUTPUT_LANGUAGES[-1]}." in text
    assert set(LANGUAGE_OF_SUFFIX.values()) == set(OUTPUT_LANGUAGES)


def test_a_warning_about_a_style_is_reported(run: Run, tmp_path: Path) -> None:
    style = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <info><title>T</title><id>t</id><updated>2024-01-01T00:00:00Z</updated></info>
    <citation><layout><text variable="title" colour="red"/></layout></citation></style>"""
    (tmp_path / "own.csl").write_text(style)
    text = "{title: A, author: none, issued: 2024, publisher: P}"
    done = run("cite", "-", "--style", "own.csl", "--as", "cite", stdin=text)
    assert (done.stdout, done.returncode) == ("A\n", 0)
    assert "own.csl:3" in done.stderr
    assert "colour" in done.stderr
    assert "add --as cite" in run("cite", "-", "--style", "own.csl", stdin=text).stderr


def test_several_records_come_in_the_order_of_the_style(run: Run) -> None:
    records = "- {title: B, author: 'Zeta, Z', issued: 2024, publisher: P}\n"
    records += "- {title: A, author: 'Alpha, A', issued: 2024, publisher: P}\n"
    lines = run("cite", "-", stdin=records).stdout.splitlines()
    assert [line.split(",")[0] for line in lines] == ["Alpha", "Zeta"]


def test_two_records_of_one_id_are_both_cited(run: Run) -> None:
    records = "- {id: x, title: B, author: 'Zeta, Z', issued: 2024, publisher: P}\n"
    records += "- {id: x, title: A, author: 'Alpha, A', issued: 2024, publisher: P}\n"
    assert len(run("cite", "-", stdin=records).stdout.splitlines()) == 2


def test_a_record_with_an_error_is_named_and_left_out(run: Run) -> None:
    records = "- {title: No publisher, author: 'Zeta, Z', issued: 2024}\n"
    records += "- {title: A, author: 'Alpha, A', issued: 2024, publisher: P}\n"
    done = run("cite", "-", stdin=records)
    assert done.returncode == 1
    assert done.stderr.startswith("<stdin>:1:3: error required-field:")
    assert "publisher" in done.stderr
    assert done.stdout == "Alpha, A. (2024). A. P.\n"


def test_nothing_is_written_where_no_record_is_sound(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    done = run("cite", "-", "-o", "old.txt", stdin="title: Alone\n")
    assert done.returncode == 1
    assert (tmp_path / "old.txt").read_text() == "old"


def test_an_unknown_field_is_named_but_does_not_block(run: Run) -> None:
    text = "{title: A, author: 'Alpha, A', issued: 2024, publisher: P, publisher_plase: B}"
    done = run("cite", "-", stdin=text)
    assert done.stdout == "Alpha, A. (2024). A. P.\n"
    assert "did you mean `publisher-place`?" in done.stderr
    assert done.returncode == 0


def test_the_shipped_sample_needs_no_file(spawn: Run) -> None:
    assert spawn("cite", "--sample") == (0, APA + "\n", "")


@pytest.mark.parametrize(
    ("language", "locator", "printed"),
    [
        ("de-DE", "Rn. 5", "Rn. 5"),
        ("de-DE", "Folie 3", "Folie 3"),
        ("de-DE", "vgl. S. 3", "vgl. S. 3"),
        ("de-DE", "S. VIII, 89", "S. VIII, 89"),
        ("es-ES", "cap. 3", "cap. 3"),
        ("es-ES", "capítulo 3", "Capítulo 3"),
        ("es-ES", "págs. 5-7", "pp. 5-7"),
        ("de-DE", "§ 5", "§ 5"),
        ("de-DE", "Kap. 3", "Kap. 3"),
        ("de-DE", "kap. 3", "Kapitel 3"),
        ("ru-RU", "с. 5", "с. 5"),
        ("en-US", "II 5", "p. II 5"),
        ("en-US", "I.3.2", "p. I.3.2"),
        ("en-US", "Gen 1:1", "Gen 1:1"),
        ("en-US", "12 ff.", "p. 12 ff."),
        ("en-US", "chap. 3", "Chapter 3"),
    ],
)
def test_a_locator_is_in_the_language_of_the_text(
    run: Run, record: Path, language: str, locator: str, printed: str
) -> None:
    done = run("cite", record, "--as", "cite", "--locale", language, "--locator", locator)
    assert done.stderr == ""
    assert done.stdout.endswith(f", 2024, {printed})\n")


@pytest.mark.parametrize(
    "locator", ["Kap. 3", "Kap.3", "kap. 3", "§ 5", "§§ 5-7", "Bd. 2", "S. 3", "s. v. Krise"]
)
def test_a_locator_is_printed_the_same_wherever_it_is_typed(
    run: Run, record: Path, locator: str
) -> None:
    cite = ("cite", record, "--locale", "de-DE")
    printed = run(*cite, "--as", "cite", "--locator", locator).stdout
    for written in (f"[@{record.stem}, {{{locator}}}]", f"[@{record.stem}, {locator}]"):
        assert run(*cite, "--citation", written).stdout == printed


@pytest.mark.parametrize(
    ("options", "code", "hint"),
    [
        (["--style", "chicgo"], 3, "did you mean chicago"),
        (["--style", "missing.csl"], 3, "missing.csl"),
        (["--format", "htlm"], 2, "did you mean 'html'?"),
        (["--format", "DOCX"], 2, "'DOCX' (write such a file with -o bibliography.docx)"),
        (["--format", "odt", "-o", "a.docx"], 2, "with -o bibliography.odt"),
        (["--as", "footnote"], 2, "one of: cite, entry, narrative"),
        (["--locator", "p. 3"], 2, "add --as cite"),
        (["--as", "cite", "--locator", " "], 2, "write it like 'p. 12'"),
        (["--styl", "apa"], 2, "--style"),
        (["--from", "bibtx"], 2, "did you mean bibtex?"),
    ],
)
def test_a_wrong_option_suggests_the_right_one(
    run: Run, record: Path, options: list[str], code: int, hint: str
) -> None:
    done = run("cite", record, *options)
    assert done.returncode == code
    assert hint in done.stderr
    assert not done.stdout


@pytest.mark.parametrize("name", ["out.pdf", "out.docx.gz"])
def test_a_file_that_cannot_be_written_as_what_it_is_called_is_refused(
    run: Run, record: Path, tmp_path: Path, name: str
) -> None:
    done = run("cite", record, "-o", name)
    assert done.returncode == 2
    assert ".html" in done.stderr
    assert not list(tmp_path.iterdir())
    assert run("cite", record, "-o", name, "--format", "text").returncode == 0


def test_the_suffix_below_that_of_a_packed_file_decides(
    run: Run, record: Path, tmp_path: Path
) -> None:
    run("cite", record, "-o", "out.html.gz")
    assert f"<i>{TITLE}</i>." in gzip.decompress((tmp_path / "out.html.gz").read_bytes()).decode()


def test_an_id_given_twice_is_reported_and_both_are_cited(run: Run, record: Path) -> None:
    done = run("cite", record, record)
    assert done.stdout.count("Ratzmann, N.") == 2
    assert "warning duplicate-id: the id “chancen-statt-krise” is that of" in done.stderr
    assert done.returncode == 0


def test_what_becomes_of_a_record_with_errors_is_reported(run: Run, record: Path) -> None:
    done = run("cite", record, "-", stdin="title: T\n")
    last = done.stderr.splitlines()[-1]
    assert last.startswith("1 record with errors left out: fix what is named above")
    assert "left out" not in run("cite", record, "-", "--quiet", stdin="title: T\n").stderr
    assert "left out" not in run("cite", record).stderr


_TALK = (
    "- {id: talk, type: interview, title: Sand, author: [{family: Roe, given: Al}], issued: 2024}"
)
_BOOK = "- {id: soil, type: book, title: Soil, author: none, issued: 2024, publisher: Acker}"


def test_what_the_style_prints_no_entry_for_is_named(run: Run) -> None:
    done = run("cite", "-", stdin=f"{_TALK}\n{_BOOK}\n")
    assert (done.returncode, done.stdout) == (0, "Soil. (2024). Acker.\n")
    assert done.stderr.splitlines()[-1] == (
        "APA Style 7th edition: warning no-entry: the style prints no entry for talk (interview) "
        "(cite it in the text or in a note)"
    )
    cited = ["cite", "-", "--citation", "[@talk]"]
    assert "no-entry" not in run(*cited, stdin=_TALK).stderr
    done = run(*cited, "--bibliography", stdin=_TALK)
    assert (done.returncode, done.stdout) == (0, "(A. Roe, personal communication, 2024)\n")
    assert "no-entry" in done.stderr


def test_where_no_record_has_an_entry_that_is_said(run: Run) -> None:
    done = run("cite", "-", stdin=_TALK)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "reportcite: the style APA Style 7th edition prints no entry for any of these records "
        "(add --as cite)\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.parametrize("style", ["apa", "mla"])
def test_a_large_bibliography_is_shared_where_the_style_allows_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    monkeypatch.setattr(bibliography, "_ALONE", -1)
    printed: list[object] = []
    document = SharedBibliography.document

    def spied(self: SharedBibliography) -> str:
        printed.append(self)
        return document(self)

    monkeypatch.setattr(SharedBibliography, "document", spied)
    lines = [
        line(f"r{number}", title=f"Title {number % 7}", note="x" * 900) for number in range(900)
    ]
    (tmp_path / "in.jsonl").write_text("".join(lines), encoding="utf-8")

    one, two = (
        run("cite", "in.jsonl", "--style", style, "--jobs", jobs, "-q") for jobs in ("1", "2")
    )
    assert one.stdout == two.stdout != ""
    assert len(printed) == (style == "apa")
