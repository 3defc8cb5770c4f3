"""NBIB: a tag and one line per value, for the programs that read what PubMed exports."""

from __future__ import annotations

from typing import Final

from reportcite.formats.loss import Fields
from reportcite.formats.nbib.fields import DOCUMENTS, ERIC, PLACED, WRITTEN_TYPES
from reportcite.formats.writing.carry import NOT_UNICODE, carry
from reportcite.formats.writing.one_line import FOLDED, one_line
from reportcite.formats.writing.reread import AS_USUAL, ENTITY
from reportcite.record.custom import detail_name, entry_name
from reportcite.values.dates.questions import simple_parts
from reportcite.values.dates.slashed import read_slashed
from reportcite.values.doi import doi_link, is_doi
from reportcite.values.keywords import join_keywords, split_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.inverted import read_names, suffix_apart, write_name
from reportcite.values.pages import full_range
from reportcite.values.shapes import Contributor
from reportcite.values.standard_numbers import Kind, read_numbers
from reportcite.values.texts.entities import unescape
from reportcite.values.title import join_title
from reportcite.values.url import is_web_link

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# In the order in which PubMed has them.
_TAGS: Final = {
    "PMID": "PMID", "ISBN": "ISBN", "ISSN": "IS", "volume": "VI", "issue": "IP", "issued": "DP",
    "title": "TI", "container-title": "JT", "collection-title": "CTI", "volume-title": "VTI",
    "page": "PG", "DOI": "LID", "URL": "LID", "abstract": "AB", "license": "CI", "author": "FAU",
    "editor": "FED", "language": "LA", "publisher": "PB", "publisher-place": "PL",
    "edition": "EN", "available-date": "DEP", "original-title": "TT",
    "container-title-short": "TA", "keyword": "OT", "note": "GN", "PMCID": "PMC",
}  # fmt: skip
_AUTHOR: Final = "FAU"
_DETAILS: Final = {"affiliation": "AD", "ORCID": "AUID"}
_REREAD: Final = {"language": language_tag, "page": full_range}
_READINGS: Final = 4
"""After how many readings any name stays as it is; each takes a delimiter from it."""
_ORCID: Final = "https://orcid.org/"


def write(fields: Fields, key: str) -> str:
    """The record as one NBIB record."""
    record = fields.record
    lines: list[str] = []
    for variable, tag in _TAGS.items():
        if variable in record.fields and not (
            variable == "publisher-place" and record.type not in PLACED
        ):
            lines += _field(fields, variable, tag)
    if "subtitle" in record.fields and "title" not in record.fields:
        lines += _field(fields, "subtitle", "TI")
    if record.type not in WRITTEN_TYPES:
        fields.change("type", "NBIB has no such type; it is read as an article")
    lines.append(_line("PT", WRITTEN_TYPES.get(record.type, "Journal Article")))
    lines += _number_of_eric(fields)
    if record.custom:
        lines += _own(fields)
    # A record begins with the number that PubMed gave it, also where it gave none.
    if not lines[0].startswith("PMID"):
        lines.insert(0, _line("PMID", ""))
    return "\n".join(lines) + "\n\n"


def _number_of_eric(fields: Fields) -> list[str]:
    """The lines for the number of a record in ERIC, unless others would be read otherwise then."""
    record = fields.record
    number = record.fields.get("archive_location")
    if record.fields.get("archive") != ERIC or not isinstance(number, str):
        return []
    if number.startswith(DOCUMENTS) and (
        record.type not in WRITTEN_TYPES
        or record.type == "article-journal"
        or "container-title" in record.fields
    ):
        return []
    value = carry(fields, "archive_location", NOT_UNICODE)
    text = _text(fields, "archive_location", value) if isinstance(value, str) else ""
    if not text:
        return []
    fields.carry("archive")
    return [_line("OWN", ERIC), _line("OID", text)]


def _line(tag: str, text: str) -> str:
    return f"{tag:<4}- {text}"


def _text(fields: Fields, variable: str, text: str) -> str:
    """`text` on one line; what is altered is stated, and that nothing is left."""
    clean = one_line(text)[0]
    if clean != text:
        fields.change(variable, FOLDED)
    if "&" in clean and (decoded := one_line(unescape(clean))[0]) != clean:
        fields.change(variable, ENTITY)
        clean = decoded
    if not clean or clean.isspace():
        fields.drop(variable, "it holds nothing that can be written")
        return ""
    return clean


def _field(fields: Fields, variable: str, tag: str) -> list[str]:
    value = carry(fields, variable, NOT_UNICODE)
    if value is None:
        return []
    if isinstance(value, list):
        return _names(fields, variable, tag, value)
    if isinstance(value, dict):
        points = [simple_parts({"date-parts": [point]}) for point in value.get("date-parts", [])]
        text = "-".join([_date(variable, point) for point in points if point])
        if read_slashed(text).date != value:
            fields.drop(variable, "NBIB has days, months and years only, and ranges of these")
            return []
        return [_line(tag, text)]
    text = _text(fields, variable, value)
    return _texts(fields, variable, tag, text) if text else []


def _date(variable: str, parts: list[int]) -> str:
    if variable == "available-date":
        figures = [f"{parts[0]:04}", *[f"{part:02}" for part in parts[1:]]]
        compact = "".join(figures)
        same = read_slashed(compact).date == {"date-parts": [parts]}
        return compact if same else "/".join(figures)
    year, *rest = parts
    shown = [f"{year:04}", *[_MONTHS[month - 1] for month in rest[:1]], *map(str, rest[1:])]
    return " ".join(shown)


