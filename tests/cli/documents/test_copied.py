"""`cite --copy`: what is put on the clipboard, whatever is printed."""

from __future__ import annotations

import pytest

from reportcite.cli.documents import copied
from tests.conftest import Run

TITLE = "Chancen statt „Krise“"


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What is put on the clipboard, as HTML and as text."""
    found: list[tuple[str, str]] = []
    monkeypatch.setattr(copied, "copy", lambda html, text: found.append((html, text)))
    return found


def test_a_bibliography_is_copied_formatted_and_as_text(
    run: Run, clipboard: list[tuple[str, str]]
) -> None:
    printed = run("cite", "--sample", "--format", "latex", "--copy").stdout
    [(html, text)] = clipboard
    assert f"<i>{TITLE}" in html
    assert html.startswith('<div class="csl-bib-body">')
    assert TITLE in text and "textit" in printed and "textit" not in text


@pytest.mark.parametrize(
    "options", [["--as", "cite"], ["--citation", "[@chancen-statt-krise]"]], ids=str
)
def test_each_cite_is_a_paragraph(
    run: Run, clipboard: list[tuple[str, str]], options: list[str]
) -> None:
    run("cite", "--sample", *options, "--copy")
    assert clipboard == [("<p>(Ratzmann et al., 2024)</p>", "(Ratzmann et al., 2024)\n")]
