"""The explanations of rules in German: what was found, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

GERMAN: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "name-list": (
            "Ein Name enthält mehrere Namen, „et al.“ oder einen Vermerk wie „(Hg.)“.",
            "Je Zeile ein Name: „- Familienname, Vorname“; Herausgeber unter „editor:“.",
        ),
        "name-split": (
            "Ein Name ohne Komma wurde als der einer Person am letzten Leerzeichen geteilt.",
            "Personen als „Familienname, Vorname“ schreiben, Körperschaften als „literal: …“.",
        ),
        "name-halves": (
            "Eine Liste enthält Namen aus je einem Wort, wie die beiden Hälften eines Namens.",
            "„- Ratzmann, Nora“ auf eine Zeile schreiben; Namen aus einem Wort als „literal:“.",
        ),
        "name-initials": (
            "Ein Vorname besteht aus zwei oder drei Großbuchstaben ohne Punkte, wie in PubMed.",
            "„Smith, J. A.“ schreiben.",
        ),
        "name-title": ("Ein Name enthält einen Titel wie Dr. oder Prof.", "Den Titel löschen."),
        "name-unknown": (
            "Ein Name besagt, dass niemand bekannt ist: „unbekannt“, „anonym“, „n/a“.",
            "„author: none“ schreiben: Stile beginnen dann mit dem Titel.",
        ),
        "name-dates": (
            "Hinter einem Namen stehen Lebensdaten, wie in Katalogen.",
            "Es ist nichts zu tun.",
        ),
        "names-truncated": (
            "Eine Namensliste endet mit „and others“ oder „et al.“.",
            "Alle Namen ausschreiben.",
        ),
        "date-impossible": (
            "Ein Datum steht nicht im Kalender, oder ein Zeitraum endet vor seinem Beginn.",
            "Das Datum berichtigen; Zeiträume mit Schrägstrich schreiben: 2023/2024.",
        ),
        "date-season": (
            "Eine Angabe wie 2019-21 ist in EDTF eine Jahreszeit, für viele aber ein Zeitraum.",
            "2019/2021 für die Jahre schreiben, „spring 2019“ für die Jahreszeit.",
        ),
        "date-early": (
            "Die Jahreszahl eines Datums hat ein bis drei Ziffern.",
            "Das Jahr ausschreiben, 2024; ist das Jahr 24 gemeint, 0024 schreiben.",
        ),
        "date-future": (
            "Ein Erscheinungs- oder Zugriffsdatum liegt in einem künftigen Jahr.",
            "Das Jahr berichtigen.",
        ),
        "date-syntax": (
            "Ein Datum ist so geschrieben, dass es nicht verstanden wird.",
            "2024, 2024-05, 2024-05-07, 2024-05/2024-06, 2024~ für „um 2024“ oder n.d. schreiben.",
        ),
        "date-notation": (
            "Ein Datum ist in Worten oder mit dem Tag zuerst geschrieben: „5. März 2021“.",
            "Das Datum schreiben, wie die Meldung es zeigt (ISO 8601).",
        ),
        "isbn-syntax": (
            "Länge, Präfix oder Zeichen der ISBN sind falsch.",
            "Mit der gedruckten ISBN vergleichen; sie hat 13 Ziffern, vor 2007 zehn.",
        ),
        "isbn-checksum": (
            "Die letzte Ziffer der ISBN folgt nicht aus den anderen.",
            "Mit der gedruckten ISBN vergleichen; die Meldung nennt die wahrscheinlichste.",
        ),
        "isbn-range": (
            "Die ISBN liegt in einem Bereich, der an niemanden vergeben ist.",
            "Mit der gedruckten ISBN vergleichen.",
        ),
        "isbn-hyphens": (
            "Die Bindestriche der ISBN stehen nicht dort, wo Gruppe und Verlag enden.",
            "Die ISBN so schreiben, wie die Meldung sie zeigt, oder ohne Bindestriche.",
        ),
        "identifier-wrong": (
            "Eine Kennung der Liste ist von keiner bekannten Art, oder sie stimmt nicht.",
            "Mit der Vorlage vergleichen; vor eine bloße Nummer ihre Art schreiben.",
        ),
        "issn-wrong": (
            "Die ISSN hat nicht acht Ziffern, oder die letzte folgt nicht aus den anderen.",
            "Mit der Zeitschrift vergleichen; mehrere mit Kommas trennen.",
        ),
        "orcid-wrong": (
            "Die ORCID einer beteiligten Person stimmt nicht: Länge, Prüfziffer oder Bereich.",
            "Von der Seite der Person auf orcid.org neu kopieren.",
        ),
        "pubmed-wrong": (
            "Eine PMID oder PMCID ist keine Nummer von PubMed oder PubMed Central.",
            "Nur die bis zu acht Ziffern der PMID schreiben, die PMCID als PMC3531190.",
        ),
        "url-syntax": (
            "Die URL ist unvollständig oder enthält Zeichen, die es in URLs nicht gibt.",
            "Aus dem Browser neu kopieren; ein Leerzeichen als %20 schreiben.",
        ),
        "url-incomplete": (
            "Die URL beginnt nicht mit https://.",
            "https:// davor schreiben, wenn das zur Seite führt.",
        ),
        "url-list": (
            "Im Feld stehen mehrere URLs oder ein Verweis in eine Datenbank.",
            "Nur die Adresse der Seite der Veröffentlichung angeben.",
        ),
        "url-scheme": (
            "Die URL beginnt nicht mit http, https, ftp oder ftps.",
            "Die Adresse der Seite der Veröffentlichung angeben.",
        ),
        "doi-syntax": (
            "Die DOI hat nicht die Form 10.1234/etwas.",
            "Aus der Veröffentlichung neu kopieren.",
        ),
        "doi-prefix": (
            "Vor der DOI steht eine Adresse oder „doi:“; sie wird weggelassen.",
            "Nur die DOI schreiben, die mit 10. beginnt.",
        ),
        "doi-and-url": (
            "Die URL führt zu einer anderen DOI als der im Feld DOI.",
            "Beiden Verweisen folgen und den falschen löschen oder berichtigen.",
        ),
        "edition-number": (
            "Eine Auflage ist ausgeschrieben: „2nd edition“, „2. Auflage“, „zweite“.",
            "Nur die Zahl schreiben.",
        ),
        "language-tag": (
            "Eine Sprache ist nicht mit dem Kürzel einer einzigen Sprache angegeben.",
            "Das Kürzel schreiben, das die Meldung nennt; bei mehreren das der Sprache des Textes.",
        ),
        "page-label": (
            "Vor oder hinter Seitenzahlen steht eine Bezeichnung: „S. 12“, „45 S.“.",
            "Nur die Zahlen schreiben.",
        ),
        "page-order": (
            "Ein Seitenbereich endet vor seinem Beginn.",
            "Mit der Veröffentlichung vergleichen.",
        ),
        "page-dash": (
            "Ein Seitenbereich ist nicht mit einem Bindestrich geschrieben: „12–34“, „12 -- 34“.",
            "12-34 schreiben, in BibTeX 12--34.",
        ),
        "html-entity": (
            "Ein Text enthält eine HTML-Entität wie „&amp;“ oder „&#8211;“.",
            "Das Zeichen selbst schreiben.",
        ),
        "double-space": (
            "In einem Text stehen zwei Leerzeichen hintereinander.",
            "Eines davon löschen.",
        ),
        "quotation-mark": (
            "Ein Anführungszeichen wird geöffnet und nicht geschlossen, oder umgekehrt.",
            "Das fehlende Zeichen ergänzen oder das vorhandene löschen.",
        ),
        "title-case": (
            "In einem englischen Titel sind alle Wörter großgeschrieben.",
            "Alle Wörter außer dem ersten und Namen kleinschreiben.",
        ),
        "title-language": (
            "Die Sprache von Titeln, deren Großschreibung davon abhängt, ist nicht angegeben.",
            "Die Sprache angeben und englische Titel wie Sätze schreiben; in BibTeX genügt "
            "langid = {english} oder --assume-language en.",
        ),
        "wrong-shape": (
            "Eine Liste steht, wo ein Text hingehört, oder umgekehrt.",
            "Texte als „Feld: Text“ schreiben, Namen als Liste, Daten als 2024-05-07.",
        ),
        "unused-ignore": (
            "Ein Kommentar übergeht etwas, das nicht gefunden wird, oder ist nicht verständlich.",
            "Löschen, oder „# reportcite: ignore[Regel]“ mit dem Namen schreiben, den check zeigt.",
        ),
        "duplicate-key": (
            "Ein Feld kommt zweimal vor.",
            "Eines behalten; mehrere Autoren gehören in eine Liste.",
        ),
        "unknown-key": (
            "Der Name eines Feldes ist nicht bekannt.",
            "Den Namen der CSL-Variablen verwenden; die Meldung nennt den ähnlichsten.",
        ),
        "other-data": (
            "Der Datensatz enthält Angaben, die ein anderes Programm für sich führt.",
            "Es ist nichts zu tun.",
        ),
        "several-values": (
            "Ein Feld für einen Wert enthält eine Liste von mehreren.",
            "Den einen, der zählt, als Text schreiben.",
        ),
        "unknown-type": (
            "Der Typ des Datensatzes ist keiner von CSL.",
            "Einen Typ wie report, book, chapter, article-journal, thesis oder webpage angeben.",
        ),
        "required-field": (
            "Ein Feld fehlt, das jeder Datensatz seines Typs braucht.",
            "Das Feld ergänzen. Fehlt die Angabe in der Veröffentlichung selbst: „author: none“, "
            "„issued: n.d.“, „publisher: none“.",
        ),
        "recommended-field": (
            "Ein Feld fehlt, das hilft, die Veröffentlichung zu finden.",
            "Das Feld ergänzen; „ISBN: none“ besagt, dass es keine gibt.",
        ),
        "publisher-author": (
            "Der Verlag ist zugleich der Autor.",
            "Für APA oder MLA „publisher: none“ schreiben; in Formaten anderer Programme den "
            "Verlag weglassen.",
        ),
        "control-character": (
            "Ein Feld enthält ein Steuerzeichen.",
            "Löschen; meist kommt es mit Text aus einer PDF-Datei.",
        ),
        "duplicate-id": (
            "Zwei Datensätze haben dieselbe Kennung.",
            "Einem der beiden eine andere geben.",
        ),
        "duplicate-isbn": (
            "Zwei Datensätze haben dieselbe ISBN.",
            "Einen der beiden löschen oder seine ISBN berichtigen.",
        ),
        "duplicate-doi": (
            "Zwei Datensätze haben dieselbe DOI.",
            "Einen der beiden löschen oder seine DOI berichtigen.",
        ),
        "duplicate-pmid": (
            "Zwei Datensätze haben dieselbe PMID oder PMCID.",
            "Einen der beiden löschen oder seine Nummer berichtigen.",
        ),
        "duplicate-title": (
            "Zwei Datensätze gelten nach Titel, Jahr und erstem Autor demselben Werk.",
            "Zu einem machen (reportcite merge); sind es verschiedene Werke, beide behalten.",
        ),
        "merge-conflict": (
            "Zwei Datensätze zu einem Werk sagen Verschiedenes; eines davon wurde behalten.",
            "Beide mit der Veröffentlichung vergleichen und den falschen Wert berichtigen.",
        ),
        "not-merged": (
            "Zwei Datensätze haben eine gemeinsame Nummer und blieben doch getrennt.",
            "Die Nummer, oder was sich unterscheidet, berichtigen, wenn es ein Werk ist.",
        ),
    }
)
"""What, and how to fix it, by the names of rules; other rules are explained in English."""
