"""From lines to pieces: column widths, the role of each line, paragraphs and display groups."""
