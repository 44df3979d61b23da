"""A charter in plain words: members read rules, not syntax."""

from __future__ import annotations

from collections.abc import Callable

from symbiosis.core.charters import Bodies, Charter, Matter, Stage
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
    for role in charter.roles.values():
        if "*" in role.powers:
            powers = translated(language, "every act in the body's name")
        else:
            powers = ", ".join(act_title(kind, language) for kind in role.powers) or "—"
        line = f"{role.title}: {powers}."
        if role.term_days:
            line += " " + translated(language, "For at most {days} days.").format(days=role.term_days)
        lines.append(line)
    return lines


def _meetings(charter: Charter, language: str) -> list[str]:
    say = _sayer(language)
    lines = [say("They are called at least {days} days before.", days=charter.meetings.notice_days)]
    for rule in charter.meetings.quorum:
        line = say(
            "Call {call}: at least {share} of the roll, rounded up, and never fewer than {minimum} must be there.",
            call=rule.call,
            share=rule.share,
            minimum=rule.minimum,
        )
        if rule.after_days:
            line += " " + say("It comes at least {days} days after the call before it.", days=rule.after_days)
        lines.append(line)
    return lines


def _matter(name: str, matter: Matter, charter: Charter, language: str) -> list[str]:
    say = _sayer(language)
    lines = []
    decides = [act_title(act, language) for act, by in charter.decisions.items() if by == name]
    if decides:
        lines.append(say("It must be decided before: {acts}.", acts=", ".join(decides)))
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
        unit = value_label(matter.petition.counted_in, language)
        lines.append(
            say(
                "A petition of at least {share} of the {unit} demands the vote.",
                share=matter.petition.share,
                unit=unit,
            )
        )
    for number, stage in enumerate(matter.stages, start=1):
        lines += _stage(number, len(matter.stages), stage, charter, language)
    if matter.review_days:
        lines.append(say("What was lost may come back after {days} days.", days=matter.review_days))
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
    if stage.method == "consensus":
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
    return translated(language, "{what} is {bar} of {base}, counted in {unit}").format(
        what=expression(condition.counts, language),
        bar=translated(language, BARS[condition.needs]).format(share=condition.share),
        base=expression(condition.of, language),
        unit=translated(language, UNITS[condition.counted_in]),
    )


def _bodies(bodies: Bodies, language: str) -> list[str]:
    say = _sayer(language)
    lines = [say(ADMISSION[bodies.admission])]
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
            "Each sends at most: delegates {delegates}, alternates {alternates}, observers {observers}.",
            delegates=sent.delegates,
            alternates=sent.alternates,
            observers=sent.observers,
        )
    )
    if sent.term_days:
        lines.append(say("A delegation is sent for at most {days} days.", days=sent.term_days))
    for demand in sent.composition:
        line = say(
            "Of the delegates, {traits} are {bar}.",
            traits=" + ".join(demand.traits),
            bar=translated(language, BARS[demand.needs]).format(share=demand.share),
        )
        lines.append(f"{line} ({say(SCOPES[demand.scope])}) {say(UNMET[demand.unmet])}")
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
