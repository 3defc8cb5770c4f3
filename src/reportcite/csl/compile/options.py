"""The options of cs:citation with their defaults (CSL 1.0.2, "Disambiguation", "Cite Grouping",
"Cite Collapsing")."""

from __future__ import annotations

from reportcite.csl.context import GIVEN_FULL, GIVEN_INITIALS
from reportcite.csl.style.layouts import layouts_of
from reportcite.csl.style.xml import Element
from reportcite.tuples import NamedTuple


class CollapseOptions(NamedTuple):
    """How the cites of one citation are joined, grouped and collapsed.

    `groups` says that cites of the same names that follow each other form a group, `gathers` that
    they are brought together from the whole citation.
    """

    collapse: str  # "" | citation-number | year | year-suffix | year-suffix-ranged
    delimiter: str
    cite_group_delimiter: str
    year_suffix_delimiter: str
    after_collapse_delimiter: str
    after_locator_delimiter: str  # within a group, where the first has a locator or suffix
    before_prefix_delimiter: str  # within a group, where the second has a prefix
    groups: bool
    gathers: bool


def collapse_options(citation: Element, *, note: bool) -> CollapseOptions:
    """The delimiters and the collapsing of cs:citation; `note` for styles of class "note"."""
    attributes = citation.attributes
    sort = citation.child("sort")
    collapse = attributes.get("collapse", "")
    delimiter = layouts_of(citation).default.attributes.get("delimiter", "")
    # In notes the cites of a group are set apart like any others.
    cite_group = attributes.get("cite-group-delimiter", delimiter if note else ", ")
    return CollapseOptions(
        collapse=collapse,
        delimiter=delimiter,
        cite_group_delimiter=cite_group,
        year_suffix_delimiter=attributes.get(
            "year-suffix-delimiter", attributes.get("cite-group-delimiter", delimiter)
        ),
        after_collapse_delimiter=attributes.get("after-collapse-delimiter", delimiter),
        after_locator_delimiter=attributes.get("after-collapse-delimiter", cite_group),
        before_prefix_delimiter=(
            delimiter if "after-collapse-delimiter" in attributes else cite_group
        ),
        groups=collapse.startswith("year") or "cite-group-delimiter" in attributes,
        gathers=bool(sort and sort.children),
    )


class DisambiguationOptions(NamedTuple):
    """How a style has cites differ that look alike."""

    add_names: bool
    add_givenname: bool
    rule: str  # of givenname-disambiguation-rule
    conditions: int  # how many tests for disambiguate="true" the style has
    year_suffix: bool

    def concerns(self, count: int) -> bool:
        """Whether the style could change how any of `count` items is cited.

        The names of one item alone are made to differ only where all names are.
        """
        if count < 2:
            primary = self.rule.startswith("primary-name")
            return self.add_givenname and self.rule != "by-cite" and not primary
        return self.add_names or self.add_givenname or bool(self.conditions) or self.year_suffix

    @property
    def spells_out(self) -> bool:
        """Whether names are written out in full wherever they occur, not only in some cites."""
        return self.add_givenname and self.rule != "by-cite" and self.highest_level == GIVEN_FULL

    @property
    def highest_level(self) -> int:
        """How far given names may be written out."""
        return GIVEN_INITIALS if self.rule.endswith("-with-initials") else GIVEN_FULL


def disambiguation_options(citation: Element, *, conditions: int) -> DisambiguationOptions:
    """The disambiguation options of cs:citation in a style with so many tests for ambiguity."""
    attributes = citation.attributes
    return DisambiguationOptions(
        add_names=attributes.get("disambiguate-add-names") == "true",
        add_givenname=attributes.get("disambiguate-add-givenname") == "true",
        rule=attributes.get("givenname-disambiguation-rule", "by-cite"),
        conditions=conditions,
        year_suffix=attributes.get("disambiguate-add-year-suffix") == "true",
    )
