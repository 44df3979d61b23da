"""A charter in plain words: members read rules, not syntax."""

from __future__ import annotations

from collections.abc import Callable

from symbiosis.core.charters import (
    Bodies,
    Charter,
    Composition,
    Matter,
    Petition,
    Quorum,
    Role,
    Stage,
)
from symbiosis.counting.conditions import Condition
from symbiosis.phrases.acts import act_title, value_label
from symbiosis.phrases.catalogues import translated
from symbiosis.phrases.sentences import BARS, UNITS, expression

Section = tuple[str, list[str]]

READERS = {
    "everyone": "Everyone may read its board.",
    "confederation": "Its confederation may read its board.",
}
FOLLOWS = {
    "adopted": "It follows when the step before it adopted.",
    "no_consensus": "It follows when there was no consensus.",
}
ADMISSION = {
    "open": "A body joins by its own act.",
    "decision": "A body joins when it was admitted by a decision.",
}
ROUNDING = {
    "started": "Each body has one vote for every {per} members or part of them.",
    "full": "Each body has one vote for every {per} members, full ones only.",
    "nearest": "Each body has one vote for every {per} members, rounded to the nearest.",
}
SCOPES = {
    "delegation": "of each delegation",
    "all": "of all delegations together",
}
UNMET = {
    "refuse": "Otherwise it is refused.",
    "warn": "Otherwise there is a warning.",
}
SPLITS = {
    "never": "A body does not split its votes.",
    "largest_remainder": "A body may split its votes by its own count (largest remainder).",
}
BREACHES = {
    "refuse": "A vote against the mandate is refused.",
    "flag": "A vote against the mandate is recorded and marked as a breach.",
    "mandate": "A vote against the mandate is recorded, and the mandate is counted instead.",
}
COMPETENCES = {
    "policy": "It makes policy.",
    "administration": "It administers what was decided.",
}
BINDINGS = {
    "all": "It binds all.",
    "consenting": "It binds only the bodies that consent.",
    "advisory": "It is advice and binds nobody.",
}
SILENCES = {
    "yes": "A body that does not answer counts as yes.",
    "no": "A body that does not answer counts as no.",
    "abstain": "A body that does not answer counts as abstaining.",
}
METHODS = {
    "vote": "It is decided by counting votes.",
    "consensus": "Consensus is sought.",
    "deciding": "It asks which of two adopted texts stands.",
}
DECIDES = {
    "all": "It may make policy.",
    "administration": "It administers and makes no policy of its own.",
}
ENDS = {
    "passes": "it is adopted",
    "fails": "it fails",
}


def _sayer(language: str) -> Callable[..., str]:
    """Says sentences in one language, with their figures."""

    def say(sentence: str, **figures: object) -> str:
        return translated(language, sentence).format(**figures)

    return say


def charter_lines(charter: Charter, language: str = "en") -> list[Section]:
    """All rules of a charter as headings with sentences, in the charter's own order."""

    say = _sayer(language)
    sections = [(say("The body"), _body(charter, language)), (say("Roles"), _roles(charter, language))]
    sections.append((say("Meetings"), _meetings(charter, language)))
    for name, matter in charter.matters.items():
        sections.append(
            (say("Matter: {title}", title=matter.title), _matter(name, matter, charter, language))
        )
    if charter.bodies:
        sections.append((say("Bodies and delegations"), _bodies(charter.bodies, language)))
    return sections


def _body(charter: Charter, language: str) -> list[str]:
    say = _sayer(language)
    lines = [
        say("It works in: {languages}.", languages=", ".join(charter.languages)),
        say("Its dates are those of {timezone}.", timezone=charter.timezone),
    ]
    return [*lines, say(READERS[charter.visibility])]


def _roles(charter: Charter, language: str) -> list[str]:
    lines = []
    for name, role in charter.roles.items():
        if "*" in role.powers:
            powers = translated(language, "every act in the body's name")
        else:
            powers = ", ".join(act_title(kind, language) for kind in role.powers) or "—"
        line = f"{role.title}: {powers}."
        if role.term_days:
            line += " " + translated(language, "For at most {days} days.").format(days=role.term_days)
        lines.append(" ".join([line, *_role(name, role, charter, language)]))
    lines += _roll(charter, language)
    return lines


