"""What a story may expect: one question a row, each answered from the records in one exact spelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from symbiosis.actions import folds
from symbiosis.core import mandates, petitions, texts
from symbiosis.core.decided import voting_of
from symbiosis.core.outcomes import bound
from symbiosis.core.proposals import proposal_of
from symbiosis.core.state import Board, Milestone, Office, Sister, Voting
from symbiosis.core.voting import standing_votes
from symbiosis.counting.conditions import Judged
from symbiosis.errors import Unsound
from symbiosis.rehearsal.story import Statement, Unreadable
from symbiosis.store import reader
from symbiosis.verify.files import verify_files

if TYPE_CHECKING:
    from symbiosis.rehearsal.play import Stage


def ask(stage: Stage, statement: Statement) -> str:
    """The answer to an expectation, as the story must spell it. Raises `Unreadable` for an unknown question."""
    what, *words = statement.words
    question = QUESTIONS.get(what)
    if question is None:
        raise Unreadable(statement.line, f"nothing is called {what!r} that could be expected")
    try:
        return question(stage, statement, words)
    except (IndexError, KeyError, ValueError) as error:
        raise Unreadable(statement.line, f"{' '.join(statement.words)!r}: there is no {error}") from error


def _refused(stage: Stage, statement: Statement, words: list[str]) -> str:
    answer = stage.refused or "nothing"
    stage.refused = ""
    return answer


def _warning(stage: Stage, statement: Statement, words: list[str]) -> str:
    return stage.warned


def _board(stage: Stage, statement: Statement, words: list[str]) -> Board:
    return folds.caught_up(stage.body(statement.line, words[0])).board


def _voting(stage: Stage, statement: Statement, words: list[str]) -> Voting:
    return voting_of(_board(stage, statement, words), words[1])


def _last(stage: Stage, statement: Statement, words: list[str]) -> Milestone:
    history = _voting(stage, statement, words).history
    if not history:
        raise ValueError("outcome: the vote is open")
    return history[-1]


def spelled(counts: Mapping[str, int]) -> str:
    """Counts in one spelling: "yes 4, no 2"; zeros left out, names in order of the counts' own order."""
    order = [
        "yes",
        "no",
        "abstain",
        "blank",
        "stand_aside",
        "agree",
        "reservation",
        "block",
        "needs_discussion",
    ]
    named = sorted(counts, key=lambda name: (order.index(name) if name in order else len(order), name))
    return ", ".join(f"{name} {counts[name]}" for name in named if counts[name]) or "none"


def _sister(stage: Stage, statement: Statement, board: Board, code: str) -> Sister:
    return board.sisters[stage.body(statement.line, code)]


def _codes(board: Board, bodies: set[str]) -> str:
    return " ".join(sorted(board.sisters[body].code for body in bodies)) or "none"


def _outcome(stage: Stage, statement: Statement, words: list[str]) -> str:
    return _last(stage, statement, words).outcome.result


def _standing(stage: Stage, statement: Statement, words: list[str]) -> str:
    return _voting(stage, statement, words).standing


def _history(stage: Stage, statement: Statement, words: list[str]) -> str:
    history = _voting(stage, statement, words).history
    return ", ".join(f"{each.standing} {each.outcome.result}" for each in history) or "none"


def _figure(stage: Stage, statement: Statement, words: list[str]) -> str:
    return _last(stage, statement, words).outcome.figures[words[2]]


def _judged(stage: Stage, statement: Statement, words: list[str], of: str) -> str:
    judged: tuple[Judged, ...] = getattr(_last(stage, statement, words).outcome, of)
    each = judged[int(words[2]) - 1]
    share = Fraction(each.count) / Fraction(each.base) if Fraction(each.base) else "-"
    return f"{each.count}/{each.base} = {share} {'met' if each.met else 'unmet'}".replace(" = ", " is ")


def _condition(stage: Stage, statement: Statement, words: list[str]) -> str:
    return _judged(stage, statement, words, "conditions")


def _quorum(stage: Stage, statement: Statement, words: list[str]) -> str:
    return _judged(stage, statement, words, "quorum")


