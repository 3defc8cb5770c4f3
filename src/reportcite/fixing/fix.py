"""Fixes the content of a file: proposes changes, and keeps those that prove right when it is read.

Nothing here knows the grammar of a format. A change is tried where the value stands; the format's
own reader then says whether the record is the same but for it, and the finding is gone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Final, TypeAlias

from reportcite.fixing.proved import Result, fixes_of, wrong_fixes
from reportcite.fixing.splices import Change, Splice, apply, changes
from reportcite.fixing.text import Lines, Text, text_of
from reportcite.formats.format import Format, InPlace, Read
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.problems import Fix, Problem
from reportcite.tuples import NamedTuple

_MOST_ROUNDS: Final = 50

_Known: TypeAlias = tuple[int, str, Fix]


class Fixed(NamedTuple):
    """The content of a file, and the problems that are fixed in it, by their places; with
    `not_in_place` it has some that leave no doubt, but is of a format that is not fixed."""

    data: bytes
    problems: list[Problem]
    not_in_place: bool = False


class _File(NamedTuple):
    """How the text of one file is read."""

    name: str
    read: Read
    limits: Limits
    in_place: InPlace
    policy: Policy

    def results(self, text: Text) -> list[Result]:
        return list(self.read(BytesIO(text.encoded()), self.name, self.limits))


class _Proposal:
    """A problem of the record `index`, and the `change` that is tried, None where none is left.

    It `waits` for another round where another has its place in the file, or where it is not known
    which of several is wrong."""

    def __init__(self, index: int, problem: Problem, fix: Fix, ways: Iterator[Change]) -> None:
        self.index = index
        self.problem = problem
        self.fix = fix
        self._ways = ways
        self.change = next(ways, None)
        self.waits = False

    @property
    def known_as(self) -> _Known:
        return self.index, self.problem.rule.name, self.fix

    def go_on(self) -> None:
        """Try the next change."""
        self.change = next(self._ways, None)

    def wait(self) -> None:
        """Leave it to another round."""
        self.change, self.waits = None, True


def fixed(
    data: bytes,
    name: str,
    file_format: Format,
    limits: Limits = LIMITS,
    policy: Policy = POLICY,
) -> Fixed:
    """The content `data` of the file called `name`, with all that leaves no doubt put right, but
    for what rules find that are off.

    All other bytes are as they were, and to fix it again changes nothing.
    """
    assert file_format.read is not None
    if file_format.in_place is None:
        results = file_format.read(BytesIO(data), name, limits)
        some = any(
            policy.level_of(problem.rule, name) != "off"
            for result in results
            for problem, _ in fixes_of(result)
        )
        return Fixed(data, [], not_in_place=some)
    try:
        text = text_of(data)
    except UnicodeDecodeError:
        return Fixed(data, [])
    file = _File(name, file_format.read, limits, file_format.in_place, policy)
    results, done, failed = file.results(text), list[Problem](), set[_Known]()
    for _ in range(_MOST_ROUNDS):
        proposals = _proposals(file, text, results, failed)
        if not proposals:
            break
        text, results = _tried(file, text, results, proposals)
        now = [one.problem for one in proposals if one.change is not None]
        done += now
        if now:  # what failed beside these may do now
            failed.clear()
        failed |= {one.known_as for one in proposals if one.change is None and not one.waits}
    return Fixed(text.encoded(), sorted(done, key=_line_and_column))


def _line_and_column(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


def _proposals(
    file: _File, text: Text, results: list[Result], failed: set[_Known]
) -> list[_Proposal]:
    """One for each field that has a problem with a fix; the next of a field is for another round,
    when that has been read again."""
    lines = Lines(text.text, file.in_place.line_end)
    starts = {True: list[int](), False: list[int]()}
    found: list[_Proposal] = []
    for index, result in enumerate(results):
        fields: set[str] = set()
        for problem, fix in fixes_of(result):
            if fix.field in fields or (index, problem.rule.name, fix) in failed:
                continue
            if file.policy.level_of(problem.rule, file.name) == "off":
                continue
            fields.add(fix.field)
            of_member = "/" in fix.field
            ends = starts[of_member] = starts[of_member] or _starts(results, lines, of_member)
            start = lines.offset(problem.place.line, problem.place.column)
            after = bisect_right(ends, start)
            end = ends[after] if after < len(ends) else len(text.text)
            ways = changes(text.text, (start, end), _spellings(file.in_place, fix))
            found.append(_Proposal(index, problem, fix, ways))
    return found


def _spellings(in_place: InPlace, fix: Fix) -> list[tuple[str, str]]:
    if fix.as_written:
        return [(fix.old, fix.new)]
    field = fix.field.partition("/")[0]
    old, new = in_place.spellings(field, fix.old), in_place.spellings(field, fix.new)
    return [*zip(old, new, strict=True), *((fix.old, one) for one in new)]


def _starts(results: list[Result], lines: Lines, of_members: bool) -> list[int]:
    """Where records and their fields begin, and with `of_members` the members of lists, in
    order."""
    found: set[int] = set()
    for one in results:
        found.add(lines.offset(one.place.line, one.place.column))
        if not isinstance(one, Problem):
            found.update(
                lines.offset(*place)
                for name, place in one.places.items()
                if of_members or "/" not in name
            )
    return sorted(found)


def _tried(
    file: _File, text: Text, results: list[Result], proposals: list[_Proposal]
) -> tuple[Text, list[Result]]:
    """The text with all proposals that prove right, and what is read of it; the others have no
    change any more."""
    while splices := _apart(proposals):
        trial = text._replace(text=apply(text.text, splices))
        again = file.results(trial)
        wrong = _wrong(results, again, [one for one in proposals if one.change is not None])
        if not wrong:
            return trial, again
        for several in wrong:
            _reject(several)
    return text, results


def _reject(proposals: list[_Proposal]) -> None:
    """Of proposals of which one is wrong the second half waits; one alone tries another change."""
    if len(proposals) == 1:
        proposals[0].go_on()
    for one in proposals[(len(proposals) + 1) // 2 :]:
        one.wait()


def _apart(proposals: list[_Proposal]) -> list[Splice]:
    """The splices of all proposals; of two that overlap the second waits."""
    taken: list[Splice] = []
    for one in sorted(proposals, key=lambda one: one.problem.place[1:]):
        # Only those of the same field, or of the same line, can overlap.
        near = taken[-_NEAR:]
        if one.change is not None and _overlap(one.change, near):
            one.wait()
        taken += one.change or ()
    return taken


_NEAR: Final = 50


def _overlap(change: Change, taken: list[Splice]) -> bool:
    return any(
        (splice.start < other.end and other.start < splice.end) or splice[:2] == other[:2]
        for splice in change
        for other in taken
    )


def _wrong(
    results: list[Result], again: list[Result], proposals: list[_Proposal]
) -> list[list[_Proposal]]:
    """The proposals that do not what they are to do, or something else besides: alone, or several
    of which it may be any."""
    of_records: defaultdict[int, list[_Proposal]] = defaultdict(list)
    for one in proposals:
        of_records[one.index].append(one)
    wrong: list[list[_Proposal]] = []
    for index, (before, after) in enumerate(zip(results, again, strict=False)):
        own = of_records.get(index, [])
        found = wrong_fixes(before, after, [(one.problem.rule.name, one.fix) for one in own])
        if found is None:
            # Without a proposal of its own, one of another reaches into this record.
            wrong.append(own or proposals)
            if not own or len(again) != len(results):
                break  # what follows may stand at another number
        else:
            wrong += [[own[number]] for number in sorted(found)]
    return wrong or ([proposals] if len(again) != len(results) else [])
