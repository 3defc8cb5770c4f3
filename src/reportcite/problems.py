"""What is said about data: rules, and the problems that are made from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Final, Literal, TypeAlias

from reportcite.errors import ExitCode, Place
from reportcite.tuples import NamedTuple

Severity: TypeAlias = Literal["error", "warning", "notice"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "notice")
"""The worst first."""

NOWHERE: Final = Place("")
"""The place of a problem before it is known where its value stands."""


class Judgement(NamedTuple):
    """How severe a rule is somewhere else than usual: in a format, or with an option.

    `why` is a sentence for the user; `exit` is None where the rule's own counts.
    """

    where: str
    severity: Severity
    why: str
    exit: ExitCode | None = None


KEPT: Final = Judgement(
    "cite and export, in files of other programs",
    "warning",
    "The record is kept, and the value as it was typed; --on-error skip leaves it out.",
)
"""How an error in a record of another program's format is judged where records are written: it is
not for a converter to refuse what its source never had."""


class Fix(NamedTuple):
    """How a value is put right without a doubt: `old`, which stands in it once, becomes `new`.

    `field` is the field of the value, or the member of a list of names (`author/1`), "" before it
    is known. Where they are `as_written`, old and new are what stands in the file, in its notation.

    >>> import reportcite
    >>> record = reportcite.Record.from_fields(title="Trust", DOI="doi:10.1234/trust")
    >>> [problem.fix for problem in reportcite.check(record) if problem.fix]
    [Fix(old='doi:10.1234/trust', new='10.1234/trust', field='DOI', as_written=False)]
    """

    old: str
    new: str
    field: str = ""
    as_written: bool = False


class Rule(NamedTuple):
    """What all problems of one name have in common; problems are made from it, by `found`.

    `what`, `why` and `fix` are sentences for the user. `exit` is how a run ends that has such a
    problem, if it is an error. `elsewhere` are the places that judge it otherwise. `whole_file`
    says that it is found in a file or folder as a whole, and that no record is behind it; `once`,
    that it is reported once in a run, however often it is found. Problems of a `fixable` rule come
    with a `Fix`, all of them or some.

    >>> import reportcite
    >>> record = reportcite.Record.from_fields(title="Trust", author="none", issued="2024")
    >>> rule = reportcite.check(record)[0].rule
    >>> rule.name, rule.severity
    ('required-field', 'error')
    """

    name: str
    severity: Severity
    what: str
    why: str
    fix: str
    exit: ExitCode = ExitCode.FINDINGS
    elsewhere: tuple[Judgement, ...] = ()
    whole_file: bool = False
    once: bool = False
    fixable: bool = False

    def of(self, where: str) -> Rule:
        """The rule as it is judged in `where`, which must be one of `elsewhere`.

        Raises KeyError for any other.
        """
        judgement = {one.where: one for one in self.elsewhere}[where]
        exit_code = self.exit if judgement.exit is None else judgement.exit
        return self._replace(severity=judgement.severity, exit=exit_code)

    def judges_otherwise(self, where: str) -> bool:
        """Whether `where` is one of `elsewhere`."""
        return any(one.where == where for one in self.elsewhere)

    def found(
        self,
        message: str,
        suggestion: str = "",
        place: Place = NOWHERE,
        fix: Fix | None = None,
    ) -> Problem:
        """The problem that `message` describes; `suggestion` says how to fix it, or is empty, and
        `fix` how a program does, where that leaves no doubt."""
        return Problem(self, message, place, suggestion, fix)


class Problem(NamedTuple):
    """One finding about data: a value, never raised; all of them are collected and reported.

    `record` is the id of the record it was found in, once that is known, or "".

    >>> import reportcite
    >>> problem = reportcite.check(reportcite.Record.from_fields(title="Trust"))[0]
    >>> problem.severity, problem.rule.name, problem.message
    ('error', 'required-field', 'a record of type report needs author or editor')
    >>> problem.suggestion
    'add the authors, or “author: none” if the publication names nobody'
    """

    rule: Rule
    message: str
    place: Place = NOWHERE
    suggestion: str = ""
    fix: Fix | None = None
    record: str = ""

    @property
    def severity(self) -> Severity:
        """How serious it is, as its rule says: error, warning or notice."""
        return self.rule.severity

    @property
    def is_error(self) -> bool:
        """Whether it keeps a record from being written, and a run from ending well."""
        return self.rule.severity == "error"

    @property
    def full_message(self) -> str:
        """The message, and in brackets how to fix it: `message (suggestion)`."""
        return f"{self.message} ({self.suggestion})" if self.suggestion else self.message

    def judged(self, where: str) -> Problem:
        """The problem as `where` judges it, such as a format; as it is, where that says nothing."""
        otherwise = self.rule.judges_otherwise(where)
        return self._replace(rule=self.rule.of(where)) if otherwise else self

    def at(self, place: Place) -> Problem:
        """The problem at `place`."""
        return self._replace(place=place)

    def of_record(self, id_: str) -> Problem:
        """The problem as one of the record `id_`."""
        return self._replace(record=id_)

    def about(self, field: str, place: Place) -> Problem:
        """The problem of `field`, which stands at `place`."""
        fix = self.fix and self.fix._replace(field=field)
        return self._replace(place=place, fix=fix)

    def kept(self) -> Problem:
        """The problem as it is judged in a record that is kept all the same (see `KEPT`)."""
        return self._replace(rule=self.rule._replace(severity=KEPT.severity))

    def __str__(self) -> str:
        """The line users read: `file:line:col: severity rule: message (suggestion)`."""
        return f"{self.place}: {self.severity} {self.rule.name}: {self.full_message}"


def covers(name: str, rule: str) -> bool:
    """Whether `name` names the rule called `rule`, in full or by words it begins with.

    >>> covers("isbn", "isbn-checksum"), covers("isbn-check", "isbn-checksum")
    (True, False)
    """
    return rule == name or rule.startswith(f"{name}-")


class Ignored(NamedTuple):
    """That the author of a record has rules find nothing in the line of `place`, or in the `whole`
    record; `names` are those that `covers` compares, none where the comment was not understood."""

    names: tuple[str, ...]
    place: Place
    whole: bool
    text: str

    def silences(self, problem: Problem) -> bool:
        """Whether `problem`, which was found in the record, is to be passed over."""
        here = self.whole or (problem.place.line == self.place.line)
        return here and any(covers(name, problem.rule.name) for name in self.names)


def rules_in(*modules: ModuleType) -> dict[str, Rule]:
    """The rules that stand in `modules`, by their names, in order."""
    found: dict[str, Rule] = {}
    for module in modules:
        for value in vars(module).values():
            several = [*value.values()] if isinstance(value, Mapping) else [value]
            found |= {rule.name: rule for rule in several if isinstance(rule, Rule)}
    return found


def as_members(problem: Problem, record: str) -> dict[str, object]:
    """`problem`, found in the record with the id `record`, as the members of an object of JSON:
    texts, the line and column as numbers, and its fix as an object or None."""
    place, fix = problem.place, problem.fix
    return {
        "rule": problem.rule.name,
        "severity": problem.severity,
        "message": problem.message,
        "suggestion": problem.suggestion,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "record": record,
        "fix": {"field": fix.field, "old": fix.old, "new": fix.new} if fix else None,
    }


def shown(text: str) -> str:
    r"""`text` in quotation marks for a message: short, and nothing in it a terminal obeys.

    White space is one space, other invisible characters are shown by their codes: `\x1b`.
    """
    short = f"{text[:40]}…" if len(text) > 40 else text
    if not short.isprintable():
        short = "".join([_visible(c) for c in short])
    return f"“{short}”"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else character.encode("unicode_escape").decode("ascii")
