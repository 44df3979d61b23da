"""Pabulib (.pb): a participatory budget in one file, with its projects, their costs, and every vote.

Three sections with the titles META, PROJECTS and VOTES, each a table with a head line, semicolons between the cells.
Votes are approvals, points (scoring, cumulative) or orders. Format: https://pabulib.org/format
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from fractions import Fraction

from symbiosis.counting.budget import Budget, Money
from symbiosis.counting.formats.election import Election, Gathering, Unreadable, decimal, number, text_of
from symbiosis.counting.papers import NO_MARK, Aside, Marks, Rankings

_SECTIONS = ("META", "PROJECTS", "VOTES")
_KINDS = {
    "approval": "approval",
    "choose-1": "approval",
    "scoring": "points",
    "cumulative": "points",
    "ordinal": "order",
}
_Row = tuple[int, dict[str, str]]
"""A line's number and its cells by column; what says nothing or "None" is not there."""


def read_pabulib(data: bytes) -> Election:
    """Read a file: approvals and points as marks, orders as rankings, with the budget. Raises `Unreadable`.

    What META says a vote may hold spoils the votes that break it.
    """
    tables, heads = _tables(text_of(data))
    meta = {row["key"]: (line, row.get("value", "")) for line, row in tables["META"] if "key" in row}
    kind = _KINDS.get(_said(meta, "vote_type", heads["META"])[1].lower())
    line, amount = _said(meta, "budget", heads["META"])
    if kind is None:
        raise Unreadable("PbVoteType", meta["vote_type"][0], text=meta["vote_type"][1][:40])
    money = _money(amount, line)
    names, costs = _projects(tables["PROJECTS"])
    for key, found in (("num_projects", len(names)), ("num_votes", len(tables["VOTES"]))):
        if key in meta and number(meta[key][1], meta[key][0]) != found:
            raise Unreadable("PbNumber", meta[key][0], key=key, said=meta[key][1], found=found)
    rules = _Rules(meta, kind, list(costs.values()))
    papers = _votes(tables["VOTES"], list(names.values()), {key: n for n, key in enumerate(names)}, rules)
    title = meta.get("description", (0, ""))[1]
    return Election(papers, title, budget=Budget(money, tuple(costs.values())))


