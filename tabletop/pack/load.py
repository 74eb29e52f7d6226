"""Load: from a folder, or from texts a record carries, to a checked pack or all its faults."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from .folder import read_folder
from .kept import keep_pack, kept_pack
from .model import Pack
from .names import Names


def load_pack(path: Path | str, cache: Path | None = None) -> Pack:
    """Read the pack in a folder. Raises `PackError` with every fault of it."""
    return read_pack(read_folder(Path(path)), str(path), cache)


def load_names(path: Path | str) -> Names:
    """Read the pack in a folder, and keep what its expressions were read to mean for whoever reads on.

    Raises `PackError` as `load_pack` does.
    """
    from .whole import whole_names  # noqa: PLC0415  what reads and checks a pack is not needed for a kept one

    return whole_names(read_folder(Path(path)), str(path))


def read_pack(files: Mapping[str, str], origin: str = "", cache: Path | None = None) -> Pack:
    """Read a pack from the texts of its files, by path inside its folder; a record carries them along.

    With a cache, a pack that was read and checked before is taken from there.
    Raises `PackError` with every fault of the pack.
    """
    if cache is not None:
        pack = kept_pack(cache, digest(files))
        if pack is not None:
            return pack
    from .whole import whole_pack  # noqa: PLC0415  a kept pack need not wait for what reads and checks one

    pack = whole_pack(files, origin)
    if cache is not None:
        keep_pack(cache, pack)
    return pack


def digest(texts: Mapping[str, str]) -> str:
    """The hash of a pack's files: the same for the same names and texts, whatever their order."""
    hashed = blake2b(digest_size=16)
    for name, text in sorted(texts.items()):
        for part in (name.encode(errors="surrogatepass"), text.encode(errors="surrogatepass")):
            hashed.update(len(part).to_bytes(8, "big"))
            hashed.update(part)
    return hashed.hexdigest()
