"""Texts before a vote: frozen in time, ready in the languages that the charter demands, or waived."""

from __future__ import annotations

from fractions import Fraction

from symbiosis.core.act import Act, BodyId, Count, Form, Language, Name, Text
from symbiosis.core.charters import Translations, matter_of
from symbiosis.core.decided import check_decided
from symbiosis.core.meetings import meeting_of
from symbiosis.core.proposals import check_not_lapsed, open_proposal, proposal_of
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Board, Proposal, Version, days_between
from symbiosis.counting.conditions import share_of
from symbiosis.errors import Refusal


class VersionFrozen(Act, frozen=True, kw_only=True):
    """The agenda closes on a proposal: its text is fixed for a meeting (or for a vote without one)."""

    proposal: Name
    version: Count
    meeting: Name | None = None


def check_version_frozen(board: Board, act: VersionFrozen) -> None:
    """Enough have seconded it, it was discussed long enough, and is frozen early enough before the meeting.

    Raises `Refusal` NoSuchProposal, ProposalLapsed, NotTheLatestVersion, AlreadyFrozen, TooFewSeconds,
    DiscussedTooShort, FrozenTooLate.
    """
    proposal = open_proposal(board, act.proposal)
    matter = matter_of(board.charter, proposal.matter)
    check_not_lapsed(board, proposal, act.date)
    if act.version != len(proposal.versions):
        raise Refusal("NotTheLatestVersion", "", version=act.version, latest=len(proposal.versions))
    if proposal.versions[-1].frozen:
        raise Refusal("AlreadyFrozen", "", proposal=proposal.id)
    seconds = len(proposal.supporters) if board.charter.bodies else proposal.supports_counted
    if seconds < matter.seconds:
        raise Refusal(
            "TooFewSeconds", f"matters.{proposal.matter}.seconds", seconds=seconds, needed=matter.seconds
        )
    discussed = days_between(proposal.put, act.date)
    if discussed < matter.discussion_days:
        raise Refusal(
            "DiscussedTooShort",
            f"matters.{proposal.matter}.discussion_days",
            days=discussed,
            needed=matter.discussion_days,
        )
    if act.meeting:
        days = days_between(act.date, meeting_of(board, act.meeting).on)
        if days < matter.freeze_days:
            raise Refusal(
                "FrozenTooLate",
                f"matters.{proposal.matter}.freeze_days",
                days=days,
                needed=matter.freeze_days,
            )


def apply_version_frozen(board: Board, act: VersionFrozen) -> None:
    """This text is what mandates and votes are about."""
    proposal = board.proposals[act.proposal]
    proposal.state = "frozen"
    proposal.meeting = act.meeting or ""
    proposal.versions[-1].frozen = act.date


class TranslationReady(Act, frozen=True, kw_only=True):
    """A version can be read (or heard) in one more language; `text` follows that version and no other."""

    proposal: Name
    version: Count
    language: Language
    text: Text


def check_translation_ready(board: Board, act: TranslationReady) -> None:
    """The version is there and this language and form are not yet. Raises `Refusal` NoSuchProposal,
    NoSuchVersion, AlreadyTranslated."""
    version = version_of(proposal_of(board, act.proposal), act.version)
    if (act.language, act.text.form) in version.ready:
        raise Refusal("AlreadyTranslated", "", language=act.language)


def apply_translation_ready(board: Board, act: TranslationReady) -> None:
    """The day counts for the deadline."""
    version = board.proposals[act.proposal].versions[act.version - 1]
    version.ready[act.language, act.text.form] = act.date
    version.hashes[act.language, act.text.form] = act.text


class WaiverGiven(Act, frozen=True, kw_only=True):
    """A body that a late translation affects lets the item go on all the same."""

    to: BodyId
    proposal: Name
    version: Count
    language: Language
    form: Form = "text"
    voting: Name | None = None


