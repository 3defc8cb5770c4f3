"""The folder of a site: only what changed is written, and nothing of others is touched."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reportcite.errors import OutputError
from reportcite.pages.folder import LIST, Outcome, made_before, write_site
from reportcite.pages.record_page import File

A, B = File("index.html", "a"), File("records/b.html", "b ä")


def test_files_are_written_and_listed(tmp_path: Path) -> None:
    site = tmp_path / "new" / "site"
    assert write_site(str(site), [A, B], remove=True) == Outcome(2, 0, 0)
    assert (site / "records" / "b.html").read_text(encoding="utf-8") == "b ä"
    assert made_before(str(site)) == {"index.html", "records/b.html"}


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    write_site(str(tmp_path), [A, B], remove=True)
    for path in (tmp_path / "index.html", tmp_path / "records" / "b.html", tmp_path / LIST):
        os.utime(path, (1, 1))
    changed = A._replace(text="changed")
    assert write_site(str(tmp_path), [changed, B], remove=True) == Outcome(1, 1, 0)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "changed"
    assert (tmp_path / "records" / "b.html").stat().st_mtime == 1
    assert (tmp_path / LIST).stat().st_mtime == 1


def test_what_is_no_longer_made_is_removed_with_its_folder(tmp_path: Path) -> None:
    write_site(str(tmp_path), [A, B], remove=True)
    assert write_site(str(tmp_path), [A], remove=True) == Outcome(0, 1, 1)
    assert not (tmp_path / "records").exists()
    assert made_before(str(tmp_path)) == {"index.html"}


def test_without_remove_it_stays_and_stays_listed(tmp_path: Path) -> None:
    write_site(str(tmp_path), [A, B], remove=True)
    assert write_site(str(tmp_path), [A], remove=False) == Outcome(0, 1, 0)
    assert (tmp_path / "records" / "b.html").exists()
    assert write_site(str(tmp_path), [A], remove=True).removed == 1


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    write_site(str(tmp_path), [A, B], remove=True)
    (tmp_path / "records" / "own.txt").write_text("x", encoding="utf-8")
    (tmp_path / "CNAME").write_text("x", encoding="utf-8")
    write_site(str(tmp_path), [A], remove=True)
    assert (tmp_path / "records" / "own.txt").exists() and (tmp_path / "CNAME").exists()


def test_what_somebody_removed_is_no_matter(tmp_path: Path) -> None:
    write_site(str(tmp_path), [A, B], remove=True)
    (tmp_path / "records" / "b.html").unlink()
    assert write_site(str(tmp_path), [A], remove=True).removed == 1


def test_a_file_of_others_in_the_way_is_an_error_before_anything_is_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "b.html").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"b\.html.*is no page that was made here"):
        write_site(str(tmp_path), [A, B], remove=True)
    assert (tmp_path / "records" / "b.html").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "index.html").exists() and not (tmp_path / LIST).exists()


def test_a_link_is_in_the_way_wherever_it_leads(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is there already"):
        write_site(str(site), [A], remove=True)
    assert not (tmp_path / "elsewhere").exists()


def test_a_link_that_took_the_place_of_a_page_gives_way(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(str(site), [A], remove=True)
    (site / "index.html").unlink()
    (tmp_path / "elsewhere").write_text("a", encoding="utf-8")
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    assert write_site(str(site), [A._replace(text="b")], remove=True).written == 1
    assert not (site / "index.html").is_symlink()
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "a"


def test_a_folder_that_leads_out_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    site = tmp_path / "site"
    site.mkdir()
    (site / "records").symlink_to(tmp_path / "out")
    with pytest.raises(OutputError, match="not inside"):
        write_site(str(site), [B], remove=True)
    assert not [*(tmp_path / "out").iterdir()]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="is not a folder"):
        made_before(str(tmp_path / "site"))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        '{"files": 1}',
        '{"files": [1]}',
        *(json.dumps({"files": [one]}) for one in ("../x", "/etc/passwd", "a/../../x", "")),
    ],
)
def test_a_list_that_is_none_is_an_error_and_removes_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "x").write_text("x", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / LIST).write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match="is no list of the files of a site"):
        write_site(str(tmp_path / "site"), [A], remove=True)
    assert (tmp_path / "x").exists()


def test_there_is_no_site_yet(tmp_path: Path) -> None:
    assert made_before(str(tmp_path / "nothing")) == frozenset()
