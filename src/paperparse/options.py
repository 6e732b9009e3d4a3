"""What a caller may choose, as one frozen value that is passed whole from stage to stage."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Options"]


@frozen
class Options:
    """Choices for one call; the default reads every paper we know.

    Attributes:
        encoding: The encoding of bytes sources, or None to find it out. Ignored for text.
        conventions: The convention tables to read print marks by: names of tables of this package
            (``"mainland"``) or paths of TOML files of the same schema.

    Examples:
        >>> Options(encoding="gb18030").encoding
        'gb18030'
    """

    encoding: str | None = None
    conventions: tuple[str, ...] = ("mainland",)
