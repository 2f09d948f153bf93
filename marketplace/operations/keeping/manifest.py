"""What a backup holds, in JSON beside it in the archive."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import BinaryIO

from django.conf import settings

from .errors import BackupBroken

FORMAT = 1
NAME = "manifest.json"
CHUNK = 1 << 20
# What a site needs beside its backup. Kept elsewhere: a password store, a sealed envelope.
SECRETS = ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL")
SECRETS_OF_ENGINES = ("DATABASE_URL", "REDIS_URL", "ELASTICSEARCH_URL", "S3_URL", "EMAIL_URL")


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the archive."""

    size: int
    sha256: str


@dataclass(slots=True)
class Manifest:
    """Everything a restore compares with."""

    made_at: str
    vendor: str  # sqlite or postgresql
    site: str
    key_fingerprint: str
    audit_head: str
    rows: dict[str, int]  # of each table, in the very snapshot that was kept
    pieces: dict[str, Piece] = field(default_factory=dict)  # by their path in the archive
    secrets_needed: tuple[str, ...] = SECRETS
    secrets_of_engines: tuple[str, ...] = SECRETS_OF_ENGINES
    format: int = FORMAT

    def as_json(self) -> bytes:
        """The manifest as it lies in the archive."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False).encode()

    @classmethod
    def read(cls, text: bytes) -> "Manifest":
        """The manifest of an archive; refuses one that this version cannot read."""
        try:
            told = json.loads(text)
            told["pieces"] = {path: Piece(**piece) for path, piece in told["pieces"].items()}
            manifest = cls(**told)
        except (ValueError, TypeError, KeyError) as error:
            raise BackupBroken("The manifest cannot be read.") from error
        if manifest.format != FORMAT:
            raise BackupBroken(f"This backup has format {manifest.format}; we read {FORMAT}.")
        return manifest


def key_fingerprint() -> str:
    """Tells one SECRET_KEY from another without giving it away."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, b"backup manifest", hashlib.sha256).hexdigest()[:16]


def chunks(source: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time."""
    while chunk := source.read(CHUNK):
        yield chunk


class Counted:
    """A file that is read once, and its size and checksum taken on the way."""

    def __init__(self, source: BinaryIO) -> None:
        self._source, self._digest, self._size = source, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        """As a file reads."""
        chunk = self._source.read(size)
        self._digest.update(chunk)
        self._size += len(chunk)
        return chunk

    @property
    def piece(self) -> Piece:
        """What was read."""
        return Piece(self._size, self._digest.hexdigest())


def piece_of(source: BinaryIO) -> Piece:
    """Size and checksum of a whole file."""
    counted = Counted(source)
    for _ in chunks(counted):
        pass
    return counted.piece
