"""The fields of MARC that a record makes."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.marc.fields import shown
from reportcite.formats.marc.written import written
from reportcite.record.fields import Value
from reportcite.record.model import Record


def fields_of(csl_type: str = "book", **values: Value) -> dict[str, list[str]]:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    marc = written(Fields(Record("r1", csl_type, named, Place("x"))))
    found: dict[str, list[str]] = {}
    for tag, content in marc.fields:
        found.setdefault(tag, []).append(shown(content))
    return found


@pytest.mark.parametrize(
    ("values", "tag", "content"),
    [
        ({"title": "Tide", "subtitle": "a study"}, "245", "00‡aTide‡ba study"),
        ({"medium": "map"}, "245", "00‡h[map]"),
        ({"ISBN": "3161484100"}, "020", "  ‡a3161484100"),
        ({"DOI": "10.5555/a"}, "024", "7 ‡a10.5555/a‡2doi"),
        ({"language": "de-AT"}, "041", " 7‡ade-AT‡2rfc5646"),
        ({"edition": "2nd ed."}, "250", "  ‡a2nd ed."),
        ({"publisher_place": "Ulm", "publisher": "Press"}, "264", " 1‡aUlm‡bPress"),
        ({"issued": {"date-parts": [[2024, 3]]}}, "264", " 1‡c2024-03"),
        ({"number_of_pages": "12", "number_of_volumes": "2"}, "300", "  ‡a2 v., 12 p."),
        ({"collection_title": "Tides", "collection_number": "4"}, "490", "0 ‡aTides‡v4"),
        ({"genre": "Brief"}, "513", "  ‡aBrief"),
        ({"keyword": "tide"}, "653", "  ‡atide"),
        ({"volume": "1", "issue": "2", "page": "3-4"}, "773",
         "0 ‡gvolume:1‡gnumber:2‡gpages:3-4"),
        ({"URL": "https://a.example"}, "856", "40‡uhttps://a.example"),
        ({"annote": "read"}, "887", "  ‡aannote: read‡2reportcite"),
        ({"title": "Tide:"}, "887", "  ‡atitle: Tide:‡2reportcite"),
    ],
)  # fmt: skip
def test_a_value(values: dict[str, Any], tag: str, content: str) -> None:
    assert content in fields_of(**values)[tag]


def test_a_short_title_stands_beside_that_which_it_is_short_for() -> None:
    both: dict[str, Value] = {"container-title": "Tidal Letters", "container-title-short": "TL"}
    assert fields_of("article", **both)["773"] == ["0 ‡tTidal Letters‡pTL"]
    assert "773" not in fields_of("article", **{"container-title-short": "TL"})


def test_several_values_of_one_field_stand_in_several() -> None:
    fields = fields_of(ISBN="3161484100, 9783161484100", keyword="a, b", note="A.\nB.")
    assert [len(fields[tag]) for tag in ("020", "653", "500")] == [2, 2, 2]


@pytest.mark.parametrize(
    ("parts", "coded"),
    [([2024], "s2024    "), ([2024, 3], "e202403  "), ([2024, 3, 7], "e20240307"),
     ([-44], "n||||||||")],
)  # fmt: skip
def test_coded_dates(parts: list[int], coded: str) -> None:
    [field] = fields_of(issued={"date-parts": [parts]}, language="de")["008"]
    assert (len(field), field[6:15], field[35:38]) == (40, coded, "ger")


def test_the_first_author_is_the_main_heading() -> None:
    fields = fields_of(
        author=[{"family": "Ng", "given": "Ann", "suffix": "Jr."}, {"literal": "Tide Group"}],
        editor=[{"family": "Roe", "given": "Cy"}],
    )
    assert fields["100"] == ["1 ‡aNg, Ann‡cJr.‡4aut"]
    assert fields["710"] == ["2 ‡aTide Group‡4aut"]
    assert fields["700"] == ["1 ‡aRoe, Cy‡4edt"]


def test_the_degree_of_a_thesis_has_its_field() -> None:
    assert fields_of("thesis", genre="PhD")["502"] == ["  ‡bPhD"]


def test_a_long_text_is_cut_into_fields() -> None:
    fields = fields_of(abstract="x" * 5000)
    assert "520" not in fields
    assert [len(text) for text in fields["887"]] == [2016, 2016, 1026]


def test_what_is_known_of_a_name_stands_with_it() -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    details = {"ORCID": orcid, "affiliation": "HU", "email": "a@b.example"}
    custom = {"contributors": {"author": [details]}}
    author: Value = [{"family": "Ng", "given": "Ann"}]
    fields = Fields(Record("r1", "book", {"author": author}, Place("x"), custom=custom))
    contents = {tag: shown(content) for tag, content in written(fields).fields}
    assert contents["100"] == f"1 ‡aNg, Ann‡uHU‡4aut‡1{orcid}"
    assert [loss.field for loss in fields.losses()] == ["author/1/email"]


def test_persons_and_bodies_stay_in_the_order_of_their_list() -> None:
    names: Value = [{"literal": "UN"}, {"family": "Ng", "given": "Al"}, {"literal": "WHO"}]
    fields = Fields(Record("r1", "book", {"contributor": names}, Place("x")))
    found = [tag for tag, _ in written(fields).fields]
    assert found == ["001", "008", "655", "710", "700", "710"]


def test_of_a_name_in_the_lines_nothing_else_is_said() -> None:
    names: Value = [{"family": "Ng", "given": "Al"}, {"family": "Ng", "given": "Al"}]
    known = [{"affiliation": "HU"}, {"affiliation": "HU"}]
    fields = Fields(
        Record(
            "r1", "book", {"author": names}, Place("x"), custom={"contributors": {"author": known}}
        )
    )
    contents = [(tag, shown(content)) for tag, content in written(fields).fields]
    assert ("100", "1 ‡aNg, Al‡4aut") in contents and contents[-1][0] == "887"
    assert [loss.field for loss in fields.losses()] == [
        "author/1/affiliation", "author/2/affiliation"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "affiliation", ["HU ", "HU\x1c", "HU\x1b", "HU\ue000\ufffe", " ", "HU  Berlin"]
)
def test_what_would_be_read_otherwise_of_a_name_is_declared(affiliation: str) -> None:
    custom = {"contributors": {"author": [{"affiliation": affiliation}]}}
    values: dict[str, Value] = {"author": [{"family": "Doe", "given": "J."}]}
    fields = Fields(Record("r1", "book", values, Place("x"), custom=custom))
    assert ("100", "1 \x1faDoe, J.\x1f4aut") in written(fields).fields
    assert "author/1/affiliation" in fields.dropped


def test_the_doi_of_a_link_is_written_as_one_so_that_a_second_writing_is_the_same() -> None:
    fields = fields_of(URL="http://dx.doi.org/10.5555/tides")
    assert fields["024"] == ["7 ‡a10.5555/tides‡2doi"]
    assert fields["856"] == ["40‡uhttp://dx.doi.org/10.5555/tides"]
    assert "024" not in fields_of(URL="https://a.example/tides")
    other = fields_of(URL="https://doi.org/10.5555/a", DOI="10.5555/b")
    assert other["024"] == ["7 ‡a10.5555/b‡2doi"]
