"""`reportcite check`: findings with their place, in three forms, and their rules explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def draft(tmp_path: Path, record: Path) -> Path:
    """The sample record without its publisher, and with a wrong check digit."""
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("publisher:"))
    path = tmp_path / "draft.yaml"
    path.write_text(text.replace("82-9", "82-8"), encoding="utf-8")
    return path


def test_the_sample_record_is_clean(run: Run, record: Path) -> None:
    done = run("check", record)
    assert (done.stdout, done.returncode) == ("", 0)
    assert done.stderr == "1 record, 0 errors, 0 warnings\n"


def test_findings_have_place_rule_and_what_to_do(run: Run, draft: Path) -> None:
    done = run("check", draft.name)
    missing, checksum = done.stdout.splitlines()
    assert missing.startswith("draft.yaml:2:1: error required-field:")
    assert "publisher" in missing
    assert checksum.startswith("draft.yaml:19:1: error isbn-checksum:")
    assert "9 was expected" in checksum
    assert done.returncode == 1


def test_findings_of_a_record_are_in_line_order(run: Run) -> None:
    text = "type: report\nURL: x\nauthor: none\ntitle: „a\nissued: 05/2024\nfoo: b\n"
    done = run("check", "-", "--format", "json", stdin=text)
    lines = [finding["line"] for finding in json.loads(done.stdout)]
    assert lines == sorted(lines)
    assert {1, 2, 4, 5, 6} <= set(lines)


def test_json_is_one_array(run: Run, draft: Path) -> None:
    missing, checksum = json.loads(run("check", draft.name, "--format", "json").stdout)
    assert missing["rule"] == "required-field"
    assert (checksum["file"], checksum["line"], checksum["column"]) == ("draft.yaml", 19, 1)


def test_only_findings_of_some_weight_can_be_reported_and_all_are_counted(
    run: Run, draft: Path
) -> None:
    text = draft.read_text("utf-8").replace("language: de-DE", "language: German")
    draft.write_text(text, "utf-8")
    done = run("check", draft.name, "--severity", "error")
    assert [": error " in line for line in done.stdout.splitlines()] == [True, True]
    assert done.stderr == "1 record, 2 errors, 1 warning\n"
    assert "language-tag" in run("check", draft.name, "--severity", "warning").stdout
    one_line = run("check", draft.name, "--severity", "error", "--max-problems", "1")
    assert len(one_line.stdout.splitlines()) == 1
    assert "did you mean 'error'" in run("check", draft.name, "--severity", "errors").stderr


def test_json_without_findings_is_an_empty_array(run: Run, record: Path) -> None:
    assert json.loads(run("check", record, "--format", "json").stdout) == []


@pytest.mark.parametrize("command", [("check",), ("cite",), ("export", "--to", "ris")])
def test_every_command_says_that_it_stopped_at_the_first_bad_record(
    run: Run, draft: Path, command: tuple[str, ...]
) -> None:
    done = run(*command, draft.name, draft.name, "--fail-fast", "--quiet")
    assert done.stderr.splitlines()[-1] == "stopped at the first bad record"
    assert done.returncode == 1
    assert "stopped" not in run(*command, draft.name, "--quiet").stderr


def test_a_stopped_check_reports_the_first_bad_record_only(
    run: Run, record: Path, draft: Path
) -> None:
    done = run("check", record, draft.name, "none", "--fail-fast", "--format", "json")
    assert {finding["file"] for finding in json.loads(done.stdout)} == {draft.name}
    assert done.stderr == "2 records, 2 errors, 0 warnings\nstopped at the first bad record\n"
    assert "stopped" not in run("check", record, "--fail-fast").stderr


def test_github_annotations(run: Run, draft: Path) -> None:
    first = run("check", draft.name, "--format", "github").stdout.splitlines()[0]
    place = "::error file=draft.yaml,line=2,col=1"
    assert first.startswith(f"{place},title=required-field in draft::a record of type report")


def test_a_file_name_cannot_forge_an_annotation(run: Run, tmp_path: Path) -> None:
    name = "a,line=1::x%\n::error ::y.yaml"
    (tmp_path / name).write_text("title: A\n")
    done = run("check", name, "--format", "github")
    assert {line.partition(" ")[0] for line in done.stdout.splitlines()} <= {"::error", "::warning"}
    assert "file=a%2Cline=1%3A%3Ax%25%0A%3A%3Aerror %3A%3Ay.yaml,line=1" in done.stdout


def test_the_same_isbn_twice_is_found(run: Run, record: Path) -> None:
    done = run("check", record, record)
    assert "duplicate-isbn" in done.stdout
    assert done.returncode == 1


def test_duplicates_by_title_are_found_on_request(run: Run, record: Path) -> None:
    text = record.read_text(encoding="utf-8").replace("ISBN: 978-3-948289-82-9", "number: 1")
    assert "duplicate-title" not in run("check", record, "-", stdin=text).stdout
    assert "duplicate-title" in run("check", record, "-", "--duplicates", stdin=text).stdout


@pytest.mark.parametrize("rule", ["duplicate-isbn", "recommended-field", "unreadable", "loss"])
def test_rules_are_explained(run: Run, rule: str) -> None:
    done = run("check", "--explain", rule)
    heads = [line.split()[0] for line in done.stdout.splitlines()]
    assert heads[:4] == [rule, "What:", "Why:", "Fix:"]
    assert "cite and export, in files of other programs" not in done.stdout


@pytest.mark.parametrize("rule", ["isbn-checksum", "required-field"])
def test_it_is_said_where_an_error_is_a_warning_only(run: Run, rule: str) -> None:
    assert run("check", "--explain", rule).stdout.endswith(
        "With cite and export, in files of other programs: warning. The record is kept, and the "
        "value as it was typed; --on-error skip leaves it out.\n"
    )


def test_rules_are_explained_by_the_words_that_they_begin_with(run: Run) -> None:
    explained = [part.split()[0] for part in run("check", "--explain", "isbn").stdout.split("\n\n")]
    assert "isbn-checksum" in explained and explained == sorted(explained)
    assert all(name.startswith("isbn-") for name in explained)


def test_the_record_is_named_where_the_file_does_not_say_which(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lit.bib").write_text("@book{soil, title={Soil}, isbn={978-3-948289-82-8}}")
    assert "lit.bib:1:1: error isbn-checksum: soil: “978-" in run("check", "lit.bib").stdout
    (tmp_path / "soil.yaml").write_text("type: book\ntitle: Soil\nISBN: 978-3-948289-82-8\n")
    assert "soil.yaml:3:1: error isbn-checksum: “978-" in run("check", "soil.yaml").stdout


def test_an_unknown_rule_suggests_the_nearest(run: Run) -> None:
    done = run("check", "--explain", "isbn-cheksum")
    assert "did you mean 'isbn-checksum'?" in done.stderr
    assert done.returncode == 2


def test_every_rule_that_is_found_is_explained(run: Run, draft: Path) -> None:
    for finding in json.loads(run("check", draft.name, "none", "--format", "json").stdout):
        assert run("check", "--explain", finding["rule"]).returncode == 0


WRONG = "id: a\ntitle: Soil\nauthor: [Doe, Jane]\nissued: 2001\npublisher: x\nISBN: 9783948289828\n"


@pytest.mark.parametrize("name", ["html", "csv", "sarif", "json", "txt"])
def test_a_report_is_written_as_the_name_of_its_file_says(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.yaml").write_text(WRONG)
    done = run("check", "a.yaml", "-o", f"report.{name}")
    assert (done.returncode, done.stdout) == (1, "")
    text = (tmp_path / f"report.{name}").read_text()
    assert "isbn-checksum" in text and "978-3-948289-82-9" in text
    begins = {"html": "<!DOCTYPE html>", "csv": "severity,rule", "sarif": "{", "json": "["}
    assert text.startswith(begins.get(name, "a.yaml:"))
    assert name == "txt" or text.count("\n") > 1


def test_a_report_may_be_a_workbook_or_german(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WRONG)
    assert run("check", "a.yaml", "-o", "report.xlsx").returncode == 1
    assert (tmp_path / "report.xlsx").read_bytes().startswith(b"PK")
    german = run("check", "a.yaml", "--format", "html", "--language", "de").stdout
    assert "Befunde in bibliographischen Datensätzen" in german
    for arguments in (["--format", "xlsx"], ["--language", "fr"], ["--format", "pdf"]):
        assert run("check", "a.yaml", *arguments).returncode == 2


def test_rules_are_selected_and_ignored(run: Run, draft: Path) -> None:
    def found(*options: str) -> list[str]:
        done = run("check", draft.name, "--json", *options)
        return [one["rule"] for one in json.loads(done.stdout)]

    assert found() == ["required-field", "isbn-checksum"]
    assert found("--select", "isbn") == ["isbn-checksum"]
    assert found("--ignore", "isbn-checksum, url", "--ignore", "required-field") == []


def test_what_is_selected_decides_how_the_run_ends(run: Run, draft: Path) -> None:
    done = run("check", draft.name, "--ignore", "required-field,isbn")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 record, 0 errors, 0 warnings\n"
    assert run("check", "nosuch.yaml", "--select", "isbn").returncode == 3


def test_a_user_says_what_makes_a_check_fail(run: Run, draft: Path) -> None:
    assert run("check", draft.name, "--fail-on", "never").returncode == 0
    draft.write_text(draft.read_text("utf-8").replace("language: de-DE", "language: German"))
    warned = ("check", draft.name, "--select", "language-tag")
    assert run(*warned).returncode == 0
    assert run(*warned, "--fail-on", "warning").returncode == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "isbn-chcksum"], "--select cannot be 'isbn-chcksum' (did you mean 'isbn-c"),
        (["--ignore", "isbn,bookk"], "--ignore cannot be 'bookk'"),
        (["--select", " , "], "--select names no rule"),
        (["--fail-on", "notice"], "--fail-on cannot be 'notice'"),
        (["--json", "--format", "csv"], "--json and --format csv exclude each other"),
        (["--list-rules", "--format", "csv"], "--format cannot be 'csv'"),
    ],
)
def test_a_wrong_name_is_wrong_usage(
    run: Run, draft: Path, options: list[str], message: str
) -> None:
    done = run("check", draft.name, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_rules_are_listed(run: Run) -> None:
    done = run("check", "--list-rules", "--ignore", "isbn-range")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert ["isbn-checksum", "error"] in [row[:2] for row in rows]
    assert all(len(row) == 3 and row[2].endswith(".") for row in rows)
    assert "off" in {severity for name, severity, _ in rows if name == "isbn-range"}
    [first, *_] = json.loads(run("check", "--list-rules", "--json").stdout)
    assert [*first] == ["rule", "severity", "default", "what", "why", "fix"]


@pytest.mark.slow
def test_rules_are_judged_alike_by_several_processes(run: Run, tmp_path: Path) -> None:
    entry = '{"id": "a%d", "title": "A", "ISBN": "978-3-948289-82-8"}\n'
    path = tmp_path / "many.jsonl"
    path.write_text("".join(entry % number for number in range(20_000)), "utf-8")
    one, two = (run("check", path.name, "--select", "isbn", "-j", jobs) for jobs in ("1", "2"))
    assert one == two
    assert one.stdout.count(" error isbn-checksum: ") == 20_000
    assert "required-field" not in one.stdout
