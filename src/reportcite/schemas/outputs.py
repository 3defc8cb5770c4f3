"""The JSON Schemas of what commands print as JSON, in draft-07.

A schema of these names all members, each of which is always there. A member that is taken away, or
comes to mean something else, makes a new version; one that is added does not, so that none of the
objects is closed to others.
"""

from __future__ import annotations

from typing import Final

from reportcite.problems import SEVERITIES
from reportcite.schemas.values import Schema

_TEXT: Final[Schema] = {"type": "string"}
_BOOLEAN: Final[Schema] = {"type": "boolean"}
_CODE: Final[Schema] = {"type": ["string", "number"]}
_FLAG: Final[Schema] = {"type": ["boolean", "number", "null"]}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_SEVERITY: Final[Schema] = {"enum": [*SEVERITIES]}


def _text(description: str) -> Schema:
    return {**_TEXT, "description": description}


def _count(description: str) -> Schema:
    return {**_COUNT, "description": description}


def _object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "required": [*properties]}


def _array(members: Schema) -> Schema:
    return {"type": "array", "items": members}


_PLACE: Final[dict[str, Schema]] = {
    "file": _text("The file as it was named; empty where there is none."),
    "line": _count("Counted from 1; 0 where it is not known."),
    "column": _count("Counted from 1; 0 where it is not known."),
    "record": _text("The id of the record; empty for what could not become one."),
}
_RULE: Final = _text("The name of the rule; `reportcite check --explain` says more.")
_SUGGESTION: Final = _text("How to fix it, or empty.")

_FIX: Final[dict[str, Schema]] = {
    "field": _text("The field, or the name in a list of names, such as author/1."),
    "old": _text("What becomes another text; in .bib it may be LaTeX, as it stands in the file."),
    "new": _text("What it becomes."),
}


def findings() -> Schema:
    """`check --format json`."""
    finding = {
        "rule": _RULE,
        "severity": _SEVERITY,
        "message": _TEXT,
        "suggestion": _SUGGESTION,
        **_PLACE,
        "fix": {
            "anyOf": [_object(_FIX), {"type": "null"}],
            "description": "What --fix does in the file; null where that is in doubt.",
        },
    }
    return _array(_object(finding))


def rules() -> Schema:
    """`check --list-rules --json`."""
    rule = {
        "rule": _RULE,
        "severity": {"enum": [*SEVERITIES, "off"], "description": "As it is judged here."},
        "default": {**_SEVERITY, "description": "As it is judged where nothing is set."},
        "what": _text("What it finds."),
        "why": _text("Why it matters."),
        "fix": _text("How to fix it."),
    }
    return _array(_object(rule))


def config() -> Schema:
    """`config --json`."""
    setting = {
        "setting": _text("Its name; with that of a command before it, if it is for that alone."),
        "value": {"description": "As a file of settings has it."},
        "source": {"enum": ["default", "file", "variable"]},
        "file": _text("The file that sets it, or empty."),
        "line": _count("Its line there, or 0."),
        "variable": _text("The variable that sets it, or empty."),
    }
    files = {**_array(_TEXT), "description": "The files that are read."}
    return _object({"files": files, "settings": _array(_object(setting))})


def messages() -> Schema:
    """A line of `--messages json`."""
    message = {
        "kind": {
            "enum": ["finding", "failure", "note"],
            "description": "What was found in data; why the run failed; how it went.",
        },
        "severity": _SEVERITY,
        "rule": _text("The name of the rule of a finding, else empty."),
        "message": _TEXT,
        "suggestion": _SUGGESTION,
        **_PLACE,
    }
    return _object(message)


_WHERE: Final[dict[str, Schema]] = {
    "row": _count("The row of a table, 0 for none."),
    "line": _count("The line of a file, 0 for none."),
    "typed": _text("The identifier as it was written."),
    "valid": _BOOLEAN,
    "reason": _text("Why it is not valid; empty if it is."),
}


def _isbn() -> Schema:
    return _object(
        {
            **_WHERE,
            "isbn13": _text("13 digits, or empty."),
            "isbn10": _text("10 digits, the last perhaps an X, or empty."),
            "hyphenated": _text("As it was written, 13 or 10 digits, with hyphens."),
            "hyphenated13": _TEXT,
            "hyphenated10": _TEXT,
            "hyphens-are-wrong": _BOOLEAN,
            "doubt": _TEXT,
            "group": _text("The registration group, such as 978-3."),
            "agency": _text("The agency of the group."),
            "registrants": _text("The range of the publisher, such as 900000-949999."),
            "expected-check-digit": _TEXT,
            "candidates": {**_array(_TEXT), "description": "What it may have been."},
            "ranges-of": _text("The day of the table of ranges."),
        }
    )


