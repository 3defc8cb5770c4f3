"""The reference pages by the names of their files, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tests.conftest import ROOT
from tests.reference.commands import commands
from tests.reference.fields import fields
from tests.reference.formats import formats
from tests.reference.library import library
from tests.reference.rules import rules
from tests.reference.schemas import schemas
from tests.reference.settings import settings
from tests.reference.styles import styles

FOLDER: Final = ROOT / "docs" / "reference"
NOTE: Final = (
    "<!-- Made from the code by `python -m tests.reference`; changes belong there. -->\n\n"
)
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "commands.md": commands,
    "fields.md": fields,
    "formats.md": formats,
    "library.md": library,
    "rules.md": rules,
    "schemas.md": schemas,
    "settings.md": settings,
    "styles.md": styles,
}


def made(name: str) -> str:
    """The text of the page called so, as the code has it now."""
    return NOTE + PAGES[name]()
