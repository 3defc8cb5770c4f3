"""The clipboard of macOS, by AppleScript ("the clipboard", AppleScript Language Guide)."""

from __future__ import annotations


def script(html: str, text: str) -> str:
    """What osascript is to run: both kinds as bytes, so that nothing in them is read as a script.

    >>> script("<p>", "a")
    'set the clipboard to {«class HTML»:«data HTML3C703E», «class utf8»:«data utf861»}'
    """
    return (
        "set the clipboard to {"
        f"«class HTML»:«data HTML{html.encode().hex().upper()}», "
        f"«class utf8»:«data utf8{text.encode().hex().upper()}»}}"
    )
