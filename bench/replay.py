"""How many acts a second the verifier replays on one core, embedded proofs counted apart."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench.generated import generate
from symbiosis.record import bundles
from symbiosis.verify.files import verify_bundle
from symbiosis.verify.replay import replay

RECORDS = Path(__file__).parent.parent / "tests" / "vectors" / "records" / "0.1.0"
WANTED = 50_000


def measure(acts: int = 100_000, runs: int = 5) -> dict[str, object]:
    """Median of several runs over one generated body, and of the congress of scenario A, which is all proofs."""
    made = generate(acts, acts // 10)
    entries = len(made.board) + len(made.book)
    rates = [entries / _seconds(lambda: replay(made.board, made.book)) for _ in range(runs)]
    data = (RECORDS / "Congress.bundle").read_bytes()
    size = len(bundles.read_bundle(data).logs[0].entries)
    proofs = [size / _seconds(lambda: verify_bundle(data)) for _ in range(runs)]
    rate = statistics.median(rates)
    return {
        "acts": entries,
        "acts_per_second": round(rate),
        "of_wanted": round(rate / WANTED, 2),
        "congress_entries_with_proofs_per_second": round(statistics.median(proofs)),
    }


def _seconds(what: object) -> float:
    assert callable(what)
    start = time.perf_counter()
    what()
    return time.perf_counter() - start
