"""Values are cited as styles expect them, however they were typed."""

from __future__ import annotations

import pytest

from reportcite.record.citation_item import spell_for_styles


def spelled(one_line: bool = False, /, **values: object) -> dict[str, object]:
    """The values as styles get them, `_` for the hyphen of a variable."""
    item = {name.replace("_", "-"): value for name, value in values.items()}
    spell_for_styles(item, one_line=one_line)
    return item


@pytest.mark.parametrize(
    ("name", "typed", "cited"),
    [
        ("DOI", "https://doi.org/10.1234/x", "10.1234/x"),
        ("DOI", "10.1234/x", "10.1234/x"),
        ("URL", "https://a.de https://b.de", "https://a.de"),
        ("edition", "2. Auflage", "2"),
        ("edition", "revised", "revised"),
        ("language", "Deutsch", "de"),
        ("number_of_pages", "64 S.", "64"),
        ("page", "S. 3–9", "3–9"),
        ("volume", "Bd. 2", "Bd. 2"),
        ("title", "2. Auflage", "2. Auflage"),
    ],
)
def test_codes_and_numbers_are_cited_without_what_styles_add(
    name: str, typed: str, cited: str
) -> None:
    for one_line in (True, False):
        assert spelled(one_line, **{name: typed}) == {name.replace("_", "-"): cited}


def test_digits_and_values_that_are_no_texts_stay() -> None:
    author = [{"family": "S. Ng"}]
    assert spelled(edition="2", page="7", author=author, URL=None) == {
        "edition": "2",
        "page": "7",
        "author": author,
        "URL": None,
    }


def test_what_nothing_is_left_of_is_taken_away() -> None:
    assert spelled(URL="<Go to ISI>://WOS:000123", title="A") == {"title": "A"}


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("Long\n  title", "Long title"),
        ("Long \t title", "Long title"),
        (" Title\n", "Title"),
        ("a\n\n\nb", "a b"),
        ("a\u2028b\x85c\u2029d\ve\ff\rg", "a b c d e f g"),
        ("two  spaces", "two  spaces"),
        ("a\u200bb", "a\u200bb"),
    ],
)
def test_a_text_is_one_line(typed: str, cited: str) -> None:
    assert spelled(title=typed) == {"title": cited}


@pytest.mark.parametrize("name", ["abstract", "annote", "note"])
def test_paragraphs_keep_their_line_breaks_but_at_the_ends(name: str) -> None:
    assert spelled(**{name: "\nOne.\n\nTwo.\n"}) == {name: "One.\n\nTwo."}


def test_texts_known_to_be_one_line_are_not_looked_at_again() -> None:
    assert spelled(True, title="a\nb ") == {"title": "a\nb "}


def cited(**values: object) -> dict[str, object]:
    """The values as styles get them, all of one line."""
    spell_for_styles(values, one_line=True)
    return values


PREPRINT = {"archive": "arXiv", "archive_location": "1706.03762", "archive_collection": "cs"}


