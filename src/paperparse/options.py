"""What a caller may choose, as one frozen value that is passed whole from stage to stage."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Literal, get_args

from attrs import field, frozen

from paperparse.errors import ArgumentError, ConventionError, OptionsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

__all__ = ["Options", "Script", "check_options"]

Script = Literal["simplified", "traditional"]
"""The two scripts Chinese is printed in."""
_SCRIPTS: Final = get_args(Script)
_OWNER: Final = "Options"
_TABLES: Final = "conventions are a sequence of names and paths of tables, such as ('mainland', 'mine.toml')"


def _names(value: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Table names as a tuple; a single string is a slip, for it is as many names as it has letters."""
    if isinstance(value, str | bytes | os.PathLike):
        msg = f"{_TABLES}, not one; write ({value!r},)"
        raise ArgumentError(msg)
    try:
        names = tuple(value)
    except TypeError:
        msg = f"{_TABLES}, not {type(value).__name__}"
        raise ArgumentError(msg) from None
    return tuple(map(_name, names))


def _name(value: object) -> str:
    """One table's name, or its path as a string."""
    if isinstance(value, os.PathLike):
        path = os.fspath(value)
        if isinstance(path, str):
            if not path.endswith(".toml"):
                raise ConventionError(path, None, "is no table; the file of a table ends in .toml")
            return path
    if not isinstance(value, str):
        msg = f"a convention table is named by a str or a path (os.PathLike), not {type(value).__name__}"
        raise ArgumentError(msg)
    return value


def _check_names(_options: Options, _field: Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    """Refuse to read marks by nothing."""
    if not value:
        raise ConventionError(_OWNER, None, f"conventions name no table; {_TABLES}")


def _check_encoding(_options: Options, _field: Attribute[str | None], value: object) -> None:
    """Refuse what cannot name an encoding."""
    if value is not None and not isinstance(value, str):
        msg = f"an encoding is named by a str, such as 'gb18030', or None, not {type(value).__name__}"
        raise ArgumentError(msg)


def _check_script(_options: Options, _field: Attribute[Script | None], value: object) -> None:
    """Refuse what is no script."""
    if value is not None and value not in _SCRIPTS:
        msg = f"script is {', '.join(map(repr, _SCRIPTS))} or None, not {value!r:.80}"
        raise OptionsError(msg)


@frozen(kw_only=True)
class Options:
    """Choices for one call; the default reads papers of every tradition in any encoding, as printed.

    Attributes:
        encoding: The encoding of bytes sources, or None to find it out. Ignored for text.
        conventions: The convention tables to read print marks by: names of tables of this package
            (``"all"``, ``"taiwan"``) or of installed packages that offer one, or paths of TOML files of the
            same schema, as strings or ``os.PathLike``. At least one.
        script: The script of the texts given back, ``"simplified"`` or ``"traditional"``; None for the
            print as it is. ``Page.text`` is always the source, for spans point into it.

    Raises:
        ArgumentError: A value is of another type.
        ConventionError: No table is named, or a path that is none of a table.
        OptionsError: There is no such script.

    Examples:
        >>> Options(encoding="gb18030").encoding
        'gb18030'
        >>> Options(conventions=["mainland"]).conventions
        ('mainland',)
        >>> Options(script="klingon")
        Traceback (most recent call last):
        paperparse.errors.OptionsError: script is 'simplified', 'traditional' or None, not 'klingon'
    """

    encoding: str | None = field(default=None, validator=_check_encoding)
    conventions: tuple[str, ...] = field(default=("all",), converter=_names, validator=_check_names)
    script: Literal["simplified", "traditional"] | None = field(default=None, validator=_check_script)


def check_options(options: object) -> None:
    """Refuse what is no :class:`Options` before some stage stumbles over it.

    Args:
        options: What the caller gave.

    Raises:
        ArgumentError: It is something else.
    """
    if not isinstance(options, Options):
        msg = f"options are Options(...) of this package, not {type(options).__name__}"
        raise ArgumentError(msg)
