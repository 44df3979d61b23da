"""A charter in plain words: members read rules, not syntax."""

from __future__ import annotations

from symbiosis.core.charters import (
    Bodies,
    Charter,
    Composition,
    Quorum,
    Role,
)
from symbiosis.phrases.acts import act_title, value_label
from symbiosis.phrases.apportionment import divided_name
from symbiosis.phrases.catalogues import sayer, translated
from symbiosis.phrases.charter_matters import matter_lines, petition_line
from symbiosis.phrases.sentences import BARS

Section = tuple[str, list[str]]

READERS = {
    "everyone": "Everyone may read its board.",
    "confederation": "Its confederation may read its board.",
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
DECIDES = {
    "all": "It may make policy.",
    "administration": "It administers and makes no policy of its own.",
}


def charter_lines(charter: Charter, language: str = "en") -> list[Section]:
    """All rules of a charter as headings with sentences, in the charter's own order."""

    say = sayer(language)
    sections = [(say("The body"), _body(charter, language)), (say("Roles"), _roles(charter, language))]
    sections.append((say("Meetings"), _meetings(charter, language)))
    for name, matter in charter.matters.items():
        sections.append(
            (say("Matter: {title}", title=matter.title), matter_lines(name, matter, charter, language))
        )
    if charter.bodies:
        sections.append((say("Bodies and delegations"), _bodies(charter.bodies, language)))
    return sections


def _body(charter: Charter, language: str) -> list[str]:
    say = sayer(language)
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
    say, titles = sayer(language), {key: each.title for key, each in charter.roles.items()}
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
    say, lines = sayer(language), []
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
    say = sayer(language)
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
            lines.append(f"{kind.title}: {petition_line(kind.petition, language)}")
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
    say = sayer(language)
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


def _bodies(bodies: Bodies, language: str) -> list[str]:
    say = sayer(language)
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
    if rule.method != "per":
        lines.append(
            say(
                "So many votes are divided among the bodies by their members: {n}, {way}.",
                n=rule.seats,
                way=divided_name(rule.method, language),
            )
        )
    elif rule.per:
        lines.append(say(ROUNDING[rule.rounding], per=rule.per))
    if rule.per or rule.method != "per":
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
