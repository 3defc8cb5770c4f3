"""`reportcite merge`: the records of several files, those about the same work as one."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from functools import partial
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportcite.cli.cluster.options import Cluster, Parts, Resume, Shard, of_input, parts_option
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import OnErrorOption, Output, ToOption, on_error_of
from reportcite.cli.report import Reporting, Stopped, Tally, reported
from reportcite.cli.target import Target, format_for, misleading_name, refuse_inputs, target_of
from reportcite.errors import ExitCode, UsageError
from reportcite.files import is_file
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.grouping.gathered import Gathered
    from reportcite.batch.grouping.groups import Apart, Groups
    from reportcite.batch.work.merge import MergeSettings
    from reportcite.cli.reports.merging import Tell
    from reportcite.formats.format import Format


@reads_records
def merge(
    source: Input,
    reporting: Reporting,
    to: ToOption = "",
    output: Output = "",
    on_error: OnErrorOption = "",
    threshold: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            max=100,
            help="The score from which on two records count as one work: of 100 the title is "
            "45, the first author 25, the year 20, the journal, book or publisher 10; with the "
            "same DOI, PMID or ISBN that is 70, and these share 30.",
        ),
    ] = 85,
    key_map: Annotated[
        str,
        typer.Option(
            "--key-map",
            metavar="FILE",
            help="Write to FILE, as CSV, which old key is which new one.",
        ),
    ] = "",
    report: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="Write to FILE which records are one work, with score and reasons: .csv or .txt.",
        ),
    ] = "",
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Write no records; print which are one work, as --report has it."
        ),
    ] = False,
    parts: Annotated[
        str,
        parts_option(
            "Write the works of each FILE as a part into FOLDER, each with the first record about "
            "it, and manifest.json with counts and checksums; keys are unique in all of them."
        ),
    ] = "",
    shard: Shard = "",
    resume: Resume = False,
    cluster: Cluster = "",
) -> ExitCode:
    """Merge records: those about the same work become one, each field from that which says more.

    Two records are about the same work if they have the same DOI, PMID or ISBN, or the same title,
    year and first author; editions, volumes, chapters, reviews and preprints stay apart. Where
    records contradict each other, stderr says so. Records and keys keep their order.

    \b
    Examples:
      reportcite merge mine.bib theirs.ris -o ours.bib
      reportcite merge mine.bib theirs.ris -o ours.bib --key-map old-new.csv
      reportcite merge library.bib --dry-run
      reportcite merge 'in/*.mrc' --to marc --parts out/
    """
    from reportcite.batch.work.merge import MergeSettings
    from reportcite.cli.reports.works import report_format, require_list_of_keys

    target = target_of(output, "", append=False, check=False)
    if target.folder:
        raise UsageError("merge writes one file", suggestion="name it with -o")
    asked = Parts(parts, shard, resume, cluster=cluster)
    asked.refuse({"-o": output, "--dry-run": dry_run, **of_input(source, on_error)})
    written = [
        *([] if parts else ["-" if dry_run or not output else output]),
        *filter(None, (key_map, report)),
    ]
    if len({*written}) < len(written):
        raise UsageError("-o, --key-map and --report want a file each")
    refuse_inputs(source.files, {"-o": output, "--key-map": key_map, "--report": report})
    report_format(report)  # both refuse a name that promises something else
    require_list_of_keys(key_map)
    target_format = None if dry_run and not (to or output) else format_for(target, to)
    if target_format is not None and target_format.write is None:
        raise UsageError(f"the format {target_format.name} can only be read, not written")
    if target_format is not None and target_format.name == "bibtex" and not to:
        target_format = _dialect_of(source) or target_format
    settings = MergeSettings(
        target_format.name if target_format else "",
        on_error_of(source, on_error),
        source.limits,
        reporting.policy,
        threshold,
    )
    if parts and target_format is not None:
        from reportcite.cli.cluster.merge import merge_parts
        from reportcite.cli.reports.merging import Outputs

        outputs = Outputs(key_map, report)
        return merge_parts(source, reporting, settings, target_format, outputs, asked)
    source = source.beside(target.file) if target.file else source
    plan = _Plan(source, settings, target_format, target, key_map, report, dry_run)
    return _Run(plan, reporting).run()


def _dialect_of(source: Input) -> "Format | None":
    """biblatex, where a .bib file among the input is written for it; else None."""
    from reportcite.formats.recognition.bib_dialect import is_biblatex  # for .bib files alone
    from reportcite.formats.registry import format_named, name_of

    for name in source.files:
        path = Path(name)
        if name_of(path) in {"bibtex", "biblatex"} and path.suffix != ".gz" and is_file(path):
            # Why one cannot be read is said when it is to be read.
            with suppress(OSError), path.open("rb") as stream:
                if is_biblatex(stream.read(_LOOKED_AT)):
                    return format_named("biblatex")
    return None


_LOOKED_AT: Final = 1 << 16


class _Plan(NamedTuple):
    """What the user asked for."""

    source: Input
    settings: "MergeSettings"
    format: "Format | None"
    target: Target
    key_map: str
    report: str
    dry_run: bool


class _Run:
    """One run: reads all, finds the works, writes them."""

    def __init__(self, plan: _Plan, reporting: Reporting) -> None:
        self.plan = plan
        self.tally = Tally(reporting)

    def run(self) -> ExitCode:
        """All of it; returns how it ended."""
        from reportcite.batch.grouping.gathered import Gathered
        from reportcite.cli.progress import progress
        from reportcite.cli.reports.merging import merged

        begun = monotonic()
        plan, tally = self.plan, self.tally
        if plan.format is not None and (problem := misleading_name(plan.target, plan.format)):
            tally.report(problem)
        try:
            with (
                closing(Gathered()) as gathered,
                progress(plan.source.paths, tally, plan.target.file) as advance,
            ):
                self._gather(gathered, advance)
                groups = gathered.groups(
                    plan.settings.threshold, partial(self._tell_apart, gathered)
                )
                if len(gathered) or not tally.code:  # else an old file would be emptied
                    self._write_all(gathered, groups)
        except Stopped:
            tally.close()
            return tally.code
        said = merged(len(gathered), groups.works, groups.several)
        tally.close(tally.left_out(), said, tally.flow(monotonic() - begun))
        return tally.code

    def _gather(self, gathered: "Gathered", advance: Callable[[int], None]) -> None:
        from reportcite.batch.processes.pool import ordered
        from reportcite.batch.work.merge import note_chunk

        source = self.plan.source
        noted = ordered(partial(note_chunk, self.plan.settings), source.chunks(), source.jobs)
        for chunk in reported(noted, self.tally, advance):
            for record in chunk.records:
                gathered.add(record)

    def _tell_apart(self, gathered: "Gathered", apart: "Apart") -> None:
        """Report that two records with one identifier are kept apart."""
        from reportcite.cli.reports.merging import kept_apart

        one, other = gathered.known.called(apart.one), gathered.known.called(apart.other)
        likeness = apart.likeness
        self.tally.report(kept_apart(one, other, likeness.shared[0], likeness.against))

    def _write_all(self, gathered: "Gathered", groups: "Groups") -> None:
        """The records, the report and the list of keys, each whole or not at all."""
        from reportcite.cli.output import writing
        from reportcite.cli.reports.merging import Outputs
        from reportcite.formats.format import write_all

        plan = self.plan
        with ExitStack() as files:
            outputs = Outputs(plan.key_map, plan.report, plan.dry_run)
            tellers = outputs.tellers(files, gathered.known, groups.partner)
            texts = self._texts(gathered, groups, tellers)
            if plan.format is None or plan.dry_run:
                deque(texts, maxlen=0)
                return
            write = files.enter_context(writing(plan.target.file, self.tally.keep_all))
            for piece in write_all(plan.format, texts):
                write(piece)

    def _texts(
        self, gathered: "Gathered", groups: "Groups", tellers: "list[Tell]"
    ) -> Iterator[str]:
        """The entry of each work, in order, under a key that no other has."""
        from reportcite.batch.grouping.gathered import some_at_once, with_own_ids
        from reportcite.batch.processes.pool import ordered
        from reportcite.batch.work.merge import write_works
        from reportcite.formats.writing.keys import UniqueKeys

        plan = self.plan
        keyed = plan.format is not None and plan.format.keyed
        keys = UniqueKeys()
        work = partial(write_works, plan.settings)
        works = some_at_once(with_own_ids(gathered.known.works(groups)))
        entries = chain.from_iterable(ordered(work, works, plan.source.jobs))
        for entry, numbers in zip(entries, groups, strict=True):
            for problem in entry.conflicts:
                self.tally.report(problem)
            key = keys.unique(entry.wanted) if keyed else entry.key or entry.id
            for tell in tellers:
                tell(numbers, key if keyed else entry.id, key)
            self.tally.written += not plan.dry_run
            yield entry.text.replace(plan.settings.placeholder, key) if keyed else entry.text
