"""Arrow in and out: one function for Spark's mapInArrow, Ray Data's map_batches and whatever else speaks pyarrow.

Owns which columns a batch has before and after. The pages are cleaned by Cleaner.clean_arrow(), which needs nothing
of Arrow; pyarrow is wanted only for batches that are pyarrow's.
"""

from __future__ import annotations

from functools import lru_cache

from ._native import Cleaner

# The columns that hold pages, the first there is of them.
PAGE_COLUMNS = ("html", "content", "warc_content", "text", "h")
URL_COLUMNS = ("url", "WARC-Target-URI", "warc_target_uri")


@lru_cache(maxsize=32)
def _cleaner(options):
    return Cleaner(**dict(options))


def _first(names, wanted):
    return next((name for name in wanted if name in names), None)


def _cleaned(batch, cleaner, column, url_column, fields, format, jobs, keep_pages):
    import pyarrow

    names = batch.schema.names
    pages = column or _first(names, PAGE_COLUMNS)
    if pages not in names:
        raise KeyError(f"no column of pages: there are {', '.join(names)}")
    urls = url_column or _first(names, URL_COLUMNS)
    texts = cleaner.clean_arrow(
        batch.column(pages), batch.column(urls) if urls else None, format=format, fields=fields, jobs=jobs
    )
    made = pyarrow.record_batch(texts)
    # What comes with a page goes out with it, unless it is called as something that was made.
    kept = [name for name in names if (keep_pages or name != pages) and name not in made.schema.names]
    columns = [batch.column(name) for name in kept] + list(made.columns)
    return type(batch).from_arrays(columns, names=kept + made.schema.names)


def clean_batches(
    batches, *, column=None, url_column=None, fields=(), format="txt", jobs=1, keep_pages=False, **options
):
    """Batches with a column of pages to batches with text, outcome, reason and fields beside what else they had.

    batches     a pyarrow RecordBatch or Table, or an iterable of them. One gives one, an iterable an iterator.
    column      of the pages, binary or string; None for the first there is of PAGE_COLUMNS
    url_column  of their addresses; None for the first there is of URL_COLUMNS, if any
    fields      names of metadata to add, as strings: "title", "date", "authors" (joined by "; ") ...
    jobs        threads; engines that start a worker for each CPU want 1
    keep_pages  whether the column of pages goes out, too
    options     of the Cleaner

    Rows stay in order, and none is lost: text is null where there is none, and outcome and reason say why.

        df.mapInArrow(clean_batches, "url string, text string, outcome string, reason string")
        dataset.map_batches(clean_batches, batch_format="pyarrow")
    """
    options.setdefault("formats", format)
    options.setdefault("metadata", bool(fields))
    cleaner = _cleaner(tuple(sorted(options.items())))
    arguments = (cleaner, column, url_column, tuple(fields), format, jobs, keep_pages)
    if hasattr(batches, "schema"):
        return _cleaned(batches, *arguments)
    return (_cleaned(batch, *arguments) for batch in batches)
