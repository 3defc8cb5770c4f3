"""How findings are judged where a user says so: which rules are off, and how severe others are.

A rule is named in full (`isbn-checksum`), or with others by the words they begin with (`isbn`);
of several names for one rule the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from reportcite.errors import ExitCode
from reportcite.path_patterns import PathPatterns
from reportcite.problems import SEVERITIES, Problem, Rule, Severity, covers
from reportcite.tuples import NamedTuple

Level: TypeAlias = Severity | Literal["off"]
"""How severe a rule is, or that it finds nothing."""

LEVELS: Final[tuple[Level, ...]] = (*SEVERITIES, "off")

_NO_LEVELS: Final[Mapping[str, Level]] = {}  # as a proxy it could not be pickled


class Override(NamedTuple):
    """The levels of rules in some files."""

    files: PathPatterns
    levels: Mapping[str, Level]


class Policy(NamedTuple):
    """How a run judges findings.

    `levels` are those of rules in all files; of `overrides`, the last that names a file counts.
    Before all of these come the names given with the command: with `select` all rules that it does
    not name are off, and so are those that `ignore` names. Findings that a file cannot be read are
    never off: the result would look as if it were whole.
    """

    levels: Mapping[str, Level] = _NO_LEVELS
    overrides: tuple[Override, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def raises(self) -> bool:
        """Whether some rule may be more severe than it is by itself."""
        several = (self.levels, *(one.levels for one in self.overrides))
        return any("error" in levels.values() for levels in several)

    def judged(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems that are not off, as severe as is asked for."""
        if not any(self):
            return [*problems]
        return [
            judged
            for problem in problems
            if (judged := self._judged(problem, problem.place.file)) is not None
        ]

    def level_of(self, rule: Rule, file: str = "") -> Level:
        """How severe `rule` is in `file`, or without one where nothing is said of files."""
        if rule.exit == ExitCode.UNREADABLE:
            return rule.severity
        name = rule.name
        selected = max((one for one in self.select if covers(one, name)), key=len, default="")
        ignored = max((one for one in self.ignore if covers(one, name)), key=len, default="")
        if (self.select and not selected) or len(ignored) > len(selected):
            return "off"
        level = self._set_level(name, file)
        # What the command asks for by its name is not off because a file says so.
        return rule.severity if level is None or (level == "off" and selected) else level

    def _judged(self, problem: Problem, file: str) -> Problem | None:
        level = self.level_of(problem.rule, file)
        if level == "off":
            return None
        if level == problem.rule.severity:
            return problem
        return problem._replace(rule=problem.rule._replace(severity=level))

    def _set_level(self, rule: str, file: str) -> Level | None:
        """What is set for the rule called `rule` in `file`; None where nothing is."""
        for override in reversed(self.overrides if file else ()):
            level = _longest(override.levels, rule)
            if level is not None and override.files.matched(file):
                return level
        return _longest(self.levels, rule)


POLICY: Final = Policy()
"""Every rule as it is."""


def _longest(levels: Mapping[str, Level], rule: str) -> Level | None:
    """The level under the longest name of the rule called `rule`."""
    name = rule
    while name not in levels:
        name, hyphen, _ = name.rpartition("-")
        if not hyphen:
            return None
    return levels[name]
