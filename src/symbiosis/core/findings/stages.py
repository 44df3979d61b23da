"""Stages: steps that are never reached, and keys that ask for what such a stage does not have."""

from __future__ import annotations

from symbiosis.core.charters import counted_by
from symbiosis.core.findings.case import Case, Found, Step, petitions, steps, who_may
from symbiosis.core.findings.tried import UNITS, positions
from symbiosis.core.secret_votes import fits_secret_paper
from symbiosis.counting.conditions import terms


def stage_never_reached(case: Case) -> Found:
    """The stage before can never end as this one waits for."""
    for step in steps(case.charter):
        if step.number == 1:
            if step.stage.after == "no_consensus":
                yield f"{step.place}.after", {"after": step.stage.after}
            continue
        before = step.matter.stages[step.number - 2]
        ends = {"vote": ("adopted",), "consensus": ("adopted", "no_consensus")}.get(before.method, ())
        if step.stage.after not in ends:
            yield f"{step.place}.after", {"after": step.stage.after}


def later_stage_skipped(case: Case) -> Found:
    """Consensus ends the matter, and the stages behind its fallback are for what was voted on alone."""
    for step in steps(case.charter):
        rest = step.matter.stages[step.number :]
        if step.stage.method != "consensus" or not rest or rest[0].after != "no_consensus":
            continue
        if any(stage.after == "adopted" for stage in rest):
            yield step.place, {"matter": step.name, "stage": step.number}


def attempts_never_recorded(case: Case) -> Found:
    """Attempts are recorded after a test without consensus, and this stage follows none."""
    for step in steps(case.charter):
        if step.stage.attempts and (step.number == 1 or step.stage.after == "adopted"):
            yield f"{step.place}.attempts", {"attempts": step.stage.attempts}


def secrecy_impossible(case: Case) -> Found:
    """A secret ballot is asked for where none can be held: of others than members, in a test for consensus, by
    proxies, with time given for positions that nobody sees, or with marks that no secret paper has room for."""
    for step in steps(case.charter):
        stage = step.stage
        impossible = stage.electorate != "members" or stage.method == "consensus" or stage.proxies
        if stage.secrecy == "secret" and (impossible or stage.extension or not fits_secret_paper(stage)):
            yield f"{step.place}.secrecy", {"electorate": stage.electorate, "method": stage.method}


def key_in_one_hand(case: Case) -> Found:
    """One trustee alone can open every ballot, and see who voted how."""
    for step in steps(case.charter):
        if step.stage.ballots and step.stage.ballots.enough == 1:
            yield f"{step.place}.ballots", {"trustees": step.stage.ballots.number}


def one_key_stops_the_count(case: Case) -> Found:
    """All of several trustees are needed: one lost key, and nobody ever knows the result."""
    for step in steps(case.charter):
        rule = step.stage.ballots
        if rule and 1 < rule.enough == rule.number:
            yield f"{step.place}.ballots.threshold", {"trustees": rule.number}


def authority_holds_the_key(case: Case) -> Found:
    """Those who know which credential is whose open the ballots, too."""
    for step in steps(case.charter):
        rule = step.stage.ballots
        if rule and rule.authority == rule.trustees:
            yield f"{step.place}.ballots", {"role": rule.authority}


def trustees_powerless(case: Case) -> Found:
    """Those who hold the key may not use it."""
    for step in steps(case.charter):
        rule = step.stage.ballots
        if rule is None:
            continue
        acts = ("BallotsShuffled", "BallotsDecrypted") if counted_by(step.stage) else ("BallotsDecrypted",)
        for act in acts:
            if rule.trustees not in who_may(case.charter, act):
                yield f"roles.{rule.trustees}.powers", {"role": rule.trustees, "act": act}


def secrecy_not_kept(case: Case) -> Found:
    """Delegations and bodies vote openly, whatever the charter says."""
    for step in steps(case.charter):
        if step.stage.secrecy == "closed" and step.stage.electorate in ("delegations", "bodies"):
            yield f"{step.place}.secrecy", {"electorate": step.stage.electorate}


def conditions_ignored(case: Case) -> Found:
    """Only a vote looks at conditions."""
    for step in steps(case.charter):
        if step.stage.conditions and step.stage.method != "vote":
            yield f"{step.place}.conditions", {"method": step.stage.method}


def grounds_without_block(case: Case) -> Found:
    """Grounds for a block are named, and nobody can block."""
    for step in steps(case.charter):
        blocks = step.stage.electorate in ("members", "delegations") and "block" in positions(step.stage)
        if step.stage.block_grounds and not blocks:
            yield f"{step.place}.block_grounds", {"offered": ", ".join(positions(step.stage))}


def stand_aside_limit_missing(case: Case) -> Found:
    """Whoever stands aside stops the group, which is what standing aside is meant not to do."""
    for step in steps(case.charter):
        stage = step.stage
        if stage.method == "consensus" and "stand_aside" in positions(stage) and not stage.stand_aside_limit:
            yield step.place, {}


