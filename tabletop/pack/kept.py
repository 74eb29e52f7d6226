"""Kept: what was worked out from a pack once, kept on disk under the pack's digest.

The cache is a convenience. A missing, foreign or damaged file counts as nothing kept; a file is only ever
read under the very digest, engine and Python that wrote it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from .model import Pack

_MAGIC = b"armistice-kept\n"
_DIGEST = 16


def kept_pack(cache: Path, digest: str) -> Pack | None:
    """A pack that this engine read and checked before."""
    data = kept(cache, digest, "pack")
    if data is None:
        return None
    # Safe only because `kept` gives back nothing but what this engine wrote into the player's own cache.
    pack = pickle.loads(data)
    return pack if isinstance(pack, Pack) else None


def keep_pack(cache: Path, pack: Pack) -> None:
    """Keep a pack that was read and checked."""
    keep(cache, pack.digest, "pack", pickle.dumps(pack))


def kept(cache: Path, digest: str, kind: str) -> bytes | None:
    """What was kept of a kind for a pack, if it is whole."""
    try:
        data = _path(cache, digest, kind).read_bytes()
    except OSError:
        return None
    body = data[len(_MAGIC) + _DIGEST :]
    whole = data.startswith(_MAGIC) and _hash(body) == data[len(_MAGIC) :][:_DIGEST]
    return body if whole else None


def keep(cache: Path, digest: str, kind: str, body: bytes) -> None:
    """Keep something for a pack; a full or read-only disk costs speed, nothing else."""
    path = _path(cache, digest, kind)
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_MAGIC + _hash(body) + body)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _path(cache: Path, digest: str, kind: str) -> Path:
    return cache / f"{digest}-{sys.implementation.cache_tag}-{_engine()}.{kind}"


@lru_cache(maxsize=1)
def _engine() -> str:
    """A fingerprint of the code that reads and compiles packs."""
    found = hashlib.blake2b(digest_size=8)
    for folder in ("pack", "rules"):
        for path in sorted((Path(__file__).parent.parent / folder).rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()


def _hash(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()