def _role(name: str, role: Role, charter: Charter, language: str) -> list[str]:
    """What holds for a role beside its powers and its term."""
    say, titles = _sayer(language), {key: each.title for key, each in charter.roles.items()}
    lines = [role.duties] if role.duties else []
    if role.seats:
        lines.append(say("Seats: {n}.", n=role.seats))
    lines += [
        _demand(demand, "Of those who hold it, {traits} are {bar}.", language) for demand in role.composition
    ]
    if role.filled_by:
        caucuses = charter.bodies.caucuses if charter.bodies else {}
        lines.append(say("It is filled by: {caucus}.", caucus=caucuses[role.filled_by].title))
    if role.max_terms:
        lines.append(say("Terms in a row, at most: {n}.", n=role.max_terms))
    if role.bar_elections:
        lines.append(say("Elections for which a recalled person is barred: {n}.", n=role.bar_elections))
    if role.excludes:
        lines.append(
            say("Not together with: {roles}.", roles=", ".join(titles[each] for each in role.excludes))
        )
    if role.no_vote:
        lines.append(say("Who holds it does not vote."))
    if role.together_with:
        lines.append(
            say(
                "It acts together with {role}, and alone for at most {days} days.",
                role=titles[role.together_with],
                days=role.alone_days,
            )
        )
    return lines


def _roll(charter: Charter, language: str) -> list[str]:
    """Who votes, and what happens when somebody must be put out or something cannot wait."""
    say, lines = _sayer(language), []
    if charter.roll.vouchers:
        lines.append(say("Members who must vouch for a new one: {n}.", n=charter.roll.vouchers))
    if charter.roll.waiting_days:
        lines.append(say("A new member votes after {days} days.", days=charter.roll.waiting_days))
    if charter.emergencies:
        rule = charter.emergencies
        by = ", ".join(charter.roles[each].title for each in rule.by)
        lines.append(
            say(
                "In extreme need these may act between meetings: {roles}; signatures: {n}.",
                roles=by,
                n=rule.signers,
            )
        )
        if rule.most:
            lines.append(
                say(
                    "Then they spend at most {amount} (smallest units of {currency}).",
                    amount=rule.most,
                    currency=rule.currency,
                )
            )
        matter = charter.matters[rule.matter].title
        lines.append(
            say(
                "The assembly judges it within {days} days ({matter}); otherwise it is void.",
                days=rule.judged_days,
                matter=matter,
            )
        )
    if charter.expulsion:
        out = charter.expulsion
        lines.append(
            say("Grounds for putting a member out, and no others: {grounds}.", grounds=", ".join(out.grounds))
        )
        lines.append(
            say(
                "Charges come in writing {days} days before it is decided ({matter}); an appeal "
                "is possible for {appeal} days.",
                days=out.notice_days,
                matter=charter.matters[out.matter].title,
                appeal=out.appeal_days,
            )
        )
    return lines


def _demand(demand: Composition, sentence: str, language: str) -> str:
    line = translated(language, sentence).format(
        traits=" + ".join(demand.traits),
        bar=translated(language, BARS[demand.needs]).format(share=demand.share),
    )
    return f"{line} {translated(language, UNMET[demand.unmet])}"


def _meetings(charter: Charter, language: str) -> list[str]:
    say = _sayer(language)
    lines = [say("They are called at least {days} days before.", days=charter.meetings.notice_days)]
    lines += [_quorum(rule, language) for rule in charter.meetings.quorum]
    for kind in charter.meetings.kinds.values():
        lines.append(
            say(
                "Meetings of the kind “{kind}” are called at least {days} days before.",
                kind=kind.title,
                days=kind.notice_days,
            )
        )
        lines += [f"{kind.title}: {_quorum(rule, language)}" for rule in kind.quorum]
        if kind.petition:
            lines.append(f"{kind.title}: {_petition(kind.petition, language)}")
        if kind.overdue_callers:
            callers = ", ".join(charter.roles[each].title for each in kind.overdue_callers)
            late = say(
                "If it is not called within {days} working days, these may call it: {roles}.",
                days=kind.overdue_working_days,
                roles=callers,
            )
            lines.append(f"{kind.title}: {late}")
    return lines


