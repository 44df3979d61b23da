"""A secret vote before it opens: trustees make their key, the authority its credentials, and a role opens the vote.

The node passes on what trustees hand in and checks it at once; it never sees a secret of theirs, and no credential. All
of it is working material: what the record keeps are the three public files that the opening act names.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from gmpy2 import mpz

from symbiosis.actions import folds
from symbiosis.actions.attachments import attach
from symbiosis.actions.clock import civil_date
from symbiosis.actions.perform import Receipt, make, perform
from symbiosis.ballots import ceremony as rounds
from symbiosis.ballots import threshold
from symbiosis.ballots.credentials import read_credentials
from symbiosis.ballots.election import group_for, new_uuid, write_election
from symbiosis.ballots.groups import Group, Powers
from symbiosis.ballots.membership import outsiders
from symbiosis.ballots.questions import Question
from symbiosis.ballots.trustees import Trustees, check_trustee, election_key, write_trustees
from symbiosis.ballots.wire import TrusteePublicKey, decode
from symbiosis.core import body as rules
from symbiosis.core.acts import ACTS
from symbiosis.core.charters import Ballots, Stage, matter_of
from symbiosis.core.member_votes import may_vote
from symbiosis.errors import Refusal, Unsound
from symbiosis.store.models import Ceremony, Person, TrusteeMessage
from symbiosis.verify.ballots import question_for, title_for
from symbiosis.verify.replay import Fold

MOST_BYTES = 4_000_000
"""Of one message, or of the credentials of about 6,000 people: more is not read."""
_BLANK = {"sha256": "0" * 64, "size": 0}


def stage_of(fold: Fold, opening: Mapping[str, Any]) -> tuple[Stage, Ballots]:
    """The rule by which a vote is prepared. Raises `Refusal` NoSuchMatter, NoSuchStage, BallotsNeeded."""
    name, number = str(opening.get("matter", "")), opening.get("stage", 1)
    matter = matter_of(fold.board.charter, name)
    if not isinstance(number, int) or not 1 <= number <= len(matter.stages):
        raise Refusal("NoSuchStage", f"matters.{name}", stage=str(number))
    stage = matter.stages[number - 1]
    if stage.ballots is None:
        raise Refusal("BallotsNeeded", f"matters.{name}")
    return stage, stage.ballots


def is_secret(fold: Fold, opening: Mapping[str, Any]) -> bool:
    """Whether the opening act would open a secret vote, which is prepared first."""
    try:
        stage_of(fold, opening)
    except Refusal:
        return False
    return True


def question_of(fold: Fold, opening: Mapping[str, Any]) -> Question:
    """What will be asked, as the opening act will say it."""
    stage, _ = stage_of(fold, opening)
    put = str(opening.get("proposal") or "")
    title = title_for(fold.board, fold.board.charter, opening["matter"], put)
    return question_for(stage, title, tuple(opening.get("options", ())))


def group_of(fold: Fold, ceremony: Ceremony) -> Group:
    """The group in which this election is held."""
    return group_for((question_of(fold, ceremony.opening),))


def prepare(body: str, opening: Mapping[str, Any], *, at: int, by: str) -> Ceremony:
    """Begin to prepare a secret vote. `opening` are the fields of the opening act without its election.

    All that would stop the vote from opening now is refused now, with the article. Raises what `VotingOpened`
    refuses, and `Refusal` VotingExists where it is being prepared already.
    """
    with folds.lock:
        fold = folds.caught_up(body)
        day = civil_date(fold.board.charter.timezone, at)
        voters = _voters(fold, opening, day)
        _check_opening(fold, opening, voters, at, by)
    made = Ceremony(
        body=body,
        voting=opening["voting"],
        uuid=new_uuid(secrets.randbelow),
        opening=dict(opening),
        voters=voters,
        since=day,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal("VotingExists", "", voting=str(opening["voting"])) from error
    return made


def _voters(fold: Fold, opening: Mapping[str, Any], day: str) -> int:
    """How many may vote on a day: as many credentials are made."""
    stage, _ = stage_of(fold, opening)
    put = str(opening.get("proposal") or "")
    return may_vote(fold.board, fold.book, stage, put, day) if fold.book else fold.board.members


def _check_opening(fold: Fold, opening: Mapping[str, Any], voters: int, at: int, by: str) -> None:
    """Try the opening act with an election of no content: the rules for everything else are the same."""
    blank = dict.fromkeys(("election", "trustees", "credentials"), _BLANK)
    election = blank | {"uuid": "1" * 14, "voters": voters}
    now = max(at, fold.board.at, fold.book.at if fold.book else 0)
    rules.check(
        fold.board, fold.book, make(fold, ACTS["VotingOpened", 1], {**opening, "ballots": election}, now, by)
    )


def is_threshold(rule: Ballots) -> bool:
    """Whether some of the trustees are enough, so that they make one key together in three rounds."""
    return rule.enough < rule.number


def rounds_of(rule: Ballots) -> int:
    """How many messages each trustee hands in."""
    return 3 if is_threshold(rule) else 1


def messages(ceremony: Ceremony, round: int) -> dict[int, str]:
    """What was handed in in a round, by the trustee's number."""
    rows = TrusteeMessage.objects.filter(ceremony=ceremony, round=round).order_by("trustee")
    return dict(rows.values_list("trustee", "text"))


