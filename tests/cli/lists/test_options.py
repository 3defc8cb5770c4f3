"""The options of commands that look at lists of identifiers: typed once."""

from __future__ import annotations

import pytest

from reportcite.cli.lists.options import Options, list_options
from reportcite.errors import UsageError
from tests.cli.options.test_shared import options

SHARED = ["--output", "--column", "--invalid-only", "--from", "--json", "--jsonl", "--language"]


def test_every_command_for_lists_has_them_behind_what_it_reads() -> None:
    isbn, id_ = options("isbn"), options("id")
    assert [*isbn][: len(SHARED) + 1] == [*id_][: len(SHARED) + 1] == ["codes", *SHARED]
    assert [isbn[name] for name in SHARED] == [id_[name] for name in SHARED]


def test_nothing_given_means_what_the_help_says() -> None:
    assert list_options() == Options()
    assert Options() == Options(None, False, False, "", "", False, "en")


def test_what_is_given_is_handed_on() -> None:
    given = list_options(
        output="a.csv", column="B", invalid_only=True, from_="ris", as_json=True, as_lines=True,
        language="de",
    )  # fmt: skip
    assert given == Options("ris", True, True, "a.csv", "B", True, "de")


def test_a_language_without_reports_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="--language cannot be 'fr'"):
        list_options(language="fr")
