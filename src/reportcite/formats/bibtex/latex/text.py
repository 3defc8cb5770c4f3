"""Plain text as LaTeX text for BibTeX fields, and LaTeX text as plain text.

Written is UTF-8 with the special characters escaped, no accent macros: every reader tried takes
UTF-8. Read is what people type: accents, symbols, dashes, quotes, font commands, simple maths.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from reportcite.formats.bibtex.latex.markup import encode_markup
from reportcite.formats.bibtex.latex.simple import decode_pieces
from reportcite.formats.bibtex.latex.symbols import (
    ACCENTS,
    ASIDES,
    FRACTIONS,
    INVISIBLE,
    MARKUP,
    OPERATORS,
    SILENT,
    SWITCHES,
    SYMBOLS,
)
from reportcite.patterns import pattern
from reportcite.values.title import PROTECTED

_SPECIAL = pattern(r"[&%$#_~^\\{}\u00a0]")
_LIGATURE = pattern(r"-(?=-)|'(?=')|`(?=`)|<(?=<)|[?!](?=`)")
_ESCAPES = {
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "\u00a0": "~",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "\\": r"{\textbackslash}",
}  # fmt: skip
_BALANCED = _ESCAPES | {"{": r"\{", "}": r"\}"}
_UNBALANCED = _ESCAPES | {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}


SPECIAL_BYTES = b"&%$#_~^\\{}`<"
SPECIAL_PAIRS = ("--", "''", "\u00a0")
"""The ASCII characters, and the other strings, that `encode` does not keep as they are."""


def encode(text: str) -> str:
    r"""`text` as LaTeX text, braces balanced at every depth.

    CSL's markup for italics and the like becomes commands; tags that are not closed are text.

    >>> encode("R&D at 100 % -- a {set} of <i>E. coli</i>")
    'R\\&D at 100 \\% -{}- a \\{set\\} of \\textit{E. coli}'
    """
    encoded = _encode_plain(text)
    return encode_markup(encoded) if "<" in encoded else encoded


def _encode_plain(text: str) -> str:
    if _SPECIAL.search(text):
        escapes = _BALANCED if _is_balanced(text) else _UNBALANCED
        encoded = _SPECIAL.sub(lambda match: escapes[match[0]], text)
    else:
        encoded = text
    if "--" in text or "''" in text or "`" in text or "<<" in text:
        encoded = _LIGATURE.sub(r"\g<0>{}", encoded)
    return encoded


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in text:
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


# A command swallows the spaces after it. Every alternative is linear: none can be retried longer.
_TOKEN = pattern(
    r"\\(?:url|nolinkurl|path)[ \n\t]*\{(?P<verbatim>[^{}]*)\}"
    r"|\\(?P<command>[A-Za-z]+)\*?[ \n\t]*"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<maths>\$\$?)"
    r"|(?P<ligature>---?|``|''|\?`|!`|~)"
    r"|(?P<text>[^\\{}$~\-`'?!]+|.)",
    re.DOTALL,
)
_LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡", "~": "\u00a0",
}  # fmt: skip
_NOT_PLAIN = pattern(r"[\\{}$~`]|--|''")
_BRACE = pattern(r"[{}]")
_SPACES = pattern(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")


def decode(text: str) -> str:
    r"""LaTeX text as plain text, with CSL markup for italics, bold, super- and subscript.

    Takes any string, also malformed LaTeX, in time linear in its length; unknown commands vanish,
    their arguments stay. Spaces are folded.

    >>> decode(r"{\"U}ber {DNA} -- \emph{Caf\'e} \& {\ss}")
    'Über DNA – <i>Café</i> & ß'
    """
    return decode_noting(text)[0]


def decode_title(text: str, *, emphasis: bool = True) -> tuple[str, tuple[str, ...]]:
    r"""As `decode_noting`, with CSL's marks round what keeps its case: what stands in braces, but
    for a letter in them that a command begins, and letters of maths (btxdoc, section 4: "special
    characters"). With `emphasis` these braces may be those of a font, as in BibTeX and biblatex.

    >>> decode_title(r"The {numpy} array, $k$ and {\"o}")[0]
    'The <span class="nocase">numpy</span> array, <span class="nocase">k</span> and ö'
    >>> decode_title(r"\emph{Homo sapiens} {\emph{today}}")[0]
    '<i><span class="nocase">Homo sapiens</span></i> <i>today</i>'
    """
    if not _NOT_PLAIN.search(text):
        return fold_spaces(text), ()
    if simple := decode_pieces(text, _title_piece):
        return fold_spaces(simple), ()
    decoder = _Decoder(protects=True, emphasis=emphasis)
    plain = decoder.run(text)
    return fold_spaces(plain), tuple(dict.fromkeys(decoder.lost))


def whole_in_braces(latex: str) -> bool:
    """Whether one pair of braces holds all of `latex`."""
    if latex[:1] != "{" or latex[-1:] != "}":
        return False
    depth = 0
    for match in _BRACE.finditer(latex):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return match.end() == len(latex)
    return False


def decode_noting(text: str) -> tuple[str, tuple[str, ...]]:
    r"""As `decode`, and the commands of which nothing is left in the text.

    >>> decode_noting(r"A \weird title\footnote{Revised.}")
    ('A title', ('\\weird', '\\footnote'))
    """
    if not _NOT_PLAIN.search(text):
        return fold_spaces(text), ()
    if simple := decode_pieces(text, _piece):
        return fold_spaces(simple), ()
    decoder = _Decoder()
    plain = decoder.run(text)
    return fold_spaces(plain), tuple(dict.fromkeys(decoder.lost))


@lru_cache(maxsize=1 << 11)  # the same words, letters and signs stand in many texts
def _piece(latex: str) -> str:
    """What a piece of LaTeX means that says nothing about what is beside it; "" if it may."""
    is_command = latex[:2] == "{\\" and latex[2:-1].isalpha()
    return "" if is_command and latex[2:-1] not in SYMBOLS else _Decoder().run(latex)


@lru_cache(maxsize=1 << 11)
def _title_piece(latex: str) -> str:
    return _Decoder(protects=True).run(latex) if _piece(latex) else ""


def fold_spaces(text: str) -> str:
    """`text` as BibTeX sees it: a run of spaces or line breaks is one space, none at the ends."""
    if "  " not in text and text.isprintable():  # as are most, and this runs for each
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ")


class _Decoder:
    """One pass over the tokens with a stack of open groups; no recursion, so no depth to fear."""

    def __init__(self, *, protects: bool = False, emphasis: bool = False) -> None:
        self.protects = protects
        self.emphasis = emphasis  # whether the braces of a font protect, too
        self.protectable = False  # whether braces here would be no command's
        self.maths_start = 0
        self.maths_sign = ""  # what opened the maths, $ or $$
        self.out: list[str] = []
        self.groups: list[tuple[int, str]] = []  # where each began, what closes it
        self.accents = ""  # combining marks for the next letter
        self.markup: tuple[str, str] | None = None  # for the next group or character
        self.silent = False  # whether the next group is left out
        self.maths = False
        self.unknown = ""  # a command that may have an argument yet
        self.space_due = False  # whether a space belongs before a letter that follows
        self.lost: list[str] = []

    def run(self, text: str) -> str:
        """The plain text of `text`."""
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "text"
            if kind == "open":
                self.protectable = not self.unknown and text[match.end() : match.end() + 1] != "\\"
            if self.unknown and (kind != "open" or text[match.end() : match.end() + 1] == "}"):
                self._name_unknown(spaced=text[match.start() - 1].isspace())
            if self.unknown:
                self.unknown = ""
            _WRITE_TOKEN[kind](self, match[kind])
        if self.unknown:
            self._name_unknown(spaced=False)
        while self.groups:
            self._close("}")
        plain = "".join(self.out)
        if "«" in plain:
            plain = plain.replace(_OPEN_FRENCH + " ", _OPEN_FRENCH)
        return plain.replace(_DEGREE, "°") if "∘" in plain else plain

    def _name_unknown(self, *, spaced: bool) -> None:
        r"""An unknown command without an argument: with a capital behind its first letter it stands
        for a name, mostly, such as \NASA or \LyX."""
        if any(map(str.isupper, self.unknown[1:])):
            self._put(self.unknown)
            self.space_due = spaced
        else:
            self.lost.append(f"\\{self.unknown}")

    def _text(self, token: str) -> None:
        if not self.maths or not ("^" in token or "_" in token):
            self._put(token)
            return
        for piece in re.split(r"([\^_])", token):
            if piece in ("^", "_"):
                self.markup = MARKUP["textsuperscript" if piece == "^" else "textsubscript"]
            else:
                self._put(piece)

    def _ligature(self, token: str) -> None:
        self._put(token if self.maths and token != "~" else _LIGATURES[token])

    def _maths(self, sign: str) -> None:
        self._turn_maths(not self.maths)
        if sign == "$$" and self.maths_sign == "$" and not self.maths:  # $a$$b$: two formulas
            self._turn_maths(True)
        else:
            self.maths_sign = sign

    def _turn_maths(self, on: bool) -> None:
        if self.maths and not on and not self.groups:
            self._protect(self.maths_start)
        self.maths = on
        self.maths_start = len(self.out)

    def _protect(self, start: int) -> None:
        """Mark what was put since `start` as keeping its case, if there is any of it."""
        part = "".join(self.out[start:])
        if self.protects and any(map(str.isalpha, part)):
            self.out[start:] = [PROTECTED, part, "</span>"]

    def _put(self, text: str) -> None:
        if not text:
            return
        self.silent = False
        if self.accents:
            text = _accented(text.lstrip(" "), self.accents)
            self.accents = ""
        elif self.space_due and not self.markup and text[0].isalnum():
            text = f" {text}"
        self.space_due = False
        if self.markup:
            (before, after), self.markup = self.markup, None
            first, text = text[:1], text[1:]
            self.out += [before, first]
            self._end_markup(after, len(self.out) - 1)
            if self.markup and text:  # the denominator of \\frac12
                self._put(text)
                return
        self.out.append(text)

    def _command(self, name: str) -> None:
        if name in SYMBOLS:
            # The space after the command is lost; one before it asks for one after.
            begun = len(self.out) > self.maths_start or not SYMBOLS[name].isalpha()  # 5 $\mu$m
            space_due = self.maths and begun and "".join(self.out[-1:])[-1:] == " "
            if name == _CLOSE_FRENCH and self.out:
                self.out[-1] = self.out[-1].rstrip()
            self._put(SYMBOLS[name])
            self.space_due = space_due or name == _CLOSE_FRENCH
        elif name in ACCENTS:
            self._accent(name)
        elif name in MARKUP:
            self.markup = MARKUP[name]
        elif name in SWITCHES and self.groups and len(self.groups[-1][1]) < 50:
            before, after = SWITCHES[name]
            start, close = self.groups.pop()
            self.out.append(before)
            self.groups.append((start, after + close))
        elif name in OPERATORS:
            before = " " if self.out and self.out[-1][-1:].isalnum() and not self.markup else ""
            self._put(before + name)
            self.space_due = True
        elif name in FRACTIONS and len(self.groups) < 50:
            self.markup = ("", _NUMERATOR)
        elif name in SILENT or name in ASIDES:
            self.silent = True
            if name in ASIDES:
                self.lost.append(f"\\{name}")
        elif name not in INVISIBLE:
            self.unknown = name

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self._accent(sign)
        elif sign in "()[]":
            self._turn_maths(sign in "([")
        elif sign == ",":
            self._put("\u2009")
        elif sign in ";: \n\t\\":
            self._put(" ")
        elif sign not in "-/!*>@":  # hyphenation hints and kerning
            self._put(sign)

    def _accent(self, name: str) -> None:
        self.accents = (ACCENTS[name] + self.accents)[:3]

    def _open(self, _: str) -> None:
        start, close = len(self.out), ""
        if self.silent:
            close = _LEAVE_OUT
        elif self.markup:
            before, close = self.markup
            self.out.append(before)
            if self.emphasis and not self.maths and before in _FONTS and self._may_protect():
                start, close = len(self.out), close + _PROTECT
        elif self.protectable and not (self.maths or self.accents) and self._may_protect():
            close = _PROTECT
        self.markup, self.silent, self.space_due = None, False, False
        self.groups.append((start, close))

    def _may_protect(self) -> bool:
        """Whether all groups that are open, a few at most, are those of markup."""
        closing = (close for _, close in self.groups)
        return len(self.groups) < 10 and all(one[:1] == "<" and one[-1] == ">" for one in closing)

    def _close(self, _: str) -> None:
        if self.accents:  # over nothing, as in \~{}
            self.out.append(_accented("", self.accents))
        self.accents, self.markup = "", None
        if not self.groups:
            return
        start, close = self.groups.pop()
        if close.endswith(_LEAVE_OUT):
            del self.out[start:]
            return
        if close.endswith(_PROTECT):
            self._protect(start)
        self._end_markup(close.removesuffix(_PROTECT), start)

    def _end_markup(self, close: str, start: int) -> None:
        """Put what ends a group that began at `start`; the parts of a fraction get a stroke."""
        if not close.endswith((_NUMERATOR, _DENOMINATOR)):
            self.out.append(close)
            return
        part = "".join(self.out[start:])
        self.out[start:] = [part if _ONE_TERM.fullmatch(part) else f"({part})"]
        if close.endswith(_NUMERATOR):
            self.out.append("/")
            self.markup = ("", _DENOMINATOR)


_WRITE_TOKEN: Mapping[str, Callable[[_Decoder, str], None]] = MappingProxyType(
    {
        "verbatim": _Decoder._put,
        "command": _Decoder._command,
        "sign": _Decoder._sign,
        "open": _Decoder._open,
        "close": _Decoder._close,
        "maths": _Decoder._maths,
        "ligature": _Decoder._ligature,
        "text": _Decoder._text,
    }
)
"""Group of `_TOKEN` → what writes a token of its kind."""

# Babel's quotation marks for French hold the spaces within them, in place of those typed there.
_OPEN_FRENCH = SYMBOLS["og"]
_CLOSE_FRENCH = "fg"
_LEAVE_OUT = "\0"
_PROTECT = "\3"
_NUMERATOR, _DENOMINATOR = "\1", "\2"
_FONTS = frozenset(before for before, _ in SWITCHES.values())
_ONE_TERM = pattern(r"\w*")
_DEGREE = "<sup>∘</sup>"


def _accented(text: str, marks: str) -> str:
    """`text` with combining `marks` on its first letter; an accent over nothing is a sign."""
    if not text:
        return _ALONE.get(marks, "")
    first = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    return unicodedata.normalize("NFC", first + marks) + text[1:]


_ALONE = {"\u0303": "~", "\u0302": "^", "\u0300": "`", "\u0301": "´", "\u0308": "¨"}
