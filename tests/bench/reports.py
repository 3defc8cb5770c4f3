"""Made-up reports for the benchmarks: distinct, and alike enough that citing them takes work."""

from __future__ import annotations

from random import Random
from typing import Any


def _words(text: str) -> list[str]:
    return text.split()


_FAMILIES = _words("""Abbott Alvarez Becker Bianchi Blunert Brown Castro Chen Costa Dahl Diaz Dubois
Ernst Evans Fischer Garcia Haas Hansen Huber Ivanov Jansen Jones Kaya Keller Kim Kokonowskyj
Kowalski Laurent Lee Lopez Maier Martin Moreau Nguyen Novak Nowicka Okafor Olsen Park Patel Petrov
Ratzmann Rossi Sato Schmidt Silva Smith Suzuki Tanaka Varga Vogel Weber Yilmaz Zeković""")
_GIVEN = _words("""Ada Anna Bela Carlos Chiara Denis Elena Emil Fatma Felix Greta Hana Igor Ines
Janin Jonas Karim Larissa Lena Magdalena Marco Maria Nora Oskar Paula Pedro Rosa Samir Sofia
Yuki""")
_TOPICS = _words("""Archives Budgets Cities Climate Elections Families Forests Harbours Health
Housing Labour Language Libraries Markets Migration Nursing Poverty Resilience Rivers Schools
Transport Water Youth""")
_REGIONS = _words("Austria Berlin Brittany Catalonia Denmark Europe Hamburg Lisbon Poland Saxony")
_KINDS = ["Final report", "Findings of a survey", "Lessons from practice", "A review"]
_PUBLISHERS = [
    ("DeZIM Institut", "Berlin"),
    ("European Commission", "Brussels"),
    ("FAO", "Rome"),
    ("Institute for Social Research", "Hamburg"),
    ("World Bank", "Washington, DC"),
]
_REPORTS_PER_AUTHOR = 10


def make_reports(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """`count` CSL-JSON reports, the same for the same arguments.

    The number of people grows with `count`, so an author has about as many reports (and an entry
    as much to disambiguate) among 100,000 as among 1,000: families are shared between people, and
    one person has several reports in a year.
    """
    random = Random(seed)
    people = [_person(random, number) for number in range(max(count // _REPORTS_PER_AUTHOR, 10))]
    return [_report(random, number, people) for number in range(count)]


def _isbn(number: int) -> str:
    """A valid ISBN: records with errors are not worked on as others are."""
    publisher, title = str(948_000 + number % 1000), f"{number // 1000 % 100:02}"
    digits = f"9783{publisher}{title}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"978-3-{publisher}-{title}-{-total % 10}"


def _person(random: Random, number: int) -> dict[str, str]:
    # Families repeat about three times; a second one makes enough of them for any number.
    family = _FAMILIES[number % len(_FAMILIES)]
    block = number // (3 * len(_FAMILIES))
    if block:
        second, third = block % len(_FAMILIES), block // len(_FAMILIES)
        family = f"{family}-{_FAMILIES[second]}" + ("" if not third else _GIVEN[third].lower())
    given = random.choice(_GIVEN)
    if random.random() < 0.3:
        given += f" {random.choice(_GIVEN)[0]}."
    return {"family": family, "given": given}


def _report(random: Random, number: int, people: list[dict[str, str]]) -> dict[str, Any]:
    publisher, place = random.choice(_PUBLISHERS)
    first = random.randrange(len(people))
    # Colleagues stand near one another, so that groups of authors recur.
    authors = [
        people[(first + step) % len(people)] for step in range(random.choice((1, 1, 2, 3, 4)))
    ]
    topics = random.sample(_TOPICS, 3)
    item: dict[str, Any] = {
        "id": f"report-{number}",
        "type": "report",
        "title": f"{topics[0]} and {topics[1].lower()} in {random.choice(_REGIONS)}: "
        f"{random.choice(_KINDS)} no. {number}",
        "author": authors,
        "issued": {"date-parts": [[random.randint(2015, 2024)]]},
        "publisher": publisher,
        "publisher-place": place,
        "number-of-pages": str(random.randint(8, 400)),
        "ISBN": _isbn(number),
        "keyword": ", ".join(topics),
        "language": "en-US",
    }
    if random.random() < 0.5:
        item |= {"genre": "Working paper", "number": str(random.randint(1, 200))}
    if random.random() < 0.6:
        item["URL"] = f"https://example.org/reports/{number}"
    return item
