"""What LaTeX commands in bibliographies stand for: accents, letters, symbols, font commands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
        ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
        "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361", "U": "\u030e", "G": "\u030f",
        "acute": "\u0301", "grave": "\u0300", "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304",
        "breve": "\u0306", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
    }
)  # fmt: skip
"""Accent command → combining mark put on the letter that follows."""

MARKUP: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("emph", "textit", "textsl", "mathit"), ("<i>", "</i>")),
        **dict.fromkeys(("textbf", "mathbf"), ("<b>", "</b>")),
        "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
        "textsuperscript": ("<sup>", "</sup>"),
        "textsubscript": ("<sub>", "</sub>"),
        "enquote": ("“", "”"),
        "textquote": ("“", "”"),
        "germanquote": ("„", "“"),  # what the reader makes of enquote in German
        "mkbibquote": ("“", "”"),
        "mkbibemph": ("<i>", "</i>"),
    }
)
"""Command with one argument → what CSL's rich text puts before and after it."""

SWITCHES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("em", "it", "itshape", "sl"), MARKUP["emph"]),
        **dict.fromkeys(("bf", "bfseries"), MARKUP["textbf"]),
        **dict.fromkeys(("sc", "scshape"), MARKUP["textsc"]),
    }
)
"""Command that holds to the end of its group → the same."""

# Upright, and leaning in capitals, they have names of their own.
_GREEK: Mapping[str, str] = MappingProxyType(
    {
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ",
        "varepsilon": "ε", "vartheta": "ϑ", "varpi": "ϖ", "varrho": "ϱ", "varsigma": "ς",
        "varkappa": "ϰ", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ",
        "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
        "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ",
        "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
        "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    }
)  # fmt: skip

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        # letters
        **_GREEK,
        **{f"text{name}": letter for name, letter in _GREEK.items()},
        **{f"up{name}": letter for name, letter in _GREEK.items()},
        **{f"var{name}": letter for name, letter in _GREEK.items() if name.istitle()},
        "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
        "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
        "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
        # characters that are special in LaTeX
        "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\",
        "backslash": "\\", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{",
        "rbrace": "}", "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_",
        "textdollar": "$", "textampersand": "&", "textpercent": "%", "textasteriskcentered": "*",
        "textasciigrave": "`", "textquotedbl": '"', "textquotesingle": "'", "slash": "/",
        "textnumbersign": "#", "sim": "~",
        # quotation marks and dashes
        "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
        "textquotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "glqq": "„",
        "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›",
        "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
        "og": "«\u00a0", "fg": "\u00a0»", "guilsinglleft": "‹", "guilsinglright": "›",
        "lq": "‘", "rq": "’", "textendash": "–", "textemdash": "—", "emdash": "—",
        "endash": "–", "Dash": "—", "dash": "–",  # these four are TUGboat's and Beebe's own
        "textexclamdown": "¡",
        "textquestiondown": "¿", "dots": "…", "ldots": "…", "textellipsis": "…", "cdots": "⋯",
        # signs
        "S": "§", "P": "¶", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
        "EUR": "€", "textyen": "¥", "textcent": "¢", "copyright": "©", "textcopyright": "©",
        "textregistered": "®", "texttrademark": "™", "dag": "†",
        "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "textbullet": "•",
        "textperiodcentered": "·", "cdot": "·", "textdegree": "°", "degree": "°", "deg": "°",
        "textordfeminine": "ª", "textordmasculine": "º", "textnumero": "№", "textmu": "µ",
        "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
        "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e",
        "ConTeXt": "ConTeXt", "AmSTeX": "AmS-TeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
        # spaces
        "newline": " ", "linebreak": " ", "par": " ", "hfill": " ", "tabularnewline": " ",
        "space": " ", "quad": " ", "qquad": " ", "thinspace": "\u2009", "nobreakspace": "\u00a0",
        # maths
        "hookrightarrow": "↪", "hookleftarrow": "↩", "longleftarrow": "⟵", "Uparrow": "⇑",
        "Downarrow": "⇓", "updownarrow": "↕", "longleftrightarrow": "⟷", "Longrightarrow": "⟹",
        "Longleftarrow": "⟸", "Longleftrightarrow": "⟺", "nearrow": "↗", "searrow": "↘",
        "swarrow": "↙", "nwarrow": "↖", "leadsto": "⇝", "rightleftharpoons": "⇌",
        "rightharpoonup": "⇀", "leftharpoonup": "↼", "twoheadrightarrow": "↠", "gets": "←",
        "sqcup": "⊔", "sqcap": "⊓", "uplus": "⊎", "odot": "⊙", "ominus": "⊖", "oslash": "⊘",
        "ltimes": "⋉", "rtimes": "⋊", "wr": "≀", "amalg": "⨿", "diamond": "⋄", "boxtimes": "⊠",
        "models": "⊨", "vdash": "⊢", "dashv": "⊣", "top": "⊤", "bot": "⊥", "prec": "≺",
        "succ": "≻", "preceq": "⪯", "succeq": "⪰", "asymp": "≍", "doteq": "≐", "nmid": "∤",
        "subsetneq": "⊊", "sqsubseteq": "⊑", "land": "∧", "lor": "∨", "nexists": "∄",
        "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigotimes": "⨂", "coprod": "∐",
        "iint": "∬", "iiint": "∭", "Box": "□", "Diamond": "◇", "lozenge": "◊", "hslash": "ℏ",
        "flat": "♭", "sharp": "♯", "natural": "♮", "imath": "ı", "jmath": "ȷ", "surd": "√",
        "therefore": "∴", "because": "∵", "checkmark": "✓", "bigstar": "★", "beth": "ℶ",
        "textperthousand": "‰", "textminus": "−", "textonesuperior": "¹", "textrightarrow": "→",
        "texttwosuperior": "²", "textthreesuperior": "³", "textleftarrow": "←", "textsection": "§",
        "textparagraph": "¶", "textinterrobang": "‽", "textschwa": "ə", "textestimated": "℮",
        "times": "×", "textmultiply": "×", "div": "÷", "pm": "±", "textpm": "±", "mp": "∓",
        "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈",
        "equiv": "≡", "cong": "≅", "simeq": "≃", "ll": "≪", "gg": "≫", "leqslant": "≤",
        "geqslant": "≥", "lesssim": "≲", "gtrsim": "≳", "perp": "⊥", "parallel": "∥", "angle": "∠",
        "otimes": "⊗", "oplus": "⊕", "wedge": "∧", "vee": "∨", "neg": "¬", "lnot": "¬",
        "setminus": "∖", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "ni": "∋", "mapsto": "↦",
        "longrightarrow": "⟶", "uparrow": "↑", "downarrow": "↓", "iff": "⇔", "implies": "⇒",
        "Leftrightarrow": "⇔", "oint": "∮", "aleph": "ℵ", "Re": "ℜ", "Im": "ℑ", "wp": "℘",
        "vert": "|", "Vert": "‖", "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖",
        "lbrack": "[", "rbrack": "]", "colon": ":", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
        "rceil": "⌉", "bullet": "•", "dagger": "†", "ddagger": "‡", "vdots": "⋮", "ddots": "⋱",
        "complement": "∁", "varnothing": "∅", "triangle": "△", "square": "□", "ohm": "Ω",
        "textohm": "Ω", "celsius": "°C", "textcelsius": "°C", "mathsemicolon": ";",
        "propto": "∝", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑",
        "prod": "∏", "int": "∫", "sqrt": "√", "in": "∈", "notin": "∉", "subset": "⊂",
        "cup": "∪", "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃", "to": "→",
        "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
        "Leftarrow": "⇐", "circ": "∘", "prime": "′", "ell": "ℓ", "hbar": "ℏ", "star": "⋆",
        "ast": "∗", "lt": "<", "gt": ">", "langle": "⟨", "rangle": "⟩", "mid": "|",
    }
)  # fmt: skip
"""Command without argument → its character."""

