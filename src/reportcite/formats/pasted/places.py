"""Places that references name without a publisher, as historians do."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern

_CITIES: Final = frozenset(
    name.strip()
    for name in """
    Aachen, Amsterdam, Ann Arbor, Augsburg, Baden-Baden, Baltimore, Barcelona, Basel, Bayreuth,
    Beirut, Belmont, Berkeley, Berlin, Bern, Bielefeld, Bloomington, Boca Raton, Bochum,
    Bologna, Bonn, Boston, Boulder, Braunschweig, Bremen, Breslau, Bristol, Brussels, Bruxelles,
    Brüssel, Budapest, Cambridge, Chicago, Cologne, Copenhagen, Darmstadt, Delhi, Den Haag,
    Dordrecht, Dortmund, Dresden, Dublin, Düsseldorf, Edinburgh, Erfurt, Essen, Firenze,
    Frankfurt, Frankfurt a. M., Frankfurt a.M., Frankfurt am Main, Frankfurt/M., Frankfurt/Main,
    Freiburg, Freiburg i. Br., Freiburg im Breisgau, Geneva, Genf, Genève, Gießen, Graz,
    Göttingen, Halle, Hamburg, Hannover, Heidelberg, Helsinki, Hildesheim, Innsbruck, Istanbul,
    Ithaca, Jena, Jerusalem, Kassel, Kiel, Klagenfurt, Konstanz, Kopenhagen, Krakau, Kraków,
    Köln, Königsberg, Lausanne, Leiden, Leipzig, Leverkusen, Lisboa, London, Los Angeles,
    Luzern, Lüneburg, Madrid, Magdeburg, Mailand, Mainz, Malden, Manchester, Mannheim, Marburg,
    Minneapolis, Montreal, Montréal, Moscow, Moskau, Munich, München, Münster, Neuwied, New
    Haven, New York, Nürnberg, Oldenburg, Opladen, Oslo, Osnabrück, Oxford, Paderborn, Paris,
    Philadelphia, Potsdam, Prag, Prague, Praha, Princeton, Regensburg, Reinbek, Rom, Roma, Rome,
    Rostock, Saarbrücken, Salzburg, San Francisco, St. Gallen, Stanford, Stockholm, Strasbourg,
    Stuttgart, The Hague, Tokyo, Torino, Toronto, Trier, Tübingen, Uppsala, Utrecht, Vienna,
    Warschau, Warszawa, Washington, Weimar, Weinheim, Wien, Wiesbaden, Wuppertal, Würzburg,
    Zurich, Zürich
    """.replace("\n", " ").split(",")
)
_AND: Final = pattern(r" ?/ ?| und | and | u\. |, ")
_STATE: Final = pattern(r", (?:[A-Z]{2}|D\.C\.|DC|USA|UK|Mass\.|Calif\.|Conn\.)$")


def is_place(text: str) -> bool:
    """Whether `text` is a city, or several, in which books are published.

    >>> is_place("Frankfurt am Main"), is_place("New York/London"), is_place("Cambridge, MA")
    (True, True, True)
    >>> is_place("Suhrkamp"), is_place("Berlin Verlag"), is_place("")
    (False, False, False)
    """
    bare = _STATE.sub("", text.strip(" ,")).rstrip(".")
    if bare in _CITIES or f"{bare}." in _CITIES:
        return True
    parts = _AND.split(bare)
    return len(parts) > 1 and all(re.sub(r"\.$", "", part) in _CITIES for part in parts)
