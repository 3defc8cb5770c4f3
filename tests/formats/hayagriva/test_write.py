"""What is written compiles with Typst, and says all that it can of a record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typst
import yaml
from hypothesis import given, settings

from reportcite.errors import Place
from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_record, reports
from tests.formats.strategies import records


def entry(csl_type: str = "report", **fields: Value) -> dict[str, Any]:
    """The entry of a record of this type, `_` for `-`, as YAML has it."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    record = Record("r1", csl_type, named, Place("x"))
    found: dict[str, dict[str, Any]] = yaml.load(file_of("hayagriva", record)[0], yaml.BaseLoader)
    return found["r1"]


def compiles(folder: Path, text: str) -> bool:
    (folder / "refs.yaml").write_text(text, encoding="utf-8")
    document = folder / "a.typ"
    document.write_text('#bibliography("refs.yaml", full: true, style: "apa")', encoding="utf-8")
    return bool(typst.compile(str(document)))


def test_typst_takes_every_record_of_the_samples(tmp_path: Path) -> None:
    assert compiles(tmp_path, file_of("hayagriva", *reports())[0])


@settings(max_examples=15)
@given(record=records())
def test_typst_takes_any_record(tmp_path_factory: pytest.TempPathFactory, record: Record) -> None:
    text = file_of("hayagriva", record._replace(id="key"))[0]
    assert compiles(tmp_path_factory.mktemp("typst"), text)


@pytest.mark.parametrize(
    "name", ["title", "genre", "abstract", "note", "archive", "archive_place", "call_number"]
)
def test_braces_and_dollar_signs_are_characters(name: str) -> None:
    held = entry("article", **{"title": "Soil", name: "50 $ }"})
    assert r"50 \$ \}" in held.values()


def test_a_report_says_all_itself() -> None:
    assert entry(
        title="Soil", subtitle="A view", publisher="Alder", publisher_place="Bern", number="R 5",
        ISBN="978-0-306-40615-7", issued={"date-parts": [[2024, 3]]}, collection_title="Series",
        URL="https://x.org", accessed={"date-parts": [[2024, 3, 7]]},
    ) == {
        "type": "Report", "title": "Soil: A view", "date": "2024-03",
        "parent": {"type": "Anthology", "title": "Series"},
        "publisher": {"name": "Alder", "location": "Bern"},
        "serial-number": {"isbn": "978-0-306-40615-7", "serial": "R 5"},
        "url": {"value": "https://x.org", "date": "2024-03-07"},
    }  # fmt: skip


def test_an_article_has_its_journal_for_a_parent() -> None:
    assert entry(
        "article-journal", title="Soil", container_title="Field Notes", volume="3", issue="4",
        page="1-9", publisher="Alder",
    ) == {
        "type": "Article", "title": "Soil", "page-range": "1-9",
        "parent": {"type": "Periodical", "title": "Field Notes", "publisher": "Alder",
                   "volume": "3", "issue": "4"},
    }  # fmt: skip


def test_a_paper_has_its_proceedings_and_its_conference() -> None:
    found = entry(
        "paper-conference", title="A", container_title="P", event_title="C", event_place="Kiel"
    )
    assert found["parent"] == [
        {"type": "Proceedings", "title": "P"},
        {"type": "Conference", "title": "C", "location": "Kiel"},
    ]


def test_a_link_or_language_that_is_none_would_be_refused() -> None:
    assert "url" not in entry(title="A", URL="see the site")
    assert "language" not in entry(title="A", language="German")
    assert entry(title="A", language="zh-Hans-CN")["language"] == "zh-Hans-CN"


def test_a_key_is_no_number() -> None:
    text, _ = file_of("hayagriva", a_report()._replace(id="2024"))
    assert text.startswith('"2024":\n  type: Report\n')


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [("version", "2", "dropped"), ("subtitle", "B", "changed"), ("language", "German", "dropped")],
)
def test_what_it_cannot_say_is_reported(field: str, value: str, kind: str) -> None:
    _, [losses] = file_of("hayagriva", a_report(**{field: value}))
    assert [(loss.field, loss.kind) for loss in losses] == [(field, kind)]


def test_a_type_that_it_has_not_is_reported() -> None:
    record = a_report()._replace(type="interview")
    text, [losses] = file_of("hayagriva", record)
    assert [loss.field for loss in losses] == ["type"]
    assert read_record("hayagriva", text).type == "document"


def test_a_series_stays_one_whatever_the_work_is() -> None:
    record = a_report(collection_title="Series")._replace(type="speech")
    text, [losses] = file_of("hayagriva", record)
    assert losses == []
    assert read_record("hayagriva", text).fields["collection-title"] == "Series"


def test_the_series_of_an_article_without_a_journal_is_lost() -> None:
    """An anthology that an article stands in holds it."""
    record = a_report(collection_title="Series")._replace(type="article")
    text, [losses] = file_of("hayagriva", record)
    assert [loss.field for loss in losses] == ["collection-title"]
    assert "Series" not in text


def test_a_name_without_anything_to_print_is_left_out() -> None:
    people: Value = [{"given": "\x83"}, {"family": "Ng", "given": "Ann"}]
    assert entry(title="A", author=people, translator=[{"literal": "\x83"}]) == {
        "type": "Report", "title": "A", "author": ["Ng, Ann"]
    }  # fmt: skip


def test_a_comma_before_a_suffix_that_is_not_there_says_nothing() -> None:
    person: Value = [{"family": "Ng", "given": "Ann", "comma-suffix": True}]
    assert entry(title="A", author=person)["author"] == ["Ng, Ann"]


def test_a_key_that_is_made_fit_for_files_is_reported() -> None:
    _, [losses] = file_of("hayagriva", a_report(citation_key="a{b")._replace(id="ab"))
    assert [loss.field for loss in losses] == ["citation-key"]


def test_markup_leaves_no_space_behind() -> None:
    assert entry(title="A <i> B", note="<b> C", collection_title="<i>\u00a0</i>") == {
        "type": "Report", "title": "A B", "note": "C"
    }  # fmt: skip
