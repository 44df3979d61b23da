"""Papers on which options are ranked or marked: the form for one, what was typed in it, and how it reads in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.core.charters import Stage, counted_by, positions_of
from symbiosis.core.state import Voting
from symbiosis.counting import written
from symbiosis.counting.methods import Method
from symbiosis.errors import Refusal

_FEW = 11
"""So many marks, and not more, are offered as buttons; others are typed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One option as a form shows it: its field's name, what is in it, the marks to choose from, its cost or group."""

    name: str
    option: str
    value: str
    marks: tuple[tuple[str, str], ...] = ()
    cost: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A form for one paper: how it is filled in, in words, its rows, and whether it is blank."""

    kind: str
    hint: str
    rows: tuple[Row, ...]
    least: int
    most: int
    blank: bool


def paper_form(voting: Voting, stage: Stage, given: str, typed: Mapping[str, str], prefix: str = "") -> Paper:
    """The form, filled in as typed, or else with the paper that was cast so far ("" where none was)."""
    method = counted_by(stage)
    assert method is not None
    least, most = written.bounds(method, stage.settings)
    if method.paper == "ranking":
        least, most = 1, len(voting.options)
    marks = written.read(given) if written.is_paper(given) else (None,) * len(voting.options)
    offered = _offered(method, least, most)
    rows = []
    for number, (option, mark) in enumerate(zip(voting.options, marks, strict=True)):
        name = f"{prefix}mark.{number}"
        now = typed.get(name, "") if typed else ("" if mark is None else str(mark))
        cost = amount(voting.costs[number], voting.unit) if voting.costs else ""
        if voting.group_of:
            cost = voting.group_of[number]
        rows.append(Row(name, option, now, offered, cost))
    blank = f"{prefix}blank" in typed if typed else given == written.BLANK
    return Paper(method.paper, _hint(method, stage, most), tuple(rows), least, most, blank)


def booth_paper(voting: Voting, stage: Stage) -> dict[str, object]:
    """How the booth of a secret vote shows its paper, or its positions in the reader's language."""
    method = counted_by(stage)
    if method is None:
        language = get_language() or "en"
        return {"labels": [phrases.value_label(each, language) for each in positions_of(stage)]}
    form = paper_form(voting, stage, "", {})
    labels = [f"{row.option} ({row.cost})" if row.cost else row.option for row in form.rows]
    return {
        "labels": labels,
        "hint": form.hint,
        "least": form.least,
        "most": form.most,
        "ranking": method.paper == "ranking",
        "equal": method.equals,
        "marks": dict(form.rows[0].marks) or None,
        "ticks": written.ticks(method, stage.settings) if method.paper == "approval" else 0,
        "dots": form.most if method.paper == "dots" else 0,
    }


def amount(number: int, unit: str) -> str:
    """So much of a unit, as the reader's language groups digits: "6,000 USD"."""
    return f"{number_format(number, force_grouping=True)} {unit}"


def _offered(method: Method, least: int, most: int) -> tuple[tuple[str, str], ...]:
    language = get_language() or "en"
    if method.paper == "grades":
        names = phrases.grade_names(method.name, most - least + 1, language)
        return tuple((str(mark), names[mark]) for mark in range(most, least - 1, -1))
    if method.paper == "score" and most - least < _FEW:
        return tuple((str(mark), str(mark)) for mark in range(least, most + 1))
    return ()


def _hint(method: Method, stage: Stage, most: int) -> str:
    if method.paper == "ranking" and method.equals:
        return _(
            "Number them in your order, 1 first. Equal numbers are equal to you; leave out whom you do not place."
        )
    if method.paper == "ranking":
        return _(
            "Number them in your order, 1 first, each number once. Leave out whom you do not want to place."
        )
    if method.paper == "approval":
        ticks = written.ticks(method, stage.settings)
        if ticks == 1:
            return _("Tick one.")
        if ticks:
            return _("Tick all that you approve of, %(n)d at most.") % {"n": ticks}
        return _("Tick all that you approve of.")
    if method.paper == "dots":
        return ngettext("You have %(n)d dot to share out.", "You have %(n)d dots to share out.", most) % {
            "n": most
        }
    if method.paper == "grades":
        return _("Give each the grade that you think is right. An option without a grade gets none from you.")
    return _("Give each a number; %(most)d is the best. Leave out what you do not want to judge.") % {
        "most": most
    }


def ticked(position: str, voting: Voting) -> tuple[str, ...]:
    """The options that a paper marks."""
    marks = written.read(position) if written.is_paper(position) else ()
    return tuple(option for option, mark in zip(voting.options, marks, strict=False) if mark is not None)


def typed_paper(voting: Voting, stage: Stage, typed: Mapping[str, str], prefix: str = "") -> str:
    """What somebody filled in, as a position of the vote.

    Raises `Refusal` FieldUnreadable where nothing is marked and the paper is not said to be blank, where it is said
    to be blank and is not, and for what is no number. What the method cannot count the vote's own check refuses.
    """
    method = counted_by(stage)
    assert method is not None
    marks = [
        _mark(typed.get(f"{prefix}mark.{number}", ""), option) for number, option in enumerate(voting.options)
    ]
    wrong = written.spoiled_by(method, marks, stage.settings)
    position = written.written(marks) if wrong else written.settled(method, marks)
    blank = f"{prefix}blank" in typed
    if position == written.BLANK and not blank:
        raise Refusal(
            "FieldUnreadable", "", problem=_("nothing is marked; to cast a blank paper, say so below")
        )
    if position != written.BLANK and blank:
        raise Refusal(
            "FieldUnreadable",
            "",
            problem=_("the paper is marked and said to be blank: take one of them away"),
        )
    return position


def _mark(text: str, option: str) -> int | None:
    text = text.strip()
    if not text or text == "-":
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refusal(
            "FieldUnreadable", "", problem=_("%(option)s: a whole number is needed") % {"option": option}
        )
    return int(text)


def in_words(position: str, voting: Voting, stage: Stage) -> str:
    """A paper as people read it: "1. Rosa, 2. Agua", "Rosa: 3, Agua: 0", "Rosa, Agua"."""
    method = counted_by(stage)
    language = get_language() or "en"
    if method is None or not written.is_paper(position):
        return phrases.value_label(position, language)
    marks = written.read(position)
    pairs = [(option, mark) for option, mark in zip(voting.options, marks, strict=True) if mark is not None]
    if method.paper == "ranking":
        return ", ".join(f"{mark}. {option}" for option, mark in sorted(pairs, key=lambda pair: pair[1]))
    if method.paper == "approval":
        return ", ".join(option for option, _mark_ in pairs)
    if method.paper == "grades":
        names = phrases.grade_names(method.name, written.bounds(method, stage.settings)[1] + 1, language)
        return ", ".join(f"{option}: {names[mark]}" for option, mark in pairs)
    return ", ".join(f"{option}: {mark}" for option, mark in pairs)
