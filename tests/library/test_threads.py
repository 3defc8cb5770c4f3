"""The functions may be called by several threads at once: each gets what it would get alone."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

# In a process of its own, where nothing has been imported, compiled or kept before.
PROGRAM = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor

import reportcite

path = sys.argv[1]
paper = ["[@beck1986, p. 3]", "@portes1998", "[@ratzmann2024; @beck1986]"]
tasks = [
    *[lambda s=s: reportcite.cite(reportcite.load(path), s, citations=paper)
      for s in ("apa", "chicago-notes", "ieee")],
    *[lambda o=o: reportcite.cite(reportcite.load(path), "mla", "de-DE", o, entry_language=True)
      for o in ("text", "html")],
    *[lambda to=to: reportcite.export(reportcite.load(path), to)
      for to in ("bibtex", "ris", "mods", "yaml", "csl-json")],
    lambda: [reportcite.check(record) for record in reportcite.load(path)],
    lambda: reportcite.isbn("978-3-948289-82-8").candidates,
    lambda: [reportcite.identify(text) for text in ("10.1234/a", "0378-5956", "Q42")],
    lambda: reportcite.styles.search("political science"),
]
begin = threading.Barrier(6)
sys.setswitchinterval(1e-5)  # threads take turns as often as they can

def all_from(first):
    begin.wait()
    order = [*range(first, len(tasks)), *range(first)]
    return sorted((number, tasks[number]()) for number in order)

with ThreadPoolExecutor(6) as pool:
    found = list(pool.map(all_from, range(0, 12, 2)))
alone = [(number, task()) for number, task in enumerate(tasks)]
sys.exit(any(one != alone for one in found))
"""


def test_threads_get_what_they_would_get_alone() -> None:
    path = ROOT / "docs" / "examples" / "lit.bib"
    subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM, str(path)], check=True)
