"""What an annotated bibliography prints below its entries: `annote`, else `note`, else
`abstract`."""

from __future__ import annotations

import re
from typing import Final

from reportcite.csl.items.model import Item
from reportcite.csl.text.markup import parse
from reportcite.csl.text.punctuation import FIXED, Quotes
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from reportcite.tuples import NamedTuple

_VARIABLES: Final = ("annote", "note", "abstract")


class Annotations(NamedTuple):
    """Gives the annotation of an item, each paragraph a block of its entry.

    `quotes` are those of the style; with `indented` blocks are moved in, which has to be where
    nothing else tells them from the entry.
    """

    quotes: Quotes
    indented: bool

    def below(self, item: Item, printed: Tokens) -> Tokens:
        """The paragraphs below the entry of `item`; none where the style has `printed` the text."""
        text = next((item.texts[name] for name in _VARIABLES if item.texts.get(name)), "")
        block = Open(display="indent" if self.indented else "block")
        out: Tokens = []
        shown = text_of(printed)
        for paragraph in re.split(r"\s*\n\s*", text.strip()):
            tokens = parse(paragraph, self.quotes)
            if text_of(tokens) and text_of(tokens) not in shown:
                out += [FIXED, CLOSE, block, *tokens, CLOSE]
        return out
