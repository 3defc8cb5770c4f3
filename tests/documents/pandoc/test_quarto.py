"""The filter as Quarto runs it: by a filter of its own in Lua, which runs those of the user.

Quarto itself is no package of Python. Here a Lua filter does what its documentation and messages
say that it does: the document comes with metadata and elements of Quarto, filters in Lua are files
beside the document, which are loaded and called, and programs are run by a path, never by a name.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pypandoc
import pytest

from tests.conftest import ROOT
from tests.documents.pandoc.run import folder

__all__ = ["folder"]

LUA = ROOT / "docs" / "examples" / "reportcite.lua"
PAPER = """---
title: Paper
bibliography: lit.json
csl: apa
citeproc: false
lang: de-DE
---

See @fig-plan, @sec-method and [@beck, S. 3].

::: {.callout-note}
@kalt noted.
:::

::: {#refs}
:::
"""
QUARTO = """
local function of_user(document)
  if USER:match("%.lua$") then
    local environment = setmetatable({}, {__index = _G})
    local chunk = assert(loadfile(USER, "bt", environment))
    chunk()
    return environment.Pandoc(document)
  end
  return pandoc.utils.run_json_filter(document, USER)
end

function Pandoc(document)
  document.meta["quarto-version"] = pandoc.MetaString("1.6.0")
  document.meta["crossref"] = pandoc.MetaMap({["fig-prefix"] = pandoc.MetaString("Abb.")})
  document.blocks:insert(pandoc.Div({}, pandoc.Attr("quarto-navigation-envelope", {"hidden"})))
  return of_user(document)
end
"""


@pytest.mark.parametrize("user", [str(LUA), "./reportcite-filter"])
def test_citations_are_printed_and_cross_references_left(folder: Path, user: str) -> None:
    (folder / "paper.md").write_text(PAPER, encoding="utf-8")
    (folder / "quarto.lua").write_text(f'USER = "{user}"\n{QUARTO}', encoding="utf-8")
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            "paper.md",
            "--lua-filter=quarto.lua",
            "--to=html",
            "--wrap=none",
        ],
        cwd=folder,
        env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        check=True,
    )
    html = done.stdout.decode()
    assert "(Beck, 1986, S. 3)" in html
    assert "Kalt &amp; Müller (2006)</span> noted." in html
    assert "@fig-plan" in html and "@sec-method" in html
    assert html.count('class="csl-entry"') == 2
    assert 'id="quarto-navigation-envelope"' in html
    assert b"no record has the key" not in done.stderr
