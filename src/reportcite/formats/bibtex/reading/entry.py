"""One entry of a .bib file, BibTeX's or biblatex's, as a record; LaTeX text is decoded."""

from __future__ import annotations

from collections.abc import Callable

from reportcite.errors import Place
from reportcite.formats.bibtex.fields import (
    AUTHOR_TYPE,
    EDITOR_TYPES,
    FALLBACK_TYPE,
    GENRES_OF_ENTRIES,
    READ_TYPES,
    FieldKind,
    targets,
)
from reportcite.formats.bibtex.localisation import localised
from reportcite.formats.bibtex.notation import notation
from reportcite.formats.bibtex.reading.joined import (
    JOINED_TITLES,
    OF_EPRINTS,
    SUBTITLES,
    clean_titles,
    csl_type_of,
    raw_of,
    read_eprint,
    read_issued,
    read_options,
    read_stated_language,
    rename_together,
    text_of,
)
from reportcite.formats.bibtex.reading.parse import ParsedEntry
from reportcite.formats.bibtex.reading.steps import PEOPLE, Step, is_of_biblatex, steps_of
from reportcite.formats.bibtex.reading.texts import (
    is_doubtful,
    is_title,
    latex_meant,
    read_text,
    read_title,
    reader_of,
)
from reportcite.formats.bibtex.values import (
    Published,
    decode_line,
    published,
    told_apart,
    writing_advice,
)
from reportcite.formats.bibtex.writing.own import PROGRAM, keep
from reportcite.formats.rules import LATEX_COMMAND, SECOND_VALUE
from reportcite.formats.writing.keys import safe_key
from reportcite.formats.writing.one_line import STRIPPED, one_line
from reportcite.problems import Problem, Rule
from reportcite.record.assemble.record import assemble
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.rules import CONTROL_CHARACTER, TITLE_LANGUAGE, UNKNOWN_TYPE
from reportcite.record.untyped import Places, Untyped, UntypedRecord
from reportcite.values.language import primary_language
from reportcite.values.pages import is_tex_range
from reportcite.values.title import join_title, needed_protection

_OF_TITLES = {"title": ("titlesubtitle",)} | {
    name: (subtitle,) for name, subtitle in SUBTITLES.items() if name != "title"
}


class Manner:
    """How the entries of a file are read: the language of those that state none, "" for no
    opinion, and whether it has been said what follows from that."""

    __slots__ = ("assumed_language", "told")

    def __init__(self, assumed_language: str = "") -> None:
        self.assumed_language = assumed_language
        self.told = False


def record_of(
    entry: ParsedEntry, name: str, manner: Manner, name_of: Callable[[Record], str]
) -> Record:
    """The record an entry stands for; one without a key is named by `name_of`."""
    return assemble(_Reading(entry, name, manner).untyped(), name_of)


