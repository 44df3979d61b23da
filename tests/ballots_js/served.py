"""The booth's own page and its scripts over loopback, as a node serves them; ballots go to belenios-tool."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from symbiosis.web.booth_file import STATIC, Paper, booth
from symbiosis.web.booth_words import sentences
from tests.ballots_js.elections import Election

PAGE = '{% extends "base.html" %}{% block content %}{% include "booth.html" with booth=booth %}{% endblock %}'
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
KINDS = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


class Booth:
    """An open election's booth at `url`: `posted` is what came in, as headers and body; `refusing` answers no."""

    def __init__(
        self, election: Election, language: str = "en", papers: list[Paper | None] | None = None
    ) -> None:
        self.election = election
        self.language = language
        self.papers = papers or []
        self.posted: list[tuple[dict[str, str], str]] = []
        self.asked: list[str] = []
        self.refusing = ""
        self.lying = False
        server = self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def page(self) -> bytes:
        request = RequestFactory().get("/")
        with translation.override(self.language):
            given = booth(
                self.election.text.encode(), sentences(), papers=self.papers, cast="/cast", board="/board"
            )
            template = engines["django"].from_string(PAGE)
            name = json.loads(self.election.text)["name"]
            return str(template.render({"booth": given, "heading": name}, request)).encode()

    def take(self, text: str) -> tuple[int, dict[str, str]]:
        """What the node answers to a ballot."""
        if self.refusing:
            return 409, {"refused": self.refusing}
        self.election.event("Ballot", text)
        tracker = self.election.tool("sha256-b64", given=text).strip()
        return 200, {"tracker": tracker[::-1] if self.lying else tracker, "receipt": f"promised {tracker}"}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        ours = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self, status: int, kind: str, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Security-Policy", POLICY)
                self.send_header("Set-Cookie", "session=secret; Path=/")
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                ours.asked.append(self.path)
                path = self.path.partition("?")[0]
                if path == "/":
                    return self.answer(200, "text/html; charset=utf-8", ours.page())
                name = path.removeprefix("/static/")
                if name in {each.name for each in STATIC.iterdir()}:
                    kind = KINDS[name.rpartition(".")[2]]
                    return self.answer(200, kind, (STATIC / name).read_bytes())
                return self.answer(404, "text/plain", b"")

            def do_POST(self) -> None:
                text = self.rfile.read(int(self.headers["Content-Length"])).decode()
                ours.posted.append((dict(self.headers), text))
                status, said = ours.take(text)
                self.answer(status, "application/json", json.dumps(said).encode())

            def log_message(self, *_: object) -> None:
                """Quiet."""

        return Handler
