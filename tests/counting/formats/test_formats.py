"""Files of ballots: what is written is read again, the quick way equals the careful one, and errors name their line."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.condorcet import schulze
from symbiosis.counting.formats import blt
from symbiosis.counting.formats.abif import read_abif, write_abif
from symbiosis.counting.formats.blt import read_blt, write_blt
from symbiosis.counting.formats.election import Election, Unreadable
from symbiosis.counting.formats.forms_csv import read_csv
from symbiosis.counting.formats.preflib import kind_of, read_preflib, write_preflib
from symbiosis.counting.formats.reading import format_of, read_election
from symbiosis.counting.papers import Aside, Marks, Rankings
from symbiosis.counting.stv.scottish import stv_scottish
from tests.strategies.papers import marks, rankings

WARDS = Path(__file__).parents[3].parent / "shared" / "data" / "stv"
EXPECTED = json.loads((WARDS / "expected.json").read_text(encoding="utf-8"))
TITLES = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters='"{}'), max_size=12)


def held(papers: Rankings | Marks) -> object:
    """Everything that an election says, whatever the order of its papers and the unit of its weights."""
    if isinstance(papers, Marks):
        rows = zip(papers.times.tolist(), papers.marks.tolist(), strict=True)
        cast = sorted((times * papers.unit, tuple(row)) for times, row in rows)
    else:
        together: dict[tuple[tuple[int, ...], ...], Fraction] = {}
        for votes, groups in papers.rankings():
            key = tuple(tuple(sorted(group)) for group in groups)
            together[key] = together.get(key, Fraction(0)) + votes
        cast = sorted((votes, groups) for groups, votes in together.items())
    return papers.candidates, cast, papers.aside.blank, dict(papers.aside.spoiled)


def whole(case: tuple[Rankings, int]) -> Rankings:
    return replace(case[0], unit=Fraction(1))


@given(rankings(), TITLES)
def test_blt_round_trip(case: tuple[Rankings, int], title: str) -> None:
    papers, seats = case
    weights = [votes for votes, _ in papers.rankings()] + [Fraction(papers.aside.blank)]
    if all(votes.denominator <= 2 for votes in weights):
        again = read_blt(write_blt(Election(papers, title, seats)))
        assert held(again.papers) == held(papers)
        assert (again.title, again.seats) == (title, seats)
    else:
        # A third has no decimals: to write 0.3333 would be another election.
        with pytest.raises(Unreadable, match="NoPlaceInFormat"):
            write_blt(Election(papers, title, seats))


@given(rankings(), TITLES)
def test_abif_round_trip(case: tuple[Rankings, int], title: str) -> None:
    again = read_abif(write_abif(Election(case[0], title)))
    assert held(again.papers) == held(case[0])
    assert again.title == title


@given(rankings(), TITLES)
def test_preflib_round_trip(case: tuple[Rankings, int], title: str) -> None:
    papers = replace(whole(case), aside=Aside())
    written = write_preflib(Election(papers, title))
    again = read_preflib(written)
    assert held(again.papers) == held(papers)
    assert again.title == title
    assert f"# DATA TYPE: {kind_of(papers)}\n".encode() in written


@given(rankings(fractions=False, equals=False))
def test_the_quick_way_equals_the_careful_one(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    data = write_blt(Election(replace(papers, aside=Aside()), "Title", seats))
    quick, careful = blt._read_plain(data), blt._read_carefully(data.decode())
    if len(papers.times):
        assert quick is not None
        assert held(quick.papers) == held(careful.papers)
        assert (quick.title, quick.seats) == (careful.title, careful.seats)
    else:
        assert quick is None


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_ward_is_read_and_counted_as_it_was(name: str) -> None:
    data = (WARDS / f"{name}-2007.blt").read_bytes()
    election = read_blt(data)
    careful = blt._read_carefully(data.decode())
    assert held(election.papers) == held(careful.papers)
    assert isinstance(election.papers, Rankings)
    count = stv_scottish(election.papers, election.seats or 0)
    assert sorted(count.elected) == sorted(EXPECTED[name]["elected_in_order_seen"])
    for stage, published in zip(count.stages, EXPECTED[name]["end_of_round"].values(), strict=False):
        assert stage.figures["votes"] == published["votes"]


def test_what_blt_may_have() -> None:
    """Withdrawn people, paper names, equals, gaps, remarks, weights, names on one line, spoiled papers."""
    data = b"""4 2 # seats
