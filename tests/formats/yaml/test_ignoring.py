"""`# reportcite: ignore[rule]` beside a value is about its line, on its own about the record."""

from __future__ import annotations

import io

import pytest

from reportcite.formats.reading.source import CHUNK
from reportcite.formats.yaml.ignoring import comments_in, value_line
from reportcite.formats.yaml.read import read_yaml
from reportcite.record.model import Record
from tests.conftest import Run


def ignored(text: str) -> list[list[tuple[tuple[str, ...], int, bool]]]:
    """Of each record in `text` the names it ignores, in which line, and whether in all of it."""
    found = read_yaml(io.BytesIO(text.encode()), "refs.yaml")
    return [
        [(one.names, one.place.line, one.whole) for one in record.ignored]
        for record in found
        if isinstance(record, Record)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a # reportcite: ignore[isbn]", ("isbn",)),
        ("a #reportcite:ignore[isbn]", ("isbn",)),
        ("a # reportcite: ignore[isbn, url-list] because", ("isbn", "url-list")),
        ("a # reportcite: ignore[ ]", ()),
        ("a # reportcite: ignore isbn", ()),
        ("a # reportcite: ingore[isbn]", ()),
    ],
)
def test_names_stand_in_brackets(text: str, names: tuple[str, ...]) -> None:
    [comment] = comments_in(text)
    assert (comment.names, comment.offset, comment.indent) == (names, 2, None)
    assert comment.text == text[2:].removesuffix(" because")


@pytest.mark.parametrize(
    "text", ["a# reportcite: ignore[isbn]", "# see reportcite", "reportcite: a"]
)
def test_other_comments_are_left_alone(text: str) -> None:
    assert [*comments_in(text)] == []


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_line_of_its_own_is_told_by_what_stands_before(line_break: str) -> None:
    lines = ["a", "# reportcite: ignore[b]", "  # reportcite: ignore[c]", "d # reportcite: "]
    found = [*comments_in(line_break.join(lines))]
    assert [one.indent for one in found] == [0, 2, None]
    assert [one.text for one in found] == [lines[1], lines[2].strip(), "# reportcite:"]


def test_beside_a_value_it_is_about_the_line_the_value_begins_in() -> None:
    text = (
        "title: A\n  long title  # reportcite: ignore[title]\n"
        "author:  # reportcite: ignore[name]\n  - B\n  - C  # reportcite: ignore[name-list]\n"
    )
    assert ignored(text) == [
        [(("title",), 1, False), (("name",), 3, False), (("name-list",), 5, False)]
    ]
    assert value_line(3, {"title": (1, 1), "author": (4, 1)}) == 1
    assert value_line(3, {}) == 3


@pytest.mark.parametrize(
    "text",
    [
        "# reportcite: ignore[x]\ntitle: A\n",
        "title: A\n# reportcite: ignore[x]\nid: a\n",
        "title: A\n# reportcite: ignore[x]\n",
        "---\n# reportcite: ignore[x]\n\n# note\ntitle: A\n",
        "references:\n# reportcite: ignore[x]\n- title: A\n",
        "- title: A\n  # reportcite: ignore[x]\n",
    ],
)
def test_on_its_own_line_it_is_about_the_record_it_stands_in_or_above(text: str) -> None:
    [[(names, line, whole)]] = ignored(text)
    assert (names, whole) == (("x",), True)
    assert text.splitlines()[line - 1].strip() == "# reportcite: ignore[x]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: A\n---\n# reportcite: ignore[x]\ntitle: B\n", [0, 1]),
        ("title: A\n# reportcite: ignore[x]\n---\ntitle: B\n", [1, 0]),
        ("- title: A\n# reportcite: ignore[x]\n- title: B\n", [0, 1]),
        ("- title: A\n  # reportcite: ignore[x]\n- title: B\n", [1, 0]),
        ("- title: A # reportcite: ignore[x]\n- title: B\n", [1, 0]),
        ("# reportcite: ignore[x]\n---\ntitle: A\n---\ntitle: B\n", [1, 0]),
    ],
)
def test_of_two_records_it_is_about_one(text: str, expected: list[int]) -> None:
    assert [len(one) for one in ignored(text)] == expected


