"""What came of trying a charter, in words: for the page and for the command line."""

from __future__ import annotations

from fractions import Fraction

from symbiosis.core.charters import Charter
from symbiosis.core.trying import Again, Call, Generated, Step, Weighed
from symbiosis.counting.power import Measured
from symbiosis.phrases.acts import value_label
from symbiosis.phrases.catalogues import translated
from symbiosis.phrases.sentences import shown_share

STEPS = {
    "discussion": "discussed for {days} days",
    "frozen": "its text fixed for {days} days",
    "meeting": "{days} days from the call to the meeting",
    "open": "open for {days} days",
    "late": "{days} days for votes that come late",
    "contest": "{days} days for a contest",
}


def again_lines(tried: list[Again], charter: Charter, language: str = "en") -> list[str]:
    """How many past decisions would have come out otherwise, and which."""

    def say(sentence: str, **figures: object) -> str:
        return translated(language, sentence).format(**figures)

    other = [each for each in tried if each.otherwise]
    if not tried:
        return [say("This body has no decisions yet to try it on.")]
    lines = [
        say(
            "Of the last {all} decisions, so many would have come out otherwise: {n}.",
            all=len(tried),
            n=len(other),
        )
    ]
    for each in other:
        before = value_label(each.before.result, language)
        if each.after is None:
            lines.append(
                say(
                    "{voting}: {before}; the tried charter has no such step.",
                    voting=each.voting,
                    before=before,
                )
            )
        else:
            after = value_label(each.after.result, language)
            lines.append(
                say(
                    "{voting}: {before} until now, {after} then.",
                    voting=each.voting,
                    before=before,
                    after=after,
                )
            )
    return lines


def weighed_lines(each: Weighed, charter: Charter, language: str = "en") -> list[str]:
    """Whose word decides how often in one step, and who can pass or stop it together."""

    def say(sentence: str, **figures: object) -> str:
        return translated(language, sentence).format(**figures)

    lines = [say("{matter}, step {stage}:", matter=charter.matters[each.matter].title, stage=each.stage)]
    for body, estimate in each.power.players.items():
        shares = (estimate.power.banzhaf, estimate.power.shapley)
        banzhaf, shapley = (percent(share, language) for share in shares)
        lines.append(
            say(
                "{body}: Banzhaf {banzhaf}, Shapley-Shubik {shapley}",
                body=body,
                banzhaf=banzhaf,
                shapley=shapley,
            )
        )
    lines.append(how_measured(each.power, language))
    if each.passes:
        lines.append(
            say(
                "The fewest who can pass it: {n} ({bodies}).",
                n=len(each.passes),
                bodies=", ".join(each.passes),
            )
        )
        lines.append(
            say(
                "The fewest who can stop it: {n} ({bodies}).", n=len(each.stops), bodies=", ".join(each.stops)
            )
        )
    else:
        lines.append(say("Nobody can pass it, or nobody can stop it."))
    if each.vetoes:
        lines.append(say("Each of these alone can stop it: {bodies}.", bodies=", ".join(each.vetoes)))
    return lines


def how_measured(measured: Measured, language: str = "en") -> str:
    """Whether the figures are exact, or how far they may be from the truth."""
    if measured.exact:
        return translated(language, "These figures are exact.")
    errors = [each.error.shapley for each in measured.players.values()]
    return translated(
        language, "Estimated from {n} draws; with 95 % certainty off by at most {error}."
    ).format(n=measured.draws, error=percent(max(errors), language))


def call_line(each: Call, charter: Charter, language: str = "en") -> str:
    """How likely too few come to a call, at each turnout."""
    kind = f"{charter.meetings.kinds[each.kind].title}: " if each.kind else ""
    fails = ", ".join(
        f"{percent(turnout, language)}: {percent(chance, language)}" for turnout, chance in each.fails
    )
    return kind + translated(
        language, "Call {call} needs {needed}. By turnout, so often too few come: {fails}."
    ).format(call=each.call, needed=each.needed, fails=fails)


def days_line(title: str, steps: list[Step], language: str = "en") -> str:
    """The fewest days to a decision, and what they are made of."""
    total = sum(step.days for step in steps)
    parts = ", ".join(step_words(step, language) for step in steps)
    line = translated(language, "{matter}: a decision takes at least {days} days").format(
        matter=title, days=total
    )
    return f"{line} ({parts})." if parts else f"{line}."


def step_words(step: Step, language: str = "en") -> str:
    """One step and its days."""
    return translated(language, STEPS[step.what]).format(days=step.days)


def generated_line(each: Generated, charter: Charter, language: str = "en") -> str:
    """What came of decisions drawn by lot."""

    def say(sentence: str, **figures: object) -> str:
        return translated(language, sentence).format(**figures)

    line = say(
        "{matter}, step {stage}: of {n} votes drawn by lot {adopted} are adopted.",
        matter=charter.matters[each.matter].title,
        stage=each.stage,
        n=each.drawn,
        adopted=each.adopted,
    )
    if each.otherwise is not None:
        line += " " + say("Otherwise than now: {n}.", n=each.otherwise)
    return line


def percent(share: Fraction, language: str = "en") -> str:
    """A share for display: "26.4 %"."""
    return shown_share(share, language).rpartition("= ")[2]
