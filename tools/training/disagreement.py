"""Pages on which the labels by reference and the out-of-fold model differ by most words: what is worth reading.

Reads what tools/train left in its folder. For whoever hands out pages, never for who reads them.
"""

import sys
from pathlib import Path

import numpy as np

from training import train_data
from training import train_model


def newest_folds(folder, blocks):
    """The last out-of-fold probabilities that cover all blocks of an export."""
    for path in sorted(Path(folder).glob("*.npz"), key=lambda path: -path.stat().st_mtime):
        probabilities = np.load(path)["probabilities"]
        if len(probabilities) == blocks and not np.isnan(probabilities).any():
            return probabilities
    sys.exit(f"label: no out-of-fold predictions of all blocks in {folder} (tools/train makes them)")


class Export:
    """What tools/train exported of its pages: labels by reference and lengths of blocks."""

    def __init__(self, work):
        folder = train_data.export_folder(work)
        if not (folder / "pages.tsv").is_file():
            sys.exit(f"label: no export in {folder} (tools/train makes it)")
        self.labels = np.fromfile(folder / "labels.i8", np.int8)
        self.lengths = np.fromfile(folder / "lengths.f32", np.float32)
        self.pages = {}  # page id -> its rows, and its cut
        end = 0
        for line in (folder / "pages.tsv").read_text("utf-8").splitlines():
            page, count, *cut = line.split("\t")
            begin, end = end, end + int(count)
            self.pages[page] = slice(begin, end), [float(number) for number in cut]


def pages_that_differ(work, collection):
    """[(words that differ, their share of the page's labelled words, page id)], most first."""
    export = Export(work)
    probabilities = newest_folds(Path(work) / "folds", len(export.labels))
    result = []
    for page, (rows, cut) in export.pages.items():
        if not page.startswith(collection + "/"):
            continue
        labels, lengths = export.labels[rows], export.lengths[rows]
        known = labels >= 0
        differs = known & (train_model.select(probabilities[rows], lengths, *cut) != (labels == 1))
        words = float(lengths[differs].sum())
        result.append((round(words), words / max(float(lengths[known].sum()), 1), page))
    return sorted(result, key=lambda row: (-row[0], row[2]))


def changes(work, read):
    """Lines on how the labels of readers differ from those by reference, a collection each. read: its pages"""
    export = Export(work)
    by_collection = {}
    for page in read:
        rows, _ = export.pages.get(page.origin, (slice(0, 0), None))
        given, said = export.labels[rows], np.array(page.block_labels, np.int8)
        if len(given) != len(said):
            continue  # not among what teaches, or exported by another build
        both = (given >= 0) & (said >= 0)
        lengths = export.lengths[rows]
        counts = np.array([1, not (both & (given != said)).any(), both.sum(), (both & (given < said)).sum(),
                           (both & (given > said)).sum(), lengths[both].sum(), lengths[both & (given != said)].sum()])
        by_collection[page.page_type] = by_collection.get(page.page_type, 0) + counts
    lines = []
    for name, counts in sorted(by_collection.items()):
        pages, same, blocks, into, out, words, changed = (int(count) for count in counts)
        lines.append(f"{name}: {pages} pages, {same} unchanged; of {blocks} labelled blocks {into} went in, {out} went "
                     f"out; of {words} words {changed / max(words, 1):.3f} changed")
    return lines
