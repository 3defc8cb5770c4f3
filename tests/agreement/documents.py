"""One document cited by three engines: this one, citeproc-js and pandoc, in real styles.

`python tests/agreement/documents.py MODULE` prints where this engine differs from citeproc-js, and
whom pandoc seconds; MODULE is the folder of the npm package `citeproc`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.agreement.recorded import styles_folder
from tests.bench.engines import package_folder, pandoc_path

STYLES: Final = """
apa apa-6th-edition chicago-author-date-17th-edition american-sociological-association
harvard-cite-them-right elsevier-harvard springer-basic-author-date taylor-and-francis-harvard-x
american-political-science-association austral-ecology
modern-language-association asa-cssa-sssa ecology cell annual-reviews-author-date
chicago-author-date ieee nature science nlm-citation-sequence american-medical-association
elsevier-vancouver
springer-vancouver-brackets american-chemical-society plos the-lancet bmj
royal-society-of-chemistry chicago-notes-bibliography-17th-edition
oscola oscola-no-ibid bluebook-law-review bluebook-inline
chicago-notes-bibliography-subsequent-author austrian-legal
australian-guide-to-legal-citation din-1505-2-numeric
iso690-author-date-en iso690-numeric-en society-of-biblical-literature-fullnote-bibliography
""".split()
"""Of authors and dates, of numbers, of notes, and of lawyers."""

_TYPES: Final = """
article article-journal article-magazine article-newspaper bill book broadcast chapter dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
performance personal_communication post post-weblog regulation report review review-book software
song speech standard thesis treaty webpage
""".split()
_CONTAINED: Final = frozenset(
    """
article-journal article-magazine article-newspaper chapter entry entry-dictionary
entry-encyclopedia paper-conference review review-book post post-weblog
""".split()
)
_NUMBERED: Final = frozenset(
    "report patent standard bill regulation legislation legal_case treaty".split()
)
_PEOPLE: Final = (
    ("Abbott", "Ada M."), ("Becker", "Jonas"), ("Costa", "Rosa"), ("Dubois", "Jean-Paul"),
    ("Evans", "Owen"), ("Fischer", "Greta"), ("Garcia", "Luis"), ("Huber", "Max"),
)  # fmt: skip


def items() -> list[dict[str, Any]]:
    """An item of each of CSL's types, by one author to four."""
    return [_item(number, name) for number, name in enumerate(_TYPES)]


def _item(number: int, type_: str) -> dict[str, Any]:
    people = [_PEOPLE[(number + shift) % len(_PEOPLE)] for shift in range(1 + number % 4)]
    item: dict[str, Any] = {
        "id": f"i{number}",
        "type": type_,
        "title": f"Notes on the {type_.replace('_', ' ').replace('-', ' ')} of water",
        "author": [{"family": family, "given": given} for family, given in people],
        "issued": {"date-parts": [[1990 + number % 30, 1 + number % 12, 1 + number % 28]]},
        "language": "en-US",
    }
    if type_ in _CONTAINED:
        item |= {"container-title": f"Annals of Place {number}"}
        item |= {"page": f"{number + 11}-{number + 35}"}
        item |= {"volume": str(number + 2), "issue": str(1 + number % 4)}
    else:
        item |= {"publisher": "Alder Press", "publisher-place": "Leeds"}
    if type_ in _NUMBERED:
        item["number"] = str(100 + number)
    return item


LOCALES: Final = ("de-DE", "fr-FR", "es-ES", "pt-BR", "ru-RU")
"""Languages that a style is not written in; each style is tried in its own and in one of these."""


class Cited(NamedTuple):
    """One work in a citation."""

    id: str
    locator: str = ""
    prefix: str = ""
    suffix: str = ""


class Cluster(NamedTuple):
    """One citation of a document, and whether the names of its first work stand in the sentence."""

    cites: list[Cited]
    mode: str = ""


Document = list[Cluster]

_SET_OFF: Final = frozenset({"Space", "SoftBreak", "LineBreak", "Para", "Plain", "Div"})
"""Nodes of pandoc's tree that are spaces, or have one behind them."""


