"""`make bench-ballots`: our audit beside belenios-tool's, on the same archives in one run; writes ballots.md.

Archives are made first (not timed), in a folder of their own. Each program gets an archive as a file and a process of
its own; what counts is the processor time of that process in user mode, with its start, so that other work on the
machine disturbs little. Memory is the peak of what the process holds besides the mapped file, sampled.
"""

from __future__ import annotations

import json
import mmap
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import gmpy2
from gmpy2 import mpz
from tests.ballots.making import make, some_values

from symbiosis.ballots.audit import audit
from symbiosis.ballots.ballot import Bases
from symbiosis.ballots.groups import BELENIOS_2048, GROUPS, RFC_3526_2048, Group, Powers
from symbiosis.ballots.membership import outsiders
from symbiosis.ballots.pool import here, processes
from symbiosis.ballots.questions import Added, Question, Shuffled

HERE = Path(__file__).parent
ONE_OF_THREE = Added("Which?", ("a", "b", "c"), 1, 1)
RANKED = Shuffled("In what order?", ("a", "b", "c", "d"))
CASES: dict[str, tuple[Question, Group, int]] = {
    "one of three, BELENIOS-2048": (ONE_OF_THREE, BELENIOS_2048, 10_000),
    "one of three, a tenth of that": (ONE_OF_THREE, BELENIOS_2048, 1_000),
    "one of three, RFC-3526-2048": (ONE_OF_THREE, RFC_3526_2048, 1_000),
    "ranks of four, one shuffle": (RANKED, RFC_3526_2048, 1_000),
}


def archive(question: Question, group: Group, ballots: int) -> bytes:
    """A whole election with one trustee, the same at every run."""
    made = make([question], ballots, f"bench {ballots}", group=group, window=10)
    made.bases = Bases(Powers(group, group.g, 10), made.bases.y)
    for voter in range(ballots):
        made.cast(voter, some_values([question], made.draw))
    made.close()
    if made.election.shuffled:
        made.shuffle([1])
    made.open([1])
    return made.archive.data


