"""The collection "read": pages of the other collections with the text that readers marked.

Joins the labels with the blocks as they are cut today. A block that changed since it was read is optional: neither
missed nor wrong, and of unknown label when the scorer learns.
"""

import sys
from collections import defaultdict
from pathlib import Path

from evaluation import corpora
from evaluation import labels
from evaluation import page_blocks

# Of a page's words that may stand in changed blocks; with more the page is left out until it is read again.
MOST_UNKNOWN = 0.1


def page_from(origin, settled, texts):
    """The page, or nothing if too much of it changed."""
    counts = labels.word_counts(texts)
    unknown = sum(count for count, kept in zip(counts, settled.kept) if kept is None)
    if unknown > MOST_UNKNOWN * sum(counts):
        return None
    return corpora.Page(
        name=origin.id.replace("/", "."),
        html_path=origin.html_path,
        corpus="read",
        url=origin.url,
        group=origin.group,
        page_type=origin.corpus,
        wanted=[text for text, kept in zip(texts, settled.kept) if kept],
        optional=[text for text, kept in zip(texts, settled.kept) if kept is None],
        origin=origin.id,
        # Of a list of goods, teasers or links a reader takes little or nothing, references of wcxb-dev nearly all.
        # Out of fold such pages taught a loss of two to six points on their kind.
        teaches=origin.page_type in ("", "article"),
        block_labels=[-1 if kept is None else int(kept) for kept in settled.kept],
    )


def load(folder, work=page_blocks.WORK, label_folder=labels.LABELS, given_programs=None):
    readings = labels.read_all(label_folder)
    names = [name for name in corpora.READABLE if any(page.startswith(name + "/") for page in readings)]
    pages, counts = [], defaultdict(int)
    for name in names:
        try:
            origins = corpora.load_unread(folder, name)
        except FileNotFoundError:
            print(f"read: {name} is not in {folder}", file=sys.stderr)
            continue
        blocks = page_blocks.blocks_of(origins, Path(work) / "blocks" / name, given_programs)
        for origin in origins:
            if origin.id not in readings:
                continue
            settled = labels.settle(readings[origin.id], blocks[origin.id])
            page = page_from(origin, settled, blocks[origin.id]) if settled.verdict == labels.READ else None
            if page:
                pages.append(page)
            counts["lost"] += settled.lost
            counts["blocks"] += len(settled.kept)
            counts["changed too much" if settled.verdict == labels.READ and not page else settled.verdict] += 1
    if counts["blocks"]:
        print(f"read: {len(pages)} pages; {counts[labels.UNJUDGED]} cannot be judged, on {counts[labels.DIFFER]} readers "
              f"differ, {counts['changed too much']} changed too much; {counts['lost']} of {counts['blocks']} blocks "
              "not found", file=sys.stderr)
    return pages
