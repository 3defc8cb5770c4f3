"""Adds records to a folder, a file each, and no work twice."""

from __future__ import annotations

import io
from pathlib import Path

from reportcite.batch.chunks import read
from reportcite.batch.naming import file_stem
from reportcite.batch.rules import ALREADY_THERE, KEY_TAKEN
from reportcite.batch.sink import naming
from reportcite.errors import Place
from reportcite.files import is_folder
from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.registry import FORMATS
from reportcite.formats.rules import EMPTY_FILE
from reportcite.formats.writing.keys import UniqueKeys, base_key
from reportcite.problems import Problem, shown
from reportcite.record.assemble.record import with_id
from reportcite.record.checks.check import check
from reportcite.record.model import Record
from reportcite.record.selection import key_of
from reportcite.record.works.identifiers import identifiers
from reportcite.record.works.judge import OTHER_TITLE, THRESHOLD, Likeness, compare
from reportcite.record.works.keys import keys_of
from reportcite.record.works.kinds import kind_of
from reportcite.record.works.traits import Traits, traits_of
from reportcite.tuples import NamedTuple


class Written(NamedTuple):
    """A record as an entry: its text, the record as it is read from that, whose places are in the
    file it is for, and what is wrong with it."""

    text: str
    record: Record
    problems: list[Problem]


def written(record: Record, key: str, file: str, file_format: Format, heading: str = "") -> Written:
    """`record` in a format that is read and written, with the id `key`, behind `heading`, checked
    as it will be read from `file`.

    What was found while it was read before, and is not found in the text again, is told, too: as a
    warning, since the record is kept.
    """
    assert file_format.write is not None and file_format.read is not None
    text = heading + file_format.write(Fields(with_id(record, key)), key)
    results = list(file_format.read(io.BytesIO(text.encode()), file))
    found = [one for one in results if isinstance(one, Problem)]
    # What is larger than what is read comes out all the same, with a problem.
    again = next((one for one in results if isinstance(one, Record)), with_id(record, key))
    found += check(again)
    said = {(one.rule.name, one.message) for one in found}
    before = [one for one in record.problems if (one.rule.name, one.message) not in said]
    return Written(text, again, [one.kept() if one.is_error else one for one in before] + found)


def wanted_key(record: Record) -> str:
    """The key that `record` asks for, fit for the name of a file: its id, if it comes from one of
    this project's own formats."""
    return file_stem(record.id if record.own else base_key(record))


class Folder:
    """A folder of records, and what is known of those in it."""

    def __init__(self, path: str, file_format: Format, heading: str = "") -> None:
        """Read what is in the folder; it need not exist. What cannot be read is passed over. New
        files are of `file_format`, which is read and written and of one record each, and begin
        with `heading`."""
        self.path = Path(path)
        self._format = file_format
        self._heading = heading
        self._keys = UniqueKeys()
        self._works: dict[str, list[tuple[Record, Traits]]] = {}
        if is_folder(self.path):
            for result in read([path]):
                if isinstance(result, Record):
                    self._keys.unique(file_stem(key_of(result)))
                    self._note(result)

    def add(self, record: Record) -> tuple[Path | None, list[Problem]]:
        """Write `record` to a file of its own, and return that and what is wrong with the record;
        None where it says nothing, or the work is in the folder already, as the problem says.

        No file is ever overwritten: where the key is taken, the next that is free is. Raises
        OutputError where the folder cannot be written to.
        """
        if not record.fields:
            message, hint = "no field is filled in", "write at least its title"
            return None, [EMPTY_FILE.found(message, hint, record.place)]
        if twin := self._twin(record):
            name, known = twin
            message = f"{name} is in {known.place.file} already, as {shown(key_of(known))}"
            hint = "--print shows the new record"
            return None, [ALREADY_THERE.found(message, hint, record.place)]
        wanted = wanted_key(record)
        with naming(str(self.path)):
            self.path.mkdir(parents=True, exist_ok=True)
        while True:
            key = self._keys.unique(wanted)
            path = self.path / f"{key}{FORMATS[self._format.name].suffixes[0]}"
            result = written(record, key, str(path), self._format, self._heading)
            if _create(path, result.text):
                break
        self._note(result.record)
        if key == wanted:
            return path, result.problems
        message = f"another work has the key {shown(wanted)}: this one is {shown(key)}"
        return path, [KEY_TAKEN.found(message, "", Place(str(path))), *result.problems]

    def _note(self, record: Record) -> None:
        traits = traits_of(record)
        for key in keys_of(traits):
            self._works.setdefault(key, []).append((record, traits))

    def _twin(self, record: Record) -> tuple[str, Record] | None:
        """What tells that `record` is about a work that is there already, and the record of it."""
        traits = traits_of(record)
        for key in keys_of(traits):
            for known, others in self._works.get(key, ()):
                likeness = compare(traits, others)
                named = likeness.shared and likeness.against == OTHER_TITLE
                if likeness.reaches(THRESHOLD) or named:
                    return _shared(record, likeness), known
        return None


def _shared(record: Record, likeness: Likeness) -> str:
    """Words for what `record` has in common with another of its work."""
    for one in identifiers(kind_of(record.type, record.fields), record.fields):
        if str(one) in likeness.shared:
            return f"the {one.kind} {shown(one.text)}"
    return f"a work of the title {shown(str(record.fields.get('title', '')))}"


def _create(path: Path, text: str) -> bool:
    """Whether `path` was free, and is a file of `text` now. Raises OutputError where it cannot be
    written; then it is not there."""
    with naming(str(path)):
        try:
            file = path.open("x", encoding="utf-8", newline="\n")
        except FileExistsError:
            return False
        try:
            with file:
                file.write(text)
        except OSError:
            path.unlink()
            raise
    return True