OPERATORS = frozenset(
    """arccos arcsin arctan arg argmax argmin bmod cos cosh cot coth csc det dim exp gcd hom inf
    ker lg lim liminf limsup ln log max min mod Pr rank sec sin sinh sup tan tanh tr var""".split()
)
"""Commands that print their own name, as in `\\log n`."""

FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "nicefrac", "sfrac", "textfrac"})
"""Commands with a numerator and a denominator."""

SILENT = frozenset(
    """vspace hspace label noopsort color selectlanguage href fontsize setcounter pdfbookmark
    vphantom phantom hphantom""".split()
)
"""Commands whose (first) argument is no text of the value."""

ASIDES = frozenset({"footnote", "footnotetext", "thanks", "marginpar", "todo"})
"""Commands whose argument is a text beside the value."""

INVISIBLE = frozenset(
    """bgroup egroup protect relax noindent null strut displaystyle textstyle scriptstyle limits
    nolimits left right big Big bigl bigr Bigl Bigr bigg Bigg rm tt sf up upshape normalfont
    normalsize tiny scriptsize footnotesize small large Large LARGE huge Huge mdseries sffamily
    rmfamily ttfamily frenchspacing break nobreak allowbreak penalty unskip ignorespaces sloppy
    raggedright centering boldmath unboldmath tiny cal mit bfserie xspace hskip kern
    nolinebreak pagebreak smallskip medskip bigskip vfill clearpage ensuremath""".split()
)
"""Commands that change how text looks or breaks and print nothing."""


def is_known_command(name: str) -> bool:
    """Whether it is known what the command with this name, letters without a backslash, prints."""
    return (
        name in SYMBOLS
        or name in ACCENTS
        or name in MARKUP
        or name in SWITCHES
        or name in OPERATORS
        or name in FRACTIONS
        or name in SILENT
        or name in ASIDES
        or name in INVISIBLE
    )
