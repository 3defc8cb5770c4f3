"""What a record is known by goes through bytes."""

from __future__ import annotations

import os
import pickle
from array import array

import pytest

from reportcite.batch.work.noting import kept_of, named, note
from reportcite.errors import ExitCode, InputError, Place
from reportcite.problems import Fix, Ignored
from reportcite.record.custom import LazyCustom
from reportcite.record.model import Record
from reportcite.record.places import FieldPlaces
from reportcite.record.rules import DUPLICATE_ID, TITLE_LANGUAGE
from reportcite.record.works.keys import stable_hash
from reportcite.record.works.traits import unpacked
from tests.formats.files import BOTH, file_of, read_file
from tests.record.works.works import work


def test_what_is_noted_comes_back() -> None:
    record = work(title="Soil", citation_key="c", DOI="10.1234/a")
    noted = note(record, b"kept")
    assert noted.kept == b"kept"
    assert named(noted.named) == ("a", "c", record.place, "Soil")
    assert unpacked(noted.traits).identifiers == ("DOI 10.1234/a",)
    assert noted.keys.typecode == array("Q").typecode
    assert noted.keys[0] == stable_hash("DOI 10.1234/a")


def test_what_is_kept_comes_back_with_all_that_was_found_in_a_record() -> None:
    record = work(title="Soil")
    fix = Fix("a", "b", "c")
    found = TITLE_LANGUAGE.found("it has none", place=Place("a.bib", 1))._replace(fix=fix)
    ignored = (Ignored(("isbn",), Place("a.bib", 1), False, ""),)
    record = record._replace(problems=(found, DUPLICATE_ID.of("cite and export").found("twice")))
    record = record._replace(places=FieldPlaces({"title": 0}, (1,), 2))
    assert kept_of(pickle.dumps((record, ignored))) == (record, ignored)
    kept = record._replace(custom=LazyCustom("marc", dict, {"300": ["2 v."]}))
    assert kept_of(pickle.dumps(kept)) == kept


@pytest.mark.parametrize("name", BOTH)
def test_what_is_kept_comes_back_whatever_format_it_was_read_in(name: str) -> None:
    plain = Record("a", "book", {"title": "Soil", "ISBN": "3-948289-82-4"}, Place("refs"))
    data, _ = file_of(name, plain)
    records = [one for one in read_file(name, data) if isinstance(one, Record)]
    assert records
    for record in records:
        assert kept_of(pickle.dumps((record, ()))) == (record, ())


@pytest.mark.parametrize(
    "data", [b"", b"\x80", b"{", b"[5]", b"[" * 100_000, b"\xff", b'["a", 1, 2]', b"null"]
)
def test_what_nobody_has_noted_is_named(data: bytes) -> None:
    for read in (named, kept_of, unpacked):
        with pytest.raises(InputError, match="a file of this run is damaged"):
            read(data)


@pytest.mark.parametrize("harmful", [os.system, Record.item, type])
def test_nothing_else_is_made_of_what_others_may_have_written(harmful: object) -> None:
    with pytest.raises(InputError, match="no part of a record"):
        kept_of(pickle.dumps(harmful))


class _Member:
    """Pickled as CPython before 3.11.4 pickles a member of an enumeration."""

    def __init__(self, *looked_up: object) -> None:
        self.looked_up = looked_up

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return getattr, self.looked_up


def test_of_what_is_looked_up_by_name_only_exit_codes_are_made() -> None:
    assert kept_of(pickle.dumps(_Member(ExitCode, "UNREADABLE"))) is ExitCode.UNREADABLE
    for other in (_Member(Record, "item"), _Member(ExitCode, "mro"), _Member(ExitCode)):
        with pytest.raises(InputError, match="a file of this run is damaged"):
            kept_of(pickle.dumps(other))
