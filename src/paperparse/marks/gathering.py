"""Bylines gathered from the steps of a reading: whose names stand under which outlet and role.

The steps come one by one, in the order they are printed. Names wait for the word behind them or for the next
outlet or role, which closes their byline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from paperparse.marks.fields import Kind
from paperparse.marks.names import People
from paperparse.marks.signed import Signed
from paperparse.marks.steps import Step

if TYPE_CHECKING:
    from paperparse.text.strand import Strand

__all__ = ["Signer"]

_BRACKETS: Final = frozenset("()[]【】〔〕")
_CLOSERS: Final = frozenset(")]】〕")
_CLOSED: Final = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
"""A bracket with what it holds: 某某新闻（www.…cn）记者."""


@define
class Signer:
    """Bylines gathered from the steps of a way.

    Attributes:
        strand: The field.
        found: The bylines closed so far.
        said: Whether something said that those who are named sign.
        outlet: The outlet of the byline that is open.
        role: Its role.
        names: Its names.
    """

    strand: Strand
    found: list[Signed] = Factory(list)
    said: bool = False
    outlet: Step | None = None
    role: Step | None = None
    names: list[Step] = Factory(list)

    def take(self, step: Step) -> None:
        """Take the next step."""
        if step.kind is Kind.NAME:
            self.names.append(step)
        elif step.kind is Kind.ASIDE:
            self.said = self.said or step.worth > 0.0  # where the text is from
        elif step.kind in {Kind.REPORT, Kind.TRAILER}:
            self.said = True
            self.close(step)
        elif step.kind is not Kind.GAP:
            if self.names or step.kind is Kind.WORDS:
                self.close(None)
            if step.kind is Kind.OUTLET:
                self.outlet = self._joined(step)
            elif step.kind is Kind.ROLE:
                self.said, self.role = True, step

    def close(self, behind: Step | None) -> None:
        """Let those sign who were named, in the role before them or by the word behind."""
        if self.names:
            start = min(step.start for step in (self.outlet, self.role, self.names[0]) if step is not None)
            word = self.role or behind
            names = tuple(self._printed(step) for step in self.names)
            where = (0, 0) if word is None else word.printed
            self.found.append(Signed(start, where, self._title(), People(names=names)))
        self.names.clear()
        self.outlet = self.role = None

    def _printed(self, step: Step) -> str:
        """What a step prints, without the blanks that set it wide; those between Latin words part them."""
        words = self.strand.text[slice(*step.printed)].split()
        return (" " if step.kind is Kind.NAME and "".join(words).isascii() else "").join(words)

    def _title(self) -> str | None:
        """The outlet; a service in a bracket of its own is none."""
        if self.outlet is None:
            return None
        between = self.strand.folded[self.outlet.end : (self.role or self.names[0]).start]
        # （某某新聞）記者, but not 某某新闻（www.…cn）记者
        if not _CLOSERS.isdisjoint(_CLOSED.sub("", between)):
            return None
        self.said = True
        return self._printed(self.outlet)

    def _joined(self, step: Step) -> Step:
        """A title, with the one right before it."""
        first = self.outlet
        if first is None or (self.role is not None and self.role.start >= first.end):
            return step
        if not _BRACKETS.isdisjoint(self.strand.folded[first.end : step.start]):
            return step
        return Step(Kind.OUTLET, first.start, step.end, first.worth, (first.start, step.end))
