"""Cases of tools/train_model.py and tools/train_write.py, each worked out by hand."""

import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
sys.dont_write_bytecode = True

try:
    import numpy as np
except ImportError:
    print("skipped: no numpy (python3-numpy), which only training needs")
    sys.exit(0)

from evaluation import corpora
from training import train_cascade
from training import train_data
from training import train_model
from training import train_confidence
from training import train_write


def data_of(pages, labels, lengths, counts):
    return train_data.Data(
        pages=pages,
        first_rows=np.concatenate([[0], np.cumsum(counts)]),
        cuts=np.ones((len(pages), 2)),
        columns=["a", "class_b", "c"],
        in_use=np.ones(3, bool),
        signals=np.zeros((len(labels), 3), np.float32),
        labels=np.array(labels, np.int8),
        lengths=np.array(lengths, np.float32),
        folder=Path(),
    )


class Select(unittest.TestCase):
    def test_takes_blocks_up_to_the_peak_of_the_expected_f1(self):
        # Of lengths 10, 10, 10: after one block 2·9/(10+15) = 0.72, after two 2·14/(20+15) = 0.8, after
        # three 2·15/(30+15) = 0.667.
        self.assertEqual(train_model.select([0.1, 0.9, 0.5], [10, 10, 10], 1, 1).tolist(), [False, True, True])
        # Weighing what is left out less makes the choice stricter: 18/(10+7.5) over 28/(20+7.5).
        self.assertEqual(train_model.select([0.1, 0.9, 0.5], [10, 10, 10], 0.5, 1).tolist(), [False, True, False])

    def test_long_blocks_matter_more(self):
        # After the short one 2·0.9/(1+41) = 0.04, after both 2·41/(101+41) = 0.58.
        self.assertEqual(train_model.select([0.9, 0.4], [1, 100.25], 1, 1).tolist(), [True, True])

    def test_a_lower_power_takes_more_of_what_is_doubtful(self):
        lengths = [100, 30, 30, 30]
        strict = train_model.select([0.9, 0.45, 0.42, 0.4], lengths, 1, 2)
        lax = train_model.select([0.9, 0.45, 0.42, 0.4], lengths, 1, 0.5)
        self.assertLess(strict.sum(), lax.sum())

    def test_a_page_of_unlikely_blocks_is_empty(self):
        self.assertFalse(train_model.select([0.24, 0.1], [10, 10], 1, 1).any())
        self.assertEqual(train_model.select([], [], 1, 1).tolist(), [])


class Weights(unittest.TestCase):
    def test_pages_weigh_about_the_same_and_unknown_blocks_nothing(self):
        page = corpora.Page("n", Path(), "wcxb", page_type="article")
        data = data_of([page, page], [1, 0, 1, -1], [1, 1, 400, 5], [2, 2])
        weights = train_model.row_weights(data)
        # First page: mass 1 + 1, scale 1: 1.1 each. Second: mass 400^0.7, scale the same: 1.1, and nothing.
        self.assertAlmostEqual(weights[0], weights[1])
        self.assertAlmostEqual(weights[0], weights[2])
        self.assertEqual(weights[3], 0)
        self.assertAlmostEqual(weights.mean(), 1)

    def test_a_page_without_content_is_held_to_a_share_of_its_mass(self):
        data = data_of([corpora.Page("n", Path(), "wcxb", page_type="article")] * 2, [0, 1], [1, 1], [1, 1])
        weights = train_model.row_weights(data)
        self.assertAlmostEqual(weights[0] / weights[1], (1 / 0.15 + 0.2) / 1.2)

    def test_contradicted_labels_of_articles_weigh_less(self):
        article = corpora.Page("n", Path(), "wcxb", page_type="article")
        other = corpora.Page("m", Path(), "wcxb", page_type="forum")
        data = data_of([article, other], [0, 1, 1, 0], [1, 1, 1, 1], [3, 1])
        weights, too_good, too_bad = train_model.pruned(np.ones(4), data, np.array([0.9, 0.05, 0.5, 0.9]))
        self.assertEqual(weights.tolist(), [0.15, 0.3, 1, 1])
        self.assertEqual((too_good, too_bad), (1, 1))


