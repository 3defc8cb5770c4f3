"""`isbn` and `identify` say of a text what the commands `isbn` and `id` say."""

from __future__ import annotations

import json

import pytest

import reportcite
from reportcite.tables.identifiers import identifier_details
from reportcite.tables.isbns import isbn_details
from tests.conftest import Run

NO_ROW = {"row": 0, "line": 0}


@pytest.mark.parametrize(
    "text",
    ["978-3-948289-82-9", "3-948289-82-4", "978-3-948289-82-8", "97839482898", "nothing", ""],
)
def test_an_isbn_is_judged_as_by_the_command(run: Run, text: str) -> None:
    done = run("isbn", "--json", "--", text)
    assert [NO_ROW | isbn_details(reportcite.isbn(text))] == [
        one | {"typed": reportcite.isbn(text).typed} for one in json.loads(done.stdout)
    ]
    assert reportcite.isbn(text).valid == (done.returncode == 0)


def test_of_several_isbns_the_wrong_one_counts() -> None:
    both = reportcite.isbn("978-3-948289-82-9 3-948289-82-5")
    assert (both.typed, both.valid, both.expected) == ("3-948289-82-5", False, "4")


@pytest.mark.parametrize(
    "text", ["10.1234/abc", "0378-5955", "0378-5956", "Q42", "1234", "https://orcid.org/1", ""]
)
def test_an_identifier_is_recognised_as_by_the_command(run: Run, text: str) -> None:
    done = run("id", "--json", "--", text)
    assert [NO_ROW | identifier_details(text, reportcite.identify(text))] == json.loads(done.stdout)


@pytest.mark.parametrize("function", [reportcite.isbn, reportcite.identify])
def test_a_number_is_no_text(function: object) -> None:
    assert callable(function)
    with pytest.raises(TypeError, match="takes a text, not int"):
        function(9783948289829)
