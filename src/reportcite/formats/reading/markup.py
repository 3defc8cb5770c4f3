"""Formatted text as publishers deposit it: JATS, HTML and MathML, read as the markup of CSL.

Elements: JATS 1.3 ("face markup", "abstract"), MathML 3. CSL knows italics, bold, superscript,
subscript and small capitals; of all else the text remains.
"""

from __future__ import annotations

from html import escape
from typing import Final
from xml.etree import ElementTree

from reportcite.patterns import pattern
from reportcite.values.texts.entities import unescape

_SMALL_CAPITALS: Final = '<span style="font-variant:small-caps;">'
_PRINTED: Final = {
    **dict.fromkeys(("i", "italic", "em"), "i"),
    **dict.fromkeys(("b", "bold", "strong"), "b"),
    **dict.fromkeys(("sup", "superscript"), "sup"),
    **dict.fromkeys(("sub", "subscript"), "sub"),
    **dict.fromkeys(("sc", "scp"), "span"),
}
_BLOCKS: Final = frozenset(
    "blockquote br disp-formula disp-quote div h1 h2 h3 h4 h5 h6 li list list-item ol p sec table "
    "tr ul".split()
)
_OTHERS: Final = frozenset(
    "a abstract alternatives bdi bdo center cite code ext-link font inline-formula "
    "inline-graphic label mark monospace named-content ovl overline roman sans-serif small span "
    "strike styled-content tex-math tt u underline uri xref".split()
)
_TAG: Final = pattern(r"<(/?)((?:[a-z]+\d*:)?)([A-Za-z][\w.-]*)(\s[^<>]*)?(/?)>")
_HEADING: Final = pattern(r"<((?:jats:)?title)\b[^>]*>(.*?)</\1>\s*(?:<(?:jats:)?p>)?")
_SPAN: Final = pattern(r"<span\b([^>]*)>((?:(?!</?span\b).)*)</span>")
_CALLED_ABSTRACT: Final = frozenset(
    ("abstract", "summary", "zusammenfassung", "résumé", "resumen", "riassunto", "resumo")
)
_TEX: Final = pattern(r"<((?:jats:)?tex-math)\b[^>]*>.*?</\1>")
_MATH: Final = pattern(r"(\w{2})?<((?:mml:|m:)?math)\b[^>]*>.*?</\2>(?=(\w{2})?)")
_MATH_TAG: Final = pattern(r"<(/?)(?:\w+:)?(\w+)(?:\s[^<>]*?)?(/?)>")
_SPACE: Final = pattern(r"[ \t\r\n]+")
_BREAKS: Final = pattern(r" *\n[ \n]*")


def read_markup(text: str) -> str:
    """`text` with the markup of CSL for what it knows; paragraphs are lines.

    What is no element of JATS, HTML or MathML is text, such as `a <b> c` of unknown names.

    >>> read_markup("The <jats:italic>E. coli</jats:italic> report &amp; more")
    'The <i>E. coli</i> report & more'
    >>> read_markup("<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>")
    'One.\\nTwo.'
    """
    if "<" not in text:
        text = unescape(text)
        if "<" not in text:
            return text
    text = _SPACE.sub(" ", text)
    if "math" in text:
        text = _with_math(text)
    text = _HEADING.sub(lambda match: _heading(match[2]), unescape(text))
    text = _SPAN.sub(lambda match: _span(match[1], match[2]), text)
    text = _TAG.sub(lambda match: _tag(*match.groups(default="")), text)
    return _BREAKS.sub("\n", text).strip()


def _heading(text: str) -> str:
    """A heading within an abstract, before what it stands over."""
    bare = text.strip(" .:")
    if not bare or bare.lower() in _CALLED_ABSTRACT:
        return "<p>"
    return f"<p>{bare}: "


def _span(attributes: str, text: str) -> str:
    """A span, where it says what CSL knows of a text; else the text."""
    known = "small-caps" in attributes or "nocase" in attributes
    return f"<span{attributes}>{text}</span>" if known else text


def _tag(closing: str, prefix: str, name: str, attributes: str, empty: str) -> str:
    """What stands for a tag in the markup of CSL; the tag itself where it is none."""
    known = name.lower()
    if known in _PRINTED:
        printed = _PRINTED[known]
        if empty:
            return ""
        return f"</{printed}>" if closing else _opening(printed)
    if known == "span" and not prefix and (closing or attributes):
        return f"<{closing}{name}{attributes}>"
    if known in _BLOCKS:
        return "\n"
    if prefix or known in _OTHERS:
        return ""
    return f"<{closing}{name}{attributes}{empty}>"


def _opening(name: str) -> str:
    return _SMALL_CAPITALS if name == "span" else f"<{name}>"


def _with_math(text: str) -> str:
    """`text` with formulas of MathML as CSL can print them; those in TeX beside them are left
    out."""
    if not _MATH.search(text):
        return text
    text = _TEX.sub("", text)
    # Programs that fold the lines of a title lose the space before and behind a formula.
    return _MATH.sub(
        lambda match: (
            (f"{match[1]} " if match[1] else "")
            + _formula(match[0][len(match[1] or "") :])
            + (" " if match[3] else "")
        ),
        text,
    )


def _formula(element: str) -> str:
    bare = _MATH_TAG.sub(r"<\1\2\3>", element)
    # XML itself knows but five entities.
    whole = escape(unescape(bare.replace("&lt;", "&amp;lt;")), quote=False)
    whole = pattern(r"&lt;(/?\w+/?)&gt;").sub(r"<\1>", whole).replace("&amp;lt;", "&lt;")
    try:
        return _printed(ElementTree.fromstring(whole))
    except ElementTree.ParseError:
        return _MATH_TAG.sub("", element)


def _printed(element: ElementTree.Element) -> str:
    parts = [_printed(child) for child in element]
    match element.tag, parts:
        case "msub", [base, low]:
            return f"{base}<sub>{low}</sub>"
        case "msup", [base, high]:
            return f"{base}<sup>{high}</sup>"
        case "msubsup", [base, low, high]:
            return f"{base}<sub>{low}</sub><sup>{high}</sup>"
        case "mfrac", [above, below]:
            return f"{above}/{below}"
        case "mspace", _:
            return " "
    root = "√" if element.tag == "msqrt" else ""
    return root + escape((element.text or "").strip(), quote=False) + "".join(parts)