class Columns(unittest.TestCase):
    def test_patterns_keep_and_drop(self):
        data = data_of([], [], [], [])
        data.keep_columns([], ["class_*"])
        self.assertEqual(data.in_use.tolist(), [True, False, True])
        data.keep_columns(["c*"], ["c"])
        self.assertEqual(data.in_use.tolist(), [False, True, False])


def small_forest_file(folder):
    """Two trees over columns 7 and 9: one split with another below on the right; a single leaf."""
    path = Path(folder) / "forest.bin"
    with open(path, "wb") as file:
        np.array([2, 6], np.uint32).tofile(file)
        np.array([0, 5, 6], np.uint32).tofile(file)
        np.array([2, 0], np.uint8).tofile(file)
        np.array([9, 0, 7, 0, 0, 0], np.uint16).tofile(file)
        np.array([3, 2, 7, 6, 8, 0], np.uint16).tofile(file)
        np.array([1.5, -1, 0.1, 2, 3, 0.25], np.float32).tofile(file)
    return path


ONE_PAGE_OF_3 = np.array([0, 3])


class Cascade(unittest.TestCase):
    LOOKS = (train_cascade.Look(0.1, -1.5, 2.5, 2, (2, -1), (3, 0.5)), train_cascade.Look(0.5, -1.5, 4, np.inf))

    def run_page(self, *rows, looks=LOOKS):
        margins = np.array(rows, np.float32)
        return train_cascade.run(looks, margins, np.array([0, len(margins)]))[0].tolist()

    def test_blocks_that_are_told_get_what_all_trees_would_say(self):
        said = self.run_page((1.5, 1.5, 4), (-2, 9, 9), (2.5, 9, 9), (-1, -1, -3))
        self.assertEqual(said, [4, -5, 8, -3])

    def test_where_nothing_is_plainly_content_poor_blocks_are_asked_further(self):
        self.assertEqual(self.run_page((0, 0, 1), (-2, -2, 2), (-2.75, 9, 9)), [1, 2, -6.5])

    def test_content_that_was_told_before_is_the_best_block_at_the_next_look(self):
        self.assertEqual(self.run_page((3, 9, 9), (0, 0, 1), (-1, -2, 7)), [9.5, 1, -2])

    def test_a_page_is_no_matter_to_another(self):
        margins = np.array([(2.5, 9, 9), (-2, 9, 9), (-2, -2, 3)], np.float32)
        said, _ = train_cascade.run(self.LOOKS, margins, np.array([0, 2, 2, 3]))  # the second page has no block
        self.assertEqual(said.tolist(), [8, -5, 3])

    def test_lines_are_fitted_to_what_all_trees_say(self):
        said = np.linspace(-4, 1, 400)
        margins = np.stack([said, 3 * said + 0.25], axis=1)
        look = train_cascade.Look(0.1, -1, 0, np.inf)
        _, (fitted,) = train_cascade.run((look,), margins, np.array([0, 400]), fit=True)
        self.assertAlmostEqual(fitted.of_hopeless[0], 3, 4)
        self.assertAlmostEqual(fitted.of_hopeless[1], 0.25, 4)
        self.assertEqual(fitted.of_certain, train_cascade.SAME)

    def test_folds_that_were_not_grown_stay_unknown(self):
        nan = float("nan")
        self.assertTrue(np.isnan(self.run_page((nan, nan, nan), (nan, nan, nan))).all())


