"""Many pages in their order, cleaned by threads: the iterator behind Cleaner.clean_many().

Owns how many pages are held. Knows nothing of what a page is but that one may come as (page, url).
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor

# Pages that wait or are done, for each thread: enough that a slow page does not stop the others.
HELD_PER_JOB = 8


def _cpus():
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def clean_many(cleaner, pages, *, jobs=None):
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs is a number from 1, or None, not {jobs!r}")
    return _results(cleaner.clean, iter(pages), jobs or _cpus())


def _results(clean, pages, jobs):
    if jobs == 1:
        for page in pages:
            yield clean(*page) if isinstance(page, tuple) else clean(page)
        return
    with ThreadPoolExecutor(jobs, "clean_article") as threads:
        waiting = deque()
        try:
            for page in pages:
                waiting.append(threads.submit(clean, *page) if isinstance(page, tuple) else threads.submit(clean, page))
                del page
                if len(waiting) >= jobs * HELD_PER_JOB:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            # Who stops early waits for the pages that are being cleaned, and for no others.
            for future in waiting:
                future.cancel()
