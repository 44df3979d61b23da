"""The table of methods: every one has its words, its page, its place in charters, and counts any papers it is given."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.core.charters import Way
from symbiosis.counting.budget import Budget
from symbiosis.counting.counts import Count
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks, Rankings
from symbiosis.counting.ties import TieRule
from symbiosis.counting.written import bounds
from symbiosis.phrases import counts as words
from tests.strategies.papers import NAMES, marks, rankings

PAGES = Path(__file__).parents[2] / "docs" / "counting"
LOT = TieRule(("earlier_round", "lot"), seed="six dice")


def test_charters_name_every_method() -> None:
    assert set(get_args(Way)) == {"vote", "consensus", "deciding", *METHODS}


@pytest.mark.parametrize("name", METHODS)
def test_a_method_has_words_and_a_page(name: str) -> None:
    method = METHODS[name]
    assert method.name == name
    assert name in words.METHOD_NAMES
    assert set(method.settings) <= set(words.SETTING_NAMES)
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert page.startswith("# ")
    assert f"`{name}`" in page
    for setting in method.settings:
        assert f"`{setting}`" in page


def papers_for(name: str) -> st.SearchStrategy[tuple[Rankings | Marks, int]]:
    method = METHODS[name]
    if method.paper == "ranking":
        return rankings()
    least, most = bounds(method, {})
    return marks(least, min(most, 5))


def extras(name: str, projects: int) -> dict[str, Budget]:
    return {"budget": Budget(10, tuple(range(3, 3 + projects)))} if METHODS[name].budget else {}


@pytest.mark.parametrize("name", METHODS)
@given(data=st.data())
def test_whatever_the_papers_every_figure_has_words_and_votes_are_kept(name: str, data) -> None:  # type: ignore[no-untyped-def]
    papers, seats = data.draw(papers_for(name))
    method = METHODS[name]
    count: Count = method.count(
        papers,
        seats=1 if method.gives == "winner" else seats,
        tie=LOT,
        **extras(name, len(papers.candidates)),
    )
    assert count.method == name
    assert count.result in ("decided", "nobody")
    assert len(count.elected) == len(set(count.elected)) <= (len(NAMES) if method.budget else seats)
    assert set(count.elected) <= set(NAMES)
    for stage in count.stages:
        assert words.stage_sentence(stage, "en")
        for code in (*stage.figures, *stage.totals):
            assert words.figure_name(code, "en")
    for tie in count.ties:
        assert words.tie_sentence(tie, "en")
    for reason in count.spoiled:
        assert words.spoiled_name(reason, "en")
    if count.ranking:
        flat = [name for group in count.ranking for name in group]
        assert len(flat) == len(set(flat))


@pytest.mark.parametrize("name", METHODS)
def test_the_names_of_candidates_do_not_decide(name: str) -> None:
    method = METHODS[name]
    if method.paper == "ranking":
        papers = Rankings.of(("x", "y"), [(3, [[1], [0]]), (2, [[0], [1]])])
    else:
        best = bounds(method, {})[1]
        papers = Marks.of(("x", "y"), [(3, {1: best}), (2, {0: best})])
    # Drawn is only whom more than half approve of: here one.
    share = {"share": "1/2"} if name == "sortition" else {}
    assert method.count(papers, seats=1, **extras(name, 2), **share).elected[0] == "y"
