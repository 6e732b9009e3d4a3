"""Print marks read from a stretch of text: bylines, datelines, jump lines, credits and furniture.

Every reader takes a :class:`~paperparse.text.strand.Strand`, a half-open range in it and the convention
:class:`~paperparse.conventions.Tables`, and gives a frozen value with ``start`` and ``end`` in the strand, or
None. What a mark looks like is said by the tables; here stands only how marks are put together.
"""
