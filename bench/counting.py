"""`make bench-counting`: our counts beside other people's, on the same ballots in one run; writes counting.md.

Every count runs in a process of its own: from ballots in memory, in the form that each program wants, to the result.
What is read and converted before is not timed; belenios-tool reads its ballots as JSON, which is timed with it and
measured alone beside it. A program that is not ready in time is "over" that time.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
LIMIT = 120
"""Seconds for one program, with its conversion."""
SEATS = 5
SHORT, MOST_TIMES = 0.5, 50
"""A count is repeated for so many seconds at most so often, and three times however long it takes."""


def ballots(number: int, distinct: int, candidates: int) -> tuple[Any, Any]:
    """Complete rankings, some candidates likelier in front, and how often each is cast; always the same ones."""
    chance = np.random.default_rng([number, distinct, candidates])
    order = np.empty((distinct, candidates), dtype=np.int8)
    lean = np.linspace(0, 1, candidates)
    for start in range(0, distinct, 100_000):
        part = slice(start, min(start + 100_000, distinct))
        noise = chance.gumbel(size=(part.stop - part.start, candidates))
        order[part] = np.argsort(noise + lean, axis=1)
    times = np.full(distinct, number // distinct, dtype=np.int64)
    times[: number % distinct] += 1
    return order, times


def ours(method: str, order: Any, times: Any) -> Callable[[], object]:
    from symbiosis.counting.methods import METHODS
    from symbiosis.counting.papers import Marks, Rankings
    from symbiosis.counting.ties import TieRule

    names = tuple(f"c{n}" for n in range(order.shape[1]))
    papers: Marks | Rankings = Rankings(names, order, times)
    if METHODS[method].paper == "approval":
        papers = Marks(names, (order < len(names) // 2).astype(np.int64), times)
    seats = SEATS if METHODS[method].gives == "committee" else 1
    tie = TieRule(("earlier_round", "lot"), seed="bench")
    return lambda: METHODS[method].count(papers, seats=seats, tie=tie)


def votekit(method: str, order: Any, times: Any) -> Callable[[], object]:
    from votekit.ballot import RankBallot
    from votekit.elections import FastSTV, Schulze
    from votekit.pref_profile import RankProfile

    names = [frozenset({f"c{n}"}) for n in range(order.shape[1])]
    profile = RankProfile(
        ballots=tuple(
            RankBallot(ranking=tuple(names[each] for each in row), weight=weight)
            for row, weight in zip(order.tolist(), times.tolist(), strict=True)
        ),
        candidates=tuple(f"c{n}" for n in range(order.shape[1])),
    )
    if method == "schulze":
        return lambda: Schulze(profile, n_seats=1).get_elected()
    return lambda: FastSTV(profile, n_seats=SEATS, tiebreak="random").get_elected()


def pref_voting(method: str, order: Any, times: Any) -> Callable[[], object]:
    from pref_voting.profiles import Profile
    from pref_voting.voting_methods import beat_path

    profile = Profile(order.tolist(), times.tolist())
    beat_path(Profile([[0, 1], [1, 0]], [1, 2]))  # compiled at the first call
    return lambda: beat_path(Profile(profile.rankings_counts[0].tolist(), times.tolist()))


def pyrankvote(method: str, order: Any, times: Any) -> Callable[[], object]:
    import pyrankvote as library

    people = [library.Candidate(f"c{n}") for n in range(order.shape[1])]
    papers = [
        library.Ballot([people[each] for each in row])
        for row, number in zip(order.tolist(), times.tolist(), strict=True)
        for _ in range(number)
    ]
    return lambda: library.single_transferable_vote(people, papers, SEATS)


def belenios(method: str, order: Any, times: Any) -> Callable[[], object]:
    ranks = np.argsort(order, axis=1) + 1
    file = tempfile.TemporaryFile("w+")  # noqa: SIM115
    file.write("[")
    first = True
    for row, number in zip(ranks.tolist(), times.tolist(), strict=True):
        line = json.dumps(row, separators=(",", ":"))
        for _ in range(number):
            file.write(line if first else "," + line)
            first = False
    file.write("]")
    words = {
        "schulze": ["schulze", f"--nchoices={order.shape[1]}", "--blank-allowed=false"],
        "stv-scottish": ["stv", f"--nseats={SEATS}"],
    }[method]

    def count() -> None:
        file.seek(0)
        subprocess.run(["belenios-tool", "method", *words], stdin=file, stdout=subprocess.DEVNULL, check=True)

    return count


def numpy_pass(method: str, order: Any, times: Any) -> Callable[[], object]:
    """The floor: every cell of the matrix is read once."""
    return lambda: int((order.astype(np.int64).sum(axis=1) * times).sum())


PROGRAMS = {
    "symbiosis": ours,
    "votekit": votekit,
    "pref_voting": pref_voting,
    "pyrankvote": pyrankvote,
    "belenios-tool": belenios,
    "one NumPy pass": numpy_pass,
}


def child(program: str, method: str, number: int, distinct: int, candidates: int) -> None:
    """Convert, count three times within the limit or more often, and print the median and the peak of memory."""
    count = PROGRAMS[program](method, *ballots(number, distinct, candidates))
    seconds: list[float] = []
    while sum(seconds) < (LIMIT / 3 if len(seconds) < 3 else SHORT) and len(seconds) < MOST_TIMES:
        start = time.perf_counter()
        count()
        seconds.append(time.perf_counter() - start)
    who = resource.RUSAGE_CHILDREN if program == "belenios-tool" else resource.RUSAGE_SELF
    print(json.dumps([statistics.median(seconds), resource.getrusage(who).ru_maxrss // 1024]))


def measured(
    program: str, method: str, number: int, distinct: int, candidates: int
) -> tuple[float, int] | None:
    """Seconds and MB; None for over the limit or out of memory."""
    words = [
        sys.executable,
        "-m",
        "bench.counting",
        program,
        method,
        str(number),
        str(distinct),
        str(candidates),
    ]
    try:
        told = subprocess.run(words, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    if told.returncode:
        print(told.stderr[-400:], file=sys.stderr)
        return None
    seconds, memory = json.loads(told.stdout)
    return seconds, memory


def reading() -> list[str]:
    """A BLT file of a million lines against a bare read, split and int of the same bytes."""
    from symbiosis.counting.formats.blt import read_blt

    order, _ = ballots(1_000_000, 1_000_000, 20)
    lines = [" ".join(map(str, row)) for row in (order[:, :5] + 1).tolist()]
    data = ("20 5\n" + "".join(f"1 {line} 0\n" for line in lines) + "0\n").encode()
    data += "".join(f'"c{n}"\n' for n in range(20)).encode() + b'"Title"\n'
    rows = []
    for name, read in (
        (
            "bare read, split and int",
            lambda: [[int(each) for each in line.split()] for line in data.splitlines()[:-21]],
        ),
        ("read_blt", lambda: read_blt(data)),
    ):
        seconds = []
        for _ in range(3):
            start = time.perf_counter()
            read()
            seconds.append(time.perf_counter() - start)
        rows.append((name, statistics.median(seconds)))
    return [f"| {name} | {seconds:.2f} | {seconds / rows[0][1]:.2f} |" for name, seconds in rows]


def main() -> None:
    """Measure everything and write the page."""
    lines = [
        "# Counting, measured by `make bench-counting`",
        "",
        f"Python {platform.python_version()}, NumPy {np.__version__}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the start. Medians of three, "
        f"and of up to {MOST_TIMES} of what is ready within {SHORT} s. A program gets {LIMIT} s with its conversion.",
        "",
    ]
    peers = {
        "stv-scottish": ("votekit", "pyrankvote", "belenios-tool"),
        "schulze": ("votekit", "pref_voting", "belenios-tool"),
        "approval": (),
    }
    for method, others in peers.items():
        for number, distinct in ((1_000_000, 20_000), (1_000_000, 1_000_000)):
            lines += [
                f"## {method}, {number:,} ballots of 20 candidates, {distinct:,} distinct",
                "",
                "| program | s | MB | times ours |",
                "|---|---:|---:|---:|",
            ]
            base = measured("symbiosis", method, number, distinct, 20)
            assert base
            for program in ("symbiosis", "one NumPy pass", *others):
                found = base if program == "symbiosis" else measured(program, method, number, distinct, 20)
                row = (
                    f"| {program} | {found[0]:.4f} | {found[1]} | {found[0] / base[0]:.1f} |"
                    if found
                    else f"| {program} | over {LIMIT} | | over {LIMIT / base[0]:.0f} |"
                )
                print(method, number, distinct, row, flush=True)
                lines.append(row)
            lines.append("")
    lines += [
        "## Growth",
        "",
        "| method | ballots | distinct | candidates | s | MB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for method in ("stv-scottish", "stv-meek", "schulze"):
        for number, distinct, candidates in (
            (1_000, 1_000, 20), (10_000, 10_000, 20), (100_000, 100_000, 20), (1_000_000, 1_000_000, 20),
            (10_000_000, 1_000_000, 20), (100_000, 100_000, 5), (100_000, 100_000, 100),
        ):  # fmt: skip
            found = measured("symbiosis", method, number, distinct, candidates)
            shown = f"{found[0]:.4f} | {found[1]}" if found else f"over {LIMIT} |"
            row = f"| {method} | {number:,} | {distinct:,} | {candidates} | {shown} |"
            print(row, flush=True)
            lines.append(row)
    lines += [
        "",
        "## Reading a BLT file of 1,000,000 lines",
        "",
        "| | s | ratio |",
        "|---|---:|---:|",
        *reading(),
        "",
    ]
    (HERE / "counting.md").write_text("\n".join(lines))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
    else:
        main()