def _identifier() -> Schema:
    return _object(
        {
            **_WHERE,
            "kind": _text("ISSN, ORCID, …; empty where it is not known."),
            "normalized": _text("How it is written."),
            "link": _text("The address it leads to, or empty."),
            "suggestion": _text("What it may have been, or empty."),
        }
    )


def isbns() -> Schema:
    """`isbn --json`."""
    return _array(_isbn())


def isbn_line() -> Schema:
    """A line of `isbn --jsonl`."""
    return _isbn()


def identifiers() -> Schema:
    """`id --json`."""
    return _array(_identifier())


def identifier_line() -> Schema:
    """A line of `id --jsonl`."""
    return _identifier()


def listed() -> Schema:
    """`list --json`."""
    row = {
        "key": _text("What the record is cited by."),
        "author": _TEXT,
        "year": _TEXT,
        "title": _TEXT,
        "type": _text("A type of CSL."),
    }
    return _array(_object(row))


def styles() -> Schema:
    """`styles --json`."""
    style = {
        "name": _text("A name for `cite --style`."),
        "title": _TEXT,
        "parent": _text("The style that this one stands for, or empty."),
    }
    return _array(_object(style))


def verified() -> Schema:
    """`verify --json`."""
    reference = {
        "file": _TEXT,
        "line": _count("Where the reference begins; 0 for a record without one."),
        "reference": _text("The reference as it was pasted."),
        "key": _text("The record that fits, or empty."),
        "verdict": {"enum": ["same", "differs", "no-record", "no-reference"]},
        "difference": _text("Words that differ, as [-pasted-] and {+printed+}."),
    }
    return _array(_object(reference))


def rendered() -> Schema:
    """The answer of `render`."""
    entry = _object({"id": _TEXT, "text": _TEXT})
    return _object(
        {
            "citations": {**_array(_TEXT), "description": "As they are asked for."},
            "bibliography": _array(entry),
            "warnings": _array(_TEXT),
        }
    )


def rendered_line() -> Schema:
    """A line of `render --lines`."""
    return {"anyOf": [rendered(), _object({"error": _TEXT})]}


def render_request() -> Schema:
    """What `render` reads."""
    reference = {"type": "object", "required": ["id"], "properties": {"id": _CODE}}
    return {
        "type": "object",
        "properties": {
            "style": _text("A name, a path or the style’s XML; apa if left out."),
            "locale": _text("A tag such as de-DE."),
            "format": _text("As of `cite --format`."),
            "references": {**_array(reference), "description": "CSL-JSON."},
            "citations": {
                **_array(_citation_request()),
                "description": "In the order of the document.",
            },
            "abbreviations": {"type": "object", "description": "Jurisdiction → variable → forms."},
            "links": {**_BOOLEAN, "description": "False for none."},
        },
    }


def _citation_request() -> Schema:
    properties = {
        "mode": {"enum": ["", "composite", "author-only", "suppress-author"]},
        "noteIndex": {"type": "integer"},
        "infix": _TEXT,
        "unsorted": _FLAG,
        "prefix": _TEXT,
        "suffix": _TEXT,
    }
    return {
        "type": "object",
        "properties": {
            "citationID": _CODE,
            "citationItems": _array(_cite_request()),
            "properties": {"type": "object", "properties": properties},
        },
    }


def _cite_request() -> Schema:
    return {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": _CODE,
            "locator": {"type": ["string", "number", "null"]},
            "label": {"type": ["string", "null"]},
            "prefix": {"type": ["string", "null"]},
            "suffix": {"type": ["string", "null"]},
            "suppress-author": _FLAG,
            "author-only": _FLAG,
        },
    }


def gitlab() -> Schema:
    """`check --format gitlab`."""
    location = _object({"path": _TEXT, "lines": _object({"begin": {**_COUNT, "minimum": 1}})})
    issue = {
        "description": _TEXT,
        "check_name": _RULE,
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": location,
    }
    return _array(_object(issue))
