"""A client of a language server, as far as tests of an editor need one (LSP 3.17, over stdio)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class LanguageServer:
    """A server in a process of its own; as a context manager it is ended at the end."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self.asked = 0
        self.published: dict[str, list[dict[str, Any]]] = {}
        root = folder.as_uri()
        self.ask("initialize", {"processId": None, "rootUri": root, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, path: Path) -> None:
        """Show the server the file at `path`, as it is."""
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text(encoding="utf-8"),
        }
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def problems(self, path: Path) -> list[tuple[int, str]]:
        """The line, counted from 0, and the message of all that is underlined in an open file."""
        while (found := self.published.pop(path.as_uri(), None)) is None:
            self._take(self._receive())
        return [(one["range"]["start"]["line"], one["message"]) for one in found]

    def completions(self, path: Path, line: int, character: int) -> dict[str, str]:
        """What is offered at a place of an open file, with what is said about it."""
        place = {
            "textDocument": {"uri": path.as_uri()},
            "position": {"line": line, "character": character},
        }
        items = self.ask("textDocument/completion", place)["items"]
        return {one["label"]: str(one.get("documentation", "")) for one in items}

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is shown about a place of an open file."""
        place = {
            "textDocument": {"uri": path.as_uri()},
            "position": {"line": line, "character": character},
        }
        return str(self.ask("textDocument/hover", place)["contents"]["value"])

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """The server's answer."""
        self.asked += 1
        number = self.asked
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                return message["result"]
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        """Keep what is published, and answer what the server asks: that nothing is set."""
        params = message.get("params", {})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[params["uri"]] = params["diagnostics"]
        elif "id" in message:
            items = params.get("items") if isinstance(params, dict) else None
            self._send({"id": message["id"], "result": [{} for _ in items] if items else None})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has ended"
        return dict(json.loads(self.process.stdout.read(length)))
