"""Facts of text: decoding, folding, lines and widths. Nothing here knows about newspapers."""
