"""What a caller may choose, as one frozen value that is passed whole from stage to stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

__all__ = ["Options"]


def _names(value: Iterable[str]) -> tuple[str, ...]:
    """Table names as a tuple; a single string is a slip, for it is as many names as it has letters."""
    if isinstance(value, str):
        msg = f"conventions are several names, such as ({value!r},), not one string"
        raise TypeError(msg)
    return tuple(value)


def _check_names(_options: Options, _field: Attribute[tuple[str, ...]], value: tuple[object, ...]) -> None:
    """Refuse what cannot name tables."""
    if not value:
        msg = "conventions name no table; marks could not be read"
        raise ValueError(msg)
    for name in value:
        if not isinstance(name, str):
            msg = f"a convention table is named by a string, not {type(name).__name__}"
            raise TypeError(msg)


def _check_encoding(_options: Options, _field: Attribute[str | None], value: object) -> None:
    """Refuse what cannot name an encoding."""
    if value is not None and not isinstance(value, str):
        msg = f"an encoding is named by a string, not {type(value).__name__}"
        raise TypeError(msg)


@frozen(kw_only=True)
class Options:
    """Choices for one call; the default reads mainland papers in any encoding.

    Attributes:
        encoding: The encoding of bytes sources, or None to find it out. Ignored for text.
        conventions: The convention tables to read print marks by: names of tables of this package
            (``"mainland"``) or paths of TOML files of the same schema. At least one.

    Raises:
        TypeError: A value is of another type.
        ValueError: No table is named.

    Examples:
        >>> Options(encoding="gb18030").encoding
        'gb18030'
        >>> Options(conventions=["mainland"]).conventions
        ('mainland',)
    """

    encoding: str | None = field(default=None, validator=_check_encoding)
    conventions: tuple[str, ...] = field(default=("mainland",), converter=_names, validator=_check_names)