-3
(b1) 2.5 1 3 2=4 0
1 - 2 - 1 0
3 3 0
2 1 1 0
1 9 0
4 0
0
"Ana" "Bo"
"Cy" # withdrawn
"Di"
"Board # 1"
"""
    election = read_blt(data)
    assert isinstance(election.papers, Rankings)
    assert election.papers.candidates == ("Ana", "Bo", "Di")
    assert (election.title, election.seats) == ("Board # 1", 2)
    cast = sorted(election.papers.rankings())
    assert cast == [(1, ((1,), (0,))), (Fraction(5, 2), ((0,), (1, 2)))]
    assert election.papers.aside.blank == 7
    assert election.papers.aside.spoiled == {"twice": 2, "unknown": 1}


def test_marks_in_abif_and_categories_in_preflib() -> None:
    abif = read_abif(b"# who\n=A:[Ana Lee]\n=B:Bo\n27:A/5,B/2\n1.5:B/4\n2:B/1,B/2\n3:\n").papers
    assert isinstance(abif, Marks)
    assert abif.candidates == ("Ana Lee", "Bo")
    assert abif.votes == Fraction(57, 2)
    assert abif.aside == Aside(3, {"twice": 2})
    categories = read_preflib(
        b"# DATA TYPE: cat\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n"
        b"# ALTERNATIVE NAME 1: Ana\n# ALTERNATIVE NAME 2: Bo\n5: {1,2},{}\n2: 2,1\n"
    ).papers
    assert isinstance(categories, Marks)
    assert sorted(zip(categories.times.tolist(), categories.marks.tolist(), strict=True)) == [
        (2, [0, 1]),
        (5, [1, 1]),
    ]


def test_preflib_counted_from_nought() -> None:
    """As pref_voting writes it."""
    lines = b"# ALTERNATIVE NAME 0: Ana\n# ALTERNATIVE NAME 1: Bo\n2: 1, 0\n1: 0\n"
    assert list(read_preflib(lines).papers.rankings()) == [(2, ((1,), (0,))), (1, ((0,),))]


def test_preflib_of_old() -> None:
    papers = read_preflib(b"3\n1,Ana\n2,Ana\n3,Cy\n7,7,2\n4,1,{2,3}\n3,3\n").papers
    assert isinstance(papers, Rankings)
    # Two are called Ana: their numbers tell them apart.
    assert papers.candidates == ("Ana (1)", "Ana (2)", "Cy")
    assert sorted(papers.rankings()) == [(3, ((2,),)), (4, ((0,), (1, 2)))]


def test_forms() -> None:
    by_option = read_csv(b"Timestamp,Ana,Bo,Cy\n2026-01-01,1,2,\n2026-01-02,2,1,2\n,,,\n").papers
    assert isinstance(by_option, Rankings)
    assert sorted(by_option.rankings()) == [(1, ((0,), (1,))), (1, ((1,), (0, 2)))]
    by_place = read_csv("votes;1st choice;2nd choice\n3;Ana;Zoé\n2;Zoé;Zoé\n".encode("latin-1")).papers
    assert isinstance(by_place, Rankings)
    assert by_place.candidates == ("Ana", "Zoé")
    assert by_place.aside.spoiled == {"twice": 2}
    given_marks = read_csv(b"Ana\tBo\n5\t\n0\t3\n", marks=True).papers
    assert isinstance(given_marks, Marks)
    assert given_marks.votes == 2
    # A line that ends early, and one within quotation marks, are lines of their own.
    folded = read_csv(b'"Ana\nLee",Bo\n1\n2,1\n').papers
    assert folded.candidates == ("Ana\nLee", "Bo")


BROKEN = [
    ("x.blt", b"", "EmptyFile", 0),
    ("x.blt", b"3\n1 1 0\n0\n", "BltHead", 1),
    ("x.blt", b"3 1\n1 1 2\n0\n", "BltPaper", 2),
    ("x.blt", b"3 1\n\n1 x 0\n0\n", "NoNumber", 3),
    ("x.blt", b"3 1\n-1 1 0\n0\n", "BltWithdrawn", 2),
    ("x.blt", b"3 1\n-4\n1 1 0\n0\n", "BltWithdrawn", 2),
    ("x.blt", b"3 1\n1/0 1 0\n0\n", "NoWeight", 2),
    ("x.blt", b"3 1\n1 1 0\n1 2 0\n", "BltEnd", 3),
    ("x.blt", b'3 1\n1 1 0\n"Ana"\n', "BltEnd", 3),
    ("x.blt", b'3 1\n1 1 0\n0\n"Ana"\n"Bo"\n', "BltNames", 5),
    ("x.blt", b'2 1\n1 1 0\n0\n"Ana"\n"Ana"\n', "NameTwice", 4),
    ("x.blt", b"9e99 1\n1 1 0\n0\n", "NoNumber", 1),
    ("x.abif", b"27:A>B\n3 A>B\n", "AbifLine", 2),
    ("x.abif", b"27:A>>B\n", "AbifLine", 1),
    ("x.abif", b"27:A>\n", "AbifLine", 1),
    ("x.abif", b"27:A,B\n", "AbifLine", 1),
    ("x.abif", b"0:A>B\n", "NoWeight", 1),
    ("x.abif", b"=A:Ana\n=B:Ana\n1:A>B\n", "NameTwice", 0),
    ("x.soc", b"# ALTERNATIVE NAME 1: Ana\n5 1\n", "PrefLibPaper", 2),
    ("x.soc", b"# ALTERNATIVE NAME 2: Ana\n5: 2\n", "PrefLibNames", 1),
    ("x.toc", b"# ALTERNATIVE NAME 1: Ana\n5: {1\n", "PrefLibPaper", 2),
    ("x.soi", b"3\n1,Ana\n", "PrefLibNames", 2),
    ("x.soi", b"1\n1,Ana\n1,1,1\nmany,1\n", "NoWeight", 4),
    ("x.csv", b"Ana,Ana\n1,2\n", "CsvHead", 1),
    ("x.csv", b"Timestamp\nx\n", "CsvHead", 1),
    ("x.csv", b"Ana,Bo\n1,2\n\n1,first\n", "NoNumber", 4),
    ("x.csv", b'Ana,Bo\n1,2\n"1,2\n', "CsvLine", 3),
    ("x.csv", b"votes,Ana,Bo\n-1,1,2\n", "NoWeight", 2),
    ("x.txt", b"Dear all\n", "UnknownFormat", 1),
]


@pytest.mark.parametrize(("name", "data", "code", "line"), BROKEN)
def test_a_broken_file_names_its_line(name: str, data: bytes, code: str, line: int) -> None:
    with pytest.raises(Unreadable) as error:
        read_election(name, data)
    assert (error.value.code, error.value.line) == (code, line)


@given(st.binary(max_size=200), st.sampled_from(("blt", "abif", "preflib", "pabulib", "csv", "")))
def test_any_bytes_are_read_or_refused(data: bytes, kind: str) -> None:
    try:
        election = read_election("x", data, kind)
    except Unreadable:
        return
    assert election.papers.votes >= 0


LETTERS = st.text("0123 \n:>=,/[]{}\"'#-().ABab;\t", max_size=80)


@given(LETTERS, st.sampled_from(("blt", "abif", "preflib", "csv")), st.booleans())
def test_nearly_right_files_are_read_or_refused(text: str, kind: str, as_marks: bool) -> None:
    head = {"blt": "2 1\n", "abif": "", "preflib": "# ALTERNATIVE NAME 1: A\n", "csv": "A,B\n"}[kind]
    try:
        election = read_election("x", (head + text).encode(), kind, as_marks)
    except Unreadable:
        return
    assert election.papers.votes >= 0


def test_a_format_is_known_by_its_look() -> None:
    assert format_of("x.SOC", b"") == "preflib"
    assert format_of("x", b"# FILE NAME: a.soc\n") == "preflib"
    assert format_of("x", b"\n3 2\n1 1 0\n") == "blt"
    assert format_of("x", b"META;\nkey;value\n") == format_of("x.pb", b"") == "pabulib"
    assert format_of("x", b"27:A>B\n") == "abif"
    assert format_of("x", b"Ana,Bo\n") == "csv"


@given(marks())
def test_marks_have_no_place_where_orders_go(case: tuple[Marks, int]) -> None:
    for write in (write_blt, write_abif, write_preflib):
        with pytest.raises(Unreadable, match="NoPlaceInFormat"):
            write(Election(case[0]))


@given(rankings(fractions=False))
def test_a_count_is_the_same_from_every_file(case: tuple[Rankings, int]) -> None:
    papers = replace(case[0], aside=Aside())
    expected = schulze(papers)
    for read, write in ((read_blt, write_blt), (read_abif, write_abif), (read_preflib, write_preflib)):
        again = read(write(Election(papers))).papers
        assert isinstance(again, Rankings)
        assert schulze(again) == expected
