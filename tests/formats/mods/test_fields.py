"""Where MODS holds what."""

from __future__ import annotations

from reportcite.formats.mods.fields import (
    DATES,
    GENRES,
    HOST,
    NAME_PLACES,
    PARTS,
    RELATORS,
    RESOURCES,
    TEXTS,
)
from reportcite.formats.mods.kinds import ALSO_READ
from reportcite.formats.reading.xml import steps
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES


def test_the_tables_name_variables_and_types_only() -> None:
    assert set(TEXTS) | set(PARTS) <= FIELDS - NAME_VARIABLES - DATE_VARIABLES
    assert set(DATES) <= DATE_VARIABLES
    assert set(RELATORS) | set(NAME_PLACES) <= NAME_VARIABLES
    assert set(GENRES) | set(RESOURCES) | set(ALSO_READ.values()) <= ITEM_TYPES


def test_no_two_variables_stand_at_one_path() -> None:
    paths = [*TEXTS.values(), *PARTS.values(), *DATES.values()]
    assert len(paths) == len(set(paths))
    assert all(steps(path) for path in paths)


def test_a_genre_is_read_as_the_type_it_is_written_for() -> None:
    terms = list(GENRES.values())
    assert len(terms) == len(set(terms))
    assert not set(terms) & set(ALSO_READ)


def test_roles_are_codes_of_the_marc_list() -> None:
    assert all(len(code) == 3 and code.islower() for code in RELATORS.values())


def test_what_belongs_to_the_host_stands_there() -> None:
    assert TEXTS["container-title"].startswith(HOST)
    assert NAME_PLACES["container-author"].startswith(HOST)