def document() -> Document:
    """Fifty-five citations, in order: first, again, at once, with places, several at once; then
    with the names in the sentence, of works cited before."""
    ids = [item["id"] for item in items()]
    found: Document = []
    for number in range(40):
        one, other = ids[number], ids[(7 * number) % len(ids)]
        match number % 5:
            case 0:
                found.append(Cluster([Cited(one)]))
            case 1:
                found.append(Cluster([found[-1].cites[0]._replace(locator="")]))
            case 2:
                others = [Cited(other)] if other != one else []
                found.append(Cluster([Cited(one, "12"), *others]))
            case 3:
                found.append(Cluster([Cited(one, "3-5", prefix="see ")]))
            case _:
                found.append(Cluster([Cited(found[-2].cites[0].id, suffix=", at length")]))
    for number, mode in enumerate(("composite", "suppress-author", "author-only") * 5):
        place = "" if mode == "author-only" else ("", "7")[number % 2]
        found.append(Cluster([Cited(ids[(3 * number) % len(ids)], place)], mode))
    return found


class Printed(NamedTuple):
    """What an engine made of a document: its citations in order, its entries by id."""

    citations: list[str]
    entries: dict[str, str]


def is_note(style: Path) -> bool:
    """Whether a style is for notes."""
    return re.search(r'<style[^>]*class="note"', style.read_text("utf-8")) is not None


def ours(style: Path, locale: str = "") -> Printed:
    """What this engine prints, in the style's own language or in that of `locale`."""
    from reportcite.csl import Citation, Cite, Processor

    processor = Processor(style, locale=locale or None)
    processor.register(_in_order())
    note = is_note(style)
    citations = [
        Citation(
            str(number),
            tuple(Cite(*_ours(cited)) for cited in cluster.cites),
            number if note else 0,
            mode=cluster.mode,
        )
        for number, cluster in enumerate(document(), 1)
    ]
    printed = processor.cite_all(citations)
    entries = {entry.id: _norm(entry.text) for entry in processor.bibliography()}
    return Printed(list(map(_norm, printed)), entries)


def _ours(cited: Cited) -> tuple[str, str, str, str, str]:
    return cited.id, cited.locator, "page", cited.prefix, cited.suffix


def _in_order() -> list[dict[str, Any]]:
    """The items that are cited, in the order in which they are."""
    by_id = {item["id"]: item for item in items()}
    cited = dict.fromkeys(c.id for cluster in document() for c in cluster.cites)
    return [by_id[name] for name in cited]


Job = tuple[Path, str]
"""A style, and the language it prints in; "" for its own."""


def citeproc_js(module: Path, jobs: Sequence[Job]) -> list[Printed]:
    """What citeproc-js prints for each of `jobs`."""
    locales = package_folder("citeproc") / "data" / "locales"
    asked = [
        {"style": str(style), "locale": locale, "citations": _for_js(is_note(style))}
        for style, locale in jobs
    ]
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("document.js")), str(module), str(locales)],
        input=json.dumps({"items": items(), "jobs": asked}),
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        Printed(
            list(map(_norm, answer["citations"])),
            {name: _norm(text) for name, text in answer["entries"].items()},
        )
        for answer in json.loads(done.stdout)
    ]


def _for_js(note: bool) -> list[dict[str, Any]]:
    return [
        {
            "citationID": str(number),
            "citationItems": [
                {"id": one.id, "prefix": one.prefix, "suffix": one.suffix}
                | ({"locator": one.locator, "label": "page"} if one.locator else {})
                for one in cluster.cites
            ],
            "properties": {"noteIndex": number if note else 0}
            | ({"mode": cluster.mode} if cluster.mode else {}),
        }
        for number, cluster in enumerate(document(), 1)
    ]


def pandoc(style: Path, locale: str = "") -> Printed:
    """What pandoc prints; nothing for names alone, which it cannot be asked for."""
    asked = document()
    with tempfile.TemporaryDirectory() as name:
        bibliography = Path(name, "items.json")
        bibliography.write_text(json.dumps(items()), encoding="utf-8")
        done = subprocess.run(
            [pandoc_path(), "--citeproc", "--csl", str(style), "--bibliography", str(bibliography),
             "-f", "markdown", "-t", "json", *(["-M", f"lang={locale}"] if locale else [])],
            input="\n\n".join(map(_in_markdown, asked)), capture_output=True, text=True, check=True,
        )  # fmt: skip
    blocks = json.loads(done.stdout)["blocks"]
    printed = [_norm(_text(node["c"][1])) for node in _nodes(blocks, "Cite")]
    citations = [
        "" if cluster.mode == "author-only" else text
        for cluster, text in zip(asked, printed, strict=True)
    ]
    entries = {
        node["c"][0][0][4:]: _norm(_text(node["c"][1]))
        for node in _nodes(blocks, "Div")
        if node["c"][0][0].startswith("ref-")
    }
    return Printed(citations, entries)


