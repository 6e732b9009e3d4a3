"""Where the name of a table leads: into this package, to a file, or to an installed package."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from paperparse.errors import ConventionError
from paperparse.shipped import read_shipped, read_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["GROUP", "SCHEMA", "Source", "beside", "find", "is_path", "shipped", "stamps"]

GROUP: Final = "paperparse.conventions"
"""The group of entry points under which a package offers tables."""
SCHEMA: Final = "paperparse-conventions/1"
"""The first line of every table."""

_ROOM: Final = "conventions"
_NAME: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")

Stamp = tuple[str, int, int]
"""A file as it stands: its path, when it was changed (ns), its size in bytes."""


class Source(NamedTuple):
    """A table before it is read.

    Attributes:
        name: What it was asked for by.
        file: Where it stands; None where it is one of this package, whose tests have tried all its rows.
    """

    name: str
    file: Traversable | None

    @property
    def shipped(self) -> bool:
        """Whether it is one of this package."""
        return self.file is None

    def read(self) -> dict[str, Any]:
        """The document.

        Returns:
            What TOML gives.

        Raises:
            ConventionError: It cannot be read, or is no TOML.
        """
        import tomllib  # noqa: PLC0415 - this and the paths below are slow to import, and not needed for that

        try:
            if self.file is None:
                return read_table(_ROOM, self.name)
            return tomllib.loads(self.file.read_text(encoding="utf-8"))
        # RecursionError: arrays within arrays by the thousand
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as fault:
            raise ConventionError(self.name, None, f"cannot be read as TOML: {fault}") from None


def find(name: str) -> Source:
    """Find the table of a name.

    Args:
        name: A path that ends in ``.toml``; else the name of a table of this package, or of one an installed
            package offers. No package can take the place of a table of ours.

    Returns:
        Where it stands.

    Raises:
        ConventionError: There is no such table.

    Examples:
        >>> find("mainland").shipped
        True
    """
    if is_path(name):
        from pathlib import Path  # noqa: PLC0415 - see above

        file = Path(name)
        if not file.is_file():
            raise ConventionError(name, None, "no such convention table; there is no file of this path")
        return Source(name, file)
    return Source(name, None if _is_shipped(name) else _offered(name))


def is_path(name: str) -> bool:
    """Whether a name is the path of a file."""
    return name.endswith(".toml")


@lru_cache(maxsize=1)
def shipped() -> tuple[str, ...]:
    """The names of all tables in this package.

    Returns:
        The names, sorted.

    Examples:
        >>> "shared" in shipped(), "surnames" in shipped()
        (True, False)
    """
    from importlib.resources import files  # noqa: PLC0415 - see above

    return tuple(
        sorted(
            file.name.removesuffix(".toml")
            for file in files(__package__).iterdir()
            if is_path(file.name) and _is_shipped(file.name.removesuffix(".toml"))
        )
    )


@lru_cache(maxsize=64)
def _is_shipped(name: str) -> bool:
    """Whether there is a convention table of this name in this package."""
    if not _NAME.fullmatch(name):
        return False
    try:
        lines = read_shipped(_ROOM, f"{name}.toml").splitlines()
    except FileNotFoundError:
        return False
    return f'schema = "{SCHEMA}"' in lines


def _offered(name: str) -> Traversable:
    """The table an installed package offers by this name."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # a tenth of the time of importing all else
    from importlib.resources.abc import Traversable  # noqa: PLC0415  # as above
    from pathlib import Path  # noqa: PLC0415  # as above

    found = entry_points(group=GROUP, name=name)
    # a package installed twice, as an editable one beside its build, is one
    offers = {(offer.value, offer.dist and offer.dist.name): offer for offer in found}
    if not offers:
        known = (*shipped(), *sorted({offer.name for offer in entry_points(group=GROUP)}))
        raise ConventionError(name, None, f"no such convention table; there are {', '.join(known)}")
    if len(offers) > 1:
        packages = ", ".join(sorted(str(package) for _, package in offers))
        raise ConventionError(name, None, f"is offered by several packages: {packages}")
    (offer,) = offers.values()
    entry = f"the entry point {offer.value}"
    try:
        file: object = offer.load()
    except Exception as fault:  # whatever a package of someone else's may raise
        raise ConventionError(name, None, f"{entry} cannot be loaded: {fault!r}") from fault
    if isinstance(file, str | os.PathLike):
        file = Path(os.fsdecode(file))
    if not isinstance(file, Traversable):
        raise ConventionError(name, None, f"{entry} gives {type(file).__name__}, no path or resource")
    if not file.is_file():
        raise ConventionError(name, None, f"{entry} leads to {file}, where there is no file")
    return file


def beside(name: str, file: Traversable | None) -> str:
    """What a table means by the name of another one that it extends.

    Args:
        name: The name as written.
        file: The table that names it; None for one of this package.

    Returns:
        The name; of a path, the one seen from the folder of the table.
    """
    if file is None or not is_path(name):
        return name
    from pathlib import Path  # noqa: PLC0415 - see above

    if not isinstance(file, Path):
        return name
    return str((file.parent / name).resolve())


def stamps(names: tuple[str, ...]) -> tuple[Stamp, ...]:
    """Which files some names mean now and how they stand, so that an edited table is read again.

    Args:
        names: Names and paths of tables.

    Returns:
        A stamp for every path among them and among what those extend, so far as they can be read.
    """
    found: dict[str, Stamp] = {}
    waiting = [os.path.realpath(name) for name in names if is_path(name)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        try:
            stat = os.stat(path)  # noqa: PTH116  # it is a string by now, and this is done for every page
        except (OSError, ValueError):
            continue
        found[path] = (path, stat.st_mtime_ns, stat.st_size)
        waiting += _bases(found[path])
    return tuple(found.values())


@lru_cache(maxsize=64)
def _bases(stamp: Stamp) -> tuple[str, ...]:
    """The paths a table extends, read once for each state of its file."""
    from pathlib import Path  # noqa: PLC0415 - see above

    file = Path(stamp[0])
    try:
        bases = Source(stamp[0], file).read().get("extends")
    except ConventionError:
        return ()  # whoever loads the table says why
    names = bases if isinstance(bases, list) else []
    return tuple(beside(name, file) for name in names if isinstance(name, str) and is_path(name))