@pytest.mark.parametrize(
    ("archive", "number", "link"),
    [
        ("arXiv", "1706.03762", "https://arxiv.org/abs/1706.03762"),
        ("arxiv", "arXiv: hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("jstor", "2780", "https://www.jstor.org/stable/2780"),
        ("HDL", "2027/x", "https://hdl.handle.net/2027/x"),
        ("googlebooks", "aBc", "https://books.google.com/books?id=aBc"),
        ("urn", "urn:nbn:de:1", "https://nbn-resolving.org/urn:nbn:de:1"),
    ],
)
def test_the_number_of_an_eprint_is_a_link_and_no_shelf_mark(
    archive: str, number: str, link: str
) -> None:
    held = {"type": "article-journal", "container-title": "Soil"}
    eprint = {"archive": archive, "archive_location": number, "archive_collection": "a"}
    assert cited(**held, **eprint) == held | {"URL": link}
    for there in ({"DOI": "10.1234/x"}, {"URL": "https://a.de"}):
        assert cited(**held, **eprint, **there) == held | there


@pytest.mark.parametrize("held_as", ["article-journal", "document", "manuscript", "webpage"])
def test_what_is_in_arxiv_alone_is_a_preprint_whatever_its_entry_is(held_as: str) -> None:
    preprint = {"type": "article", "number": "arXiv:1706.03762", "publisher": "arXiv", "DOI": "1"}
    assert cited(type=held_as, DOI="1", **PREPRINT) == preprint
    said = {"number": "arXiv:1706.03762", "publisher": "arXiv", "status": "pre-published"}
    assert cited(type=held_as, DOI="1", **said, **PREPRINT) == preprint
    issue = {"issue": "arXiv:1706.03762", "status": "Preprint"}
    assert cited(type=held_as, DOI="1", **issue, **PREPRINT) == preprint


@pytest.mark.parametrize(
    "journal",
    [
        {"container-title": "CoRR", "volume": "abs/1706.03762"},
        {"container-title": "arXiv e-prints", "page": "arXiv:1706.03762"},
        {"container-title": "arXiv", "container-title-short": "arXiv"},
    ],
)
def test_arxiv_is_no_journal(journal: dict[str, object]) -> None:
    assert cited(type="article-journal", DOI="1", **journal, **PREPRINT) == {
        "type": "article",
        "number": "arXiv:1706.03762",
        "publisher": "arXiv",
        "DOI": "1",
    }


def test_the_journal_of_google_scholar_is_a_preprint() -> None:
    for journal in ("arXiv preprint arXiv:1706.03762", "arXiv:1706.03762 [cs.CL]"):
        found = cited(**{"type": "article-journal", "container-title": journal})
        assert found == {
            "type": "article",
            "number": "arXiv:1706.03762",
            "publisher": "arXiv",
            "URL": "https://arxiv.org/abs/1706.03762",
        }
    for journal in ("arXiv", "Archiv für Soziologie", "arXiv: a history"):
        kept = {"type": "article-journal", "container-title": journal}
        assert cited(**kept) == kept


def test_what_is_said_of_a_preprint_otherwise_is_kept() -> None:
    own = {"type": "thesis", "number": "7", "publisher": "TU Berlin", "status": "in press"}
    kept = own | {"issue": "3", "volume": "2", "page": "5", "DOI": "1"}
    assert cited(**kept, **PREPRINT) == kept
    assert cited(type="webpage", archive="arXiv") == {
        "type": "article",
        "publisher": "arXiv",
    }


def test_an_archive_of_papers_keeps_its_shelf_mark() -> None:
    papers = {"type": "manuscript", "archive": "Bundesarchiv", "archive_location": "R 58/3"}
    assert cited(**papers) == papers


def test_who_performs_on_a_recording_is_cited_as_its_author_where_nobody_else_is() -> None:
    performer, other = [{"family": "Ng"}], [{"family": "Roe"}]
    assert spelled(type="song", performer=performer) == {"type": "song", "author": performer}
    for kept in (
        {"type": "song", "performer": performer, "author": other},
        {"type": "song", "performer": performer, "composer": other},
        {"type": "motion_picture", "performer": performer},
    ):
        assert spelled(**kept) == kept


def test_a_note_that_says_when_a_page_was_seen_is_no_note() -> None:
    seen = {"date-parts": [[2021, 5, 3]]}
    note = "https://a.org, accessed 2021-05-03"
    assert spelled(note=note) == {"URL": "https://a.org", "accessed": seen}
    assert spelled(note="Accessed 2021-05-03", accessed="x") == {"accessed": "x"}
    assert spelled(note=note, DOI="10.1/a") == {"accessed": seen, "DOI": "10.1/a"}
    assert spelled(note=note, URL="https://a.org") == {"URL": "https://a.org", "accessed": seen}
    for kept in ({"note": note, "URL": "https://b.org"}, {"note": "Read 2021-05-03"}, {"note": 3}):
        assert spelled(**kept) == kept
    assert "URL" not in spelled(note="https://a.org/" + "b" * 236)
    assert spelled(note="https://a.org/" + "b" * 235) == {"URL": "https://a.org/" + "b" * 235}
