"""Documents with the filter and with `--citeproc`: the same but for what is said here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.pandoc.run import both, folder

__all__ = ["folder"]

DOCUMENT = """---
nocite: '@never'
reference-section-title: Literatur
---

# Erstes

Wie @beck [p. 3] sagt, "so ist es" [@beck]. Andere [see *esp.* @kalt, pp. 5-7; @beckb].

> Quote [-@beck, chap. 2], and again [@beck, chap. 2].

A note.^[Here [-@never] and [@kalt, p. 3].] More [@kalt, p. 3]; more [@kalt, p. 3].

- item @kalt
- item [@beckb, vol. 2 and others]

| a | b |
|---|---|
| [@beck] | *x [@never]* |

A^[[@kalt, p. 3].] B^[@kalt] C^[See [@kalt, p. 3], and others.] D^[[@kalt, p. 3]]
E^[See @kalt [p. 3].] F^[See @kalt.] H^[Text. [@kalt, p. 3]] I^[Text [@kalt, p. 3]. More.]

See "quoted" [@beck, p. 3], "x" [@beck]! One [@beck]? Two [@beck] three.

[@beck] begins. Last @beck and -@never.
"""


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography", "chicago-author-date"])
def test_documents_are_the_same(folder: Path, style: str) -> None:
    ours, pandocs = both(folder, DOCUMENT, style)
    assert ours == pandocs


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "ieee"])
def test_cites_are_linked_alike(folder: Path, style: str) -> None:
    text = "[see @beck, p. 3, etc; @kalt] [-@never] [@beck; @beckb]\n"
    ours, pandocs = both(folder, text, style, ["-Mlink-citations=true"], to="html")
    assert ours.partition("</p>")[0] == pandocs.partition("</p>")[0]


def test_numbers_name_the_author_of_a_sentence(folder: Path) -> None:
    ours, pandocs = both(folder, DOCUMENT, "ieee")
    pairs = zip(ours.splitlines(), pandocs.splitlines(), strict=True)
    differing = [(one, other) for one, other in pairs if one != other]
    assert [one.replace("Kalt and Müller ", "").replace("Beck ", "") for one, _ in differing] == [
        other for _, other in differing
    ]
    assert len(differing) == 6


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
def test_german_documents_are_the_same(folder: Path, style: str) -> None:
    text = 'Wie @kalt [S. 3] „sagt“ [vgl. @beck, S. 5 f.; @kalt, Kap. 3], "so" [@beckb, Abs. 5].\n'
    ours, pandocs = both(folder, text, style, ["-M", "lang=de-DE"])
    assert ours == pandocs
