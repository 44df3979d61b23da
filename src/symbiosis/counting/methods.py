"""Every method by its name: what a paper says in it, what it gives, and the function that counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from symbiosis.counting.counts import Count
from symbiosis.counting.stv.scottish import stv_scottish

Paper = Literal["ranking", "approval", "score", "grades", "dots"]
"""What people put on it: an order, marks of approval, points, grades in words, dots to share out."""
Gives = Literal["winner", "committee", "order"]


@dataclass(frozen=True, slots=True)
class Method:
    """One way of counting.

    `gives` is the most that it can: one winner, a committee of several seats, or a whole order. `count` takes
    the papers, then `seats` and `tie` by name, and what `settings` names, each with a pattern of what it may
    be. With `equals` a ranking may put several in one place.
    """

    name: str
    paper: Paper
    gives: Gives
    count: Callable[..., Count]
    settings: Mapping[str, str] = field(default_factory=dict)
    equals: bool = False


METHODS = {
    method.name: method
    for method in (
        # Rankings, several seats.
        Method("stv-scottish", "ranking", "committee", stv_scottish),
        # Rankings, one seat.
        # Rankings, a whole order.
        # Marks, one seat.
        # Marks, several seats.
    )
}
