"""Files are fixed whole or not at all, and only while nobody else writes to them."""

from __future__ import annotations

import gzip
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reportcite.batch import fixing
from reportcite.batch.fixing import FixedFile, fixed_files, write
from reportcite.problems import Problem

TYPED = b"title: A  b\nDOI: doi:10.1234/a\n"
FIXED = b"title: A b\nDOI: 10.1234/a\n"


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_bytes(TYPED)
    return path


def one_of(path: Path) -> FixedFile:
    [found] = fixed_files([str(path)])
    assert isinstance(found, FixedFile)
    return found


def test_nothing_is_written_before_it_is_asked_for(refs: Path) -> None:
    found = one_of(refs)
    assert (found.name, found.before, found.after) == (str(refs), TYPED, FIXED)
    assert refs.read_bytes() == TYPED
    assert write(found) is None
    assert refs.read_bytes() == FIXED
    assert list(fixed_files([str(refs)])) == []


def test_rights_and_owner_and_a_link_stay(refs: Path, tmp_path: Path) -> None:
    refs.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(refs, 12345, 23456)
    link = tmp_path / "link.yaml"
    link.symlink_to(refs)
    before = refs.stat()
    assert write(one_of(link)) is None
    after = refs.stat()
    assert link.is_symlink()
    assert refs.read_bytes() == FIXED
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


def test_a_file_that_was_changed_meanwhile_is_left_alone(refs: Path) -> None:
    found = one_of(refs)
    refs.write_bytes(b"title: Another\n")
    failed = write(found)
    assert failed is not None
    assert str(failed) == (
        f"{refs}: error not-fixed: it was changed meanwhile, and is left as it is (run again)"
    )
    assert refs.read_bytes() == b"title: Another\n"
    assert [path.name for path in refs.parent.iterdir()] == ["refs.yaml"]


def test_a_file_that_is_gone_is_not_made_again(refs: Path) -> None:
    found = one_of(refs)
    refs.unlink()
    assert isinstance(write(found), Problem)
    assert not refs.exists()


def test_a_read_only_file_is_an_error(refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    access: Callable[..., bool] = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    failed = write(one_of(refs))
    assert failed is not None
    assert failed.message == "cannot be written: it is write-protected"
    assert refs.read_bytes() == TYPED


def test_packed_files_stay_packed(tmp_path: Path) -> None:
    path = tmp_path / "refs.yaml.gz"
    path.write_bytes(gzip.compress(TYPED))
    assert write(one_of(path)) is None
    assert gzip.decompress(path.read_bytes()) == FIXED
    other = tmp_path / "packed.yaml"
    other.write_bytes(gzip.compress(TYPED))
    failed = write(one_of(other))
    assert failed is not None
    assert failed.message == "it is packed, but not by its name"
    assert gzip.decompress(other.read_bytes()) == TYPED


def test_all_files_of_a_folder_are_fixed(refs: Path) -> None:
    (refs.parent / "deep").mkdir()
    (refs.parent / "deep" / "b.bib").write_text("@book{b, title={B}, doi={doi:10.1234/b}}")
    (refs.parent / "c.refworks").write_text("RT Book, Whole\nT1 A\nED 2nd edition\n")
    found = list(fixed_files([str(refs.parent)]))
    assert [one.name for one in found if isinstance(one, FixedFile)] == [
        str(refs), str(refs.parent / "deep" / "b.bib"),
    ]  # fmt: skip
    [left] = [one for one in found if isinstance(one, Problem)]
    assert left.rule.name == "not-in-place"
    assert left.message == "files of RefWorks are not fixed in place"
    assert left.suggestion.endswith("yaml, cff, hayagriva, csl-yaml")


def test_what_cannot_be_read_is_passed_over(tmp_path: Path, refs: Path) -> None:
    cut = tmp_path / "cut.yaml.gz"
    cut.write_bytes(gzip.compress(TYPED)[:-12])
    assert list(fixed_files([str(tmp_path / "no.yaml"), str(cut)])) == []


def test_a_kill_leaves_either_file(refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def kill(_: FixedFile) -> None:
        raise Killed

    found = one_of(refs)
    monkeypatch.setattr(fixing, "_require_unchanged", kill)
    with pytest.raises(Killed):
        write(found)
    assert refs.read_bytes() == TYPED
