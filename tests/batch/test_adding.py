"""Records get files of their own in a folder: none is overwritten, and no work is there twice."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reportcite.batch.adding import Folder, wanted_key, written
from reportcite.errors import OutputError
from reportcite.formats.registry import format_named
from reportcite.record.model import Record

YAML = format_named("yaml")
ARTICLE = {
    "id": "https://doi.org/10.1234/a",
    "type": "article-journal",
    "title": "Fields without fences",
    "author": [{"family": "Feld", "given": "Vera"}],
    "issued": {"date-parts": [[2024]]},
    "container-title": "Journal of Fields",
    "DOI": "10.1234/a",
}
BOOK = {
    **{name: ARTICLE[name] for name in ("id", "author", "issued")},
    "type": "book",
    "title": "Fields",
    "ISBN": "978-3-948289-82-9",
    "publisher": "Acker",
}


def record(fields: dict[str, Any], format_name: str = "csl-json") -> Record:
    read = format_named(format_name).read
    assert read is not None
    (found,) = read(io.BytesIO(json.dumps(fields).encode()), "answer")
    assert isinstance(found, Record)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "my" / "records")


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_record_is_written_under_its_key_which_is_its_id(folder: str) -> None:
    path, problems = Folder(folder, YAML).add(record(ARTICLE))
    assert path == Path(folder, "feld2024fields.yaml")
    assert "id: feld2024fields\n" in path.read_text(encoding="utf-8")
    assert not [one for one in problems if one.is_error]


def test_what_is_wrong_is_told_where_it_stands_in_the_new_file(folder: str) -> None:
    path, problems = Folder(folder, YAML).add(record({**BOOK, "ISBN": "978-3-948289-82-8"}))
    assert path is not None
    (wrong,) = [one for one in problems if one.is_error]
    assert wrong.rule.name == "isbn-checksum" and wrong.place.file == str(path)
    assert path.read_text(encoding="utf-8").splitlines()[wrong.place.line - 1].startswith("ISBN:")


def test_what_was_doubtful_in_the_answer_alone_is_told_once_and_is_no_error(folder: str) -> None:
    without = {name: value for name, value in ARTICLE.items() if name != "author"}
    path, problems = Folder(folder, YAML).add(record(without))
    assert path is not None and "author: none" in path.read_text(encoding="utf-8")
    told = [one for one in problems if "names nobody" in one.message]
    assert [(one.severity, one.place.file) for one in told] == [("warning", "answer")]


def test_what_could_not_be_taken_from_the_answer_is_told_as_a_warning(folder: str) -> None:
    path, problems = Folder(folder, YAML).add(record({**ARTICLE, "volume": {"number": 7}}))
    assert path is not None and "volume" not in path.read_text(encoding="utf-8")
    told = [one for one in problems if one.rule.name == "wrong-shape"]
    assert [(one.severity, one.place.file) for one in told] == [("warning", "answer")]


@pytest.mark.parametrize(
    ("there", "new", "by"),
    [
        (ARTICLE, {**ARTICLE, "title": "Another", "DOI": "https://doi.org/10.1234/A"}, "DOI"),
        (BOOK, {**BOOK, "title": "Die Felder", "ISBN": "3948289824"}, "ISBN"),
        (BOOK, {**BOOK, "title": "FIELDS!", "ISBN": ""}, "title"),
        (ARTICLE, {**ARTICLE, "DOI": ""}, "title"),
    ],
)
def test_a_work_that_is_there_is_not_added_again(
    folder: str, there: dict[str, Any], new: dict[str, Any], by: str
) -> None:
    first, _ = Folder(folder, YAML).add(record(there))
    path, (problem,) = Folder(folder, YAML).add(record(new))
    assert path is None and problem.rule.name == "already-there"
    assert by in problem.message and str(first) in problem.message
    assert len(names(folder)) == 1


def test_a_work_is_not_added_twice_in_one_run(folder: str) -> None:
    both = Folder(folder, YAML)
    assert both.add(record(ARTICLE))[0] is not None
    assert both.add(record(ARTICLE))[0] is None


@pytest.mark.parametrize(
    "new",
    [
        {**ARTICLE, "DOI": "10.1234/preprint"},
        {**ARTICLE, "DOI": "", "author": [{"family": "Acker", "given": "Max"}]},
        {**ARTICLE, "DOI": "", "issued": {"date-parts": [[2023]]}},
    ],
)
def test_another_doi_author_or_year_is_another_work(folder: str, new: dict[str, Any]) -> None:
    Folder(folder, YAML).add(record(ARTICLE))
    assert Folder(folder, YAML).add(record(new))[0] is not None
    assert len(names(folder)) == 2


def test_chapters_share_the_isbn_of_their_book(folder: str) -> None:
    all_of = Folder(folder, YAML)
    for title in ("Soil", "Sand"):
        chapter = {**BOOK, "type": "chapter", "title": title, "container-title": "Fields"}
        assert all_of.add(record(chapter))[0] is not None
    assert all_of.add(record(BOOK))[0] is not None
    assert len(names(folder)) == 3


def test_another_work_of_the_same_key_gets_a_longer_one(folder: str) -> None:
    Folder(folder, YAML).add(record(ARTICLE))
    other = {**ARTICLE, "DOI": "10.1234/b", "title": "Fields of Bonn"}
    path, problems = Folder(folder, YAML).add(record(other))
    assert path == Path(folder, "feld2024fields2.yaml")
    assert "id: feld2024fields2\n" in path.read_text(encoding="utf-8")
    assert [one.severity for one in problems if one.rule.name == "key-taken"] == ["notice"]


def test_no_file_is_overwritten_whatever_it_holds(folder: str) -> None:
    Path(folder).mkdir(parents=True)
    taken = Path(folder, "feld2024fields.yaml")
    taken.write_text("my notes: [", encoding="utf-8")
    path, _ = Folder(folder, YAML).add(record(ARTICLE))
    assert path == Path(folder, "feld2024fields2.yaml")
    assert taken.read_text(encoding="utf-8") == "my notes: ["


def test_a_link_is_not_followed_to_what_it_leads_to(folder: str, tmp_path: Path) -> None:
    Path(folder).mkdir(parents=True)
    Path(folder, "feld2024fields.yaml").symlink_to(tmp_path / "elsewhere")
    Folder(folder, YAML).add(record(ARTICLE))
    assert not (tmp_path / "elsewhere").exists()


def test_a_key_that_came_with_the_record_never_leaves_the_folder(folder: str) -> None:
    path, _ = Folder(folder, YAML).add(record({**ARTICLE, "citation-key": "../../feld"}))
    assert path is not None and path.parent == Path(folder)


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        Folder(str(tmp_path / "file"), YAML).add(record(ARTICLE))


def test_a_record_of_this_projects_own_formats_keeps_its_id() -> None:
    assert wanted_key(record(ARTICLE)) == "feld2024fields"
    assert wanted_key(record({**ARTICLE, "id": "mine"}, "jsonl")) == "mine"


def test_a_record_is_written_with_everything_it_has() -> None:
    result = written(record(ARTICLE), "feld", "feld.yaml", YAML)
    assert result.record.fields == record(ARTICLE).fields
    assert (result.record.id, result.record.place.file) == ("feld", "feld.yaml")
