"""A charter tried, for a page: what was found in it, and what it would do to this body."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.core import trying
from symbiosis.core.charters import Charter
from symbiosis.core.findings import findings
from symbiosis.core.meetings import roll_size
from symbiosis.core.state import Board
from symbiosis.phrases import trying as words
from symbiosis.record import canonical
from symbiosis.web import plots


def trial(board: Board, tried: Charter, day: str) -> dict[str, Any]:
    """Everything that the page of a changed charter shows beside its words."""
    language = get_language() or "en"
    sisters = [each for each in board.sisters.values() if each.takes_part(day) and not each.partner]
    bodies = {each.code: each.members_on(day) for each in sisters}
    council = tried.bodies is not None
    members = None if council else board.members or None
    # The lots are the same for everybody who looks at this version.
    seed = canonical.digest(f"{board.id}/{len(board.charters)}".encode()).encode()
    return {
        "findings": [phrases.finding(each, language) for each in findings(tried, members, bodies or None)],
        "again": words.again_lines(trying.judged_again(board, tried), tried, language),
        "weighed": _weighed(tried, bodies, seed, language) if council and bodies else [],
        "calls": _calls(tried, roll_size(board, day), language),
        "generated": [
            words.generated_line(each, tried, language)
            for each in trying.generated(tried, members or 0, seed, board.charter, draws=200)
        ],
        "days": _days(tried, language),
    }


def _weighed(
    tried: Charter, bodies: dict[str, int], seed: bytes, language: str
) -> list[tuple[str, Any, list[str]]]:
    whole = sum(bodies.values()) or 1
    found = []
    for each in trying.weighed(tried, bodies, seed):
        heading, *lines = words.weighed_lines(each, tried, language)
        rows = [
            (code, each.power.players[code].power.shapley, Fraction(members, whole))
            for code, members in bodies.items()
        ]
        told = _("%(what)s How often each body's word decides, against its share of the members.") % {
            "what": heading
        }
        found.append((heading, plots.power_bars(rows, told), lines))
    return found


def _calls(tried: Charter, roll: int, language: str) -> list[tuple[str, Any]]:
    found = []
    for each in trying.calls(tried, roll) if roll else ():
        if not each.needed:
            continue
        line = words.call_line(each, tried, language)
        found.append((line, plots.quorum_bars(each.fails, line)))
    return found


def _days(tried: Charter, language: str) -> list[tuple[str, Any]]:
    found = []
    for matter in tried.matters.values():
        steps = trying.days_to_decide(tried, matter)
        line = words.days_line(matter.title, steps, language)
        told = [(words.step_words(step, language), step.days) for step in steps]
        found.append((line, plots.timeline(told, line) if told else ""))
    return found
