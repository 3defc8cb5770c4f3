"""What is doubtful about the identifiers of a record: those of its contributors, those in PubMed,
and a DOI and a URL that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, Rule, shown
from reportcite.record.custom import CONTRIBUTORS
from reportcite.record.model import Record
from reportcite.record.rules import DOI_AND_URL
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.identifiers.identifier import Identifier
from reportcite.values.identifiers.isni import ORCID, read_orcid
from reportcite.values.identifiers.pubmed import PMCID, PMID, read_pmcid, read_pmid
from reportcite.values.rules import ORCID_WRONG, PUBMED_WRONG

_PUBMED: Final = (("PMID", PMID.before, read_pmid), ("PMCID", PMCID.before, read_pmcid))
# What publishers put behind a DOI in the addresses of their pages.
_BEHIND: Final = pattern(r"(?:/(?:full|pdf|epdf|abstract|html)|\.(?:pdf|html?|full))?(?:[?#].*)?$")


def identifier_doubts(record: Record) -> Iterator[tuple[str, Problem]]:
    """Each doubt, with the field or the contributor (`author/1`) it is about."""
    if record.custom:
        yield from _of_contributors(record)
    for name, before, read in _PUBMED:
        text = record.fields.get(name)
        if isinstance(text, str):
            match = before.match(text)
            found = read(text[match.end() :] if match else text)
            if not found.valid:
                yield name, _problem(PUBMED_WRONG, text, found)
    doi, url = record.fields.get("DOI"), record.fields.get("URL")
    if isinstance(doi, str) and isinstance(url, str):
        yield from _of_doi_and_url(doi, url)


def _of_contributors(record: Record) -> Iterator[tuple[str, Problem]]:
    lists = record.custom.get(CONTRIBUTORS)
    if not isinstance(lists, dict):
        return
    for field, details in lists.items():
        for index, one in enumerate(details if isinstance(details, list) else (), 1):
            text = one.get("ORCID") if isinstance(one, dict) else None
            if isinstance(text, str) and text:
                match = ORCID.before.match(text)
                found = read_orcid(text[match.end() :].strip("/ ") if match else text.strip())
                if not found.valid:
                    yield f"{field}/{index}", _problem(ORCID_WRONG, text, found)


def _problem(rule: Rule, text: str, found: Identifier) -> Problem:
    hint = f"write {found.suggestion}, if only the last digit is wrong" if found.suggestion else ""
    return rule.found(f"{shown(text)}: {found.reason}", hint or rule.fix.rstrip("."))


def _of_doi_and_url(doi: str, url: str) -> Iterator[tuple[str, Problem]]:
    own = bare_doi(doi).lower()
    other = _BEHIND.sub("", bare_doi(url)).lower()
    if is_doi(own) and is_doi(other) and not own.startswith(other) and not other.startswith(own):
        message = f"the URL leads to the DOI {shown(other)}, the field DOI has {shown(own)}"
        yield "URL", DOI_AND_URL.found(message, "follow both, and correct the wrong one")
