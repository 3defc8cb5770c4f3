"""Where the names of a reference end, and where its date stands."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.forms import Form, form_of, sentence_end


@pytest.mark.parametrize(
    ("text", "names", "edited", "date"),
    [
        ("Beck, U. (1986a). Risk. Press.", "Beck, U.", False, "1986"),
        ("Poe, A. (Ed.). (2021, May 13). Risk. Press.", "Poe, A.", True, "2021, May 13"),
        ("OECD. (n.d.). Risk. Press.", "OECD", False, "n.d."),
        ("Beck, Ulrich. 1986. Risk. Press.", "Beck, Ulrich", False, "1986"),
        ("Poe, Ann, ed. 1986. Risk. Press.", "Poe, Ann", True, "1986"),
        ("BECK, Ulrich, 1986. Risk. Press", "BECK, Ulrich", False, "1986"),
        ("Beck, Ulrich: Risk. Ulm : Press, 1986", "Beck, Ulrich", False, ""),
        ("Poe, A. (Hrsg.): Risk. Ulm : Press, 1986", "Poe, A.", True, ""),
        ("Beck, Ulrich. Risk. Press, 1986.", "Beck, Ulrich", False, ""),
        ("Adorno, Theodor W. Risk. Press, 1986.", "Adorno, Theodor W.", False, ""),
        ("Roe, Tim, Jr. Risk. Press, 1986.", "Roe, Tim, Jr.", False, ""),
        ("Roe, T., Jr. (1986). Risk. Press.", "Roe, T., Jr.", False, "1986"),
        ("Poe, Ann, and Tim Roe, eds. Risk. Press, 1986.", "Poe, Ann, and Tim Roe", True, ""),
        ("Beck, U., et al. “Risk.” Press 3 (1986): 1.", "Beck, U., et al", False, ""),
    ],
)
def test_each_form_has_its_names_and_date(text: str, names: str, edited: bool, date: str) -> None:
    form = form_of(text)
    assert (form.names, form.edited, form.date) == (names, edited, date)
    assert form.rest.lstrip("“").startswith("Risk.")


def test_a_reference_without_names_begins_with_its_title() -> None:
    assert form_of("A note on risk") == Form("", False, "", "A note on risk")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("One. Two", "Two"),
        ("One (2nd ed. Ulm). Two", "Two"),
        ("Was ist Bd. 2? Zwei", "Zwei"),
        ("J. Roe. Two", "Two"),
        ("Trees. arXiv", "arXiv"),
    ],
)
def test_sentences_end_where_another_begins(text: str, rest: str) -> None:
    assert text[sentence_end(text) :] == rest


@pytest.mark.parametrize("text", ["One. two", "One", "One.", "Bd. Zwei", "3. Aufl"])
def test_other_stops_end_none(text: str) -> None:
    assert sentence_end(text) == 0
