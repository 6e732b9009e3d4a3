"""The last stage: what users read is put into the script they asked for, where it stands is not touched.

Everything before works on the print and gives back the print. Whoever asks for a script gets new strings in
a finished page: ``Page.text``, spans, ids, numbers, dates and confidences stay as they are, so a span still
cuts the print out of the page, in the script it was printed in and as long as it was printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import evolve

from paperparse.model import (
    Article,
    Block,
    Byline,
    Caption,
    Dateline,
    Furniture,
    Headline,
    Issue,
    Jump,
    Page,
    Passage,
)
from paperparse.text.variants import Setting, setting_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.model import Span
    from paperparse.options import Script

__all__ = ["set_script"]

T = TypeVar("T", Page, Issue, Dateline, tuple[Byline, ...])

_PRINT: Final[Mapping[type, tuple[str, ...]]] = {
    Passage: ("text",),
    Byline: ("role", "names", "outlet", "text"),
    Dateline: ("outlet", "place", "kind", "text"),
    Block: ("text",),
    Caption: ("text",),
    Jump: ("text",),
    Furniture: ("text",),
    Page: ("section",),
}
"""The fields that repeat words of the print."""
_PARTS: Final[Mapping[type, tuple[str, ...]]] = {
    Issue: ("pages", "articles"),
    Page: ("articles", "furniture"),
    Article: (
        "headline",
        "bylines",
        "dateline",
        "body",
        "captions",
        "highlights",
        "continued_from",
        "continued_to",
    ),
    Headline: ("label", "kicker", "main", "sub"),
    Caption: ("credit",),
}
"""The fields that hold such values in turn."""


def set_script(value: T, script: Script | None, texts: Sequence[str]) -> T:
    """Put the texts of a finished value into a script.

    Args:
        value: A page, an issue, or what was read of a single string.
        script: The script wanted, or None for the print as it is.
        texts: The text of every page its spans point into, by index.

    Returns:
        An equal value but for its words; the very same when nothing had to change.

    Examples:
        >>> from paperparse.model import Span
        >>> line = Dateline("本報", "臺北", None, None, None, "電", "本報臺北電", (Span(0, 0, 5),))
        >>> set_script(line, "simplified", ["本報臺北電"]).text
        '本报台北电'
    """
    if script is None:
        return value
    settings = [setting_of(text, script) for text in texts]
    found: T = _put(value, settings, settings[0]) if settings else value
    return found


def _put(value: Any, settings: Sequence[Setting], setting: Setting) -> Any:  # noqa: ANN401  # any part of the model
    """A value with its words converted as the page wants it on which it stands."""
    if value is None:
        return None
    if isinstance(value, str):
        return setting.convert(value)
    if isinstance(value, tuple):
        return tuple([_put(part, settings, setting) for part in value])
    setting = _setting_for(value, settings, setting)
    kind = type(value)
    changes: dict[str, Any] = {}
    for name in (*_PRINT.get(kind, ()), *_PARTS.get(kind, ())):
        old = getattr(value, name)
        new = _put(old, settings, setting)
        if new != old:
            changes[name] = new
    return evolve(value, **changes) if changes else value


def _setting_for(value: object, settings: Sequence[Setting], outer: Setting) -> Setting:
    """How a value is put into the script: by the pages it stands on, or as what it is part of."""
    if isinstance(value, Page):
        return settings[value.index]
    spans: tuple[Span, ...] = getattr(value, "spans", ())
    pages = sorted({span.page for span in spans})
    if not pages:
        return outer
    # a paragraph may begin on one page and end on another
    return settings[pages[0]].beside(tuple(settings[page] for page in pages[1:]))
