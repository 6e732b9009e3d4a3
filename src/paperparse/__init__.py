"""Raw print text of Chinese newspaper pages in, typed articles out."""

from paperparse.errors import (
    ArgumentError,
    ConventionError,
    DecodeError,
    OptionsError,
    PaperParseError,
    SchemaError,
    SpanError,
)
from paperparse.export.json import from_json, to_json
from paperparse.issue import iter_issues, parse_issue
from paperparse.marks.byline import parse_byline
from paperparse.marks.dateline import parse_dateline
from paperparse.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    BylineKind,
    Caption,
    Dateline,
    Furniture,
    FurnitureKind,
    Headline,
    Issue,
    Jump,
    Link,
    Note,
    NoteCode,
    Page,
    Passage,
    Span,
)
from paperparse.options import Options
from paperparse.parse import parse
from paperparse.text.source import Decoded, decode

__version__ = "0.1.0"

__all__ = [
    "ArgumentError",
    "Article",
    "Block",
    "BlockKind",
    "Byline",
    "BylineKind",
    "Caption",
    "ConventionError",
    "Dateline",
    "DecodeError",
    "Decoded",
    "Furniture",
    "FurnitureKind",
    "Headline",
    "Issue",
    "Jump",
    "Link",
    "Note",
    "NoteCode",
    "Options",
    "OptionsError",
    "Page",
    "PaperParseError",
    "Passage",
    "SchemaError",
    "Span",
    "SpanError",
    "decode",
    "from_json",
    "iter_issues",
    "parse",
    "parse_byline",
    "parse_dateline",
    "parse_issue",
    "to_json",
]
