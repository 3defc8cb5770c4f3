"""Records whose every value is an attack, in all that is made for browsers and word processors."""

from __future__ import annotations

import json
import re
import zipfile
from itertools import cycle
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.formats.web_pages import Seen

ATTACK = (
    "</span></script></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'`]]>--><!--"
)
TURNED = "\u202e\u2066"
IDS = (
    *("../x", "..\\y", "/etc/x", ".", "..", "-rf", "con", "aux.html", "index", "de", "a/b"),
    *("javascript:alert(1)", "data:text/html,<script>", "http://evil.org/", "x\r\ny", "\u202egnp"),
    ATTACK,
)
ADDRESSES = (
    *("javascript:alert(1)", " java\tscript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x"),
    *("data:text/html,<script>alert(1)</script>", "//evil.org/x", "file:///etc/passwd"),
    *("\x01javascript:alert(1)", "\u202ejavascript:alert(1)", "javascript&colon;alert(1)"),
    *("http://a.org/\r\nLocation: x", "https://a.org/" + ATTACK),
    *('"><script>', "https://a.org/?a='javascript:'&b=%22onclick="),
)
TEXTS = (
    *("title", "publisher", "publisher-place", "keyword", "abstract", "note", "genre", "edition"),
    *("number", "volume", "page", "container-title", "collection-title", "language", "annote"),
    *("ISBN", "ISSN", "call-number", "archive", "event-title", "license", "citation-key"),
)


def hostile(id_: str, address: str) -> dict[str, object]:
    text = f"{ATTACK}{TURNED}\r\n{address}"
    person = [{"family": text, "given": text}, {"literal": text}]
    return {
        **{"id": id_, "type": "book", "issued": {"date-parts": [[2001]]}},
        **dict.fromkeys(TEXTS, text),
        **dict.fromkeys(("URL", "PMID", "PMCID"), address),
        **{"DOI": f"10.1000/{address}"},
        **dict.fromkeys(("author", "editor"), person),
        **{"custom": {text: text, address: address}},
    }


@pytest.fixture
def records(tmp_path: Path) -> None:
    pairs = zip(IDS, cycle(ADDRESSES), strict=False)
    lines = (json.dumps(hostile(*pair)) + "\n" for pair in pairs)
    (tmp_path / "in.jsonl").write_text("".join(lines))


def obeyed(page: str) -> list[object]:
    """What of the page a browser would run, load from elsewhere or take for an instruction."""
    seen, found = Seen(page), list[object]()
    for tag, attributes in seen.elements:
        if tag in {"img", "iframe", "object", "embed", "base", "svg", "template"}:
            found.append(tag)
        own = attributes.get("src", "").endswith("assets/site.js")
        if tag == "script" and not (own or attributes == {"type": "application/ld+json"}):
            found.append(attributes)
        found += [name for name in attributes if name.startswith("on") or name in RUN]
        if attributes.get("http-equiv", POLICY) != POLICY:
            found.append(attributes)
        found += [attributes[name] for name in LEADS if not safe(attributes.get(name, ""))]
    return found


RUN = {"style", "srcdoc", "formaction", "ping"}
LEADS = ("href", "src", "action", "data")
POLICY = "Content-Security-Policy"


def safe(address: str) -> bool:
    """Whether it is within the site, or leads to where a browser does no more than fetch."""
    bare = re.sub(r"[\x00-\x20]", "", address).lower()  # as browsers read it (WHATWG, "URL")
    return not re.match(r"//|(?!(https?|ftps?):)[^/?#]*:", bare)


@pytest.mark.usefixtures("records")
def test_a_site_runs_nothing_and_stays_in_its_folder(run: Run, tmp_path: Path) -> None:
    done = run("page", "in.jsonl", "-o", "here/site", "--on-error", "keep")
    assert done.returncode == 1
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "here"}
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["site"]
    files = [path for path in (tmp_path / "here/site").rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    assert len(pages) == 2 * (4 + len(IDS))
    for path in files:
        assert re.fullmatch(r"[\w.-]+", path.name, re.ASCII)
        assert path.name.partition(".")[0].lower() not in {"con", "aux"}  # Windows has these
    for path in pages:
        page = path.read_bytes().decode()
        assert obeyed(page) == [], path
        policy = Seen(page).elements[3][1]  # before it is no word of a record
        assert policy["http-equiv"] == POLICY
        assert policy["content"].startswith(
            "default-src 'none'; script-src 'self'; style-src 'self'"
        )
        for text in re.findall(r'ld\+json">(.*?)</script>', page, re.DOTALL):
            assert not re.search("[<>]", text.replace("\\u003c", ""))
            assert json.loads(text)["@context"][0] == "https://schema.org"


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    "command",
    [
        ("check", "--format", "html"),
        ("cite", "--format", "html", "--on-error", "keep", "--annotated"),
        ("cite", "--format", "html", "--on-error", "keep", "--group-by", "keyword"),
        ("export", "--to", "highwire", "--on-error", "keep"),
        ("export", "--to", "coins", "--on-error", "keep"),
        ("export", "--to", "schema-org", "--on-error", "keep"),
    ],
)
def test_a_page_runs_nothing(run: Run, command: tuple[str, ...]) -> None:
    page = run(command[0], "in.jsonl", *command[1:]).stdout
    assert page.count("alert(1)") >= len(IDS) or "alert%281%29" in page
    assert obeyed(page) == []


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("suffix", "member"), [("docx", "word/_rels/document.xml.rels"), ("odt", "content.xml")]
)
def test_a_document_has_links_to_the_web_alone(
    run: Run, tmp_path: Path, suffix: str, member: str
) -> None:
    run("cite", "in.jsonl", "-o", f"out.{suffix}", "--on-error", "keep", "--style", "chicago")
    with zipfile.ZipFile(tmp_path / f"out.{suffix}") as archive:
        assert not [name for name in archive.namelist() if "macro" in name.lower()]
        links = re.findall(r'(?:Target|xlink:href)="([^"]*)"', archive.read(member).decode())
    assert "https://doi.org/10.1000/%22%3E%3Cscript%3E" in links
    assert [link for link in links if not link.startswith(("https://doi.org/", "styles.xml"))] == []


@pytest.mark.usefixtures("records")
def test_a_report_on_works_says_each_in_one_line_that_nothing_turns(
    run: Run, tmp_path: Path
) -> None:
    run(
        "merge",
        "in.jsonl",
        "in.jsonl",
        "-o",
        "out.jsonl",
        "--report",
        "out.txt",
        "--on-error",
        "keep",
    )
    text = (tmp_path / "out.txt").read_bytes().decode()
    assert not re.search("[\r\u202a-\u202e\u2066-\u2069]", text)
    works = text.splitlines()
    assert len(works) > len(IDS)
    assert [one for one in works if one.startswith(" ") and " in in.jsonl:" not in one] == []


@pytest.mark.usefixtures("records")
def test_a_list_has_a_line_for_each_record(run: Run) -> None:
    lines = run("list", "in.jsonl").stdout.splitlines()
    assert [line.count("\t") for line in lines] == [4] * len(IDS)
