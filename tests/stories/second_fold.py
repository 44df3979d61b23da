"""Scenario A folded a second time, from its charter's text alone: plain Python that imports nothing of ours."""

from fractions import Fraction
from math import ceil

MEMBERS = {
    "A1": 212, "A2": 64, "A3": 148, "B1": 260, "B2": 41, "B3": 87,
    "C1": 133, "C2": 38, "C3": 75, "D1": 318, "D2": 96, "D3": 54,
}  # fmt: skip
ENGLISH_ONLY = ["A1", "A2", "B1", "B2", "C3"]
WAIVED = ["A1", "A2", "B1", "C3"]
MANDATES = {  # yes and no at home, and whether it covers version 2
    "A1": ("guided", 52, 18), "A2": ("guided", 20, 5), "A3": ("guided", 37, 19), "B1": ("guided", 61, 19),
    "B3": ("guided", 9, 21), "C1": ("guided", 31, 9), "C2": ("strict", 16, 4), "C3": ("guided", 6, 18),
    "D1": ("strict", 95, 25), "D2": ("guided", 40, 5), "D3": ("strict", 26, 4),
}  # fmt: skip
TOTALS = {
    "A1": (88, 31, 4), "A2": (30, 9, 1), "A3": (41, 38, 2), "B1": (97, 44, 6), "B2": (9, 7, 0),
    "B3": (12, 33, 1), "C1": (35, 36, 3), "C3": (11, 26, 0), "D1": (131, 58, 9), "D2": (29, 19, 2),
    "D3": (17, 11, 0),
}  # fmt: skip


def votes(members):
    """One for every started 25, at most 10."""
    return min(10, ceil(Fraction(members, 25)))


def quorum(members):
    """20 % rounded up, and never below 12."""
    return max(12, ceil(Fraction(members, 5)))


def split(total, yes, no):
    """The largest remainder of two."""
    quota_yes, quota_no = Fraction(total * yes, yes + no), Fraction(total * no, yes + no)
    seats_yes, seats_no = int(quota_yes), int(quota_no)
    if seats_yes + seats_no < total:
        if quota_yes - seats_yes >= quota_no - seats_no:
            seats_yes += 1
        else:
            seats_no += 1
    return seats_yes, seats_no


def congress():
    """Step 6: each body's yes, no and abstentions, then the sums."""
    cast = {}
    for body, (mode, yes, no) in MANDATES.items():
        total = votes(MEMBERS[body])
        if mode == "strict":  # silent on the amended version
            cast[body] = (0, 0, total)
        elif body == "A3":
            cast[body] = (*split(total, yes, no), 0)
        else:
            cast[body] = (total, 0, 0) if yes > no else (0, total, 0)
    sums = [sum(column) for column in zip(*cast.values(), strict=True)]
    bodies_yes = sum(yes > no for yes, no, _ in cast.values())
    bodies_no = sum(no > yes for yes, no, _ in cast.values())
    covering = sum(mode == "guided" for mode, _, _ in MANDATES.values())
    passes = (
        Fraction(covering, 12) >= Fraction(2, 3)
        and Fraction(bodies_yes, bodies_yes + bodies_no) >= Fraction(2, 3)
        and Fraction(sums[0], sums[0] + sums[1]) > Fraction(1, 2)
    )
    return {
        "cast": cast,
        "votes": tuple(sums),
        "bodies": (bodies_yes, bodies_no, len(cast) - bodies_yes - bodies_no),
        "covering": covering,
        "passes": passes,
    }


def referendum(totals):
    """Turnout, share of yes, bodies that say yes, and whether it is adopted."""
    entitled = sum(count for body, count in MEMBERS.items() if body != "C2")
    turnout = sum(sum(each) for each in totals.values())
    yes = sum(each[0] for each in totals.values())
    no = sum(each[1] for each in totals.values())
    bodies = sum(each[0] > each[1] for each in totals.values())
    adopted = (
        Fraction(turnout, entitled) >= Fraction(1, 4)
        and Fraction(yes, yes + no) >= Fraction(3, 5)
        and Fraction(bodies, len(totals)) >= Fraction(3, 4)
    )
    return {
        "entitled": entitled,
        "turnout": turnout,
        "yes": (yes, yes + no),
        "bodies": (bodies, len(totals)),
        "adopted": adopted,
    }


def all_referendums():
    """Provisional, with C1's late papers, and after D1's recount."""
    first = referendum(TOTALS)
    late = TOTALS | {"C1": (TOTALS["C1"][0] + 5, TOTALS["C1"][1] + 1, TOTALS["C1"][2])}
    recounted = late | {"D1": (113, 76, 9)}
    return [first, referendum(late), referendum(recounted)]


def waiver():
    """Whether the late English text is waived: 4/5 of the bodies that work in English alone."""
    return Fraction(len(WAIVED), len(ENGLISH_ONLY)) >= Fraction(4, 5)
