"""NeMo Curator: an algorithm for its Common Crawl stage, and an extractor of documents.

Their interfaces are those of NeMo Curator's main branch in August 2026. Where it is not installed, the classes stand
alone with the same methods.
"""

from __future__ import annotations

from . import Cleaner

try:
    from nemo_curator.stages.text.download import DocumentExtractor
    from nemo_curator.stages.text.download.html_extractors.base import HTMLExtractorAlgorithm
except ImportError:

    class HTMLExtractorAlgorithm:
        pass

    class DocumentExtractor:
        pass


class _Cleaning:
    """A cleaner for each process: workers get copies of the options."""

    def __init__(self, **options):
        self._options = options
        self._cleaner = None
        Cleaner(**options)

    def __getstate__(self):
        return {**self.__dict__, "_cleaner": None}

    def _clean(self, page, url=None):
        if self._cleaner is None:
            self._cleaner = Cleaner(**self._options)
        return self._cleaner.clean(page, url)


class CleanArticleExtractor(_Cleaning, HTMLExtractorAlgorithm):
    """For CommonCrawlDownloadExtractStage(html_extraction=CleanArticleExtractor()).

    stop_words and language are accepted and not used: a paragraph of a table or of code has no stop words.
    """

    def __init__(self, **options):
        super().__init__(**{"metadata": False, "formats": "txt", **options})

    def extract_text(self, html, stop_words=frozenset(), language=""):
        """The paragraphs of the article; None where the page holds none."""
        text = self._clean(html).text
        return None if text is None else text.rstrip("\n").split("\n\n")


class CleanArticleDocumentExtractor(_Cleaning, DocumentExtractor):
    """Records of the Common Crawl reader to records with text, language and title."""

    def __init__(self, **options):
        super().__init__(**{"formats": "txt", **options})

    def extract(self, record):
        """A record with text, or None where the page holds no article."""
        result = self._clean(record["content"], record.get("url"))
        if not result:
            return None
        kept = {name: record.get(name) for name in ("url", "warc_id", "source_id")}
        return {**kept, "language": result.language, "title": result.title, "text": result.text}

    def input_columns(self):
        return ["url", "warc_id", "source_id", "content"]

    def output_columns(self):
        return ["url", "warc_id", "source_id", "language", "title", "text"]
