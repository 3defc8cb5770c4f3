"""Roles of the relator list, as codes, addresses and terms."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.crosswalk.relators import CODES, variable_in_statement, variable_of
from reportcite.vocabulary import NAME_VARIABLES


@pytest.mark.parametrize(
    ("role", "variable"),
    [
        ("aut", "author"), ("edt", "editor"), ("trl", "translator"), ("ill", "illustrator"),
        ("http://id.loc.gov/vocabulary/relators/trl", "translator"),
        ("Herausgeber", "editor"), ("[Hrsg.]", "editor"), ("Verfasserin", "author"),
        ("joint editor.", "editor"), ("traducteur", "translator"), ("prf", "performer"),
        ("pbl", ""), ("degree granting institution", ""), ("unheard of", None),
    ],
)  # fmt: skip
def test_roles(role: str, variable: str | None) -> None:
    assert variable_of(role) == variable


def test_every_role_is_a_variable_that_has_names() -> None:
    assert set(CODES) <= NAME_VARIABLES
    assert all(variable_of(code) == variable for variable, code in CODES.items())


@pytest.mark.parametrize(
    ("statement", "variable"),
    [
        ("Ann Lee ; edited by Bo Ng", "editor"),
        ("edited by Ann Lee ; Bo Ng", "author"),
        ("Ann Lee ; aus dem Englischen von Bo Ng", "translator"),
        ("Ann Lee ; illustrations by Bo Ng", "illustrator"),
        ("Hrsg.: Bo Ng", "editor"), ("hg. von Bo Ng", "editor"), ("Bo Ng (ed.)", "editor"),
        ("herausgegeben von Bo Ng", "editor"), ("éd. Bo Ng", "editor"),
        ("a cura di Bo Ng", "editor"), ("sous la direction de Bo Ng", "editor"),
        ("translated by Bo Ng", "translator"), ("übers. von Bo Ng", "translator"),
        ("traduit par Bo Ng", "translator"), ("tradução de Bo Ng", "translator"),
        ("ill. Bo Ng", "illustrator"), ("drawings by Bo Ng", "illustrator"),
        ("pictures by Bo Ng", "illustrator"),
        ("Bo Ng, project director", "author"),
        ("Direct action / Bo Ng", "author"), ("with a director's note ; Bo Ng", "author"),
        ("Ann Lee", "author"),
    ],
)  # fmt: skip
def test_a_statement_of_responsibility_says_what_somebody_did(
    statement: str, variable: str
) -> None:
    assert variable_in_statement("Ng", statement) == variable


@pytest.mark.parametrize(
    ("statement", "variable"),
    [
        ("Paramount ; directed by Bo Ng", "director"), ("Regie: Bo Ng", "director"),
        ("réalisation, Bo Ng", "director"), ("un film de Bo Ng", "director"),
        ("screenplay, Bo Ng", "script-writer"), ("Drehbuch: Bo Ng", "script-writer"),
        ("Bo Ng", "author"),
    ],
)  # fmt: skip
def test_films_have_directors_and_script_writers(statement: str, variable: str) -> None:
    assert variable_in_statement("Ng", statement, is_film=True) == variable
