"""How long the busiest page takes on the server, and how many bytes a first visit costs."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench.node import opened

CODE = """
import gzip, json, statistics, time
from pathlib import Path
from django.conf import settings
from django.test import Client
from symbiosis.actions import folds, people
from symbiosis.rehearsal import example
from symbiosis.store import reader
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
example.load_example(lambda line: None)
import symbiosis.web
css = len(gzip.compress((Path(symbiosis.web.__file__).parent / "static/site.css").read_bytes()))
links = dict(people.sign_in_links())
client = Client(SERVER_NAME="127.0.0.1")
client.post(links["Secretary of Kiln Street"])
boards = {folds.caught_up(body).board.name: folds.caught_up(body).board for body in reader.bodies()}
congress, kiln = boards["Congress of the Confederation"], boards["Kiln Street"]
busiest = max(congress.proposals.values(), key=lambda each: (len(each.versions), len(each.amendments)))
vote = next(each.id for each in kiln.votings.values() if not each.closed and each.secrecy == "open")
closed = next(each.id for each in congress.votings.values() if each.closed)
council, at_home = f"/b/{congress.id}/", f"/b/{kiln.id}/"
paths = {"home": "/", "bodies": "/bodies/", "body": at_home, "charter": at_home + "charter/",
         "record": at_home + "record/", "people": at_home + "people/", "proposal": f"{council}proposal/{busiest.id}/",
         "council": f"{council}council/{busiest.id}/", "confederation": council + "confederation/",
         "vote form": f"{at_home}voting/{vote}/", "decision": f"{council}decision/{closed}/",
         "form of an act": at_home + "act/MeetingCalled/"}
sizes = {}
for name, path in paths.items():
    answer = client.get(path)
    assert answer.status_code == 200, (name, answer.status_code)
    sizes[name] = len(gzip.compress(answer.content))
def times(path, count):
    found = []
    for _ in range(count):
        start = time.perf_counter(); client.get(path); found.append((time.perf_counter() - start) * 1000)
    found.sort()
    return {"p50_ms": round(found[len(found) // 2], 1), "p95_ms": round(found[int(len(found) * .95)], 1)}
print(json.dumps({"stylesheet_bytes": css, "html_bytes": sizes,
    "first_visit_bytes": {name: size + css for name, size in sizes.items()},
    "busiest_proposal": times(paths["proposal"], 200), "decision_counted_again": times(paths["decision"], 60)}))
"""


def measure() -> dict[str, object]:
    """Compressed bytes by page (HTML, and with the stylesheet), and server times on the worked example."""
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, object] = json.loads(opened(Path(folder) / "data", CODE).splitlines()[-1])
    return found
