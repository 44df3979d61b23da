"""Refusals and outcomes as people read them: the same words on a page, on paper and in the verifier."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from symbiosis.counting.conditions import Judged, terms
from symbiosis.counting.outcomes import Outcome
from symbiosis.errors import Refusal, Unsound
from symbiosis.phrases.catalogues import translated
from symbiosis.phrases.counts import tie_sentence
from symbiosis.phrases.refusals import REFUSALS, REFUSED_BALLOTS

NAMES = {
    "yes": "yes",
    "no": "no",
    "abstain": "abstaining",
    "blank": "blank",
    "cast": "cast",
    "present": "present",
    "entitled": "entitled",
    "with_mandate": "with a mandate that covers this version",
    "all": "all",
    "agree": "agreeing",
    "reservation": "with reservations",
    "stand_aside": "standing aside",
    "block": "blocking",
    "needs_discussion": "needing discussion",
    "extend": "asking for more time",
    "first": "for the first text",
    "second": "for the second text",
    "last_attendance": "present at the last quorate meeting",
    "marked": "marked",
    "spoiled": "spoiled",
    "one": "one",
}
RESULTS = {
    "adopted": "Adopted.",
    "not_adopted": "Not adopted.",
    "not_quorate": "Not quorate: it does not count.",
    "no_consensus": "No consensus.",
    "first": "The first text stands.",
    "second": "The second text stands.",
    "tied": "A tie, and no rule settles it.",
}
OBJECTIONS = {
    "block": "Somebody blocks.",
    "needs_discussion": "Somebody needs more discussion.",
    "stand_aside": "Too many stand aside.",
    "agree": "Nobody agrees.",
}
UNITS = {
    "votes": "votes",
    "members": "members",
    "bodies": "bodies",
}
BARS = {
    "at_least": "at least {share}",
    "more_than": "more than {share}",
    "at_most": "at most {share}",
    "less_than": "less than {share}",
}


def refusal(error: Refusal, language: str = "en") -> str:
    """What a rule says no to, and what to do, with the article that it rests on."""
    sentence = translated(language, REFUSALS[error.code]).format(**error.figures)
    if error.article:
        sentence += " " + translated(language, "Article: {article}.").format(article=error.article)
    return sentence


def refused_ballot(code: str, language: str = "en") -> str:
    """Why a ballot was refused, in short."""
    return translated(language, REFUSED_BALLOTS[code])


def unsound(error: Unsound, language: str = "en") -> str:
    """That a record does not hold, and where."""
    return translated(language, "The record is unsound: {problem}").format(problem=str(error))


def standing(word: str, language: str = "en") -> str:
    """How final an outcome is: open, provisional, contested, recounted, certified."""
    return translated(language, word)


def outcome_lines(
    outcome: Outcome, language: str = "en", bodies: Mapping[str, str] | None = None
) -> list[str]:
    """The explanation of an outcome: what came of it, then each quorum and condition with its numbers.

    Each line names the base that it was counted against. `bodies` is kept for outcomes that name bodies.
    """

    def say(sentence: str) -> str:
        return translated(language, sentence)

    lines = [say(RESULTS[outcome.result])]
    if outcome.elected:
        lines[0] = say("Chosen, in this order: {names}.").format(names=", ".join(outcome.elected))
    for tie in outcome.ties:
        lines.append(tie_sentence(tie, language))
    lines += [say(OBJECTIONS[name]) for name in outcome.objections]
    for each in outcome.quorum:
        lines.append(say("Quorum: {judged}").format(judged=judged_line(each, language)))
    for number, each in enumerate(outcome.conditions, start=1):
        line = say("Condition {number}: {judged}")
        lines.append(line.format(number=number, judged=judged_line(each, language)))
    return lines


def judged_line(judged: Judged, language: str = "en") -> str:
    """One condition in a line: "yes, counted in votes: 36 of 45 (yes + no), 4/5 = 80.0 %; more than 1/2: met"."""

    def say(sentence: str) -> str:
        return translated(language, sentence)

    if judged.of == "one":
        line = say("{what}, counted in {unit}: {count}; {bar}: {met}")
        return line.format(
            what=expression(judged.counts, language),
            unit=say(UNITS[judged.counted_in]),
            count=judged.count,
            bar=say(BARS[judged.needs]).format(share=judged.share),
            met=say("met") if judged.met else say("not met"),
        )
    counted = say("{what}, counted in {unit}: {count} of {base} ({of})").format(
        what=expression(judged.counts, language),
        unit=say(UNITS[judged.counted_in]),
        count=judged.count,
        base=judged.base,
        of=expression(judged.of, language),
    )
    base = Fraction(judged.base)
    share = shown_share(Fraction(judged.count) / base, language) if base else say("nobody counted")
    bar = say(BARS[judged.needs]).format(share=judged.share)
    met = say("met") if judged.met else say("not met")
    return f"{counted}, {share}; {bar}: {met}"


def expression(text: str, language: str = "en") -> str:
    """ "present-stand_aside" as words: "present without standing aside"."""
    words = ""
    for sign, name in terms(text):
        joint = " + " if sign > 0 else translated(language, " without ")
        words += (joint if words else "") + translated(language, NAMES[name])
    return words


def shown_share(share: Fraction, language: str = "en") -> str:
    """An exact share and its percentage for display: "4/5 = 80.0 %"; comparisons never use the percentage."""
    tenths = (share.numerator * 2000 + share.denominator) // (2 * share.denominator)
    point = "." if language == "en" else ","
    return f"{share} = {tenths // 10}{point}{tenths % 10} %"
