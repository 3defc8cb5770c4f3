"""The page of the formats: how they are called, and what each keeps of a record."""

from __future__ import annotations

from collections import Counter

from reportcite.formats.format import Format
from reportcite.formats.registry import FORMATS, format_named
from tests.formats.files import WRITTEN, reports
from tests.formats.test_round_trip import Report, fields_of, report_on
from tests.reference.markdown import code, codes, plain, table

_HEAD = """\
# Formats

A format is named by `--from` and `--to`, or follows from the suffix of a file; without either the
content decides. Any file may be packed as .gz or .zst. Some are fixed in place by `check --fix`,
and appended to by `--append`.
"""
_KEPT = """\
## What each format keeps

From {count} records of reports with {fields} fields, exported by each writer and, where the format
is read, too, read again and compared. *Changed*: the value is there, altered. *Dropped*: it is not
there. A number says in how many of the records that have the field. `export --report-loss` says it
of your own records.
"""
_DONE = ("read", "written", "fixed", "appended to")


def formats() -> str:
    records = reports()
    found = [report_on(record) for record in records]
    names = dict.fromkeys(field for record in records for field in fields_of(record))
    return "\n".join(
        [
            _HEAD,
            table(
                ["name", "what it is", "suffixes", "what is done"],
                map(_format, FORMATS),
            ),
            _KEPT.format(count=len(records), fields=len(names)),
            table(
                ["format", "changed", "dropped"],
                ([code(name), _lost(found, name, "changed"), _lost(found, name, "dropped")]
                 for name in WRITTEN),
            ),
            "### Why values are changed\n",
            table(["what is done to the value", "where"], _reasons(found)),
        ]
    )  # fmt: skip


def _format(name: str) -> list[str]:
    one: Format = format_named(name)
    answers = (one.read, one.write, one.in_place, one.appendable)
    done = ", ".join(what for what, answer in zip(_DONE, answers, strict=True) if answer)
    return [code(name), one.title, codes(FORMATS[name].suffixes), done]


def _lost(found: list[Report], name: str, kind: str) -> str:
    lost = Counter(
        loss.field for losses in found for loss in losses[name].values() if loss.kind == kind
    )
    return ", ".join(f"{code(field)} {count}" for field, count in sorted(lost.items())) or "nothing"


def _reasons(found: list[Report]) -> list[list[str]]:
    reasons: dict[str, dict[str, None]] = {}
    for losses in found:
        for name in WRITTEN:
            for loss in losses[name].values():
                if loss.kind == "changed":
                    reasons.setdefault(loss.reason, {})[name] = None
    return [[plain(reason), codes(reasons[reason])] for reason in sorted(reasons)]
