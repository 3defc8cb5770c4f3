"""The exchange formats by name, file suffix and content; one is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from reportcite.errors import UsageError
from reportcite.formats.format import Format
from reportcite.tuples import NamedTuple


class Registration(NamedTuple):
    """Where a format lives, and what its files are recognised by, without importing it: its
    `module` has it as `FORMAT`, or as what stands there behind a colon.

    A suffix that two formats have says little: the content decides, and without a sign in that
    the first is guessed. Signs are patterns, "" where a file of the format has none:

    - `signature`: the beginning of a file matches it, after a byte order mark and white space;
      `first` are the bytes it may begin with, if these are few: most patterns need not be compiled;
    - `xml`: the path of an element matches it, from any element down to the last, names parted by
      a space, `{namespace}name` where they are in a namespace (see `recognition.xml_paths`);
    - `json`: a whole line of `recognition.json_paths` matches it: `message/DOI`, `id=https://…`.

    Where signs of two formats are seen, the first of these counts.
    """

    module: str
    suffixes: tuple[str, ...]
    signature: bytes = b""
    xml: str = ""
    json: str = ""
    first: bytes = b""


FORMATS: Mapping[str, Registration] = MappingProxyType(
    {
        "bibtex": Registration(
            "bibtex.format",
            (".bib", ".bibtex"),
            rb"(?:%[^\n]*\n\s*)*@\w+\s*[{(]",
            first=b"%@",
        ),
        "biblatex": Registration("bibtex.biblatex", (".biblatex", ".biblatex.bib")),
        "ris": Registration("ris.format", (".ris",), rb"TY  ?- ", first=b"T"),
        "enw": Registration("enw.format", (".enw", ".refer"), rb"%(?:0 [A-Z]|[ADT] )", first=b"%"),
        "nbib": Registration(
            "nbib.format",
            (".nbib", ".medline"),
            rb"(?:PMID-(?: ?[0-9]| [\r\n])|OWN - [A-Z])",
            first=b"PO",
        ),
        "wos": Registration(
            "wos.read",
            (".ciw", ".isi"),
            rb"FN [^\n]*\r?\n\s*VR |PT [A-Z]\r?\n(?:AU|UT|CA|BE|DT) ",
            first=b"FP",
        ),
        "refworks": Registration(
            "refworks.read",
            (".refworks",),
            rb"RT [A-Z][A-Za-z/, ]*\r?\n[A-Z][A-Z0-9] ",
            first=b"R",
        ),
        "csl-json": Registration("csl.csl_json", (".json", ".csl.json", ".csljson")),
        "jsonl": Registration(
            "csl.jsonl", (".jsonl", ".ndjson", ".json"), rb"\{[^\n]*\}\r?\n\{", first=b"{"
        ),
        "parquet": Registration("csl.read_parquet", (".parquet",), rb"PAR1", first=b"P"),
        "yaml": Registration("yaml.format", (".yaml", ".yml")),
        "cff": Registration(
            "cff.format", (".cff", ".yaml", ".yml"), rb"(?:[^\n]*\n)*?cff-version:"
        ),
        "hayagriva": Registration(
            "hayagriva.format",
            (".hayagriva.yaml", ".hayagriva.yml", ".yaml", ".yml"),
            rb"(?:(?:%|#|---)[^\n]*\n\s*)*"
            rb"(?:[\w-][^\s:#]*|\"[^\n\"]+\"|'[^\n']+'):[ \t]*(?:#[^\n]*)?\r?\n"
            rb"(?:[ \t]*\r?\n)*[ \t]+"
            rb"(?:type|title|author|date|parent|editor|publisher|url|serial-number):\s",
        ),
        "crossref-json": Registration(
            "crossref_json.read",
            (".crossref.json", ".json"),
            json=r"(?:message/(?:items/)?|items/)(?:DOI|title)|message-type=work.*"
            r"|(?:indexed|deposited|content-domain)(?:/.*)?|is-referenced-by-count",
        ),
        "datacite-json": Registration(
            "datacite_json.read",
            (".datacite.json", ".json"),
            json=r"(?:data/)?attributes/(?:doi|titles|creators)|creators/nameType"
            r"|titles/title|schemaVersion=.*datacite\.org.*|data/type=dois|types/resourceTypeGeneral",
        ),
        "openalex-json": Registration(
            "openalex_json.read",
            (".openalex.json", ".json"),
            json=r"(?:results/)?id=https://(?:api\.)?openalex\.org/W.*"
            r"|(?:results/)?authorships(?:/.*)?|abstract_inverted_index",
        ),
        "csl-yaml": Registration(
            "yaml.csl_yaml",
            (".csl.yaml", ".csl.yml", ".yaml", ".yml"),
            rb"(?:(?:%|#|---)[^\n]*\n\s*)*references:\s*\n\s*-",
        ),
        "endnote-xml": Registration(
            "endnote.format",
            (".xml", ".endnote.xml"),
            xml="xml records|records record|records",
        ),
        "mods": Registration(
            "mods.format",
            (".mods", ".mods.xml", ".xml"),
            xml=r"(?:\{\S+\})?mods(?:Collection)?",
        ),
        "pubmed-xml": Registration(
            "pubmed_xml.read",
            (".pubmed.xml", ".xml"),
            xml="PubmedArticleSet|Pubmed(?:Book)?Article",
        ),
        "marc": Registration(
            "marc.format",
            (".mrc", ".marc", ".iso2709"),
            rb"[0-9]{5}[acdnp][a-z][a-z][ a-z0-9][ a][0-9 ]{2}[0-9]{5}[^\x1e\n]{7}"
            rb"(?:[0-9A-Z]{3}[0-9]{9})+\x1e",
            first=b"0123456789",
        ),
        "marc-lines": Registration(
            "marc.serializations.marclines",
            (".mrk", ".mrk8", ".alephseq"),
            rb"=(?:LDR|00[0-9])  |[0-9]{9} [0-9A-Z]{3}[ 0-9]{2} [A-Z] |"
            rb"(?:(?:LDR|LEADER|000) +[0-9 ]{5}|[0-9]{5})[a-z]{3}[^\x1d-\x1f\n]{16}\r?\n[0-9]{3} |"
            rb"(?:00[1-9] [^\n]*\n)?(?:0[1-9][0-9] [ _#0-9]{2} ?[$|][a-z0-9][^\n]*\n)+"
            rb"(?:1[0-9]{2}|2[0-9]{2}) [ _#0-9]{2} ?[$|][a-z]",
            first=b"=0123456789L",
        ),
        "marc-json": Registration(
            "marc.json_format",
            (".marc.json", ".json"),
            json=r"(?:collection/|records/)?(?:fields/(?:[0-9]{3}/subfields(?:/.*)?|001=.*)|"
            r"(?:fields|controlfield|datafield)/tag=[0-9]{3})",
        ),
        "pica": Registration(
            "pica.read",
            (".pica", ".pp"),
            rb"0[0-9]{2}[A-Z@](?:/[0-9]{2})? ?[$\x1f][0-9A-Za-z]",
            first=b"0",
        ),
        "pica-xml": Registration(
            "pica.read:XML",
            (".pica.xml", ".xml"),
            xml=r"\{info:srw/schema/5/picaXML-v1\.0\}(?:collection|record|datafield)",
        ),
        "marcxml": Registration(
            "marc.xml_format",
            (".marcxml", ".marc.xml", ".xml"),
            xml=r"\{http://www\.loc\.gov/MARC21/slim\}(?:collection|record|leader)"
            r"|record (?:leader|controlfield|datafield subfield)|collection record datafield"
            r"|(?:\{http://www\.openarchives\.org/OAI/1\.\d/oai_marc\})?oai_marc",
        ),
        "crossref-xml": Registration(
            "crossref_xml.read",
            (".crossref.xml", ".xml"),
            xml=r"doi_records|(?:\{\S+\})?(?:doi_batch|crossref_result|crossref)",
        ),
        "oai-dc": Registration(
            "web.oai_dc",
            (".dc.xml", ".oai_dc.xml", ".xml"),
            xml=r"(?:\{http://www\.openarchives\.org/OAI/2\.0/oai_dc/\}"
            r"|\{info:srw/schema/1/dc-schema\})dc",
        ),
        "schema-org": Registration("web.schema_org", (".jsonld",)),
        "coins": Registration("web.coins", (".coins.html",)),
        "highwire": Registration("web.highwire", (".html", ".highwire.html")),
        "html": Registration(
            "html.read",
            (".html", ".htm", ".xhtml", ".coins.html", ".highwire.html", ".jsonld"),
            rb"(?i:(?:<!--(?s:.*?)-->\s*)*"
            rb"<(?:!doctype html|html|head|body|meta|span|div|title|script)\b)",
            xml=r"(?:\{http://www\.w3\.org/1999/xhtml\})?html",
            json=r"@context=https?://schema\.org\b.*",
            first=b"<",
        ),
        "csv": Registration("csv", (".csv",)),
    }
)
"""Format name → what is known of it."""

UNMARKED: Final = "yaml"
"""The format of what has neither a suffix nor a signature; nothing in it looks like another's."""

