"""Findings as a page to mail: one file without scripts, in German or English."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType
from typing import Final

from reportcite.cli.reports.finding import Finding, uri_of
from reportcite.cli.reports.german import GERMAN
from reportcite.cli.reports.german_messages import german_hint, german_message
from reportcite.problems import SEVERITIES, Rule

_WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "en": {
            "title": "Findings in bibliographic records",
            "none": "Nothing was found.",
            "rules": "By rule",
            "records": "By record",
            "rule": "Rule",
            "severity": "Severity",
            "count": "Findings",
            "fix": "What to do:",
            "no-record": "no record",
            "error": "error",
            "warning": "warning",
            "notice": "notice",
            "errors": "errors",
            "warnings": "warnings",
            "notices": "notices",
        },
        "de": {
            "title": "Befunde in bibliographischen Datensätzen",
            "none": "Es wurde nichts gefunden.",
            "rules": "Nach Regeln",
            "records": "Nach Datensätzen",
            "rule": "Regel",
            "severity": "Schwere",
            "count": "Befunde",
            "fix": "Was zu tun ist:",
            "no-record": "kein Datensatz",
            "error": "Fehler",
            "warning": "Warnung",
            "notice": "Hinweis",
            "errors": "Fehler",
            "warnings": "Warnungen",
            "notices": "Hinweise",
        },
    }
)

_STYLE: Final = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{border-bottom:2px solid #ccc;margin-top:2.5rem}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
td.n,th.n{text-align:right}
code{overflow-wrap:anywhere}
li{margin:.3rem 0;overflow-wrap:anywhere}
.error{color:#a40000}.warning{color:#8a5a00}.notice{color:#444}
.severity{font-weight:600}
@media (prefers-color-scheme:dark){:root{color-scheme:dark}
h2{border-color:#555}td,th{border-color:#444}
.error{color:#ff8a80}.warning{color:#ffc46b}.notice{color:#bbb}}
@media print{a{color:inherit;text-decoration:none}section{break-inside:avoid}}
"""


def as_html(findings: Iterable[Finding], language: str = "en") -> Iterator[str]:
    """The page: counts, then all findings by rule, then by record; `language` is en or de.

    All findings are kept in memory, as each stands in the page twice.
    """
    words = _WORDS[language]
    known = [*findings]
    counts = Counter(finding.problem.severity for finding in known)
    yield (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{words['title']}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{words['title']}</h1>\n"
    )
    if not known:
        yield f"<p>{words['none']}</p>\n"
    else:
        numbers = ", ".join(
            f"{counts[one]} {words[one if counts[one] == 1 else f'{one}s']}" for one in SEVERITIES
        )
        yield f"<p>{numbers}</p>\n"
        yield from _by_rule(known, words, language)
        yield from _by_record(known, words, language)
    yield "</body>\n</html>\n"


def _by_rule(findings: list[Finding], words: Mapping[str, str], language: str) -> Iterator[str]:
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.problem.rule.name].append(finding)
    ordered = sorted(groups.values(), key=_worst_and_most)
    yield f"<h2>{words['rules']}</h2>\n<table>\n<thead><tr><th>{words['rule']}</th>"
    yield f'<th>{words["severity"]}</th><th class="n">{words["count"]}</th></tr></thead>\n<tbody>\n'
    for group in ordered:
        rule = group[0].problem.rule
        yield f'<tr><td><a href="#rule-{rule.name}">{rule.name}</a></td>'
        yield f"<td>{_severity(rule.severity, words)}</td>"
        yield f'<td class="n">{len(group)}</td></tr>\n'
    yield "</tbody>\n</table>\n"
    for group in ordered:
        rule = group[0].problem.rule
        yield f'<section id="rule-{rule.name}">\n<h3>{rule.name} ({len(group)})</h3>\n'
        yield _explanation(rule, words, language)
        yield "<ul>\n"
        for finding in group:
            record = escape(_visible(finding.record) or words["no-record"])
            yield f"<li>{record}, {_place(finding)}: {_message(finding, language)}</li>\n"
        yield "</ul>\n</section>\n"


def _worst_and_most(group: list[Finding]) -> tuple[int, int, str]:
    rule = group[0].problem.rule
    return SEVERITIES.index(rule.severity), -len(group), rule.name


def _by_record(findings: list[Finding], words: Mapping[str, str], language: str) -> Iterator[str]:
    groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.problem.place.file, finding.record].append(finding)
    yield f"<h2>{words['records']}</h2>\n"
    for (file, record), group in groups.items():
        name = escape(_visible(record) or words["no-record"])
        yield f"<section>\n<h3>{name} ({len(group)})</h3>\n"
        yield f"<p><code>{escape(_visible(file))}</code></p>\n<ul>\n"
        for finding in group:
            rule = finding.problem.rule
            said = _message(finding, language)
            yield f"<li>{_severity(rule.severity, words)} {_place(finding)}: {said} "
            yield f'<a href="#rule-{rule.name}">{rule.name}</a></li>\n'
        yield "</ul>\n</section>\n"


def _severity(severity: str, words: Mapping[str, str]) -> str:
    return f'<span class="severity {severity}">{words[severity]}</span>'


def _explanation(rule: Rule, words: Mapping[str, str], language: str) -> str:
    german = GERMAN.get(rule.name) if language == "de" else None
    what, fix = german or (f"{rule.what} {rule.why}", rule.fix)
    mark = "" if german or language == "en" else ' lang="en"'
    return (
        f"<p{mark}>{escape(what)}</p>\n"
        f"<p><strong>{words['fix']}</strong> <span{mark}>{escape(fix)}</span></p>\n"
    )


def _message(finding: Finding, language: str) -> str:
    """The message and what to do, each in English where there is no German for it."""
    message, hint = finding.problem.message, finding.problem.suggestion
    said = _spoken(message, german_message(message) if language == "de" else "")
    if not hint:
        return said
    return f"{said} ({_spoken(hint, german_hint(hint) if language == 'de' else '')})"


def _spoken(english: str, german: str) -> str:
    if german:
        return escape(_visible(german))
    return f'<span lang="en">{escape(_visible(english))}</span>'


def _place(finding: Finding) -> str:
    """The place, with a link to the file where it is one."""
    place = finding.problem.place
    text = f"<code>{escape(_visible(str(place)))}</code>"
    if place.file.startswith("<"):
        return text
    return f'<a href="{escape(uri_of(place.file))}">{text}</a>'


def _visible(text: str) -> str:
    from reportcite.cli.terminal import escape_line

    return escape_line(text)
