"""The CSL 1.0.2 citation engine: a Processor renders citations and bibliographies."""

from reportcite.csl.items.model import Citation, Cite
from reportcite.csl.processor import Entry, Processor

__all__ = ["Citation", "Cite", "Entry", "Processor"]
