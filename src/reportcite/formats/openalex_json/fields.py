"""What a work of OpenAlex holds: types, members that are read, and members that are kept."""

from __future__ import annotations

from typing import Final

# "type" of a work that CSL calls otherwise.
TYPES: Final = {
    "article": "article-journal",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "letter": "article-journal",
    "libguides": "webpage",
    "paratext": "document",
    "preprint": "article",
    "retraction": "article-journal",
    "review": "article-journal",
    "supplementary-materials": "document",
}
PARTS: Final = frozenset(
    {"article", "article-journal", "chapter", "entry-encyclopedia", "paper-conference", "review"}
)
"""The types of what stands in a journal or book."""
READ: Final = frozenset(
    """abstract_inverted_index authorships biblio display_name doi ids keywords language
    primary_location publication_date publication_year title type type_crossref""".split()
) | {"id"}
"""The members that fields are made of."""
MEMBERS: Final = {
    "id": "id",
    "type": "type",
    "title": "title",
    "author": "authorships",
    "issued": "publication_date",
    "DOI": "doi",
    "language": "language",
    "abstract": "abstract_inverted_index",
    "keyword": "keywords",
    "page": "biblio",
    "container-title": "primary_location",
    "publisher": "primary_location",
    "URL": "primary_location",
    "ISSN": "primary_location",
}
"""Field → the member that it is made of."""
KEPT: Final = ("grants", "funders", "ids", "is_retracted", "open_access", "primary_topic")
"""What CSL has no variable for, and whoever uses the record may want."""
