"""The clipboard of Windows, by PowerShell and .NET ("HTML Clipboard Format" of Win32)."""

from __future__ import annotations

from base64 import b64encode

_PLACES = ("StartHTML", "EndHTML", "StartFragment", "EndFragment")
_HEAD = "Version:0.9\r\n" + "".join(f"{name}:{{:010}}\r\n" for name in _PLACES)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"


def clipboard_html(page: str) -> str:
    """`page` as Windows wants HTML: before it the places, in bytes, of the page and its body."""
    before, body, rest = page.partition("<body>")
    content, _, after = rest.rpartition("</body>")
    marked = f"{before}{body}{_START}{content}{_END}</body>{after}"
    start = len(_HEAD.format(0, 0, 0, 0))
    places = (0, len(marked.encode()), *(len(part.encode()) for part in _parts(marked)))
    return _HEAD.format(*(start + place for place in places)) + marked


def _parts(marked: str) -> tuple[str, str]:
    """What is before the fragment, and what is before its end."""
    return marked[: marked.index(_START) + len(_START)], marked[: marked.rindex(_END)]


def script(page: str, text: str) -> str:
    """What PowerShell is to run: both kinds as Base64, so that nothing in them is a script."""
    html, plain = (b64encode(one.encode()).decode() for one in (clipboard_html(page), text))
    return (
        "Add-Type -AssemblyName System.Windows.Forms\n"
        "$d = New-Object System.Windows.Forms.DataObject\n"
        f"$h = New-Object IO.MemoryStream(,[Convert]::FromBase64String('{html}'))\n"
        "$d.SetData('HTML Format', $h)\n"
        f"$d.SetText([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{plain}')))\n"
        "[System.Windows.Forms.Clipboard]::SetDataObject($d, $true)\n"
    )
