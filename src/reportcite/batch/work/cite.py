"""Sets the bibliography entries of chunks of records, each record for itself."""

from __future__ import annotations

from reportcite.batch.chunks import Chunk, results
from reportcite.batch.work.sound import OnError, Screening
from reportcite.csl import Processor
from reportcite.csl.write import Writer
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.tuples import NamedTuple

_ID = "record"
_FIRST, _SECOND = "\ue000", "\ue001"
"""Entries that no writer changes, to see what stands round entries."""


class CiteSettings(NamedTuple):
    """How records are cited; "" stands for the style's own language.

    With `entry_language` each entry is set in the language of its record, with `annotated` a note
    or abstract stands below it.
    """

    style: str
    locale: str
    language: str
    on_error: OnError | None = None
    limits: Limits = LIMITS
    links: bool = True
    policy: Policy = POLICY
    entry_language: bool = False
    annotated: bool = False


class Cited(NamedTuple):
    """The entries of one chunk, in input order, and what was found in it."""

    entries: list[str]
    screening: Screening
    size: int

    @property
    def written(self) -> int:
        """How many records have an entry."""
        return len(self.entries)


class Wrapping(NamedTuple):
    """What stands before, between and after the entries of a bibliography."""

    head: str
    separator: str
    tail: str


def processor_of(settings: CiteSettings, output: Writer | None = None) -> Processor:
    """The processor that `settings` ask for, with a writer of its own if `output` is given."""
    return Processor(
        settings.style,
        locale=settings.locale or None,
        output=output or settings.language,
        links=settings.links,
        entry_language=settings.entry_language,
        annotated=settings.annotated,
    )


class Citer:
    """A compiled style that cites one chunk after another.

    Sent to another process it is compiled there anew: what a style is compiled to cannot be sent.
    Raises StyleError for a style, UsageError for a language that cannot be used.
    """

    def __init__(self, settings: CiteSettings) -> None:
        self.settings = settings
        self.processor = processor_of(settings)

    def __reduce__(self) -> tuple[type[Citer], tuple[CiteSettings]]:
        return Citer, (self.settings,)

    def __call__(self, chunk: Chunk) -> Cited:
        """The entry of each record to be cited, as if there were no others: unsorted, no
        suffixes."""
        screening = Screening(self.settings.on_error, policy=self.settings.policy)
        entries = []
        for record in screening.to_write(results(chunk, self.settings.limits)):
            # Under the same id each takes the place of the one before.
            item = record.item() | {"id": _ID}
            entries += [
                self.processor.placed(entry._replace(id=record.id))
                for entry in self.processor.bibliography([item])
            ]
        return Cited(entries, screening, chunk.size)

    def wrapping(self) -> Wrapping:
        """What the output language puts round the entries."""
        processor = self.processor
        text = processor.writer.bibliography([_FIRST, _SECOND], processor.spacing)
        head, _, rest = text.partition(_FIRST)
        separator, _, tail = rest.partition(_SECOND)
        return Wrapping(head, separator, tail if tail.endswith("\n") else tail + "\n")
