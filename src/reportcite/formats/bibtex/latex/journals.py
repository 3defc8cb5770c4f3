"""The macros that stand for journals in the bibliographies of NASA's Astrophysics Data System.

After the list that it publishes for its BibTeX entries (aas_macros).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern

_MACRO: Final = pattern(r"\s*\{?\s*\\([a-z]+)\s*\}?\s*")
_JOURNALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "aap": "Astronomy and Astrophysics",
        "aapr": "Astronomy and Astrophysics Reviews",
        "aaps": "Astronomy and Astrophysics, Supplement",
        "actaa": "Acta Astronomica",
        "aj": "Astronomical Journal",
        "ao": "Applied Optics",
        "aplett": "Astrophysics Letters",
        "apj": "Astrophysical Journal",
        "apjl": "Astrophysical Journal, Letters",
        "apjlett": "Astrophysical Journal, Letters",
        "apjs": "Astrophysical Journal, Supplement",
        "apjsupp": "Astrophysical Journal, Supplement",
        "applopt": "Applied Optics",
        "apspr": "Astrophysics Space Physics Research",
        "apss": "Astrophysics and Space Science",
        "araa": "Annual Review of Astronomy and Astrophysics",
        "azh": "Astronomicheskii Zhurnal",
        "baas": "Bulletin of the AAS",
        "bac": "Bulletin of the Astronomical Institutes of Czechoslovakia",
        "bain": "Bulletin of the Astronomical Institutes of the Netherlands",
        "caa": "Chinese Astronomy and Astrophysics",
        "cjaa": "Chinese Journal of Astronomy and Astrophysics",
        "fcp": "Fundamentals of Cosmic Physics",
        "gca": "Geochimica et Cosmochimica Acta",
        "grl": "Geophysical Research Letters",
        "iaucirc": "IAU Circulars",
        "icarus": "Icarus",
        "jcap": "Journal of Cosmology and Astroparticle Physics",
        "jcp": "Journal of Chemical Physics",
        "jgr": "Journal of Geophysical Research",
        "jqsrt": "Journal of Quantitative Spectroscopy and Radiative Transfer",
        "jrasc": "Journal of the Royal Astronomical Society of Canada",
        "memras": "Memoirs of the Royal Astronomical Society",
        "memsai": "Memorie della Società Astronomica Italiana",
        "mnras": "Monthly Notices of the Royal Astronomical Society",
        "na": "New Astronomy",
        "nar": "New Astronomy Reviews",
        "nat": "Nature",
        "nphysa": "Nuclear Physics A",
        "pasa": "Publications of the Astronomical Society of Australia",
        "pasj": "Publications of the Astronomical Society of Japan",
        "pasp": "Publications of the Astronomical Society of the Pacific",
        "physrep": "Physics Reports",
        "physscr": "Physica Scripta",
        "planss": "Planetary and Space Science",
        "pra": "Physical Review A",
        "prb": "Physical Review B",
        "prc": "Physical Review C",
        "prd": "Physical Review D",
        "pre": "Physical Review E",
        "prl": "Physical Review Letters",
        "procspie": "Proceedings of the SPIE",
        "psj": "Planetary Science Journal",
        "qjras": "Quarterly Journal of the Royal Astronomical Society",
        "rmxaa": "Revista Mexicana de Astronomía y Astrofísica",
        "skytel": "Sky and Telescope",
        "solphys": "Solar Physics",
        "sovast": "Soviet Astronomy",
        "ssr": "Space Science Reviews",
        "zap": "Zeitschrift für Astrophysik",
    }
)
"""Macro without its backslash → the journal it stands for."""


def journal_of(latex: str) -> str:
    r"""The journal that `latex`, a macro and nothing else, stands for; "" for anything else.

    >>> journal_of(r"{\aap}"), journal_of("aap"), journal_of(r"\aap, Part 2")
    ('Astronomy and Astrophysics', '', '')
    """
    found = _MACRO.fullmatch(latex)
    return _JOURNALS.get(found[1], "") if found else ""
