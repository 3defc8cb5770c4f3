"""Files of YAML that hold no records are told from drafts of records."""

from __future__ import annotations

import pytest

from reportcite.formats.recognition.yaml_keys import yaml_kind


@pytest.mark.parametrize(
    "text",
    [
        "title: A\n",
        "Titel: A\nAutor: B\n",
        "- title: A\n  mine: x\n",
        '"title": A\nmine: x\n',
        "# a comment\n---\ntitle: A\nmine: x\n",
        "title: A\nauthor: [B]\none: 1\ntwo: 2\nthree: 3\nfour: 4\n",
        "ISBN: 1\nid: a\n",
        "type: report\nid: x\n",
        "lang: de\nreferences:\n",
        "",
        "# nothing yet\n---\n\n",
        '# JSON\n[{"title": "A"}]',
    ],
)
def test_what_may_be_records_is_left_alone(text: str) -> None:
    assert yaml_kind(text.encode(), "refs.yaml") == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("site_name: A\nnav:\n- a.md\n", "“site_name” and “nav”"),
        ("version: 3\nservices:\n  web: a\n", "“version” and “services”"),
        ("version: 2\nupdates:\n- a: b\n", "“version” and “updates”"),
        ("name: CI\non:\n  push:\njobs:\n", "“name” and “on”"),
        ("title: A\nbaseurl: B\ntheme: C\n", "“title” and “baseurl”"),
        ("key: a\n", "“key”"),
    ],
)
def test_what_is_something_else_is_named(text: str, names: str) -> None:
    assert yaml_kind(text.encode(), "a.yml") == f"YAML of something else (it has {names})"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_changes_nothing(encoding: str) -> None:
    assert yaml_kind("title: A\n".encode(encoding) + b"x", "a.yml") == ""
    assert "“nav”" in yaml_kind("nav: A\n".encode(encoding), "a.yml")


def test_what_has_no_field_is_no_record() -> None:
    assert yaml_kind(b"- a\n- b\n", "a.yml") == "YAML without any field"
    assert yaml_kind(b"# x\n---\na\n", "a.yml") == "YAML without any field"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("_config.yml", "the settings of Jekyll"),
        ("_quarto.yml", "the settings of a Quarto project"),
        ("docker-compose.prod.yaml", "a file of Docker Compose"),
        ("compose.yaml", "a file of Docker Compose"),
        ("MkDocs.yml", "the settings of MkDocs"),
        ("openapi.yaml", "an interface in OpenAPI"),
    ],
)
def test_some_files_are_known_by_their_names(name: str, kind: str) -> None:
    assert yaml_kind(b"title: A\nauthor: B\n", name) == kind
