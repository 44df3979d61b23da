"""What cannot work in a charter, or does not do what its words say, found before a body adopts it.

Every check is one small function in the one table here, named by the defect that it finds. What is found is no
refusal: an old record's charter stays readable whatever is found in it. `docs/spec/findings.md` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from symbiosis.core.charters import Charter
from symbiosis.core.findings import councils, counts, roles, stages, times
from symbiosis.core.findings.case import Case, Finding, Found

CHECKS: dict[str, Callable[[Case], Found]] = {
    "UnknownAct": roles.unknown_act,
    "DecisionNotHeeded": roles.decision_not_heeded,
    "NobodyMayDo": roles.nobody_may_do,
    "CharterCannotChange": roles.charter_cannot_change,
    "CharterChangedByOneRole": roles.charter_changed_by_one_role,
    "UnanimityDeadlock": counts.unanimity_deadlock,
    "OneVoterDecides": counts.one_voter_decides,
    "AdviceThatDecides": roles.advice_that_decides,
    "RoleWithoutPowers": roles.role_without_powers,
    "RoleWithItself": roles.role_with_itself,
    "VacancyStopsEverything": roles.vacancy_stops_everything,
    "BarNeverEnds": roles.bar_never_ends,
    "CompositionImpossible": roles.composition_impossible,
    "RecallSlowerThanTerm": roles.recall_slower_than_term,
    "OverdueCallersPowerless": roles.overdue_callers_powerless,
    "EmergencyRolePowerless": roles.emergency_role_powerless,
    "StageNeverReached": stages.stage_never_reached,
    "LaterStageSkipped": stages.later_stage_skipped,
    "AttemptsNeverRecorded": stages.attempts_never_recorded,
    "SecrecyImpossible": stages.secrecy_impossible,
    "SecrecyNotKept": stages.secrecy_not_kept,
    "KeyInOneHand": stages.key_in_one_hand,
    "OneKeyStopsTheCount": stages.one_key_stops_the_count,
    "AuthorityHoldsTheKey": stages.authority_holds_the_key,
    "TrusteesPowerless": stages.trustees_powerless,
    "ConditionsIgnored": stages.conditions_ignored,
    "GroundsWithoutBlock": stages.grounds_without_block,
    "StandAsideLimitMissing": stages.stand_aside_limit_missing,
    "ConsensusCannotBe": stages.consensus_cannot_be,
    "DecidingCountsNothing": stages.deciding_counts_nothing,
    "MoreReservedThanSeats": stages.more_reserved_than_seats,
    "ReservedForNobody": stages.reserved_for_nobody,
    "SilenceFillsTheQuorum": stages.silence_fills_the_quorum,
    "ProxiesNowhere": stages.proxies_nowhere,
    "SnapshotIgnored": stages.snapshot_ignored,
    "MandateIgnored": stages.mandate_ignored,
    "MandateImpossible": stages.mandate_impossible,
    "ContestOfNothing": stages.contest_of_nothing,
    "GraceForNothing": stages.grace_for_nothing,
    "ExtensionNeverGiven": stages.extension_never_given,
    "ProvisionalForNothing": stages.provisional_for_nothing,
    "NoticeWithoutMeeting": stages.notice_without_meeting,
    "ConditionCountsNothing": counts.condition_counts_nothing,
    "PositionNotOffered": counts.position_not_offered,
    "PresentWithoutMeeting": counts.present_without_meeting,
    "AmbiguousBase": counts.ambiguous_base,
    "StandAsideCountsAgainst": counts.stand_aside_counts_against,
    "ThresholdUnreachable": counts.threshold_unreachable,
    "AllAgainstPasses": counts.all_against_passes,
    "TieContradictsCondition": counts.tie_contradicts_condition,
    "ExactHalfPasses": counts.exact_half_passes,
    "TieWithoutEffect": counts.tie_without_effect,
    "EmptyPasses": counts.empty_passes,
    "EverybodyStandsAside": counts.everybody_stands_aside,
    "QuorumAboveTheRoll": times.quorum_above_the_roll,
    "QuorumByCallMissing": times.quorum_by_call_missing,
    "QuorumTwice": times.quorum_twice,
    "LaterCallHigher": times.later_call_higher,
    "AverageWithoutFloor": times.average_without_floor,
    "OverdueWithoutPetition": times.overdue_without_petition,
    "FreezeLongerThanNotice": times.freeze_longer_than_notice,
    "TranslationBeforeFreeze": times.translation_before_freeze,
    "LapsesBeforeTheVote": times.lapses_before_the_vote,
    "EmergencyJudgedTooLate": times.emergency_judged_too_late,
    "PetitionUnreachable": times.petition_unreachable,
    "PetitionNeedsNobody": times.petition_needs_nobody,
    "PetitionCountsOthers": times.petition_counts_others,
    "CapBelowMinimum": councils.cap_below_minimum,
    "VoicelessBody": councils.voiceless_body,
    "SeatsOutOfBounds": councils.seats_out_of_bounds,
    "DelegationOfNobody": councils.delegation_of_nobody,
    "BodiesWithoutVoice": councils.bodies_without_voice,
    "WeightsForNobody": councils.weights_for_nobody,
    "BodyBelowMinimum": councils.body_below_minimum,
    "CaucusWithoutRights": councils.caucus_without_rights,
    "CaucusTwice": councils.caucus_twice,
    "CaucusWithoutBody": councils.caucus_without_body,
    "BindingWithoutBodies": councils.binding_without_bodies,
    "WaiverWithoutBodies": councils.waiver_without_bodies,
    "SecondsUnreachable": councils.seconds_unreachable,
    "CountersMissing": councils.counters_missing,
    "SignersAboveTheRoll": councils.signers_above_the_roll,
    "ExpulsionWithoutAppeal": councils.expulsion_without_appeal,
    "ExpulsionWithoutNotice": councils.expulsion_without_notice,
    "NoLanguages": councils.no_languages,
}
"""Each defect by name, and the function that finds it."""


def findings(
    charter: Charter, members: int | None = None, bodies: Mapping[str, int] | None = None
) -> list[Finding]:
    """All that was found in a charter, in the table's order; nothing in one that works as it says.

    `members` is how many people the body has, `bodies` its bodies' members by code: with them it is also found
    what works at other sizes and not at this one.
    """
    case = Case(charter, members, bodies)
    return [Finding(code, place, figures) for code, check in CHECKS.items() for place, figures in check(case)]


__all__ = ["CHECKS", "Finding", "findings"]
