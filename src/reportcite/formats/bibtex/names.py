"""Names in BibTeX's syntax: `von Last, Jr., First`, corporate bodies in braces, joined by `and`.

The parts are told apart as Oren Patashnik's "Designing BibTeX Styles" describes it; read, but not
written, is biblatex's `family=…, given=…` as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from reportcite.formats.bibtex.latex.text import decode, encode
from reportcite.formats.writing.one_line import one_line
from reportcite.problems import Problem, shown
from reportcite.values.names.organizations import has_body_noun, is_body
from reportcite.values.names.typed import name_fault
from reportcite.values.rules import NAME_LIST, NAME_SPLIT
from reportcite.values.shapes import Contributor

Particle = Literal["non-dropping-particle", "dropping-particle"]

# Letters with dots, hyphens and apostrophes inside; several of them with single blanks between.
_WORD = r"[^\W\d_](?:[^\W_]|['’.](?!')|-(?!-))*"
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD})*")
_PARTICLE = re.compile(rf"['’]?{_WORD}['’]?(?: ['’]?{_WORD}['’]?)*")
_TOKEN = re.compile(r"(?P<blank>[\s~]+)|(?P<comma>,)|\\.|[{}]|[^\\{},\s~]+|\\", re.DOTALL)
_EXTENDED = re.compile(r"(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)


_ET_AL = (["et", "al."], ["et", "al"])
_JOINED_PARTICLE = ("'", "’")


class Names(NamedTuple):
    """The names of one field, whether it ended in `and others`, and what is doubtful about them."""

    names: list[Contributor]
    truncated: bool
    faults: list[Problem]


def plain_names(names: Iterable[Contributor]) -> str:
    """The names as BibTeX text if each is a plain family and given name, else ""."""
    texts = []
    for name in names:
        if len(name) != 2 or "family" not in name or "given" not in name:
            return ""
        text = _two_plain_parts(name["family"], name["given"])
        if not text:
            return ""
        texts.append(text)
    return " and ".join(texts)


def write_names(names: Iterable[Contributor], particle: Particle) -> tuple[str, str]:
    """The names as BibTeX text, and what is altered ("" for nothing).

    `particle` is what a reader of the entry takes a `von` part for.
    """
    texts: list[str] = []
    altered = ""
    for name in names:
        text = write_name(name)
        if text:
            texts.append(text)
        if not text or [name] != read_names(text, particle).names:
            altered = altered or _how_altered(name, particle)
    return " and ".join(texts), altered


def write_name(name: Contributor) -> str:
    """One name as BibTeX text; "" where there is nothing to write."""
    literal, family, given = _clean(name, "literal"), _clean(name, "family"), _clean(name, "given")
    suffix = _clean(name, "suffix")
    von = " ".join(
        part if _PARTICLE.fullmatch(part) else _group(part)
        for part in (_clean(name, "dropping-particle"), _clean(name, "non-dropping-particle"))
        if part
    )
    if not family:
        whole = " ".join(part for part in (given, von, suffix) if part)
        return "{" + encode(literal or whole) + "}" if literal or whole else ""
    last = family if _is_plain(family) else _group(family)
    if not (von or given or suffix):
        return last if " " not in last else _group(family)
    parts = [_behind(von, last), *([_group_given(suffix)] if suffix else [])]
    return ", ".join([*parts, _group_given(given) if given else "{}"])


def _behind(von: str, last: str) -> str:
    return von + last if von.endswith(_JOINED_PARTICLE) else f"{von} {last}".strip()


def read_names(text: str, particle: Particle) -> Names:
    """The names in the LaTeX `text` of a field; any string gives some list of names."""
    names: list[Contributor] = []
    faults: list[Problem] = []
    truncated = False
    if ";" in text and (parted := _parted_by_semicolons(text)):
        faults.append(_several(text))
        text = parted
    for parts in _split(text):
        if parts == [["others"]]:
            truncated = True
            continue
        if [word.lower() for word in parts[-1][-2:]] in _ET_AL:
            del parts[-1][-2:]
            truncated = True
        if name := _read_name(parts, particle):
            names.append(name)
            if ("literal" in name or len(parts) != 2) and (fault := _doubt(parts, name)):
                faults.append(fault)
    return Names(names, truncated, faults)


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


def _doubt(parts: list[list[str]], name: Contributor) -> Problem | None:
    """What is doubtful about `name`, read from `parts`, that holds another number than two."""
    literal = name.get("literal", "")
    if not literal:
        return None
    if len(parts) > 3 or (";" in literal and "," in literal and not has_body_noun(literal)):
        return _several(literal)
    if len(parts) == 1 and parts[0][0][:1] == "{":
        # Braces say that it is a body; several names in them are a slip.
        fault = name_fault(literal, name) if len(literal) < 500 else None
        return fault if fault and fault.rule is NAME_LIST else None
    if len(parts[0]) > 1:
        message = f"{shown(literal)} is taken for a body, not for a person"
        hint = "write it in braces, {World Bank}, and a person as “Bank, World”"
        return NAME_SPLIT.found(message, hint)
    return None


def _several(text: str) -> Problem:
    message = f"{shown(text)} holds more than one name, and they are not parted by “and”"
    return NAME_LIST.found(message, "write “Family, Given and Family, Given”")


def _how_altered(name: Contributor, particle: Particle) -> str:
    if "comma-suffix" in name or "static-ordering" in name:
        return "the comma before the suffix and a fixed order of the parts are not kept"
    other = "dropping-particle" if particle == "non-dropping-particle" else "non-dropping-particle"
    if other in name:
        return "dropping and other particles are not told apart"
    if particle in name:
        return "a particle with a capital or an apostrophe is read as part of the family name"
    if "literal" not in name:
        return "a name of one part is written as a corporate body"
    return "not every part of a name is kept as it is"


def _clean(name: Contributor, part: str) -> str:
    value = name.get(part)
    return one_line(value)[0] if isinstance(value, str) else ""


@lru_cache(maxsize=1 << 13)  # the same people write many reports
def _two_plain_parts(family: str, given: str) -> str:
    """`Last, First`; "" where one of them needs braces."""
    return f"{family}, {given}" if _is_plain(family) and _is_plain_given(given) else ""


def _is_plain(family: str) -> bool:
    """Whether `family` needs no braces: no word of it could be taken for `von` or `and`."""
    if not _PLAIN.fullmatch(family):
        return False
    return not any(word[0].islower() or word.lower() == "and" for word in family.split(" "))


def _is_plain_given(given: str) -> bool:
    if _PLAIN.fullmatch(given) is None:
        return False
    low = f" {given} ".lower()
    return " and " not in low and " et al" not in low


def _group(text: str) -> str:
    return "{" + encode(text) + "}"


def _group_given(given: str) -> str:
    return given if _is_plain_given(given) else _group(given)


def _split(text: str) -> Iterator[list[list[str]]]:
    """For each name its comma-separated parts, each a list of words, still in LaTeX."""
    parts: list[list[str]] = [[]]
    word: list[str] = []
    depth = 0
    for match in _TOKEN.finditer(text + " "):
        token = match[0]
        if depth == 0 and match.lastgroup:
            if word and "".join(word).lower() == "and" and match.lastgroup == "blank":
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


def _read_name(parts: list[list[str]], particle: Particle) -> Contributor | None:
    if not any(parts):
        return None
    if parts[0] and _EXTENDED.match(parts[0][0]):
        return _read_extended(parts, particle)
    if len(parts) == 1:
        return _read_spoken(parts[0], particle)
    if len(parts) > 3:
        return _literal([", ".join([" ".join(part) for part in parts])])
    start = _end_of_von(parts[0])
    suffix = parts[1] if len(parts) > 2 else []
    return _name(parts[0][start:], parts[-1], parts[0][:start], suffix, particle)


def _read_spoken(words: list[str], particle: Particle) -> Contributor | None:
    if len(words) == 1 and words[0][0] == "{" and _closes_at_end(words[0]):
        return _literal(words)
    if len(words) > 1 and _is_unbraced_body(" ".join(words)):
        return _literal(words)
    first, von, last = _spoken(words)
    return _name(last, first, von, [], particle)


def _read_extended(parts: list[list[str]], particle: Particle) -> Contributor | None:
    named: dict[str, list[str]] = {}
    for part in parts:
        key, _, value = " ".join(part).partition("=")
        named[key.strip().lower()] = [value.strip()]
    if named.get("useprefix"):
        drops = named["useprefix"][0].lower() == "false"
        particle = "dropping-particle" if drops else "non-dropping-particle"
    return _name(
        named.get("family", []),
        named.get("given", []),
        named.get("prefix", []),
        named.get("suffix", []),
        particle,
    )


def _name(
    last: list[str], first: list[str], von: list[str], suffix: list[str], particle: Particle
) -> Contributor | None:
    family = decode(" ".join(last))
    if not family:
        return _literal([*first, *von, *suffix])
    name: Contributor = {"family": family}
    if given := decode(" ".join(first)):
        name["given"] = given
    if prefix := decode(" ".join(von)):
        name[particle] = prefix
    if junior := decode(" ".join(suffix)):
        name["suffix"] = junior
    return name


def _literal(words: list[str]) -> Contributor | None:
    text = decode(" ".join(words))
    return {"literal": text} if text else None


@lru_cache(maxsize=1 << 13)
def _is_unbraced_body(latex: str) -> bool:
    """Whether words without a comma cannot be a person's, as in `World Bank`."""
    if "{" in latex:
        return False
    text = decode(latex)
    has_von = any(word.islower() for word in text.split(" "))
    return has_body_noun(text) if has_von else is_body(text)


def _spoken(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """First, von and Last of `First von Last`: von is what stands between small-letter words."""
    small = [index for index, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return words[:-1], [], words[-1:]
    return words[: small[0]], words[small[0] : small[-1] + 1], words[small[-1] + 1 :]


def _end_of_von(words: list[str]) -> int:
    small = [index for index, word in enumerate(words[:-1]) if _is_small(word)]
    return small[-1] + 1 if small else 0


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
