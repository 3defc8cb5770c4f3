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
