"""Where records come from: every kind of file, by name or in a folder; what a stream holds."""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path
from typing import cast

import pytest

from reportcite.batch.chunks import SIZE, read
from reportcite.batch.sources import Opened, sources, total_size
from reportcite.errors import UsageError
from reportcite.formats.registry import FORMATS
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.batch.records import DOCUMENT, LINE, ids
from tests.conftest import Run
from tests.zstandard import zstd


def test_special_files_are_passed_over_in_a_folder_and_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(DOCUMENT % ("a", "A"))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "real.yaml")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.yaml")
    assert ids(folder) == ["passed-over"] * 3 + ["empty-folder"]
    assert ids(folder / "link.yaml") == ["a"]
    assert ids(Path("/dev/null")) == ["empty-file"]


def test_a_file_that_vanishes_after_it_was_listed_is_named(tmp_path: Path) -> None:
    for name in "abc":
        # Larger than what is read at once, so that the folder is still being gone through.
        (tmp_path / f"{name}.jsonl").write_text((LINE % (name, "x" * 1000)) * (SIZE // 500))
    found = read([str(tmp_path)])
    assert cast(Record, next(found)).id == "a"
    (tmp_path / "b.jsonl").unlink()
    (tmp_path / "c.jsonl").unlink()
    (tmp_path / "c.jsonl").symlink_to("/etc/passwd")
    rest = {one.rule.name if isinstance(one, Problem) else one.id for one in found}
    assert rest == {"a", "unreadable"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TY  - RPRT\nER  - \n", "ris"),
        ("\ufeff\n@book{a, title = {A}}\n", "bibtex"),
        ('{"id": "a"}\n{"id": "b"}\n', "jsonl"),
        ('<?xml version="1.0"?>\n<modsCollection/>', "mods"),
        ("<xml><records/></xml>", "endnote-xml"),
        ("title: A\n", "yaml"),
        ("", "yaml"),
    ],
)
@pytest.mark.parametrize("name", ["-", "refs.txt", "refs", "refs.yaml", "refs.xml", "refs.json"])
def test_content_tells_the_format_where_the_name_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: str, name: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    if expected == "yaml" and name != "-":
        return  # what shows no sign is what its name says, or nothing
    path = tmp_path / name
    path.write_text(text)
    assert opened("-" if name == "-" else path)[-1].split()[1] == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("refs.bib", "TY  - RPRT\nER  - \n", "ris"),
        ("refs.ris", "PMID- 12345678\nTI  - A\n", "nbib"),
        ("refs.ris", "written by hand\n\n@book{a,}\n", ""),
        ("refs.ris", "Search of today\n\n  TY  - RPRT\n", ""),
        ("refs.bib", "%A list of books\nWritten by hand\n@book{a,}\n", ""),
        ("refs.ris.gz", "@book{a,}\n", "bibtex"),
        ("refs.json", "<xml><records/></xml>", "endnote-xml"),
        ("refs.yaml", '[{"id": "a"}]', ""),
    ],
)
def test_content_that_belies_the_name_counts_with_a_warning(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    own = name.split(".")[1].replace("bib", "bibtex")
    warned = [f"{name} other-content warning"] if expected else []
    assert opened(path) == [*warned, f"{name} {expected or own}"]
    assert opened(tmp_path) == opened(path)
    assert opened(path, from_="yaml") == [f"{name} yaml"]


def test_from_is_believed_with_a_warning_where_the_content_belies_it(run: Run) -> None:
    text = "TY  - RPRT\nTI  - Soil\nER  - \n"
    done = run("export", "-", "--from", "nbib", "--to", "csv", stdin=text)
    assert done.stderr.splitlines()[0] == (
        "<stdin>: warning other-content: the content seems to be RIS, and is read as NBIB, as "
        "--from says (leave --from out, or say --from ris)"
    )
    assert "other-content" not in run("list", "-", "--from", "ris", stdin=text).stderr
    assert "other-content" not in run("list", "-", "--from", "biblatex", stdin="@book{a,}").stderr


def test_what_is_wrong_with_the_name_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("TY  - RPRT\nTI  - Soil\nER  - \n")
    done = run("list", "refs.bib")
    assert done.returncode == 0 and "Soil" in done.stdout
    assert run("export", "refs.bib", "--to", "csv").stderr.splitlines()[0] == (
        "refs.bib: warning other-content: the content is RIS, and is read as such "
        "(let its name end in .ris, or say --from bibtex)"
    )


def test_an_empty_page_is_an_html_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    assert opened(tmp_path / "a.html") == ["a.html html"]


@pytest.mark.parametrize("name", ["-", "refs.txt", "refs.xml", "refs.bib"])
@pytest.mark.parametrize("from_", [None, "ris"])
def test_what_is_no_file_of_records_is_named_and_not_read(
    run: Run, tmp_path: Path, name: str, from_: str | None
) -> None:
    (tmp_path / name).write_text("%PDF-1.4\n")
    option = ["--from", from_] if from_ else []
    done = run("cite", name, *option, stdin="%PDF-1.4\n")
    shown = "<stdin>" if name == "-" else name
    said = "error unknown-content: it is a PDF document (give a file of records)"
    assert (done.returncode, done.stderr) == (3, f"{shown}: {said}\n")


def test_in_a_folder_it_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<opml/>")
    (tmp_path / "b.ris").touch()
    [notice, _] = sources([str(tmp_path)])
    assert isinstance(notice, Problem)
    assert notice.message == "passed over, because it is XML with the root element <opml>"


def test_records_without_a_line_between_them_are_reported_how_to_part(run: Run) -> None:
    done = run("check", "-", stdin="title: A\nauthor: A\ntitle: B\nauthor: B\n")
    assert "put a line “---” between two records" in done.stdout


def test_files_without_a_record_are_no_records(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.bib").touch()
    paths = ("folder", "nowhere.yaml", "empty.bib")
    assert run("export", *paths, "--to", "ris").stderr.splitlines()[-1].startswith("0 read, ")
    assert run("check", *paths).stderr.startswith("0 records, 3 errors")


def test_all_commands_count_the_same_records(run: Run, record: Path) -> None:
    bad = '{"id": "a"}\n{"id": \n'
    exported = run("export", record, "-", "--from", "jsonl", "--to", "ris", stdin=bad)
    checked = run("check", record, "-", "--from", "jsonl", stdin=bad)
    records = checked.stderr.split()[0]
    assert exported.stderr.splitlines()[-1].startswith(f"{records} read, ")


def test_what_is_found_in_a_record_is_reported_line_by_line(run: Run) -> None:
    done = run("cite", "-", stdin="title: T\nauthor: none\nfoo: x\nURL: y\nISBN: 12\n")
    lines = [int(line.split(":")[1]) for line in done.stderr.splitlines() if line[0] == "<"]
    assert len(lines) > 3
    assert lines == sorted(lines)


def opened(*paths: Path | str, from_: str | None = None) -> list[str]:
    """What is opened, as file and format; what is not, as file, rule and severity."""
    found = []
    for source in sources(map(str, paths), from_):
        if isinstance(source, Opened):
            found.append(f"{Path(source.name).name} {source.format.name}")
        else:
            rule = source.rule
            found.append(f"{Path(source.place.file).name} {rule.name} {rule.severity}")
    return found


def test_a_folder_gives_its_files_by_name_and_then_its_folders(tmp_path: Path) -> None:
    for name in ("b.ris", "a.yaml", "A/z.bib", "a/y.jsonl", ".hidden.yaml", ".git/x.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert opened(tmp_path) == ["a.yaml yaml", "b.ris ris", "z.bib bibtex", "y.jsonl jsonl"]


def test_what_is_passed_over_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "b.txt").touch()
    (tmp_path / "c.csv").touch()  # it is only written
    (tmp_path / "d.yaml").symlink_to("a.yaml")
    os.mkfifo(tmp_path / "e.yaml")
    found = [one for one in sources([str(tmp_path)]) if isinstance(one, Problem)]
    assert [(Path(one.place.file).name, one.message) for one in found] == [
        ("b.txt", "passed over, because it is no file of records by its name"),
        ("c.csv", "passed over, because it is no file of records by its name"),
        ("d.yaml", "passed over, because it is a link"),
        ("e.yaml", "passed over, because it is not a regular file"),
    ]
    assert {one.severity for one in found} == {"notice"}
    assert [one.suggestion for one in found[1:3]] == [
        "say its format with --from",
        "name it on the command line to have it read",
    ]
    assert opened(tmp_path, from_="ris")[:3] == ["a.yaml ris", "b.txt ris", "c.csv ris"]


def test_a_folder_without_records_is_an_error_unless_one_is_named_already(tmp_path: Path) -> None:
    [empty] = (one for one in sources([str(tmp_path)]) if isinstance(one, Problem))
    assert str(empty) == (
        f"{tmp_path}: error empty-folder: holds no file of records (check the name)"
    )
    (tmp_path / "a.txt").touch()
    assert opened(tmp_path)[1:] == [f"{tmp_path.name} empty-folder error"]
    (tmp_path / "a.yaml").touch()
    assert opened(tmp_path) == ["a.txt passed-over notice", "a.yaml yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_folder_that_may_not_be_read_is_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert opened(tmp_path) == ["closed unreadable error"]


def test_what_is_not_there_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "b.ris").touch()
    found = opened(tmp_path / "a.yaml", "a\0b", tmp_path / "b.ris")
    assert found == ["a.yaml unreadable error", "a\0b unreadable error", "b.ris ris"]
    [missing] = [one for one in sources([str(tmp_path / "a.yaml")]) if isinstance(one, Problem)]
    assert missing.message == "cannot be read: No such file or directory"
    assert missing.suggestion == "check the name"
    assert opened(tmp_path / "none.csv") == ["none.csv unreadable error"]  # not a wrong format


@pytest.mark.parametrize(
    ("name", "from_", "hint"),
    [
        ("a.txt", None, "a.txt says its format (name it with --from; if it is a document"),
        ("a.csv", None, "^the format csv can only be written, not read$"),
        ("a.txt", "csv", "^the format csv can only be written, not read$"),
        ("a.txt", "yamml", "did you mean yaml?"),
    ],
)
def test_a_format_that_is_not_known_is_wrong_usage_before_anything_is_read(
    tmp_path: Path, name: str, from_: str | None, hint: str
) -> None:
    (tmp_path / "first.yaml").touch()
    (tmp_path / name).touch()
    with pytest.raises(UsageError) as wrong:
        sources([str(tmp_path / "first.yaml"), str(tmp_path / name)], from_)
    assert re.search(hint.replace("(", "[(]").replace(")", "[)]"), str(wrong.value))
    if name == "a.txt" and from_ is None:
        assert str(wrong.value).startswith(f"neither name nor content of {tmp_path}")


def test_standard_input_is_named_like_that_and_may_be_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for from_ in ("yaml", "ris"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"title: A\n")))
        assert opened("-", from_=None if from_ == "yaml" else from_) == [f"<stdin> {from_}"]
    monkeypatch.setattr(sys, "stdin", None)
    [closed] = (one for one in sources(["-"]) if isinstance(one, Problem))
    assert str(closed).startswith("<stdin>: error unreadable: cannot be read: it is closed (")