class Forest(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            self.forest = train_write.read_forest(small_forest_file(folder), [f"s{k}" for k in range(10)], 1)

    def test_keeps_the_columns_in_use_only(self):
        self.assertEqual(self.forest.columns, ["s7", "s9"])
        self.assertEqual(self.forest.features.tolist(), [1, 0, 0, 0, 0, 0])

    def test_margins_walk_the_trees(self):
        rows = np.array([[0, 1.4], [0, 1.5], [0.1, 2]], np.float32)  # the third sits on both thresholds' right
        self.assertEqual(self.forest.margins(rows, ONE_PAGE_OF_3).tolist(), [-0.75, 2.25, 3.25])

    def test_what_a_look_tells_is_asked_no_further(self):
        # The split is asked before the look, the leaf behind it.
        self.forest.looks = (train_cascade.Look(0.5, -0.5, 0, np.inf, of_hopeless=(3, -1)),)
        rows = np.array([[0, 1.4], [0, 1.5], [0.1, 2]], np.float32)
        self.assertEqual(self.forest.margins(rows, ONE_PAGE_OF_3).tolist(), [-4, 2.25, 3.25])

    def test_the_mean_of_the_forests_counts(self):
        self.forest.forests = 2
        rows = np.array([[0, 1.4], [0, 1.5], [0.1, 2]], np.float32)
        self.assertEqual(self.forest.margins(rows, ONE_PAGE_OF_3).tolist(), [-0.375, 1.125, 1.625])

    def test_the_source_holds_the_looks(self):
        self.forest.looks = (train_cascade.Look(0.5, -1.5, 2, np.inf, (2, 0.1), (1, 0)),)
        source = train_write.source_of(self.forest, [])
        self.assertIn("kModelForests = 1;", source)
        self.assertIn("{1, -1.5f, 2.0f, std::numeric_limits<float>::infinity(), {2.0f, 0.1f}, {1.0f, 0.0f}},", source)

    def test_the_source_holds_every_number_exactly(self):
        source = train_write.source_of(self.forest, ["Command: x"])
        self.assertIn("// Command: x\n", source)
        self.assertIn('kModelColumns[] = {\n    "s7", "s9"}', source)
        self.assertIn("kNodeValues[] = {\n    1.5f, -1.0f, 0.1f, 2.0f, 3.0f, 0.25f}", source)
        self.assertNotIn("kModelLooks", source)
        self.assertIn("kTreeBegins[] = {\n    0, 5, 6}", source)
        for value in (0.1, 1 / 3, 1e-20, 123456789, -2.5e10):
            text = train_write.number(value)
            self.assertEqual(np.float32(text.removesuffix("f")), np.float32(value), text)


class Confidence(unittest.TestCase):
    def test_word_f1_leaves_unknown_blocks_out(self):
        kept = np.array([True, True, False, True])
        labels = np.array([1, 0, 1, -1])
        lengths = np.array([30.0, 10.0, 20.0, 500.0])
        self.assertAlmostEqual(train_confidence.word_f1(kept, labels, lengths), 2 * 30 / (40 + 50))

    def test_area_under_the_curve_counts_pairs_and_half_of_the_ties(self):
        poor = np.array([True, True, False, False])
        confidence = np.array([0.2, 0.6, 0.6, 0.9])
        self.assertAlmostEqual(train_confidence.area_under_curve(poor, confidence), (1 + 1 + 0.5 + 1) / 4)

    def test_calibration_error_is_the_mean_distance(self):
        confidence = np.linspace(0.05, 0.95, 10)
        rows, error = train_confidence.reliability(confidence, confidence - 0.03)
        self.assertEqual(len(rows), train_confidence.BINS)
        self.assertAlmostEqual(error, 0.03)

    def test_a_page_is_right_and_wrong_by_its_word_f1(self):
        page = corpora.Page(name="p", html_path=None, corpus="news", group="example.org")
        choices = train_confidence.Choices([page], ["words"], np.array([[1.0]]), np.array([0.75]), None)
        self.assertEqual(choices.labels.tolist(), [1, 0])
        self.assertEqual(choices.fold_of_row.tolist(), [page.fold, page.fold])
        self.assertEqual(choices.weights().tolist(), [1.5, 0.5])

    def test_trees_that_are_asked_at_once_have_no_stages(self):
        with tempfile.TemporaryDirectory() as folder:
            forest = train_write.read_forest(small_forest_file(folder), [f"s{k}" for k in range(10)], 1)
        self.assertNotIn("kModelForests", train_write.source_of(forest, []))
        self.assertEqual(forest.margins(np.array([[0, 1.4]], np.float32), np.array([0, 1])).tolist(), [-0.75])


if __name__ == "__main__":
    unittest.main()