def child(path: str, cores: int) -> None:
    """Audit a mapped file and print seconds of user time, of the clock, and MB."""
    peak = 0
    over = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(0.05):
            status = Path("/proc/self/status").read_text()
            peak = max(peak, int(status.partition("RssAnon:")[2].split()[0]) // 1024)

    threading.Thread(target=watch, daemon=True).start()
    start = time.perf_counter()
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        view = memoryview(mapped)
        report = audit(view, here if cores == 1 else processes(cores))
        view.release()
    clock = time.perf_counter() - start
    over.set()
    assert report.sound, report.defects[:3]
    used = sum(resource.getrusage(w).ru_utime for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([used, clock, peak]))


def ours(folder: Path, cores: int) -> tuple[float, float, int]:
    words = [sys.executable, "-m", "bench.ballots", str(folder / "board.bel"), str(cores)]
    told = subprocess.run(words, capture_output=True, text=True, check=True)
    used, clock, peak = json.loads(told.stdout)
    return used, clock, peak


def theirs(folder: Path) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    start = time.perf_counter()
    words = ["belenios-tool", "election", "verify", "--dir", str(folder)]
    subprocess.run(words, capture_output=True, check=True)
    clock = time.perf_counter() - start
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, clock


def cost(work: Callable[[], object], times: int) -> float:
    """Microseconds of processor time for one."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times * 1e6


def floor() -> list[str]:
    """What a ballot of one of three costs at least, operation by operation."""
    lines = [
        "| operation | BELENIOS-2048 us | times | RFC-3526-2048 us | times |",
        "|---|---:|---:|---:|---:|",
    ]
    draw = random.Random("floor").randrange
    measured: dict[str, list[float]] = {"power": [], "short": [], "table": [], "belongs": []}
    for group in GROUPS.values():
        x, e = group.g**3 % group.p if group.cofactor == 2 else group.g, mpz(draw(int(group.q)))
        x = gmpy2.powmod(x, e, group.p)
        short = mpz(draw(2**256))
        table = Powers(group, group.g, 10)
        members = [gmpy2.powmod(group.g, n + 2**200, group.p) for n in range(3000)]
        measured["power"].append(cost(lambda x=x, e=e, p=group.p: gmpy2.powmod(x, e, p), 200))
        measured["short"].append(cost(lambda x=x, e=short, p=group.p: gmpy2.powmod(x, e, p), 200))
        measured["table"].append(cost(lambda table=table, e=e: table.of(e), 500))
        measured["belongs"].append(cost(lambda g=group, m=members: outsiders(g, m), 1) / len(members))
    counts = {"power": (15, 6), "short": (0, 9), "table": (15, 18), "belongs": (6, 6)}
    names = {
        "power": "power of a number of the ballot",
        "short": "the same with 256 bits",
        "table": "power of g or y from a table",
        "belongs": "whether a number belongs, among 3,000",
    }
    sums = [0.0, 0.0]
    for key, (first, second) in counts.items():
        a, b = measured[key]
        sums = [sums[0] + a * first, sums[1] + b * second]
        lines.append(f"| {names[key]} | {a:.0f} | {first} | {b:.0f} | {second} |")
    lines.append(f"| **ms a ballot** | **{sums[0] / 1000:.1f}** | | **{sums[1] / 1000:.1f}** | |")
    return lines


def casting() -> list[str]:
    """How long a voter waits between the press of a button and the encrypted ballot, on a phone six times slower."""
    from bench import booth  # needs a browser, which who only wants an archive has not

    lines = [
        "## Casting, in headless Chromium with the processor slowed six times",
        "",
        "| ballot | pressed after ten seconds of reading, ms | pressed at once, ms | the booth as one file, kB |",
        "|---|---:|---:|---:|",
    ]
    measured = booth.measure()
    for name in booth.BALLOTS:
        after, once, size = measured[name].values()
        lines.append(f"| {name} | {after:,} | {once:,} | {size / 1000:.1f} |")
    return [*lines, ""]


def main(share: float) -> None:
    """Measure everything and write the page; `share` makes all elections smaller."""
    lines = [
        "# Secret ballots, measured by `make bench-ballots`",
        "",
        f"Python {platform.python_version()}, gmpy2 {gmpy2.version()} ({gmpy2.mp_version()}), {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the start. Audits of the same archives: seconds of processor time.",
        "",
        "| election | ballots | archive MB | belenios-tool s | ours s | times faster | ms a ballot | MB held |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    cores = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (question, group, ballots) in CASES.items():
            ballots = max(10, int(ballots * share))
            place = Path(folder) / name.replace(" ", "-")
            place.mkdir()
            data = archive(question, group, ballots)
            (place / "board.bel").write_bytes(data)
            used, clock, peak = ours(place, 1)
            tool, _ = theirs(place)
            row = (
                f"| {name} | {ballots:,} | {len(data) / 1e6:.0f} | {tool:.1f} | {used:.1f} | {tool / used:.1f} "
                f"| {used / ballots * 1000:.1f} | {peak} |"
            )
            print(row, flush=True)
            lines.append(row)
            _, on_two, _ = ours(place, 2)
            cores.append(f"| {name} | {clock:.1f} | {on_two:.1f} | {clock / on_two:.2f} |")
            (place / "board.bel").unlink()
    lines += [
        "",
        "## On two cores, by the clock (means something on an idle machine only)",
        "",
        "| election | one s | two s | times faster |",
        "|---|---:|---:|---:|",
        *cores,
        "",
        "## The floor: arithmetic alone, for one of three",
        "",
        *floor(),
        "",
        "The challenge of a proof is the hash of its commitments, so each commitment is computed anew: nothing but "
        "membership can be tested for many ballots at once.",
        "",
    ]
    lines += casting()
    (HERE / "ballots.md").write_text("\n".join(lines))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        child(sys.argv[1], int(sys.argv[2]))
    else:
        main(float(sys.argv[1]) if len(sys.argv) > 1 else 1)
