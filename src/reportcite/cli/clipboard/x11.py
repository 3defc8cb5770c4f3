"""Owns the clipboard of X11 in a process of its own, until somebody copies something else.

Who pastes asks the owner for one of the kinds it has (ICCCM 2.0, section 2). Standard input has the
length of the HTML in bytes, a line break, the HTML and the plain text.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

_MOST = 200_000
"""Bytes that one request of X11 holds for certain."""


def main() -> None:
    """Take the clipboard and go on in the background."""
    length, _, content = sys.stdin.buffer.read().partition(b"\n")
    html, text = content[: int(length)], content[int(length) :]
    if max(len(html), len(text)) > _MOST:
        sys.exit("this is too much for the clipboard: write a file with -o")
    try:
        owner = _Owner({"text/html": html} | dict.fromkeys(_TEXTS, text))
    except Exception as error:
        sys.exit(str(error) or "the screen cannot be reached")
    sys.stdout.flush()
    if os.fork():
        os._exit(0)
    _leave()
    owner.serve()


_TEXTS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING", "TEXT")


def _leave() -> None:
    """Keep nothing of the terminal that the command was typed in."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


class _Owner:
    """The owner of the selection CLIPBOARD; `kinds` are what it has, by target."""

    def __init__(self, kinds: Mapping[str, bytes]) -> None:
        from Xlib import X, Xatom, display

        self._x, self._atom = X, Xatom.ATOM
        self._display = display.Display()
        screen = self._display.screen()
        self._window = screen.root.create_window(0, 0, 1, 1, 0, screen.root_depth)
        self._kinds = {self._display.intern_atom(name): data for name, data in kinds.items()}
        self._targets = self._display.intern_atom("TARGETS")
        clipboard = self._display.intern_atom("CLIPBOARD")
        self._window.set_selection_owner(clipboard, X.CurrentTime)
        if self._display.get_selection_owner(clipboard) != self._window:
            raise OSError("another program keeps the clipboard")

    def serve(self) -> None:
        """Answer requests until somebody else owns the clipboard."""
        while True:
            event = self._display.next_event()
            if event.type == self._x.SelectionClear:
                return
            if event.type == self._x.SelectionRequest:
                self._answer(event)

    def _answer(self, request: Any) -> None:
        from Xlib.protocol.event import SelectionNotify

        target, place = request.target, request.property or request.target
        if target == self._targets:
            known = [self._targets, *self._kinds]
            request.requestor.change_property(place, self._atom, 32, known)
        elif target in self._kinds:
            request.requestor.change_property(place, target, 8, self._kinds[target])
        else:
            place = self._x.NONE
        notice = SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=target,
            property=place,
        )
        request.requestor.send_event(notice)
        self._display.flush()


if __name__ == "__main__":
    main()
