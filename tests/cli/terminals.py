"""Runs commands as a user does, with a terminal for some streams and pipes for the others."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import NamedTuple


class Seen(NamedTuple):
    """What came out, as text: on the terminal, and in the pipes of the streams that have one."""

    code: int
    terminal: str
    stdout: str
    stderr: str


def run_on_terminal(
    arguments: Sequence[str | Path],
    *,
    streams: Sequence[str] = ("stdout", "stderr"),
    folder: Path,
    columns: int = 80,
    variables: Mapping[str, str] | None = None,
) -> Seen:
    """Run the command line with `streams` on one terminal, which all of them share."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    unset = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAGER", "LESS"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    ends = {one: follower if one in streams else subprocess.PIPE for one in ("stdout", "stderr")}
    process = subprocess.Popen(
        [sys.executable, "-m", "reportcite", *map(str, arguments)],
        stdin=follower,
        stdout=ends["stdout"],
        stderr=ends["stderr"],
        cwd=folder,
        env={**environment, "TERM": "xterm", **(variables or {})},
        start_new_session=True,
    )
    os.close(follower)
    shown: list[bytes] = []
    reader = Thread(target=_read, args=(leader, shown))
    reader.start()
    out, err = process.communicate(timeout=120)
    reader.join()
    os.close(leader)
    terminal = b"".join(shown).decode().replace("\r\n", "\n")
    return Seen(process.returncode, terminal, (out or b"").decode(), (err or b"").decode())


def _read(leader: int, shown: list[bytes]) -> None:
    try:
        while piece := os.read(leader, 1 << 16):
            shown.append(piece)
    except OSError:  # so Linux says that the other end is closed
        return


def plain(text: str) -> str:
    """`text` without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
