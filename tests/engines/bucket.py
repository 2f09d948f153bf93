"""An S3 endpoint for tests: PUT, GET, HEAD, DELETE and LIST over a dictionary.

Of the standard library, so that no dependency is locked for one test; and it can be told to be
slow or to be gone, which is what the tests are about. It asks for no signature: that boto3 signs
is boto3's matter.
"""

import hashlib
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET = "langsao"


@dataclass
class Bucket:
    """What is kept, and how the server behaves."""

    port: int
    kept: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    delay: float = 0.0
    _server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """As S3_URL names it."""
        return f"s3://key:secret@127.0.0.1:{self.port}/{BUCKET}?http=1"

    def start(self) -> None:
        """Answer."""
        handler = type("BucketHandler", (_Handler,), {"bucket": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone; what is kept stays."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    bucket: Bucket

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.bucket.kept[self._key] = body, self.headers.get("Content-Type", "")
        self._answer(200, etag=body)

    def do_GET(self) -> None:
        if not self._key:
            self._list()
        elif self._key in self.bucket.kept:
            body, kind = self.bucket.kept[self._key]
            self._answer(200, body, kind, etag=body)
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>", "application/xml")

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.bucket.kept.pop(self._key, None)
        self._answer(204)

    @property
    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix(f"/{BUCKET}").strip("/")

    def _list(self) -> None:
        asked = {name: v[0] for name, v in parse_qs(urlsplit(self.path).query).items()}
        prefix, cut = asked.get("prefix", ""), asked.get("delimiter", "")
        names, folders = [], set()
        for key in sorted(self.bucket.kept):
            rest = key.removeprefix(prefix)
            if key.startswith(prefix) and cut and cut in rest:
                folders.add(prefix + rest.partition(cut)[0] + cut)
            elif key.startswith(prefix):
                names.append(key)
        shown = "".join(f"<Contents><Key>{escape(n)}</Key><Size>1</Size></Contents>" for n in names)
        shown += "".join(
            f"<CommonPrefixes><Prefix>{escape(f)}</Prefix></CommonPrefixes>" for f in folders
        )
        text = f"<ListBucketResult><IsTruncated>false</IsTruncated>{shown}</ListBucketResult>"
        self._answer(200, text.encode(), "application/xml")

    def _answer(self, status: int, body: bytes = b"", kind: str = "", etag: bytes = b"") -> None:
        time.sleep(self.bucket.delay)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", formatdate(usegmt=True))
        if kind:
            self.send_header("Content-Type", kind)
        if etag:
            self.send_header("ETag", f'"{hashlib.md5(etag).hexdigest()}"')  # noqa: S324
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