def handed_in(ceremony: Ceremony, round: int) -> set[int]:
    """Who has handed in their message of a round: numbers alone, since messages can be long."""
    rows = TrusteeMessage.objects.filter(ceremony=ceremony, round=round)
    return set(rows.values_list("trustee", flat=True))


def round_now(ceremony: Ceremony, rule: Ballots) -> int:
    """The round that is under way, from 1; one more than the last where the key is made."""
    for number in range(1, rounds_of(rule) + 1):
        if len(handed_in(ceremony, number)) < rule.number:
            return number
    return rounds_of(rule) + 1


def number_of(ceremony: Ceremony, person: Person | None) -> int:
    """Which trustee somebody is, from 1; 0 for none."""
    found = (
        TrusteeMessage.objects.filter(ceremony=ceremony, person=person, round=1).first() if person else None
    )
    return found.trustee if found else 0


def opened_ceremony(ceremony: Ceremony, group: Group, rule: Ballots) -> rounds.Ceremony:
    """The ceremony by threshold as it is fixed once all certificates are in. Raises `Unsound`."""
    texts = [text.encode() for text in messages(ceremony, 1).values()]
    return rounds.open_ceremony(group, ceremony.uuid, rule.enough, texts)


def hand_in(ceremony: Ceremony, person: Person, round: int, text: str) -> int:
    """Take a trustee's message of a round; gives the trustee's number. Whoever comes first is trustee 1.

    Raises `Refusal` NotThisRound (it is not the turn of this round, or this trustee did it), TrusteesComplete,
    TrusteeMessageWrong with what is wrong.
    """
    with folds.lock, transaction.atomic():
        fold = folds.caught_up(ceremony.body)
        _, rule = stage_of(fold, ceremony.opening)
        own = number_of(ceremony, person)
        if round != round_now(ceremony, rule):
            raise Refusal("NotThisRound", "", round=round)
        if round == 1:
            if own:
                raise Refusal("NotThisRound", "", round=round)
            own = len(handed_in(ceremony, 1)) + 1
        elif not own or own in handed_in(ceremony, round):
            raise Refusal("NotThisRound", "", round=round)
        try:
            if len(text) > MOST_BYTES:
                raise Unsound("it is too long")
            _check_message(ceremony, group_of(fold, ceremony), rule, round, own, text.encode())
        except Unsound as error:
            raise Refusal("TrusteeMessageWrong", "", problem=str(error)) from error
        TrusteeMessage.objects.create(ceremony=ceremony, round=round, trustee=own, person=person, text=text)
    return own


def _check_message(
    ceremony: Ceremony, group: Group, rule: Ballots, round: int, own: int, text: bytes
) -> None:
    before = [each.encode() for each in messages(ceremony, 1).values()]
    if not is_threshold(rule):
        key = decode(text, TrusteePublicKey, f"trustee {own}")
        check_trustee(Powers(group, group.g, 4), key, f"trustee {own}")
        if any(decode(each, TrusteePublicKey).public_key == key.public_key for each in before):
            raise Unsound("this key was handed in already")
    elif round == 1:
        # The ceremony is fixed when all are in; until then certificates are looked at as one of so many.
        rounds.open_ceremony(group, ceremony.uuid, 1, [*before, text])
    elif round == 2:
        threshold.read_polynomial(opened_ceremony(ceremony, group, rule), own, text)
    else:
        threshold.read_verification_key(_polynomials(ceremony, group, rule), own, text)


