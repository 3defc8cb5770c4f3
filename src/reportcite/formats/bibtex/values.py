"""What stands in fields of a .bib file beside plain LaTeX text: entities, links, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.formats.bibtex.fields import ARTICLES, FieldKind
from reportcite.formats.bibtex.latex.text import decode, encode
from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem
from reportcite.tuples import NamedTuple
from reportcite.values.language import primary_language
from reportcite.values.pages import dash_problems, tex_pages
from reportcite.values.standard_numbers import read_numbers, spaced_numbers
from reportcite.values.texts.entities import entity_problems, unescape
from reportcite.values.texts.spaces import space_problems

# An ampersand of LaTeX's own is escaped; these are left by databases, the last two by programs
# that escape what they got from one.
_ENTITY: Final = pattern(
    r"(?:(?<!\\)&|\{\\&\})(?:amp;(?=#?\w{2,8};))?(#?\w{2,31})(?:;|\$\\mathsemicolon\$)"
)
_IN_MATHS: Final = pattern(
    r"\\ifmmode\b[^{}]{0,40}(?:\{[^{}]{0,40}\}[^{}]{0,40})?\\else\b\s*(.{0,80}?)\\fi\b(?:\{\})?",
    re.DOTALL,
)
_ESCAPED: Final = re.compile(
    r"\\(?:url|path|nolinkurl|string(?![a-z])|-)\s*|\\~\{\}|\\([_%&#$~{}])|[{}]"
    r"|\$\{?(<|>|\\sim)\s*\}?\$|\\ensuremath\s*\{(<|>|\\sim)\}"
    r"|\\text([a-z]+)(?![A-Za-z])(?:\{\}| )?"
)
_SIGNS: Final = MappingProxyType(
    {"less": "<", "greater": ">", "asciitilde": "~", "underscore": "_", "\\sim": "~"}
)
_URL: Final = pattern(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_HREF: Final = pattern(r"\\href\s*\{([^{}]*)\}\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\})?")
_BARE_URL: Final = pattern(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
# Maths stays as it is. Signs such as those of shifts have spaces on both sides.
_MATHS: Final = r"\\\((?:[^\\]|\\[^()])*\\\)|\\.|\$[^$]*\$|"
_GUILLEMETS: Final = pattern(rf"{_MATHS}<<|>>", re.DOTALL)
_CLOSE_GUILLEMETS: Final = pattern(rf"{_MATHS}<<(?=\S)|(?<=\S)>>", re.DOTALL)
_ENQUOTE: Final = pattern(r"\\enquote(?![A-Za-z])")
_CYRILLIC: Final = pattern("[\u0400-\u052f]")
_SPACED: Final = frozenset({"fr"})
"""Languages with spaces within quotation marks."""
_QUOTED: Final = frozenset("be bg el es hy it kk ky mk mn pt ro ru sq sr tg uk uz".split())
# All spaces, once each: sought from each of them, an `and` would take quadratic time.
_LIST: Final = pattern(r"\\.|[{}]|\s+(and\s+)?", re.IGNORECASE | re.DOTALL)
_LEAD_IN: Final = pattern(
    r"(?:\W*\b(?:accessed|at|available|from|im|internet|link|on|online|onlinequelle|retrieved|see|"
    r"under|unter|url|verfügbar|via|webpage|website)\b)*\W*",
    re.IGNORECASE,
)


class Published(NamedTuple):
    """The URL and the text in a `howpublished`; "" for what is not there."""

    url: str = ""
    text: str = ""


def decode_line(latex: str) -> str:
    """LaTeX text as one line of plain text."""
    return one_line(decode(latex))[0] if latex else ""


def without_entities(latex: str) -> str:
    r"""`latex` with what its HTML entities stand for, and as it is in text, not in maths
    (`\ifmmode`, as the American Physical Society writes accents).

    >>> without_entities(r"R&amp;D {\&}lt;i{\&}gt; \&amp;")
    'R\\&D <i> \\&amp;'
    """
    if "\\ifmmode" in latex:
        latex = _IN_MATHS.sub(r"\1", latex)
    if "&" not in latex or not (";" in latex or "semicolon" in latex):
        return latex
    return _ENTITY.sub(_meant, latex)


def with_guillemets(latex: str, language: str) -> str:
    r"""`latex` with « and » for the << and >> that fonts of LaTeX print so (encodings T1 and T2A),
    where the language (a tag, or "") or Cyrillic letters in it say that they are quotation marks.

    >>> with_guillemets("<<Le Monde>>", "fr-CA"), with_guillemets("a << b >> $x<<y$", "fr")
    ('«Le Monde»', 'a « b » $x<<y$')
    >>> with_guillemets("О <<Мире>>", ""), with_guillemets("a <<b>>", "en")
    ('О «Мире»', 'a <<b>>')
    """
    if "<<" not in latex or ">>" not in latex:
        return latex
    primary = primary_language(language).lower()
    if primary in _SPACED:
        return _GUILLEMETS.sub(_guillemet, latex)
    if primary in _QUOTED or _CYRILLIC.search(latex):
        return _CLOSE_GUILLEMETS.sub(_guillemet, latex)
    return latex


def in_quotes_of(language: str, latex: str) -> str:
    r"""`latex` with what `\enquote` prints in a text in German, else as it is.

    >>> in_quotes_of("de-DE", r"\enquote{Gast} sein"), in_quotes_of("en", r"\enquote{Guest}")
    ('\\germanquote{Gast} sein', '\\enquote{Guest}')
    """
    if "\\enquote" in latex and primary_language(language).lower() == "de":
        return _ENQUOTE.sub(r"\\germanquote", latex)
    return latex


def _guillemet(match: re.Match[str]) -> str:
    return {"<<": "«", ">>": "»"}.get(match[0], match[0])


def _meant(match: re.Match[str]) -> str:
    text = unescape(f"&{match[1]};")
    return match[0] if text == f"&{match[1]};" else encode(text)


def split_list(latex: str) -> list[str]:
    """The members of one of biblatex's lists: ` and ` parts them, but not in braces.

    >>> split_list("Alder and {Birch and Sons}"), split_list("")
    (['Alder', '{Birch and Sons}'], [''])
    """
    if " and " not in latex.lower():
        return [latex]
    pieces: list[str] = []
    depth = start = 0
    for match in _LIST.finditer(latex):
        if match[0] in "{}":
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif depth == 0 and match[1]:
            pieces.append(latex[start : match.start()])
            start = match.end()
    return [*pieces, latex[start:]]


def verbatim(raw: str) -> str:
    r"""A URL or DOI without the escapes that LaTeX may want, and that HTML has.

    >>> verbatim(r"http://a.de/\textasciitilde{}b\_c"), verbatim("10.1/ab$<$12$>$3")
    ('http://a.de/~b_c', '10.1/ab<12>3')
    """
    return unescape(one_line(_ESCAPED.sub(_unescaped, raw))[0])


def _unescaped(match: re.Match[str]) -> str:
    if match[0] == r"\~{}":
        return "~"
    name = match[2] or match[3] or match[4]
    return _SIGNS.get(name, name if len(name) == 1 else match[0]) if name else match[1] or ""


def published(raw: str) -> Published:
    """The link and the text of a `howpublished` with a link in it; nothing where it has none."""
    if found := _HREF.search(raw):
        text = decode_line(raw[: found.start()] + (found[2] or "") + raw[found.end() :])
        url = verbatim(found[1])
    elif found := _URL.search(raw):
        text = decode_line(raw[: found.start()] + raw[found.end() :])
        url = verbatim(found[1])
    else:
        whole = verbatim(raw)
        bare = _BARE_URL.search(whole)
        if not bare:
            return Published()
        url = bare[0].rstrip(".,;" if "(" in bare[0] else ".,;)")
        text = decode_line(whole[: bare.start()] + whole[bare.end() :])
    return Published(url, "" if text == url or _LEAD_IN.fullmatch(text) else text)


def writing_advice(raw: str, kind: FieldKind) -> Iterator[Problem]:
    """What is odd about the `raw` text of a field, though it is read as it is meant: entities, two
    spaces, the dashes between pages."""
    if "&" in raw:
        meant = without_entities(raw) if kind is not FieldKind.VERBATIM else unescape(raw)
        for problem in entity_problems(raw):
            yield problem._replace(fix=Fix(raw, meant) if meant != raw else None)
    yield from space_problems(raw)
    if kind is FieldKind.PAGES:
        yield from dash_problems(raw, tex_pages(raw))


def are_told_apart(variable: str, csl_type: str) -> bool:
    """Whether form and check digit tell which of ISBN and ISSN the field of `variable` holds."""
    return variable == "ISSN" or csl_type in ARTICLES


def told_apart(text: str, variable: str, csl_type: str) -> Mapping[str, str]:
    """The ISBNs and ISSNs in the field of `variable`, in an entry of this type.

    >>> told_apart("ISSN 0028-0836", "ISBN", "article-journal"), told_apart("1", "ISBN", "book")
    ({'ISSN': '0028-0836'}, {'ISBN': '1'})
    """
    if are_told_apart(variable, csl_type):
        found = read_numbers(text, "ISSN")
        if "number" not in found:
            return {kind: spaced_numbers(numbers) for kind, numbers in found.items()}
    return {variable: spaced_numbers(text)}
