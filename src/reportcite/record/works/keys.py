"""The keys that records of one work share at least one of: only records with a key in common are
compared, so that the cost grows with the number of records.

A key is a pure function of the record, the same in every process and in every run.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from reportcite.record.works.traits import Traits

_PIECE: Final = 8
"""Letters at the beginning, or at the end, of a title: a slip is in one of them at most."""
_BYTES: Final = 8


def keys_of(traits: Traits) -> list[str]:
    """What a record is looked for by: each of its identifiers; its main title with the year, and
    with the first name; the first name and the year with either end of the title.

    >>> from reportcite.record.works.titles import title_of
    >>> one = Traits("", title_of("Soils", ""), (2024,), (), ("DOI 10.1/a",), {}, (), (), (), "")
    >>> keys_of(one)
    ['DOI 10.1/a', 'soils|2024', 'soils||']
    """
    found = [*traits.identifiers]
    letters = traits.title.letters
    if not letters:
        return found
    year = str(traits.years[0]) if traits.years else ""
    family = traits.creators[0][0] if traits.creators else ""
    found += [f"{letters}|{year}", f"{letters}||{family}"]
    if len(letters) > _PIECE and family and year:
        found.append(f"{family}|{year}|{letters[:_PIECE]}")
        found.append(f"{family}|{year}|…{letters[-_PIECE:]}")
    return found


def stable_hash(key: str) -> int:
    """64 bits of `key`, by which records are put into buckets; not Python's hash, which every
    process salts anew.

    >>> hex(stable_hash("DOI 10.1234/a"))
    '0x935472d13e98c2e'
    """
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big")
