"""The citation styles there are: `search` finds the name that `cite` takes."""

from __future__ import annotations

from reportcite.csl.style import finding
from reportcite.csl.style.catalogue import StyleName

__all__ = ["search"]


def search(query: str = "") -> list[StyleName]:
    """The styles whose names or titles hold every word of `query`, the nearest first.

    An ISSN finds the style of that journal; without a query all are found, some 10,000. Where
    nothing is found the list is empty.

    >>> import reportcite
    >>> [style.name for style in reportcite.styles.search("swiss political science")]
    ['swiss-political-science-review']
    >>> [style.title for style in reportcite.styles.search("1432-1238")]
    ['Intensive Care Medicine']
    """
    return finding.search(query)