def consensus_cannot_be(case: Case) -> Found:
    """A test for consensus in which nobody can agree."""
    for step in steps(case.charter):
        stage = step.stage
        if stage.method != "consensus":
            continue
        nobody = not {"agree", "reservation"} & set(positions(stage))
        if nobody or stage.electorate == "bodies":
            yield step.place, {"electorate": stage.electorate}


def more_reserved_than_seats(case: Case) -> Found:
    """More seats are reserved for groups than there are."""
    for step in steps(case.charter):
        needed = sum(rule.at_least for rule in step.stage.reserved.values())
        if 0 < step.stage.seats < needed:
            yield f"{step.place}.reserved", {"reserved": needed, "seats": step.stage.seats}


def reserved_for_nobody(case: Case) -> Found:
    """A group is named, and nothing is said of its seats."""
    for step in steps(case.charter):
        for name, rule in step.stage.reserved.items():
            if not rule.at_least and not rule.at_most:
                yield f"{step.place}.reserved.{name}", {"group": name}


def deciding_counts_nothing(case: Case) -> Found:
    """The question which of two texts stands is counted where it has no votes."""
    for step in steps(case.charter):
        stage = step.stage
        if stage.method != "deciding":
            continue
        empty = [unit for unit in stage.counted_in if unit not in UNITS[stage.electorate]]
        if not {"first", "second"} & set(positions(stage)):
            empty = list(stage.counted_in)
        if empty:
            yield f"{step.place}.counted_in", {"unit": empty[0], "electorate": stage.electorate}


def silence_fills_the_quorum(case: Case) -> Found:
    """Bodies that do not answer count as if they had: a quorum of those who answered is always there."""
    for step in steps(case.charter):
        if step.stage.silence == "nothing":
            continue
        for number, condition in enumerate(step.stage.quorum, start=1):
            if "cast" in {name for _, name in terms(condition.counts)}:
                yield f"{step.place}.quorum.{number}", {"silence": step.stage.silence}


def proxies_nowhere(case: Case) -> Found:
    """Proxies are for votes that members cast themselves."""
    for step in steps(case.charter):
        if step.stage.proxies and (step.stage.electorate != "members" or step.stage.secrecy == "hands"):
            yield f"{step.place}.proxies", {"electorate": step.stage.electorate}


def snapshot_ignored(case: Case) -> Found:
    """Who was on the roll when a proposal was put is looked at for members alone."""
    for step in steps(case.charter):
        if step.stage.snapshot == "put" and step.stage.electorate != "members":
            yield f"{step.place}.snapshot", {"electorate": step.stage.electorate}


def mandate_ignored(case: Case) -> Found:
    """Only delegations have mandates."""
    for step in steps(case.charter):
        if step.stage.needs_mandate and step.stage.electorate != "delegations":
            yield f"{step.place}.needs_mandate", {"electorate": step.stage.electorate}


def mandate_impossible(case: Case) -> Found:
    """Delegations need a mandate, and no kind of mandate is allowed."""
    modes = case.charter.bodies.mandates.modes if case.charter.bodies else ("free",)
    for step in steps(case.charter):
        if step.stage.needs_mandate and step.stage.electorate == "delegations" and not modes:
            yield "bodies.mandates.modes", {"matter": step.name}
            return


def contest_of_nothing(case: Case) -> Found:
    """Time to contest a count where votes are in the record one by one and nothing is counted by hand.

    Such days are no defect where a petition has as many: they hold a decision up until it can be demanded otherwise.
    """
    suspensive = {rule.window_days for _, rule in petitions(case.charter)}
    for step in steps(case.charter):
        if step.stage.contest_days in suspensive:
            continue
        if step.stage.contest_days and step.stage.electorate in ("delegations", "bodies"):
            yield f"{step.place}.contest_days", {"days": step.stage.contest_days}


def grace_for_nothing(case: Case) -> Found:
    """Hours for late votes where none can be taken late."""
    for step in steps(case.charter):
        if step.stage.late_grace_hours and step.stage.electorate == "bodies":
            yield f"{step.place}.late_grace_hours", {"hours": step.stage.late_grace_hours}


def extension_never_given(case: Case) -> Found:
    """A vote can be extended 0 times."""
    for step in steps(case.charter):
        if step.stage.extension and not step.stage.extension.most:
            yield f"{step.place}.extension", {}


def provisional_for_nothing(case: Case) -> Found:
    """What is adopted for the time being never takes effect, or would be final anyway."""
    for step in steps(case.charter):
        if not step.stage.provisional:
            continue
        never = step.matter.binding == "advisory" or not who_may(case.charter, "DecisionInForce")
        if never or _final(step):
            yield f"{step.place}.provisional", {"stage": step.number}


def _final(step: Step) -> bool:
    rest = step.matter.stages[step.number :]
    return not rest or rest[0].after != "adopted"


def notice_without_meeting(case: Case) -> Found:
    """Notice of a vote that need not be held in any meeting."""
    for step in steps(case.charter):
        if step.stage.notice_days and not step.meets:
            yield f"{step.place}.notice_days", {"days": step.stage.notice_days}