def _quorum(rule: Quorum, language: str) -> str:
    say = _sayer(language)
    figures = {
        "call": rule.call,
        "share": rule.share,
        "minimum": rule.minimum,
        "n": rule.average_of,
        "plus": rule.plus,
    }
    if rule.average_of and rule.plus:
        line = say(
            "Call {call}: {share} of the mean attendance of the last {n} meetings and {plus} "
            "more, never fewer than {minimum}, must be there.",
            **figures,
        )
    elif rule.average_of:
        line = say(
            "Call {call}: at least {share} of the mean attendance of the last {n} meetings, "
            "rounded up, and never fewer than {minimum} must be there.",
            **figures,
        )
    elif rule.plus:
        line = say(
            "Call {call}: {share} of the roll and {plus} more, never fewer than {minimum}, must be there.",
            **figures,
        )
    else:
        line = say(
            "Call {call}: at least {share} of the roll, rounded up, and never fewer than "
            "{minimum} must be there.",
            **figures,
        )
    if rule.after_days:
        line += " " + say("It comes at least {days} days after the call before it.", days=rule.after_days)
    return line


def _petition(rule: Petition, language: str) -> str:
    say = _sayer(language)
    line = say(
        "A petition of at least {share} of the {unit} demands it.",
        share=rule.share,
        unit=value_label(rule.counted_in, language),
    )
    if rule.or_number:
        line += " " + say("So many are enough in any case: {n}.", n=rule.or_number)
    if rule.window_days:
        line += " " + say("Signatures count for {days} days.", days=rule.window_days)
    return line


def _matter(name: str, matter: Matter, charter: Charter, language: str) -> list[str]:
    say = _sayer(language)
    lines = []
    decides = [act_title(act, language) for act, by in charter.decisions.items() if by == name]
    if decides:
        lines.append(say("It must be decided before: {acts}.", acts=", ".join(decides)))
    if matter.competence:
        lines.append(say(COMPETENCES[matter.competence]))
    lines.append(say(BINDINGS[matter.binding]))
    if matter.reserved_to:
        caucuses = charter.bodies.caucuses if charter.bodies else {}
        lines.append(
            say("Only this caucus puts proposals on it: {caucus}.", caucus=caucuses[matter.reserved_to].title)
        )
    if matter.kinds:
        kinds = ", ".join(charter.meetings.kinds[each].title for each in matter.kinds)
        lines.append(say("It is decided only at these meetings: {kinds}.", kinds=kinds))
    if matter.answer_days:
        lines.append(
            say(
                "What is put must be answered within {days} days, by a decision or with reasons.",
                days=matter.answer_days,
            )
        )
    if matter.discussion_days:
        lines.append(
            say(
                "It is discussed for at least {days} days before the text is frozen.",
                days=matter.discussion_days,
            )
        )
    if matter.lapse_days:
        lines.append(say("A proposal lapses {days} days after it was put.", days=matter.lapse_days))
    if matter.seconds:
        lines.append(say("How many must second a proposal: {n}.", n=matter.seconds))
    if matter.freeze_days:
        lines.append(
            say("Its text is frozen at least {days} days before the meeting.", days=matter.freeze_days)
        )
    if matter.translations:
        rule = matter.translations
        demanded = ", ".join(f"{tongue} ({value_label(form, language)})" for tongue, form in rule.required)
        lines.append(
            say(
                "It is ready in {languages} at least {days} days before the meeting.",
                languages=demanded,
                days=rule.days_before,
            )
        )
        if rule.on_change:
            changed = ", ".join(
                f"{tongue} ({value_label(form, language)})" for tongue, form in rule.on_change
            )
            lines.append(
                say("A changed text is voted on only when it is ready in {languages}.", languages=changed)
            )
        if rule.waiver:
            lines.append(
                say(
                    "At least {share} of the bodies affected may waive a late translation.", share=rule.waiver
                )
            )
    if matter.petition:
        lines.append(_petition(matter.petition, language))
    for number, stage in enumerate(matter.stages, start=1):
        lines += _stage(number, len(matter.stages), stage, charter, language)
    if matter.review_days:
        lines.append(say("What was lost may come back after {days} days.", days=matter.review_days))
    if matter.review_adopted_days:
        lines.append(
            say("What was adopted comes up for review after {days} days.", days=matter.review_adopted_days)
        )
    return lines


