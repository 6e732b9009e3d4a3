"""Where pages come from: files, folders, globs, archives, standard input; one at a time, never all."""

from __future__ import annotations

import glob
import gzip
import os
import re
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LARGEST", "STDIN", "InputError", "Source", "read_source", "sources"]

STDIN: Final = "-"
SUFFIXES: Final = (".txt", ".txt.gz", ".zip")
"""What is looked for in a folder; a file that is named is read whatever it is called."""
LARGEST: Final = 1 << 28
"""Bytes of one source, unpacked: the text of ten thousand pages. More is a mistake, or an archive made to
fill the memory."""
_DIGITS: Final = re.compile(r"(\d+)")
_MAGIC: Final = re.compile(r"[*?\[]")


class InputError(Exception):
    """A source that cannot be read; the message says why."""


@frozen
class Source:
    """One text to read.

    Attributes:
        name: What to call it to people.
        path: The file, or None for standard input.
        member: The file inside a zip archive, or None.
        stem: Path of what is written for it under the output folder, without suffix.
        folder: What its neighbours share: the pages of one issue stand in one folder or archive.
        data: Its bytes where they have been read already, as those of standard input are.
    """

    name: str
    path: Path | None
    member: str | None
    stem: PurePosixPath
    folder: str
    data: bytes | None = None


def sources(arguments: Sequence[str], *, besides: Path | None = None) -> Iterator[Source]:
    """All texts that the arguments of a command mean, in a natural order: page 2 before page 10.

    Args:
        arguments: Files, folders, globs that the shell has left alone, archives, or ``-``.
        besides: A folder that is not looked into: the one that is written to.

    Yields:
        One source after another. What is not there comes too, and is told when it is read.
    """
    found = [path for argument in arguments for path in _expand(argument)]
    base = _base([path for path in found if path != STDIN])
    taken: set[PurePosixPath] = set()
    for argument in found:
        if argument == STDIN:
            yield Source("stdin", None, None, PurePosixPath("stdin"), STDIN)
            continue
        path = Path(argument)
        if path.is_dir():
            for file in _walk(path, besides):
                yield from _file(file, base)
        else:
            for source in _file(path, base):
                # of "page" and "page.txt" only one can be written as "page"
                yield (
                    evolve(source, stem=source.stem.with_name(path.name)) if source.stem in taken else source
                )
                taken.add(source.stem)


def _expand(argument: str) -> list[str]:
    """The paths a glob means, sorted; anything else as it is."""
    if argument == STDIN or os.path.lexists(argument) or not _MAGIC.search(argument):
        return [argument]
    found = glob.glob(argument, recursive=True)  # noqa: PTH207  # an absolute one too
    return sorted(found, key=_natural) or [argument]


def _base(paths: Sequence[str]) -> Path:
    """The folder under which the names of outputs are told apart."""
    folders = [os.path.abspath(path) for path in paths]  # noqa: PTH100  # links must not be followed
    if len(folders) == 1 and Path(folders[0]).is_dir():
        return Path(folders[0])
    try:
        return Path(os.path.commonpath([os.path.dirname(folder) for folder in folders]))  # noqa: PTH120
    except ValueError:  # none at all, or several drives
        return Path(os.sep)


def _walk(folder: Path, besides: Path | None) -> Iterator[Path]:
    """The files of a folder and of those in it, the hidden ones left out; one folder's names at a time."""
    avoided = None if besides is None else besides.resolve()
    for at, folders, files in os.walk(folder):
        kept = (name for name in folders if not name.startswith(".") and Path(at, name).resolve() != avoided)
        folders[:] = sorted(kept, key=_natural)
        for name in sorted(files, key=_natural):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(at, name)


def _natural(name: str) -> list[tuple[int, int, str]]:
    """A key that sorts numbers as numbers."""
    parts = _DIGITS.split(name)
    return [(0, int(part), "") if at % 2 else (1, 0, part) for at, part in enumerate(parts)]


def _file(path: Path, base: Path) -> Iterator[Source]:
    """A file, or every page of an archive."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100
    try:
        stem = PurePosixPath(absolute.relative_to(base).as_posix())
    except ValueError:
        stem = PurePosixPath(absolute.name)
    if path.suffix.lower() != ".zip":
        yield Source(str(path), path, None, _bare(stem), str(absolute.parent))
        return
    try:
        members = sorted(_archive(path, _stamp(path)).namelist(), key=_natural)
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError):
        yield Source(str(path), path, "", stem, str(absolute))  # told when it is read
        return
    for member in members:
        if member.lower().endswith(".txt") and not member.startswith("__MACOSX/"):
            # an archive may name what lies outside of it
            safe = [part for part in PurePosixPath(member).parts if part not in {"..", "/", "\\"}]
            inner = _bare(stem / PurePosixPath(*safe))
            yield Source(
                f"{path}!{member}", path, member, inner, f"{absolute}!{PurePosixPath(member).parent}"
            )


def _bare(stem: PurePosixPath) -> PurePosixPath:
    """A path without ``.txt``; other suffixes stay, so that no two files are written to one place."""
    return stem.with_suffix("") if stem.suffix.lower() == ".txt" else stem


def read_source(source: Source) -> bytes:
    """The bytes of a source, unpacked.

    Args:
        source: The source.

    Returns:
        Its bytes.

    Raises:
        InputError: It cannot be read, or is larger than LARGEST.
    """
    if source.data is not None or source.path is None:
        return source.data or b""
    try:
        if source.member is not None:
            with _archive(source.path, _stamp(source.path)).open(source.member) as file:
                data = file.read(LARGEST + 1)
        elif source.path.suffix.lower() == ".gz":
            with gzip.open(source.path) as file:
                data = file.read(LARGEST + 1)
        else:
            with source.path.open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as fault:
        raise InputError(fault.strerror or str(fault)) from None
    except (zipfile.BadZipFile, EOFError, zlib.error, KeyError, RuntimeError, UnicodeDecodeError) as fault:
        raise InputError(str(fault) or "the archive is damaged") from None
    if len(data) > LARGEST:
        msg = f"is larger than {LARGEST >> 20} MiB"
        raise InputError(msg)
    return data


def _stamp(path: Path) -> tuple[int, int]:
    """How a file stands now, so that an archive that changed is opened anew."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=2)
def _archive(path: Path, _stamp: tuple[int, int]) -> zipfile.ZipFile:
    """An open archive; its list of files is long to read, and asked for with every file in it."""
    try:
        # names that are not marked as UTF-8 are in the encoding of the Windows they were packed on
        return zipfile.ZipFile(path, metadata_encoding="gb18030")
    except UnicodeDecodeError:
        return zipfile.ZipFile(path)
