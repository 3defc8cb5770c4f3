"""The template of an entry: made once for all records of one type with one set of fields.

Most values are texts that need no escaping. They are put into the template all at once; only the
other values, and all of an entry with a text that must be escaped, are written one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice, repeat
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

from reportcite.formats.loss import Fields
from reportcite.formats.writing.keys import safe_key
from reportcite.record.frame import Frame, parted
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple
from reportcite.values.dates.questions import simple_points
from reportcite.values.shapes import Contributor

Kind = TypeVar("Kind")

ColumnWriter: TypeAlias = Callable[[str, str, Sequence[Any]], "Sequence[str] | None"]
"""(variable, its tag in the entries, its values) → the lines of each; None where one of them wants
its `ValueWriter`."""

ValueWriter: TypeAlias = Callable[[Fields, str, str, Any], str]
"""(the record's fields, variable, its tag in the entry, the variable's value) → lines."""

Stands: TypeAlias = Callable[[str], bool]
"""Whether a text that needs no escaping stands in an entry as it is."""


class Surround(NamedTuple):
    """What stands before the key of an entry, between the key and the lines, and after these."""

    before_key: str
    after_key: str
    tail: str


class Template(NamedTuple):
    """How to write an entry with one set of variables.

    `words` stand between the key, the texts and what each of `others` writes; `arrange` brings
    these, in that order, and then the words into that of the entry.
    `checks` are of the texts that do not all stand as they are, even if they need no escaping.
    """

    variables: frozenset[str]
    steps: tuple[tuple[ValueWriter, str, str], ...]  # writer, variable, tag: one for each variable
    texts: Callable[[Mapping[str, Any]], tuple[str, ...]]
    others: tuple[tuple[ValueWriter, str, str], ...]
    arrange: Callable[[Sequence[Any]], tuple[Any, ...]]
    words: tuple[str, ...]
    checks: tuple[tuple[str, Stands], ...]  # variable, what says whether its text stands
    surround: Surround


def make_template(
    surround: Surround,
    targets: Sequence[tuple[str, str, Kind]],
    writers: Mapping[Kind, ValueWriter],
    unescaped: Mapping[Kind, str],
    stands: Callable[[str, str, Kind], Stands | None],
) -> Template:
    """The template for `targets`, of which each is a variable, its tag and a kind.

    `writers` has the writer for each kind, `unescaped` the line in which a text of some
    kinds stands if it needs no escaping: `{}` is the place of the tag, `%s` that of the text.
    `stands` says of a target which of its texts stand there as they are; None for all.
    """
    texts = [place for place, (_, _, kind) in enumerate(targets) if kind in unescaped]
    others = [place for place in range(len(targets)) if place not in texts]
    found = [-1, *texts, *others]  # the key comes before all
    steps = [(writers[kind], variable, tag) for variable, tag, kind in targets]
    lines = [unescaped.get(kind, "%s").replace("{}", tag) for _, tag, kind in targets]
    entry = [surround.before_key, "%s", surround.after_key, *lines, surround.tail]
    words = "".join(entry).split("%s")
    values = [found.index(place) for place in range(-1, len(targets))]
    order = [
        place for pair in zip(count(len(found)), [*values, -1], strict=False) for place in pair
    ]
    checks = [(target[0], check) for target in targets if (check := stands(*target))]
    return Template(
        frozenset(variable for variable, _, _ in targets),
        tuple(steps),
        _getter([targets[place][0] for place in texts]),
        tuple(steps[place] for place in others),
        itemgetter(*order[:-1]),
        tuple(words),
        tuple(checks),
        surround,
    )


def fill_template(
    template: Template,
    fields: Fields,
    key: str,
    need_no_escaping: Callable[[Record, Sequence[str]], bool],
) -> str:
    """The entry of a record under `key`, which is inserted as it stands.

    `need_no_escaping` says whether the format takes all of an entry's texts as they are.
    """
    # Run for every record of an export: texts are looked at, and put in, all at once.
    record = fields.record
    present: Mapping[str, Any] = record.fields
    fields.carry_all(template.variables)
    texts = template.texts(present)
    for variable, stands in template.checks:
        if not stands(present[variable]):
            break
    else:
        if need_no_escaping(record, texts):
            others = template.others
            lines = [write(fields, name, tag, present[name]) for write, name, tag in others]
            return "".join(template.arrange((key, *texts, *lines, *template.words)))
    lines = [write(fields, name, tag, present[name]) for write, name, tag in template.steps]
    surround = template.surround
    return "".join([surround.before_key, key, surround.after_key, *lines, surround.tail])


def fill_for_frame(
    template: Template,
    frame: Frame,
    key: str,
    need_no_escaping: Callable[[Record, Sequence[str]], bool],
    by_column: Mapping[ValueWriter, ColumnWriter],
) -> list[str]:
    """What `fill_template` makes of each record of `frame`, under one `key`.

    `by_column` has writers for the values of all records at once.
    """

    def stand(part: Frame) -> bool:
        columns = part.columns
        all_stand = all(all(map(stands, {*columns[name]})) for name, stands in template.checks)
        record = part.records[0]  # each column by itself, since some may be of ASCII alone
        return all_stand and all(need_no_escaping(record, c) for c in template.texts(columns))

    entries: list[str] = []
    for part, is_plain in parted(frame, stand):
        if is_plain:
            entries += _fill_columns(template, part, key, by_column)
        else:
            fields = map(Fields, part.records)
            entries += [fill_template(template, one, key, need_no_escaping) for one in fields]
    return entries


def _fill_columns(
    template: Template, frame: Frame, key: str, by_column: Mapping[ValueWriter, ColumnWriter]
) -> Iterator[str]:
    columns = frame.columns
    lines: list[Sequence[str]] = []
    for write, variable, tag in template.others:
        column = columns[variable]
        write_all = by_column.get(write)
        found = write_all(variable, tag, column) if write_all else None
        if found is None:
            found = []
            for record, value in zip(frame.records, column, strict=True):
                fields = Fields(record)
                fields.carry_all(template.variables)
                found.append(write(fields, variable, tag, value))
        lines.append(found)
    pieces = [repeat(key), *template.texts(columns), *lines, *map(repeat, template.words)]
    return map("".join, zip(*template.arrange(pieces), strict=False))


def joined(texts: Iterable[str], lists: Iterable[Sequence[object]], between: str) -> list[str]:
    """The next of `texts` for each member of each of `lists`, joined.

    >>> joined(["a", "b", "c"], [[1], [2, 3]], "+")
    ['a', 'b+c']
    """
    next_text = iter(texts)
    return [between.join(islice(next_text, number)) for number in map(len, lists)]


def families_and_givens(
    lists: Iterable[Sequence[Contributor]],
) -> tuple[list[str], list[str]] | None:
    """The families, and the given names, of all names in `lists`, if these have no other parts."""
    names = [*chain.from_iterable(lists)]
    try:
        parts = [name["family"] for name in names], [name["given"] for name in names]
    except KeyError:
        return None
    return parts if {*map(len, names)} <= {2} else None


def dated(dates: Sequence[Any], lines_of: Callable[..., str]) -> list[str] | None:
    """What `lines_of` makes of year, month and day of each of `dates`; None where one is no plain
    date. Most are of the same few years: each is written once.

    >>> dated([{"date-parts": [[2024, 5]]}, {"date-parts": [[2023, 1]]}], "{}/{}".format)
    ['2024/5', '2023/1']
    >>> dated([{"date-parts": [[2024, 5]]}, {"literal": "soon"}], "{}/{}".format)
    """
    points = simple_points(dates)
    if points is None:
        return None
    known = {point: lines_of(*point) for point in {*points}}
    return [known[point] for point in points]


def write_key(fields: Fields, variable: str, tag: str, value: Any) -> str:
    """No line: an entry begins with its key; what that cannot hold is declared."""
    if safe_key(value) != value:
        fields.change(variable, "characters that would end a key are removed")
    return ""


def _getter(keys: Sequence[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """What gets the values of `keys` from a mapping or sequence, as a tuple."""
    if len(keys) > 1:
        return itemgetter(*keys)
    return lambda values: tuple(values[key] for key in keys)
