"""What languages order differently: letters of their own, by CLDR's collation tailorings.

Sources: the Default Unicode Collation Element Table as CLDR orders it (root), and the rules of
`common/collation` in CLDR 42 for the languages that CSL has locales for. Languages that are not
named, such as German, French or Italian, have the order of the root.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MARKS: Final = (
    "\u0313\u0314\u0301\u0300\u0306\u0302\u030c\u030a\u0342\u0308\u030b\u0303\u0307\u0338\u0327"
    "\u0328\u0304\u0337\u0335\u0309\u030f\u0311\u031b\u0323\u0324\u0325\u0326\u032d\u032e\u0330"
    "\u0331\u0334\u0345"
    # Thai: what stands above a letter and is no vowel.
    "\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b"
    # Khmer: the signs.
    "\u17ce\u17cf\u17d1\u17d0\u17c8\u17dd\u17cb\u17c9\u17ca\u17cd"
)
"""The marks on letters in the order of the root; others follow by their code points."""

ROOT: Final = (
    "ae=æ d=ð e<ǝ<ə<ɛ f<ƒ g<ɡ<ɣ i<ı j<ȷ n<ɲ<ŋ oe=œ o<ɔ q<ĸ ss=ß t<ŧ u<ʉ z<ƶ<ʒ<þ<ƿ "
    "σ=ς եվ=և כ=ך מ=ם נ=ן פ=ף צ=ץ า<ำ"
)
"""Letters of the root that are no letter of an alphabet with marks, written as `TAILORINGS` are."""

STROKED: Final[Mapping[str, str]] = MappingProxyType(
    {"đ": "d\u0335", "ħ": "h\u0335", "ł": "l\u0335", "ø": "o\u0338"}
)
"""Letters with a stroke, which has no place of its own in Unicode, and the mark it is sorted as."""

ALPHABETS: Final = (
    # Greek
    "ʹαβγδεϝͷϛζͱηθιϳκϗλμνξοπϻϟϙρϼσͼͻͽτυφχψωϡͳϸϣϥϧϩϫϭϯ"
    # Cyrillic
    "аәӕбвгғӻҕӷдԁђԃҙеєжԫҗзԅԑѕӡԇиҋійјкқӄҡҟҝԟԛлӆԯԓԡљԉԕмӎнԩӊңӈԣҥњԋоөпԥҧҁрҏԗсԍҫтԏҭћуүұѹфхӽӿҳһԧѡѿѽѻцҵч"
    "ԭҷӌҹҽҿџшщъыьҍѣэюяԙѥѧѫѩѭѯѱѳѵҩԝӏ"
    # Georgian, Armenian, Hebrew
    "აბგდევზჱთიკლმნჲოპჟრსტჳუფქღყშჩცძწჭხჴჯჰჵჶჷჸჹჺჽჾჿ"
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
    "אבגדהוװױזחטיײכלמנסעפצקרשת"
    # Arabic
    "ءٵٶٷٸآأٲٱؤإٳئاٮبٻپڀةتثٹٺټٽٿجڃڄچڿڇحخځڂڅدذڈډڊڋڌڍڎڏڐۮرزڑڒړڔڕږڗژڙۯسشښڛڜۺصضڝڞۻطظڟعغڠۼفڡڢڣڤڥڦٯقڧڨكکڪ"
    "ګڬڭڮگڰڱڲڳڴػؼلڵڶڷڸمنںڻڼڽڹهھہۃۿەوۄۅۆۇۈۉۊۋۏىيیۍێېۑؽؾؿؠے"
)
"""The letters of the scripts whose code points are not in alphabetical order, script by script."""

_NORDIC: Final = "d=đ=ð th=þ y=ü=ű"
_NORWEGIAN: Final = f"{_NORDIC} z<æ=ä=ę<ø=ö=ő=œ<å=aa"
_CROATIAN: Final = "c<č<ć d<dž<đ l<lj n<nj s<š z<ž"

TAILORINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "ء=أ=ؤ=إ=ئ=ا ءا=آ ة=ت ی=ى=ي",
        "cs": "c<č h<ch r<ř s<š z<ž",
        "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
        "da": f"{_NORDIC} z<æ=ä<ø=ö=ő<å=aa",
        "es": "n<ñ",
        "et": "s<š<z<ž w<õ<ä<ö<ü",
        "fa": "آ<ا=ٱ<ء=أ=إ=ؤ=ئ ک=ك ۏ<ه=ە=ہ=ة ی=ى=ے=ي",
        "fi": "d=đ g=ǥ n=ŋ t=ŧ y=ü z=ʒ z<þ<å<ä=æ<ö=ø",
        "gl": "n<ñ",
        "hi": "ं=ँ",
        "hr": _CROATIAN,
        "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs "
        "cscs=ccs dzdz=ddz dzsdzs=ddzs gygy=ggy lyly=lly nyny=nny szsz=ssz tyty=tty zszs=zzs",
        "is": "a<á d=đ<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
        "km": "រ<ឫ<ឬ ល<ឭ<ឮ អិ=ឥ អី=ឦ អុ=ឧ អូ=ឩ អែ=ឯ អៃ=ឰ អោ=ឱ=ឲ អៅ=ឳ ៅ<ុំ<ំ<ាំ<ះ<ិះ<ុះ<េះ<ោះ",
        "lt": "a=ą c<č e=ę=ė i=į=y s<š u=ų=ū z<ž",
        "lv": "c<č g<ģ i=y k<ķ l<ļ n<ņ r<ŗ s<š z<ž",
        "nb": _NORWEGIAN,
        "nn": _NORWEGIAN,
        "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
        "ro": "a<ă<â i<î s<ș s<ş t<ț t<ţ",
        "sk": "a<ä c<č h<ch o<ô r<ř s<š z<ž",
        "sl": "c<č<ć d<đ s<š z<ž",
        "sr-Latn": _CROATIAN,
        "sv": f"{_NORDIC} z<å<ä=æ=ę<ö=ø=ő=œ=ô",
        "th": "ฯ=ํ าฯ=ำ",
        "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
        "uk": "г<ґ і<ї",
        "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
    }
)
"""Language tag → groups of letters, in small ones: `z<å<ä=æ` has å sorted behind z, ä behind å, and
æ as ä but for an accent. Several letters together are one letter behind `<` or `=` (`h<ch`), and
as many as they are in the first place (`th=þ`)."""

MARKS_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "vi": "\u0300\u0309\u0303\u0301\u0323",
        "fa": "\u064e\u0650\u064f\u064b\u064d\u064c",
    }
)
"""Language → its marks, where they come in another order than in the root."""

FIRST_SCRIPTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("ru", "uk", "bg", "sr", "mn"), "\u0400-\u052f"),
        **dict.fromkeys(("ar", "fa"), "\u0600-\u06ff"),
        "el": "\u0370-\u03ff\u1f00-\u1fff",
        "he": "\u0590-\u05ff",
        "hi": "\u0900-\u097f",
        "hy": "\u0530-\u058f",
        "ka": "\u10a0-\u10ff",
        "km": "\u1780-\u17ff",
        "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
        "th": "\u0e00-\u0e7f",
        "zh": "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    }
)
"""Language → the script that is sorted before all others, as ranges of letters."""

BACKWARDS: Final = frozenset({"fr-CA"})
"""Where the last accent that differs decides, not the first (`côte` before `coté`)."""

CAPITALS_FIRST: Final = frozenset({"da"})
"""Where a capital comes before a small letter in names that are else the same."""

WITHOUT_SPACES: Final = frozenset({"th"})
"""Where spaces do not count."""
