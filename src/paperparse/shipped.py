"""What ships in the package beside its code: tables and a schema, read when first asked for.

What finds and reads them is imported then as well: it would take a good part of the time that importing the
package takes, and who only holds pages in hand needs none of it.
"""

from __future__ import annotations

from typing import Any

__all__ = ["read_shipped", "read_table"]


def read_shipped(room: str, name: str) -> str:
    """The text of a file that ships in the package.

    Args:
        room: The subpackage it stands in, such as ``"layout"``.
        name: Its name.

    Returns:
        Its text.

    Raises:
        FileNotFoundError: There is no such file.

    Examples:
        >>> read_shipped("conventions", "surnames.toml").startswith("#")
        True
    """
    from pkgutil import get_data  # noqa: PLC0415 - see above; importlib.resources takes ten times as long

    data = get_data(f"paperparse.{room}", name)
    if data is None:  # a loader that knows no data
        raise FileNotFoundError(name)
    return data.decode("utf-8")


def read_table(room: str, name: str) -> dict[str, Any]:
    """A table that ships in the package.

    Args:
        room: The subpackage it stands in.
        name: Its name, without the ending.

    Returns:
        What TOML gives.

    Examples:
        >>> sorted(read_table("linking", "weights"))
        ['weights']
    """
    import tomllib  # noqa: PLC0415 - see above

    return tomllib.loads(read_shipped(room, f"{name}.toml"))
