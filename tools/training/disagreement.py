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


def pages_that_differ(work, collection):
    """[(words that differ, their share of the page's labelled words, page id)], most first."""
    exported = train_data.export_folder(work)
    if not (exported / "pages.tsv").is_file():
        sys.exit(f"label: no export in {exported} (tools/train makes it)")
    listed = [line.split("\t") for line in (exported / "pages.tsv").read_text("utf-8").splitlines()]
    labels = np.fromfile(exported / "labels.i8", np.int8)
    lengths = np.fromfile(exported / "lengths.f32", np.float32)
    probabilities = newest_folds(Path(work) / "folds", len(labels))
    result, end = [], 0
    for page, count, recall_weight, doubt_power in listed:
        begin, end = end, end + int(count)
        if not page.startswith(collection + "/"):
            continue
        rows = slice(begin, end)
        chosen = train_model.select(probabilities[rows], lengths[rows], float(recall_weight), float(doubt_power))
        known = labels[rows] >= 0
        differs = known & (chosen != (labels[rows] == 1))
        words = float(lengths[rows][differs].sum())
        result.append((round(words), words / max(float(lengths[rows][known].sum()), 1), page))
    return sorted(result, key=lambda row: (-row[0], row[2]))
