"""How a value stands in a reference: behind its tag, or in a note behind the variable's label."""

from __future__ import annotations

from functools import lru_cache

from reportcite.formats.ris.fields import label_of
from reportcite.values.language import language_tag, primary_language


def line(tag: str, text: str) -> str:
    """A tag and its value on a line.

    >>> line("PY", "2024")
    'PY  - 2024\\r\\n'
    """
    return f"{tag}  - {text}\r\n"


def with_label(variable: str, text: str) -> str:
    """The line for a value without a tag: a note where a colon in it would confuse M1's.

    >>> with_label("event", "A Day"), with_label("event", "A: B")
    ('M1  - Event: A Day\\r\\n', 'N1  - Event: A: B\\r\\n')
    """
    return f"{'N1' if ':' in text else 'M1'}  - {label_of(variable)}: {text}\r\n"


@lru_cache(maxsize=1024)  # the records of a file are in a few languages
def language_line(tag: str, text: str) -> tuple[str, bool]:
    """The line for the language in `text`, and whether that is all it says; other texts than tags
    of languages are kept.

    >>> language_line("LA", "de-AT")
    ('LA  - de\\r\\n', False)
    """
    language = primary_language(text) or text
    return line(tag, language_tag(language)) if text else "", language == text
