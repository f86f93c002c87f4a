"""The grown trees as a table that the program compiles in, and the same table evaluated here.

Knows the layouts of forest.bin and src/extract/scorer/model.inc; nothing of data or training.

A tree's nodes stand together, breadth first, so that the two children of a node are neighbours. A node
is one entry of three arrays: `feature` (index into the columns that the model uses), `value` (a threshold,
or a leaf's contribution) and `link` (twice the left child's index within the tree, plus one for an inner
node; a leaf links to itself). One step down, without a branch:

  next = (link >> 1) + ((link & 1) & (signals[feature] >= value))

so walking on from a leaf changes nothing, and every tree takes as many steps as it is deep.
"""

from dataclasses import dataclass
from textwrap import wrap

import numpy as np

from training import train_cascade

LINE_WIDTH = 110


@dataclass
class Forest:
    columns: list[str]  # in use, sorted as in the data
    tree_begins: np.ndarray  # uint32, one more than trees
    tree_depths: np.ndarray  # uint8
    features: np.ndarray  # uint16
    links: np.ndarray  # uint16
    values: np.ndarray  # float32
    forests: int  # of equally many trees each
    looks: tuple = ()  # of train_cascade.Look: when the first forest's trees are looked at

    def table_bytes(self):
        arrays = (self.tree_begins, self.tree_depths, self.features, self.links, self.values)
        return sum(array.nbytes for array in arrays)

    def margins(self, signals, first_rows):
        """Log-odds of blocks whose columns are self.columns, of pages that begin at first_rows (and their end): what the
        program computes, for checking."""
        ends = [look.trees(len(self.tree_depths) // self.forests) for look in self.looks] + [len(self.tree_depths)]
        margins = np.zeros((len(signals), len(ends)), np.float32)
        sums, begin = np.zeros(len(signals), np.float32), 0
        for k, end in enumerate(ends):
            margins[:, k] = sums = self.walk(signals, begin, end, sums)
            begin = end
        margins[:, -1] /= np.float32(self.forests)
        return train_cascade.run(self.looks, margins, first_rows)[0]

    def walk(self, signals, begin_tree, end_tree, sums):
        """sums, and then the leaves of some trees, added one after the other"""
        sums = sums.copy()
        rows = np.arange(len(signals))
        for begin, depth in zip(self.tree_begins[begin_tree:end_tree], self.tree_depths[begin_tree:end_tree]):
            node = np.full(len(signals), begin, np.int64)
            for _ in range(depth):
                link = self.links[node]
                right = signals[rows, self.features[node]] >= self.values[node]
                node = begin + (link >> 1) + (right & (link & 1))
            sums += self.values[node]
        return sums


def read_forest(path, columns, forests, looks=()):
    """What grow_trees wrote (see train_model.py), with only the columns in use."""
    with open(path, "rb") as file:
        take = lambda kind, count: np.fromfile(file, kind, count)
        trees, nodes = map(int, take(np.uint32, 2))
        begins, depths = take(np.uint32, trees + 1), take(np.uint8, trees)
        features, links, values = take(np.uint16, nodes), take(np.uint16, nodes), take(np.float32, nodes)
    inner = (links & 1) == 1
    used = np.unique(features[inner])
    features = np.where(inner, np.searchsorted(used, features), 0).astype(np.uint16)
    names = [columns[k] for k in used]
    return Forest(names, begins, depths, features, links, values, forests, looks)


def array(kind, name, items, why):
    lines = wrap(", ".join(items), LINE_WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    body = "\n".join("    " + line for line in lines)
    return f"// {why}\ninline constexpr {kind} {name}[] = {{\n{body}}};\n"


def number(value):
    if np.isinf(value):
        return ("-" if value < 0 else "") + "std::numeric_limits<float>::infinity()"
    text = str(np.float32(value))
    return (text if any(c in text for c in ".en") else text + ".0") + "f"


def stages_of(forest):
    """How the trees are asked, where that is not all at once."""
    if not forest.looks:
        return []
    line = lambda slope_and_base: "{" + ", ".join(map(number, slope_and_base)) + "}"
    of_one = len(forest.tree_depths) // forest.forests
    return [
        f"inline constexpr unsigned kModelForests = {forest.forests};  // the mean of their log-odds counts",
        "// trees, hopeless, gap, certain, of_hopeless, of_certain",
        "inline constexpr CascadeLook kModelLooks[] = {",
        *(f"    {{{look.trees(of_one)}, {number(look.hopeless)}, {number(look.gap)}, {number(look.certain)}, "
          f"{line(look.of_hopeless)}, {line(look.of_certain)}}}," for look in forest.looks),
        "};",
        "",
    ]


def source_of(forest, facts):
    """The generated file. facts: lines for its header."""
    header = "\n".join(f"// {line}" for line in facts)
    whole = lambda items: [str(int(item)) for item in items]
    return "\n".join([
        "// Generated, do not edit: trees that were learned. Layout and how to walk it: tools/training/train_write.py.",
        header,
        "// clang-format off",
        "",
        *stages_of(forest),
        array("std::string_view", "kModelColumns", [f'"{name}"' for name in forest.columns],
              "The columns in use; a node's feature is an index into these."),
        array("std::uint32_t", "kTreeBegins", whole(forest.tree_begins), "First node of each tree, and the end."),
        array("std::uint8_t", "kTreeDepths", whole(forest.tree_depths), "Steps to the deepest leaf."),
        array("std::uint16_t", "kNodeFeatures", whole(forest.features), "0 at leaves."),
        array("std::uint16_t", "kNodeLinks", whole(forest.links),
              "Inner node: 2 * left child + 1; leaf: 2 * itself. Counted from the tree's first node."),
        array("float", "kNodeValues", map(number, forest.values), "Threshold (right when >=), or a leaf's log-odds."),
    ])
