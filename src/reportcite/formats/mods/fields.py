"""Where MODS 3.4 to 3.8 (loc.gov/standards/mods) holds what: one table, for writing and reading."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "http://www.loc.gov/mods/v3"

# Variable → path (see `formats.reading.xml.steps`), in the order in which the elements are
# written, which for `location` is the order the schema asks for.
TEXTS: Final = {
    "title": "titleInfo type=/title",
    "subtitle": "titleInfo type=/subTitle",
    "title-short": "titleInfo type=abbreviated/title",
    "genre": "genre",
    "publisher-place": "originInfo/place/placeTerm type=text",
    "publisher": "originInfo/publisher",
    "edition": "originInfo/edition",
    "medium": "physicalDescription/form",
    "abstract": "abstract",
    "note": "note",
    "scale": "subject/cartographics/scale",
    "collection-title": "relatedItem type=series/titleInfo type=/title",
    "collection-number": "relatedItem type=series/titleInfo type=/partNumber",
    "container-title": "relatedItem type=host/titleInfo type=/title",
    "container-title-short": "relatedItem type=host/titleInfo type=abbreviated/title",
    "reviewed-title": "relatedItem type=reviewOf/titleInfo type=/title",
    "reviewed-genre": "relatedItem type=reviewOf/genre",
    "original-title": "relatedItem type=original/titleInfo type=/title",
    "original-publisher-place": "relatedItem type=original/originInfo/place/placeTerm type=text",
    "original-publisher": "relatedItem type=original/originInfo/publisher",
    "number": "identifier type=report_number",
    "ISBN": "identifier type=isbn",
    "ISSN": "identifier type=issn",
    "DOI": "identifier type=doi",
    "PMID": "identifier type=pmid",
    "PMCID": "identifier type=pmc",
    "archive": "location/physicalLocation",
    "call-number": "location/shelfLocator",
    "URL": "location/url",
    "license": "accessCondition type=use_and_reproduction",
}
# These stand in `part`, which belongs to the host where there is one.
PARTS: Final = {
    "volume": "part/detail type=volume/number",
    "issue": "part/detail type=issue/number",
    "chapter-number": "part/detail type=chapter/number",
    "section": "part/detail type=section/number",
    "supplement-number": "part/detail type=supplement/number",
    "part-number": "part/detail type=part/number",
    "part-title": "part/detail type=part/title",
}
DATES: Final = {
    "issued": "originInfo/dateIssued",
    "submitted": "originInfo/dateOther type=submitted",
    "available-date": "originInfo/dateOther type=available",
    "accessed": "originInfo/dateCaptured",
    "original-date": "relatedItem type=original/originInfo/dateIssued",
}
HOST: Final = "relatedItem type=host"

# Where the names of a variable stand, and the code that the MARC relator list has for their role.
NAME_PLACES: Final = {
    "collection-editor": "relatedItem type=series/name",
    "container-author": f"{HOST}/name",
    "reviewed-author": "relatedItem type=reviewOf/name",
    "original-author": "relatedItem type=original/name",
}
RELATORS: Final = {
    "author": "aut",
    "editor": "edt",
    "translator": "trl",
    "collection-editor": "edt",
    "container-author": "aut",
    "original-author": "aut",
    "reviewed-author": "aut",
    "compiler": "com",
    "composer": "cmp",
    "contributor": "ctb",
    "curator": "cur",
    "director": "drt",
    "editorial-director": "pbd",
    "host": "hst",
    "illustrator": "ill",
    "interviewer": "ivr",
    "narrator": "nrt",
    "organizer": "orm",
    "performer": "prf",
    "producer": "pro",
    "recipient": "rcp",
    "script-writer": "aus",
    "series-creator": "cre",
}
"""Roles the list has no code for are named by the variable alone."""

OWN_TYPE: Final = "genre authority=local type=CSL"
"""The path at which the CSL type stands, beside the genres below."""

GENRES: Final = {
    "report": "technical report",
    "article-journal": "article",
    "book": "book",
    "entry-dictionary": "dictionary",
    "entry-encyclopedia": "encyclopedia",
    "article-newspaper": "newspaper",
    "interview": "interview",
    "legal_case": "legal case and case notes",
    "legislation": "legislation",
    "map": "map",
    "motion_picture": "motion picture",
    "paper-conference": "conference publication",
    "patent": "patent",
    "periodical": "periodical",
    "personal_communication": "letter",
    "review": "review",
    "speech": "speech",
    "standard": "standard or specification",
    "thesis": "thesis",
    "treaty": "treaty",
    "webpage": "web site",
}
"""CSL type → term of the MARC genre term list (`marcgt`), as far as it has one."""

RESOURCES: Final = {
    "software": "software, multimedia",
    "dataset": "software, multimedia",
    "graphic": "still image",
    "figure": "still image",
    "map": "cartographic",
    "motion_picture": "moving image",
    "broadcast": "moving image",
    "musical_score": "notated music",
    "song": "sound recording",
}
"""CSL type → `typeOfResource`; `text` for all others."""
