"""What findings say, in German."""

from __future__ import annotations

import pytest

import reportcite
from reportcite.cli.reports.german_messages import german_hint, german_message
from reportcite.values.isbn import isbn_doubts
from tests.conftest import Run


@pytest.mark.parametrize(
    ("fields", "message", "hint"),
    [
        (
            {"title": "Soil", "author": "none", "issued": 2024},
            "einem Datensatz vom Typ report fehlt publisher",
            "„publisher:“ mit der Institution ergänzen",
        ),
        (
            {"ISBN": "978-3-948289-82-8"},
            "„978-3-948289-82-8“: Die Prüfziffer ist 8, richtig wäre 9",
            "mit der gedruckten ISBN vergleichen; ähnlich sind: 978-3-948289-82-9, "
            "978-3-918289-82-8, 978-0-948289-82-8",
        ),
        (
            {"titel": "Soil"},
            "„titel“ ist kein bekanntes Feld und fehlt in der Ausgabe",
            "gemeint ist vielleicht „title“",
        ),
        (
            {"type": "bericht"},
            "„bericht“ ist kein Typ von CSL; der Datensatz gilt als document",
            "gemeint ist vielleicht „report“",
        ),
        (
            {"issued": "2024-13-01"},
            "„2024-13-01“: Einen Monat 13 gibt es nicht",
            "2024, 2024-05, 2024-05-07 oder einen Zeitraum wie 2024-05/2024-06 schreiben",
        ),
        (
            {"author": ["Jörg Müller"]},
            "„Jörg Müller“ gilt als Person mit dem Vornamen „Jörg“ und dem Familiennamen „Müller“",
            "„Müller, Jörg“ schreiben, oder „literal: …“ für eine Körperschaft",
        ),
        (
            {"author": ["Müller", "Jörg"]},
            "„Müller“ und „Jörg“ gelten als zwei Namen",
            '„- Müller, Jörg“ oder ["Müller, Jörg"] schreiben; '
            "„- literal: Müller“, wenn es ein ganzer Name ist",
        ),
    ],
)
def test_what_a_check_finds_is_said_in_german(
    fields: dict[str, object], message: str, hint: str
) -> None:
    found = reportcite.check(reportcite.Record.from_fields(fields))
    said = {(german_message(one.message), german_hint(one.suggestion)) for one in found}
    assert (message, hint) in said


@pytest.mark.parametrize(
    ("isbn", "message"),
    [
        ("0378-5954", "Sie hat 8 Ziffern wie eine ISSN; eine ISBN hat 10 oder 13"),
        ("0-306-40615-?", "Das Zeichen ? steht, wo eine Ziffer stehen muss"),
        ("0-3O6-40615-2", "Der Buchstabe O steht, wo eine Ziffer stehen muss"),
        ("0-3O6-406l5-2", "Die Buchstaben O und l stehen, wo Ziffern stehen müssen"),
        ("0-3A6-40615-2", "Darin steht, was keine ISBN enthält: A"),
        ("B07XJ8C8F5", "Es ist eine ASIN, eine Nummer nur von Amazon, keine ISBN"),
        ("M-2600-0043-8", "Es ist eine ISMN, die Nummer von Noten, nicht von Büchern"),
        ("979-0-2600-0043-8", "Es ist eine ISMN, die Nummer von Noten, nicht von Büchern"),
        ("9770264359008", "Es ist der Strichcode einer Zeitschrift: ISSN 0264-3596"),
        ("978394828982X", "Ein X als Prüfziffer gibt es nur bei einer ISBN aus 10 Ziffern"),
    ],
)
def test_what_is_wrong_with_an_isbn_is_said_in_german(isbn: str, message: str) -> None:
    found = reportcite.check(reportcite.Record.from_fields({"ISBN": isbn}))
    assert f"„{isbn}“: {message}" in {german_message(one.message) for one in found}


def test_alternatives_are_joined_but_titles_stay_as_they_are() -> None:
    assert german_message("a record of type book should have URL or DOI") == (
        "ein Datensatz vom Typ book sollte URL oder DOI haben"
    )
    assert german_message("title is in title case: “This or That”") == (
        "title ist mit großen Anfangsbuchstaben geschrieben: „This or That“"
    )


def test_what_has_no_german_is_shown_in_english(run: Run) -> None:
    assert german_message("x") == german_hint("y") == ""
    page = run("check", "-", "--format", "html", "--language", "de", stdin="title: [\n").stdout
    assert '<span lang="en">' in page and "<h2>Nach Regeln</h2>" in page


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        (
            {"ISBN": "978"},
            "eine ISBN hat 13 Ziffern, vor 2007 zehn; mit der gedruckten vergleichen",
        ),
        ({"ISSN": "0378-5954"}, "richtig: 0378-5955, wenn nur die letzte Ziffer falsch ist"),
        ({"ISSN": "12"}, "eine ISSN hat acht Ziffern, wie in 0378-5955"),
        ({"page": "99-12"}, "richtig: 12-99, wenn sie vertauscht sind"),
        ({"title": "Soil&nbsp;and sand"}, "ein Leerzeichen schreiben"),
        (
            {"DOI": "10.1234/a", "URL": "https://doi.org/10.1234/b"},
            "beide aufrufen und das Falsche berichtigen",
        ),
    ],
)
def test_what_to_do_about_a_number_is_said_in_german(fields: dict[str, object], hint: str) -> None:
    found = reportcite.check(reportcite.Record.from_fields(fields))
    said = {german_hint(one.suggestion): german_message(one.message) for one in found}
    assert said.get(hint)


def test_a_range_that_nobody_has_is_said_in_german() -> None:
    [one] = isbn_doubts("9786578425568")
    assert german_message(one.message).startswith("zu „9786578425568“ gibt es keinen Verlag")


def test_findings_of_bibtex_are_said_in_german() -> None:
    said = german_message("the string 'Q' is not defined; its name is taken as text")
    assert said == "das Kürzel „Q“ ist nicht definiert; sein Name gilt als Text"
    title = (
        "no language is stated, so that styles with English title case, such as Chicago and MLA, "
        "capitalize this title as if it were English: “Sand”"
    )
    assert german_message(title).endswith("als wäre er englisch: „Sand“")
    assert german_hint("state the language of the records, such as de").endswith("etwa de")
    assert german_hint("add it as a tag such as de-DE") == "als Sprachkürzel ergänzen, etwa de-DE"
