"""Distinguishes names of organizations from those of persons by the words in them."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words no family or given name has, in small letters and without full stops.
_NOUNS: Final = _words(
    """academy administration ag agency agentur akademie alliance amt archiv archive association
    authority bank behörde biblioteca bibliothèque board bundesamt bundesanstalt
    bundesministerium bundesregierung bundestag bundeszentrale bureau center centre club
    coalition collaboration college commission commissioner committee company congress
    consortium consulting corp corporation council department deutsche deutscher deutsches ev
    e.v federal federation forum foundation fund gesellschaft ggmbh gmbh government group gruppe
    hochschule inc initiative institut institute institution international kommission konsortium
    laboratory landesamt league library limited llc ltd ministerium ministry museum national
    nations network netzwerk office organisation organization parliament partnership plc press
    programme research schule school secretariat senate service services société society stadt
    statistics stiftung team trust union universidad universitat universität université
    university verband verein verlag watch zentrum"""
)
_CONNECTIVES: Final = _words("and et for für of the und")
_ENDINGS: Final = (
    "institut",
    "ministerium",
    "universität",
    "gesellschaft",
    "stiftung",
    "verband",
    "verein",
    "verlag",
    "zentrum",
    "anstalt",
    "bibliothek",
    "hochschule",
    "museum",
    "kommission",
)
_MARKS: Final = pattern(r"[0-9&/()@:„“”\"+]|\be\. ?V\.")
# What a person is called, between the given names and the family name.
_CALLED: Final = pattern(r"(\w\.? )[(\"“„](?=\w*[^\W\dA-Z])\w+[)\"”“] (\w)")
_LEGAL_FORMS: Final = _words("ag corp e.v ev ggmbh gmbh inc limited llc ltd plc") | {"e. v"}


def is_organization(text: str) -> bool:
    """Whether `text`, which holds no comma, cannot be a person's name.

    >>> is_organization("World Bank (WB)"), is_organization("T. L. (Frank) Pappas")
    (True, False)
    >>> is_organization("Landesbibliothek (LB) Kiel"), is_organization("United States. Senate")
    (True, True)
    """
    text = _CALLED.sub(r"\1\2", text)
    if _MARKS.search(text):
        return True
    return any(_is_noun(word) or word in _CONNECTIVES for word in text.lower().split())


def has_organization_noun(text: str) -> bool:
    """Whether a word of `text` is an organization's, as `Institute`; `of` is not enough."""
    return any(_is_noun(word.strip(",")) for word in text.lower().split())


def is_legal_form(text: str) -> bool:
    """Whether `text` is what stands behind the name of a company, such as `Inc.` or `GmbH`."""
    return text.rstrip(".").lower() in _LEGAL_FORMS


def _is_noun(word: str) -> bool:
    word = word.rstrip(".")
    return word in _NOUNS or word.endswith(_ENDINGS)
