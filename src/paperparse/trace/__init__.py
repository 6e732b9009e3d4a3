"""Why a page was read as it was: every decision with its score, its runner-up and what spoke for it.

Nothing here is in the way of :func:`paperparse.parse`. A trace runs the same stages and then asks the same
tables again, so what it tells is what was decided, and a page that nobody asks about pays nothing.
"""

from paperparse.trace.page import trace_page
from paperparse.trace.values import (
    Choice,
    Gap,
    HabitTrial,
    Heading,
    LineRole,
    PageTrace,
    Reason,
    Sureness,
    Title,
)

__all__ = [
    "Choice",
    "Gap",
    "HabitTrial",
    "Heading",
    "LineRole",
    "PageTrace",
    "Reason",
    "Sureness",
    "Title",
    "trace_page",
]
