"""A record as one publication of a site: its name there, and what it is grouped and found by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportcite.batch.naming import file_stem
from reportcite.csl.text.collation import collation_key
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple
from reportcite.values.dates.questions import named_year
from reportcite.values.keywords import split_keywords
from reportcite.values.names.display import name_text
from reportcite.values.shapes import Contributor


class Publication(NamedTuple):
    """A record, the `name` that its files have, and its citation `key`, none of them twice."""

    record: Record
    name: str
    key: str


def publications(records: Iterable[Record]) -> list[Publication]:
    """The records as publications, in the same order; names are made of ids alone, so that a page
    keeps its address when others come and go."""
    names, keys = UniqueKeys(), UniqueKeys()
    return [
        Publication(record, names.unique(file_stem(record.id)), keys.of(record))
        for record in records
    ]


def people_of(record: Record) -> list[Contributor]:
    """Who has written or edited the publication, each once, authors first."""
    found: dict[str, Contributor] = {}
    for role in ("author", "editor"):
        names = record.fields.get(role)
        for name in names if isinstance(names, list) else ():
            if text := name_text(name):
                found.setdefault(text.casefold(), name)
    return [*found.values()]


def keywords_of(record: Record) -> list[str]:
    """The keywords of the publication, each once."""
    keywords = record.fields.get("keyword")
    words = split_keywords(keywords) if isinstance(keywords, str) else []
    return [*{word.casefold(): word for word in words}.values()]


def year_of(record: Record) -> int | None:
    """The first year that the date of publication names."""
    issued = record.fields.get("issued")
    return named_year(issued) if isinstance(issued, dict) else None


def sort_key(publication: Publication, language: str) -> tuple[object, ...]:
    """The order of lists: the newest first, those without a year last, then by people and title."""
    record = publication.record
    year = year_of(record)
    people = "; ".join(map(name_text, people_of(record)))
    title = record.fields.get("title", "")
    return (year is None, -(year or 0), collation_key(people, language),
            collation_key(str(title), language), publication.name)  # fmt: skip


class Terms(NamedTuple):
    """Names or keywords of a site, the same whatever their letter case: `labels` and `anchors`,
    which mark their places in a page, are those of a casefolded text."""

    labels: Mapping[str, str]
    anchors: Mapping[str, str]

    def anchor(self, text: str) -> str:
        """The anchor of a term that is there."""
        return self.anchors[text.casefold()]


def terms(texts: Iterable[str], prefix: str) -> Terms:
    """The terms that `texts` are, with anchors that begin with `prefix`.

    >>> terms(["Migration", "migration"], "k-")
    Terms(labels={'migration': 'Migration'}, anchors={'migration': 'k-migration'})
    """
    labels = {text.casefold(): text for text in sorted({*texts}, reverse=True)}
    unique = UniqueKeys()
    anchors = {one: unique.unique(prefix + file_stem(one)) for one in sorted(labels)}
    return Terms(labels, anchors)
