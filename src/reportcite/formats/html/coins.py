"""COinS (ocoins.info): OpenURL ContextObjects, ANSI/NISO Z39.88-2004, in the titles of spans."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl

from reportcite.formats.reading.note_lines import read_lines
from reportcite.formats.reading.web.described import Described
from reportcite.record.assemble.notations import EXACT
from reportcite.record.fields import Value
from reportcite.record.untyped import Untyped, Written
from reportcite.values.dates.slashed import hyphenated_date
from reportcite.values.identifiers.recognise import labelled
from reportcite.values.names.parts import contributor, person
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import join_pages
from reportcite.values.url import is_web_link

# KEV format and genre → CSL type; "" is any other genre.
_TYPES: Final = {
    ("journal", "article"): "article-journal",
    ("journal", "proceeding"): "paper-conference",
    ("journal", "conference"): "book",
    ("journal", "issue"): "periodical",
    ("journal", "journal"): "periodical",
    ("journal", "preprint"): "article",
    ("journal", ""): "article-journal",
    ("book", "book"): "book",
    ("book", "bookitem"): "chapter",
    ("book", "conference"): "book",
    ("book", "proceeding"): "paper-conference",
    ("book", "report"): "report",
    ("book", "document"): "document",
    ("book", "unknown"): "document",
    ("book", ""): "book",
    ("dissertation", ""): "thesis",
    ("patent", ""): "patent",
    ("dc", ""): "document",
}
_TEXTS: Final = {
    "stitle": "container-title-short",
    "volume": "volume",
    "issue": "issue",
    "issn": "ISSN",
    "eissn": "ISSN",
    "isbn": "ISBN",
    "artnum": "number",
    "number": "number",
    "pub": "publisher",
    "publisher": "publisher",
    "inst": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "series": "collection-title",
    "tpages": "number-of-pages",
    "degree": "genre",
    "language": "language",
    "description": "abstract",
    "source": "container-title",
    "rights": "license",
}
_PARTS: Final = frozenset({"article-journal", "article", "chapter", "paper-conference"})
# Zotero writes the type of an item of its own into `rft.type`.
_NAMED_TYPES: Final = {"webpage": "webpage", "dataset": "dataset", "software": "software"}


def read_coins(title: str, line: int) -> Described | None:
    """The work in the title of a span; None where that is of no known kind."""
    pairs = [(key.removeprefix("rft."), value.strip()) for key, value in parse_qsl(title)]
    values: dict[str, str] = {}
    for key, value in pairs:
        values.setdefault(key, value)
    form = values.get("rft_val_fmt", "").rpartition(":")[2]
    genre = values.get("genre", "").lower()
    type_ = _TYPES.get((form, genre)) or _TYPES.get((form, ""))
    if type_ is None:
        return None
    found = Described(_NAMED_TYPES.get(values.get("type", "").lower(), type_))
    _put_titles(found, values, line)
    _put_names(found, pairs, values, line)
    found.put("issued", hyphenated_date(values.get("date", "")), line)
    pages = values.get("pages") or join_pages(values.get("spage", ""), values.get("epage", ""))
    found.put("page", pages, line)
    for key, name in _TEXTS.items():
        found.put(name, values.get(key), line)
    for word in (value for key, value in pairs if key == "subject"):
        found.add("keyword", word, line)
    _put_identifiers(
        found, [value for key, value in pairs if key in ("rft_id", "identifier")], line
    )
    _put_lines(found, values.get("rft_dat", ""), line)
    return found


def _put_titles(found: Described, values: dict[str, str], line: int) -> None:
    own = values.get("atitle", "")
    whole = values.get("jtitle") or values.get("btitle") or values.get("title", "")
    if found.type in _PARTS and own:
        found.put("title", own, line)
        found.put("container-title", whole, line)
    else:
        found.put("title", own or whole, line)


def _put_names(
    found: Described, pairs: list[tuple[str, str]], values: dict[str, str], line: int
) -> None:
    """The authors; the first may be given in parts and again as a whole."""
    names = [
        name_from_text(value) for key, value in pairs if key in ("au", "creator", "inv") and value
    ]
    given = values.get("aufirst") or " ".join(
        filter(None, (values.get("auinit1") or values.get("auinit"), values.get("auinitm")))
    )
    if family := values.get("aulast"):
        first = person(family, given, values.get("ausuffix", ""))
        same = bool(names) and names[0].get("family", names[0].get("literal", "")).endswith(
            family.split(" ")[-1]
        )
        names = [first, *names[same:]]
    if (body := values.get("aucorp")) and contributor(literal=body) not in names:
        names = [contributor(literal=body), *(one for one in names if _text(one) != body)]
    for name in names:
        found.add("author", name, line)


def _text(name: object) -> str:
    return " ".join(name.values()) if isinstance(name, dict) else ""


def _put_identifiers(found: Described, identifiers: list[str], line: int) -> None:
    for identifier in identifiers:
        known = labelled(identifier)
        if known:
            found.put(known.variable, known.value, line)
        if is_web_link(identifier) and (known is None or known.variable != "DOI"):
            found.put("URL", identifier, line)


def _exact(value: Value) -> Untyped:
    if isinstance(value, list):
        return [Written(name, EXACT) for name in value]
    return value if isinstance(value, str) else Written(value, EXACT)


def _put_lines(found: Described, text: str, line: int) -> None:
    """What stands as `variable: value` lines in the private data, as this project writes it."""
    if text and (lines := read_lines(text)):
        found.type = lines.type or found.type
        for name, value in lines.fields.items():
            found.fields.pop(name, None)
            found.put(name, _exact(value), line)
            found.exact.add(name)
    elif text:
        found.keep("rft_dat", text)
