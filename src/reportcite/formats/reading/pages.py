"""Pages as databases and programs write them."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern

PAGE_RANGE: Final = pattern(r"[A-Za-z]?[0-9]{1,6} ?[-–] ?[A-Za-z]?[0-9]{1,6}")
"""What stands in a place for pages or their number, and is no number of pages."""
