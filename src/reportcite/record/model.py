"""The record: what is known of one report, in CSL variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.errors import Place
from reportcite.problems import Ignored, Problem
from reportcite.record.assemble.members import members
from reportcite.record.citation_item import spell_for_styles
from reportcite.record.fields import Value
from reportcite.tuples import NamedTuple
from reportcite.values.title import join_title
from reportcite.vocabulary import ET_AL

_NO_NAMES: Final[frozenset[str]] = frozenset()
_NO_PLACES: Final[Mapping[str, tuple[int, int]]] = {}  # as proxies they could not be pickled
_NO_CUSTOM: Final[Mapping[str, Any]] = {}


class Record(NamedTuple):
    """One bibliographic record.

    `fields` maps CSL variables, and `subtitle`, to values: names are lists of `Contributor`, dates
    are `Date`, everything else (numbers too) is `str`. Empty values are left out.
    `stated_none` names the fields of which the record states that there is nothing they could hold
    (`author: none`, `issued: n.d.`).
    `problems` were found while loading this record; `check` returns them with its own.
    `advice` says how values that were read without a doubt had better be written; `check` alone
    returns it.
    `places` maps a field to its line and column where the source has them, the members of a list
    as `author/1`, `author/2`.
    `one_line` says that all texts in `fields` were seen to be one line of printable characters
    each, with no space at an end and no two in a row, so that nobody has to look for others again;
    False says nothing.
    `custom` is what CSL has no variable for, as the mapping of that name in CSL-JSON: JSON values
    under the names that programs gave them (see `record.custom`).
    `own` says that it comes from one of this project's own formats, whose records are held to be
    right before they are written; those of other programs are taken as they are.
    `truncated` names the lists of names that go on where the record ends them (`and others`,
    `et al.`).
    `ignored` are its comments on what is not to be found in it.

    `load` reads records, and `from_fields` makes one of values. Mappings and lists in a record are
    not to be changed: equal names of several records may be one object.

    >>> import reportcite
    >>> record = reportcite.load("lit.bib")[0]
    >>> record.id, record.type, record.fields["author"], record.fields["issued"]
    ('beck1986', 'book', [{'family': 'Beck', 'given': 'Ulrich'}], {'date-parts': [[1986]]})
    """

    id: str
    type: str
    fields: Mapping[str, Value]
    place: Place
    stated_none: frozenset[str] = _NO_NAMES
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, tuple[int, int]] = _NO_PLACES
    one_line: bool = False
    custom: Mapping[str, Any] = _NO_CUSTOM
    own: bool = True
    truncated: frozenset[str] = _NO_NAMES
    advice: tuple[Problem, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any] = _NO_CUSTOM, /, **more: Any) -> Record:
        """The record with these fields, a mapping or keyword arguments, read as they are in YAML.

        `id` and `type` (a report without one) stand beside the fields; names are taken in any case
        and with `_` for `-`. Names are texts (`Kalt, Anna`) or mappings, dates texts, years,
        `datetime.date` or what CSL-JSON has; so an item of CSL-JSON is taken as it is. `none`
        states that there is no author, date, publisher, DOI, ISBN, ISSN or URL; None and "" say
        nothing. Nothing is raised for a wrong value: it is in `problems`, and `check` finds what is
        lacking. Raises TypeError for a value that is no text, number, date, list or mapping.

        >>> import reportcite
        >>> record = reportcite.Record.from_fields(
        ...     id="kalt2024", title="Trust", author=["Kalt, Anna"], issued="2024-05",
        ...     publisher="none", container_title="Reports",
        ... )
        >>> record.fields["author"], record.fields["container-title"]
        ([{'family': 'Kalt', 'given': 'Anna'}], 'Reports')
        >>> print(reportcite.cite(record), end="")
        Kalt, A. (2024). Trust. In Reports.
        """
        from reportcite.record.assemble.given import untyped_of  # no command needs it

        return cls._make(members(untyped_of({**fields, **more})))

    def place_of(self, name: str) -> Place:
        """Where field `name` stands, or what it is a part of (`author/1` of `author/1/ORCID`); the
        record's own place if that is not known."""
        found = self.places.get(name)
        while found is None and "/" in name:
            name = name.rpartition("/")[0]
            found = self.places.get(name)
        line, column = found or (self.place.line, self.place.column)
        return Place(self.place.file, line, column)

    def item(self) -> dict[str, object]:
        """The record as a CSL-JSON item: `subtitle` joined to `title`, which alone is the short
        title where there is no other, and all values such as styles expect them (see
        `spell_for_styles`).

        The delimiter is ": ", or one space where the title ends in its own punctuation.
        """
        item: dict[str, object] = {"id": self.id, "type": self.type, **self.fields}
        if self.truncated:
            item["custom"] = {ET_AL: sorted(self.truncated)}
        spell_for_styles(item, one_line=self.one_line)
        subtitle = item.pop("subtitle", None)
        if isinstance(subtitle, str):
            title = str(item.get("title", ""))
            item["title"] = join_title(title, subtitle)
            if title and "title-short" not in item:
                item["title-short"] = title
        return item
