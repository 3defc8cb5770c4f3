"""CITATION.cff, the Citation File Format 1.2.0: a file about software or data, or one that prefers
the record as its citation.

What a reference has no key for stands in its `notes` (`formats.reading.note_lines`). A file is
about one work; what it refers to follows in `references`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reportcite.formats.cff.fields import NAMES
from reportcite.formats.cff.kept import REFERENCE_ENTRY, ROOT_ENTRY, allowed, restored
from reportcite.formats.cff.people import fits_detail, people
from reportcite.formats.cff.read import NOTATION, about_work, own
from reportcite.formats.cff.reference import Node, file_about, file_of, reference_of
from reportcite.formats.cff.schema import ROOT
from reportcite.formats.loss import Fields
from reportcite.formats.reading.note_lines import read_lines, values_in
from reportcite.formats.writing.carry import NOT_UNICODE, carry_all, carry_details, drop_details
from reportcite.formats.writing.carry import Details as DetailsOfNames
from reportcite.formats.writing.note_lines import remainder
from reportcite.record.custom import detail_name, entry_name
from reportcite.record.fields import Value

REFERENCE_MARK: Final = "# This work is one that the file before refers to.\n"
"""How a file begins of which the work belongs into the `references` of another one."""

_ROOT_ONLY: Final = frozenset({"message"})
_NOT_ALLOWED: Final = "the schema of the format does not allow it"


def write(fields: Fields, key: str) -> str:
    """One whole CITATION.cff."""
    from reportcite.formats.writing.yaml import dump_yaml

    values = carry_all(fields, NOT_UNICODE)
    details = _details(fields, values)
    entries = _entries(fields)
    reference = reference_of(values, fields.record.type, details)
    document = None
    if ROOT_ENTRY not in fields.own("cff"):
        document = _file_about(fields, values, reference, entries)
    if document is None:
        document = _file_preferring(fields, values, reference, entries)
    is_reference = fields.own("cff").get(REFERENCE_ENTRY) is True
    return (REFERENCE_MARK if is_reference else "") + dump_yaml(document)


def join(work: str, references: Sequence[str]) -> str:
    """The file about a work, and those that it refers to, as one."""
    import yaml

    from reportcite.formats.writing.yaml import dump_yaml

    document: Node = yaml.load(work, yaml.BaseLoader)
    others = [yaml.load(text, yaml.BaseLoader) for text in references]
    document["references"] = [_as_reference(other) for other in others]
    return dump_yaml(document)


def _as_reference(document: Node) -> Node:
    if "preferred-citation" in document:
        found: Node = document["preferred-citation"]
        return found
    kind = "data" if document.get("type") == "dataset" else "software"
    rest = {key: value for key, value in document.items() if key not in ("cff-version", "message")}
    return {"type": kind, **{key: value for key, value in rest.items() if key != "type"}}


def _entries(fields: Fields) -> Node:
    """What was kept of a file and may be written again; the rest is declared as lost."""
    found: Node = {}
    kept = fields.own("cff")
    for key, value in kept.items():
        if key == REFERENCE_ENTRY and value is True:
            continue
        if key == ROOT_ENTRY and isinstance(value, dict):
            wrong = [one for one, part in value.items() if not allowed(one, part, root=True)]
            if not wrong and value:
                found[key] = value
                continue
        elif allowed(key, value, root=key in _ROOT_ONLY):
            found[key] = value
            continue
        fields.drop(entry_name("cff", key), _NOT_ALLOWED)
    return found


def _file_about(
    fields: Fields, values: dict[str, Value], reference: Node, entries: Node
) -> Node | None:
    """The file as one about the work itself; None where it cannot say all of the record."""
    about = file_about(reference, fields.record.type)
    if about is None or not about.keys() <= ROOT.keys():
        return None
    if any(key not in ROOT for key in entries):
        return None
    if remainder(fields, values, own(about_work(about)), NOTATION):
        return None
    message = {"message": entries["message"]} if "message" in entries else {}
    return restored(about, entries) | message


def _file_preferring(
    fields: Fields, values: dict[str, Value], reference: Node, entries: Node
) -> Node:
    """The file as one that prefers the record as its citation."""
    # The note stands there as it is, unless there is more to say or it reads as if there were.
    note = values.get("note")
    csl_type = fields.record.type
    if isinstance(note, str) and note and read_lines(note) is None:
        reference["notes"] = note
    if remainder(fields, values, own(reference, csl_type), NOTATION):
        reference.pop("notes", None)
        reference["notes"] = remainder(fields, values, own(reference, csl_type), NOTATION)
    document = file_of(reference)
    of_reference = {
        key: value for key, value in entries.items() if key not in (ROOT_ENTRY, *_ROOT_ONLY)
    }
    document["preferred-citation"] = restored(reference, of_reference)
    document |= {key: value for key, value in entries.items() if key in _ROOT_ONLY}
    root: Node = entries.get(ROOT_ENTRY, {})
    return document | root


def _details(fields: Fields, values: Mapping[str, Value]) -> dict[str, DetailsOfNames]:
    """What is known of contributors whose names come back as they are; what else is known, and what
    the schema does not allow, is declared as lost."""
    csl_type = fields.record.type
    if not fields.record.custom:
        return {}
    read = values_in(own(reference_of(values, csl_type, {}), csl_type), NOTATION)
    found: dict[str, DetailsOfNames] = {}
    for variable in NAMES:
        names = values.get(variable)
        if not isinstance(names, list) or not (known := carry_details(fields, variable, names)):
            continue
        if read.get(variable) != names:
            drop_details(fields, variable, "its name has no place of its own")
            continue
        found[variable] = known
        nodes = people(names)
        for number, some in enumerate(known, 1):
            for detail in some:
                key = "orcid" if detail == "ORCID" else detail
                if not fits_detail(nodes[number - 1], key, some):
                    fields.drop(detail_name(variable, number, detail), _NOT_ALLOWED)
    return found