ALIASES: Mapping[str, str] = MappingProxyType({"dublin-core": "oai-dc"})

_COMPRESSED = (".gz", ".zst")


_SUCH_AS: Final = "such as bibtex, ris, csl-json, endnote-xml, mods, marcxml, yaml or csv"
"""Those most asked for; all names would fill three lines."""


def format_named(name: str) -> Format:
    """The format called `name`; letter case and `_` for `-` do not matter.

    A suffix of its files (`bib`, `json`) is a name, too. Raises UsageError, with the nearest name,
    where there is none.
    """
    wanted = name.strip().lower().replace("_", "-")
    known = FORMATS.get(ALIASES.get(wanted, wanted)) or next(
        (known for known in FORMATS.values() if f".{wanted}" in known.suffixes), None
    )
    if known is None:
        raise UsageError(f"there is no format called {name!r}", suggestion=_did_you_mean(wanted))
    module, _, constant = known.module.partition(":")
    found = getattr(import_module(f"reportcite.formats.{module}"), constant or "FORMAT")
    assert isinstance(found, Format)
    return found


def _did_you_mean(wanted: str) -> str:
    """The formats whose names begin so, or else the one of nearly that name, or some."""
    from difflib import get_close_matches  # only mistakes need it

    begun = [name for name in FORMATS if wanted and name.startswith(wanted)]
    near = begun or get_close_matches(wanted, [*FORMATS, *ALIASES], n=1)
    return f"did you mean {' or '.join(near)}?" if near else f"name one {_SUCH_AS}"


