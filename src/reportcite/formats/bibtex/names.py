"""Names in BibTeX's syntax: LaTeX words, organizations in braces, `and` between the names.

What the words between two commas are is said in `reportcite.values.names.bibtex`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportcite.formats.bibtex.latex.text import decode, encode
from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.values.names import bibtex
from reportcite.values.names.bibtex import Particle, Parts, Syntax
from reportcite.values.names.particles import takes_space
from reportcite.values.names.reading import Reading
from reportcite.values.names.typed import is_suffix
from reportcite.values.shapes import Contributor

# Letters with dots, hyphens and apostrophes inside; several of them with single spaces between.
_WORD = r"[^\W\d_](?:[^\W_]|['’.](?!')|-(?!-))*"
_UNBRACED = pattern(rf"{_WORD}(?: {_WORD})*")
_PARTICLE = pattern(rf"['’]?{_WORD}['’]?(?: ['’]?{_WORD}['’]?)*")
_NOT_PLAIN = pattern(r"[\\{}$~`;=&\s]\s|[\\{}$~`;=&\t\n\r\f\v]|--|''")
_PLAIN_NAME = pattern(rf"({_WORD}), ({_WORD}(?: {_WORD})*)")
_BRACED_WORD = pattern(r"(?<!\\.)\{(?!\\)")
_MOST_READINGS = 4
# The space behind a command is none between words: Dezs\H o, S\o ren.
_SWALLOWED = (
    r"\\[Hbcdkrtuv][ \t\n]+(?=[A-Za-z])"
    r"|\\(?:aa|AA|ae|AE|i|j|l|L|o|O|oe|OE|ss)[ \t\n]+(?=[a-z])(?!(?:and|de|der|van|von|zu)\b)"
)
_TOKEN = pattern(
    rf"(?P<space>[\s~]+)|(?P<comma>,)|{_SWALLOWED}|\\.|[{{}}]|[^\\{{}},\s~]+|\\", re.DOTALL
)


def write_unbraced(names: Iterable[Contributor]) -> str:
    """The names as BibTeX text if each is a family and a given name without need of braces, else
    ""."""
    texts = []
    for name in names:
        if len(name) != 2 or "family" not in name or "given" not in name:
            return ""
        text = unbraced_name(name["family"], name["given"])
        if not text:
            return ""
        texts.append(text)
    return " and ".join(texts)


def write_names(names: Iterable[Contributor], particle: Particle) -> tuple[str, str]:
    """The names as BibTeX text, and what is altered ("" for nothing).

    `particle` is what a reader of the entry takes a `von` part for. What a reader makes of a name
    is written, so that it is the same when it is written again.
    """
    texts: list[str] = []
    altered = ""
    for name in names:
        as_read = name_as_read(name, particle)
        if as_read != name:
            altered = altered or _how_altered(name, particle)
        if as_read is not None:
            texts.append(write_name(as_read))
    return " and ".join(texts), altered


def name_as_read(name: Contributor, particle: Particle) -> Contributor | None:
    """What is read of `name` where it is written, and of that again; None where nothing is."""
    for _ in range(_MOST_READINGS):
        text = write_name(name)
        found = read_names(text, particle).names if text else []
        if not found:
            return None
        if found == [name]:
            break
        name = found[0]
    return name


def write_name(name: Contributor) -> str:
    """One name as BibTeX text; "" where there is nothing to write."""
    literal, family, given = _clean(name, "literal"), _clean(name, "family"), _clean(name, "given")
    suffix = _clean(name, "suffix")
    von = _von(_clean(name, "dropping-particle"), _clean(name, "non-dropping-particle"))
    if not family:
        whole = " ".join([part for part in (given, von.strip(" "), suffix) if part])
        return "{" + encode(literal or whole) + "}" if literal or whole else ""
    last = family if _is_unbraced(family) else _group(family)
    if not (von or given or suffix):
        return last if " " not in last else _group(family)
    return bibtex.write_name(
        von + last, _group_given(given) if given else "{}", _group_suffix(suffix) if suffix else ""
    )


def _von(*particles: str) -> str:
    """The particles as they stand before the family name, with the space behind them if any."""
    von = ""
    for particle in particles:
        if particle:
            latex = particle if _PARTICLE.fullmatch(particle) else _group(particle)
            von += f"{latex} " if takes_space(particle) else latex
    return von


def read_names(text: str, particle: Particle) -> Reading:
    """The names in the LaTeX `text` of a field; any string gives some list of names."""
    if (plain := plain_names(text)) is not None:
        return Reading(plain, [])
    names: list[Contributor] = []
    problems: list[Problem] = []
    truncated = False
    if ";" in text and (parted := _parted_by_semicolons(text)):
        problems.append(bibtex.several_problem(text))
        text = parted
    for parts in _split(text):
        if parts == [["others"]]:
            truncated = True
            continue
        truncated = bibtex.cut_et_al(parts) or truncated
        if name := bibtex.read_name(parts, particle, _LATEX):
            names.append(name)
            if ("literal" in name or len(parts) != 2) and (problem := _doubt(parts, name)):
                problems.append(problem)
    return Reading(names, problems, truncated)


def plain_names(text: str) -> list[Contributor] | None:
    """The names in `text`, if all are one word, a comma and words, as most are; else None.

    What else can stand in a name asks for the closer look of `read_names`.
    """
    if _NOT_PLAIN.search(text):
        return None
    names = [_plain_name(one) for one in text.split(" and ")]
    return None if None in names else names  # type: ignore[return-value]


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def _plain_name(text: str) -> Contributor | None:
    found = _PLAIN_NAME.fullmatch(text)
    if found is None or " and " in f" {found[0].lower()} " or " et al" in found[2].lower():
        return None
    return {"family": found[1], "given": found[2]}


def _parted_by_semicolons(text: str) -> str:
    """`text` with ` and ` for the semicolons that part names in it; "" where none do."""
    if "," not in text:
        return ""
    pieces: list[str] = []
    depth = start = 0
    for match in re.finditer(r"\\.|[{};]", text, re.DOTALL):
        depth = max(0, depth + (match[0] == "{") - (match[0] == "}"))
        if match[0] == ";" and depth == 0:
            pieces.append(text[start : match.start()])
            start = match.end()
    return " and ".join([*pieces, text[start:]]) if pieces else ""


def _doubt(parts: Parts, name: Contributor) -> Problem | None:
    braced = len(parts) == 1 and parts[0][0][:1] == "{"
    return bibtex.name_doubt(parts, name, braced=braced)


def _how_altered(name: Contributor, particle: Particle) -> str:
    if "comma-suffix" in name or "static-ordering" in name:
        return "the comma before the suffix and a fixed order of the parts are not kept"
    other = "dropping-particle" if particle == "non-dropping-particle" else "non-dropping-particle"
    if other in name:
        return "dropping and other particles are not distinguished"
    if particle in name:
        return "a particle with a capital or without a space is read as part of the family name"
    if "literal" not in name:
        return "a name of one part is written as an organization"
    return "not every part of a name is kept as it is"


def _clean(name: Contributor, part: str) -> str:
    value = name.get(part)
    return one_line(value)[0] if isinstance(value, str) else ""


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def unbraced_name(family: str, given: str) -> str:
    """`Last, First`; "" where one of them needs braces."""
    return f"{family}, {given}" if _is_unbraced(family) and _is_unbraced_given(given) else ""


def _is_unbraced(family: str) -> bool:
    """Whether `family` needs no braces: no word of it could be taken for `von` or `and`."""
    if not _UNBRACED.fullmatch(family):
        return False
    words = family.split(" ")
    if any(word.lower() == "and" for word in words):
        return False
    # The last word, and so a single one, is never `von`; but others may end in a suffix.
    return len(words) == 1 or not (any(word[0].islower() for word in words) or is_suffix(words[-1]))


def _is_unbraced_given(given: str) -> bool:
    if _UNBRACED.fullmatch(given) is None:
        return False
    low = f" {given} ".lower()
    return " and " not in low and " et al" not in low and not is_suffix(given)


def _group(text: str) -> str:
    return "{" + encode(text) + "}"


def _group_given(given: str) -> str:
    return given if _is_unbraced_given(given) else _group(given)


def _group_suffix(suffix: str) -> str:
    return suffix if is_suffix(suffix) else _group(suffix)


def _split(text: str) -> Iterator[Parts]:
    """For each name its comma-separated parts, each a list of words, still in LaTeX."""
    parts: Parts = [[]]
    word: list[str] = []
    depth = 0
    for match in _TOKEN.finditer(text + " "):
        token = match[0]
        if depth == 0 and match.lastgroup:
            if word and "".join(word).lower() == "and" and match.lastgroup == "space":
                yield parts
                parts = [[]]
            elif word:
                parts[-1].append("".join(word))
            word = []
            if match.lastgroup == "comma":
                parts.append([])
            continue
        depth = max(0, depth + (token == "{") - (token == "}"))
        word.append(token)
    if word:
        parts[-1].append("".join(word))
    yield parts


def _is_organization(words: list[str]) -> bool:
    """Whether words without a comma cannot be a person's: in braces, or as in `World Bank`."""
    if len(words) == 1:
        return words[0][0] == "{" and _closes_at_end(words[0])
    return _is_unbraced_organization(" ".join(words))


@lru_cache(maxsize=1 << 13)
def _is_unbraced_organization(latex: str) -> bool:
    # Braces of a command are no sign; others say what is one word.
    return not _BRACED_WORD.search(latex) and bibtex.is_unbraced_organization(decode(latex))


def _is_small(word: str) -> bool:
    """Whether BibTeX takes `word` for part of the von part: its first letter is small."""
    if word[0] == "{" and not word.startswith("{\\"):
        return False
    letters = decode(word).lstrip("'’`‘")
    return letters[:1].islower()


def _closes_at_end(word: str) -> bool:
    """Whether the brace that opens `word` is closed by its last character."""
    depth = 0
    for match in re.finditer(r"\\.|[{}]", word, re.DOTALL):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return match.end() == len(word)
    return False


_LATEX = Syntax(decode, _is_small, _is_organization)
"""What the words of a name mean, which are LaTeX."""