def _in_markdown(cluster: Cluster) -> str:
    cites, mode = cluster
    if mode == "composite":
        [cited] = cites
        return f"@{cited.id}" + (f" [p. {cited.locator}]" if cited.locator else "")
    dash = "-" if mode == "suppress-author" else ""
    return "[" + "; ".join(_one_in_markdown(one, dash) for one in cites) + "]"


def _one_in_markdown(cited: Cited, dash: str) -> str:
    locator = f", p. {cited.locator}" if cited.locator else ""
    return f"{cited.prefix}{dash}@{cited.id}{locator}{cited.suffix}"


def _nodes(tree: Any, kind: str) -> Iterator[dict[str, Any]]:
    """The nodes of a kind in pandoc's tree, in order; none within another."""
    if isinstance(tree, list):
        for child in tree:
            yield from _nodes(child, kind)
    elif isinstance(tree, dict):
        if tree.get("t") == kind and (kind != "Div" or tree["c"][0][0].startswith("ref-")):
            yield tree
        else:
            yield from _nodes(tree.get("c"), kind)


def _text(tree: Any) -> str:
    """The text of pandoc's tree, without its formats."""
    if isinstance(tree, list):
        return "".join(map(_text, tree))
    if not isinstance(tree, dict):
        return ""
    kind, content = str(tree.get("t")), tree.get("c", "")
    if kind == "Str":
        return str(content)
    if kind == "Quoted":
        before, after = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
        return before + _text(content[1]) + after
    text = _text(content[1] if kind in {"Span", "Link", "Div"} else content)
    return text + (" " if kind in _SET_OFF else "")


def _norm(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


class Difference(NamedTuple):
    """A text in which this engine and citeproc-js differ."""

    style: str
    place: str
    js: str
    ours: str
    pandoc: str

    @property
    def mode(self) -> str:
        """That of the citation; "" for an entry."""
        return document()[int(self.place) - 1].mode if self.place.isdecimal() else ""

    @property
    def outvoted(self) -> bool:
        """Whether pandoc prints what citeproc-js does."""
        return self.pandoc == self.js


def differences_of(
    style: str, mine: Sequence[str], js: Sequence[str], third: Sequence[str]
) -> Iterator[Difference]:
    """The citations in which the engines differ, by number."""
    for number, (a, b, c) in enumerate(zip(mine, js, third, strict=True), 1):
        if a != b:
            yield Difference(style, str(number), b, a, c)


def differences(style: str, mine: Printed, js: Printed, third: Printed) -> Iterator[Difference]:
    """Where the engines differ, in citations and entries."""
    yield from differences_of(style, mine.citations, js.citations, third.citations)
    for name in sorted(mine.entries.keys() | js.entries.keys()):
        a, b, c = (printed.entries.get(name, "") for printed in (mine, js, third))
        if a != b:
            yield Difference(style, name, b, a, c)


def jobs() -> list[Job]:
    """Each style in its own language, and in one of `LOCALES`."""
    paths = [styles_folder() / f"{name}.csl" for name in STYLES]
    others = [(path, LOCALES[number % len(LOCALES)]) for number, path in enumerate(paths)]
    return [*((path, "") for path in paths), *others]


def all_differences(module: Path) -> tuple[list[Difference], int]:
    """Those of all styles, and how many texts were compared."""
    found: list[Difference] = []
    compared = 0
    for job, js in zip(jobs(), citeproc_js(module, jobs()), strict=True):
        mine = ours(*job)
        compared += len(mine.citations) + len(mine.entries)
        found += differences(" ".join((job[0].stem, job[1])).strip(), mine, js, pandoc(*job))
    return found, compared


def _report(module: Path) -> None:
    found, compared = all_differences(module)
    for one in found:
        verdict = "outvoted" if one.outvoted else "seconded" if one.pandoc == one.ours else "differ"
        print(verdict, one.style, one.place)
        print(f"  citeproc-js {one.js}\n  ours        {one.ours}\n  pandoc      {one.pandoc}")
    outvoted = sum(one.outvoted for one in found)
    print(f"outvoted {outvoted} of {compared}; disagreeing {len(found)}")


if __name__ == "__main__":
    _report(Path(sys.argv[1]))
