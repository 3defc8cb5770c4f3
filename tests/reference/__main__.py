"""Writes the reference pages anew: `python -m tests.reference`."""

from tests.reference.pages import FOLDER, PAGES, made

FOLDER.mkdir(exist_ok=True)
for name in PAGES:
    (FOLDER / name).write_text(made(name), encoding="utf-8")