def _stage(number: int, of: int, stage: Stage, charter: Charter, language: str) -> list[str]:
    say = _sayer(language)
    head = say("Step {number} of {of}.", number=number, of=of) + " " if of > 1 else ""
    if number > 1:
        head += say(FOLLOWS[stage.after]) + " "
    lines = [
        head
        + say(
            "Those who decide: {electorate}; votes are {secrecy}.",
            electorate=value_label(stage.electorate, language),
            secrecy=value_label(stage.secrecy, language),
        )
    ]
    lines.append(say(METHODS[stage.method]))
    if stage.snapshot == "put":
        lines.append(say("Only who was on the roll when the proposal was put votes."))
    if stage.positions:
        offered = ", ".join(value_label(each, language) for each in stage.positions)
        lines.append(say("What may be chosen: {positions}.", positions=offered))
    if stage.frozen_days:
        lines.append(say("It opens when the text has been fixed for {days} days.", days=stage.frozen_days))
    if stage.last_days_of_month:
        lines.append(say("It opens only in the last {days} days of a month.", days=stage.last_days_of_month))
    if stage.proxies:
        lines.append(say("One member may vote for so many absent ones, on their word: {n}.", n=stage.proxies))
    if stage.estimates:
        lines.append(say("Raised hands may be estimated by eye."))
    if stage.extension:
        asked = ", ".join(value_label(each, language) for each in stage.extension.positions)
        lines.append(
            say(
                "Each who takes one of these positions may have it extended once by {days} days: "
                "{positions}; at most {n} times.",
                days=stage.extension.days,
                positions=asked,
                n=stage.extension.most,
            )
        )
    if stage.attempts:
        lines.append(say("Recorded attempts to answer the concerns, before it: {n}.", n=stage.attempts))
    if stage.in_meeting:
        lines.append(say("It is held in a quorate meeting."))
    if stage.notice_days:
        lines.append(say("That meeting is called at least {days} days before.", days=stage.notice_days))
    if stage.needs_mandate:
        lines.append(say("Delegates vote only with a mandate for that version of the text."))
    if stage.open_days:
        lines.append(say("The vote is open for at least {days} days.", days=stage.open_days))
    lines += [
        say("It counts only if {condition}.", condition=_condition(each, language)) for each in stage.quorum
    ]
    if stage.method == "deciding":
        units = " + ".join(translated(language, UNITS[each]) for each in stage.counted_in)
        end = say(
            "The first text stands if its shares add up to more than half, counted in {units}.", units=units
        )
        lines.append(
            end
            + " "
            + say(
                "At exactly half: {text}.",
                text=value_label("first" if stage.tie == "passes" else "second", language),
            )
        )
    elif stage.method == "consensus":
        lines.append(say("It is adopted when nobody blocks or needs more discussion, and somebody agrees."))
        lines.append(say("How many may stand aside at most: {n}.", n=stage.stand_aside_limit))
        if stage.block_grounds:
            lines.append(
                say("A block needs one of these grounds: {grounds}.", grounds=", ".join(stage.block_grounds))
            )
    else:
        joined = say(" and ").join(_condition(each, language) for each in stage.conditions)
        lines.append(say("It is adopted when {conditions}.", conditions=joined))
        tie, empty = say(ENDS[stage.tie]), say(ENDS[stage.empty])
        lines.append(say("In a tie {tie}; if nobody takes a side {empty}.", tie=tie, empty=empty))
    if stage.silence != "nothing":
        lines.append(say(SILENCES[stage.silence]))
    if stage.provisional:
        lines.append(say("What it adopts may take effect until the next step has decided."))
    if stage.late_grace_hours:
        lines.append(
            say("Votes sealed in time may arrive up to {hours} hours late.", hours=stage.late_grace_hours)
        )
    if stage.if_lost:
        lines.append(say("What it does not adopt goes to: {role}.", role=charter.roles[stage.if_lost].title))
    if stage.contest_days:
        lines.append(
            say(
                "For {days} days a count can be contested; {n} people of other bodies then count again.",
                days=stage.contest_days,
                n=stage.counters,
            )
        )
    return lines


