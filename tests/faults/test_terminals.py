"""What hostile records, documents and lists say on a terminal: nothing that it would obey."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
HOSTILE = "\u202e\u2066\x1b]0;title\x07\x1b[2J\x9b5m\x00\x7f\x08"
RIS = "TY  - BOOK{0}\r\nTI  - T{0}\r\nAU  - A{0}\r\nID  - i{0}\r\nX{0}\r\nER  - \r\n"
ITEM = {
    **{"id": "i" + HOSTILE, "type": "book", "title": "T" + HOSTILE, "publisher": "P" + HOSTILE},
    **{"author": [{"family": "A" + HOSTILE, "given": "B"}, {"literal": "L" + HOSTILE}]},
    **{"issued": {"literal": "2001" + HOSTILE}, "keyword": "k" + HOSTILE, "ISBN": "9" + HOSTILE},
    **{"URL": "http://a.org/" + HOSTILE, "DOI": "10.1/" + HOSTILE, "other" + HOSTILE: "v"},
}
FILES = {
    "a.jsonl": json.dumps(ITEM, ensure_ascii=False) + "\n",
    "a.bib": "@book{k{0},\n title={T{0}}, author={A{0}}, f{0}={x}}\n".replace("{0}", HOSTILE),
    "a.ris": RIS.replace("{0}", HOSTILE),
    "a.yaml": 'id: a\ntitle: "T\\e[31m"\nauthor: "A\\x9b"\nti\x1b[2Jtle: x\n',
    "a.md": f"See [@a{HOSTILE}; @nope\x1b[31m] and [@{{x\x1b[2Jy}}].\n",
    "a.csv": "ISBN\n978\x1b[31m\n\x9b5m\n",
    "sound.yaml": "id: a\ntitle: T\nauthor: A\nissued: 2001\npublisher: P\n",
}
RECORDS = ("a.jsonl", "a.bib", "a.ris", "a.yaml")
COMMANDS = (
    *(
        f"{command} {name}"
        for name in RECORDS
        for command in ("check", "list", "check --fix --diff")
    ),
    *(f"cite {name} --on-error keep" for name in RECORDS),
    *(f"export {name} --on-error keep --report-loss --to ris" for name in RECORDS),
    *(f"verify a.md {name}" for name in RECORDS),
    *("cite sound.yaml --cited-in a.md", "isbn a.csv", "add - --print", "id 10.1/\x1b[31m"),
    *("cite sound.yaml --style \x1b[2Japa", "export sound.yaml --to \x1b[2J", "cite \x1b[2J.bib"),
)
# What these print are messages and tables, where a citation or an entry may hold all of its text.
SAYS_ONLY = re.compile(r"(check|list) \S+$|verify|isbn|id ")


def shown(command: str, folder: Path) -> str:
    """All that a run prints, on a terminal of its own."""
    pty = pytest.importorskip("pty", reason="there are none here")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reportcite", *command.split(" ")],
        cwd=folder,
        env={**os.environ, "PAGER": "cat", "NO_COLOR": "1"},
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    assert process.stdin is not None
    process.stdin.write(b"Doe\x1b[31m, J. (2001). T\x9b5m\x1b]0;x\x07. P.\n")
    process.stdin.close()
    printed = b""
    try:
        while piece := os.read(ours, 1 << 16):
            printed += piece
    except OSError:  # so Linux says that all has been read
        pass
    os.close(ours)
    process.wait()
    return printed.decode("utf-8", "replace")


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_that_a_terminal_obeys_reaches_it(tmp_path: Path, command: str) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, newline="")
    printed = shown(command, tmp_path)
    assert printed.strip()
    assert "internal error" not in printed
    assert not re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", printed)
    if SAYS_ONLY.match(command):
        assert not re.findall("[\u202a-\u202e\u2066-\u2069]", printed)
