"""Every method by its name: what a paper says in it, what it gives, and the function that counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from symbiosis.counting.condorcet import borda, copeland, minimax, ranked_pairs, schulze
from symbiosis.counting.counts import Count
from symbiosis.counting.equal_shares import equal_shares
from symbiosis.counting.equal_shares_budget import equal_shares_budget
from symbiosis.counting.harmonic import harmonic
from symbiosis.counting.instant_runoff import irv
from symbiosis.counting.marked import (
    approval,
    dots,
    gradients,
    majority,
    majority_judgment,
    score,
    time_poll,
)
from symbiosis.counting.pav import pav_sequential
from symbiosis.counting.phragmen import phragmen_sequential
from symbiosis.counting.sortition import sortition
from symbiosis.counting.stv.ers97 import stv_ers97
from symbiosis.counting.stv.meek import stv_meek
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.counting.stv.warren import stv_warren
from symbiosis.counting.stv.wigm import stv_wigm

Paper = Literal["ranking", "approval", "score", "grades", "dots"]
"""What people put on it: an order, marks of approval, points, grades in words, dots to share out."""
Gives = Literal["winner", "committee", "order"]


@dataclass(frozen=True, slots=True)
class Method:
    """One way of counting.

    `gives` is the most that it can: one winner, a committee of several seats, or a whole order. `count` takes
    the papers, then `seats` and `tie` by name, and what `settings` names, each with a pattern of what it may
    be. With `equals` a ranking may put several in one place; with `budget` the count also takes costs, by that name;
    with `reserves` it also takes what is `reserved`, and where it gives an order that may be a zipper.
    """

    name: str
    paper: Paper
    gives: Gives
    count: Callable[..., Count]
    settings: Mapping[str, str] = field(default_factory=dict)
    equals: bool = False
    budget: bool = False
    reserves: bool = False


_WHOLE = r"[0-9]{1,3}"
_POINTS = {"least": _WHOLE, "most": _WHOLE, "by": "sum|mean"}
_SHARE = {"share": r"[0-9]{1,6}(/[0-9]{1,6})?"}
_QUOTA = {"quota": "fixed|sinking", "decimals": "[0-9]"}
_DEFEATS = {"strength": "winning|margins"}
_WORST = {"strength": "winning|margins|opposition"}
_BUDGET = {"utility": "cost|cardinality", "completion": "none|add1|greedy|add1-greedy"}
METHODS = {
    method.name: method
    for method in (
        # Rankings, several seats.
        Method("stv-scottish", "ranking", "committee", stv_scottish, reserves=True),
        Method("stv-ers97", "ranking", "committee", stv_ers97, reserves=True),
        Method("stv-meek", "ranking", "committee", stv_meek, reserves=True),
        Method("stv-warren", "ranking", "committee", stv_warren, reserves=True),
        Method("stv-wigm", "ranking", "committee", stv_wigm, _QUOTA, reserves=True),
        # Rankings, one seat.
        Method("irv", "ranking", "winner", irv),
        # Rankings, a whole order.
        Method("schulze", "ranking", "order", schulze, _DEFEATS, equals=True, reserves=True),
        Method("ranked-pairs", "ranking", "order", ranked_pairs, _DEFEATS, equals=True, reserves=True),
        Method("minimax", "ranking", "order", minimax, _WORST, equals=True, reserves=True),
        Method("copeland", "ranking", "order", copeland, equals=True, reserves=True),
        Method("borda", "ranking", "order", borda, equals=True, reserves=True),
        # Approvals, several seats in proportion.
        Method("pav-sequential", "approval", "committee", pav_sequential),
        Method("phragmen-sequential", "approval", "committee", phragmen_sequential),
        Method("equal-shares", "approval", "committee", equal_shares, {"completion": "phragmen|none"}),
        # Approvals, a whole order in proportion.
        Method("harmonic", "approval", "order", harmonic, reserves=True),
        # A draw, of all or of those with enough approvals.
        Method("sortition", "approval", "committee", sortition, _SHARE, reserves=True),
        # Budgets.
        Method("equal-shares-budget", "approval", "committee", equal_shares_budget, _BUDGET, budget=True),
        # Marks.
        Method("majority", "approval", "order", majority, _SHARE),
        Method("approval", "approval", "order", approval, {"most": r"[0-9]{1,2}"}, reserves=True),
        Method("score", "score", "order", score, _POINTS, reserves=True),
        Method("dots", "dots", "order", dots, {"dots": r"[1-9][0-9]{0,2}"}),
        Method("time-poll", "grades", "order", time_poll),
        Method("gradients", "grades", "order", gradients, {"veto": "stops|counts"}),
        Method("majority-judgment", "grades", "order", majority_judgment, {"grades": "[2-9]"}),
    )
}
