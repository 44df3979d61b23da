"""What waits for somebody: votes, mandates, translations, reports, in all the bodies they have a place in."""

from __future__ import annotations

from dataclasses import dataclass, field

from symbiosis.actions import folds
from symbiosis.actions.secret_votes import trustee_of
from symbiosis.core import texts
from symbiosis.core.charters import matter_of
from symbiosis.core.mandates import covers, mandate_in_force
from symbiosis.core.state import Board, Voting, days_between
from symbiosis.queries.people import Viewer, acting_role, is_member, roles_of, seat_in
from symbiosis.queries.secret_votes import ceremonies_in, next_of, preparation
from symbiosis.queries.ways import way_to
from symbiosis.store.models import Person
from symbiosis.verify.replay import Fold


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: what it is, in which body, about what, by when, and whether it was done already."""

    what: str
    body: str
    title: str
    due: int = 0
    done: bool = False
    voting: str = ""
    proposal: str = ""
    council: str = ""
    kind: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def waiting_for(viewer: Viewer, at: int, day: str) -> list[Waiting]:
    """Everything that waits for a viewer, what is still to be done first, then by its deadline."""
    here = folds.known()
    found: list[Waiting] = []
    for body, place in viewer.places.items():
        if body not in here:
            continue
        fold = folds.caught_up(body)
        found += _votes(fold, place, at)
        found += _secret(fold, place, at, day)
        found += _offices(fold, place, at, day)
        for council, left in fold.board.confederations.items():
            if not left and council in here:
                found += _between(fold, place, folds.caught_up(council).board, at, day)
    for council in {place.seat_to for place in viewer.places.values() if place.seat_to}:
        if council in here:
            found += _seat_votes(viewer, folds.caught_up(council).board, at)
    return sorted(found, key=lambda each: (each.done, each.due or 2**52))


def title_of(board: Board, voting: Voting) -> str:
    """What a vote is about, for people: its proposal's title (here or in the council it is about), or its matter's."""
    there = voting.about.get("to", "")
    council = folds.caught_up(there).board if there in folds.known() else board
    about = voting.about.get("proposal", "")
    if voting.about.get("voting", "") in council.votings:
        about = council.votings[voting.about["voting"]].proposal
    proposal = board.proposals.get(voting.proposal) or council.proposals.get(about)
    if proposal is not None:
        return proposal.title
    return board.charters[voting.charter].charter.matters[voting.matter].title


def is_open(voting: Voting, at: int) -> bool:
    """Whether a vote can be cast now."""
    return not voting.closed and not (voting.closes and at > voting.closes)


def _votes(fold: Fold, place: Person, at: int) -> list[Waiting]:
    book = fold.book
    if book is None or not is_member(fold, place):
        return []
    found = []
    for voting in fold.board.votings.values():
        if voting.rule(fold.board).electorate != "members" or voting.secrecy not in ("open", "closed"):
            continue
        if is_open(voting, at) and book.roll[place.token] < voting.book_size:
            done = place.token in book.votes.get(voting.id, {})
            found.append(
                Waiting(
                    "vote", fold.board.id, title_of(fold.board, voting), voting.closes, done, voting=voting.id
                )
            )
    return found


def _secret(fold: Fold, place: Person, at: int, day: str) -> list[Waiting]:
    """What a secret vote asks of somebody: a ballot (nobody knows who cast one), a part of the key, credentials."""
    board, found = fold.board, []
    for ceremony in ceremonies_in(fold):
        state = preparation(fold, ceremony, place)
        roles = roles_of(fold, place, day)
        trustee = bool(state.own) or (state.rule.trustees in roles and state.handed_in[0] < state.rule.number)
        tasks = {
            "key": trustee
            and not state.own_done
            and not state.key_made
            and (state.round > 1 or not state.own),
            "credentials": state.key_made and not ceremony.credentials and state.rule.authority in roles,
            "open_secret": state.ready and bool(acting_role(fold, place, "VotingOpened", day)),
        }
        title = matter_of(board.charter, ceremony.opening["matter"]).title
        found += [
            Waiting(task, board.id, title, voting=ceremony.voting) for task, due in tasks.items() if due
        ]
    for voting in board.votings.values():
        if voting.ballots is None or voting.closed:
            continue
        title = title_of(board, voting)
        own = trustee_of(board.id, voting.id, place)
        over = bool(voting.closes) and at >= voting.closes and not voting.ballots.ended
        task = next_of(voting, voting.ballots, own)
        if task:
            found.append(Waiting(task, board.id, title, voting=voting.id))
        elif over and acting_role(fold, place, "BallotingEnded", day):
            found.append(Waiting("end", board.id, title, voting=voting.id))
        elif is_open(voting, at) and not voting.ballots.ended and is_member(fold, place):
            found.append(Waiting("ballot", board.id, title, voting.closes, voting=voting.id))
    return found


def _seat_votes(viewer: Viewer, board: Board, at: int) -> list[Waiting]:
    seat = seat_in(viewer, board)
    if seat is None:
        return []
    found = []
    for voting in board.votings.values():
        if voting.rule(board).electorate == "delegations" and is_open(voting, at):
            cast = voting.cast.get(seat.body)
            done = cast is not None and cast.credential == seat.credential
            found.append(
                Waiting("seat_vote", board.id, title_of(board, voting), voting.closes, done, voting=voting.id)
            )
    return found


def _offices(fold: Fold, place: Person, at: int, day: str) -> list[Waiting]:
    """What a role is to do in its own body: close, certify, put in force, translate."""
    board, found = fold.board, []
    for voting in board.votings.values():
        title = title_of(board, voting)
        for kind, due in (
            ("VotingClosed", _is_due_to_close(voting, at)),
            ("OutcomeCertified", _is_due_to_certify(board, voting, at, day)),
            ("DecisionInForce", _is_due_in_force(board, voting)),
        ):
            if due and acting_role(fold, place, kind, day):
                found.append(
                    Waiting(
                        "office", board.id, title, voting=voting.id, kind=kind, fields={"voting": voting.id}
                    )
                )
    if acting_role(fold, place, "TranslationReady", day):
        found += _translations(board)
    return found


def _is_due_to_close(voting: Voting, at: int) -> bool:
    if voting.ballots is not None:
        return not voting.closed and voting.ballots.opened
    return not voting.closed and bool(voting.closes) and at >= voting.closes


def _is_due_to_certify(board: Board, voting: Voting, at: int, day: str) -> bool:
    if not voting.closed or voting.standing in ("certified", "contested"):
        return False
    stage = voting.rule(board)
    contest = stage.contest_days > 0 and days_between(voting.closed_date, day) <= stage.contest_days
    return not contest and at > voting.closed + stage.late_grace_hours * 3600


def _is_due_in_force(board: Board, voting: Voting) -> bool:
    matter = board.charters[voting.charter].charter.matters[voting.matter]
    if matter.binding == "advisory" or voting.void_from:
        return False
    stages = matter.stages
    more = voting.stage < len(stages) and stages[voting.stage].after == "adopted"
    adopted = voting.outcome is not None and voting.outcome.result == "adopted"
    about_a_text = bool(voting.proposal)
    return about_a_text and adopted and not more and voting.standing == "certified" and not voting.in_force


def _translations(board: Board) -> list[Waiting]:
    found = []
    for proposal in board.proposals.values():
        if proposal.state not in ("put", "frozen"):
            continue
        version = proposal.versions[-1]
        rule = matter_of(board.charter, proposal.matter).translations
        for language, form in texts.demanded_for(rule, version):
            standing = texts.translation_standing(board, proposal, version, language, form)
            if standing == "missing":
                found.append(
                    Waiting(
                        "translation",
                        board.id,
                        proposal.title,
                        proposal=proposal.id,
                        kind="TranslationReady",
                        fields={
                            "proposal": proposal.id,
                            "version": str(version.number),
                            "language": language,
                            "form": form,
                        },
                    )
                )
    return found


def _between(fold: Fold, place: Person, council: Board, at: int, day: str) -> list[Waiting]:
    """What a body owes its council: mandates, its tally in a referendum, its word on a decision."""
    board, found = fold.board, []
    if council.charter.bodies is None or board.id not in council.sisters:
        return []
    if acting_role(fold, place, "MandateGiven", day):
        found += _mandates(board, council, day)
    for voting in council.votings.values():
        if not is_open(voting, at) or board.id not in voting.electorate:
            continue
        electorate = voting.rule(council).electorate
        title = title_of(council, voting)
        if electorate == "referendum" and acting_role(fold, place, "TallyReported", day):
            done = board.id in voting.tallies
            found.append(
                Waiting("report", board.id, title, voting.closes, done, voting=voting.id, council=council.id)
            )
        if electorate == "bodies" and acting_role(fold, place, "RatificationGiven", day):
            way = way_to(board, "RatificationGiven", {"to": council.id, "voting": voting.id}, "own")
            found.append(
                Waiting(
                    "ratify",
                    board.id,
                    title,
                    voting.closes,
                    board.id in voting.answers,
                    voting=way.voting,
                    council=council.id,
                    kind=way.kind,
                    fields=way.fields,
                )
            )
    return found


def _mandates(board: Board, council: Board, day: str) -> list[Waiting]:
    found = []
    for proposal in council.proposals.values():
        number = proposal.versions[-1].number
        if proposal.state != "frozen" or _decided(council, proposal.id):
            continue
        mandate = mandate_in_force(council, board.id, proposal.id, day)
        done = mandate is not None and covers(council, mandate, number)
        way = way_to(
            board, "MandateGiven", {"to": council.id, "proposal": proposal.id, "version": str(number)}
        )
        what = "mandate" if mandate is None or done else "referred_back"
        found.append(
            Waiting(
                what,
                board.id,
                proposal.title,
                done=done,
                voting=way.voting,
                proposal=proposal.id,
                council=council.id,
                kind=way.kind,
                fields=way.fields,
            )
        )
    return found


def _decided(council: Board, proposal: str) -> bool:
    """Whether a council's delegations have voted on an item already."""
    held = [each for each in council.votings.values() if each.proposal == proposal and each.closed]
    return any(each.rule(council).electorate == "delegations" for each in held)
