"""What can be wrong with what a style prints of references; the findings are the processor's."""

from __future__ import annotations

from typing import Final

from reportcite.problems import Rule

ORDER_OF_SCRIPT: Final = Rule(
    "order-of-script",
    "warning",
    "Names or titles in Han or Kana are sorted by their code points.",
    "Their order in a dictionary (by sound, strokes or radicals) is that of ICU, which is missing.",
    "Install reportcite with ICU: pip install 'reportcite[icu]'.",
)

NO_ENTRY: Final = Rule(
    "no-entry",
    "warning",
    "The style prints no entry for a record in the bibliography.",
    "Some styles want interviews, letters, laws or encyclopedias cited in the text or in notes "
    "only; the list is shorter than the records then.",
    "Cite the record with --as cite, choose another style, or correct its type.",
)
