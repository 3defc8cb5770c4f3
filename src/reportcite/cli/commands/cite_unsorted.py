"""`reportcite cite --unsorted`: a bibliography as a stream, in the order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from reportcite.cli.output import writing
from reportcite.errors import ExitCode, StyleError

if TYPE_CHECKING:
    from reportcite.batch.work.cite import Cited, Citing
    from reportcite.cli.page import Page
    from reportcite.cli.progress import Advance
    from reportcite.cli.report import Tally


class Request(NamedTuple):
    """What is to be cited, and how."""

    paths: list[str]
    from_: str | None
    citing: Citing
    output: str
    jobs: int
    max_problems: int | None
    quiet: bool


def run(request: Request) -> ExitCode:
    """Cite record by record; memory does not grow with their number."""
    from reportcite.batch.chunks import chunks
    from reportcite.batch.pool import ordered
    from reportcite.batch.work.cite import cite, processor
    from reportcite.cli.page import page_for
    from reportcite.cli.progress import progress
    from reportcite.cli.report import Stopped, Tally

    begun = monotonic()
    citing = request.citing
    parts = chunks(request.paths, request.from_, max_record_size=citing.max_record_size)
    engine = processor(citing.style, citing.locale, citing.language)
    style = engine.style
    if style.bibliography is None:
        raise StyleError(
            f"the style {citing.style} has no bibliography", suggestion="add --as cite"
        )
    tally = Tally(most=request.max_problems)
    for problem in style.problems:
        tally.tell(problem)
    cited = ordered(partial(cite, citing), parts, request.jobs)
    try:
        with (
            progress(request.paths, tally, quiet=request.quiet, output=request.output) as advance,
            writing(request.output) as write,
        ):
            page = page_for(engine, citing.language, request.output)
            for piece in _pieces(cited, citing, page, tally, advance):
                write(piece)
    except Stopped:
        tally.close("stopped at the first bad record")
        return tally.code
    if request.quiet:
        tally.close()
    else:
        tally.close(tally.left_out(), tally.flow(monotonic() - begun))
    return tally.code


def _pieces(
    cited: Iterable[Cited], citing: Citing, page: Page, tally: Tally, advance: Advance
) -> Iterator[str]:
    from reportcite.batch.work.cite import frame
    from reportcite.cli.report import Stopped
    from reportcite.record.checks.duplicates import Seen

    seen = Seen()
    head, between, tail = frame(citing)
    head, tail = page.head + head, tail + page.tail
    opening = head
    for done in cited:
        tally.add(done.sieve)
        for problem in seen.same_ids(done.known_by):
            tally.tell(problem)
        if done.entries:
            yield opening + between.join(done.entries)
            opening = between
        tally.written += len(done.entries)
        advance(done.size)
        if done.sieve.stopped:
            raise Stopped
    if opening != head:
        yield tail
