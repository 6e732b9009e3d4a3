"""Pages of which everything is known: articles set as raw print, and parsers measured on them."""

from __future__ import annotations

from paperparse.testing.archive import read_pages
from paperparse.testing.copies import Copy, Photo, Signature, Tail, Text, Wire
from paperparse.testing.forms import FORMS, Form
from paperparse.testing.golden import read_golden
from paperparse.testing.issues import IssueProof, print_issue
from paperparse.testing.press import Proof, print_page
from paperparse.testing.writer import write

__all__ = [
    "FORMS",
    "Copy",
    "Form",
    "IssueProof",
    "Photo",
    "Proof",
    "Signature",
    "Tail",
    "Text",
    "Wire",
    "print_issue",
    "print_page",
    "read_golden",
    "read_pages",
    "write",
]
