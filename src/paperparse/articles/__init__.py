"""From pieces to articles: bodies, the headlines and captions that belong to them, assembly."""
