"""Which blocks of a page are told after a part of the trees, and what is said of these: the same as the program's, see
src/extract/scorer/cascade.cpp.

Half of all blocks are boilerplate that a few trees tell, and many paragraphs are as plain: these are asked no further.
What all trees would say of such a block is put in place of what those few have said, along a line that is fitted to the
predictions out of fold: the choice of blocks adds up the probabilities of all of them.
"""

from dataclasses import dataclass, replace

import numpy as np

FEWEST_FITTED = 50  # blocks: with fewer no line is laid
SAME = (1.0, 0.0)


@dataclass(frozen=True)
class Look:
    share: float  # of the first forest's trees, which are asked before it
    hopeless: float  # log-odds: what has less …
    gap: float  # … and less by so much than the page's best block is told as boilerplate
    certain: float  # log-odds: what has more is told as content
    of_hopeless: tuple[float, float] = SAME  # slope and base: from log-odds then to those of all trees
    of_certain: tuple[float, float] = SAME

    def trees(self, trees):
        return round(self.share * trees)


# Found on the out-of-fold margins of all collections: the program is as right as where all trees are asked, and a block
# of an article is asked some 160 trees, not 480. The gap is there for pages on which nothing is plainly content: poor
# blocks may be what they are about.
LOOKS = (
    Look(share=1 / 12, hopeless=-1.4, gap=2.5, certain=np.inf),
    Look(share=1 / 3, hopeless=-2.5, gap=4.5, certain=2.5),
)


def line_of(said, meant):
    """Slope and base of the line from what the first trees say to what all of them mean."""
    if len(said) < FEWEST_FITTED:
        return SAME
    slope, base = np.polyfit(said.astype(np.float64), meant.astype(np.float64), 1)
    return float(slope), float(base)


def run(looks, margins, first_rows, fit=False):
    """margins: a row a block; log-odds at each look, then those of all trees. first_rows: of the pages, and the end.
    -> log-odds of the blocks, and the looks, whose lines are fitted here where asked"""
    result = margins[:, -1].astype(np.float32)
    asked = np.ones(len(result), bool)
    begins = first_rows[:-1][np.diff(first_rows) > 0]
    sizes = np.diff(np.append(begins, len(result)))
    best_told = np.full(len(begins), -np.inf, np.float32)  # of a page's blocks that are told as content
    done = []
    for look, said in zip(looks, margins.T.astype(np.float32)):
        best = np.maximum(np.maximum.reduceat(np.where(asked, said, -np.inf), begins), best_told)
        bounds = np.minimum(np.float32(look.hopeless), best - np.float32(look.gap))
        low = asked & (said < np.repeat(bounds, sizes))
        high = asked & (said > np.float32(look.certain))
        if fit:
            look = replace(look, of_hopeless=line_of(said[low], margins[low, -1]),
                           of_certain=line_of(said[high], margins[high, -1]))
        for told, (slope, base) in ((low, look.of_hopeless), (high, look.of_certain)):
            result[told] = np.float32(slope) * said[told] + np.float32(base)
        best_told = np.maximum(best_told, np.maximum.reduceat(np.where(high, result, -np.inf), begins))
        asked &= ~(low | high)
        done.append(look)
    return result, tuple(done)
