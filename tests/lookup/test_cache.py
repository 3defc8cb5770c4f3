"""What sources answered is kept for a while, and never taken for what it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.lookup.cache import Cache

ADDRESS, ACCEPT = "https://me:secret@example.org/10.1234/abc", "application/json"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "new" / "answers", now=lambda: 1_000_000.0)


def later(cache: Cache, seconds: float) -> Cache:
    return cache._replace(now=lambda: 1_000_000.0 + seconds)


def test_an_answer_is_known_again(cache: Cache) -> None:
    assert cache.get(ADDRESS, ACCEPT) is None
    cache.put(ADDRESS, ACCEPT, b"{}\n")
    assert cache.get(ADDRESS, ACCEPT) == b"{}\n"
    assert cache.get(ADDRESS, "text/html") is None
    assert cache.get(f"{ADDRESS}d", ACCEPT) is None
    cache.put(ADDRESS, ACCEPT, b"[]")
    assert cache.get(ADDRESS, ACCEPT) == b"[]"


def test_it_holds_for_a_week(cache: Cache) -> None:
    cache.put(ADDRESS, ACCEPT, b"{}")
    week = 7 * 24 * 60 * 60
    assert later(cache, week - 1).get(ADDRESS, ACCEPT) == b"{}"
    assert later(cache, week).get(ADDRESS, ACCEPT) is None
    assert later(cache, -1).get(ADDRESS, ACCEPT) is None  # the clock was wrong


def test_who_wants_it_refreshed_gets_and_leaves_a_new_one(cache: Cache) -> None:
    cache.put(ADDRESS, ACCEPT, b"old")
    refreshed = cache._replace(refreshed=True)
    assert refreshed.get(ADDRESS, ACCEPT) is None
    refreshed.put(ADDRESS, ACCEPT, b"new")
    assert cache.get(ADDRESS, ACCEPT) == b"new"


@pytest.mark.parametrize("cut", [0, 10, 64, 65, 66])
def test_what_is_cut_off_is_no_answer(cache: Cache, cut: int) -> None:
    cache.put(ADDRESS, ACCEPT, b"{}")
    (path,) = cache.folder.iterdir()
    path.write_bytes(path.read_bytes()[:cut])
    assert cache.get(ADDRESS, ACCEPT) is None


def test_what_was_changed_is_no_answer(cache: Cache) -> None:
    cache.put(ADDRESS, ACCEPT, b"{}")
    (path,) = cache.folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"]")
    assert cache.get(ADDRESS, ACCEPT) is None
    path.unlink()
    path.mkdir()
    assert cache.get(ADDRESS, ACCEPT) is None
    cache.put(ADDRESS, ACCEPT, b"{}")  # it cannot, and does not complain
    assert [one.name for one in cache.folder.iterdir()] == [path.name]


def test_nothing_of_an_address_is_kept_and_nobody_else_may_read(cache: Cache) -> None:
    cache.put(ADDRESS, ACCEPT, b"{}")
    (path,) = cache.folder.iterdir()
    assert b"secret" not in path.read_bytes() and "secret" not in path.name
    assert path.stat().st_mode & 0o077 == 0
    assert cache.folder.stat().st_mode & 0o077 == 0


def test_what_is_old_goes_and_the_oldest_of_what_is_too_much(cache: Cache) -> None:
    small = cache._replace(most_bytes=300, seconds=100)
    for number in range(4):
        later(small, number).put(str(number), ACCEPT, b"x" * 35)  # 100 bytes with the hash
    last = later(small, 4)
    assert [last.get(str(number), ACCEPT) is None for number in range(4)] == [True, *[False] * 3]
    later(small, 102).put("new", ACCEPT, b"x")
    assert len([*cache.folder.iterdir()]) == 2


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "answers")
    cache.put(ADDRESS, ACCEPT, b"{}")
    assert cache.get(ADDRESS, ACCEPT) is None