def _condition(condition: Condition, language: str) -> str:
    if condition.of == "one":
        return translated(language, "{what} is {bar}, counted in {unit}").format(
            what=expression(condition.counts, language),
            bar=translated(language, BARS[condition.needs]).format(share=condition.share),
            unit=translated(language, UNITS[condition.counted_in]),
        )
    return translated(language, "{what} is {bar} of {base}, counted in {unit}").format(
        what=expression(condition.counts, language),
        bar=translated(language, BARS[condition.needs]).format(share=condition.share),
        base=expression(condition.of, language),
        unit=translated(language, UNITS[condition.counted_in]),
    )


def _bodies(bodies: Bodies, language: str) -> list[str]:
    say = _sayer(language)
    lines = [say(ADMISSION[bodies.admission]), say(DECIDES[bodies.decides])]
    if bodies.minimum_members:
        lines.append(say("A body has at least so many members when it joins: {n}.", n=bodies.minimum_members))
    if bodies.waiting_days:
        lines.append(say("A body votes {days} days after it joined.", days=bodies.waiting_days))
    if bodies.cut_off:
        lines.append(say("Who joined after {day} does not vote yet.", day=bodies.cut_off))
    for caucus in bodies.caucuses.values():
        lines.append(
            say(
                "Caucus “{title}” ({code}): an item that it refers waits {hours} hours.",
                title=caucus.title,
                code=caucus.body,
                hours=caucus.referral_hours,
            )
        )
    rule = bodies.apportionment
    if rule.per:
        lines.append(say(ROUNDING[rule.rounding], per=rule.per))
        lines.append(say("Votes of a body, at least: {n}.", n=rule.minimum))
        if rule.cap:
            lines.append(say("Votes of a body, at most: {n}.", n=rule.cap))
        if rule.record_date:
            lines.append(say("Members are counted as of {day}.", day=rule.record_date))
    else:
        lines.append(say("Votes of each body: {n}.", n=rule.minimum))
    if rule.weights:
        weights = ", ".join(f"{code} {weight}" for code, weight in rule.weights.items())
        lines.append(say("Where bodies are counted, these weigh other than 1: {weights}.", weights=weights))
    sent = bodies.delegations
    lines.append(
        say(
            "Each sends at most: delegates {delegates}, alternates {alternates}, observers "
            "{observers}, note-takers {notetakers}.",
            delegates=sent.delegates,
            alternates=sent.alternates,
            observers=sent.observers,
            notetakers=sent.notetakers,
        )
    )
    if sent.rotation:
        lines.append(say("Nobody is a delegate twice in a row."))
    if sent.term_days:
        lines.append(say("A delegation is sent for at most {days} days.", days=sent.term_days))
    for demand in sent.composition:
        line = _demand(demand, "Of the delegates, {traits} are {bar}.", language)
        lines.append(f"{line} ({say(SCOPES[demand.scope])})")
    modes = ", ".join(value_label(mode, language) for mode in bodies.mandates.modes)
    lines.append(say("A mandate may be: {modes}.", modes=modes))
    lines.append(say(SPLITS[bodies.mandates.split]))
    lines.append(say(BREACHES[bodies.mandates.on_breach]))
    lines.append(
        say(
            "For {hours} hours another body may take over a withdrawn proposal.", hours=bodies.take_over_hours
        )
    )
    return lines
