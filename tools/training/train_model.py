"""What the trees are asked to learn, and how their probabilities become a selection.

Owns weights, folds, parameters, the talk with grow_trees, and the selection (the same as the program's, see
src/extract/select). Knows nothing of the corpora's formats or of the generated table.

grow_trees reads, beside the export's signals.f32, rows.bin: two u64 (rows, columns), then weights f32,
labels u8 and folds u8 a row, and u8 a column (0 dropped, 1 plain, 2 from class names). It writes
margins.f32 (a row: log-odds after so many trees as each of looks= says, then of all, NaN for folds that were not asked
for), gains.f64 (a column, of all folds' trees) and forest.bin: two u32 (trees, nodes), then tree begins u32, depths u8,
and features u16, links u16, values f32 a node.
"""

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from evaluation import corpora
from training import train_cascade
from training.train_data import file_digest

# What the study found to train best; a change here has to show in the printed table.
LENGTH_CAP_WORDS = 400  # a longer block weighs no more
LENGTH_POWER = 0.7
LEAST_CONTENT_SHARE = 0.15  # of a page's mass: a page without content does not weigh without bound
BLOCK_SHARE = 0.2  # of a page's weight that its blocks share evenly, whatever their length
# Faulty labels of articles: what a model that never saw the page is sure of.
SURE_CONTENT, SURE_CONTENT_WEIGHT = 0.8, 0.15
SURE_BOILERPLATE, SURE_BOILERPLATE_WEIGHT = 0.1, 0.3
# Selection.
EMPTY_BELOW = 0.25
CLASS_PREFIX = "class_"  # columns that come from class and id names: fashion, which must not decide alone


def parameters(arguments):
    return {
        "trees": arguments.trees,
        "forests": arguments.forests,
        "looks": ",".join(str(look.trees(arguments.trees)) for look in train_cascade.LOOKS),
        "leaves": arguments.leaves,
        "depth": arguments.depth,
        "eta": arguments.eta,
        "row_share": 0.6,
        "column_share": arguments.column_share,
        "least_weight": 5,
        "lambda": 5,
        "blank_copy": int(not arguments.no_dropout),
        "seed": arguments.seed,
    }


def row_weights(data):
    """Long blocks weigh more, every page about the same; a block of unknown label nothing. Nor does a page that was
    read: what readers marked counts in place of its reference."""
    weights = np.zeros(len(data.labels))
    read = {page.origin for page in data.pages if page.origin and page.teaches}
    for i, page in enumerate(data.pages):
        rows = data.rows(i)
        if rows.start == rows.stop or page.id in read or not page.teaches:
            continue
        labels = data.labels[rows]
        mass = np.minimum(data.lengths[rows].astype(float), LENGTH_CAP_WORDS) ** LENGTH_POWER
        scale = max(mass[labels == 1].sum(), LEAST_CONTENT_SHARE * mass.sum(), 1e-9)
        page_weight = corpora.COLLECTIONS[page.corpus].weight_of(page)
        weights[rows] = (mass / scale + BLOCK_SHARE / len(mass)) * (labels >= 0) * page_weight
    return weights / weights.mean()


def pruned(weights, data, probabilities):
    """Lowers the weight of article blocks whose label an out-of-fold model contradicts with certainty."""
    is_article = np.array([page.page_type == "article" for page in data.pages])[data.page_of_row]
    too_good = is_article & (data.labels == 0) & (probabilities > SURE_CONTENT)
    too_bad = is_article & (data.labels == 1) & (probabilities < SURE_BOILERPLATE)
    factors = np.where(too_good, SURE_CONTENT_WEIGHT, np.where(too_bad, SURE_BOILERPLATE_WEIGHT, 1.0))
    return weights * factors, int(too_good.sum()), int(too_bad.sum())


def grow(program, data, weights, params, folds, final, jobs):
    """Runs grow_trees. -> margins out of fold (a row: at each look, then of all trees), gain a column"""
    folder = data.folder / "grow"
    folder.mkdir(exist_ok=True)
    uses = [0 if not used else 2 if name.startswith(CLASS_PREFIX) else 1
            for name, used in zip(data.columns, data.in_use)]
    with open(folder / "rows.bin", "wb") as file:
        np.array([len(data.labels), len(data.columns)], np.uint64).tofile(file)
        np.where(data.labels >= 0, weights, 0).astype(np.float32).tofile(file)
        (data.labels == 1).astype(np.uint8).tofile(file)
        data.fold_of_row.astype(np.uint8).tofile(file)
        np.array(uses, np.uint8).tofile(file)
    options = params | {"jobs": jobs, "final": int(final), "folds": "".join(map(str, folds))}
    words = [f"{name}={value}" for name, value in options.items()]
    begin = time.monotonic()
    done = subprocess.run([program, folder, f"signals={data.folder / 'signals.f32'}", *words])
    if done.returncode:
        sys.exit(f"train: {program} failed ({done.returncode})")
    forests = len(folds) + int(final)
    print(f"grew {forests} x {params['trees']} trees in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    margins = np.fromfile(folder / "margins.f32", np.float32).reshape(len(data.labels), -1)
    return margins, np.fromfile(folder / "gains.f64", np.float64)


def probability(log_odds):
    return 1 / (1 + np.exp(-log_odds))


def out_of_fold(program, data, weights, params, folds, jobs, data_digest=None):
    """Margins of every block by trees that never saw its group (NaN outside the given folds), and gains. Kept, and used again as long as nothing changes that they depend on (data_digest: all that is minded of the
    data)."""
    recipe = [data_digest or data.digest, file_digest(program), params,
              hashlib.sha256(weights.tobytes()).hexdigest(), folds]
    key = hashlib.sha256(json.dumps(recipe, sort_keys=True).encode()).hexdigest()[:24]
    path = data.folder.parent / f"folds/{key}.npz"
    if not path.is_file():
        margins, gains = grow(program, data, weights, params, folds, False, jobs)
        path.parent.mkdir(exist_ok=True)
        np.savez(path, margins=margins, gains=gains)
    kept = np.load(path)
    return kept["margins"], kept["gains"]


def select(probabilities, lengths, recall_weight, doubt_power):
    """Blocks by falling probability up to where the expected F1 peaks: 2 Σ pL of the chosen over Σ L of the
    chosen plus the weighted Σ pL of all. A page whose best block is unlikely has no content."""
    p = np.asarray(probabilities, np.float64)
    lengths = np.asarray(lengths, np.float64)
    chosen = np.zeros(len(p), bool)
    if not len(p) or p.max() < EMPTY_BELOW:
        return chosen
    order = np.argsort(-p, kind="stable")
    mass = (p**doubt_power * lengths)[order]
    gain = 2 * np.cumsum(mass) / (np.cumsum(lengths[order]) + recall_weight * mass.sum() + 1e-9)
    chosen[order[: int(np.argmax(gain)) + 1]] = True
    return chosen


def select_page(data, i, probabilities):
    rows = data.rows(i)
    return select(probabilities[rows], data.lengths[rows], *data.cuts[i])


def folds_of(text):
    return [int(part) for part in text.split(",")] if text else list(range(corpora.FOLDS))
