"""COinS (ocoins.info): an OpenURL ContextObject, ANSI/NISO Z39.88-2004, in the title of a span.

Keys are those of the registered KEV formats for books, journals and dissertations. What they have
no key for stands in `rft_dat`, the private data of the referent, as `variable: value` lines.
"""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import urlencode

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_all, stated_none
from reportcite.formats.writing.note_lines import write_lines
from reportcite.formats.writing.web import carry_language, carry_page
from reportcite.record.fields import Value
from reportcite.values.dates.iso import write_iso
from reportcite.values.dates.questions import simple_parts, start_year
from reportcite.values.doi import is_doi
from reportcite.values.identifiers.recognise import labelled
from reportcite.values.names.display import family_of, given_of, name_text
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import page_ends
from reportcite.values.shapes import Contributor
from reportcite.values.title import join_title

# CSL type → KEV format and genre; of several types with one genre the first has no `type` line.
_GENRES: Final = {
    "report": ("book", "report"),
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "paper-conference": ("book", "proceeding"),
    "document": ("book", "document"),
    "article-journal": ("journal", "article"),
    "periodical": ("journal", "journal"),
    "article": ("journal", "preprint"),
    "thesis": ("dissertation", ""),
}
_OTHERS: Final = {
    **dict.fromkeys(("entry", "entry-dictionary", "entry-encyclopedia"), ("book", "bookitem")),
    **dict.fromkeys(("article-magazine", "article-newspaper", "review", "review-book"),
                    ("journal", "article")),
}  # fmt: skip
_KEYS: Final = {
    "book": {
        "publisher": "pub",
        "publisher-place": "place",
        "edition": "edition",
        "collection-title": "series",
        "ISBN": "isbn",
        "ISSN": "issn",
        "number-of-pages": "tpages",
        "volume": "volume",
    },
    "journal": {
        "volume": "volume",
        "issue": "issue",
        "ISSN": "issn",
        "container-title-short": "stitle",
        "number": "artnum",
    },
    "dissertation": {
        "publisher": "inst",
        "ISBN": "isbn",
        "genre": "degree",
        "number-of-pages": "tpages",
    },
}
_TITLES: Final = {
    "bookitem": ("atitle", "btitle"),
    "proceeding": ("atitle", "btitle"),
    "article": ("atitle", "jtitle"),
    "preprint": ("atitle", "jtitle"),
    "journal": ("jtitle", ""),
    "": ("title", ""),
}


def write(fields: Fields, key: str) -> str:
    """One empty span, which programs read and people do not see."""
    csl_type = fields.record.type
    form, genre = _GENRES.get(csl_type) or _OTHERS.get(csl_type) or ("book", "unknown")
    rest = carry_all(fields)
    rest.pop("URL", None)
    link = carry_page(fields, rest)
    if "language" in rest:
        rest["language"] = carry_language(fields)
    pairs = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}")]
    pairs.append(("rfr_id", "info:sid/reportcite"))
    if genre:
        pairs.append(("rft.genre", genre))
    pairs += _titles(rest, genre)
    pairs += _authors(rest)
    pairs += [(f"rft.{name}", str(rest.pop(variable)))
              for variable, name in _KEYS[form].items() if variable in rest]  # fmt: skip
    pairs += _date(rest) + _pages(rest)
    if is_doi(str(rest.get("DOI", ""))):
        pairs.append(("rft_id", f"info:doi/{rest.pop('DOI')}"))
    if link:
        pairs.append(("rft_id", link))
        said = labelled(link)
        if said and rest.get(said.variable) == said.value:
            del rest[said.variable]
    # In one order, whatever that of the record is: a page that is read and written is the same.
    rest = dict(sorted(rest.items()))
    lines = write_lines(rest, stated_none(fields), "" if csl_type in _GENRES else csl_type)
    if lines:
        pairs.append(("rft_dat", lines))
    return f'<span class="Z3988" title="{escape(urlencode(pairs))}"></span>\n'


def _titles(rest: dict[str, Value], genre: str) -> list[tuple[str, str]]:
    """The titles; `subtitle` stays in `rest`, so that the joined title can be split again."""
    own, container = _TITLES.get(genre, ("btitle", ""))
    title = join_title(str(rest.pop("title", "")), str(rest.get("subtitle", "")))
    pairs = [(f"rft.{own}", title)] if title else []
    # Alone it would be read as the title of the work.
    if container and title and "container-title" in rest:
        pairs.append((f"rft.{container}", str(rest.pop("container-title"))))
    return pairs


def _authors(rest: dict[str, Value]) -> list[tuple[str, str]]:
    names = rest.get("author")
    if not isinstance(names, list):
        return []
    pairs = _first_author(names[0])
    pairs += [("rft.au", name_text(name)) for name in names]
    if all(name_from_text(name_text(name)) == name for name in names):
        del rest["author"]
    return pairs


def _first_author(name: Contributor) -> list[tuple[str, str]]:
    if literal := name.get("literal"):
        return [("rft.aucorp", literal)]
    parts = {
        "rft.aulast": family_of(name),
        "rft.aufirst": given_of(name),
        "rft.ausuffix": name.get("suffix", ""),
    }
    return [(key, part) for key, part in parts.items() if part]


def _date(rest: dict[str, Value]) -> list[tuple[str, str]]:
    """The date as the KEV formats want it, `2024-03-07` or shorter; of any other the year."""
    issued = rest.get("issued")
    if not isinstance(issued, dict):
        return []
    parts = simple_parts(issued)
    if parts:
        del rest["issued"]
    else:
        year = start_year(issued) or 0
        parts = [year] if year > 0 else []
    return [("rft.date", write_iso(parts))] if parts else []


def _pages(rest: dict[str, Value]) -> list[tuple[str, str]]:
    pages = rest.pop("page", "")
    if not isinstance(pages, str) or not pages:
        return []
    first, last = page_ends(pages) or ("", "")
    ends = [(key, page) for key, page in (("rft.spage", first), ("rft.epage", last)) if page]
    return [("rft.pages", pages), *ends]


FORMAT: Final = Format(
    name="coins",
    title="COinS",
    write=write,
)
