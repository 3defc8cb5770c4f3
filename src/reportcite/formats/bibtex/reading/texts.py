"""The texts of fields: what LaTeX in each kind of field says, and which commands it loses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Final, TypeAlias

from reportcite.formats.bibtex.fields import CASED, STAND_IN_TYPES, FieldKind
from reportcite.formats.bibtex.latex.journals import journal_of
from reportcite.formats.bibtex.latex.text import decode_noting, decode_title, whole_in_braces
from reportcite.formats.bibtex.localisation import localised
from reportcite.formats.bibtex.reading.steps import Step
from reportcite.formats.bibtex.values import (
    decode_line,
    in_quotes_of,
    split_list,
    verbatim,
    with_guillemets,
    without_entities,
)
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.title import is_title_case, needed_protection, sentence_case

Read: TypeAlias = tuple[str, tuple[str, ...]]
"""A text, and the commands of which nothing is left in it."""

Reader: TypeAlias = Callable[[str, str], Read]
"""What reads the LaTeX of a field; in an entry in a language, a tag or ""."""

_NOT_PLAIN: Final = pattern(r"[\\{}$~`&]|--|''")
_SPECIAL: Final = bytes([*range(0x20), 0x7F]) + rb"\{}$~`&<"
_NO_LETTER: Final = ("", " ")
_LONGEST_TITLE: Final = 500
_FEWEST_WORDS: Final = 2
_HYPHENS: Final = pattern(r"(?<!-)-{2,3}(?!-)")


class Title(NamedTuple):
    """The text of a title, marks round what keeps its case; whether that is all of it."""

    text: str
    whole: bool
    lost: tuple[str, ...]


def latex_meant(raw: str, language: str) -> str:
    """The LaTeX of a field as it is meant."""
    return in_quotes_of(language, with_guillemets(without_entities(raw), language))


def read_text(raw: str, language: str) -> Read:
    """The text of a field."""
    if "<<" not in raw and _NOT_PLAIN.search(raw) is None:  # as of most, and this runs for each
        return one_line(raw)[0], ()
    text, lost = decode_noting(latex_meant(raw, language))
    return one_line(text)[0], lost


def read_title(raw: str, language: str, *, is_english: bool) -> Title:
    """A title; where it is English, in sentence case but for what is in braces."""
    latex = latex_meant(raw, language).strip()
    whole = whole_in_braces(latex)
    if whole:
        latex = latex[1:-1]
    # In braces as a whole, as we and others write all titles, it is as it was typed elsewhere.
    text, lost = decode_title(latex, emphasis=not whole)
    text = one_line(text)[0]
    return Title(sentence_case(text) if is_english and not whole else text, whole, lost)


def title_of_words(raw: str, *, marked: bool) -> str:
    """A title as it stands, if there is nothing of LaTeX in it but braces round some of its words,
    as in most; else "". If it is to be `marked`, there are marks round all that keep their case."""
    is_whole = raw[:1] == "{" and raw[-1:] == "}"
    plain = raw.replace("{", "").replace("}", "")
    if is_whole or len(raw) > _LONGEST_TITLE or not are_plain([plain]):
        return ""
    if len(plain) == len(raw):
        return raw
    first, *others = raw.split("{")
    pieces = [first]
    for other in others:
        word, _, behind = other.partition("}")
        pieces += (_marked_word(word) if marked else _kept_word(word), behind)
    closed = raw.count("}") == len(others)
    text = "".join(pieces)
    return text if closed and "}" not in text else ""


@lru_cache(maxsize=1 << 11)  # the same names stand in many titles
def _marked_word(word: str) -> str:
    return decode_title(f"{{{word}}}")[0]


@lru_cache(maxsize=1 << 11)
def _kept_word(word: str) -> str:
    """A word in braces, with marks where title case would change it."""
    return needed_protection(_marked_word(word))


def are_plain(texts: Sequence[str]) -> bool:
    """Whether all `texts` are one line each, without anything that LaTeX knows; one look at all of
    them together costs a fraction of a look at each."""
    # Joined by spaces, one at the end of a text shows as two, and so does an empty text.
    joined = " ".join(texts)
    if "  " in joined or "--" in joined or "''" in joined:
        return False
    if joined[:1] in _NO_LETTER or joined[-1] == " ":
        return not texts
    encoded = joined.encode()
    if len(encoded.translate(None, _SPECIAL)) != len(encoded):
        return False
    return joined.isascii() or joined.isprintable()


def is_title(step: Step, csl_type: str, *, has_journal: bool) -> bool:
    """Whether the field is a title whose case may change; a periodical is called by a name."""
    return step.field_name in CASED and (csl_type != "periodical" or has_journal)


@lru_cache(maxsize=1024)  # there are so many fields
def reader_of(step: Step, csl_type: str, of_biblatex: bool) -> Reader:
    """What reads a field that is no title: see `is_title`."""
    kind = step.kind
    if kind is FieldKind.VERBATIM:
        return _read_verbatim
    if kind is FieldKind.PAGES:
        return _read_pages
    if kind is FieldKind.GENRE:
        return partial(_read_genre, csl_type)
    if kind in (FieldKind.LIST, FieldKind.ORGANIZATION):
        return partial(_read_list, step.variable, of_biblatex)
    if step.field_name.startswith("journal"):
        return _read_journal
    return _read_status if step.variable == "status" else read_text


def keeps_plain_text(reader: Reader) -> bool:
    """Whether the reader gives back every text that has nothing in it that LaTeX knows."""
    return reader in (_read_verbatim, _read_journal, read_text)


def _read_verbatim(raw: str, _language: str) -> Read:
    return verbatim(raw), ()


def _read_pages(raw: str, _language: str) -> Read:
    return decode_line(_HYPHENS.sub("{-}", raw)), ()


def _read_journal(raw: str, language: str) -> Read:
    name = journal_of(raw) if "\\" in raw else ""
    return (name, ()) if name else read_text(raw, language)


def _read_status(raw: str, language: str) -> Read:
    text, lost = read_text(raw, language)
    return localised("status", text), lost


def _read_genre(csl_type: str, raw: str, language: str) -> Read:
    text, lost = read_text(raw, language)
    if is_generic_genre(text, csl_type) or raw == STAND_IN_TYPES.get(csl_type):
        return "", lost
    return text if raw[:1] == "{" else localised("genre", text, language), lost


def _read_list(variable: str, of_biblatex: bool, raw: str, language: str) -> Read:
    """A list of literals as biblatex has it; in BibTeX “and” is a word."""
    pieces = split_list(raw)
    if not (of_biblatex or all(map(whole_in_braces, pieces))):
        pieces = [raw]
    texts: list[str] = []
    all_lost: list[str] = []
    for piece in pieces:
        text, lost = read_text(piece, language)
        all_lost += lost
        # In braces it is no key of biblatex.
        texts.append(text if piece[:1] == "{" else localised(variable, text))
    return "; ".join(filter(None, texts)), tuple(all_lost)


def is_doubtful(title: str) -> bool:
    """Whether it matters to `title`, in title case, that no language is stated."""
    return is_title_case(title, _FEWEST_WORDS)