def _polynomials(ceremony: Ceremony, group: Group, rule: Ballots) -> threshold.Polynomials:
    texts = [each.encode() for each in messages(ceremony, 2).values()]
    return threshold.read_polynomials(opened_ceremony(ceremony, group, rule), texts)


def hand_in_credentials(ceremony: Ceremony, text: str) -> None:
    """Take the public credentials: one for each who may vote, no two alike, each an element of the group.

    Raises `Refusal` CredentialsWrong with what is wrong, CredentialsDiffer.
    """
    with folds.lock:
        group = group_of(folds.caught_up(ceremony.body), ceremony)
    try:
        if len(text) > MOST_BYTES:
            raise Unsound("it is too long")
        weights = read_credentials(text.encode())
        if any(weight != 1 for weight in weights.values()):
            raise Unsound("a credential has a weight: here everybody has one vote")
        if outsiders(group, [mpz(each) for each in weights]):
            raise Unsound("a credential is not in the group of this election")
    except Unsound as error:
        raise Refusal("CredentialsWrong", "", problem=str(error)) from error
    if len(weights) != ceremony.voters:
        raise Refusal("CredentialsDiffer", "", credentials=len(weights), entitled=ceremony.voters)
    Ceremony.objects.filter(pk=ceremony.pk).update(credentials=text)


def public_trustees(ceremony: Ceremony, group: Group, rule: Ballots) -> Trustees:
    """All who hold the key, as the election's file lists them. Raises `Unsound` where somebody is missing."""
    if is_threshold(rule):
        texts = [each.encode() for each in messages(ceremony, 3).values()]
        return Trustees((threshold.public_parameters(_polynomials(ceremony, group, rule), texts),))
    return Trustees(tuple(decode(each.encode(), TrusteePublicKey) for each in messages(ceremony, 1).values()))


def election_of(fold: Fold, ceremony: Ceremony) -> dict[str, bytes]:
    """The three public files: election, trustees, credentials."""
    _, rule = stage_of(fold, ceremony.opening)
    question = question_of(fold, ceremony.opening)
    group = group_for((question,))
    trustees = public_trustees(ceremony, group, rule)
    key = election_key(group, trustees)
    election = write_election(
        group, key, (question,), ceremony.uuid, question.question, description=fold.board.name
    )
    return {
        "election": election,
        "trustees": write_trustees(trustees),
        "credentials": ceremony.credentials.encode(),
    }


def open_vote(ceremony: Ceremony, *, at: int, by: str, closes: int | None = None) -> Receipt:
    """Open the vote that was prepared: its files are on the board, and ballots may come.

    `closes` takes the place of the last moment that was asked for when the preparation began.

    Raises `Refusal` NotPreparedYet, CredentialsDiffer where people joined or left since, and what `VotingOpened`
    refuses. The files are kept before the act: a crash in between leaves files that nothing names.
    """
    with folds.lock:
        fold = folds.caught_up(ceremony.body)
        _, rule = stage_of(fold, ceremony.opening)
        if round_now(ceremony, rule) <= rounds_of(rule) or not ceremony.credentials:
            raise Refusal("NotPreparedYet", "")
        named = {
            name: attach(ceremony.body, data, "application/json")
            for name, data in election_of(fold, ceremony).items()
        }
        election = named | {"uuid": ceremony.uuid, "voters": ceremony.voters}
        opening = {**ceremony.opening, "ballots": election} | ({"closes": closes} if closes else {})
        receipt = perform(ceremony.body, "VotingOpened", opening, at=at, by=by)
        # The credentials are on the board now. Messages stay: trustees by threshold need them to find their key.
        Ceremony.objects.filter(pk=ceremony.pk).update(credentials="")
    return receipt


def begin_again(ceremony: Ceremony, *, at: int) -> None:
    """Throw away what was handed in, because the roll changed or a trustee cannot go on; the question stays.

    Slips that were printed are void: the election gets another name. Raises `Refusal` VotingExists once it is open.
    """
    with folds.lock, transaction.atomic():
        fold = folds.caught_up(ceremony.body)
        if ceremony.voting in fold.board.votings:
            raise Refusal("VotingExists", "", voting=ceremony.voting)
        voters = _voters(fold, ceremony.opening, civil_date(fold.board.charter.timezone, at))
        TrusteeMessage.objects.filter(ceremony=ceremony).delete()
        Ceremony.objects.filter(pk=ceremony.pk).update(
            uuid=new_uuid(secrets.randbelow), credentials="", voters=voters
        )
