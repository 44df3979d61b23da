"""Plots of a charter that is tried: power, quorums, days. SVG from the server; the words beside them say the same."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_WIDTH, _ROW, _LABEL = 320, 26, 64


def power_bars(rows: Sequence[tuple[str, Fraction, Fraction]], words: str) -> SafeString:
    """For each body how often its word decides (a bar) against its share of the members (a mark)."""
    most = max([max(power, share) for _, power, share in rows], default=Fraction(0)) or Fraction(1)
    room = _WIDTH - _LABEL - 4
    return format_html(
        '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        _WIDTH,
        _ROW * len(rows),
        words,
        format_html_join(
            "",
            '<text x="0" y="{}">{}</text><rect class="fill" x="{}" y="{}" width="{}" height="12" rx="2"/>'
            '<line class="at" x1="{}" x2="{}" y1="{}" y2="{}"/>',
            (
                (
                    number * _ROW + 17,
                    body,
                    _LABEL,
                    number * _ROW + 7,
                    _tenths(power / most * room),
                    *[_tenths(_LABEL + share / most * room)] * 2,
                    number * _ROW + 3,
                    number * _ROW + 23,
                )
                for number, (body, power, share) in enumerate(rows)
            ),
        ),
    )


def quorum_bars(points: Sequence[tuple[Fraction, Fraction]], words: str) -> SafeString:
    """How often too few come (height) at each turnout (from left to right)."""
    wide = Fraction(_WIDTH, max(len(points), 1))
    return format_html(
        '<svg class="plot" viewBox="0 0 {} 112" role="img" aria-label="{}">{}</svg>',
        _WIDTH,
        words,
        format_html_join(
            "",
            '<rect class="rest" x="{0}" y="6" width="{1}" height="80"/>'
            '<rect class="fill" x="{0}" y="{2}" width="{1}" height="{3}"/><text x="{0}" y="104">{4} %</text>',
            (
                (
                    _tenths(number * wide + 2),
                    _tenths(wide - 6),
                    _tenths(86 - chance * 80),
                    _tenths(chance * 80),
                    int(turnout * 100),
                )
                for number, (turnout, chance) in enumerate(points)
            ),
        ),
    )


def timeline(steps: Sequence[tuple[str, int]], words: str) -> SafeString:
    """What takes how many days, one after the other."""
    whole = sum(days for _, days in steps) or 1
    begins = [sum(days for _, days in steps[:number]) for number in range(len(steps))]
    return format_html(
        '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        _WIDTH,
        _ROW * len(steps),
        words,
        format_html_join(
            "",
            '<rect class="rest" x="0" y="{0}" width="{1}" height="8"/>'
            '<rect class="fill" x="{2}" y="{0}" width="{3}" height="8"/><text x="0" y="{4}">{5}</text>',
            (
                (
                    number * _ROW + 16,
                    _WIDTH,
                    _tenths(Fraction(_WIDTH * begin, whole)),
                    _tenths(Fraction(_WIDTH * days, whole)),
                    number * _ROW + 11,
                    label,
                )
                for number, ((label, days), begin) in enumerate(zip(steps, begins, strict=True))
            ),
        ),
    )


def _tenths(value: Fraction) -> str:
    return f"{float(value):.1f}"
