"""A file for each record: named after it, never the same twice, never outside the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.batch.naming import Naming, file_stem
from reportcite.errors import UsageError


@pytest.mark.parametrize(
    ("target", "folder", "name"),
    [
        ("out", "out", "out/a.ris"),
        ("out/", "out/", "out/a.ris"),
        ("out/{id}.txt", "out/", "out/a.txt"),
        ("out/report-{id}", "out/", "out/report-a"),
        ("x/out/{id}/report.ris", "x/out/", "x/out/a/report.ris"),
        ("{id}.ris", ".", "a.ris"),
        ("r-{id}.ris", ".", "r-a.ris"),
        ("/{id}.ris", "/", "/a.ris"),
        ("out/{id}-{id}.ris", "out/", "out/a-a.ris"),
    ],
)
def test_the_folder_is_what_stands_before_the_part_with_the_field(
    target: str, folder: str, name: str
) -> None:
    naming = Naming(target, ".ris")
    assert (naming.folder, naming.name("a")) == (folder, name)


def test_names_differ_even_where_letter_case_does_not_count() -> None:
    naming = Naming("out", ".ris")
    assert [naming.name(id_) for id_ in ("a", "A", "a", "b")] == [
        "out/a.ris", "out/A2.ris", "out/a3.ris", "out/b.ris",
    ]  # fmt: skip


def test_folders_are_made_for_what_is_written_only(tmp_path: Path) -> None:
    naming = Naming(f"{tmp_path}/new/{{id}}/report.ris", ".ris")
    assert naming.name("a") == f"{tmp_path}/new/a/report.ris"
    assert not (tmp_path / "new").exists()
    assert naming.path("b") == f"{tmp_path}/new/b/report.ris"
    assert (tmp_path / "new" / "b").is_dir()


def test_no_name_that_is_made_to_differ_is_one_that_windows_reserves() -> None:
    naming = Naming("out", ".ris")
    names = [naming.name("com") for _ in range(3)]
    assert names == ["out/com.ris", "out/com10.ris", "out/com11.ris"]


@pytest.mark.parametrize("target", ["{ID}.ris", "out/{title}", "{id}{", "{id}/{}"])
def test_another_field_is_refused(target: str) -> None:
    with pytest.raises(UsageError, match="cannot stand in a file name") as wrong:
        Naming(target, ".ris")
    assert wrong.value.suggestion == "only {id} can"


@pytest.mark.parametrize(
    ("id_", "stem"),
    [
        ("ratzmann2024", "ratzmann2024"),
        ("Größe_1-2.3", "Größe_1-2.3"),
        ("a/b", "a-b"),
        ("XaX", "XaX"),
        ("a: b", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("a..b...c", "a.b.c"),
        ("..", "record"),
        ("", "record"),
        (".hidden", "hidden"),
        ("-o", "o"),
        ("a.", "a"),
        ("x" * 61, "x" * 60),
        ("x" * 59 + ".y", "x" * 59),
        ("nul\0", "nul_"),
        ("Mu\u0308ller", "Müller"),
        ("हिन्दी 1", "हिन्दी-1"),
        ("CON", "CON_"),
        ("aux.x", "aux_.x"),
        ("com0", "com0_"),
        ("lpt9.tar.gz", "lpt9_.tar.gz"),
        ("COM¹", "COM¹_"),
        ("prn-1", "prn-1"),
        ("com10", "com10"),
        ("xcon", "xcon"),
    ],
)
def test_a_stem_is_made_of_letters_digits_and_few_signs(id_: str, stem: str) -> None:
    assert file_stem(id_) == stem