def _texts(fields: Fields, variable: str, tag: str, text: str) -> list[str]:
    """The lines for a text, which may be several."""
    if variable in ("title", "subtitle"):
        return [_line(tag, _title(fields, text))]
    if variable == "keyword":
        words = list(dict.fromkeys(split_keywords(text)))
        if join_keywords(words) != text:
            fields.change(variable, "the commas between keywords are written anew")
        return [_line(tag, word) for word in words]
    kinds: dict[str, Kind] = {"ISSN": "ISSN", "ISBN": "ISBN"}
    if variable in kinds and read_numbers(text, kinds[variable]) != {variable: text}:
        fields.drop(variable, "it would be read as another number")
        return []
    reread = _REREAD.get(variable)
    if reread and reread(text) != text:
        fields.change(variable, AS_USUAL)
        text = reread(text)
    if variable == "DOI":
        return _doi(fields, tag, text)
    if variable == "URL" and (not is_web_link(text) or text == doi_link(text)):
        fields.drop(variable, "it would not be read as a link of its own")
        return []
    return [_line(tag, text)]


def _title(fields: Fields, text: str) -> str:
    """The title with the full stop that PubMed puts behind each, and readers take away."""
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and "title" in fields.record.fields:
        behind = one_line(subtitle)[0]
        fields.carry("subtitle")
        fields.change("subtitle", "it is joined to the title")
        text = join_title(text, behind) if behind else text
    elif "title" not in fields.record.fields:
        fields.change("subtitle", "it is written as the title")
    return text if text[-1] in "?!" else f"{text}."


def _doi(fields: Fields, tag: str, text: str) -> list[str]:
    if is_doi(text):
        return [_line(tag, f"{text} [doi]")]
    fields.drop("DOI", "it is no DOI, and would be read as something else")
    return []


def _names(fields: Fields, variable: str, tag: str, names: list[Contributor]) -> list[str]:
    known = fields.details(variable)
    lines: list[str] = []
    for number, name in enumerate(names, 1):
        text, corporate = _written(name, tag)
        back = _read(text, corporate=corporate)
        if back != [name]:
            fields.change(variable, "the parts of a name are read in another way than recorded")
        if len(back) != 1:
            text = text.replace(";", " ")
            back = _read(text, corporate=corporate)
        # It is written as it will be once it was read, so that the file stays the same.
        for _ in range(_READINGS):
            if not back or _written(back[0], tag) == (text, corporate):
                break
            text, corporate = _written(back[0], tag)
            back = _read(text, corporate=corporate)
        if not back:
            continue
        lines.append(_line("CN" if corporate else tag, text))
        lines += _known(fields, variable, number, known[number - 1] if known else {}, corporate)
    if not lines:
        fields.drop(variable, "it holds no name that can be written")
    elif fields.record.truncated and variable == "author" and fields.goes_on(variable):
        lines.append(_line("AU", "et al."))
    return lines


def _written(name: Contributor, tag: str) -> tuple[str, bool]:
    """The text for a name, and whether it stands as it is: the name of an organization, or one of
    one part."""
    literal = one_line(name.get("literal", ""))[0]
    if literal and tag == _AUTHOR:
        return literal, True
    text = one_line(write_name(name))[0]
    corporate = tag == _AUTHOR and "," not in text.rstrip(",")
    return text.rstrip(",") if corporate else text, corporate


def _read(text: str, *, corporate: bool) -> list[Contributor]:
    text = unescape(text)
    if corporate:
        return [{"literal": text}] if text and not text.isspace() else []
    return read_names(suffix_apart(text)).names


def _known(
    fields: Fields, variable: str, number: int, known: dict[str, str] | object, corporate: bool
) -> list[str]:
    """What is known of a person besides the name, where NBIB has a tag for it."""
    lines: list[str] = []
    for name, text in known.items() if isinstance(known, dict) else ():
        tag = _DETAILS.get(name, "")
        shown = one_line(text)[0]
        if name == "ORCID":
            shown = f"ORCID: {text.removeprefix(_ORCID)}" if text.startswith(_ORCID) else ""
        if not tag or not shown or corporate or (name == "affiliation" and shown != text):
            fields.drop(detail_name(variable, number, name), "NBIB has no place for it")
        else:
            lines.append(_line(tag, shown))
    return lines


def _own(fields: Fields) -> list[str]:
    """The lines that a reader of NBIB kept, since CSL has nothing for them."""
    lines: list[str] = []
    for tag, held in fields.own("nbib").items():
        texts = held if isinstance(held, list) else [held]
        if tag not in _KEPT or not all(isinstance(one, str) and one.strip() for one in texts):
            fields.drop(entry_name("nbib", tag), "the tag would be read as a field of the record")
            continue
        clean = [one_line(text)[0] for text in texts]
        if clean != texts:
            fields.change(entry_name("nbib", tag), FOLDED)
        lines += [_line(tag, text) for text in clean]
    return lines


_KEPT: Final = frozenset(
    """STAT DCOM LR EDAT MHDA CRDT PHST PST JID SB OTO DA RN SI GR CON CIN CRF CRI ECI ECF EFR EIN
    MID MH RF OAB OABL OCI OID OWN PL PMCR PS SFM SPIN UIN UOF DRIN DDIN NM""".split()
)
