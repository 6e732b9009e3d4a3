"""The proof page: a page as printed beside what was read on it, as one HTML file.

It needs the extra ``cli``.
"""

from paperparse.proof.page import render_proof

__all__ = ["render_proof"]
