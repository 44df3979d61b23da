"""Pictures of numbers and of bodies, as SVG from the server. Each has words beside it that say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from symbiosis.counting.conditions import Judged, share_of

_WIDTH = 300


def condition_bar(condition: Judged, words: str) -> SafeString:
    """What was counted as a bar of its base, and the share that it is held against as a mark."""
    base, count, share = Fraction(condition.base), Fraction(condition.count), share_of(condition.share)
    if condition.of == "one":
        return count_bar(count, share, words)
    return _bar(count / base if base else Fraction(0), share, words)


def count_bar(have: Fraction | int, needed: Fraction | int, words: str) -> SafeString:
    """A number against the number that is needed."""
    most = Fraction(max(have, needed, 1))
    return _bar(have / most, needed / most, words)


def _bar(full: Fraction, mark: Fraction, words: str) -> SafeString:
    full, mark = (min(Fraction(1), max(Fraction(0), each)) for each in (full, mark))
    return format_html(
        '<svg class="bar" viewBox="0 0 {} 30" role="img" aria-label="{}" preserveAspectRatio="none">'
        '<rect class="rest" x="0" y="9" width="{}" height="14" rx="3"/>'
        '<rect class="fill" x="0" y="9" width="{}" height="14" rx="3"/>'
        '<line class="at" x1="{}" x2="{}" y1="3" y2="29"/></svg>',
        _WIDTH,
        words,
        _WIDTH,
        _tenths(full * _WIDTH),
        _tenths(mark * (_WIDTH - 4) + 2),
        _tenths(mark * (_WIDTH - 4) + 2),
    )


def _tenths(value: Fraction) -> str:
    return f"{float(value):.1f}"


@dataclass(frozen=True, slots=True)
class Node:
    """A body in the picture of a confederation: its code and name, region, how many it is, seats it sends."""

    code: str
    name: str
    region: str
    members: int
    seats: int


_COLUMN, _ROW = 215, 120


def confederation(council: str, bodies: Sequence[Node], words: str) -> SafeString:
    """The council above, its bodies below by region; a line is a delegation, dashed where nobody is sent."""
    regions: dict[str, list[Node]] = {}
    for node in bodies:
        regions.setdefault(node.region, []).append(node)
    if len(regions) == 1 and len(bodies) > 4:  # without regions: in rows of four
        flat = next(iter(regions.values()))
        regions = {" " * column: flat[column::4] for column in range(4)}
    width = max(_COLUMN * max(len(regions), 1), 430)
    height = 190 + _ROW * max((len(each) for each in regions.values()), default=0)
    middle = width // 2
    lines, circles = [], []
    for column, (region, nodes) in enumerate(regions.items()):
        x = (column * width) // len(regions) + width // (2 * len(regions))
        circles.append(format_html('<text class="region" x="{}" y="145">{}</text>', x, region.strip()))
        for row, node in enumerate(nodes):
            # Every other body stands aside, so that a line to the lower one is not hidden by the upper.
            shifted = x + (-38 if row % 2 else 38) * (len(nodes) > 1)
            y = 190 + row * _ROW
            kind = "sent" if node.seats else "none"
            lines.append(
                format_html('<line class="{}" x1="{}" y1="60" x2="{}" y2="{}"/>', kind, middle, shifted, y)
            )
            radius = min(40, 18 + ceil(node.members**0.5))
            circles.append(
                format_html(
                    '<circle cx="{}" cy="{}" r="{}"/><text class="in" x="{}" y="{}">{}</text>'
                    '<text x="{}" y="{}">{}</text>',
                    shifted,
                    y,
                    radius,
                    shifted,
                    y + 5,
                    node.code,
                    shifted,
                    y + radius + 16,
                    node.name,
                )
            )
    return format_html(
        '<svg class="picture" viewBox="0 0 {} {}" role="img" aria-label="{}">{}'
        '<circle class="council" cx="{}" cy="60" r="46"/><text class="on" x="{}" y="65">{}</text>{}</svg>',
        width,
        height,
        words,
        format_html_join("", "{}", ((line,) for line in lines)),
        middle,
        middle,
        _short(council),
        format_html_join("", "{}", ((circle,) for circle in circles)),
    )


def _short(name: str) -> str:
    return name if len(name) <= 12 else name.split()[0][:12]


def split_bar(tally: Mapping[str, int], words: str) -> SafeString:
    """Yes and no of one tally as parts of one bar."""
    yes, no = tally.get("yes", 0), tally.get("no", 0)
    share = Fraction(yes, yes + no) if yes + no else Fraction(0)
    return format_html(
        '<svg class="bar" viewBox="0 0 {} 30" role="img" aria-label="{}" preserveAspectRatio="none">'
        '<rect class="rest" x="0" y="9" width="{}" height="14" rx="3"/>'
        '<rect class="fill" x="0" y="9" width="{}" height="14" rx="3"/></svg>',
        _WIDTH,
        words,
        _WIDTH,
        _tenths(share * _WIDTH),
    )
