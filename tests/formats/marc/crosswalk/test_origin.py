"""Dates, places, publishers and theses."""

from __future__ import annotations

import pytest

from tests.formats.marc.catalogue import fields_of, kept_of


def coded(dates: str) -> str:
    return f"008 240307{dates}gw            000 0 ger d"


@pytest.mark.parametrize(
    ("dates", "issued"),
    [
        ("s2024####", "2024"), ("t20242023", "2024"), ("e20240307", "2024-03-07"),
        ("e202403##", "2024-03"), ("m19941998", "1994/1998"),
        ("q19941998", "1994/1998"), ("c19949999", "1994/.."),
        ("c19910701", "1991"), ("m19941994", "1994"), ("e20241399", "2024"),
    ],
)  # fmt: skip
def test_coded_dates(dates: str, issued: str) -> None:
    assert fields_of(coded(dates), "264 #1 $c[1900]")["issued"] == issued


@pytest.mark.parametrize("dates", ["s19uu####", "n||||||||", "b0100####"])
def test_a_date_that_is_not_coded_is_taken_from_the_description(dates: str) -> None:
    assert fields_of(coded(dates), "264 #1 $c[1900]")["issued"] == "[1900]"


def test_a_reprint_tells_of_the_original() -> None:
    fields = fields_of(coded("r20241924"))
    assert (fields["issued"], fields["original-date"]) == ("2024", "1924")


def test_a_film_on_sale_tells_of_its_production() -> None:
    fields = fields_of(coded("p20011954"))
    assert (fields["issued"], fields["original-date"]) == ("2001", "1954")
    assert "original-date" not in fields_of(coded("r20012001"))


@pytest.mark.parametrize("dates", ["uuuux1999", "m####uuuu"])
def test_what_is_no_year_is_none(dates: str) -> None:
    assert "issued" not in fields_of(coded(dates))


def test_of_a_range_that_began_nobody_knows_when_the_end_counts() -> None:
    assert fields_of(coded("m####1999"))["issued"] == "1999"


def test_that_there_is_no_date_is_no_date_and_is_kept() -> None:
    assert "issued" not in fields_of("260 ## $aUlm :$bPress,$c[n.d.]")
    assert kept_of("260 ## $aUlm :$bPress,$c[n.d.]") == {"260": ["  ‡aUlm :‡bPress,‡c[n.d.]"]}
    assert kept_of("260 ## $aUlm :$bPress,$c1999") == {}


def test_places_may_have_a_semicolon_between() -> None:
    assert fields_of("260 ## $aBerlin ;Heidelberg")["publisher-place"] == "Berlin; Heidelberg"


def test_publication_counts_before_manufacture_and_copyright() -> None:
    fields = fields_of(
        "264 #3 $aBonn :$bPrinter,$c1991", "264 #4 $cc1990", "264 #1 $aUlm :$bPress,$c1992"
    )
    assert fields["publisher-place"] == "Ulm"
    assert fields["publisher"] == "Press"
    assert fields["issued"] == "1992"


def test_who_distributes_is_no_publisher() -> None:
    fields = fields_of("260 ## $aUlm :$bPress ;$bDistributed by House,$c2001")
    assert fields["publisher"] == "Press"
    assert fields_of("260 ## $bDistributed by House")["publisher"] == "Distributed by House"


def test_who_sells_copies_is_kept_and_no_publisher() -> None:
    line = "260 ## $aUlm :$bPress : for sale by House,$c2001"
    assert fields_of(line)["publisher"] == "Press"
    assert kept_of(line).keys() == {"260"}
    assert kept_of("260 ## $bPress ;$bDistributed by House").keys() == {"260"}
    assert fields_of("260 ## $bPress : Sea House")["publisher"] == "Press : Sea House"


def test_a_stop_behind_brackets_is_left_out() -> None:
    assert fields_of("260 ## $a[Ulm].$b[Press]")["publisher-place"] == "Ulm"


def test_several_places_and_publishers_are_joined() -> None:
    fields = fields_of("260 ## $aBerlin ;$aUlm :$bPress :$bHouse,$c1992.")
    assert fields["publisher-place"] == "Berlin; Ulm"
    assert fields["publisher"] == "Press; House"


def test_names_and_places_behind_the_date_are_read_as_well() -> None:
    fields = fields_of("260 ## $aUlm :$c1992$bPress$c1993$b[s.n.]")
    assert fields == {
        "type": "book", "publisher-place": "Ulm", "publisher": "Press", "issued": "1992",
    }  # fmt: skip


def test_who_has_a_copyright_is_no_publisher_but_where_260_says_so() -> None:
    assert fields_of("264 #4 $aUlm :$bPress,$c1992") == {"type": "book", "issued": "1992"}
    assert fields_of("264 4# $bPress")["publisher"] == "Press"
    assert fields_of("260 #4 $bPress")["publisher"] == "Press"


def test_a_long_list_of_publishers_is_read_like_a_short_one() -> None:
    names = [f"Press {number}" for number in range(99)]
    fields = fields_of("260 ## " + "".join([f"$b{name} ;" for name in names]))
    assert fields["publisher"] == "; ".join(names)


@pytest.mark.parametrize("dates", ["s199u####", "m||||||||"])
def test_a_year_that_is_not_known_is_no_range(dates: str) -> None:
    assert "issued" not in fields_of(coded(dates))


def test_what_says_that_there_is_none_is_none() -> None:
    assert fields_of("260 ## $a[S.l.] :$b[s.n.]").keys() == {"type"}


@pytest.mark.parametrize(
    ("note", "genre", "publisher", "issued"),
    [
        ("502 ## $bPh. D.$cYale University$d2015", "Ph. D.", "Yale University", "2015"),
        ("502 ## $aThesis (Ph. D.)--Yale, 1990.", "Thesis (Ph. D.)", "Yale", "1990"),
        ("502 ## $bPh. D.", "Ph. D.", None, None),
        ("502 ## $cYale$aThesis (M.A.)--Brown, 1990", None, "Yale", None),
        ("502 ## $aDiss., Ulm", "Diss.", "Ulm", None),
        ("502 ## $a2005", None, None, None),
        (
            "502 ## $aZugl.: Berlin, Freie Univ., Diss., 2005",
            "Diss.",
            "Berlin, Freie Univ.",
            "2005",
        ),
    ],
)
def test_thesis_notes(
    note: str, genre: str | None, publisher: str | None, issued: str | None
) -> None:
    fields = fields_of(note)
    said = {"genre": genre, "publisher": publisher, "issued": issued}
    assert fields == {"type": "thesis"} | {name: text for name, text in said.items() if text}


def test_a_note_that_says_nothing_of_a_degree_is_no_genre() -> None:
    assert fields_of("502 ## $aVorgelegt in Ulm") == {"type": "thesis"}
