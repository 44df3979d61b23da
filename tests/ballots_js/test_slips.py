"""Slips: each person's credential, in words and as a QR code, drawn where the secret was made."""

from __future__ import annotations

import re

import pytest
import segno
from playwright.sync_api import Page

from tests.ballots_js.elections import H_GROUP

FULL = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412)
"""How many bytes fill each version at level M (ISO/IEC 18004, table 7)."""


@pytest.mark.parametrize("length", FULL)
def test_codes_are_those_that_segno_draws(scripts: Page, length: int) -> None:
    """Of full codes: with less in them segno adds a byte of zeros before the padding, which readers overlook."""
    text = ("https://node.example/booth#q8r-iDW/" * 20)[:length]
    made = scripts.evaluate("(text) => Qr.squares(text)", text)
    version, mask = made["version"], made["mask"]
    assert version == FULL.index(length) + 1
    drawn = segno.make(
        text,
        error="m",
        boost_error=False,
        mode="byte",
        micro=False,
        mask=mask,
        version=version,
        encoding="utf-8",
    )
    assert made["rows"] == [[bool(cell & 1) for cell in row] for row in drawn.matrix]


def test_too_long_a_text_is_refused(scripts: Page) -> None:
    with pytest.raises(Exception, match="too long"):
        scripts.evaluate("Qr.squares('y'.repeat(413))")


def test_each_slip_has_its_own_credential_and_no_name(scripts: Page) -> None:
    code = """async ([uuid, group]) => {
      const made = await Ballots.run(Authority.credentials(uuid, group, [1, 1, 5]));
      const place = document.createElement("div");
      const said = { credential: "C", weight: "weighs {weight}", link: "L", picture: "P", fingerprint: "F", keep: "K" };
      const about = { name: "<b>Mill</b>", fingerprint: "abc", booth: "http://node/booth" };
      Authority.slips(place, made.credentials, about, said);
      const codes = [...place.querySelectorAll("svg path")].map((path) => path.getAttribute("d"));
      const slips = [...place.children].map((each) => each.textContent);
      const credentials = made.credentials.map((each) => each.credential);
      return { credentials, slips, codes, bold: place.querySelectorAll("b").length };
    }"""
    made = scripts.evaluate(code, ["Bx2tNc3jf6YdEQ", H_GROUP])
    assert made["bold"] == 0
    assert len(set(made["codes"])) == 3
    for credential, slip in zip(made["credentials"], made["slips"], strict=True):
        assert re.fullmatch(r"[1-9A-HJ-NP-Za-km-z]{3}(-[1-9A-HJ-NP-Za-km-z]{3}){4}", credential)
        assert f"http://node/booth#{credential}" in slip
        assert [other in slip for other in made["credentials"]].count(True) == 1
    assert [("weighs 5" in slip) for slip in made["slips"]] == [False, False, True]