def check_waiver_given(board: Board, act: WaiverGiven) -> None:
    """The body is in that confederation. Raises `Refusal` NotInThatConfederation, NotDecided."""
    check_for_body(board, act.to)
    check_decided(board, act, act.voting or "")


class WaiverGivenReceived(Received, frozen=True, kw_only=True):
    """An affected body's waiver."""


def check_waiver_given_received(board: Board, act: WaiverGivenReceived) -> None:
    """The translation is demanded and late, and this body is affected by it.

    Raises `Refusal` NoSuchVersion, NothingToWaive, NotAffected, AlreadyWaived.
    """
    sent = proven(board, act, WaiverGiven)
    proposal = open_proposal(board, sent.proposal)
    version = version_of(proposal, sent.version)
    demanded = (sent.language, sent.form)
    if translation_standing(board, proposal, version, *demanded) not in ("late", "missing", "waived"):
        raise Refusal("NothingToWaive", f"matters.{proposal.matter}.translations", language=sent.language)
    if act.sender not in affected(board, *demanded, act.date):
        raise Refusal("NotAffected", f"matters.{proposal.matter}.translations", language=sent.language)
    if act.sender in version.waivers.get(demanded, ()):
        raise Refusal("AlreadyWaived", "", language=sent.language)


def apply_waiver_given_received(board: Board, act: WaiverGivenReceived) -> None:
    """One more of the affected bodies."""
    sent = sent_act(act, WaiverGiven)
    version = board.proposals[sent.proposal].versions[sent.version - 1]
    version.waivers.setdefault((sent.language, sent.form), set()).add(act.sender)


def affected(board: Board, language: str, form: str, day: str) -> set[str]:
    """The bodies whose only working language is this one: a text is what they read, audio what they hear."""
    found = set()
    for sister in board.sisters.values():
        tongues = sister.languages if form == "text" else sister.audio
        if sister.takes_part(day) and tongues == (language,) and (form == "audio" or not sister.audio):
            found.add(sister.id)
    return found


def demanded_for(rule: Translations | None, version: Version) -> tuple[tuple[str, str], ...]:
    """What a version must be ready in: all languages for the first, those `on_change` for later ones."""
    if rule is None:
        return ()
    return rule.required if version.number == 1 else rule.on_change


def translation_standing(board: Board, proposal: Proposal, version: Version, language: str, form: str) -> str:
    """Where a demanded translation stands: authentic, ready, late, missing, waived, or not demanded."""
    rule = matter_of(board.charter, proposal.matter).translations
    if rule is None or (language, form) not in demanded_for(rule, version):
        return "not_demanded"
    if language in version.texts and form == "text":
        return "authentic"
    day = version.ready.get((language, form))
    on = board.meetings[proposal.meeting].on if proposal.meeting else ""
    in_time = day is not None and (version.number > 1 or not on or days_between(day, on) >= rule.days_before)
    if in_time:
        return "ready"
    if rule.waiver:
        bodies = affected(board, language, form, board.date)
        waived = len(version.waivers.get((language, form), set()) & bodies)
        if bodies and Fraction(waived, len(bodies)) >= share_of(rule.waiver):
            return "waived"
    return "missing" if day is None else "late"


def check_translations(board: Board, proposal: Proposal, version: Version) -> None:
    """A vote may open: every demanded language is there in time or waived. Raises `Refusal`
    TranslationMissing, TranslationLate."""
    rule = matter_of(board.charter, proposal.matter).translations
    for language, form in demanded_for(rule, version):
        standing = translation_standing(board, proposal, version, language, form)
        if standing in ("missing", "late"):
            raise Refusal(
                "TranslationMissing" if standing == "missing" else "TranslationLate",
                f"matters.{proposal.matter}.translations",
                language=language,
                form=form,
            )


def version_of(proposal: Proposal, number: int) -> Version:
    """A version of a proposal, counted from 1; `Refusal` NoSuchVersion."""
    if not 1 <= number <= len(proposal.versions):
        raise Refusal("NoSuchVersion", "", version=number)
    return proposal.versions[number - 1]
