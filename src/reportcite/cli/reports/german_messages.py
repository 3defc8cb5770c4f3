"""What findings say, in German: the messages that are most frequent, with what to do."""

from __future__ import annotations

import re
from typing import Final

_QUOTES: Final = str.maketrans("“”", "„“")
_Q: Final = "(“.*”)"
_MESSAGES: Final = (
    (r"a record of type (\S+) needs (.+)", r"einem Datensatz vom Typ \1 fehlt \2"),
    (r"a record of type (\S+) should have (.+)", r"ein Datensatz vom Typ \1 sollte \2 haben"),
    (r"it has no date and is cited as undated", "er hat kein Datum und wird “o. J.” zitiert"),
    (
        rf"{_Q}: the check digit is (\w), but (\w) was expected",
        r"\1: Die Prüfziffer ist \2, richtig wäre \3",
    ),
    (
        rf"{_Q}: it has (\d+) digits; an ISBN has 10 or 13",
        r"\1: Sie hat \2 Ziffern; eine ISBN hat 10 oder 13",
    ),
    (
        rf"{_Q}: it has 8 digits, as an ISSN has; an ISBN has 10 or 13",
        r"\1: Sie hat 8 Ziffern wie eine ISSN; eine ISBN hat 10 oder 13",
    ),
    (
        rf"{_Q}: an? (\S) stands where a digit belongs",
        r"\1: Das Zeichen \2 steht, wo eine Ziffer stehen muss",
    ),
    (
        rf"{_Q}: the letter (\S) stands where a digit belongs",
        r"\1: Der Buchstabe \2 steht, wo eine Ziffer stehen muss",
    ),
    (
        rf"{_Q}: the letters (\S) and (\S) stand where digits belong",
        r"\1: Die Buchstaben \2 und \3 stehen, wo Ziffern stehen müssen",
    ),
    (
        rf"{_Q}: it holds what no ISBN does: (.+)",
        r"\1: Darin steht, was keine ISBN enthält: \2",
    ),
    (
        rf"{_Q}: it is an ASIN, a number that only Amazon gives, not an ISBN",
        r"\1: Es ist eine ASIN, eine Nummer nur von Amazon, keine ISBN",
    ),
    (
        rf"{_Q}: (?:it is an ISMN, the number of printed music, not of books|"
        r"979-0 is the prefix of printed music \(ISMN\), not of books)",
        r"\1: Es ist eine ISMN, die Nummer von Noten, nicht von Büchern",
    ),
    (
        rf"{_Q}: it is the bar code of a journal: ISSN (\S+)",
        r"\1: Es ist der Strichcode einer Zeitschrift: ISSN \2",
    ),
    (
        rf"{_Q}: the X as check digit belongs to an ISBN of 10 digits",
        r"\1: Ein X als Prüfziffer gibt es nur bei einer ISBN aus 10 Ziffern",
    ),
    (
        rf"{_Q}: it has 9 digits, as an SBN: put a 0 before it",
        r"\1: Sie hat 9 Ziffern wie eine SBN: eine 0 davorsetzen",
    ),
    (
        rf"{_Q}: it begins with (\w+); an ISBN of 13 digits begins with 978 or 979",
        r"\1: Sie beginnt mit \2; eine ISBN aus 13 Ziffern beginnt mit 978 oder 979",
    ),
    (rf"{_Q}: there are no digits in it", r"\1: Es sind keine Ziffern darin"),
    (
        r"no publisher of (?:the group (\S+)|any group) has the range of (“.*?”)(?: .*)?",
        r"zu \2 gibt es keinen Verlag, denn der Nummernbereich ist nicht vergeben",
    ),
    (rf"{_Q} has not the form of an ISSN", r"\1 hat nicht die Form einer ISSN"),
    (
        rf"{_Q}: a PMID has up to eight digits, and no others",
        r"\1: Eine PMID hat bis zu acht Ziffern, und nichts anderes",
    ),
    (rf"{_Q} ends before it begins", r"\1 endet, bevor es beginnt"),
    (rf"{_Q} is an entity of HTML", r"\1 ist eine HTML-Entität"),
    (
        r"the string '(\S+)' is not defined; its name is taken as text",
        r"das Kürzel “\1” ist nicht definiert; sein Name gilt als Text",
    ),
    (
        "no language is stated, so that styles with English title case, such as Chicago and MLA, "
        rf"capitalize this title as if it were English: {_Q}",
        r"die Sprache fehlt, so dass Stile wie Chicago und MLA diesen Titel groß schreiben, als "
        r"wäre er englisch: \1",
    ),
    (
        rf"the URL leads to the DOI {_Q}, the field DOI has {_Q}",
        r"die URL führt zur DOI \1, im Feld DOI steht \2",
    ),
    (
        rf"{_Q}: it is an ISSN, the number of a journal or series, not of a book",
        r"\1: Es ist eine ISSN, die Nummer einer Zeitschrift oder Reihe, nicht die eines Buches",
    ),
    (
        rf"{_Q}: a spreadsheet has written it as (\S+); its other digits are lost: "
        "format the column as text and enter it again",
        r"\1: Eine Tabellenkalkulation hat sie als \2 geschrieben, die übrigen Ziffern fehlen: "
        "die Spalte als Text formatieren und die Nummer neu eingeben",
    ),
    (rf"{_Q} is not how this ISBN is written", r"die Bindestriche von \1 stehen falsch"),
    (rf"the (ISBN|DOI|PMID|PMCID) {_Q} is that of (\S+), too", r"die \1 \2 hat auch \3"),
    (rf"the id {_Q} is that of (\S+), too", r"die Kennung \1 hat auch \2"),
    (
        rf"{_Q} is not a field reportcite knows; it is left out",
        r"\1 ist kein bekanntes Feld und fehlt in der Ausgabe",
    ),
    (
        rf"{_Q} is not a field reportcite knows; it is kept in custom",
        r"\1 ist kein bekanntes Feld und steht unter custom",
    ),
    (
        rf"{_Q} is not a type of CSL; the record is taken as a document",
        r"\1 ist kein Typ von CSL; der Datensatz gilt als document",
    ),
    (
        rf"{_Q} is not a date reportcite can read; it is kept as text",
        r"\1 ist kein lesbares Datum und bleibt als Text stehen",
    ),
    (rf"{_Q}: there is no month (\d+)", r"\1: Einen Monat \2 gibt es nicht"),
    (rf"{_Q} is written (\S+) in numbers", r"\1 heißt in Ziffern \2"),
    (r"(\d+) has not come yet", r"\1 liegt in der Zukunft"),
    (
        r"(“[^”]*”) and (“[^”]*”) are taken for two names",
        r"\1 und \2 gelten als zwei Namen",
    ),
    (
        rf"{_Q} is taken for a person, given name {_Q}, family name {_Q}",
        r"\1 gilt als Person mit dem Vornamen \2 und dem Familiennamen \3",
    ),
    (
        rf"{_Q} is taken for an organization, since it has no comma",
        r"\1 gilt als Körperschaft, da kein Komma darin steht",
    ),
    (
        rf"{_Q} holds more than one name; it is kept as it stands",
        r"\1 enthält mehrere Namen und bleibt, wie es ist",
    ),
    (rf"{_Q} is the author, too", r"\1 ist auch der Autor"),
    (r"(\S+) ends in “et al.”: names are missing", r"\1 endet mit “et al.”: Namen fehlen"),
    (
        rf"(\S+) is in title case: {_Q}",
        r"\1 ist mit großen Anfangsbuchstaben geschrieben: \2",
    ),
    (
        rf"{_Q} has another dash, or spaces",
        r"\1 hat einen anderen Strich als den Bindestrich, oder Leerzeichen",
    ),
    (rf"{_Q} has a label, which styles add", r"\1 hat ein Kürzel, das die Stile selbst setzen"),
    (rf"{_Q} holds two spaces in a row", r"\1 enthält zwei Leerzeichen hintereinander"),
    (rf"{_Q} is more than the DOI", r"\1 ist mehr als die DOI"),
    (rf"{_Q} is not a DOI", r"\1 ist keine DOI"),
    (rf"{_Q} does not begin with https://", r"\1 beginnt nicht mit https://"),
    (
        r"the quotation mark (\S) in (\S+) has no partner",
        r"dem Anführungszeichen \1 in \2 fehlt das Gegenstück",
    ),
    (
        r"this is not UTF-8; it is read as Windows-1252",
        "die Datei ist nicht in UTF-8 gespeichert; sie wird als Windows-1252 gelesen",
    ),
    (
        rf"the byte (\S+) is not UTF-8 \(in Windows-1252 it is {_Q}\)",
        r"das Byte \1 ist kein UTF-8 (in Windows-1252 ist es \2)",
    ),
)
_HINTS: Final = (
    (r"write (\S+)", r"richtig: \1"),
    (r"write (\S+), and names in it with their capitals", r"richtig: \1, Namen darin groß"),
    (r"write (“.*”), and names in it with their capitals", r"besser: \1, Namen darin groß"),
    (
        "write 2024, 2024-05, 2024-05-07 or a range such as 2024-05/2024-06",
        "2024, 2024-05, 2024-05-07 oder einen Zeitraum wie 2024-05/2024-06 schreiben",
    ),
    (
        r"compare it with the printed ISBN; one slip away: (.+)",
        r"mit der gedruckten ISBN vergleichen; ähnlich sind: \1",
    ),
    (r"compare it with the printed ISBN", "mit der gedruckten ISBN vergleichen"),
    (
        "an ISBN has 13 digits, or 10 before 2007; compare it with the printed one; "
        "one slip away: (.+)",
        "eine ISBN hat 13 Ziffern, vor 2007 zehn; mit der gedruckten vergleichen; "
        r"ähnlich sind: \1",
    ),
    (
        "an ISBN has 13 digits, or 10 before 2007; compare it with the printed one",
        "eine ISBN hat 13 Ziffern, vor 2007 zehn; mit der gedruckten vergleichen",
    ),
    (
        r"write (\S+), if only the last digit is wrong",
        r"richtig: \1, wenn nur die letzte Ziffer falsch ist",
    ),
    (r"write (\S+), if they are swapped", r"richtig: \1, wenn sie vertauscht sind"),
    ("an ISSN has eight digits, as in 0378-5955", "eine ISSN hat acht Ziffern, wie in 0378-5955"),
    ("write a space", "ein Leerzeichen schreiben"),
    ("add the place of the publisher", "den Verlagsort ergänzen"),
    (r"add it as a tag such as (\S+)", r"als Sprachkürzel ergänzen, etwa \1"),
    (
        r"state the language of the records, such as (\S+)",
        r"die Sprache der Datensätze angeben, etwa \1",
    ),
    ("follow both, and correct the wrong one", "beide aufrufen und das Falsche berichtigen"),
    (r"perhaps (.+)", r"vielleicht \1"),
    (r"did you mean `(.+)`\?", r"gemeint ist vielleicht “\1”"),
    (r"add (“[^”]*”)", r"\1 ergänzen"),
    (r"add (“[^”]*”) with the institution that published it", r"\1 mit der Institution ergänzen"),
    (
        r"add the authors, or (“.*”) if the publication names nobody",
        r"die Autoren ergänzen, oder \1, wenn niemand genannt ist",
    ),
    (
        r"add (“[^”]*”), or (“.*”) if the publication gives no date",
        r"\1 ergänzen, oder \2, wenn kein Datum genannt ist",
    ),
    (r"add it, or (“.*”) if there is none", r"ergänzen, oder \1, wenn es keine gibt"),
    (r"add it as a tag such as (“.*”)", r"als Sprachkürzel ergänzen, etwa \1"),
    (r"add (.+), if there is one", r"\1 ergänzen, wenn vorhanden"),
    (r"add how many pages it has", "die Zahl der Seiten ergänzen"),
    (
        "delete one of the records or correct its (ISBN|DOI)",
        r"einen der beiden löschen oder seine \1 berichtigen",
    ),
    ("give one of them another id", "einem der beiden eine andere geben"),
    (
        r"write each name as an item of a list, (“[^”]*”), and editors under (“.*”)",
        r"jeden Namen in einer Liste für sich schreiben, \1, und Herausgeber unter \2",
    ),
    (
        r"write (“[^”]*”) or (\[.*\]); (“.*”) if it is a whole name",
        r"\1 oder \2 schreiben; \3, wenn es ein ganzer Name ist",
    ),
    ("write out all names", "alle Namen ausschreiben"),
    ("save the file as UTF-8", "die Datei in UTF-8 speichern"),
    ("correct the year", "das Jahr berichtigen"),
    ("delete one", "eines löschen"),
    (
        r"write (“.*”), or (“.*”) for an organization",
        r"\1 schreiben, oder \2 für eine Körperschaft",
    ),
    (
        r"write (“.*”) if this is for APA or MLA, which name it once",
        r"\1 schreiben, wenn es für APA oder MLA ist, die ihn einmal nennen",
    ),
    (
        "leave it out as the publisher if this is for APA or MLA, which name it once",
        "den Verlag weglassen, wenn es für APA oder MLA ist, die ihn einmal nennen",
    ),
)


def german_message(message: str) -> str:
    """The `message` of a finding in German; "" where it is not known.

    >>> german_message("a record of type report needs author or editor")
    'einem Datensatz vom Typ report fehlt author oder editor'
    """
    return _translated(message, _MESSAGES)


def german_hint(suggestion: str) -> str:
    """What to do, in German; "" where it is not known.

    >>> german_hint("add “publisher:” with the institution that published it")
    '„publisher:“ mit der Institution ergänzen'
    """
    return _translated(suggestion, _HINTS)


def _translated(text: str, known: tuple[tuple[str, str], ...]) -> str:
    for english, german in known:
        if match := re.fullmatch(english, text):
            found = match.expand(german)
            found = found if "“" in found else found.replace(" or ", " oder ")
            return found.translate(_QUOTES)
    return ""
