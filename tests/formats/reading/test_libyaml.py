"""Where PyYAML lacks libyaml, the user reads what to install."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHOUT = """
import sys
sys.modules["yaml._yaml"] = None
from reportcite.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("format_name", ["yaml", "bibtex"])
def test_a_pyyaml_without_libyaml_is_named_with_what_to_install(format_name: str) -> None:
    texts = {"yaml": "title: |\n  A\nid: a\n", "bibtex": "@misc{a, title = {A}}"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, "export", "-", "--from", format_name, "--to", "yaml"],
        input=texts[format_name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "PyYAML was built without it" in done.stderr
    assert "pip install --force-reinstall --only-binary :all: PyYAML" in done.stderr
    assert "internal error" not in done.stderr
