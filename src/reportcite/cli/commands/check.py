"""`reportcite check`: what is wrong with records, and what they lack."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from reportcite.cli.cluster.options import Cluster, Parts, Resume, Shard, of_input, parts_option
from reportcite.cli.fixes import NO_FIXES, Fixes, fix_files
from reportcite.cli.known_rules import all_rules, listed, names, require
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import REPORT_LANGUAGES, Output, ReportLanguage
from reportcite.cli.report import FAIL_ON, Reporting, Tally
from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.formats import NAMES, Report, format_for
from reportcite.cli.terminal import ReaderGone
from reportcite.errors import ExitCode, UsageError
from reportcite.problems import KEPT, Problem, Rule, covers, rules_in
from reportcite.suggest import choose

if TYPE_CHECKING:
    from reportcite.batch.grouping.gathered import Gathered
    from reportcite.batch.work.check import Checked, CheckSettings
    from reportcite.cli.progress import Advance
    from reportcite.policy import Policy


def _rule() -> list[str]:
    return [*all_rules()]


def _rules(incomplete: str) -> list[str]:
    """The name that is being typed, behind those that are there."""
    from reportcite.cli.completion import continued

    return continued(incomplete, ",", names())


@reads_records
def check(
    source: Input,
    reporting: Reporting,
    report_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to report findings: text, json (one array), github (annotations), gitlab "
            "(code quality), junit, csv, xlsx, sarif, or html (a page to send by mail). Without it "
            "the name of FILE decides.",
            autocompletion=lambda: list(NAMES),
        ),
    ] = "",
    output: Output = "",
    language: ReportLanguage = "en",
    duplicates: Annotated[
        bool,
        typer.Option(
            "--duplicates",
            help="Look for records of one work, too: by DOI and PMID, or by title, year and first "
            "author, as merge does; the same id or ISBN is always found.",
        ),
    ] = False,
    explain: Annotated[
        str,
        typer.Option(
            metavar="RULE",
            help="Say what RULE finds, why it matters and how to fix it; nothing is checked.",
            autocompletion=_rule,
        ),
    ] = "",
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE,...",
            show_default=False,
            help="Only what these rules find: names, or the words that names begin with, such as "
            "isbn for all of isbn-…; repeatable. Files that cannot be read are always named.",
            autocompletion=_rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE,...",
            show_default=False,
            help="Nothing of what these rules find; of --select and --ignore the longer name "
            "counts.",
            autocompletion=_rules,
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="The lowest severity that makes the exit code 1: error, warning or never.",
            autocompletion=lambda: list(FAIL_ON),
        ),
    ] = "error",
    list_rules: Annotated[
        bool,
        typer.Option(
            "--list-rules", help="Print all rules: name, severity, what it finds; check nothing."
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Fix in the files what leaves no doubt, and change nothing else; then report what "
            "is left.",
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Only show, as a unified diff, what --fix would change."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    parts: Annotated[
        str,
        parts_option(
            "Share the work through FOLDER, FILE by FILE; what was found in each comes there as "
            "JSON Lines, and the report is that of one run."
        ),
    ] = "",
    shard: Shard = "",
    resume: Resume = False,
    cluster: Cluster = "",
) -> ExitCode:
    """Find what is wrong with records, and what they lack.

    Required fields, dates, names, ISBN, URL and DOI, quotation marks, duplicates.

    Findings go to standard output, one per line: file:line:column: severity rule: message.
    A warning is advice; an error makes the exit code 1, unreadable input makes it 3.

    \b
    Examples:
      reportcite check my-report.yaml
      reportcite check records/ -o report.html --language de
      reportcite check records/ --ignore isbn-hyphens --fail-on warning
      reportcite check records/ --diff
      reportcite check --explain isbn-checksum
      reportcite check 'in/*.jsonl.zst' --parts out/ -o report.html
    """
    if as_json and report_format not in ("", "json"):
        raise UsageError(f"--json and --format {report_format} exclude each other")
    report_format = "json" if as_json else report_format
    asked = Parts(parts, shard, resume, cluster=cluster)
    asked.refuse({"--fix and --diff": fix or diff, **of_input(source)})
    choose("--fail-on", fail_on, FAIL_ON)
    reporting = reporting._replace(
        fail_on=next(one for one in FAIL_ON if one == fail_on),
        policy=reporting.policy._replace(
            select=_rule_names("--select", select), ignore=_rule_names("--ignore", ignore)
        ),
    )
    if list_rules:
        return _list_rules(reporting.policy, report_format or "text")
    if explain:
        return _explain(explain)
    from reportcite.batch.work.check import CheckSettings

    if report_format:
        choose("--format", report_format, NAMES)
    choose("--language", language, REPORT_LANGUAGES)
    if output:
        from reportcite.cli.target import refuse_inputs

        refuse_inputs(source.files, {"-o": output})
    report = Report(format_for(report_format, output), output, language)
    settings = CheckSettings(duplicates, source.limits, reporting.policy)
    if parts:
        from reportcite.cli.cluster.check import check_parts

        return check_parts(source, reporting, settings, report, asked)
    fixes = fix_files(source, reporting.policy, only_show=diff) if fix or diff else NO_FIXES
    return _check(source, reporting, settings, report, fixes)


def _check(
    source: Input,
    reporting: Reporting,
    settings: "CheckSettings",
    report: Report,
    fixes: Fixes,
) -> ExitCode:
    from reportcite.batch.chunks import pauses
    from reportcite.batch.processes.pool import ordered
    from reportcite.batch.work.check import check_chunk
    from reportcite.cli.output import writing
    from reportcite.cli.progress import progress

    parts = source.chunks(uncited=True)
    checked = ordered(partial(check_chunk, settings), parts, source.jobs, pauses)
    tally = Tally(reporting)
    with _found_so_far(tally), progress(source.paths, tally, report.output) as advance:
        of_files = reporting.policy.judged(fixes.problems)
        findings = chain(
            (Finding(one) for one in of_files if tally.count(one)),
            _findings(checked, tally, advance, source.fail_fast),
        )
        if fixes.only_shown:
            with writing(report.output) as write:
                for piece in fixes.diffs():
                    write(piece)
            deque(findings, maxlen=0)  # only counted
        else:
            report.write(findings, fixes.lines if report.name == "text" else ())
    for line in fixes.lines if report.name != "text" and not fixes.only_shown else ():
        tally.say(line)
    tally.close(fixes.summary, tally.summary())
    return tally.code


@contextmanager
def _found_so_far(tally: Tally) -> Iterator[None]:
    """Have a run whose reader has seen enough end with what was found until then."""
    try:
        yield
    except ReaderGone as gone:
        gone.code = tally.code
        raise


def _findings(
    chunks: "Iterable[tuple[list[Checked], int]]",
    tally: Tally,
    advance: "Advance",
    fail_fast: bool,
) -> Iterator[Finding]:
    """The problems of all records, in input order, counted; those that are to be reported. Which
    records are about one work is known last."""
    from reportcite.record.checks.duplicates import Seen
    from reportcite.record.checks.silenced import silenced

    seen = Seen()
    gathered = None
    with ExitStack() as files:
        for checked, size in chunks:
            for one in checked:
                if one.noted is not None:
                    gathered = gathered or files.enter_context(closing(_nothing_gathered()))
                    gathered.add(one.noted)
                tally.records += one.is_record
                again = seen.problems(one.identities)
                found = [*one.problems, *silenced(again, one.ignored)] if again else one.problems
                for problem in _in_line_order(tally.reporting.policy.judged(found)):
                    if tally.count(problem):
                        yield Finding(problem, one.id)
                tally.stopped = fail_fast and tally.code != ExitCode.CLEAN
                if tally.stopped:
                    return
            advance(size)
        if gathered is not None:
            yield from _same_works(gathered, tally)


def _nothing_gathered() -> "Gathered":
    from reportcite.batch.grouping.gathered import Gathered

    return Gathered()


def _same_works(gathered: "Gathered", tally: Tally) -> Iterator[Finding]:
    """That records are about one work, counted; what is to be reported."""
    from reportcite.batch.grouping.same import same_works
    from reportcite.record.works.judge import THRESHOLD

    groups = gathered.groups(THRESHOLD, lambda _: None)
    for again, record in same_works(gathered.known, groups):
        for problem in tally.reporting.policy.judged([again]):
            if tally.count(problem):
                yield Finding(problem, record)


def _in_line_order(problems: list[Problem]) -> list[Problem]:
    """The problems of one record as they follow each other in its file."""
    if len(problems) < 2:
        return problems
    return sorted(problems, key=lambda problem: (problem.place.line, problem.place.column))


def _of_records() -> list[Rule]:
    """The rules of errors that a record has by itself, whatever other records there are."""
    from reportcite.record import rules as record
    from reportcite.values import rules as values

    several = {record.DUPLICATE_ID, record.DUPLICATE_ISBN}
    found = rules_in(record, values).values()
    return [rule for rule in found if rule.severity == "error" and rule not in several]


def _rule_names(option: str, given: list[str] | None) -> tuple[str, ...]:
    """The names in the values of an option, parted by commas. Raises UsageError for an unknown one,
    and for a value without any: a variable that is empty by mistake would select nothing."""
    if given is None:
        return ()
    found = [name.strip() for value in given for name in value.split(",") if name.strip()]
    if given and not found:
        raise UsageError(f"{option} names no rule", suggestion="--list-rules shows them")
    for name in found:
        require(name, option=option)
    return tuple(found)


def _list_rules(policy: "Policy", report_format: str) -> ExitCode:
    from reportcite.cli.output import write_file
    from reportcite.cli.screen.pager import in_pages
    from reportcite.cli.screen.table import rows_for

    choose("--format", report_format, ("text", "json"))
    rules = listed(policy)
    if report_format == "json":
        import json

        write_file("-", json.dumps(rules, ensure_ascii=False, indent=1) + "\n")
    else:
        rows = [(one["rule"], one["severity"], one["what"]) for one in rules]
        with in_pages() as write:
            for line in rows_for("-", rows, names=2):
                write(line)
    return ExitCode.CLEAN


def _explain(name: str) -> ExitCode:
    """Explain the rule of that name, or those whose names begin with it."""
    from reportcite.cli.output import write_file
    from reportcite.cli.screen.table import wrapped

    rules = all_rules()
    found = [rule for rule in sorted(rules) if covers(name, rule)]
    explained = [_explained(rules[one]) for one in found or [choose("--explain", name, rules)]]
    write_file(
        "-", "\n".join("".join(wrapped(line, "      ") for line in one) for one in explained)
    )
    return ExitCode.CLEAN


def _explained(found: Rule) -> tuple[str, ...]:
    elsewhere = found.elsewhere + ((KEPT,) if found in _of_records() else ())
    return (
        f"{found.name} ({found.severity})",
        f"What: {found.what}",
        f"Why:  {found.why}",
        f"Fix:  {found.fix}",
        *(["With --fix: fixed in the file, where that leaves no doubt."] * found.fixable),
        *(f"With {one.where}: {one.severity}. {one.why}" for one in elsewhere),
    )
