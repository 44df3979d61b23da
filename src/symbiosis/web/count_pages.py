"""A count as a page tells it: stage by stage, every figure in a table, with a picture beside it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.core.charters import counted_by
from symbiosis.core.outcomes import all_papers
from symbiosis.core.papers import count_papers
from symbiosis.core.state import Board, Voting
from symbiosis.counting.counts import Count, Stage
from symbiosis.counting.ties import Tie
from symbiosis.web import count_plots


@dataclass(frozen=True, slots=True)
class StageTold:
    """One stage: a sentence, the names of its columns, a row for each option, and figures that are nobody's."""

    sentence: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]
    totals: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CountTold:
    """A whole count in words, tables and a picture."""

    count: Count
    method: str
    stages: tuple[StageTold, ...]
    ties: tuple[str, ...]
    picture: SafeString | None
    pairs: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


def count_of(board: Board, voting: Voting) -> CountTold | None:
    """The papers of a closed vote counted just now; None for a vote that counts none, or nothing that is marked."""
    stage = voting.rule(board)
    method = counted_by(stage)
    if method is None or not voting.closed:
        return None
    return told(count_papers(voting, stage, method, all_papers(board, voting, voting.tally)))


def told(count: Count) -> CountTold:
    """A count in the reader's language."""
    language = get_language() or "en"
    return CountTold(
        count,
        phrases.method_name(count.method, language),
        tuple(_stage(stage, count, language) for stage in count.stages),
        tuple(_tie(tie, language) for tie in count.ties),
        count_plots.picture(count),
        _pairs(count),
    )


def _stage(stage: Stage, count: Count, language: str) -> StageTold:
    columns = tuple(stage.figures)
    named = [name for name in count.candidates if any(name in figures for figures in stage.figures.values())]
    rows = []
    for name in named:
        state = _("elected") if name in stage.elected else _("excluded") if name in stage.excluded else ""
        rows.append((name, tuple(stage.figures[column].get(name, "") for column in columns), state))
    return StageTold(
        phrases.stage_sentence(stage, language),
        tuple(phrases.figure_name(column, language) for column in columns),
        tuple(rows),
        tuple((phrases.figure_name(name, language), value) for name, value in stage.totals.items()),
    )


def _tie(tie: Tie, language: str) -> str:
    return phrases.tie_sentence(tie, language)


def _pairs(count: Count) -> tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]:
    """Each option's votes over each other one, and whether they are more than those against it."""
    table = count.pairwise
    rows = []
    for one in table:
        cells = []
        for other in table:
            votes = table[one].get(other, "")
            against = table[other].get(one, "0")
            cells.append((votes, bool(votes) and Fraction(votes) > Fraction(against)))
        rows.append((one, tuple(cells)))
    return tuple(rows)
