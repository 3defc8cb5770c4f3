"""Where a YAML stream can be cut: before a document that nothing before it belongs to."""

from __future__ import annotations

import pytest

from reportcite.formats.yaml.cut import count_lines, last_document


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a\n---\nb", "---\nb"),
        ("title: A\n---\ntitle: B\n---\ntitle: C\n", "---\ntitle: C\n"),
        ("title: A\r\n---\r\ntitle: B\r\n", "---\r\ntitle: B\r\n"),
        ("title: A\n--- # a comment\ntitle: B\n", "--- # a comment\ntitle: B\n"),
        ("title: A\n---\ttitle", "---\ttitle"),
        ("title: A\n...\n---\ntitle: B\n", "---\ntitle: B\n"),
        ("X\n---\nb", "---\nb"),
        # A line that ends in a return alone is a line, too.
        ("# comment\rtitle: A\n---\ntitle: B\n", "---\ntitle: B\n"),
        ("title: A\n---\nb: |\n ---\n", "---\nb: |\n ---\n"),
    ],
)
def test_a_document_begins_at_a_line_of_three_hyphens(text: str, rest: str) -> None:
    data = text.encode()
    assert data[last_document(data) :] == rest.encode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: A\n",
        "---\ntitle: the first needs no cut\n",
        "\n---\ntitle: neither after an empty line\n",
        "title: A\n---no marker\n",
        "title: A\n---",  # what follows is not read yet
        "title: A\n ---\n",
        "%YAML 1.2\n---\ntitle: a directive belongs to what follows\n",
        "\n%YAML 1.2\n---\ntitle: nor behind a line that is empty\n",
        "%YAML 1.2\n# and a comment\n---\ntitle: B\n",
        "title: A\n\n---\ntitle: nor is looked behind empty lines\n",
        "%YAML 1.2\n  \n---\ntitle: nor behind those that have spaces\n",
        "title: A\r# a comment\n---\ntitle: B\n",
    ],
)
def test_nothing_else_is_a_place_to_cut(text: str) -> None:
    assert last_document(text.encode()) == 0


def test_a_document_with_directives_stays_whole_behind_one_that_can_be_cut() -> None:
    data = b"title: A\n---\ntitle: B\n...\n%YAML 1.2\n---\ntitle: C\n"
    assert data[last_document(data) :].startswith(b"---\ntitle: B")


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 0), ("a", 0), ("a\n", 1), ("a\r\nb\r\n", 2), ("a\rb\n\rc", 3), ("\x85\u2028\u2029é", 3)],
)
def test_lines_are_counted_as_the_parser_counts_them(text: str, lines: int) -> None:
    assert count_lines(text.encode()) == lines
