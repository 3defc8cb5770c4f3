"""ContextObjects of every format that KEV registers, as programs write them."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from reportcite.formats.html.coins import read_coins
from reportcite.formats.reading.web.described import Described


def read(form: str, *pairs: tuple[str, str], **values: str) -> Described:
    """What is read of a span of KEV format `form`, the keys without `rft.`."""
    given = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}")]
    given += [(f"rft.{key}", value) for key, value in values.items()]
    found = read_coins(urlencode([*given, *pairs]), 7)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("form", "genre", "type_"),
    [
        ("journal", "article", "article-journal"), ("journal", "preprint", "article"),
        ("journal", "", "article-journal"), ("book", "bookitem", "chapter"),
        ("book", "report", "report"), ("book", "proceeding", "paper-conference"),
        ("book", "Document", "document"), ("dissertation", "", "thesis"), ("dc", "", "document"),
        ("patent", "", "patent"), ("book", "odd", "book"),
    ],
)  # fmt: skip
def test_format_and_genre_say_the_type(form: str, genre: str, type_: str) -> None:
    assert read(form, genre=genre, title="A").type == type_


def test_what_is_of_no_known_format_is_nothing() -> None:
    assert read_coins("rft_val_fmt=x:y&rft.title=A", 1) is None
    assert read_coins("", 1) is None


def test_an_article_is_in_a_journal() -> None:
    found = read(
        "journal", genre="article", atitle="Soil", jtitle="Field Notes", stitle="Field Not.",
        volume="3", issue="4", spage="1", epage="9", issn="0028-0836", date="2024/3/7",
    )  # fmt: skip
    assert found.fields == {
        "title": "Soil", "container-title": "Field Notes", "container-title-short": "Field Not.",
        "volume": "3", "issue": "4", "page": "1-9", "ISSN": "0028-0836", "issued": "2024-03-07",
    }  # fmt: skip
    assert set(found.lines.values()) == {7}


def test_a_book_has_its_own_title_and_a_chapter_that_of_its_book() -> None:
    assert read("book", genre="book", btitle="Soil").fields == {"title": "Soil"}
    assert read("book", genre="bookitem", atitle="A", btitle="Soil", pages="3-4").fields == {
        "title": "A", "container-title": "Soil", "page": "3-4",
    }  # fmt: skip
    assert read("book", genre="bookitem", title="A").fields == {"title": "A"}


DOE = {"family": "Doe", "given": "Jane Q."}
ROE = {"family": "Roe", "given": "Max"}


@pytest.mark.parametrize(
    ("values", "au", "expected"),
    [
        ({"aulast": "Doe", "aufirst": "Jane Q."}, [], [DOE]),
        ({"aulast": "Doe", "aufirst": "Jane Q."}, ["Jane Doe", "Max Roe"], [DOE, ROE]),
        ({"aulast": "Doe", "aufirst": "Jane Q."}, ["Max Roe"], [DOE, ROE]),
        ({}, ["Doe, Jane Q.", "Roe, Max"], [DOE, ROE]),
        (
            {"aulast": "Doe", "auinit1": "J.", "auinitm": "Q."},
            [],
            [{"family": "Doe", "given": "J. Q."}],
        ),
        ({"aucorp": "UNESCO"}, ["UNESCO"], [{"literal": "UNESCO"}]),
    ],
)
def test_the_first_author_may_be_given_twice(
    values: dict[str, str], au: list[str], expected: list[dict[str, str]]
) -> None:
    found = read("book", *[("rft.au", name) for name in au], title="A", **values)
    assert found.fields["author"] == expected


def test_identifiers_by_their_schemes() -> None:
    ids = ["info:doi/10.1234/a", "info:pmid/12", "https://x.org/a", "urn:ISBN:978", "info:sid/x"]
    found = read("book", *[("rft_id", one) for one in ids], title="A").fields
    assert (found["DOI"], found["PMID"], found["ISBN"]) == ("10.1234/a", "12", "978")
    assert found["URL"] == "https://x.org/a"


def test_private_data_that_are_lines_of_fields_say_it_better() -> None:
    found = read("book", ("rft_dat", "pamphlet\ntype: pamphlet"), title="A")
    assert found.type == "book" and found.rest["rft_dat"].startswith("pamphlet")
    found = read("book", ("rft_dat", "type: pamphlet\nsubtitle: B\nversion: 2"), title="A: B")
    assert (found.type, found.fields["version"]) == ("pamphlet", "2")


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC12/",
         {"PMCID": "PMC12", "URL": "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"}),
        ("ftp://a.example/b", {"URL": "ftp://a.example/b"}),
        ("https://doi.org/10.1234/a", {"DOI": "10.1234/a"}),
        ("javascript:alert(1)", {}),
    ],
)  # fmt: skip
def test_an_address_is_one_also_where_it_holds_a_number(
    identifier: str, expected: dict[str, str]
) -> None:
    assert read("book", ("rft_id", identifier), btitle="A").fields == {"title": "A", **expected}
