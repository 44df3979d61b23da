"""`make bench`: measure, write results.json and results.md."""

from __future__ import annotations

import json
import os
import platform
from pathlib import Path

from bench import cold, pages, replay, votes

HERE = Path(__file__).parent


def flat(results: dict[str, object], before: str = "") -> list[tuple[str, object]]:
    """Each figure with its full name."""
    rows: list[tuple[str, object]] = []
    for name, value in results.items():
        if isinstance(value, dict):
            rows += flat(value, f"{before}{name} / ")
        else:
            rows.append((before + name, value))
    return rows


def main() -> None:
    """Measure everything; a part that fails stops the run."""
    results: dict[str, object] = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()[0]}
    }
    for name, part in (
        ("replay", replay.measure),
        ("cold start", cold.measure),
        ("votes on SQLite", votes.measure),
        ("votes on PostgreSQL", votes.on_postgresql),
        ("pages", pages.measure),
    ):
        print(name, flush=True)
        results[name] = part()
        for row, value in flat(results[name]):  # type: ignore[arg-type]
            print(f"  {row:60} {value}", flush=True)
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    lines = ["| figure | value |", "|---|---:|", *(f"| {name} | {value} |" for name, value in flat(results))]
    (HERE / "results.md").write_text("# Measured by `make bench`\n\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
