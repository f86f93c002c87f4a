"""How right a text is expected to be: trees over the facts of whole choices (src/extract/confidence).

Knows the files that apply_scores writes; nothing of signals or of how blocks are judged. The facts come from scores out
of fold, and what is printed comes from trees that never saw the page's site, so both levels are honest.

A text's word F1 is learned as a probability: each page stands twice among the rows, right with the weight F1 and wrong
with the weight 1 - F1. What such trees give is calibrated as it is.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluation import corpora
from training import train_model
from training import train_write

MODEL = corpora.SOURCE_DIR / "src/extract/confidence/model.inc"
PICTURE = corpora.SOURCE_DIR / "docs/confidence.svg"
PARAMETERS = {
    "trees": 160, "forests": 1, "looks": "", "leaves": 12, "depth": 6, "eta": 0.06, "row_share": 0.6,
    "column_share": 0.3, "least_weight": 5, "lambda": 5, "blank_copy": 0, "seed": 1,
}
POOR = 0.8  # a text below this word F1 should be told
BINS = 10


@dataclass
class Choices:
    """Pages of which the scorer chose a text and that text's word F1 is known. As train_model.grow() wants data: each
    page is two rows, one after the other."""

    pages: list
    columns: list[str]
    facts: np.ndarray  # a row a page
    right: np.ndarray  # a page: word F1
    folder: Path  # where the arrays are kept

    @property
    def labels(self):
        return np.tile(np.array([1, 0], np.int8), len(self.pages))

    @property
    def fold_of_row(self):
        return np.repeat(np.array([page.fold for page in self.pages], np.int8), 2)

    @property
    def in_use(self):
        return np.ones(len(self.columns), bool)

    def weights(self):
        of_page = np.array([corpora.COLLECTIONS[page.corpus].weight_of(page) for page in self.pages])
        weights = (np.stack([self.right, 1 - self.right], axis=1) * of_page[:, None]).ravel()
        return weights / weights.mean()


def word_f1(kept, labels, lengths):
    """Of blocks, the unknown ones left out."""
    known = labels >= 0
    taken, wanted = kept & known, labels == 1
    both = lengths[taken & wanted].sum()
    return float(2 * both / (lengths[taken].sum() + lengths[wanted].sum() + 1e-9))


def load(data, texts, folder):
    """Of the pages of `data` whose labels are whole: snippets say little of a page's text. A page that was read counts in
    place of its reference."""
    read = {page.origin for page in data.pages if page.origin and page.teaches}
    pages, facts, right = [], [], []
    for i, page in enumerate(data.pages):
        is_known = page.teaches and page.id not in read
        if not is_known or corpora.COLLECTIONS[page.corpus].metric == corpora.SNIPPETS:
            continue
        path = Path(texts) / page.corpus / page.name
        numbers = path.with_name(path.name + ".facts").read_text().split()
        if not numbers:
            continue
        steps = path.with_name(path.name + ".steps").read_text("utf-8").splitlines()
        kept = np.array([line.startswith("1") for line in steps], bool)
        rows = data.rows(i)
        pages.append(page)
        facts.append(np.array(numbers, np.float32))
        right.append(word_f1(kept, data.labels[rows], data.lengths[rows]))
    folder.mkdir(parents=True, exist_ok=True)
    columns = (Path(texts) / "facts.txt").read_text().split()
    choices = Choices(pages, columns, np.array(facts), np.array(right), folder)
    np.repeat(choices.facts, 2, axis=0).tofile(folder / "signals.f32")
    return choices


def area_under_curve(poor, confidence):
    """How often a poor text has less confidence than a good one; halves for ties."""
    order = np.argsort(confidence, kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    for value in np.unique(confidence):  # ties share their mean rank
        same = confidence == value
        ranks[same] = ranks[same].mean()
    good = (~poor).sum()
    return float((ranks[~poor].sum() - good * (good + 1) / 2) / (good * poor.sum()))


def reliability(confidence, right):
    """-> pages, mean confidence, mean word F1 for each tenth of the pages, least sure first; calibration error"""
    rows = []
    for part in np.array_split(np.argsort(confidence, kind="stable"), BINS):
        rows.append((len(part), float(confidence[part].mean()), float(right[part].mean())))
    error = sum(count * abs(said - found) for count, said, found in rows) / len(right)
    return rows, error


def print_figures(choices, confidence):
    rows, error = reliability(confidence, choices.right)
    poor = choices.right < POOR
    print(f"confidence, out of fold: {len(choices.pages)} pages, {poor.sum()} with word F1 under {POOR}")
    print(f"  expected calibration error {error:.4f}, area under the curve {area_under_curve(poor, confidence):.4f}")
    print("  said " + " ".join(f"{said:.3f}" for _, said, _ in rows))
    print("  is   " + " ".join(f"{found:.3f}" for _, _, found in rows))
    for least in (0.6, 0.8, 0.9, 0.95):
        kept = confidence >= least
        print(f"  --min-confidence {least}: {kept.mean():.1%} of the pages, mean word F1 {choices.right[kept].mean():.4f}")
    print(flush=True)


def picture_of(rows):
    """Said against found, a dot a tenth of the pages, and the line on which both are equal."""
    size, edge = 320, 40
    at = lambda share: edge + share * size
    down = lambda share: edge + (1 - share) * size
    ticks = "".join(
        f'<text x="{at(t):.0f}" y="{edge + size + 18}" text-anchor="middle">{t:.1f}</text>'
        f'<text x="{edge - 8}" y="{down(t) + 4:.0f}" text-anchor="end">{t:.1f}</text>' for t in (0, 0.2, 0.4, 0.6, 0.8, 1))
    dots = "".join(f'<circle cx="{at(said):.1f}" cy="{down(found):.1f}" r="4"/>' for _, said, found in rows)
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole}" font-family="sans-serif" font-size="12">\n'
        f'<rect width="{whole}" height="{whole}" fill="white"/>\n'
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#888"/>\n'
        f'<line x1="{at(0)}" y1="{down(0)}" x2="{at(1)}" y2="{down(1)}" stroke="#888" stroke-dasharray="4"/>\n'
        f'<g fill="#1f5fa8">{dots}</g>\n{ticks}\n'
        f'<text x="{edge + size / 2}" y="{whole - 6}" text-anchor="middle">confidence</text>\n'
        f'<text x="{edge}" y="{edge - 14}">mean word F1, out of fold; a dot is a tenth of the pages</text>\n</svg>\n'
    )


def learn(grower, choices, jobs, write):
    """Prints figures out of fold; with `write` leaves the model and the picture in the tree."""
    folds = list(range(corpora.FOLDS))
    margins, _ = train_model.grow(grower, choices, choices.weights(), PARAMETERS, folds, write, jobs)
    confidence = train_model.probability(margins[::2, -1])
    print_figures(choices, confidence)
    if not write:
        return
    forest = train_write.read_forest(choices.folder / "grow/forest.bin", choices.columns, 1)
    facts = [
        f"Data:    {len(choices.pages)} pages, {len(forest.columns)} facts in use",
        f"Size:    {len(forest.tree_depths)} trees, {len(forest.values)} nodes, {forest.table_bytes()} bytes",
    ]
    MODEL.write_text(train_write.source_of(forest, facts), "utf-8")
    PICTURE.write_text(picture_of(reliability(confidence, choices.right)[0]), "utf-8")
    print("\n".join(facts))
