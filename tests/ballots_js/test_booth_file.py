"""The booth as one file: it works without a network, sends nothing, and its hashes are those that are published."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from symbiosis.errors import Unsound
from symbiosis.web import booth_file
from symbiosis.web.booth_file import STATIC, offline_booth, published_hash, scripts
from symbiosis.web.booth_words import sentences
from tests.ballots_js.elections import Election, choice
from tests.ballots_js.served import Booth

MOST_BYTES = 50_000
"""A first visit to any page, compressed, in all."""


def test_a_ballot_is_made_from_a_file_and_carried(
    chromium: Browser, election: Election, tmp_path: Path
) -> None:
    election.set_up([choice("Shall we?", ("Aye", "Nay"), 1, 1)], voters=1)
    file = tmp_path / "booth.html"
    file.write_text(offline_booth(election.text.encode(), sentences()))
    context = chromium.new_context(offline=True, accept_downloads=True)
    page = context.new_page()
    asked: list[str] = []
    printed: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.on("console", lambda message: printed.append(message.text))
    page.on("pageerror", lambda error: printed.append(str(error)))
    page.goto(file.as_uri())
    page.fill("#booth-credential", election.credentials[0])
    page.keyboard.press("Enter")
    page.get_by_label("Nay").check()
    for label in ("Continue", "Encrypt my ballot"):
        page.get_by_role("button", name=label, exact=True).click()
    page.get_by_role("heading", name="Your ballot is encrypted").wait_for(timeout=60_000)
    assert page.get_by_role("button", name="Cast this ballot").count() == 0
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the encrypted ballot as a file").click()
    election.event("Ballot", Path(waiting.value.path()).read_text())
    assert printed == []
    assert [each for each in asked if not each.startswith(("file:", "blob:"))] == []
    assert "Aye" not in page.inner_text("#booth")
    context.close()
    election.close()
    election.decrypt()
    assert election.result() == [[0, 1]]


def test_no_other_script_runs_in_the_file_and_nothing_connects(
    chromium: Browser, election: Election, tmp_path: Path
) -> None:
    election.set_up([choice("Shall we?", ("Aye", "Nay"), 1, 1)], voters=1)
    page_text = offline_booth(election.text.encode(), sentences())
    file = tmp_path / "booth.html"
    file.write_text(page_text.replace("</body>", "<script>window.foreign = 1;</script></body>"))
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.locator("#booth-credential").wait_for()
    assert page.evaluate("typeof foreign") == "undefined"
    assert page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'kept')") == "kept"
    policy = page.get_attribute("meta[http-equiv]", "content")
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    page.close()


def test_the_file_is_the_same_each_time_and_escapes_what_people_wrote(election: Election) -> None:
    name = 'Mill & </script><script>alert("x")</script>'
    text = json.dumps({"name": name, "questions": []}, ensure_ascii=False).encode()
    page = offline_booth(text, sentences())
    assert page == offline_booth(text, sentences())
    assert page.count("<script>") == len(booth_file.BOOTH)
    assert page.count("</script>") == len(booth_file.BOOTH) + 3
    assert "<h1>Mill &amp; &lt;/script&gt;" in page
    for bad in (b"\xff", b"[]", b"{}"):
        with pytest.raises(Unsound):
            offline_booth(bad, sentences())


def test_hashes_are_those_of_the_files_and_of_the_whole(tmp_path: Path, election: Election) -> None:
    for script in scripts(booth_file.BOOTH + booth_file.TRUSTEE + booth_file.AUTHORITY):
        summed = subprocess.run(
            ["sha256sum", STATIC / script.name], capture_output=True, text=True, check=True
        )
        assert summed.stdout.split()[0] == script.sha256
        digest = base64.b64decode(script.integrity.removeprefix("sha256-"))
        assert digest.hex() == script.sha256
    page = offline_booth(b'{"name":"M\xc3\xbchle"}', sentences())
    assert published_hash(page) == hashlib.sha256(page.encode()).hexdigest()
    for script in scripts():
        assert f"'{script.integrity}'" in page


def test_a_first_visit_is_small(election: Election) -> None:
    election.set_up([choice("Shall we?", ("Aye", "Nay"), 1, 1)], voters=1)
    booth = Booth(election)
    booth.stop()
    files = [STATIC / name for name in ("site.css", *booth_file.BOOTH)]
    online = sum(len(gzip.compress(each.read_bytes())) for each in files) + len(gzip.compress(booth.page()))
    offline = len(gzip.compress(offline_booth(election.text.encode(), sentences()).encode()))
    for names in (booth_file.TRUSTEE, booth_file.AUTHORITY):
        assert sum(len(gzip.compress((STATIC / name).read_bytes())) for name in names) < MOST_BYTES / 2
    assert online < MOST_BYTES
    assert offline < MOST_BYTES
