"""axe on every route of the table, at phone width, in English and Spanish, light and dark; nothing leaves the node."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver
from playwright.sync_api import Browser, Page

from tests.node.nodes import Served

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NO_PAGES = {
    "health",  # plain text
    "set_language",  # the rest answer POST, or with a file
    "sign_out",
    "my_data",
    "export",
    "attachment",
    "comment",
    "cast_ballot",
    "ballots_posted",
    "ballot_archive",
    "booth_file",
    "passkey_begin",
    "passkey_finish",
    "reissue",
}
WHO = (
    "Secretary of Kiln Street",
    "Chair of the congress",
    "Keeper of this node",
    "Member of Kiln Street",
)
OWN_PAGES = {"Election commission of Kiln Street": "/credentials/", "Key holder of Kiln Street": "/trustee/"}
"""Who else has pages of their own, and how the addresses of these end."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """The worked example, served, and its sign-in links by label."""
    data = tmp_path_factory.mktemp("example") / "data"
    with Served(data, "--example") as node:
        yield node, links_of(data, node.url)


def links_of(data: Path, url: str) -> dict[str, str]:
    """The example's sign-in links, from the file that its node keeps."""
    import json

    links = json.loads((data / "example-links.json").read_text())
    return {link["label"]: f"{url}/example/{key}" for key, link in links.items()}


CRAWLED: dict[tuple[str, str], dict[str, str]] = {}
"""Where each person gets to, by node: the same in every language and light."""


def routes() -> dict[str, re.Pattern[str]]:
    """Each named route and what its addresses look like."""
    found = {}
    for pattern in get_resolver("symbiosis.node.urls").url_patterns:
        shape = re.sub(r"<[a-z]+:[a-z0-9]+>", "[^/]+", str(pattern.pattern))
        found[pattern.name] = re.compile(f"/{shape}")
    return found


def crawl(page: Page, url: str) -> dict[str, str]:
    """One address of each route that can be reached by links from the first page."""
    table, found, todo, seen = routes(), {}, ["/"], set()
    while todo:
        path = todo.pop(0)
        name = next((n for n, shape in table.items() if shape.fullmatch(path.split("?")[0])), "")
        if path in seen or name in NO_PAGES or (name in found and name != "body"):
            continue
        seen.add(path)
        answer = page.goto(url + path)
        assert answer is not None
        assert answer.status == 200, path
        found[name] = path
        for link in page.locator("a[href^='/']").all():
            todo.append(str(link.get_attribute("href")))
        if len(seen) > 150:
            break
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_route_can_be_used_by_everybody(
    chromium: Browser, example: tuple[Served, dict[str, str]], language: str, scheme: str
) -> None:
    node, links = example
    visited: set[str] = set()
    requests: set[str] = set()
    faults: list[str] = []

    def look(page: Page, name: str) -> None:
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
        for each in result.response["violations"]:
            nodes = "; ".join(str(n["html"])[:160] for n in each["nodes"][:3])
            faults.append(f"{name}: {each['id']}: {nodes}")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").count() == 1
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            faults.append(f"{name} is {wide} pixels wider than a phone")
        visited.add(name)

    for who in ("", *WHO, *OWN_PAGES):
        context = chromium.new_context(
            viewport={"width": 390, "height": 800}, color_scheme=scheme, locale=language, bypass_csp=True
        )
        page = context.new_page()
        page.on("request", lambda request: requests.add(request.url))
        if who:
            page.goto(links[who])
            look(page, "enter_example")
            page.click("main button")
        if who in OWN_PAGES:
            page.goto(node.url + "/")
            page.locator(f"a[href$='{OWN_PAGES[who]}']").first.click()
            page.locator("#work button").first.wait_for()
            look(page, {"/credentials/": "authority", "/trustee/": "trustee"}[OWN_PAGES[who]])
            context.close()
            continue
        if (node.url, who) not in CRAWLED:
            CRAWLED[node.url, who] = crawl(page, node.url)
        for name, path in CRAWLED[node.url, who].items():
            if name not in visited:
                page.goto(node.url + path)
                look(page, name)
        if not who:
            page.goto(node.url + "/join/NOT-A-CODE")
            look(page, "join")
        if who.startswith("Secretary"):
            page.goto(node.url + "/")
            page.locator("main ul a strong").first.click()
            page.get_by_role("link", name=re.compile("People|Personas|Gente|Integrantes")).first.click()
            page.locator("summary").first.click()
            page.fill("#names", "Ximena")
            page.locator("main details form button").click()
            look(page, "invite")
        if who.startswith("Keeper"):
            page.goto(node.url + "/found")
            look(page, "found")
            page.locator("a[href^='/rulebook/']").first.click()
            look(page, "rulebook")
        if who.startswith("Member"):
            change = CRAWLED[node.url, who]["charter_change"]
            street = "/".join(change.split("/")[:3])
            page.goto(f"{node.url}{street}/voting/working-days/")
            look(page, "voting")
            page.locator("a[href$='/papers/']").click()
            look(page, "ballot_papers")
            page.goto(node.url + change)
            page.fill("[id='c-meetings.notice_days']", "9")
            page.locator("main form button").first.click()
            look(page, "charter_draft")
        context.close()
    count = chromium.new_context(
        viewport={"width": 390, "height": 800}, color_scheme=scheme, locale=language, bypass_csp=True
    )
    page = count.new_page()
    page.goto(links["Teller of Kiln Street"])
    page.click("main button")
    body = page.locator("main ul a[href^='/b/']").first.get_attribute("href")
    page.goto(f"{node.url}/b/{str(body).split('/')[2]}/count/{str(body).split('/')[2]}/boiler/")
    look(page, "count")
    count.close()
    assert not faults, "\n".join(faults)
    assert set(routes()) - NO_PAGES - visited == set()
    assert {request.split("/")[2] for request in requests} == {node.url.split("/")[2]}


def test_pages_are_light(chromium: Browser, example: tuple[Served, dict[str, str]]) -> None:
    node, links = example
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(links["Member of Kiln Street"])
    page.click("main button")
    css = Path(__file__).parents[2] / "src/symbiosis/web/static/site.css"
    style = len(gzip.compress(css.read_bytes()))
    for name, path in crawl(page, node.url).items():
        page.goto(node.url + path)
        html = len(gzip.compress(page.content().encode()))
        assert html + style <= 50_000, name
        if name == "voting":
            assert html <= 5_000
    context.close()
