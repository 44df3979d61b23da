"""What else goes on in a body beside its votes: offices, emergencies, cases, lots, names, answers owed."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.actions import ceremonies
from symbiosis.core.state import Board
from symbiosis.queries.secret_votes import ceremonies_in
from symbiosis.queries.ways import way_to
from symbiosis.web.pages import Place, names_near
from symbiosis.web.steps import Step, act_address, way_step
from symbiosis.web.tags import day as told

Line = tuple[str, Step | None]
Affair = tuple[str, list[Line]]


def affairs(here: Place) -> list[Affair]:
    """Headings with their lines, each with what the viewer may do about it; only those that have something."""
    board = here.board
    found = [
        (_("Secret votes being prepared"), _prepared(here)),
        (_("Offices"), _offices(board, here.day)),
        (_("Done in an emergency"), _emergencies(here)),
        (_("Answers owed"), _answers(here)),
        (_("Cases"), _cases(here)),
        (_("Lots"), _lots(here)),
        (_("Names and descent"), _names(board)),
    ]
    return [(heading, lines) for heading, lines in found if lines]


def _word(code: str) -> str:
    return phrases.value_label(code, get_language() or "en")


def _prepared(here: Place) -> list[Line]:
    """Secret votes that are not open yet: for members, since what is handed in is their own affair."""
    if not here.is_member:
        return []
    return [
        (
            ceremonies.question_of(here.fold, each.opening).question,
            Step(_("How far it is"), reverse("secret_vote", args=[here.id, each.voting])),
        )
        for each in ceremonies_in(here.fold)
    ]


def _offices(board: Board, day: str) -> list[Line]:
    lines: list[Line] = []
    for name, office in board.offices.items():
        title = board.charter.roles[name].title if name in board.charter.roles else name
        vacant = office.vacant_since(board.founded, day)
        if vacant:
            lines.append(
                (_("%(office)s: vacant since %(day)s") % {"office": title, "day": told(vacant)}, None)
            )
            continue
        counts = ", ".join(f"{trait} {count}" for trait, count in office.composition.items())
        line = _("%(office)s: %(n)d") % {"office": title, "n": office.holders}
        line += f" ({counts})" if counts else ""
        if office.until:
            line += ", " + _("until %(day)s") % {"day": told(office.until)}
        lines.append((line, None))
    return lines


def _emergencies(here: Place) -> list[Line]:
    lines: list[Line] = []
    for held in here.board.emergencies.values():
        standing = held.standing(here.day)
        line = _("%(day)s: %(reason)s %(standing)s") % {
            "day": told(held.done),
            "reason": held.reason,
            "standing": f"({_word(standing)})",
        }
        step = None
        if standing == "waiting":
            line += " " + _("It is judged until %(day)s, or void.") % {"day": told(held.due)}
            way = way_to(here.board, "EmergencyJudged", {"emergency": held.id})
            step = (
                way_step(here.id, way, _("Record the judgement"))
                if here.may(way.kind or "VotingOpened")
                else None
            )
        lines.append((line, step))
    return lines


def _answers(here: Place) -> list[Line]:
    lines: list[Line] = []
    for item in here.board.proposals.values():
        if item.answer_due and not item.answered:
            line = _("%(title)s: an answer is owed until %(day)s") % {
                "title": item.title,
                "day": told(item.answer_due),
            }
            known = {"proposal": item.id}
            may = here.may("AnswerGiven")
            step = Step(_("Answer with reasons"), act_address(here.id, "AnswerGiven", known)) if may else None
            lines.append((line, step))
    return lines


def _cases(here: Place) -> list[Line]:
    names = names_near(here.board)
    lines: list[Line] = []
    for case in here.board.cases.values():
        who = names.get(case.body, _word(case.against))
        line = _("%(case)s: against %(who)s, on the ground of %(ground)s, since %(day)s") % {
            "case": case.id,
            "who": who,
            "ground": case.ground,
            "day": told(case.opened),
        }
        if case.done:
            line += " – " + _("closed")
        elif case.appealed and case.upheld is None:
            line += " – " + _("an appeal is open")
        lines.append((line, None))
    for sister in here.board.sisters.values():
        if sister.suspended:
            told_so = _("%(body)s is suspended since %(day)s: a voice and no vote")
            lines.append((told_so % {"body": sister.name, "day": told(sister.suspended)}, None))
    return lines


def _lots(here: Place) -> list[Line]:
    lines: list[Line] = []
    for lot in here.board.lots.values():
        if lot.drawn is None:
            line = _("%(lot)s: drawn on %(day)s from %(source)s") % {
                "lot": lot.id,
                "day": told(lot.on),
                "source": lot.source,
            }
            step = None
            if here.may("LotDrawn") and here.day >= lot.on:
                step = Step(_("Draw it"), act_address(here.id, "LotDrawn", {"lot": lot.id}))
            lines.append((line, step))
            continue
        drawn = "; ".join(f"{group} {', '.join(map(str, numbers))}" for group, numbers in lot.drawn.items())
        lines.append((_("%(lot)s: drawn: %(drawn)s") % {"lot": lot.id, "drawn": drawn}, None))
    return lines


def _names(board: Board) -> list[Line]:
    names = names_near(board)
    lines: list[Line] = []
    for each in board.lineages:
        before = ", ".join(names.get(body, body) for body in each.before)
        after = ", ".join(names.get(body, body) for body in each.after)
        lines.append((f"{told(each.on)}: {_word(each.kind)}: {before} → {after}", None))
    for name, claims in board.disputed.items():
        who = ", ".join(names.get(body, body) for body in claims)
        settled, disputed = (
            _("%(name)s is the name of %(who)s"),
            _("The name %(name)s is disputed between %(who)s"),
        )
        lines.append(((disputed if len(claims) > 1 else settled) % {"name": name, "who": who}, None))
    return lines


def accounts_owed(here: Place, council: Board, owed: list[str]) -> list[Line]:
    """Votes in a council of which a delegation has given no account, with the way to give it."""
    lines: list[Line] = []
    for voting in owed:
        cast = council.votings[voting].cast[here.id]
        line = _("%(vote)s: the delegation voted %(votes)s") % {
            "vote": voting,
            "votes": ", ".join(f"{count} {_word(side)}" for side, count in cast.votes.items() if count),
        }
        line += " – " + _("against the mandate") if cast.breach else ""
        known = {"to": council.id, "voting": voting}
        may = here.may("ReportGiven")
        lines.append(
            (line, Step(_("Hear the account"), act_address(here.id, "ReportGiven", known)) if may else None)
        )
    return lines
