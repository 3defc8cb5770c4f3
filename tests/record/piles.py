"""Many records of a few kinds, as files of programs hold them: most sound, some odd."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from hypothesis import strategies as st

SOUND: Final[dict[str, list[Any]]] = {
    "title": ["Chancen statt Krise", "The Other", "of", "A", "Ö", "2024 – a year", "Anon: 1"],
    "author": [
        [{"family": "Ratzmann", "given": "Nora"}],
        [{"given": "Ana María", "family": "Zeković"}, {"family": "Smith-Jones", "given": "J."}],
        [{"family": "Hoff", "given": "Jacob", "non-dropping-particle": "van 't"}],
        [{"literal": "Stadt Berlin"}],
        [{"given": "Plato"}, {"family": "O’Neil", "given": "Mo", "suffix": "Jr."}],
    ],
    "editor": [[{"family": "王", "given": "伟"}], [{"family": "Beck", "given": "Ulrich"}]],
    "issued": [
        *({"date-parts": [[year]]} for year in (2024, 1999, 800)),
        *({"date-parts": [point]} for point in ([2024, 5], [2024, 5, 31])),
    ],
    "accessed": [{"date-parts": [[2024, 1, 2]]}],
    "publisher": ["DeZIM", "Beck & Sons", "Alder and Birch", "Springer; Wiley"],
    "container-title": ["Nature", "R&D"],
    "ISBN": ["978-3-948289-82-9", "9783000000003", "3-540-42206-4"],
    "URL": ["https://example.org/a", "https://example.org/10.1000/x", "https://example.org/ü;b"],
    "DOI": ["10.1000/182", "10.1002/(SICI)1096<1::AID>3.0.CO;2-#"],
    "keyword": ["a, b", "a", "a; b", "a,b", "a , b"],
    "language": ["de-DE", "en", "klingon"],
    "genre": ["Working paper", "Masterarbeit", "techreport", "10.1000/x"],
    "number": ["12", "978-3-948289-82-9", "A 7"],
    "number-of-pages": ["12", "xii, 12", "1-12"],
    "page": ["12-34", "12–34", "7"],
    "note": ["Plain", "Edition: 2", "50 % of it"],
    "event": ["A Day", "A: B"],
    "citation-key": ["kalt2024", "a b"],
    "subtitle": ["A report", "--"],
}
"""Values that records may have as they are; those of each field that come first need nothing."""
_ODD_POINTS: Final[list[list[list[Any]]]] = [
    *([[2024], [2025]], [], [[]], [["2024", 5]], [[0]], [[True]], [[2024, 13]], [[-44]]),
    *([[2024, 2, 30]], [[2024.0]], [[10000]], [[2024, ""]]),
]
ODD: Final[dict[str, list[Any]]] = {
    "title": ["", " a", "a\tb", "a  b", "a\u00a0b", "none", 7, ["a"], "\ud800", "a\u2028b", "\x85"],
    "author": [
        *([], "Kalt, Anna", ["Kalt, Anna"], [{"family": ""}], [{"x": "y"}], None, [[]], [7]),
        *([{"literal": "x", "comma-suffix": True}], [{"family": "a", "given": "a\nb"}]),
    ],
    "issued": [
        *({"date-parts": points} for points in _ODD_POINTS),
        *({"date-parts": [[2024]], "circa": True}, "2024-05", 2024, "n.d.", {"literal": "x"}),
    ],
    "ISBN": ["978-3-948289-82-8", "none", "9790260000438", "97830000000033", "٩٧٨٣٠٠٠٠٠٠٠٠٣"],
    "URL": ["example", "http:/x", "https://example.org/a b", "none"],
    "DOI": ["https://doi.org/10.1000/182", "10.1", "doi:10.1000/182", "10.1000/a%20b"],
    "id": ["none", "", 7, None],
    "type": ["techreport", 7, ["report"], None, "book", "thesis", "article-journal"],
}


@st.composite
def piles(draw: st.DrawFn, *, odd: bool = True) -> list[dict[str, Any]]:
    """Some forty records of at most three sets of fields; with `odd`, some want a closer look."""
    random = Random(draw(st.integers(0, 1 << 32)))
    kinds = [_kind(draw) for _ in range(draw(st.integers(1, 3)))]
    # Of most fields most records have the first value, so that much stays in columns.
    plain, share = draw(st.sampled_from([0.5, 0.9, 1])), draw(st.sampled_from([0, 0.01, 0.1]))
    pile = []
    for number in range(draw(st.integers(1, 60))):
        source: dict[str, Any] = {"id": f"r{number}", **random.choice(kinds)}
        for name in source:
            if odd and random.random() < share and name in ODD:
                source[name] = random.choice(ODD[name])
            elif name in SOUND:
                source[name] = (
                    SOUND[name][0] if random.random() < plain else random.choice(SOUND[name])
                )
        pile.append(source)
    return pile


def _kind(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(SOUND)), unique=True, max_size=8))
    usual = draw(st.sampled_from([["title", "author", "issued", "publisher"], ["title"], []]))
    types = ["report", "book", "thesis", "article-journal", "webpage", "map", "software"]
    return {"type": draw(st.sampled_from(types)), **dict.fromkeys([*usual, *names])}
