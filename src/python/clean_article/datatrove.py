"""An extractor for datatrove, in its process: no child a page, no timeout to choose.

What a page can cost is bounded by the cleaner, so that there is nothing to kill. Owns what of a document is read
and what is written to it.
"""

from __future__ import annotations

from datatrove.pipeline.extractors.base import BaseExtractor
from datatrove.utils.typeshelper import StatHints

from . import Cleaner


class CleanArticle(BaseExtractor):
    """The text of the article in each document; documents without one are dropped and counted by their outcome.

    fields   names of metadata that are written to Document.metadata, such as "title", "authors", "date". What the
             reader found has precedence: a field of the same name stays as it is, and ours is called article_NAME.
    format   what Document.text becomes: "txt", "markdown" ...
    options  of the Cleaner

    The page's address is Document.metadata["url"], and the time of its capture ["date"], where the reader gives
    them, as WarcReader does. `timeout` is accepted and not used.
    """

    name = "🧹 clean-article"

    def __init__(self, timeout: float = 1, *, fields=(), format: str = "txt", **options):
        super().__init__(timeout)
        self.fields = tuple(fields)
        self.format = format
        self.options = {"metadata": bool(self.fields), "formats": format, **options}
        # What makes no sense is said here, not by each worker.
        known = Cleaner(**self.options).clean(b"<p>a page that can be read").metadata
        unknown = [name for name in self.fields if name not in known]
        if unknown:
            raise ValueError(f"there is no field {unknown[0]!r}")
        self._cleaner = None

    def __getstate__(self):
        return {**self.__dict__, "_cleaner": None}

    @property
    def cleaner(self):
        if self._cleaner is None:
            self._cleaner = Cleaner(**self.options)
        return self._cleaner

    def _text(self, result):
        return result.text if self.format == "txt" else result.render(self.format)

    def extract(self, text: str) -> str:
        return self._text(self.cleaner.clean(text)) or ""

    def run(self, data, rank: int = 0, world_size: int = 1):
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                result = self.cleaner.clean(
                    document.text, document.metadata.get("url"), fetched=document.metadata.get("date")
                )
                document.text = self._text(result) or ""
            if not document.text:
                self.stat_update(result.outcome, StatHints.dropped)
                continue
            if self.fields:
                found = result.metadata
                for name in self.fields:
                    taken = name in document.metadata
                    document.metadata[f"article_{name}" if taken else name] = found.get(name)
            self.stat_update("extracted", StatHints.forwarded)
            self.update_doc_stats(document)
            yield document
