"""Pasted references become the records that they were printed of."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reportcite.csl import Processor
from reportcite.documents.verifying import unnumbered
from reportcite.errors import Place
from reportcite.formats.pasted.read import read_reference
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.values.names.display import family_of

WORKS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("works.json").read_text(encoding="utf-8")
)
FORMS = [
    *(("apa", "en-US"), ("apa", "de-DE"), ("chicago", "en-US"), ("chicago-notes", "en-US")),
    *(("din", "de-DE"), ("iso690-de", "de-DE")),
    *(("ieee", "en-US"), ("vancouver", "en-US"), ("ama", "en-US"), ("harvard", "en-GB")),
    *(("nature", "en-GB"), ("acs", "en-US")),
    *(("springer-basic-author-date", "en-US"), ("elsevier-harvard", "en-US")),
]
SHARE = {"author": 0.97, "issued": 0.97, "title": 0.95, "publisher": 0.94, "DOI": 1.0}
"""How much of what is printed is read again at least, over all works in one form."""


def folded(text: object) -> str:
    return "".join(letter for letter in str(text).casefold() if letter.isalnum())


def people(names: Any) -> list[str]:
    return [folded(family_of(name)) for name in names or ()]


def year(date: Any) -> int:
    parts: list[list[int]] = (date or {}).get("date-parts") or [[0]]
    return parts[0][0]


def printed(work: dict[str, Any], style: str, locale: str) -> str:
    return unnumbered(Processor(style, locale=locale).bibliography([work])[0].text)


@pytest.mark.parametrize(("style", "locale"), FORMS)
def test_nearly_all_that_is_printed_is_read_again(style: str, locale: str) -> None:
    shown: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for work in WORKS:
        text = printed(work, style, locale)
        record = read_reference(text, Place("x"))
        fields = record.fields if isinstance(record, Record) else {}
        for name in SHARE:
            if name == "author":
                wanted: Any = people(work.get(name))
                is_shown = bool(wanted) and all(one in folded(text) for one in wanted)
                same = people(fields.get(name)) == wanted
            elif name == "issued":
                wanted = year(work["issued"])
                is_shown, same = str(wanted) in text, year(fields.get(name)) == wanted
            else:
                wanted = folded(work.get(name, ""))
                # An author and a link may have the name of the publisher, which is not printed.
                known = [folded(one.get("literal")) for one in work.get("author", ())]
                known = known if name == "publisher" else []
                bare = re.sub(r"https?://\S+", "", text) if name == "publisher" else text
                is_shown = bool(wanted) and folded(bare).count(wanted) > known.count(wanted)
                same = folded(fields.get(name, "")) == wanted
            shown[name] += is_shown
            read[name] += is_shown and same
    for name, share in SHARE.items():
        assert read[name] >= share * shown[name] - 1, f"{name}: {read[name]} of {shown[name]}"


def test_a_reference_becomes_a_record() -> None:
    record = read_reference(
        "Kalt, A., & Roe, T. (2018). Risk. Journal of X, 47(3), 182–199. https://doi.org/10.1/a",
        Place("<stdin>", 3),
    )
    assert isinstance(record, Record)
    assert (record.type, record.place.line) == ("article-journal", 3)
    assert record.fields["author"] == [
        {"family": "Kalt", "given": "A."},
        {"family": "Roe", "given": "T."},
    ]


def test_what_is_not_understood_is_kept_as_a_note() -> None:
    record = read_reference("Beck, U. (1986). Risk. Press. And more of it.", Place("x"))
    assert isinstance(record, Record)
    assert record.fields["note"] == "And more of it."
    assert [one.rule.name for one in record.problems] == ["pasted-rest"]


@pytest.mark.parametrize("text", ["just words", "x" * 4001, "."])
def test_what_is_no_reference_is_named(text: str) -> None:
    problem = read_reference(text, Place("x"))
    assert isinstance(problem, Problem)
    assert problem.rule.name == "no-reference"


@pytest.mark.parametrize(
    ("end", "type_"),
    [
        ("Press.", "book"),
        ("Press. https://a.org", "report"),
        ("https://a.org", "document"),
        ("Press, 1–9.", "paper-conference"),
    ],
)
def test_the_type_is_what_the_source_suggests(end: str, type_: str) -> None:
    record = read_reference(f"Beck, U. (1986). Risk. {end}", Place("x"))
    assert isinstance(record, Record)
    assert record.type == type_


def test_a_page_with_its_day_is_of_the_web() -> None:
    record = read_reference("WHO. (2021, May 13). Risk. Newsroom. https://a.org", Place("x"))
    assert isinstance(record, Record)
    assert (record.type, record.fields["container-title"]) == ("webpage", "Newsroom")


@pytest.mark.parametrize(
    ("text", "type_", "values"),
    [
        (
            "Honneth, Axel (1992): Kampf um Anerkennung. Zur moralischen Grammatik sozialer "
            "Konflikte. Frankfurt/M.: Suhrkamp.",
            "book",
            {"title": "Kampf um Anerkennung. Zur moralischen Grammatik sozialer Konflikte",
             "publisher-place": "Frankfurt/M.", "publisher": "Suhrkamp"},
        ),
        (
            "Luhmann, Niklas: Soziale Systeme. Grundriß einer allgemeinen Theorie. Frankfurt a. M.:"
            " Suhrkamp 1984.",
            "book",
            {"title": "Soziale Systeme. Grundriß einer allgemeinen Theorie",
             "issued": {"date-parts": [[1984]]}, "publisher-place": "Frankfurt a. M.",
             "publisher": "Suhrkamp"},
        ),
        (
            "Beck, Ulrich: Risikogesellschaft. Auf dem Weg in eine andere Moderne, Frankfurt am "
            "Main 1986.",
            "book",
            {"title": "Risikogesellschaft. Auf dem Weg in eine andere Moderne",
             "publisher-place": "Frankfurt am Main", "issued": {"date-parts": [[1986]]}},
        ),
        (
            "Beckert, Jens (2009): Koordination. In: Zeitschrift für Soziologie 38 (1), S. 12–30.",
            "article-journal",
            {"container-title": "Zeitschrift für Soziologie", "volume": "38", "issue": "1",
             "page": "12–30"},
        ),
        (
            "Beckert, J., 2009: Koordination. Zeitschrift für Soziologie, 38. Jg., H. 1, S. 12–30.",
            "article-journal",
            {"issued": {"date-parts": [[2009]]}, "title": "Koordination", "volume": "38",
             "container-title": "Zeitschrift für Soziologie", "issue": "1", "page": "12–30"},
        ),
        (
            "Beckert, J. (2009): Koordination. In: Leviathan, Jg. 38 (2009), Heft 1: 12–30.",
            "article-journal",
            {"container-title": "Leviathan", "volume": "38", "issue": "1", "page": "12–30"},
        ),
        (
            "Weiß, Jens (2018): Haushalt. In: Anna Schmidt und Bernd Meier (Hg.): Handbuch Politik."
            " Wiesbaden: Springer VS, S. 55–78.",
            "chapter",
            {"editor": [{"family": "Schmidt", "given": "Anna"},
                        {"family": "Meier", "given": "Bernd"}],
             "container-title": "Handbuch Politik", "page": "55–78", "publisher": "Springer VS"},
        ),
        (
            "Weiß, Jens (2018): Haushalt. In: Schmidt, Anna/Meier, Bernd (Hrsg.): Handbuch Politik."
            " Wiesbaden: Springer VS, 55–78.",
            "chapter",
            {"editor": [{"family": "Schmidt", "given": "Anna"},
                        {"family": "Meier", "given": "Bernd"}],
             "container-title": "Handbuch Politik", "page": "55–78"},
        ),
        (
            "Weiß, Jens (2018): Haushalt. In: Schmidt, Anna (Hrsg.): Handbuch Politik. Ulm: X.",
            "chapter",
            {"editor": [{"family": "Schmidt", "given": "Anna"}]},
        ),
        (
            "Streeck, W. (2013). Gekaufte Zeit. Berlin: Suhrkamp, S. 12-20.",
            "book",
            {"publisher": "Suhrkamp", "publisher-place": "Berlin", "page": "12-20"},
        ),
        (
            "Roe, T. (2001). The long road. Working paper. St. Gallen: Foo.",
            "book",
            {"genre": "Working paper", "publisher-place": "St. Gallen", "title": "The long road"},
        ),
        (
            "Statistisches Bundesamt (2021): Bevölkerung. Wiesbaden. Online verfügbar unter "
            "https://www.destatis.de/x.html, zuletzt geprüft am 03.05.2021.",
            "report",
            {"URL": "https://www.destatis.de/x.html", "accessed": {"date-parts": [[2021, 5, 3]]}},
        ),
    ],
)  # fmt: skip
def test_references_as_german_journals_print_them(
    text: str, type_: str, values: dict[str, Any]
) -> None:
    record = read_reference(text, Place("x"))
    assert isinstance(record, Record)
    assert record.type == type_
    assert {name: record.fields.get(name) for name in values} == values
    assert "note" not in record.fields


def fields_of(text: str) -> dict[str, Any]:
    record = read_reference(text, Place("x"))
    assert isinstance(record, Record)
    return {"type": record.type, **record.fields}


@pytest.mark.parametrize(
    "text",
    [
        "Beck, U. (1986). Risk. Frankfurt am Main.",
        "Beck, Ulrich: Risk. Frankfurt am Main, 1986.",
        "Beck, Ulrich. Risk. Frankfurt am Main, 1986.",
        "Ulrich Beck, Risk, Frankfurt am Main 1986.",
    ],
)
def test_a_city_alone_is_a_place_and_no_publisher(text: str) -> None:
    found = fields_of(text)
    assert (found["type"], found["title"]) == ("book", "Risk")
    assert (found["publisher-place"], "publisher" in found) == ("Frankfurt am Main", False)
    assert people(found["author"]) == ["beck"]


def test_before_a_city_alone_stands_a_second_sentence_of_the_title_or_a_number_of_volumes() -> None:
    found = fields_of("Beck, Ulrich (1986): Risk. On the way to another modernity. Bonn.")
    assert found["title"] == "Risk. On the way to another modernity"
    found = fields_of("Elias, Norbert (1976): Prozess. 2 Bde. Frankfurt a. M.")
    assert (found["number-of-volumes"], found["publisher-place"]) == ("2", "Frankfurt a. M.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kalt, Anna. “On Soil.” Soils, vol. 4, no. 3, 2018, pp. 1–9.",
            {"container-title": "Soils", "volume": "4", "issue": "3", "page": "1–9"},
        ),
        (
            "Kalt, Anna. “On Soil.” Soil, edited by T. Roe and A. Poe, Acker, 2016, pp. 1–9.",
            {"container-title": "Soil", "publisher": "Acker", "page": "1–9", "type": "chapter"},
        ),
        (
            "Kalt, A. (2018) ‘On Soil’, Soils, 4(3), pp. 1–9.",
            {"container-title": "Soils", "volume": "4", "issue": "3", "page": "1–9"},
        ),
        (
            "Kalt, A. (2016) ‘On Soil’, in T. Roe (ed.) Soil. Bonn: Acker, pp. 1–9.",
            {"container-title": "Soil", "publisher": "Acker", "page": "1–9", "type": "chapter"},
        ),
        (
            "Kalt, A.; Roe, T. B. On Soil. Soils 2018, 4 (3), 1–9.",
            {"container-title": "Soils", "volume": "4", "issue": "3", "page": "1–9"},
        ),
        (
            "Kalt A. On Soil. Soils. 2018;4:1-9. PMID: 23193287; PMCID: PMC3531190",
            {"PMID": "23193287", "PMCID": "PMC3531190", "volume": "4", "page": "1-9"},
        ),
    ],
)
def test_other_forms_are_read_too(text: str, expected: dict[str, str]) -> None:
    found = fields_of(text)
    assert found["title"] == "On Soil"
    assert {name: found.get(name) for name in expected} == expected


def test_a_list_of_many_names_with_one_of_another_kind_takes_no_time() -> None:
    names = ", ".join(f"Kalt, A. {letter}." for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ" * 2)
    found = fields_of(f"{names}, Council on Soils, and Sand, & Roe, T. (2013). Risk. Acker.")
    assert found["title"] == "Risk"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Risk [Vortrag]", {"title": "Risk", "genre": "Vortrag"}),
        ("Risiko [Risk]", {"title": "Risiko [Risk]", "genre": None}),
        ("Risk (arXiv:2201.01234)", {"title": "Risk", "number": "arXiv:2201.01234"}),
    ],
)
def test_what_apa_puts_behind_a_title_is_no_part_of_it(
    title: str, expected: dict[str, str | None]
) -> None:
    found = fields_of(f"Kalt, A. (2018). {title}. Acker.")
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        # Nobody is named.
        ("The manual of style: The guide for writers (15th ed.). (2003). Quay Press.",
         {"title": "The manual of style: The guide for writers", "edition": "15",
          "publisher": "Quay Press", "issued": {"date-parts": [[2003]]}}),
        ("Kalt, A. (2018). Physics (P. H. Roe, Trans.; Vols. 1–3). Quay Press.",
         {"title": "Physics", "translator": [{"family": "Roe", "given": "P. H."}],
          "number-of-volumes": "3", "publisher": "Quay Press"}),
        ("Kalt, Anna. 2018. Physics. Edited by Tim B. Roe. Vol. 61. Quay Press.",
         {"title": "Physics", "editor": [{"family": "Roe", "given": "Tim B."}], "volume": "61",
          "publisher": "Quay Press"}),
        ("Kalt, A. (2018) Physics. Quay Press, Göttingen.",
         {"title": "Physics", "publisher": "Quay Press", "publisher-place": "Göttingen"}),
        ("Kalt, A. (2018). Ebb. In T. Roe (Ed.), Tides (Vol. 7, pp. 204–208). Quay Press.",
         {"container-title": "Tides", "volume": "7", "page": "204–208", "publisher": "Quay Press"}),
        ("Kalt, A. (2018). Ebb and flow. J. Amer. Math. Soc., 9(2), 529–571.",
         {"title": "Ebb and flow", "container-title": "J. Amer. Math. Soc.", "volume": "9"}),
        ("Kalt, A. (2018). Ebb. Revue de la Mer, 97, 431–456, 791–823.",
         {"container-title": "Revue de la Mer", "volume": "97", "page": "431–456, 791–823"}),
        # MLA
        ("Kalt, Anna, et al. Tides. 2nd ed., Quay Press, 1984–1986. 3 vols.",
         {"author": [{"family": "Kalt", "given": "Anna"}], "edition": "2", "title": "Tides",
          "publisher": "Quay Press", "number-of-volumes": "3",
          "issued": {"date-parts": [[1984], [1986]]}}),
        ("Kalt, Anna, editor. Tides. Quay Press, 2018. Sea Studies 7.",
         {"editor": [{"family": "Kalt", "given": "Anna"}], "publisher": "Quay Press",
          "collection-title": "Sea Studies", "collection-number": "7"}),
        ("Kalt, Anna. “Ebb.” Tides, edited by Tim Roe, Quay Press, 2018, pp. 1–9. Sea Studies 7.",
         {"container-title": "Tides", "page": "1–9", "collection-title": "Sea Studies"}),
        ("Kalt, Anna. “Ebb.” Sea, vol. 7, 2018, pp. 1–9, 20–24.",
         {"container-title": "Sea", "volume": "7", "page": "1–9, 20–24"}),
        ("Kalt, Anna. Tides. French patent request no. 9500261, 11 Jan. 1995.",
         {"type": "patent", "number": "9500261"}),
        # Chicago
        ("Kalt, Anna. 2018. Tides. Edited by Tim Roe. Sea Studies 7. Quay Press.",
         {"collection-title": "Sea Studies", "collection-number": "7", "publisher": "Quay Press"}),
        ("Kalt, Anna. 2018. “Tides.” arXiv:1234.5678. Version 3. Preprint, arXiv, October 27.",
         {"type": "article", "number": "arXiv:1234.5678", "version": "3", "publisher": "arXiv"}),
        # IEEE
        ("A. Kalt, Tides. in Sea Studies, no. 7. Kiel: Quay Press, 2018.",
         {"title": "Tides", "collection-title": "Sea Studies", "collection-number": "7",
          "publisher": "Quay Press", "publisher-place": "Kiel"}),
        ("A. Kalt, “Ebb,” in Tides, T. Roe, Ed., Westport, CT: Quay Press, 2018, pp. 1–9.",
         {"type": "chapter", "container-title": "Tides", "publisher-place": "Westport, CT",
          "publisher": "Quay Press"}),
        ("A. Kalt, “Tides,” Oct. 27, 2018, arXiv: arXiv:1234.5678.",
         {"type": "article", "number": "arXiv:1234.5678", "publisher": "arXiv"}),
        ("A. Kalt, Tides, 3 vols. Kiel: Quay Press, 2018.",
         {"title": "Tides", "number-of-volumes": "3", "publisher": "Quay Press"}),
        # Vancouver and AMA
        ("Kalt A, Roe TB. Tides. Hicks RD, editor. Kiel: Quay Press; 2018.",
         {"title": "Tides", "editor": [{"family": "Hicks", "given": "R. D."}],
          "publisher-place": "Kiel", "publisher": "Quay Press"}),
        ("Kalt A, Roe TB. Tides. (Hicks RD, trans.). Quay Press; 2018.",
         {"translator": [{"family": "Hicks", "given": "R. D."}], "publisher": "Quay Press"}),
        ("Kalt A, Roe TB. Tides. Vol 7. Durham; London: Quay Press; 2018.",
         {"volume": "7", "publisher-place": "Durham; London", "publisher": "Quay Press"}),
        ("Kalt A, Roe TB. Tides. Göttingen; 2018.",
         {"publisher-place": "Göttingen", "publisher": None}),
        # DIN and ISO 690
        ("Kalt, Anna: Die Meere des 11. Jahrhunderts. Reading, Mass. : Quay Press, 2018",
         {"title": "Die Meere des 11. Jahrhunderts", "publisher-place": "Reading, Mass.",
          "publisher": "Quay Press"}),
        ("KALT, Anna, 1961. Ebb and flow. Nucl. Phys. 1961. Vol. 22, p. 579–588.",
         {"title": "Ebb and flow", "container-title": "Nucl. Phys", "volume": "22"}),
        # Elsevier
        ("Kalt, A., Roe, T.B., 2018. Ebb. A study (PhD thesis). Quay University, Kiel.",
         {"type": "thesis", "title": "Ebb. A study", "publisher": "Quay University"}),
        ("Kalt, A., Roe, T.B., 2018. Tides. Quay Press, Westport, Conn.; London.",
         {"publisher": "Quay Press", "publisher-place": "Westport, Conn.; London"}),
        ("Kalt, A., Roe, T.B., 2018. Tides. Göttingen.",
         {"publisher": None, "publisher-place": "Göttingen"}),
        ("Kalt, A. Tides. (Quay Press, Kiel, 1984–1986).",
         {"issued": {"date-parts": [[1984], [1986]]}}),
    ],
)  # fmt: skip
def test_more_than_the_usual_parts(text: str, fields: dict[str, object]) -> None:
    record = read_reference(text, Place("x"))
    assert isinstance(record, Record)
    found = {"type": record.type, **record.fields}
    assert {name: found.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("text", "csl_type"),
    [
        ("Kalt, A. (2018). Gezeitenmühle (Patentschrift Nr. DE 123).", "patent"),
        ("Kalt, A. (2018). Gezeiten (Forschungsbericht Nr. 12). Ulm.", "report"),
        ("Kalt, A. (2018). Tides. The Times, 3 May.", "article-newspaper"),
        ("Kalt, A. (2018). Tides. The Times, 3 May. Accessed 4 June 2019.", "webpage"),
        (
            "Kalt, A. (2018). Tides. The Times, 3 May, p. 7. Accessed 4 June 2019.",
            "article-newspaper",
        ),
        ("Kalt, A. (2018). Tides. https://example.org/x. Accessed 4 June 2019.", "webpage"),
        ("Kalt, A. (2018). Tides. https://example.org/x.", "document"),
        ("Kalt, A. (2018). Tides. Sea Press. https://example.org/x", "report"),
        ("Kalt, A. (2018). Tides. Sea Press.", "book"),
        ("A. Kalt, “Tides,” arXiv, 2018.", "article"),
    ],
)
def test_what_says_only_where_it_was_published_has_a_type_of_that(text: str, csl_type: str) -> None:
    record = read_reference(text, Place("x"))
    assert isinstance(record, Record)
    assert record.type == csl_type


def test_what_is_left_over_is_kept_as_a_note_with_a_warning() -> None:
    text = "A. Kalt, “Tide mill,” U.S. Patent 9 999 999, issued to Roe, 2018."
    record = read_reference(text, Place("x"))
    assert isinstance(record, Record)
    assert (record.type, record.fields["note"]) == ("patent", "issued to Roe")
    assert "pasted-rest" in [problem.rule.name for problem in record.problems]


def test_a_long_text_is_no_reference() -> None:
    head = "Kalt, A. (2018). "
    longest = f"{head}{'x' * (3_999 - len(head))}."
    assert isinstance(read_reference(longest, Place("x")), Record)
    assert isinstance(read_reference(f"{longest}.", Place("x")), Problem)
