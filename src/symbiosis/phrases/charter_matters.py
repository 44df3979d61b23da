"""A matter of a charter in plain words: what must come before a decision, its steps, and what becomes of it."""

from __future__ import annotations

from symbiosis.core.charters import Charter, Matter, Petition, Stage, counted_by
from symbiosis.counting.conditions import Condition
from symbiosis.phrases.acts import act_title, value_label
from symbiosis.phrases.catalogues import sayer, translated
from symbiosis.phrases.counts import TIE_WAYS, method_name, setting_name
from symbiosis.phrases.sentences import BARS, UNITS, expression

FOLLOWS = {
    "adopted": "It follows when the step before it adopted.",
    "no_consensus": "It follows when there was no consensus.",
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
ENDS = {
    "passes": "it is adopted",
    "fails": "it fails",
}


def matter_lines(name: str, matter: Matter, charter: Charter, language: str) -> list[str]:
    """All that a charter says of one matter, in its order."""
    say = sayer(language)
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
        lines.append(petition_line(matter.petition, language))
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
    say = sayer(language)
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
    if stage.ballots:
        lines.append(
            say(
                "Ballots are encrypted; {authority} hands out credentials, and {enough} of {number} of {trustees} "
                "open the count.",
                authority=charter.roles[stage.ballots.authority].title,
                trustees=charter.roles[stage.ballots.trustees].title,
                enough=stage.ballots.enough,
                number=stage.ballots.number,
            )
        )
    if counted_by(stage):
        lines += _counted(stage, language)
    else:
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
    elif not counted_by(stage):
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


def _counted(stage: Stage, language: str) -> list[str]:
    """How papers are counted, how many are chosen, and what settles a tie."""
    say = sayer(language)
    lines = [
        say(
            "Options are put on a paper and counted by this method: {method}.",
            method=method_name(stage.method, language),
        )
    ]
    if stage.seats:
        lines.append(say("How many are chosen: {n}.", n=stage.seats))
    for name, value in stage.settings.items():
        lines.append(say("{setting}: {value}.", setting=setting_name(name, language), value=value))
    for group, rule in stage.reserved.items():
        if rule.at_least:
            lines.append(say("Of {group} at least {n} are chosen.", group=group, n=rule.at_least))
        if rule.at_most:
            lines.append(say("Of {group} at most {n} are chosen.", group=group, n=rule.at_most))
    if stage.zipper:
        turns = ", ".join(say("anybody") if each == "*" else each for each in stage.zipper)
        lines.append(say("Places are filled by turns, over and over: {groups}.", groups=turns))
    ways = [translated(language, TIE_WAYS[way]) for way in stage.ties]
    if ways:
        lines.append(say("A tie is settled by, in this order: {ways}.", ways=", ".join(ways)))
    else:
        lines.append(say("A tie is told, and nothing is decided."))
    for each in stage.conditions:
        lines.append(say("It counts only if {condition}.", condition=_condition(each, language)))
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


def petition_line(rule: Petition, language: str) -> str:
    """How many must ask, and for how long that counts."""
    say = sayer(language)
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
