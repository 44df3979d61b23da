"""How long a voter waits for the booth on a slow phone: Chromium with its processor slowed down six times."""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

SLOWER = 6
RUNS = 5
THREE = {"answers": ["Yes", "No", "Abstain"], "min": 1, "max": 1, "question": "Shall we?"}
RANKED = {"type": "NonHomomorphic", "value": {"answers": list("ABCD"), "question": "In which order?"}}
APPROVAL = {
    "answers": [f"Option {n}" for n in range(1, 11)],
    "min": 0,
    "max": 10,
    "question": "Which of ten?",
}
BALLOTS = {
    "three answers, BELENIOS-2048": ("BELENIOS-2048", THREE),
    "ten answers by approval, BELENIOS-2048": ("BELENIOS-2048", APPROVAL),
    "ranking of four, RFC-3526-2048": ("RFC-3526-2048", RANKED),
}
# Waits until the library's tables are made, or not; fills the form in; presses and waits for the sealed ballot.
VOTE = """async ([credential, waited]) => {
  const until = (selector) => new Promise((found) => {
    const look = () => document.querySelector(selector);
    if (look()) return found(look());
    const watch = new MutationObserver(() => { if (look()) { watch.disconnect(); found(look()); } });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  document.querySelector("#booth-credential").value = credential;
  document.querySelector("#booth form button").click();
  const field = await until("#booth fieldset input, #booth fieldset select");
  if (field.tagName === "SELECT") field.value = "1"; else field.checked = true;
  if (waited) await new Promise((wake) => setTimeout(wake, waited));
  document.querySelector("#booth form button").click();
  const press = await until("#booth .deeds button"), start = performance.now();
  press.click();
  await until("#booth .note");
  return performance.now() - start;
}"""


def measure() -> dict[str, object]:
    """Milliseconds from the press of "Encrypt" to the sealed and checked ballot, on a processor slowed six times.

    "after reading" presses ten seconds after the form is there, as people do; "at once" is a script that never
    reads, so that the tables of powers are still being made. Medians of five fresh pages each.
    """
    if not settings.configured:
        settings.configure(USE_I18N=False)
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        found: dict[str, object] = {"chromium": browser.version, "processor slowed by": SLOWER}
        for name, (group, question) in BALLOTS.items():
            found[name] = _ballot(browser, Path(folder), group, question)
        browser.close()
    return found


def _ballot(browser: Browser, folder: Path, group: str, question: dict[str, Any]) -> dict[str, object]:
    from symbiosis.web.booth_file import STATIC, TRUSTEE, offline_booth
    from symbiosis.web.booth_words import sentences

    maker = browser.new_page()
    for script in (*TRUSTEE, "authority.js"):
        maker.add_script_tag(path=STATIC / script)
    key = json.loads(
        maker.evaluate("(group) => Ballots.run(Trustee.key(group)).then(({open}) => open)", group)
    )
    credential = maker.evaluate("Authority.credential()")
    maker.close()
    head = {"version": 1, "description": "", "name": "Bench", "group": group, "public_key": key["public_key"]}
    election = json.dumps({**head, "questions": [question], "uuid": "Bx2tNc3jf6YdEQ"}).encode()
    page_text = offline_booth(election, sentences())
    file = folder / "booth.html"
    file.write_text(page_text, encoding="utf-8")
    return {
        "after reading, ms": _median(browser, file, credential, 10_000),
        "at once, ms": _median(browser, file, credential, 0),
        "the whole page as one file, compressed bytes": len(gzip.compress(page_text.encode())),
    }


def _median(browser: Browser, file: Path, credential: str, waited: int) -> int:
    return round(statistics.median(_once(browser.new_page(), file, credential, waited) for _ in range(RUNS)))


def _once(page: Page, file: Path, credential: str, waited: int) -> float:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(file.as_uri())
    page.locator("#booth-credential").wait_for()
    taken = page.evaluate(VOTE, [credential, waited])
    page.close()
    return float(taken)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
