"""Cleans the pages of a folder: python clean_folder.py FOLDER > texts.jsonl. Threads, in order, a few pages held."""

from __future__ import annotations

import json
import pathlib
import sys
from collections.abc import Iterator

from clean_article import Cleaner, Document, Result, bare_extraction, extract


def pages(folder: pathlib.Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*.html")):
        yield path.read_bytes()


def line_of(result: Result) -> dict[str, object]:
    if not result:
        return {"text": None, "outcome": result.outcome, "reason": result.reason}
    return {"text": result.text, **result.metadata}


def main(folder: pathlib.Path) -> None:
    cleaner = Cleaner(trade="precision", formats="txt")
    for result in cleaner.clean_many(pages(folder)):
        print(json.dumps(line_of(result), ensure_ascii=False))


def as_with_trafilatura(page: str) -> tuple[str | None, Document | None]:
    text: str | None = extract(page, url="https://example.com/", include_tables=False, with_metadata=True)
    document: Document | None = bare_extraction(page)
    return text, document


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