def _votes(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return str(mandates.body_votes(board, stage.body(statement.line, words[1])))


def _all_votes(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    taking_part = [each for each in board.sisters.values() if each.takes_part(board.date)]
    return str(sum(mandates.body_votes(board, each.id) for each in taking_part))


def _members(stage: Stage, statement: Statement, words: list[str]) -> str:
    return str(_board(stage, statement, words).members)


def _meeting(stage: Stage, statement: Statement, words: list[str]) -> str:
    meeting = _board(stage, statement, words).meetings[words[1]]
    return f"{meeting.present} of {meeting.needed}, {'quorate' if meeting.quorate else 'not quorate'}"


def _mandate(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    given = mandates.mandate_in_force(board, stage.body(statement.line, words[2]), words[1], board.date)
    return f"{given.mode} {spelled(given.votes)}" if given else "none"


def _credential(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    version = int(words[2]) if len(words) > 3 else 1
    body = stage.body(statement.line, words[-1])
    return mandates.credential_standing(board, body, words[1], version, board.date)


def _credentials(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    version = int(words[2]) if len(words) > 2 else 1
    taking_part = [each.id for each in board.sisters.values() if each.takes_part(board.date)]
    found = [mandates.credential_standing(board, body, words[1], version, board.date) for body in taking_part]
    kinds = ["valid", "silent", "awaited", "not_quorate", "undecided"]
    return ", ".join(f"{kind} {found.count(kind)}" for kind in kinds if kind in found)


def _translation(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    proposal = proposal_of(board, words[1])
    version = texts.version_of(proposal, int(words[2]))
    return texts.translation_standing(board, proposal, version, words[3], words[4])


def _affected(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return _codes(board, texts.affected(board, words[1], words[2], board.date))


def _composition(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    sent = [each for (_, to), each in board.delegations.items() if to == board.id]
    return f"{sum(each.composition.get(words[1], 0) for each in sent)}/{sum(each.delegates for each in sent)}"


def _electorate(stage: Stage, statement: Statement, words: list[str]) -> str:
    voting = _voting(stage, statement, words)
    return (
        f"{len(voting.electorate)} bodies, {voting.entitled}" if voting.electorate else str(voting.entitled)
    )


def _cast(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    voting = voting_of(board, words[1])
    return spelled(standing_votes(board, voting).get(stage.body(statement.line, words[2]), {}))


def _elected(stage: Stage, statement: Statement, words: list[str]) -> str:
    return ", ".join(_last(stage, statement, words).outcome.elected) or "none"


def _tally(stage: Stage, statement: Statement, words: list[str]) -> str:
    from symbiosis.core.outcomes import body_counts

    voting = _voting(stage, statement, words)
    if len(words) == 2:
        return spelled(voting.tally)
    return spelled(body_counts(voting).get(stage.body(statement.line, words[2]), {}))


def _proposal(stage: Stage, statement: Statement, words: list[str]) -> str:
    return proposal_of(_board(stage, statement, words), words[1]).state


def _versions(stage: Stage, statement: Statement, words: list[str]) -> str:
    return str(len(proposal_of(_board(stage, statement, words), words[1]).versions))


def _seconds(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return _codes(board, proposal_of(board, words[1]).supporters)


def _referred(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return _codes(board, set(proposal_of(board, words[1]).referred_back))


def _referred_to(stage: Stage, statement: Statement, words: list[str]) -> str:
    return proposal_of(_board(stage, statement, words), words[1]).referred_to or "nobody"


def _review(stage: Stage, statement: Statement, words: list[str]) -> str:
    return proposal_of(_board(stage, statement, words), words[1]).review_on or "none"


def _seat(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    sender = stage.body(statement.line, words[1])
    credential = board.delegations[sender, board.id].credentials[words[2]]
    if credential.recalled_at is not None:
        return "recalled"
    return "seated" if credential.seated else "waiting"


def _bodies(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return str(sum(each.takes_part(board.date) for each in board.sisters.values()))


def _petition(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    petition = board.petitions[words[1]]
    return f"{petitions.signatures(board, petition)}, {'reached' if petition.reached else 'not reached'}"


def _role(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return "recalled" if words[1] in board.recalled_roles else "held"


def _bound(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    return _codes(board, bound(board, voting_of(board, words[1])))


def _office(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    office = board.offices.get(words[1], Office(role=words[1]))
    vacant = office.vacant_since(board.founded, board.date)
    if vacant:
        return f"vacant since {vacant}"
    counts = [f"{trait} {count}" for trait, count in sorted(office.composition.items())]
    return ", ".join([str(office.holders), *counts, *([f"until {office.until}"] if office.until else [])])


def _emergency(stage: Stage, statement: Statement, words: list[str]) -> str:
    board = _board(stage, statement, words)
    held = board.emergencies[words[1]]
    standing = held.standing(board.date)
    return f"waiting until {held.due}" if standing == "waiting" else standing


def _vote_mark(stage: Stage, statement: Statement, words: list[str]) -> str:
    vote = _voting(stage, statement, words).cast[stage.body(statement.line, words[2])]
    marks = [vote.channel, "confirmed" if vote.confirmed else "unconfirmed"]
    return ", ".join([*marks, "against the mandate"] if vote.breach else marks)


def _records(stage: Stage, statement: Statement, words: list[str]) -> str:
    files = [(code, reader.bundle(body, book=True)) for code, body in stage.bodies.items()]
    try:
        verify_files(files)
    except Unsound as error:
        return f"unsound: {error}"
    return "sound"


QUESTIONS: dict[str, Callable[[Stage, Statement, list[str]], str]] = {
    "refused": _refused,
    "warning": _warning,
    "outcome": _outcome,
    "standing": _standing,
    "history": _history,
    "figure": _figure,
    "condition": _condition,
    "quorum": _quorum,
    "votes": _votes,
    "all-votes": _all_votes,
    "members": _members,
    "meeting": _meeting,
    "mandate": _mandate,
    "credential": _credential,
    "credentials": _credentials,
    "translation": _translation,
    "affected": _affected,
    "composition": _composition,
    "electorate": _electorate,
    "cast": _cast,
    "tally": _tally,
    "elected": _elected,
    "proposal": _proposal,
    "versions": _versions,
    "seconds": _seconds,
    "referred-back": _referred,
    "referred-to": _referred_to,
    "review": _review,
    "seat": _seat,
    "bodies": _bodies,
    "petition": _petition,
    "role": _role,
    "bound": _bound,
    "office": _office,
    "emergency": _emergency,
    "vote-mark": _vote_mark,
    "records": _records,
}
