"""The CSL 1.0.2 citation engine: a Processor renders citations and bibliographies."""

from reportcite.csl.document.bibliography import Entry
from reportcite.csl.items.model import Citation, Cite
from reportcite.csl.processor import Processor

__all__ = ["Citation", "Cite", "Entry", "Processor"]
