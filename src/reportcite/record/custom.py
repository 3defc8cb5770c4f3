"""What CSL has no variable for: kept in a record as CSL-JSON's `custom` keeps it.

`custom` maps names to any JSON values (csl-data.json of the CSL 1.0.2 schema). What a format has
and CSL has not stands under the name of the format: `custom: {bibtex: {file: paper.pdf}}`. What is
known of contributors besides their names stands under `contributors`, a list for each field, with
a mapping for each of its names: `custom: {contributors: {author: [{ORCID: …}, {}]}}`. In the
project's own formats, and in what readers yield, these details stand in the name itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

from reportcite.problems import shown
from reportcite.values.identifiers.isni import orcid_link
from reportcite.values.names.parts import DETAILS, NAME_PARTS
from reportcite.values.shapes import Contributor
from reportcite.vocabulary import ET_AL, NAME_VARIABLES

CONTRIBUTORS: Final = "contributors"
"""What `custom` has the details of contributors under."""

CSL: Final = "csl"
"""What `custom` has those members of a CSL item under that are no variables: `categories`."""

_LONGEST_KEY: Final = 40

MAX_DEPTH: Final = 16
"""How deep lists and mappings may stand in `custom`, itself counted."""


def kept(program: str, entries: Mapping[str, Any]) -> dict[str, Any]:
    """The field by which a reader keeps what its format has and CSL has not; {} for no entries.

    `program` is the name of the format, or of those that share their fields. Writers get it back
    by `Fields.own`.

    >>> kept("bibtex", {"file": "a.pdf"})
    {'custom': {'bibtex': {'file': 'a.pdf'}}}
    """
    return {"custom": {program: entries}} if entries else {}


class LazyCustom(Mapping[str, Any]):
    """What `kept` keeps in `custom`, made of `source` by `make` when somebody asks for it: most
    readers of a record do not. That `make` makes at least one entry is known before."""

    __slots__ = ("_made", "_make", "_program", "_source")

    def __init__(
        self, program: str, make: Callable[[Any], Mapping[str, Any]], source: object
    ) -> None:
        self._program, self._make, self._source = program, make, source
        self._made: Mapping[str, Any] | None = None

    def __getitem__(self, name: str) -> Any:
        if name != self._program:
            raise KeyError(name)
        if self._made is None:
            self._made, self._source = self._make(self._source), None
        return self._made

    def __iter__(self) -> Iterator[str]:
        return iter((self._program,))

    def __len__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type, tuple[dict[str, Any]]]:
        return dict, (dict(self),)


def json_value(value: Any, depth: int = 0) -> Any:
    """`value` as JSON has it, with U+FFFD for halves of characters, which no encoding can hold.

    Raises ValueError where it is nested deeper than `MAX_DEPTH`.
    """
    if isinstance(value, str):
        whole = value.isprintable()
        return (
            value if whole else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
    if not isinstance(value, Mapping | list):
        return value
    if depth == MAX_DEPTH:
        raise ValueError
    if isinstance(value, list):
        # Catalogues keep lists of texts: a call for each of them would cost more than the look.
        return [
            one if one.__class__ is str and one.isprintable() else json_value(one, depth + 1)
            for one in value
        ]
    return {json_value(name): json_value(one, depth + 1) for name, one in value.items()}


def without_details(name: Contributor) -> tuple[Contributor, dict[str, str]]:
    """The name alone, and what else is known of the contributor.

    >>> without_details({"family": "Ng", "ORCID": "0000-0002-1825-0097"})
    ({'family': 'Ng'}, {'ORCID': 'https://orcid.org/0000-0002-1825-0097'})
    """
    items = cast(Mapping[str, Any], name).items()
    bare = {key: part for key, part in items if key in NAME_PARTS}
    known = {key: text for key, text in items if key in DETAILS}
    if orcid := known.get("ORCID"):
        known["ORCID"] = orcid_link(orcid)
    return cast(Contributor, bare), known


def continued_in(custom: dict[str, Any]) -> list[str]:
    """The lists of names that go on, as `custom` says, of which this is taken out.

    >>> custom = {"et-al": ["author"], "a": 1}
    >>> continued_in(custom), custom
    (['author'], {'a': 1})
    """
    named = custom.get(ET_AL)
    if not isinstance(named, list) or not NAME_VARIABLES.issuperset(map(str, named)):
        return []
    del custom[ET_AL]
    return named


def details(custom: Mapping[str, Any], field: str, count: int) -> Sequence[Mapping[str, str]]:
    """What is known of each of the `count` contributors in `field` besides their names.

    Empty where there is nothing, or what there is does not fit the names.
    """
    held = custom.get(CONTRIBUTORS)
    found = held.get(field) if isinstance(held, Mapping) else None
    if isinstance(found, list) and len(found) == count and all(map(_are_details, found)):
        return found
    return ()


def _are_details(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        key in DETAILS and isinstance(text, str) for key, text in value.items()
    )


def entries_in(custom: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What `custom` holds, each entry under a name for the user.

    >>> dict(entries_in({"a": 1, "bibtex": {"file": "a.pdf"}}))
    {'custom/a': 1, 'custom/bibtex/file': 'a.pdf'}
    >>> dict(entries_in({"contributors": {"author": [{}, {"ORCID": "0000-0002-1825-0097"}]}}))
    {'author/2/ORCID': '0000-0002-1825-0097'}
    """
    for name, value in custom.items():
        if not isinstance(value, Mapping) or not value:
            yield entry_name(name), value
            continue
        for key, member in value.items():
            if name == CONTRIBUTORS and isinstance(member, list) and all(map(_are_details, member)):
                for number, known in enumerate(member, 1):
                    for detail, text in known.items():
                        yield detail_name(key, number, detail), text
            else:
                yield entry_name(name, key), member


def entry_name(*keys: str) -> str:
    """What an entry of `custom` is called before the user."""
    return "/".join(["custom", *map(_legible, keys)])


def detail_name(field: str, number: int, detail: str) -> str:
    """What a detail of contributor `number`, counted from 1, is called before the user."""
    return f"{_legible(field)}/{number}/{detail}"


def _legible(key: str) -> str:
    return key if key.isprintable() and len(key) <= _LONGEST_KEY else shown(key)