def test_what_is_above_a_broken_record_is_not_about_the_next() -> None:
    text = "# reportcite: ignore[x]\ntitle: [A\n---\ntitle: B\n"
    assert ignored(text) == [[]]


def test_what_stands_in_a_text_is_no_comment() -> None:
    assert ignored('title: "A # reportcite: ignore[x]"\n') == [[]]
    assert ignored("title: 'A # reportcite: x'\n") == [[]]
    assert ignored("abstract: |\n  A\n  # reportcite: ignore[x]\n") == [[]]


@pytest.mark.parametrize("before", range(CHUNK - 20, CHUNK + 20, 3))
def test_it_is_found_wherever_the_file_is_cut_for_reading(before: int) -> None:
    text = "title: A\nabstract: " + "x" * (before - 20) + "\nid: a # reportcite: ignore[x]\n"
    assert ignored(text) == [[(("x",), 3, False)]]


RECORD = "id: a\ntitle: A\nauthor: none\nissued: 2020\npublisher: B\n"
WRONG = "ISBN: 978-3-948289-82-8"


def test_an_isbn_that_is_printed_wrong_is_kept_as_printed(run: Run) -> None:
    """No finding, and no record left out: who looks for the book finds it by what is in it."""
    text = f"{RECORD}{WRONG}  # reportcite: ignore[isbn-checksum]\n"
    done = run("check", "-", stdin=text)
    assert "isbn" not in done.stdout
    assert done.returncode == 0
    assert run("cite", "-", stdin=text).stdout == "A. (2020). B.\n"
    exported = run("export", "-", "--to", "csl-json", stdin=text)
    assert (exported.returncode, '"ISBN": "978-3-948289-82-8"' in exported.stdout) == (0, True)


def test_other_rules_find_all_the_same(run: Run) -> None:
    text = f"{RECORD}{WRONG}  # reportcite: ignore[url]\n"
    done = run("check", "-", stdin=text)
    assert "<stdin>:6:1: error isbn-checksum: " in done.stdout
    assert (
        "<stdin>:6:26: notice unused-ignore: a: ignore[url]: nothing of that name is found in this "
        "line (delete it; what is found here is isbn-checksum)\n"
    ) in done.stdout
    assert done.returncode == 1


def test_two_records_with_one_id_may_be_meant(run: Run) -> None:
    second = RECORD.replace("id: a", "id: a  # reportcite: ignore[duplicate-id]")
    text = f"{RECORD}---\n{second}"
    assert "duplicate" not in run("check", "-", stdin=text).stdout
    assert "unused-ignore" not in run("check", "-", stdin=text).stdout
    assert "duplicate" not in run("cite", "-", stdin=text).stderr
    assert "duplicate" in run("cite", "-", stdin=f"{RECORD}---\n{RECORD}").stderr


def test_a_loss_may_be_ignored(run: Run) -> None:
    text = RECORD.replace("none", "none  # reportcite: ignore[loss]")
    options = ("export", "-", "--to", "hayagriva", "--strict")
    assert run(*options, stdin=text.replace("loss", "url")).returncode == 1
    assert run(*options, stdin=text).returncode == 0
    assert "unused-ignore" not in run("check", "-", stdin=text).stdout


ALL = """# reportcite: ignore[recommended-field]
id: a  # reportcite: ignore[duplicate-id]
type: report
title: A
author:  # reportcite: ignore[name-halves]
- literal: B
- literal: C  # reportcite: ignore[name-list]
issued: 2020
publisher: B
ISBN: 978-3-948289-82-8  # reportcite: ignore[isbn-checksum]
note: |-  # reportcite: ignore[url]
  A
  B
"""


def test_comments_are_written_again(run: Run) -> None:
    exported = run("export", "-", "--to", "yaml", stdin=ALL)
    assert exported.returncode == 0
    _, text = exported.stdout.split("\n", 1)  # the line for editors
    assert text == ALL


def test_a_comment_on_what_is_not_written_stands_above(run: Run) -> None:
    text = f"{RECORD}colour: red  # reportcite: ignore[unknown-key]\n"
    exported = run("export", "-", "--to", "yaml", stdin=text).stdout
    assert "\n# reportcite: ignore[unknown-key]\nid: a\n" in exported
