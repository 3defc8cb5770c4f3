"""The page of the styles: how one is named, and the short names there are."""

from __future__ import annotations

from collections import defaultdict

from reportcite.csl.style.catalogue import aliases, every_style
from tests.reference.markdown import codes, table

_HEAD = """\
# Styles

`--style` takes, in this order:

1. the path of a `.csl` file of your own;
2. one of the short names below;
3. the id of one of {independent:,} packaged styles (`nature`, `din-1505-2`), in any case, also as
   an address of zotero.org or with `.csl`;
4. the title, abbreviation or ISSN of a journal: {dependent:,} are known, each with the style that
   it uses.

A name that means nothing is never taken for another: the nearest are suggested. `reportcite styles
WORDS` searches all of them, `--preview` shows the sample record in each that is found:

```console
$ reportcite styles annual review of sociology
annual-review-of-sociology	Annual Review of Sociology	as annual-reviews-author-date
$ reportcite cite records/ --style 0360-0572
Ratzmann N, ... DeZIM Institut, Berlin
```

The language is that of the style, unless `--locale` names one.

## Short names
"""


def styles() -> str:
    found = [*every_style()]
    dependent = sum(one.kind == "dependent" for one in found)
    independent = sum(one.kind == "independent" for one in found)
    titles = {one.id: one.title for one in found}
    names: dict[str, list[str]] = defaultdict(list)
    for alias, id_ in aliases().items():
        names[id_].append(alias)
    rows = ((codes(short), titles[id_], codes([id_])) for id_, short in names.items())
    head = _HEAD.format(independent=independent, dependent=dependent)
    return head + "\n" + table(["short names", "style", "its id"], rows)