class _Reading:
    """One entry on its way to becoming a record: which of its fields hold which variables."""

    def __init__(self, entry: ParsedEntry, name: str, manner: Manner) -> None:
        self.entry = entry
        self.source = entry.fields
        self.name = name
        self.manner = manner
        self.type = csl_type_of(entry)
        self.fields: dict[str, Untyped] = {}
        self.places: Places = {}
        self.own: dict[str, str] = {}
        self.problems: list[Problem] = list(entry.problems)
        self.advice: list[Problem] = []
        self.language = ""
        self.is_english = False
        self.is_biblatex = is_of_biblatex(entry.type, entry.fields)

    def untyped(self) -> UntypedRecord:
        """The fields of the record, and those without a variable in `custom`."""
        self.rename()
        self.read_language()
        steps, left = steps_of(self.type, *self.source)
        for step in steps:
            self.take(step)
        self.known_type()
        if issued := read_issued(self.source):
            self.put(issued.field_name, "issued", issued.value)
        if not OF_EPRINTS.isdisjoint(self.source):
            for field_name, variable, text in read_eprint(self.source, self.fields):
                self.put(field_name, variable, text)
        for field_name in left:
            self.keep(field_name)
        drops, options = read_options(self.raw("options"))
        if options:
            self.own["options"] = options
        fields: dict[str, Untyped] = {"type": self.type, **self.fields}
        if key := safe_key(self.entry.key):
            fields = {"id": key, **fields, "citation-key": key}
        if self.own:
            fields |= kept(PROGRAM, self.own)
        return UntypedRecord(
            fields,
            Place(self.name, self.entry.line, 1),
            notation("dropping-particle" if drops else "non-dropping-particle"),
            key,
            problems=self.problems,
            places=self.places,
            advice=self.advice,
        )

    # --- fields that mean something else in company ------------------------------------------

    def rename(self) -> None:
        """Call the fields by what they mean beside the others."""
        source = self.source
        if "booktitle" in source and self.type == "book":
            self.own_booktitle()
        if not JOINED_TITLES.isdisjoint(source):
            for field_name in clean_titles(source):
                self.control_character(field_name)
        rename_together(source, self.type)
        for people, role in PEOPLE.items():
            if people in source:
                field_name = self.field_of_people(role)
                if field_name and field_name not in source:
                    source[field_name] = source.pop(people)
                elif role in source and self.raw(role).strip().lower() != people:
                    self.keep(role)

    def field_of_people(self, role: str) -> str:
        """The field of those whose role the field `role` names; "" where CSL has none for them, and
        for authors that are not what `AUTHOR_TYPE` says."""
        said = self.raw(role).strip().lower()
        if role == "authortype" and said != AUTHOR_TYPE:
            return ""
        variable = EDITOR_TYPES.get(said, "")
        return targets(self.type, "biblatex")[variable].field if variable else ""

    def own_booktitle(self) -> None:
        """`booktitle` of a volume is there for those that inherit it, or is its title."""
        source = self.source
        source.setdefault("title", source["booktitle"])
        if self.text("title") != self.text("booktitle"):
            self.notice(SECOND_VALUE, "booktitle", "is not cited: a volume has its own title")
            self.keep("booktitle")
        del source["booktitle"]

    # --- texts -------------------------------------------------------------------------------

    def raw(self, field_name: str) -> str:
        return raw_of(self.source, field_name)

    def text(self, field_name: str) -> str:
        return text_of(self.source, field_name)

    def decoded(self, field_name: str, raw: str) -> str:
        """The text of a field; what is lost of it is reported."""
        text, lost = read_text(raw, self.language)
        self.lost(field_name, lost)
        return text

    def title(self, field_name: str, raw: str) -> str:
        """The text of a title; where it is English, in sentence case but for what is in braces."""
        text, whole, lost = read_title(raw, self.language, is_english=self.is_english)
        self.lost(field_name, lost)
        if field_name == "title" and not (whole or self.is_english):
            self.doubt_language(text)
        return needed_protection(text)

    def doubt_language(self, title: str) -> None:
        """Say once for a file what follows where no language is stated."""
        if self.manner.told or self.manner.assumed_language or "language" in self.fields:
            return
        if is_doubtful(title):
            self.manner.told = True
            hint = "state the language of the entries, or say --assume-language en"
            place = Place(self.name, self.source["title"].line, 1)
            self.problems.append(TITLE_LANGUAGE.found(_UNSTATED, hint, place))

    def lost(self, field_name: str, commands: tuple[str, ...]) -> None:
        if commands:
            what = ", ".join(commands[:5])
            self.notice(LATEX_COMMAND, field_name, f"has {what}, which is left out")

    def notice(self, rule: Rule, field_name: str, what: str) -> None:
        place = Place(self.name, self.source[field_name].line, 1)
        self.problems.append(rule.found(f"{field_name[:80]} {what}", place=place))

    def control_character(self, field_name: str) -> None:
        """Say that what is neither text nor layout is left out."""
        place = Place(self.name, self.source[field_name].line, 1)
        message = f"a control character in {field_name[:80]} is left out"
        self.problems.append(CONTROL_CHARACTER.found(message, "delete it", place))

    def advise(self, field_name: str, variable: str, kind: FieldKind) -> None:
        """Say how a field that is understood had better be written in the file."""
        value = self.source[field_name]
        place = Place(self.name, value.line, 1)
        for problem in writing_advice(value.text, kind):
            fix = problem.fix and problem.fix._replace(as_written=True)
            self.advice.append(problem._replace(fix=fix).about(variable, place))

    # --- one field ---------------------------------------------------------------------------

    def put(self, field_name: str, variable: str, value: Untyped) -> None:
        if value:
            self.fields[variable] = value
            self.places[variable] = (self.source[field_name].line, 1)

    def keep(self, field_name: str) -> None:
        """Keep a field that is no variable's, as LaTeX."""
        self.own[field_name] = keep(self.raw(field_name))

    def take(self, step: Step) -> None:
        field_name, variable, kind = step
        raw = self.source[field_name].text
        # Nearly all raw texts are soon seen to be as they should, and this runs for each.
        if "&" in raw or "  " in raw or (kind is FieldKind.PAGES and not is_tex_range(raw)):
            self.advise(field_name, variable, kind)
        is_odd = not raw.isprintable() and kind is not FieldKind.NAMES  # in names it stays
        if is_odd and one_line(raw)[1] == STRIPPED:
            self.control_character(field_name)
        if variable in self.fields:
            self.second(field_name, variable, raw)
        elif kind is FieldKind.NAMES:
            self.put(field_name, variable, latex_meant(raw, self.language))
        elif kind is FieldKind.DATE:
            self.put(field_name, variable, raw)
        elif field_name == "howpublished":
            self.published(step, published(raw))
        elif variable in ("ISBN", "ISSN") and not field_name.startswith("csl-"):
            self.number(field_name, variable, self.decoded(field_name, raw))
        else:
            self.put(field_name, variable, self.string(step))

    def published(self, step: Step, found: Published) -> None:
        """What `howpublished` says: where a page is, when it was seen, or who published it."""
        from reportcite.values.texts.access_note import read_access_note  # few entries need it

        name, text = step.field_name, found.text if found.url else self.string(step)
        said = None if self.raw("urldate") else read_access_note(text.lstrip(" ,.;"))
        if said and said.accessed and not said.url:
            parts = [*map(str, said.accessed["date-parts"][0]), "", ""]
            self.put(name, "accessed", dict(zip(("year", "month", "day"), parts, strict=False)))
        else:
            self.put(name, step.variable, text)
        if found.url and self.raw("url") and self.text("url") != found.url:
            self.notice(SECOND_VALUE, name, "has a link that is left out: see url")
        elif found.url and "URL" not in self.fields:
            self.put(name, "URL", found.url)

    def second(self, field_name: str, variable: str, raw: str) -> None:
        """A second field for what a first one said: told and kept, where it says something else."""
        if decode_line(latex_meant(raw, self.language)) != self.fields[variable]:
            if field_name not in _ALSO:
                what = f"is not cited: {variable} has a value"
                self.notice(SECOND_VALUE, field_name, what)
            self.keep(field_name)

    def number(self, field_name: str, variable: str, text: str) -> None:
        """An ISBN or ISSN: which of them it is, form and check digit say."""
        for kind, number in told_apart(text, variable, self.type).items():
            if kind not in self.fields:
                self.put(field_name, kind, number)
            elif number != self.fields[kind]:
                self.second(field_name, kind, self.raw(field_name))

    def string(self, step: Step) -> str:
        field_name = step.field_name
        raw = self.source[field_name].text
        if is_title(step, self.type, has_journal="journaltitle" in self.source):
            text = self.title(field_name, raw)
        else:
            text, lost = reader_of(step, self.type, self.is_biblatex)(raw, self.language)
            self.lost(field_name, lost)
        for behind in _OF_TITLES.get(field_name, ()):
            if behind in self.source:
                text = join_title(text, self.title(behind, self.raw(behind)))
        return text

    # --- the entry as a whole ----------------------------------------------------------------

    def known_type(self) -> None:
        """What the entry type says beyond the type of the record, or that it says nothing."""
        kind = self.entry.type
        if kind in GENRES_OF_ENTRIES and "type" not in self.source:
            self.fields.setdefault("genre", localised("genre", kind, self.language))
        if kind not in READ_TYPES and self.type == FALLBACK_TYPE:
            message = f"@{kind[:80]} is no entry type of BibTeX or biblatex; it is read as @misc"
            place = Place(self.name, self.entry.line, 1)
            hint = "use a type such as @book, @report or @online"
            self.problems.append(UNKNOWN_TYPE.of("bibtex").found(message, hint, place=place))

    def read_language(self) -> None:
        tag = self.manner.assumed_language
        if found := read_stated_language(self.source):
            stated, tag = found
            self.put(stated.field_name, "language", stated.value)
        self.language = tag
        self.is_english = primary_language(tag).lower() == "en"


_UNSTATED = (
    "no language is stated, so English titles in title case stay so: styles that want sentence "
    "case, such as APA, print them in title case"
)
_ALSO = frozenset(
    """author_keywords isbn-13 isbn13 isbn10 eissn e-issn journal-iso abbrev_source_title
    journalabbr""".split()
)
"""Fields of databases that say once more what others say: kept without a word."""
