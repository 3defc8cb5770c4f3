"""Records as hypothesis draws them: every type, every field, and text made to break files."""

from __future__ import annotations

from unicodedata import category

from hypothesis import strategies as st

from reportcite.errors import Place
from reportcite.record.custom import CONTRIBUTORS
from reportcite.record.fields import TEXT_FIELDS, Value
from reportcite.record.model import Record
from reportcite.values.names.parts import DETAILS
from reportcite.values.shapes import Contributor, Date
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

# What ends a value, an entry or a line in some format, or starts something there.
SNARES = [
    *"""{ } {} }{ \\{ \\} \\\\ \\ % & $ # _ ^ ~ -- --- '' `` ` ' " ?` !` @ , ; : = + |
    || < > /""".split(),
    *"and others AND von Van de d' 't Jr. the n.d. 2024 2020–2021 12-34".split(),
    *"978-3-948289-82-9 0378-5955 techreport Report german de-DE en-US =1+1 ]]>".split(),
    *"Größe Đorđe 北京 Ελλάδα עברית العربية é e\u0301 İ ﬁ 😀".split(),
    *["\n", "\r\n", "\t", "  ", " ", "\u00a0", "\u2009", "\u2028", "\x00", "\x1b[31m"],
    *["\x85", "\ufeff"],
    *["\nER  - \n", "\nTY  - BOOK\n", "\n}\n@book{x, title={y}}\n", "},\n title = {"],
    *["\\input{/etc/passwd}", "\\write18{rm}", "\\emph{x}", "\\'e", "</title><script>"],
    *["ISBN: 978-3-948289-82-9", "Event Title: a: b", "Edition: 2", "S. 12--34"],
]  # fmt: skip


def _says_something(text: str) -> bool:
    """Whether it is more than spaces, which no record holds, and characters that nobody can type or
    see: a text of control characters alone comes from no file, and formats have no place for it."""
    return any(not char.isspace() and category(char) not in ("Cc", "Cn") for char in text)


texts = st.one_of(
    st.text(max_size=12),
    st.lists(st.sampled_from(SNARES) | st.text(max_size=4), min_size=1, max_size=5).map("".join),
    st.lists(st.sampled_from(SNARES) | st.text(max_size=4), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(["Chancen statt „Krise“", "A Report on R&D", "12", "IV", "A-12"]),
    st.sampled_from(["none", "None", "NONE"]),
).filter(_says_something)

_PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix")
_person = st.fixed_dictionaries(
    {"family": texts}, optional=dict.fromkeys(_PARTS[1:], texts)
) | st.fixed_dictionaries(
    {
        "family": st.sampled_from(["Zeković", "García Márquez", "Hoff", "Ortega y Gasset"]),
        "given": st.sampled_from(["Nora", "J. P.", "Jean-Luc", "Maria da", "O’Neil"]),
    },
    optional={
        "non-dropping-particle": st.sampled_from(["van 't", "de la", "von", "De"]),
        "dropping-particle": st.sampled_from(["d'", "von", "van den"]),
        "suffix": st.sampled_from(["Jr.", "III"]),
        "comma-suffix": st.booleans(),
        "static-ordering": st.booleans(),
    },
)
contributors: st.SearchStrategy[Contributor] = st.one_of(
    _person,
    st.fixed_dictionaries({"literal": texts | st.sampled_from(["DeZIM Institut", "BMAS, Berlin"])}),
    st.fixed_dictionaries({"given": texts}),
)

_years = st.integers(-9999, 9999).filter(bool) | st.integers(1900, 2030)
_points = st.one_of(
    st.tuples(_years),
    st.tuples(_years, st.integers(1, 12)),
    st.tuples(_years, st.integers(1, 12), st.integers(1, 31)),
).map(list)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """A date as loading makes them, and now and then one that no calendar has."""
    if draw(st.integers(0, 5)) == 0:
        return {"literal": draw(texts)}
    date: Date = {"date-parts": [draw(_points)]}
    if draw(st.integers(0, 3)) == 0:
        date["date-parts"].append(draw(_points | st.just([])))
    if draw(st.integers(0, 4)) == 0:
        date["season"] = draw(st.integers(1, 4))
    if draw(st.integers(0, 4)) == 0:
        date["circa"] = True
    if draw(st.integers(0, 9)) == 0:
        date["literal"] = draw(texts)
    return date


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record: a title, and any other fields with anything in them."""
    names = draw(st.sets(st.sampled_from(sorted(NAME_VARIABLES)), max_size=2) | st.just({"author"}))
    texts_held = draw(st.sets(st.sampled_from(sorted(TEXT_FIELDS)), max_size=6))
    some_dates = st.sets(st.sampled_from(sorted(DATE_VARIABLES)), max_size=2)
    dates_held = draw(some_dates | st.just({"issued"}))
    fields: dict[str, Value] = {"title": draw(texts)}
    fields |= {name: draw(texts) for name in sorted(texts_held)}
    fields |= {name: draw(st.lists(contributors, min_size=1, max_size=3)) for name in sorted(names)}
    fields |= {name: draw(dates()) for name in sorted(dates_held)}
    csl_type = draw(st.sampled_from(sorted(ITEM_TYPES)))
    return Record("x", csl_type, fields, Place("x"), custom=draw(kept(fields)))


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 10**6) | st.sampled_from([0.5, -1e-9]) | texts,
    lambda some: st.lists(some, max_size=2) | st.dictionaries(texts, some, max_size=2),
    max_leaves=4,
)


@st.composite
def kept(draw: st.DrawFn, fields: dict[str, Value]) -> dict[str, object]:
    """What a record with these fields may have in `custom`; mostly nothing."""
    if draw(st.integers(0, 3)):
        return {}
    programs = st.sampled_from(["bibtex", "cff", "endnote-xml", "mods", "x"])
    found: dict[str, object] = {**draw(st.dictionaries(programs, _json, max_size=2))}
    detail = st.dictionaries(st.sampled_from(sorted(DETAILS)), texts, max_size=2)
    known = {
        name: draw(st.lists(detail, min_size=len(value), max_size=len(value)))
        for name, value in fields.items()
        if isinstance(value, list) and draw(st.booleans())
    }
    known = {name: several for name, several in known.items() if any(several)}
    return found | ({CONTRIBUTORS: known} if known else {})
