"""A linearizer for the Dolma toolkit: `dolma warc --linearizer clean-article`, once this module is imported.

Where the toolkit is not installed, the class stands alone with the same method.
"""

from __future__ import annotations

from . import Cleaner

try:
    from dolma.warc.linearizers import BaseLinearizer, LinearizerRegistry

    register = LinearizerRegistry.add("clean-article")
except ImportError:

    class BaseLinearizer:
        pass

    def register(linearizer):
        return linearizer


@register
class CleanArticleLinearizer(BaseLinearizer):
    """Text of the article, "" where the page holds none. It keeps no caches, so there is nothing to reset."""

    def __init__(self):
        self._cleaner = Cleaner(metadata=False, formats="txt")

    def linearize(self, content):
        return self._cleaner.clean(content).text or ""
