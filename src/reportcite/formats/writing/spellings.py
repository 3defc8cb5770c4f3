"""How the text of a value may stand in files that are fixed in place, the most usual way first."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import InPlace

_YAML_LINE_END: Final = "\r\n|[\n\r\x85\u2028\u2029]"


def as_it_is(variable: str, text: str) -> tuple[str, ...]:
    """In formats without escapes."""
    return (text,)


def in_json(variable: str, text: str) -> tuple[str, ...]:
    r"""In a string of JSON: all letters as they are, or those beyond ASCII as `\u00e4`; strokes as
    they are, or with a backslash before them, as PHP writes them.

    >>> in_json("title", '"ä"')[:2]
    ('\\"ä\\"', '\\"\\u00e4\\"')
    """
    from json import dumps

    both = [dumps(text, ensure_ascii=only_ascii)[1:-1] for only_ascii in (False, True)]
    return (*both, *(one.replace("/", "\\/") for one in both))


def in_yaml(variable: str, text: str) -> tuple[str, ...]:
    """In a scalar of YAML: plain or in a block, in single quotes, in double ones; and with single
    quotes round it, where it cannot be plain.

    >>> in_yaml("title", "It's")
    ("It's", "It''s", "It's", "'It''s'")
    """
    from json import dumps

    single = text.replace("'", "''")
    return (text, single, dumps(text, ensure_ascii=False)[1:-1], f"'{single}'")


LINES: Final = InPlace(as_it_is)
"""That of formats with one value a line."""

JSON: Final = InPlace(in_json, "\n")
"""That of formats that are JSON."""

YAML: Final = InPlace(in_yaml, _YAML_LINE_END)
"""That of formats that are YAML."""