def _tables(text: str) -> tuple[dict[str, list[_Row]], dict[str, int]]:
    """The rows of each section, and the line of its head."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", skipinitialspace=True, strict=True)
    tables: dict[str, list[_Row]] = {}
    heads: dict[str, int] = {}
    section, columns = "", list[str]()
    needed = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("vote",)}
    try:
        for cells in reader:
            row = [cell.strip() for cell in cells]
            line = reader.line_num
            if not any(row):
                continue
            if row[0].upper() in _SECTIONS and not any(row[1:]):
                section, columns = row[0].upper(), []
                if section in tables or len(tables) != _SECTIONS.index(section):
                    raise Unreadable("PbSections", line)
                tables[section] = []
            elif not section:
                raise Unreadable("PbSections", line)
            elif not columns:
                columns, heads[section] = [cell.lower() for cell in row], line
                missing = next((each for each in needed[section] if each not in columns), None)
                if missing is not None:
                    raise Unreadable("PbColumn", line, column=missing, section=section)
            elif len(row) > len(columns):
                raise Unreadable("PbCells", line, cells=len(row), columns=len(columns))
            else:
                said = {
                    column: cell
                    for column, cell in zip(columns, row, strict=False)
                    if cell and cell.lower() != "none"
                }
                tables[section].append((line, said))
    except csv.Error as error:
        raise Unreadable("CsvLine", reader.line_num) from error
    if not text.strip():
        raise Unreadable("EmptyFile")
    if len(heads) != len(_SECTIONS):
        raise Unreadable("PbSections", reader.line_num)
    return tables, heads


def _said(meta: Mapping[str, tuple[int, str]], key: str, line: int) -> tuple[int, str]:
    if key not in meta or not meta[key][1]:
        raise Unreadable("PbMeta", line, key=key)
    return meta[key]


def _money(text: str, line: int) -> Money:
    """An amount, exact, of nothing or more."""
    if not re.fullmatch(r"\d{1,18}(?:[.,]\d{1,9})?", text):
        raise Unreadable("PbMoney", line, text=text[:40])
    amount = Fraction(text.replace(",", "."))
    return int(amount) if amount.denominator == 1 else amount


def _projects(rows: list[_Row]) -> tuple[dict[str, str], dict[str, Money]]:
    """Names and costs by id; a name given twice is told apart by the ids."""
    names: dict[str, str] = {}
    costs: dict[str, Money] = {}
    for line, row in rows:
        key = row.get("project_id", "")
        if not key or key in names:
            raise Unreadable("PbProject", line, id=key)
        names[key] = row.get("name", key)
        costs[key] = _money(row.get("cost", ""), line)
    given = list(names.values())
    twice = {name for name in given if given.count(name) > 1}
    told = {key: f"{name} ({key})" if name in twice else name for key, name in names.items()}
    if len(set(told.values())) < len(told):
        raise Unreadable("NameTwice", rows[0][0], name=next(iter(twice)))
    return told, costs


class _Rules:
    """What META says that a vote may hold."""

    def __init__(self, meta: Mapping[str, tuple[int, str]], kind: str, costs: list[Money]) -> None:
        self.kind = kind
        self.costs = costs
        self.limits = {
            key: _money(meta[key][1], meta[key][0])
            for end in ("min", "max")
            for what in ("length", "sum_cost", "points", "sum_points")
            if (key := f"{end}_{what}") in meta and meta[key][1]
        }
        if meta["vote_type"][1].lower() == "choose-1":
            self.limits["max_length"] = 1
        line, default = meta.get("default_score", (0, ""))
        self.default = number(default, line) if default and kind == "points" else 0

    def broken(self, projects: list[int], points: list[int]) -> str:
        """Why such a vote is spoiled; "" where it is not."""
        if len(projects) != len(set(projects)):
            return "twice"
        if self._beyond("max_length", len(projects)):
            return "too_many"
        if self._beyond("max_sum_cost", sum(self.costs[each] for each in projects)):
            return "too_dear"
        sums = (("min_length", len(projects)), ("min_sum_cost", sum(self.costs[each] for each in projects)))
        if any(self._below(*each) for each in sums):
            return "too_few"
        if not points:
            return ""
        if any(self._below("min_points", each) or self._beyond("max_points", each) for each in points):
            return "out_of_range"
        if self._beyond("max_sum_points", sum(points)):
            return "too_many_dots"
        return "too_few" if self._below("min_sum_points", sum(points)) else ""

    def _beyond(self, key: str, value: Money) -> bool:
        return key in self.limits and value > self.limits[key]

    def _below(self, key: str, value: Money) -> bool:
        return key in self.limits and value < self.limits[key]


def _votes(rows: list[_Row], names: list[str], places: Mapping[str, int], rules: _Rules) -> Rankings | Marks:
    # Equal votes are read once.
    cast: dict[tuple[str, str], list[int]] = {}
    for line, row in rows:
        said = row.get("points", "") if rules.kind == "points" else ""
        cast.setdefault((row.get("vote", ""), said), []).append(line)
    gathering, blank = Gathering(names), 0
    marked: list[tuple[Fraction | int, dict[int, int]]] = []
    for (vote, said), lines in cast.items():
        keys = [key.strip() for key in vote.split(",") if key.strip()]
        if not keys:
            blank += len(lines)
            continue
        points = _points(said, len(keys), lines[0]) if rules.kind == "points" else []
        if any(key not in places for key in keys):
            gathering.spoil(len(lines), "unknown")
            continue
        projects = [places[key] for key in keys]
        if reason := rules.broken(projects, points):
            gathering.spoil(len(lines), reason)
        elif rules.kind == "order":
            gathering.put(len(lines), [[each] for each in projects])
        else:
            scores = dict.fromkeys(range(len(names)), rules.default) if rules.default else {}
            scores |= dict(zip(projects, points or [1] * len(projects), strict=True))
            marked.append((len(lines), scores))
    aside = Aside(blank, gathering.spoiled)
    if rules.kind == "order":
        return Rankings.of(names, gathering.rankings, aside)
    return Marks.of(names, marked, aside)


def _points(text: str, wanted: int, line: int) -> list[int]:
    given = [each.strip() for each in text.split(",") if each.strip()]
    if len(given) != wanted:
        raise Unreadable("PbPoints", line, projects=wanted, points=len(given))
    wrong = next((each for each in given if not re.fullmatch(r"-?\d{1,9}(?:\.0+)?", each)), None)
    if wrong is not None:
        raise Unreadable("NoNumber", line, text=wrong[:40])
    return [int(each.partition(".")[0]) for each in given]


def write_pabulib(election: Election) -> bytes:
    """The same election as a file, a line for each vote; marks of 1 alone are approvals, other marks are points.

    Raises `Unreadable` NoPlaceInFormat without a budget, for equals in an order, spoiled votes and parts of votes.
    """
    papers, budget = election.papers, election.budget
    rows = _points_of(papers) if isinstance(papers, Marks) else _orders_of(papers)
    if budget is None or papers.aside.spoiled:
        raise Unreadable("NoPlaceInFormat")
    approval = isinstance(papers, Marks) and not any(set(points.split(",")) - {"1"} for _, _, points in rows)
    kind = "ordinal" if isinstance(papers, Rankings) else "approval" if approval else "scoring"
    blank = Fraction(papers.aside.blank)
    if any(votes.denominator != 1 for votes in (blank, *(votes for votes, _, _ in rows))):
        raise Unreadable("NoPlaceInFormat")
    rows.append((blank, "", ""))
    number_of_votes = sum(int(votes) for votes, _, _ in rows)
    lines: list[list[object]] = [["META"], ["key", "value"], ["description", election.title]]
    lines += [["num_projects", len(papers.candidates)], ["num_votes", number_of_votes]]
    lines += [["budget", decimal(Fraction(budget.money))], ["vote_type", kind]]
    lines += [["PROJECTS"], ["project_id", "cost", "name"]]
    for place, (name, cost) in enumerate(zip(papers.candidates, budget.costs, strict=True), start=1):
        lines.append([place, decimal(Fraction(cost)), name])
    lines += [["VOTES"], ["voter_id", "vote", *(["points"] if kind == "scoring" else [])]]
    voter = 0
    for votes, projects, points in rows:
        for _ in range(int(votes)):
            voter += 1
            lines.append([voter, projects, *([points] if kind == "scoring" else [])])
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(lines)
    return written.getvalue().encode()


_Written = list[tuple[Fraction, str, str]]


def _points_of(papers: Marks) -> _Written:
    rows: _Written = []
    for times, marks in zip(papers.times.tolist(), papers.marks.tolist(), strict=True):
        given = [(place, mark) for place, mark in enumerate(marks, start=1) if mark != NO_MARK]
        projects, points = (",".join(str(pair[n]) for pair in given) for n in (0, 1))
        rows.append((times * papers.unit, projects, points))
    return rows


def _orders_of(papers: Rankings) -> _Written:
    if papers.tied is not None:
        raise Unreadable("NoPlaceInFormat")
    return [(votes, ",".join(str(each + 1) for (each,) in groups), "") for votes, groups in papers.rankings()]
