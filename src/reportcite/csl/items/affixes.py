"""Prefixes and suffixes of cites, as people type them: often without the space that words need."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern

# From here on stand scripts that set no spaces between words (CJK).
_FIRST_UNSPACED: Final = "\u2e80"
_ENDS_A_WORD: Final = pattern(r"[\w.,;:!?)\]}%&§¶…”»]\Z")
_BEGINS_A_WORD: Final = pattern(r"[\w(\[{&§¶“„«#+=<>]")


def spaced_prefix(text: str) -> str:
    """`text` with a space behind it if it ends with a word or a mark that ends one.

    >>> spaced_prefix("see"), spaced_prefix("cf."), spaced_prefix("see "), spaced_prefix("l’")
    ('see ', 'cf. ', 'see ', 'l’')
    """
    needs = _ENDS_A_WORD.search(text) is not None and text[-1] < _FIRST_UNSPACED
    return f"{text} " if needs else text


def spaced_suffix(text: str) -> str:
    """`text` with a space before it if it begins with a word, not with a mark.

    >>> spaced_suffix("ff."), spaced_suffix(", my italics"), spaced_suffix("(rev.)")
    (' ff.', ', my italics', ' (rev.)')
    """
    needs = _BEGINS_A_WORD.match(text) is not None and text[0] < _FIRST_UNSPACED
    return f" {text}" if needs else text
