"""References of Nature, of the American Chemical Society, of Springer and of Elsevier."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.sciences import add_scientific

ROE = {"family": "Roe", "given": "T. B."}
KALT = {"family": "Kalt", "given": "A."}
ARTICLE = {
    "type": "article-journal", "title": "Tides of 2.5 m: A review", "volume": "47",
    "container-title": "J. Sea Res.", "page": "182–199", "issued": "2018",
}  # fmt: skip
BOOK = {
    "type": "book", "title": "Tides", "publisher": "Quay Press", "publisher-place": "Kiel",
    "issued": "2018",
}  # fmt: skip
CHAPTER = BOOK | {
    "type": "chapter", "title": "Ebb", "container-title": "Tides", "page": "1–17",
}  # fmt: skip


def read(text: str) -> dict[str, object] | None:
    fields: dict[str, object] = {}
    left = add_scientific(text, fields)
    assert left in ("", None) and (left == "" or not fields)
    return fields if left == "" else None


POINTED = {"author": ["Kalt, A.", "Roe, T. B."]}
CLOSE = {"author": ["Kalt, A.", "Roe, T.B."]}
BARE = {"author": [KALT, ROE]}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Kalt, A. & Roe, T. B. Tides of 2.5 m: A review. J. Sea Res. 47, 182–199 (2018).",
         ARTICLE | POINTED),
        ("Kalt, A. et al. Tides of 2.5 m: A review. J. Sea Res. 47(3), 182–199 (2018).",
         ARTICLE | {"author": ["Kalt, A.", "et al."], "issue": "3"}),
        ("Kalt, A. & Roe, T. B. Tides. (Quay Press, Kiel, 2018).", BOOK | POINTED),
        ("Kalt, A. & Roe, T. B. Tides vol. 7 (Quay Press, Kiel, 2018).",
         BOOK | POINTED | {"volume": "7"}),
        ("World Bank. Tides (Quay Press, Kiel, 2018).", BOOK | {"author": ["{World Bank}"]}),
        ("Kalt, A. & Roe, T. B. Ebb. in Tides (eds Poe, C. & Orr, D.) 1–17 "
         "(Quay Press, Kiel, 2018).", CHAPTER | POINTED | {"editor": ["Poe, C.", "Orr, D."]}),
        ("Kalt, A. & Roe, T. B. Ebb. in Tides (ed. Poe, C.) vol. 2 1–17 (Quay Press, Kiel, "
         "2016–2018).",
         CHAPTER | POINTED | {"editor": ["Poe, C."], "volume": "2", "issued": "2016–2018"}),
        ("Kalt, A. & Roe, T. B. Ebb. in Tides 1–17 (Quay Press, Kiel, 2018).", CHAPTER | POINTED),
        ("Kalt, A. & Roe, T. B. Tides. (2018).", {"title": "Tides", "issued": "2018"} | POINTED),
        ("Kalt, A. & Roe, T. B. Tides. Sea Archive (2018).",
         {"title": "Tides", "publisher": "Sea Archive", "issued": "2018"} | POINTED),
        ("World Bank. Tides. (2018).",
         {"title": "Tides", "issued": "2018", "author": ["{World Bank}"]}),
        ("Kalt, A. & Roe, T. B. Tides. Preprint at (2018).",
         {"type": "article", "title": "Tides", "issued": "2018"} | POINTED),
    ],
)  # fmt: skip
def test_as_in_nature(text: str, fields: dict[str, object]) -> None:
    assert read(text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Kalt, A.; Roe, T. B. Tides; Quay Press: Kiel, 2018.", BOOK | POINTED),
        ("Kalt, A.; et al. Tides, 2nd ed.; Quay Press: Kiel, 2018; Vol. 7.",
         BOOK | {"author": ["Kalt, A.", "et al."], "edition": "2", "volume": "7"}),
        ("Brandt, A. von; Roe, T. B. Tides; Sea Series; Quay Press: Kiel, 2018.",
         BOOK | {"author": ["Brandt, A. von", "Roe, T. B."], "collection-title": "Sea Series"}),
        ("Tides; Poe, C., Orr, D., Eds.; Quay Press: Kiel; Bern, 2018.",
         BOOK | {"editor": ["Poe, C.", "Orr, D."], "publisher-place": "Kiel; Bern"}),
        ("Aristotle. Tides; Poe, C., Ed. and Translator; Quay Press: Kiel, 2018.",
         BOOK | {"author": ["{Aristotle}"], "editor": ["Poe, C."], "translator": ["Poe, C."]}),
        ("Kalt, A. Tides; Poe, C., Translator; Quay Press, 2018.",
         {key: BOOK[key] for key in BOOK if key != "publisher-place"}
         | {"author": ["Kalt, A."], "translator": ["Poe, C."]}),
        ("World Bank. Tides 2017; Quay Press: Kiel, 2018.",
         BOOK | {"title": "Tides 2017", "author": ["{World Bank}"]}),
        ("Kalt, A. Tides. The Sea. November 5, 2018, p 12.",
         {"type": "article-newspaper", "author": ["Kalt, A."], "title": "Tides",
          "container-title": "The Sea", "issued": "November 5, 2018", "page": "12"}),
        ("Kalt, A. Tides. The Sea. May 2018.",
         {"type": "article-magazine", "author": ["Kalt, A."], "title": "Tides",
          "container-title": "The Sea", "issued": "May 2018"}),
        ("Kalt, A.; Roe, T. B. Ebb. In Tides; Poe, C., Ed.; Quay Press: Kiel, 2018; Vol. 2, "
         "pp 1–17.", CHAPTER | POINTED | {"editor": ["Poe, C."], "volume": "2"}),
        ("Kalt, A.; Roe, T. B. Ebb. In Tides, 3rd ed.; Quay Press: Kiel, 2018; Chapter 2, pp 1–17.",
         CHAPTER | POINTED | {"edition": "3"}),
    ],
)  # fmt: skip
def test_as_in_chemistry(text: str, fields: dict[str, object]) -> None:
    assert read(text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Kalt A, Roe TB (2018) Tides of 2.5 m: A review. J. Sea Res. 47:182–199", ARTICLE | BARE),
        ("Kalt A, Roe TB, et al (2018a) Tides of 2.5 m: A review. J. Sea Res. 47(3):182–199",
         ARTICLE | {"author": [KALT, ROE, "et al."], "issue": "3"}),
        ("Zhong C-J (2018) Tides. Quay Press, Kiel",
         BOOK | {"author": [{"family": "Zhong", "given": "C.-J."}]}),
        ("Kalt A, Roe TB (2018) Tides, 2nd edn. Quay Press, Kiel", BOOK | BARE | {"edition": "2"}),
        ("Kalt A, Roe TB (eds) (2018) Tides. Quay Press, Kiel", BOOK | {"editor": [KALT, ROE]}),
        ("Kalt A, Roe TB (2018) Tides. Quay Press, Reading, Mass.",
         BOOK | BARE | {"publisher-place": "Reading, Mass."}),
        ("Kalt A, Roe TB (2018) Ebb. In: Poe C (ed) Tides. Quay Press, Kiel, pp 1–17",
         CHAPTER | BARE | {"editor": [{"family": "Poe", "given": "C."}]}),
        ("Kalt A, Roe TB (2018) Ebb. In: Tides. Quay Press, Kiel, pp 1–17", CHAPTER | BARE),
        ("Kalt A, Roe TB (2018) Tides. PhD thesis, Quay University",
         {"type": "thesis", "title": "Tides", "genre": "PhD thesis", "issued": "2018",
          "publisher": "Quay University"} | BARE),
        ("Kalt A, Roe TB (2018) Tides. The Atlantic 54–71",
         {"type": "article-newspaper", "title": "Tides", "container-title": "The Atlantic",
          "page": "54–71", "issued": "2018"} | BARE),
        ("Kalt A, Roe TB (2018) Tides", {"title": "Tides", "issued": "2018"} | BARE),
    ],
)  # fmt: skip
def test_as_at_springer(text: str, fields: dict[str, object]) -> None:
    assert read(text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Kalt, A., Roe, T.B., 2018. Tides of 2.5 m: A review. J. Sea Res. 47, 182–199.",
         ARTICLE | CLOSE),
        ("Kalt, A., et al., 2018. Tides of 2.5 m: A review. J. Sea Res. 47 (3), 182–199.",
         ARTICLE | {"author": ["Kalt, A.", "et al."], "issue": "3"}),
        ("Kalt, A., Roe, T.B., 2018. Tides, 2nd ed. Quay Press, Kiel.",
         BOOK | CLOSE | {"edition": "2"}),
        ("Kalt, A., Roe, T.B. (Eds.), 2018. Tides. Quay Press, Kiel.",
         BOOK | {"editor": CLOSE["author"]}),
        ("Kalt, A., Roe, T.B., 2018. Ebb, in: Poe, C., Orr, D. (Eds.), Tides. Quay Press, Kiel, "
         "pp. 1–17.", CHAPTER | CLOSE | {"editor": ["Poe, C.", "Orr, D."]}),
        ("Kalt, A., Roe, T.B., 2018. Tides (Doctoral dissertation). Quay University, Kiel.",
         {"type": "thesis", "title": "Tides", "genre": "Doctoral dissertation", "issued": "2018",
          "publisher": "Quay University", "publisher-place": "Kiel"} | CLOSE),
        ("Kalt, A., Roe, T.B., 2018. Tides [WWW Document]. Quay.",
         {"type": "webpage", "title": "Tides", "issued": "2018", "publisher": "Quay"} | CLOSE),
        ("Kalt, A., Roe, T.B., 2018. Tides. Smith, Elder & Co 1.",
         {"type": "book", "title": "Tides", "issued": "2018", "publisher": "Smith, Elder & Co 1"}
         | CLOSE),
    ],
)  # fmt: skip
def test_as_at_elsevier(text: str, fields: dict[str, object]) -> None:
    assert read(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "Beck, Ulrich. “Title.” Journal 47, no. 3 (2018).",
        "Beck, Ulrich: Titel. In: Zeitschrift 47 (2018).",
        "Beck, U. (1986). Risk. Suhrkamp.",
        "Beck, Ulrich. Risk. London; New York: Press, 1986.",
        "Hammond, Christopher. The basics. Union; Oxford University Press, 1997.",
        "Beck, Ulrich (1986): Risk. Press, Kiel.",
        "Poe, A. (Hrsg.): Risk. Kiel; Bern : Press, 1986",
        "Tides of the sea (2018).",
        "Kalt, A., Roe, T.B., 2018. Tides",
    ],
)
def test_other_forms_are_not_taken_for_one_of_these(text: str) -> None:
    assert read(text) is None
