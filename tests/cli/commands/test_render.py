"""`reportcite render`: JSON in, JSON out, for editors."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import Done, Run

THOREAU = {
    "id": "walden",
    "type": "book",
    "title": "Walden",
    "author": [{"family": "Thoreau", "given": "Henry"}],
    "issued": {"date-parts": [[1854]]},
}
ANON = {"id": "anon", "type": "book", "title": "Anonymous"}


def answer(done: Done) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def test_citations_and_bibliography(run: Run) -> None:
    items = [{"id": "walden", "locator": "12", "prefix": "see "}]
    request = {"references": [THOREAU], "citations": [{"citationItems": items}]}
    done = run("render", stdin=json.dumps(request))
    assert answer(done) == {
        "citations": ["(see Thoreau, 1854, p. 12)"],
        "bibliography": [{"id": "walden", "text": "Thoreau, H. (1854). Walden."}],
        "warnings": [],
    }
    assert done.returncode == 0


def test_notes_have_positions_and_numbers_follow_the_citations(run: Run) -> None:
    def note(number: int, id_: str) -> dict[str, Any]:
        return {"citationItems": [{"id": id_}], "properties": {"noteIndex": number}}

    request = {
        "style": "ieee",
        "references": [ANON, THOREAU],
        "citations": [note(1, "walden"), note(2, "anon"), note(3, "walden")],
    }
    assert answer(run("render", stdin=json.dumps(request)))["citations"] == ["[1]", "[2]", "[1]"]


def test_a_composite_citation_and_another_format(run: Run) -> None:
    citation = {"citationItems": [{"id": "walden"}], "properties": {"mode": "composite"}}
    request = {"format": "html", "references": [THOREAU], "citations": [citation]}
    got = answer(run("render", stdin=json.dumps(request)))
    assert got["citations"] == ["Thoreau (1854)"]
    assert "<i>Walden</i>" in got["bibliography"][0]["text"]


def test_what_cannot_be_done_is_a_warning(run: Run) -> None:
    request = {"stile": "apa", "citations": [{"citationItems": [{"id": "nobody"}]}]}
    done = run("render", stdin=json.dumps(request))
    assert answer(done)["warnings"] == [
        "unknown key 'stile'",
        "citation 1: there is no reference 'nobody'",
    ]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("ids", "printed"),
    [
        (["x"], "[???]"),
        (["x", "y"], "[???]"),
        (["walden", "x"], "(Thoreau, 1854; [???])"),
        ([], ""),
        (["x", "walden"], "([???]; Thoreau, 1854)"),
    ],
)
def test_an_unknown_reference_shows_in_the_text(run: Run, ids: list[str], printed: str) -> None:
    citation = {"citationItems": [{"id": one} for one in ids]}
    request = {"references": [THOREAU], "citations": [citation]}
    assert answer(run("render", stdin=json.dumps(request)))["citations"] == [printed]


@pytest.mark.parametrize(
    ("cite", "printed", "warned"),
    [
        ({"locator": "S. 5"}, "p. 5", ""),
        ({"locator": "S. 5", "label": "page"}, "p. 5", ""),
        ({"locator": "3", "label": "chapter"}, "Chapter 3", ""),
        ({"locator": "5", "label": "foo"}, "p. 5", "citation 1: 'foo' is no label of a locator"),
        ({"locator": "foo 5"}, "foo 5", ""),
        ({"locator": "foo 5", "label": "page"}, "p. foo 5", ""),
    ],
)
def test_locators_are_read_as_people_write_them(
    run: Run, cite: dict[str, str], printed: str, warned: str
) -> None:
    citation = {"citationItems": [{"id": "walden", **cite}]}
    request = {"references": [THOREAU], "citations": [citation]}
    got = answer(run("render", stdin=json.dumps(request)))
    assert got["citations"] == [f"(Thoreau, 1854, {printed})"]
    assert "".join(got["warnings"]).startswith(warned)
    assert bool(got["warnings"]) == bool(warned)


@pytest.mark.parametrize("label", ["", "page", "chapter", "§"])
def test_the_short_form_of_a_label_is_printed_as_typed(run: Run, label: str) -> None:
    cite = {"id": "walden", "locator": "cap. 3", "label": label}
    request = {
        "locale": "es-ES",
        "references": [THOREAU],
        "citations": [{"citationItems": [cite]}, {"citationItems": [{**cite, "locator": "3"}]}],
    }
    typed, number = answer(run("render", stdin=json.dumps(request)))["citations"]
    assert typed == "(Thoreau, 1854, cap. 3)"
    kinds = {"chapter": "Capítulo 3", "§": "Sección 3"}
    assert number == f"(Thoreau, 1854, {kinds.get(label, 'p. 3')})"


def test_of_references_with_one_id_the_first_counts(run: Run) -> None:
    request = {"references": [THOREAU, {**ANON, "id": "walden"}]}
    done = run("render", stdin=json.dumps(request))
    assert [entry["text"][:8] for entry in answer(done)["bibliography"]] == ["Thoreau,"]
    assert answer(done)["warnings"] == ["reference 2: another one has the id 'walden', too"]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("request_text", "code", "said"),
    [
        ("", 3, "<stdin>:1:1: not JSON"),
        ("[" * 100_000, 3, "not JSON"),
        ("\ufeff[]", 3, "must be an object"),
        ('{"references": [1]}', 3, "reference 1 must be an object"),
        ('{"references": [{}]}', 3, "reference 1 has no id"),
        ('{"citations": [{"citationItems": [{}]}]}', 3, "has no id"),
        ('{"citations": [{"properties": {"mode": "loud"}}]}', 3, "the mode of citation 1"),
        ('{"style": "aap"}', 3, "did you mean"),
        ('{"style": "<style/>"}', 3, ""),
        ('{"format": "pdf"}', 2, "pdf"),
    ],
)
def test_a_bad_request_is_reported(run: Run, request_text: str, code: int, said: str) -> None:
    done = run("render", stdin=request_text)
    assert said in done.stderr
    assert (done.returncode, done.stdout) == (code, "")


def test_a_doi_is_printed_with_one_resolver_only(run: Run) -> None:
    reference = {**THOREAU, "DOI": "https://doi.org/10.1017/x"}
    [entry] = answer(run("render", stdin=json.dumps({"references": [reference]})))["bibliography"]
    assert entry["text"].endswith(" https://doi.org/10.1017/x")
    assert entry["text"].count("doi.org") == 1


def test_numbers_of_any_length_are_printed(run: Run) -> None:
    digits = "9" * 5000
    request = (
        f'{{"references": [{{"id": "a", "type": "book", "title": "T", "volume": {digits}, '
        f'"page": "1-{digits}", "edition": {digits}, "issued": {{"date-parts": [[2001]]}}}}]}}'
    )

    done = run("render", stdin=request)

    assert done.returncode == 0
    assert digits in answer(done)["bibliography"][0]["text"]


def test_a_citation_may_keep_its_order_and_have_affixes(run: Run) -> None:
    cited = [{"id": "walden", "suffix": "ff."}, {"id": "anon"}]
    properties = {"unsorted": True, "prefix": "see", "suffix": "etc."}
    request = {
        "references": [THOREAU, ANON],
        "citations": [
            {"citationItems": cited},
            {"citationItems": cited, "properties": properties},
        ],
    }

    assert answer(run("render", stdin=json.dumps(request)))["citations"] == [
        "(Anonymous, n.d.; Thoreau, 1854 ff.)",
        "(see Thoreau, 1854 ff.; Anonymous, n.d. etc.)",
    ]


def test_lines_are_answered_one_by_one(run: Run) -> None:
    requests = ['{"references": [' + json.dumps(THOREAU) + "]}", "", "no JSON", '{"style": "nope"}']

    done = run("render", "--lines", stdin="\n".join(requests))
    first, *wrong = [json.loads(line) for line in done.stdout.splitlines()]

    assert first["bibliography"][0]["id"] == "walden"
    assert wrong[0] == {"error": "<stdin>:3:1: not JSON: Expecting value"}
    assert wrong[1]["error"].startswith("unknown style “nope”")
    assert done.returncode == 1
    assert run("render", "--lines", stdin=requests[0]).returncode == 0
    assert run("render", "--lines", stdin='{"x": 1}').returncode == 1


def test_a_line_is_answered_before_the_next_is_there() -> None:
    command = [sys.executable, "-m", "reportcite", "render", "--lines"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("a", "b"):
            request = {"references": [{"id": name, "type": "book", "title": name}]}
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            entries = json.loads(process.stdout.readline())["bibliography"]
            # Nothing of the request before is left.
            assert [entry["id"] for entry in entries] == [name]
