"""Writes the reference pages anew: `python -m tests.reference`."""

from tests.reference.pages import FOLDER, made

FOLDER.mkdir(exist_ok=True)
for name, text in made().items():
    (FOLDER / name).write_text(text, encoding="utf-8")
