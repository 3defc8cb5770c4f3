"""Writers: one finished stream of tokens in every output language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl import Cite, Processor
from reportcite.csl.text.punctuation import MARKUP
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write import OUTPUT_LANGUAGES, BibliographySpacing, writer
from reportcite.errors import UsageError
from tests.csl.references import report
from tests.csl.style_xml import citation, style_xml

ITALIC = Open(font_style="italic")
BOLD = Open(font_weight="bold")
MARKED_ITALIC = Open(font_style="italic", tag=MARKUP)
BLOCKS: Tokens = [
    Open(display="left-margin"), "[1]", CLOSE,
    Open(display="right-inline"), "Title.", CLOSE,
    Open(display="indent"), "Abstract.", CLOSE,
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("text", "A Title, 2nd"),
        ("html", "<b>A</b> <i>Title</i>, 2<sup>nd</sup>"),
        ("markdown", "**A** *Title*, 2^nd^"),
        ("rtf", "{\\b A} {\\i Title}, 2{\\super nd}"),
        ("latex", "\\textbf{A} \\textit{Title}, 2\\textsuperscript{nd}"),
        ("typst", "#strong[A]; #emph[Title];, 2#super[nd];"),
        ("rst", "**A** *Title*\\ , 2\\ :sup:`nd`"),
        ("org", "\u200b*A*\u200b \u200b/Title/\u200b, 2^{nd}"),
    ],
)
def test_formats(name: str, output: str) -> None:
    tokens: Tokens = [BOLD, "A", CLOSE, " ", ITALIC, "Title", CLOSE, ", 2"]
    tokens += [Open(vertical_align="sup"), "nd", CLOSE]
    assert writer(name).tokens(tokens) == output


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("html", '<i>One <span style="font-style:normal;">Two</span> Three</i>'),
        ("markdown", "*One* Two *Three*"),
        ("rtf", "{\\i One }Two{\\i  Three}"),
        ("latex", "\\textit{One }Two\\textit{ Three}"),
    ],
)
def test_markup_within_its_like_turns_back_to_normal(name: str, output: str) -> None:
    tokens: Tokens = [ITALIC, "One ", MARKED_ITALIC, "Two", CLOSE, " Three", CLOSE]
    assert writer(name).tokens(tokens) == output


def test_a_style_that_asks_twice_gets_it_twice() -> None:
    assert writer("html").tokens([ITALIC, ITALIC, "a", CLOSE, CLOSE]) == "<i><i>a</i></i>"


def test_normal_is_written_only_where_it_undoes_something() -> None:
    normal = Open(font_style="normal")
    html = writer("html").tokens
    assert html([normal, "a", CLOSE]) == "a"
    assert html([ITALIC, normal, "a", CLOSE, CLOSE]) == (
        '<i><span style="font-style:normal;">a</span></i>'
    )


def test_html_nests_the_formats_of_one_span_in_a_fixed_order() -> None:
    everything = Open("italic", "small-caps", "bold", "underline", "sup")
    assert writer("html").tokens([everything, "a", CLOSE]) == (
        '<sup><span style="text-decoration:underline;"><b>'
        '<span style="font-variant:small-caps;"><i>a</i></span></b></span></sup>'
    )


@pytest.mark.parametrize("name", OUTPUT_LANGUAGES)
def test_empty_spans_print_nothing(name: str) -> None:
    assert writer(name).tokens([ITALIC, BOLD, CLOSE, CLOSE, Open(tag="fixed"), CLOSE]) == ""


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("text", "[1] Title.\n    Abstract."),
        ("markdown", "\\[1\\] Title.\\\nAbstract."),
        ("rtf", "[1]\\tab Title.\\line \\tab Abstract."),
        ("latex", "{[}1{]} Title.\\newline \\hspace*{2em}Abstract."),
        ("typst", "\\[1\\] Title. \\\n#h(2em);Abstract."),
        ("rst", "| \\[1\\] Title.\n| Abstract."),
        ("org", "\\lbrack{}1\\rbrack{} Title. \\\\\nAbstract."),
    ],
)
def test_blocks_stand_on_their_own_lines(name: str, output: str) -> None:
    assert writer(name).tokens(BLOCKS) == output


def test_html_has_a_div_for_each_block() -> None:
    html = writer("html")
    body = html.bibliography([html.entry(html.tokens(BLOCKS), "")], BibliographySpacing())
    assert body == (
        '<div class="csl-bib-body">\n'
        '  <div class="csl-entry">\n'
        '    <div class="csl-left-margin">[1]</div><div class="csl-right-inline">Title.</div>\n'
        '  <div class="csl-indent">Abstract.</div>\n'
        "  </div>\n"
        "</div>"
    )


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("text", "see a_b."),
        ("html", 'see <i><a href="https://x.org/(a)?b=%22&#38;c#d_e">a_b</a></i>.'),
        ("markdown", "see [*a\\_b*](https://x.org/%28a%29?b=%22&c#d_e)."),
        (
            "rtf",
            'see {\\field{\\*\\fldinst{HYPERLINK "https://x.org/%28a%29?b=%22&c#d_e"}}'
            "{\\fldrslt{{\\i a_b}}}}.",
        ),
        ("latex", "see \\href{https://x.org/\\%28a\\%29?b=\\%22\\&c\\#d\\_e}{\\textit{a\\_b}}."),
        ("typst", 'see #link("https://x.org/%28a%29?b=%22&c#d_e")[#emph[a\\_b];];.'),
        ("org", "see [[https://x.org/%28a%29?b=%22&c#d_e][\u200b/a\\under{}b/\u200b]]."),
        ("rst", "see `a\\_b <https://x.org/%28a%29?b=%22&c#d_e>`__\\ ."),
    ],
)
def test_links(name: str, output: str) -> None:
    link = Open(href="https://x.org/(a)?b=%22&c#d_e")
    tokens: Tokens = ["see ", ITALIC, link, "a_b", CLOSE, CLOSE, "."]

    assert writer(name).tokens(tokens) == output


def test_html_sets_superscript_letters_as_elements() -> None:
    assert writer("html").escape("1ʳᵉ ™") == "1<sup>r</sup><sup>e</sup> <sup>TM</sup>"


@pytest.mark.parametrize("name", OUTPUT_LANGUAGES)
def test_a_bibliography_holds_its_entries_in_order(name: str) -> None:
    entries = ["First", "Second"]
    spacing = BibliographySpacing(hanging_indent=True, second_field_align="flush", max_offset=3)
    body = writer(name).bibliography(entries, spacing)
    assert body.index("First") < body.index("Second")


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("markdown", ".hanging-indent"),
        ("rtf", "\\fi-720"),
        ("latex", "\\hangindent"),
        ("typst", "hanging-indent: 2em"),
    ],
)
def test_hanging_indents_reach_the_page(name: str, sign: str) -> None:
    assert sign in writer(name).bibliography(["a"], BibliographySpacing(hanging_indent=True))
    assert sign not in writer(name).bibliography(["a"], BibliographySpacing())


def test_an_unknown_language_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="latex"):
        writer("latx")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("markdown", "1. item"),
        ("markdown", "- item"),
        ("markdown", "=== x"),
        ("org", "1) item"),
        ("org", "- item"),
        ("rst", "a. item"),
        ("rst", "-v option"),
        ("rst", "....."),
    ],
)
def test_no_entry_begins_a_list_or_a_heading(name: str, text: str) -> None:
    written = writer(name).tokens([text])
    assert written[0] in "\\\u200b" or re.match(r"\(?\w+\\", written)


# A letter that the language reads as markup, when no escape stands before it.
UNESCAPED = {
    "text": r"(?!)",
    "html": r"[<>]|&(?!#\d+;)",
    "markdown": r"(?<!\\)(?:\\\\)*(?<!\\)[`*_\[\]{}<>#|~^$&@\"']",
    "rtf": r"(?<!\\)(?:\\\\)*(?<!\\)[{}]|[^ -~]",
    "latex": r"(?<!\\)[$&#%_]|[\^~\"'`]",
    "typst": r"(?<!\\)(?:\\\\)*(?<!\\)[#$*_`@<>\[\]\"'/=~(){}]",
    "org": r"[*/_+=~^|<>\[\]$#:]",
    "rst": r"(?<!\\)(?:\\\\)*(?<!\\)[`*_|<>:\[\]]",
}
hostile = st.text(alphabet="ab1 \\{}[]()<>#$%&*_^~`'\"|@/=+-.:!é\x1b\x07\x9b\n\t")


@pytest.mark.parametrize("name", OUTPUT_LANGUAGES)
@given(text=hostile)
def test_no_letter_of_a_text_is_read_as_markup(name: str, text: str) -> None:
    written = writer(name).escape(text)
    assert re.search(UNESCAPED[name], written) is None


@pytest.mark.parametrize("name", OUTPUT_LANGUAGES)
@given(text=st.text())
def test_control_characters_never_reach_the_output(name: str, text: str) -> None:
    for written in (writer(name).escape(text), writer(name).tokens([ITALIC, text, CLOSE])):
        assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", written) is None


@given(st.text())
def test_rtf_is_ascii_and_keeps_every_letter(text: str) -> None:
    written = writer("rtf").escape(text.replace("\\", ""))
    assert written.isascii()
    codes = [int(code) & 0xFFFF for code in re.findall(r"\\u(-?\d+)\\'3f", written)]
    letters = b"".join([code.to_bytes(2, "little") for code in codes]).decode(
        "utf-16-le", "surrogatepass"
    )
    shown = [c for c in text if ord(c) > 0x7E and not re.match("[\x7f-\xa0\u2028\u2029]", c)]
    assert letters == "".join(shown)


@pytest.mark.parametrize(
    ("title", "italic"),
    [
        ("中国哲学史", False),
        ("한국어 책", False),
        ("中国 history", True),
        ("Война", True),
        ("Été", True),
    ],
)
def test_a_script_without_italics_is_set_upright(title: str, italic: bool) -> None:
    layout = '<text variable="title" font-style="italic" font-weight="bold"/>'
    processor = Processor(style_xml(citation(layout)), output="html")
    processor.register([report("x", title=title)])

    assert ("<i>" in processor.citation([Cite("x")])) is italic


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("text", "A & B_1"),
        ("html", "<h2>A &#38; B_1</h2>"),
        ("markdown", "## A \\& B\\_1 {.unnumbered}"),
        ("rtf", "\\pard\\keepn\\outlinelevel1\\sb240\\sa120 {\\b A & B_1}\\par\n"),
        ("latex", "\\subsection*{A \\& B\\_1}\\csname @nobreakfalse\\endcsname"),
        ("typst", "#heading(level: 2, numbering: none)[A & B\\_1]"),
        ("rst", "A & B\\_1\n--------"),
        ("org", "** A & B\\under{}1"),
    ],
)
def test_headings(name: str, output: str) -> None:
    assert writer(name).heading("A & B_1") == output


def test_the_line_below_a_title_is_as_wide_as_its_letters() -> None:
    assert writer("rst").heading("中文A") == "中文A\n-----"


@pytest.mark.parametrize("name", OUTPUT_LANGUAGES)
def test_headings_and_bibliographies_make_one_document(name: str) -> None:
    made = writer(name)
    parts = [made.heading("A"), made.bibliography([made.entry("x", "")], BibliographySpacing())]
    whole = made.join(parts * 2)
    if name == "rtf":
        assert whole.count("{\\rtf1") == 1
        assert whole.startswith("{\\rtf1") and whole.endswith("x\\par\n}")
        assert whole.count("{") == whole.count("}")
    else:
        between = "\n" if name == "html" else "\n\n"
        assert whole == between.join(parts * 2)
