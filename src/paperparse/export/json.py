"""Pages, issues and articles as JSON and back, the model field by field.

Enums are written as their values, spans as ``[page, start, end]``, tuples as arrays, days as ISO dates.
The outermost object opens with ``"schema": "paperparse/1"``. Which of the three it is shows in the
fields only one of them has, so no further key is needed: ``pages`` makes it an issue, ``id`` an article,
``text`` a page.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_origin

from paperparse.errors import ArgumentError, SchemaError, SpanError
from paperparse.model import Article, BlockKind, BylineKind, FurnitureKind, Issue, NoteCode, Page, Span
from paperparse.shipped import read_shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from cattrs.preconf.orjson import OrjsonConverter

__all__ = ["SCHEMA", "from_json", "plain_json", "schema", "to_json"]

V = TypeVar("V")

SCHEMA: Final = "paperparse/1"
"""The version every outermost object carries."""

_FILE: Final = "paperparse-1.schema.json"
_KINDS: Final[tuple[tuple[str, type[Page | Issue | Article]], ...]] = (
    ("pages", Issue),
    ("id", Article),
    ("text", Page),
)
_SPAN_SIZE: Final = 3

# A low surrogate right after a high one is left bare: escaped, the two would be read as one character.
_LONE: Final = re.compile("[\ud800-\udbff]|(?<![\ud800-\udbff])[\udc00-\udfff]")


def to_json(obj: Page | Issue | Article) -> str:
    """Write a page, an issue or an article as one line of JSON.

    Lone surrogates, which some extractors leave in their text, are written as escapes and come back as
    they were.

    Args:
        obj: What to write.

    Returns:
        JSON text in which every character but those surrogates stands for itself.

    Raises:
        ArgumentError: The object is none of the three.
        SchemaError: A confidence or score is not finite, which JSON cannot say.

    Examples:
        >>> to_json(Article("a1"))[:61]
        '{"schema":"paperparse/1","id":"a1","headline":{"label":[],"ki'
    """
    _demand(obj, (Page, Issue, Article), "to_json takes a Page, an Issue or an Article")
    import orjson  # noqa: PLC0415  # importing the package must stay cheap

    tree = {"schema": SCHEMA, **_converter().unstructure(obj)}
    try:
        return orjson.dumps(tree).decode()
    except orjson.JSONEncodeError:
        # orjson refuses lone surrogates and integers beyond 64 bits; the standard library writes both
        return plain_json(tree)


def plain_json(tree: object) -> str:
    """Any tree of plain values as one line of JSON, lone surrogates escaped so that it can be encoded.

    Args:
        tree: Dictionaries, lists, text, numbers.

    Returns:
        JSON text.

    Examples:
        >>> plain_json({"name": "孙欣"})
        '{"name":"孙欣"}'
    """
    plain = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def from_json(text: str | bytes) -> Page | Issue | Article:
    """Read what :func:`to_json` wrote.

    Fields that have a default in the model may be missing; unknown ones are refused, as are values of
    another type.

    Args:
        text: JSON text, or its bytes in UTF-8.

    Returns:
        An equal page, issue or article.

    Raises:
        SchemaError: It is no JSON or not of this schema; the message says where.
        SpanError: A span is inverted or negative; the message says where.
        ArgumentError: It is neither ``str`` nor ``bytes``.

    Examples:
        >>> page = Page("本报讯")
        >>> from_json(to_json(page)) == page
        True
        >>> from_json('{"schema":"paperparse/1","id":7}')
        Traceback (most recent call last):
        paperparse.errors.SchemaError: $.id: expected str, not int
    """
    _demand(text, (str, bytes), "from_json takes str or bytes")
    tree = _load(text)
    if not isinstance(tree, dict):
        msg = f"$: expected an object, not {type(tree).__name__}"
        raise SchemaError(msg)
    version = tree.pop("schema", None)
    if version != SCHEMA:
        msg = f"$.schema: expected {SCHEMA!r}, not {version!r}"
        raise SchemaError(msg)
    for key, kind in _KINDS:
        if key in tree:
            return _structure(tree, kind)
    msg = "$: neither an issue (pages), an article (id) nor a page (text)"
    raise SchemaError(msg)


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of what :func:`to_json` writes.

    Returns:
        The schema as a new dictionary.

    Examples:
        >>> schema()["$schema"]
        'https://json-schema.org/draft/2020-12/schema'
    """
    loaded: dict[str, object] = json.loads(read_shipped("export", _FILE))
    return loaded


def _demand(value: object, kinds: tuple[type, ...], what: str) -> None:
    """Refuse an argument of a type that was never promised."""
    if not isinstance(value, kinds):
        msg = f"{what}, not {type(value).__name__}"
        raise ArgumentError(msg)


