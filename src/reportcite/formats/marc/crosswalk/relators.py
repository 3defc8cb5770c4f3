"""Roles in MARC: codes and terms, in the languages of catalogues → variables.

Sources: the MARC code list for relators (loc.gov/marc/relators); the German translations of RDA's
designators (DNB, "Beziehungskennzeichnungen"); AACR2, 21.0D.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reportcite.patterns import pattern
from reportcite.vocabulary import NAME_VARIABLES

_ROLES: Final = {
    "author": """aut cre dis art pht ctg prg inv cph spk ive crp isb aui author creator writer
        verfasser verfasserin autor autorin auteur urheber urheberin künstler künstlerin
        fotograf fotografin artist photographer cartographer dissertant programmer inventor""",
    "editor": """edt red edc editor ed eds redaktor herausgeber herausgeberin hrsg hg
        herausgebendes_organ editor_of_compilation joint_editor éditeur_scientifique redakteur""",
    "translator": """trl translator tr übersetzer übersetzerin übers traducteur traductrice
        joint_translator""",
    "compiler": "com compiler comp kompilator zusammenstellender",
    "composer": "cmp composer komponist komponistin compositeur",
    "contributor": "ctb contributor mitwirkender mitwirkende beiträger collaborateur",
    "curator": "cur curator kurator kuratorin",
    "director": "drt fmd tld director film_director regisseur regisseurin réalisateur",
    "editorial-director": "pbd",
    "executive-producer": "executive_producer",
    "host": "hst host moderator",
    "illustrator": "ill illustrator illus illustratorin illustrateur",
    "interviewer": "ivr interviewer",
    "narrator": "nrt narrator erzähler sprecher",
    "organizer": "orm organizer organiser veranstalter",
    "performer": """prf sng mus cnd itr act performer singer musician conductor instrumentalist
        actor interpret sänger musiker dirigent schauspieler""",
    "producer": "pro fmp producer produzent film_producer",
    "recipient": "rcp addressee adressat",
    "script-writer": "aus screenwriter drehbuchautor author_of_screenplay",
    # Who took part in the making of the copies, or in the degree, is no contributor to a work.
    "": """pbl prt dst mfr dgg own fmo bnd ths degree_supervisor publisher printer distributor
        manufacturer verlag drucker former_owner degree_granting_institution
        grad-verleihende_institution degree_grantor hochschule akademischer_betreuer""",
}
_VARIABLES: Final = {
    term.replace("_", " "): variable for variable, terms in _ROLES.items() for term in terms.split()
}
CODES: Final = {
    variable: terms.split()[0]
    for variable, terms in _ROLES.items()
    if variable and "_" not in terms.split()[0]
}
"""Variable → code, for writing."""

_URI: Final = "relators/"
_STATEMENTS: Final = (
    ("editor", pattern(
        r"(?i)\b(?:edited|edit(?:ors?)|eds?|hrsg|hg|herausgegeben|éd|a cura di|sous la dir\w*)\b"
    )),
    ("translator", pattern(
        r"(?i)\b(?:translat\w+|transl?|übers\w*|aus d\w+ \w+ von|traduit|traduzione|traducción|"
        r"tradução)\b"
    )),
    ("director", pattern(
        r"(?i)(?:\b(?:film )?director\b|\bdirected by|\bregie\b|\bregia\b|\bréalis\w+|\bun film d)"
    )),
    ("script-writer", pattern(r"(?i)\b(?:screenplay|drehbuch|scénario|sceneggiatura|guion)\b")),
    ("illustrator", pattern(r"(?i)\b(?:illustrat\w+|illus?|ill|drawings|pictures)\b")),
)  # fmt: skip
_OF_BOOKS: Final = tuple(
    (name, sign) for name, sign in _STATEMENTS if name not in {"director", "script-writer"}
)

_ANY_ROLE: Final = pattern(
    r"(?i)\b(?:ed|hrsg|hg|herausg|éd|a cura di|sous la dir|trans|übers|aus d|tradu|ill|draw|pict|"
    r"direct|film d|regi|réalis|screenpl|drehb|scén|scenegg|guion)"
)
"""How what `_STATEMENTS` look for begins; most statements have none of it."""


@lru_cache(maxsize=1 << 9)  # a file has the same few roles throughout
def variable_of(role: str) -> str | None:
    """The variable that a code, its address or a term stands for; "" for one that is none.

    None for a role that is not known.

    >>> variable_of("edt"), variable_of("Herausgeber,"), variable_of("pbl"), variable_of("xyz")
    ('editor', 'editor', '', None)
    """
    bare = role.rpartition(_URI)[2].strip(" .,;:[]()").lower()
    return bare if bare in NAME_VARIABLES else _VARIABLES.get(bare)


def stating_roles(statement: str) -> str:
    """A statement of responsibility that may name another role than the author's; "" for one that
    does not.

    >>> stating_roles("Ada Lee ; ed. by Bo Ng"), stating_roles("Ada Lee and Bo Ng")
    ('Ada Lee ; ed. by Bo Ng', '')
    """
    return statement if statement and _ANY_ROLE.search(statement) else ""


def variable_in_statement(family: str, statement: str, *, is_film: bool = False) -> str:
    """What a statement of responsibility says of the one called `family`; an author otherwise, as
    is the director of a project.

    >>> variable_in_statement("Ng", "Ada Lee ; edited by Bo Ng"), variable_in_statement("Ng", "")
    ('editor', 'author')
    """
    signs = _STATEMENTS if is_film else _OF_BOOKS
    for part in statement.split(";"):
        if family and family in part:
            if not _ANY_ROLE.search(part):
                return "author"
            return next((name for name, sign in signs if sign.search(part)), "author")
    return "author"
