"""What becomes of names in formats that hold them as one line of text."""

from __future__ import annotations

from collections.abc import Sequence

from reportcite.formats.loss import Fields
from reportcite.values.names.display import name_text
from reportcite.values.names.typed import name_from_text
from reportcite.values.shapes import Contributor


def declare_names(fields: Fields, variable: str, names: Sequence[Contributor]) -> None:
    """Declare the names of `variable` changed where their text does not separate their parts."""
    if any(name_from_text(name_text(name)) != name for name in names):
        fields.change(variable, "the text of a name does not show where its parts end")
