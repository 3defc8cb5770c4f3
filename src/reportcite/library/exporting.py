"""Writes records as files of other programs' formats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportcite.errors import UsageError
from reportcite.library.writing import several, to_write
from reportcite.problems import Problem
from reportcite.record.model import Record

if TYPE_CHECKING:
    from reportcite.batch.work.sound import OnError


def export(
    records: Record | Iterable[Record],
    to: str,
    *,
    on_error: OnError | None = None,
    problems: list[Problem] | None = None,
) -> str:
    """The records, or the one record, as a file of the format called `to` (`bibtex`, `ris`, …).

    As for the command, a record of YAML or JSON Lines that has an error is left out, and one of
    another program's format is kept; `on_error` is `keep`, `skip` or `stop` for both. What the
    command reports of them is appended to `problems`. Without such a list the first record that
    would be left out raises InputError, unless `on_error` is `skip`; `stop` always does. Raises
    UsageError for a format that is unknown or cannot be written.

    >>> import reportcite
    >>> record = reportcite.Record.from_fields(id="kalt", title="Trust", issued=2024)
    >>> reportcite.export(record, to="jsonl", on_error="keep")
    '{"id": "kalt", "type": "report", "title": "Trust", "issued": {"date-parts": [[2024]]}}\\n'
    """
    from reportcite.formats.format import write_all
    from reportcite.formats.loss import Fields
    from reportcite.formats.registry import format_named
    from reportcite.formats.writing.keys import UniqueKeys

    target_format = format_named(to)
    write = target_format.write
    if write is None:
        raise UsageError(f"the format {target_format.name} can only be read, not written")
    keys = UniqueKeys()
    entries = [
        write(Fields(record), keys.of(record))
        for record in to_write(several(records), on_error, problems)
    ]
    return "".join(write_all(target_format, entries))
