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

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        # letters
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
        "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
        "lq": "‘", "rq": "’", "textendash": "–", "textemdash": "—", "textexclamdown": "¡",
        "textquestiondown": "¿", "dots": "…", "ldots": "…", "textellipsis": "…", "cdots": "⋯",
        # signs
        "S": "§", "P": "¶", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
        "EUR": "€", "textyen": "¥", "textcent": "¢", "copyright": "©", "textcopyright": "©",
        "textregistered": "®", "texttrademark": "™", "dag": "†",
        "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "textbullet": "•",
        "textperiodcentered": "·", "cdot": "·", "textdegree": "°", "degree": "°", "deg": "°",
        "textordfeminine": "ª", "textordmasculine": "º", "textnumero": "№", "textmu": "µ",
        "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
        "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
        # spaces
        "space": " ", "quad": " ", "qquad": " ", "thinspace": "\u2009", "nobreakspace": "\u00a0",
        # maths
        "times": "×", "textmultiply": "×", "div": "÷", "pm": "±", "textpm": "±", "mp": "∓",
        "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈",
        "equiv": "≡", "propto": "∝", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑",
        "prod": "∏", "int": "∫", "sqrt": "√", "in": "∈", "notin": "∉", "subset": "⊂",
        "cup": "∪", "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃", "to": "→",
        "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
        "Leftarrow": "⇐", "circ": "∘", "prime": "′", "ell": "ℓ", "hbar": "ℏ", "star": "⋆",
        "ast": "∗", "lt": "<", "gt": ">", "langle": "⟨", "rangle": "⟩", "mid": "|",
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ",
        "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ",
        "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
        "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ",
        "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
        "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    }
)  # fmt: skip
"""Command without argument → its character."""
