"""A count over parts of the papers, in processes or with workers, is the same count figure by figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.papers import Rankings, divided
from symbiosis.counting.spread import Here, Processes
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.counting.ties import TieRule
from tests.counting.stv.test_scottish import ward
from tests.strategies.papers import rankings

LOT = TieRule(("earlier_round", "lot"), seed="seven dice")


@given(rankings(), st.integers(1, 5))
def test_parts_add_up(case: tuple[Rankings, int], parts: int) -> None:
    papers, seats = case
    assert stv_scottish(replace(papers, engine=Here, parts=parts), seats, LOT) == stv_scottish(
        papers, seats, LOT
    )


def test_processes_count_a_ward_as_it_was_counted() -> None:
    papers, seats = ward("Linn")
    assert stv_scottish(replace(papers, engine=Processes, parts=3), seats) == stv_scottish(papers, seats)


def test_every_paper_is_in_one_part() -> None:
    papers, _ = ward("Govan")
    parts = divided(replace(papers, parts=7))
    assert len(parts) == 7
    assert [row for each in parts for row in each.rankings()] == list(papers.rankings())


class Fails:
    """A table that falls over."""

    def __init__(self, part: int) -> None:
        self.part = part

    def tell(self) -> int:
        if self.part == 2:
            raise ValueError("the table fell over")
        return self.part


def test_an_error_in_a_process_is_raised_here_and_the_others_go_on() -> None:
    tables = Processes(Fails, [1, 2, 3])
    with pytest.raises(ValueError, match="fell over"):
        tables.ask("tell")
    with pytest.raises(AttributeError):
        tables.ask("nothing")
    tables.close()
    assert tables.ask("tell") == []
