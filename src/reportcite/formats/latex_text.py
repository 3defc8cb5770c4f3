"""Plain text as LaTeX text for BibTeX fields, and LaTeX text as plain text.

Written is UTF-8 with the special characters escaped, no accent macros: every reader tried takes
UTF-8. Read is what people type: accents, symbols, dashes, quotes, font commands, simple maths.
"""

from __future__ import annotations

import re
import unicodedata

from reportcite.formats.latex_symbols import ACCENTS, MARKUP, SWITCHES, SYMBOLS

_SPECIAL = re.compile(r"[&%$#_~^\\{}\u00a0]")
_LIGATURE = re.compile(r"-(?=-)|'(?=')|`(?=`)|[?!](?=`)")
_ESCAPES = {
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "\u00a0": "~",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "\\": r"{\textbackslash}",
}  # fmt: skip
_BALANCED = _ESCAPES | {"{": r"\{", "}": r"\}"}
_UNBALANCED = _ESCAPES | {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}


SPECIAL_BYTES = b"&%$#_~^\\{}`"
SPECIAL_PAIRS = ("--", "''", "\u00a0")
"""The ASCII characters, and the other strings, that `encode` does not keep as they are."""


def encode(text: str) -> str:
    r"""`text` as LaTeX text, braces balanced at every depth.

    >>> encode("R&D at 100 % -- a {set}")
    'R\\&D at 100 \\% -{}- a \\{set\\}'
    """
    if _SPECIAL.search(text):
        escapes = _BALANCED if _is_balanced(text) else _UNBALANCED
        encoded = _SPECIAL.sub(lambda match: escapes[match[0]], text)
    else:
        encoded = text
    if "--" in text or "''" in text or "`" in text:
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


# A command swallows the blanks after it. Every alternative is linear: none can be retried longer.
_TOKEN = re.compile(
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
# Commands whose (first) argument is no text of the value.
_SILENT = frozenset({"vspace", "hspace", "label", "noopsort", "color", "selectlanguage", "href"})
_NOT_PLAIN = re.compile(r"[\\{}$~\-`'?!]")
_BLANKS = re.compile(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")


def decode(text: str) -> str:
    r"""LaTeX text as plain text, with CSL markup for italics, bold, super- and subscript.

    Takes any string, also malformed LaTeX, in time linear in its length; unknown commands vanish,
    their arguments stay. Blanks are folded.

    >>> decode(r"{\"U}ber {DNA} -- \emph{Caf\'e} \& {\ss}")
    'Über DNA – <i>Café</i> & ß'
    """
    return fold_blanks(_Decoder().run(text) if _NOT_PLAIN.search(text) else text)


def fold_blanks(text: str) -> str:
    """`text` as BibTeX sees it: a run of blanks or line breaks is one blank, none at the ends."""
    return _BLANKS.sub(" ", text).strip(" ")


class _Decoder:
    """One pass over the tokens with a stack of open groups; no recursion, so no depth to fear."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.groups: list[tuple[int, str]] = []  # where each began, what closes it
        self.accents = ""  # combining marks for the next letter
        self.markup: tuple[str, str] | None = None  # for the next group or character
        self.silent = False  # whether the next group is left out
        self.maths = False

    def run(self, text: str) -> str:
        """The plain text of `text`."""
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "text"
            getattr(self, f"_{kind}")(match[kind])
        while self.groups:
            self._close("}")
        return "".join(self.out)

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

    def _maths(self, _: str) -> None:
        self.maths = not self.maths

    def _verbatim(self, token: str) -> None:
        self._put(token)

    def _put(self, text: str) -> None:
        if not text:
            return
        self.silent = False
        if self.accents:
            text = _accented(text.lstrip(" "), self.accents)
            self.accents = ""
        if self.markup:
            before, after = self.markup
            text, self.markup = f"{before}{text[0]}{after}{text[1:]}", None
        self.out.append(text)

    def _command(self, name: str) -> None:
        if name in SYMBOLS:
            self._put(SYMBOLS[name])
        elif name in ACCENTS:
            self._accent(name)
        elif name in MARKUP:
            self.markup = MARKUP[name]
        elif name in SWITCHES and self.groups and len(self.groups[-1][1]) < 50:
            before, after = SWITCHES[name]
            start, close = self.groups.pop()
            self.out.append(before)
            self.groups.append((start, after + close))
        elif name in _SILENT:
            self.silent = True

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self._accent(sign)
        elif sign in "()[]":
            self.maths = sign in "(["
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
        self.markup, self.silent = None, False
        self.groups.append((start, close))

    def _close(self, _: str) -> None:
        if self.accents:  # over nothing, as in \~{}
            self.out.append(_accented("", self.accents))
        self.accents, self.markup = "", None
        if not self.groups:
            return
        start, close = self.groups.pop()
        if close.endswith(_LEAVE_OUT):
            del self.out[start:]
        else:
            self.out.append(close)


_LEAVE_OUT = "\0"


def _accented(text: str, marks: str) -> str:
    """`text` with combining `marks` on its first letter; an accent over nothing is a sign."""
    if not text:
        return _ALONE.get(marks, "")
    first = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    return unicodedata.normalize("NFC", first + marks) + text[1:]


_ALONE = {"\u0303": "~", "\u0302": "^", "\u0300": "`", "\u0301": "´", "\u0308": "¨"}
