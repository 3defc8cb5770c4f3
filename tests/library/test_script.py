"""A program of a user is typed, as `mypy --strict` sees it, and does what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = Path(__file__).parent / "script.py"
EXAMPLES = ROOT / "docs" / "examples"
PRINTED = """\
['error'] [['Beck'], ['Portes'], ['Ratzmann', 'Zeković', 'Blunert', 'Kokonowskyj', 'Nowicka'], \
['Kalt']]
[1986, 1998, 2024, 2024] {'kalt2024': ['0 doi-prefix → 10.1234/trust', '0 recommended-field', \
'0 recommended-field', '0 recommended-field', '0 recommended-field']}
('(see Beck, 1986, p. 12)', 'Kalt (2024, p. 4 passim)') ['beck1986', 'kalt2024']
True
{"id": "kalt2024", "type": "report", "title": "Trust", "DOI": "10.1234/trust", "author": \
[{"family": "Kalt", "given": "Anna"}], "issued": {"date-parts": [[2024, 5]]}, "publisher": "DeZIM"}
True 978-3-948289-82-9 ORCID https://orcid.org/0000-0002-1825-0097 apa alias
[]
UsageError||there is no format called 'bibtx'|did you mean bibtex?
StyleError||unknown style “chicgo”|did you mean chicago? `reportcite styles` lists the styles
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program in a folder of its own, where no settings of this project are found."""
    return Path(shutil.copy(SCRIPT, tmp_path))


def checked(script: Path, *more: str) -> str:
    """What mypy says of `script` alone, without what it says of the package."""
    pytest.importorskip("mypy")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", *more, script.name]
    done = subprocess.run(
        [*command, "--follow-imports=silent", "--cache-dir", str(ROOT / ".mypy_cache" / "script")],
        cwd=script.parent,
        env={**os.environ, "MYPYPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_the_program_prints_what_is_meant(script: Path) -> None:
    command = [sys.executable, "-W", "error", str(script), str(EXAMPLES / "lit.bib")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.decode() == PRINTED


@pytest.mark.slow
@pytest.mark.programs
def test_mypy_finds_nothing_in_it(script: Path) -> None:
    assert (ROOT / "src" / "reportcite" / "py.typed").exists()
    assert checked(script) == "Success: no issues found in 1 source file\n"


@pytest.mark.slow
@pytest.mark.programs
@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("reportcite.cite([], citations=['[@a]']).upper()", '"Document" has no attribute "upper"'),
        ("reportcite.cite([]).citations", '"str" has no attribute "citations"'),
        ("reportcite.cite([], on_error='kepe')", "call-overload"),
        ("reportcite.isbn(9783948289829)", "arg-type"),
        ("reportcite.fix(Path('a')).id", '"list[Problem]" has no attribute "id"'),
        ("reportcite.no_such_name", 'Module has no attribute "no_such_name"'),
    ],
)
def test_mypy_finds_what_is_wrong(script: Path, line: str, error: str) -> None:
    """So that what it does not find in the program is right, and not merely of type Any."""
    script.write_text(f"import reportcite\nfrom pathlib import Path\nPath\n{line}\n")
    assert error in checked(script)
