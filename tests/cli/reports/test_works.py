"""Which records are one work is told as text or as a table, and keys as a list."""

from __future__ import annotations

from reportcite.batch.grouping.gathered import Member
from reportcite.batch.work.noting import Named
from reportcite.cli.reports.works import MergedWork, key_head, key_lines, report_format
from reportcite.errors import Place
from reportcite.record.works.judge import Likeness

ALIKE = Likeness(97, ("same title", "same year"), "", ())
FIRST = Named("a", "", Place("a.bib", 3), "=Soil")
SECOND = Named("b", "=b", Place("b.ris", 7), "Soil")
WORK = MergedWork(1, "a", [Member(0, FIRST, 0, None), Member(4, SECOND, 0, ALIKE)])


def test_text_names_each_record_with_score_and_reasons() -> None:
    form = report_format("report.txt")
    assert form.head() == ""
    assert form.work(WORK) == (
        "a: =Soil\n  a in a.bib:3\n  =b in b.ris:7: 97 (same title, same year) with a\n"
    )
    long = Named("a", "", Place("a.bib", 3), "x" * 200 + "\x1b")
    text = form.work(MergedWork(1, "a", [Member(0, long, 0, None)]))
    assert text.startswith(f"a: {'x' * 100}…\n")


def test_a_table_has_a_row_for_each_record_and_no_formulas() -> None:
    form = report_format("report.CSV")
    assert form.head() == "work,score,reasons,like,key,new-key,file,line,title\r\n"
    assert form.work(WORK) == (
        "1,,,,a,a,a.bib,3,'=Soil\r\n1,97,same title; same year,a,'=b,a,b.ris,7,Soil\r\n"
    )


def test_the_list_of_keys_has_ids_and_citation_keys_as_they_are() -> None:
    assert key_head() == "old,new,file,line\r\n"
    assert key_lines([FIRST, SECOND], "a", "k") == (
        "a,a,a.bib,3\r\nb,a,b.ris,7\r\n=b,k,b.ris,7\r\n"
    )
    same = Named("a", "a", Place("a.bib", 3), "")
    assert key_lines([same], "x", "x") == "a,x,a.bib,3\r\n"
