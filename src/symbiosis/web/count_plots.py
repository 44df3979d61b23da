"""Pictures of counts as SVG from the server: how votes flow from stage to stage, and shares. Tables say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from symbiosis.counting.counts import Count, Stage

_HEIGHT, _GAP, _BAND, _COLUMN, _TOP = 320, 4, 14, 120, 24
_MOST_STAGES, _MOST_NAMES = 24, 24

Figures = Mapping[str, Fraction]


def picture(count: Count) -> SafeString | None:
    """The picture that fits: flows where votes move, else bars of the last figures; None where there are none."""
    if not count.stages:
        return None
    if count.stages[0].done == "budget_start":
        return spent(count)
    moved = [stage for stage in count.stages if "votes" in stage.figures]
    if len(moved) > 1 and len(moved) <= _MOST_STAGES and len(count.candidates) <= _MOST_NAMES:
        return flows([_exact(stage.figures["votes"]) for stage in moved], count.candidates, count.elected)
    last = next(iter(_telling(count).figures.values()), None)
    return bars(_exact(last), count.elected) if last else None


_FILLING = ("as_reserved", "passed_over_for_reserved", "by_turns", "drawn")
"""Stages that fill seats from what the stage before them found."""


def _telling(count: Count) -> Stage:
    """The last stage whose figures say who is ahead."""
    told = [stage for stage in count.stages if stage.done not in _FILLING]
    return told[-1] if told else count.stages[-1]


def _exact(figures: Mapping[str, str]) -> dict[str, Fraction]:
    return {name: Fraction(value) for name, value in figures.items()}


def flows(stages: Sequence[Figures], names: Sequence[str], elected: Sequence[str]) -> SafeString:
    """A column for each stage, a block for each candidate as high as their votes; what moves is a band.

    In a stage one or several lose votes and the others gain: each band goes from the losers, in proportion, to a
    gainer. What is lost to nobody goes down and out.
    """
    most = max((sum(stage.values(), Fraction(0)) for stage in stages), default=Fraction(1)) or Fraction(1)
    scale = Fraction(_HEIGHT - _GAP * len(names)) / most
    tops = [_tops(stage, names, scale) for stage in stages]
    width = _COLUMN * (len(stages) - 1) + _BAND + 170
    bands = [
        band
        for number in range(len(stages) - 1)
        for band in _moves(
            stages[number], stages[number + 1], tops[number], tops[number + 1], names, scale, number
        )
    ]
    blocks = [
        (
            number * _COLUMN,
            _tenths(tops[number][name]),
            _BAND,
            _tenths(max(stage[name] * scale, Fraction(1, 2))),
            "win" if name in elected else "fill",
        )
        for number, stage in enumerate(stages)
        for name in names
        if stage.get(name, 0) > 0
    ]
    labels = _labels(stages, tops, names, scale)
    return format_html(
        '<svg class="flow" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}{}</svg>',
        width,
        _TOP + _HEIGHT + 8,
        _("How the votes moved from stage to stage; the tables below say the same."),
        format_html_join("", '<path class="band" d="{}"/>', ((band,) for band in bands)),
        format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>', blocks),
        format_html_join("", '<text x="{}" y="{}">{}</text>', labels),
        format_html_join(
            "",
            '<text class="head" x="{}" y="14">{}</text>',
            ((n * _COLUMN, n + 1) for n in range(len(stages))),
        ),
    )


def _tops(stage: Figures, names: Sequence[str], scale: Fraction) -> dict[str, Fraction]:
    place, tops = Fraction(_TOP), {}
    for name in names:
        tops[name] = place
        place += stage.get(name, Fraction(0)) * scale + _GAP
    return tops


def _moves(
    before: Figures,
    after: Figures,
    left: Figures,
    right: Figures,
    names: Sequence[str],
    scale: Fraction,
    number: int,
) -> list[str]:
    """The bands between two stages: what stays, and what goes from those who lose to those who gain."""
    x1, x2 = number * _COLUMN + _BAND, (number + 1) * _COLUMN
    gone = {name: before.get(name, Fraction(0)) - after.get(name, Fraction(0)) for name in names}
    losers = {name: lost for name, lost in gone.items() if lost > 0}
    lost = sum(losers.values(), Fraction(0))
    found = []
    start = {name: left[name] for name in names}
    for name in names:
        stays = min(before.get(name, Fraction(0)), after.get(name, Fraction(0)))
        if stays > 0:
            found.append(_band(x1, start[name], x2, right[name], stays * scale))
            start[name] += stays * scale
    for name in names:
        gain = -gone[name]
        end = right[name] + before.get(name, Fraction(0)) * scale
        for loser, part in losers.items():
            wide = gain * part / lost * scale if gain > 0 else Fraction(0)
            if wide > 0:
                found.append(_band(x1, start[loser], x2, end, wide))
                start[loser] += wide
                end += wide
    return found


def _band(x1: int, y1: Fraction, x2: int, y2: Fraction, wide: Fraction) -> str:
    middle = (x1 + x2) // 2
    a, b, c, d = (_tenths(each) for each in (y1, y2, y2 + wide, y1 + wide))
    return f"M{x1} {a}C{middle} {a} {middle} {b} {x2} {b}V{c}C{middle} {c} {middle} {d} {x1} {d}Z"


def _labels(
    stages: Sequence[Figures], tops: Sequence[Figures], names: Sequence[str], scale: Fraction
) -> list[tuple[str, str, str]]:
    """Each name once, beside the last block that it has; names do not run into each other."""
    found, floors = [], {}
    for name in names:
        held = [number for number, stage in enumerate(stages) if stage.get(name, 0) > 0]
        if not held:
            continue
        last = held[-1]
        place = max(tops[last][name] + stages[last][name] * scale / 2 + 4, floors.get(last, Fraction(0)) + 13)
        floors[last] = place
        found.append((str(last * _COLUMN + _BAND + 4), _tenths(place), name))
    return found


def bars(figures: Figures, elected: Sequence[str]) -> SafeString:
    """A bar for each option; those chosen are marked, in words too."""
    most = max([*figures.values(), Fraction(0)]) or Fraction(1)
    rows = []
    for number, (name, value) in enumerate(figures.items()):
        chosen = name in elected
        rows.append(
            (
                number * 40 + 13,
                f"{name} · {_('chosen')}" if chosen else name,
                number * 40 + 18,
                _tenths(max(value, Fraction(0)) / most * 300),
                "win" if chosen else "fill",
            )
        )
    return format_html(
        '<svg class="plot" viewBox="0 0 320 {}" role="img" aria-label="{}">{}</svg>',
        max(len(rows), 1) * 40,
        _("The figures of the last stage as bars; the table below says the same."),
        format_html_join(
            "",
            '<text x="0" y="{}">{}</text><rect x="0" y="{}" width="{}" height="12" rx="2" class="{}"/>',
            rows,
        ),
    )


def spent(count: Count) -> SafeString:
    """The budget from left to right: each funded project begins where the one before it ended, then the rest."""
    costs = _exact(count.stages[0].figures["cost"])
    budget = Fraction(count.stages[0].totals["budget"])
    shares = [(name, costs[name], "win") for name in count.elected]
    rest = budget - sum((cost for _name, cost, _mark in shares), Fraction(0))
    rows, begin = [], Fraction(0)
    for number, (name, part, mark) in enumerate([*shares, (_("not spent"), rest, "rest")]):
        hundredths = int(part * 1000 / budget + Fraction(1, 2)) / 10
        words = f"{name} · {number_format(part if part.denominator > 1 else int(part), force_grouping=True)}"
        rows.append(
            (
                number * 40 + 13,
                f"{words} · {number_format(hundredths, 1)} %",
                _tenths(begin / budget * 300),
                number * 40 + 18,
                _tenths(max(part / budget * 300, Fraction(1, 2))),
                mark,
            )
        )
        begin += part
    return format_html(
        '<svg class="plot" viewBox="0 0 320 {}" role="img" aria-label="{}">{}</svg>',
        len(rows) * 40,
        _("How the budget was spent, project by project; the tables below say the same."),
        format_html_join(
            "",
            '<text x="0" y="{}">{}</text><rect x="{}" y="{}" width="{}" height="12" rx="2" class="{}"/>',
            rows,
        ),
    )


def _tenths(value: Fraction) -> str:
    return f"{float(value):.1f}"