def _load(text: str | bytes) -> Any:  # noqa: ANN401  # JSON may hold anything
    """Parse JSON, by the standard library where orjson refuses a lone surrogate."""
    import orjson  # noqa: PLC0415

    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        try:
            return json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            msg = f"$: not JSON: {error}"
            raise SchemaError(msg) from None


def _refuse(name: str) -> float:
    """Python's own reader takes NaN and Infinity; JSON has neither."""
    msg = f"{name} is no JSON number"
    raise ValueError(msg)


def _structure(tree: dict[str, Any], kind: type[Page | Issue | Article]) -> Page | Issue | Article:
    """Build the model, every fault told with its path."""
    from cattrs import transform_error  # noqa: PLC0415
    from cattrs.errors import BaseValidationError  # noqa: PLC0415

    faults: list[BaseException] = []

    def tell(fault: BaseException, _kind: type | None) -> str:
        faults.append(fault)
        return _tell(fault)

    try:
        return _converter().structure(tree, kind)
    except BaseValidationError as group:
        messages = transform_error(group, path="$", format_exception=tell)
    what, _, where = messages[0].rpartition(" @ ")
    more = f" (and {len(messages) - 1} more faults)" if len(messages) > 1 else ""
    error = SpanError if isinstance(faults[0], SpanError) else SchemaError
    msg = f"{where}: {what}{more}"
    raise error(msg)


def _tell(fault: BaseException) -> str:
    """Say what is wrong in one place."""
    if isinstance(fault, KeyError):
        return f"the field {fault.args[0]!r} is missing"
    extra: set[str] | None = getattr(fault, "extra_fields", None)
    if extra:
        return f"unknown field {', '.join(map(repr, sorted(extra)))}"
    return str(fault)


@cache
def _converter() -> OrjsonConverter:
    """The converter between model and JSON, built at first use."""
    from attrs import has  # noqa: PLC0415
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415
    from cattrs.preconf.orjson import make_converter  # noqa: PLC0415

    converter = make_converter()

    def record(kind: type[Any]) -> Callable[[Any, Any], Any]:
        build = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

        def read(value: Any, _kind: Any) -> Any:  # noqa: ANN401
            return build(_expect(value, dict, "an object"), kind)

        return read

    def array(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401
        items: Any = list.__class_getitem__(get_args(kind)[0])
        build = converter.get_structure_hook(items)

        def read(value: Any, _kind: Any) -> tuple[Any, ...]:  # noqa: ANN401
            return tuple(build(_expect(value, list, "an array"), items))

        return read

    converter.register_structure_hook_factory(has, record)
    converter.register_structure_hook_factory(_is_tuple, array)
    converter.register_structure_hook(str, lambda value, _: _expect(value, str, "str"))
    converter.register_structure_hook(int, lambda value, _: _expect(value, int, "int"))
    converter.register_structure_hook(float, lambda value, _: _number(value))
    converter.register_structure_hook(dt.date, lambda value, _: _day(value))
    for kind in (BlockKind, BylineKind, FurnitureKind, NoteCode):  # else read as str, which they are
        converter.register_structure_hook(kind, _member)
    converter.register_structure_hook(Span, lambda value, _: _span(value))
    converter.register_unstructure_hook(Span, lambda span: [span.page, span.start, span.end])
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(float, _finite)
    return converter


def _is_tuple(kind: object) -> bool:
    """Whether a field is a tuple, be it of whatever."""
    origin: object = get_origin(kind)
    return origin is tuple


def _expect(value: object, kind: type[V], name: str) -> V:
    """The value, if it is of that very type; ``true`` is no integer."""
    if type(value) is not kind:
        msg = f"expected {name}, not {type(value).__name__}"
        raise SchemaError(msg)
    return value


def _member(value: object, kind: type[StrEnum]) -> StrEnum:
    """One of the values of an enum."""
    try:
        return kind(_expect(value, str, "str"))
    except ValueError:
        msg = f"{value!r:.80} is none of {', '.join(kind)}"
        raise SchemaError(msg) from None


def _number(value: object) -> float:
    """A JSON number; 1 and 1.0 are the same to JSON."""
    return float(value) if type(value) is int else _expect(value, float, "a number")


def _day(value: object) -> dt.date:
    """An ISO date in its long form."""
    text = _expect(value, str, "a date")
    day = dt.date.fromisoformat(text)
    if day.isoformat() != text:
        msg = f"expected YYYY-MM-DD, not {text!r}"
        raise SchemaError(msg)
    return day


def _span(value: object) -> Span:
    """Three integers."""
    parts = _expect(value, list, "[page, start, end]")
    if len(parts) != _SPAN_SIZE or any(type(part) is not int for part in parts):
        msg = f"expected [page, start, end], not {parts!r:.80}"
        raise SchemaError(msg)
    return Span(*parts)


def _finite(value: float) -> float:
    """Refuse what would silently become null."""
    if not math.isfinite(value):
        msg = f"{value} is no JSON number"
        raise SchemaError(msg)
    return value
