"""A second reading of a charter's stage, written from its documentation and straight from the TOML: slow and plain."""

from __future__ import annotations

import re
from fractions import Fraction

COMPARE = {
    "at_least": lambda count, bar: count >= bar,
    "more_than": lambda count, bar: count > bar,
    "at_most": lambda count, bar: count <= bar,
    "less_than": lambda count, bar: count < bar,
}


def read(stage: dict, numbers: dict[str, dict[str, Fraction]]) -> str:
    """What comes of these numbers (by unit, by name) in a stage as it stands in the file."""
    for condition in stage.get("quorum", []):
        if not holds(condition, numbers, empty=False):
            return "not_quorate"
    method = stage.get("method", "vote")
    if method == "deciding":
        return deciding(stage, numbers)
    if method == "consensus":
        return consensus(stage, numbers["members" if stage["electorate"] == "members" else "bodies"])
    empty = stage.get("empty", "fails") == "passes"
    for condition in stage["conditions"]:
        side = numbers.get(condition.get("counted_in", "members"), {})
        level = side.get("yes", 0) == side.get("no", 0) > 0
        plain = condition.get("of", "yes+no") == "yes+no" and condition.get("counts", "yes") == "yes"
        if plain and level and Fraction(condition["share"]) == Fraction(1, 2):
            if stage.get("tie", "fails") != "passes":
                return "not_adopted"
        elif not holds(condition, numbers, empty):
            return "not_adopted"
    return "adopted"


def holds(condition: dict, numbers: dict[str, dict[str, Fraction]], empty: bool) -> bool:
    """Whether one condition is met; `empty` where its base is nothing."""
    named = numbers.get(condition.get("counted_in", "members"), {}) | {"one": Fraction(1)}
    count = value(condition.get("counts", "yes"), named)
    base = value(condition.get("of", "yes+no"), named)
    if base <= 0:
        return empty
    return bool(COMPARE[condition["needs"]](count, Fraction(condition["share"]) * base))


def value(expression: str, named: dict[str, Fraction]) -> Fraction:
    """ "cast-stand_aside" in numbers."""
    total = Fraction(0)
    for sign, name in re.findall(r"([+-]?)([a-z_]+)", expression):
        total += (-1 if sign == "-" else 1) * named.get(name, Fraction(0))
    return total


def consensus(stage: dict, side: dict[str, Fraction]) -> str:
    """Nobody blocks or needs discussion, few enough stand aside, somebody agrees."""
    if side.get("block", 0) or side.get("needs_discussion", 0):
        return "no_consensus"
    if side.get("stand_aside", 0) > stage.get("stand_aside_limit", 0):
        return "no_consensus"
    if not side.get("agree", 0) + side.get("reservation", 0):
        return "no_consensus"
    return "adopted"


def deciding(stage: dict, numbers: dict[str, dict[str, Fraction]]) -> str:
    """The first text where its shares, added up over the units, are more than half of them."""
    total = Fraction(0)
    for unit in stage["counted_in"]:
        first, second = numbers.get(unit, {}).get("first", 0), numbers.get(unit, {}).get("second", 0)
        total += Fraction(first, first + second) if first + second else Fraction(1, 2)
    half = Fraction(len(stage["counted_in"]), 2)
    if total == half:
        return "first" if stage.get("tie", "fails") == "passes" else "second"
    return "first" if total > half else "second"


def majority(counts: dict[str, int]) -> str:
    """The one side on which a body is: the only one it took, or the larger of yes and no.

    Of several minds in a test for consensus it is where the gravest of them is.
    """
    taken = [side for side, count in counts.items() if count]
    if len(taken) == 1:
        return taken[0]
    if not {"yes", "no", "first", "second"} & set(taken) and set(taken) - {
        "abstain",
        "stand_aside",
        "extend",
    }:
        for gravest in ("block", "needs_discussion", "stand_aside", "reservation", "agree"):
            if gravest in taken:
                return gravest
    pro, contra = ("first", "second") if "first" in counts or "second" in counts else ("yes", "no")
    if counts.get(pro, 0) > counts.get(contra, 0):
        return pro
    return contra if counts.get(contra, 0) > counts.get(pro, 0) else "abstain"
