"""The clean text of a web article, and nothing else of the page.

    >>> from clean_article import clean, extract
    >>> extract(page)                        # a str, or None where the page holds no article
    >>> clean(page, url="https://example.com/story").metadata

A page is bytes in any encoding, or str. No page raises an exception: what cannot be read gives None, or a Result
that says why. The lock of the interpreter is released while a page is cleaned, and all functions may be called
from any number of threads.
"""

from __future__ import annotations

from ._native import ArrowTexts, Block, Cleaner, Result, version as __version__
from ._trafilatura import (
    Document,
    bare_extraction,
    baseline,
    extract,
    extract_metadata,
    extract_with_metadata,
    html2txt,
)

__all__ = [
    "ArrowTexts",
    "Block",
    "Cleaner",
    "Document",
    "Result",
    "bare_extraction",
    "baseline",
    "clean",
    "clean_many",
    "extract",
    "extract_metadata",
    "extract_with_metadata",
    "html2txt",
]

_default = None


def _default_cleaner():
    global _default
    if _default is None:
        _default = Cleaner()
    return _default


def clean(page, url=None, *, content_type=None, encoding=None, fetched=None):
    """The article of a page, as Cleaner().clean() finds it. Returns a Result for every page."""
    return _default_cleaner().clean(page, url, content_type=content_type, encoding=encoding, fetched=fetched)


def clean_many(pages, *, jobs=None):
    """An iterator of the results of many pages, in order, as Cleaner().clean_many() gives it."""
    return _default_cleaner().clean_many(pages, jobs=jobs)
