"""The page of the rules, from the rules themselves, with examples that a test runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportcite.cli.known_rules import all_rules
from reportcite.problems import Rule
from reportcite.values.isbns.ranges import range_date
from tests.reference.examples import WITHOUT, fails, passes, said_of
from tests.reference.markdown import block, plain, table

_LANGUAGES = {".yaml": "yaml", ".bib": "bibtex", ".json": "json", ".xml": "xml", ".csl": "xml"}

_HEAD = """\
# Rules

What `reportcite check --explain RULE` says of each. Errors are to be fixed, warnings are advice,
notices are for information; [settings](../configuration.md#rules) and comments in a record change
that.

Examples without the name of a file are lines of `record.yaml`, which is otherwise in order; those
of `style.csl` are a part of a style.
"""


def rules() -> str:
    found = sorted(all_rules().values(), key=lambda rule: rule.name)
    rows = ((f"[`{one.name}`](#{one.name})", one.severity, plain(one.what)) for one in found)
    return "\n".join([_HEAD, table(["rule", "", "what is found"], rows), *map(_rule, found)])


def _rule(rule: Rule) -> str:
    fixed = ", fixed by `--fix` where it leaves no doubt" if rule.fixable else ""
    lines = [f"## {rule.name}\n", f"*{rule.severity}*{fixed}\n"]
    lines += [f"{plain(one)}\n" for one in (rule.what, f"Why: {rule.why}", f"Fix: {rule.fix}")]
    for one in rule.elsewhere:
        lines.append(f"With {plain(one.where)}: *{one.severity}*. {plain(one.why)}\n")
    if rule.name in WITHOUT:
        return "\n".join([*lines, f"{WITHOUT[rule.name]}\n"])
    return "\n".join([*lines, *_example(rule.name)])


def _example(rule: str) -> Iterator[str]:
    wrong, right = fails(rule), passes(rule)
    findings = [one.replace(str(range_date()), "…") for one in said_of(wrong).about(rule)]
    yield "Fails:\n"
    yield from _files({wrong.file: wrong.shown, **wrong.others})
    yield block("\n".join([f"$ {wrong.command}", *findings]), "text")
    yield "Passes:\n"
    yield from _files({right.file: right.shown} if right.shown != wrong.shown else {})
    if right.command != wrong.command or right.shown == wrong.shown:
        yield block(f"$ {right.command}", "text")


def _files(files: Mapping[str, str]) -> Iterator[str]:
    yield from (_file(name, text) for name, text in files.items() if text.strip())


def _file(name: str, text: str) -> str:
    heading = f"`{name}`\n\n" if name != "record.yaml" else ""
    return heading + block(_visible(text.strip("\n")), _LANGUAGES.get(Path(name).suffix, "text"))


def _visible(text: str) -> str:
    """`text` in which control characters are shown by their symbols."""
    return "".join(chr(ord(one) + 0x2400) if one < " " and one != "\n" else one for one in text)