def test_a_link_to_a_folder_stands_among_the_files(tmp_path: Path) -> None:
    (tmp_path / "z").mkdir()
    (tmp_path / "a").symlink_to("z")
    (tmp_path / "b.yaml").touch()
    assert opened(tmp_path) == ["a passed-over notice", "b.yaml yaml"]


def test_a_folder_with_what_cannot_be_read_is_not_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml.zst").write_bytes(b"\x28\xb5\x2f\xfd")
    monkeypatch.setitem(sys.modules, zstd.__name__, None)
    assert opened(tmp_path) == ["a.yaml.zst unreadable error"]


def test_in_a_folder_files_without_a_telling_name_are_looked_into(tmp_path: Path) -> None:
    for name in ("a", "b.txt", "c.md"):
        (tmp_path / name).write_text("TY  - BOOK\n")
    assert opened(tmp_path) == ["a ris", "b.txt ris", "c.md passed-over notice"]


def test_a_file_that_appears_late_is_read_as_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    found = sources([str(path)])
    path.touch()
    assert [one.format.name for one in found if isinstance(one, Opened)] == ["ris"]


def test_the_size_of_all_files_is_known_unless_there_is_a_stream(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, size in (("a.yaml", 3), ("sub/b.ris", 5), ("sub/notes", 7)):
        (tmp_path / name).write_bytes(b"x" * size)
    (tmp_path / "c.yaml").symlink_to("a.yaml")
    (tmp_path / "d.yaml").symlink_to("nowhere")
    assert total_size([str(tmp_path)]) == 8
    assert total_size([str(tmp_path), str(tmp_path / "sub" / "notes")]) == 15
    assert total_size([str(tmp_path / "a.yaml"), "-"]) == 0
    assert total_size([str(tmp_path / "a.yaml"), str(tmp_path / "nowhere")]) == 0
    assert total_size([]) == 0


def test_batches_name_no_format() -> None:
    folder = Path(cast(str, sys.modules["reportcite.batch.sources"].__file__)).parent
    for path in sorted(folder.rglob("*.py")):
        named = [name for name in FORMATS if f'"{name}"' in path.read_text("utf-8")]
        assert named == [], path.name
