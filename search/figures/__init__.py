"""What readers search for and what they then follow, as counts that tell of nobody."""

from search.figures.tokens import token

__all__ = ["token"]