def name_of(path: PurePath) -> str | None:
    """The name of the format that the suffix of `path` stands for; None where it says nothing.

    The longest suffix decides (`refs.mods.xml`); `.gz` and `.zst` at the end are looked through.
    """
    return next(iter(names_of(path)), None)


def names_of(path: PurePath) -> list[str]:
    """The names of all formats that the longest suffix of `path` stands for, the likeliest first.

    >>> names_of(PurePath("page.html"))
    ['highwire', 'html']
    """
    longest = max(_suffixes_of(path), default="", key=len)
    return [name for name, known in FORMATS.items() if longest in known.suffixes]


def _suffixes_of(path: PurePath) -> list[str]:
    """The suffixes of formats that `path` ends in."""
    name = path.name.lower()
    for compressed in _COMPRESSED:
        name = name.removesuffix(compressed)
    suffixes = {suffix for known in FORMATS.values() for suffix in known.suffixes}
    return [suffix for suffix in suffixes if name.endswith(suffix) and name != suffix]


def says_all(path: PurePath) -> bool:
    """Whether the suffix of `path` is that of one format alone.

    >>> says_all(PurePath("refs.ris")), says_all(PurePath("refs.xml"))
    (True, False)
    """
    return len(names_of(path)) == 1


def format_of(path: PurePath) -> Format:
    """The format that the suffix of `path` stands for.

    Raises UsageError where the suffix says nothing.
    """
    name = name_of(path)
    if name is None:
        raise UsageError(
            f"the suffix of {path.name!r} does not say the format",
            suggestion=f"name it with --to, {_SUCH_AS}",
        )
    return format_named(name)
