"""`page` as a user drives it: a site in a folder, kept up to date."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run

BOOK = {
    "type": "report", "id": "soil", "title": "Soil", "author": ["Ng, Amy"], "issued": "2024",
    "publisher": "Acker",
}  # fmt: skip


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder of two records."""
    folder = tmp_path / "records"
    folder.mkdir()
    for name in ("soil", "sand"):
        write(folder / f"{name}.yaml", id=name, title=name.title())
    return folder


def write(path: Path, **fields: str) -> None:
    path.write_text(yaml.safe_dump({**BOOK, **fields}), encoding="utf-8")


def pages(site: Path) -> set[str]:
    return {path.name for path in (site / "records").glob("*.html")}


def test_a_site_in_two_languages_and_three_styles(run: Run, records: Path, tmp_path: Path) -> None:
    done = run("page", records, "-o", "site")
    assert done.returncode == 0 and done.stdout == ""
    assert "2 read, 2 written" in done.stderr and "files written, 0 unchanged" in done.stderr
    page = (tmp_path / "site" / "de" / "records" / "soil.html").read_text(encoding="utf-8")
    assert page.count('class="copy"') == 3
    assert pages(tmp_path / "site") == {"soil.html", "sand.html"}


def test_a_site_that_is_up_to_date_is_not_written(run: Run, records: Path) -> None:
    run("page", records, "-o", "site")
    said = run("page", records, "-o", "site").stderr
    assert said.startswith("2 read, 0 written, 2 unchanged, ")
    assert "\n0 files written, " in said


def test_options(run: Run, records: Path, tmp_path: Path) -> None:
    done = run(
        *("page", records, "-o", "site", "-q", "--style", "ieee", "--style", "ieee"),
        *("--language", "de", "--title", " Bodenkunde ", "--base-url", "https://example.org/p"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "site" / "records" / "soil.html").read_text(encoding="utf-8")
    assert "<title>Soil – Bodenkunde</title>" in page and 'lang="de"' in page
    assert page.count('class="copy"') == 1 and "IEEE" in page
    assert 'href="https://example.org/p/records/soil.html"' in page
    assert not (tmp_path / "site" / "de").exists()
    assert (tmp_path / "site" / "sitemap.xml").exists()


def test_a_second_run_writes_what_changed(run: Run, records: Path, tmp_path: Path) -> None:
    run("page", records, "-o", "site")
    page = tmp_path / "site" / "records" / "sand.html"
    os.utime(page, (1, 1))
    write(records / "soil.yaml", title="Soils")
    done = run("page", records, "-o", "site")
    assert done.returncode == 0 and page.stat().st_mtime == 1
    assert "Soils" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_page_of_a_deleted_record_is_removed(run: Run, records: Path, tmp_path: Path) -> None:
    run("page", records, "-o", "site")
    (records / "sand.yaml").unlink()
    done = run("page", records, "-o", "site")
    assert pages(tmp_path / "site") == {"soil.html"}
    assert "5 removed" in done.stderr


def test_the_page_of_a_record_with_an_error_stays(run: Run, records: Path, tmp_path: Path) -> None:
    run("page", records, "-o", "site")
    write(records / "sand.yaml", id="sand", issued="soon, perhaps", type="nosuch")
    done = run("page", records, "-o", "site")
    assert done.returncode == 1
    assert "sand.yaml:" in done.stderr and "1 record with errors left out" in done.stderr
    assert pages(tmp_path / "site") == {"soil.html", "sand.html"}
    assert "sand" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (["--on-error", "keep"], {"soil.html", "sand.html"}),
        (["--on-error", "skip"], {"soil.html"}),
        (["--on-error", "stop"], set()),
        (["--fail-fast"], set()),
    ],
)
def test_on_error(
    run: Run, records: Path, tmp_path: Path, options: list[str], written: set[str]
) -> None:
    write(records / "sand.yaml", id="sand", ISBN="978-3-948289-82-8")
    done = run("page", records, "-o", "site", *options)
    assert done.returncode == 1
    assert pages(tmp_path / "site") == written


def test_where_nothing_can_be_read_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("title: [", encoding="utf-8")
    assert run("page", "bad.yaml", "-o", "site").returncode == 3
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "no folder given (name the folder of the site with -o)"),
        (["-o", "-"], "no folder given"),
        (["-o", "site", "--language", "fr"], "--language cannot be 'fr'"),
        (["-o", "site", "--base-url", "example.org"], "--base-url cannot be 'example.org'"),
        (["-o", "site", "--base-url", "javascript:alert(1)"], "--base-url cannot be"),
        (["-o", "site", "--base-url", "https://x.org/?a=b"], "--base-url cannot be"),
        (["-o", "site", "--base-url", "https://x.org/#a"], "--base-url cannot be"),
        (["-o", "site", "--base-url", "https://[x/"], "--base-url cannot be"),
    ],
)
def test_wrong_usage(
    run: Run, records: Path, tmp_path: Path, options: list[str], said: str
) -> None:
    done = run("page", records, *options)
    assert done.returncode == 2 and said in done.stderr
    assert not (tmp_path / "site").exists()


def test_an_unknown_style_suggests_the_nearest(run: Run, records: Path, tmp_path: Path) -> None:
    done = run("page", records, "-o", "site", "--style", "chicgo")
    assert done.returncode == 3 and "chicago" in done.stderr
    assert not (tmp_path / "site").exists()


def test_bad_folders_are_named(run: Run, records: Path, tmp_path: Path) -> None:
    done = run("page", records, "-o", records / "soil.yaml")
    assert done.returncode == 3 and "is not a folder" in done.stderr
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("mine", encoding="utf-8")
    done = run("page", records, "-o", "site")
    assert done.returncode == 3 and "is no page that was made here" in done.stderr
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "site" / "records").exists()


@pytest.mark.parametrize("output", [".", "records", "records/.", "records/../"])
def test_a_site_does_not_stand_where_records_are_read(
    run: Run, records: Path, tmp_path: Path, output: str
) -> None:
    done = run("page", "records/", "-o", output)
    assert done.returncode == 2 and "holds the records of records/" in done.stderr
    assert {path.name for path in records.iterdir()} == {"soil.yaml", "sand.yaml"}


@pytest.mark.parametrize("name", ["site", "a [1] !x*", "deep/er"])
def test_a_site_below_the_records_is_not_read_again(
    run: Run, records: Path, tmp_path: Path, name: str
) -> None:
    for number in ("1 written", "0 written, 1 unchanged"):
        done = run("page", ".", "-o", name, "--exclude", "sand.yaml")
        assert f"1 read, {number}" in done.stderr and done.returncode == 0
    assert pages(tmp_path / name) == {"soil.html"}


def test_records_of_other_programs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_text("@misc{k, title={Only a title}}", encoding="utf-8")
    done = run("page", "x.bib", "-o", "site")
    assert done.returncode == 0
    assert pages(tmp_path / "site") == {"k.html"}


def test_a_project_says_where_its_site_stands_and_what_it_is_called(
    run: Run, records: Path, tmp_path: Path
) -> None:
    (tmp_path / "reportcite.toml").write_text(
        'title = "Soils"\nbase-url = "https://example.org/p/"\n', encoding="utf-8"
    )
    assert run("page", records, "-o", "site", "-q").returncode == 0
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Soils" in page and 'href="https://example.org/p/"' in page
