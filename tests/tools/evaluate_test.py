"""Cases of tools/evaluate_metrics.py and tools/corpora.py, each worked out by hand."""

import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
sys.dont_write_bytecode = True

from evaluation import corpora
from evaluation import evaluate_metrics as metrics
from evaluation import evaluate_pages


def plain_lcs(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        last = 0
        for j, y in enumerate(b):
            last, row[j + 1] = row[j + 1], last + 1 if x == y else max(row[j], row[j + 1])
    return row[-1]


class WordScore(unittest.TestCase):
    def test_counts_words_as_a_multiset_whatever_their_case(self):
        # given: the cat the cat; wanted: the cat sat. Common: the, cat.
        score = metrics.word_score("The cat. THE cat!", "the cat sat")
        self.assertAlmostEqual(score.precision, 2 / 4)
        self.assertAlmostEqual(score.recall, 2 / 3)
        self.assertAlmostEqual(score.f1, 4 / 7)

    def test_an_empty_reference_is_met_by_an_empty_text_only(self):
        self.assertEqual(metrics.word_score("", "").f1, 1)
        self.assertEqual(metrics.word_score(" - \n", "").f1, 1)
        self.assertEqual(metrics.word_score("a", "").f1, 0)
        self.assertEqual(metrics.word_score("", "a").f1, 0)

    def test_letters_of_every_script_and_the_underscore_make_words(self):
        self.assertEqual(metrics.words("Größe snake_case Привет 東京"), ["größe", "snake_case", "привет", "東京"])


    def test_scripts_without_blanks_are_counted_by_characters(self):
        self.assertEqual(metrics.units("Die 東京 ไทย"), ["die", "東", "京", "ไ", "ท", "ย"])
        self.assertAlmostEqual(metrics.word_score("東京都", "東京").f1, 0)
        self.assertAlmostEqual(metrics.word_score("東京都", "東京", metrics.units).f1, 4 / 5)


class Shingles(unittest.TestCase):
    def test_keeps_case_and_order(self):
        # a b c d, b c d e against A b c d, b c d e: one of two in common.
        self.assertEqual(metrics.shingle_counts("a b c d e", "A b c d e"), metrics.Counts(1, 1, 1))

    def test_a_short_text_is_one_shingle_and_an_empty_one_none(self):
        self.assertEqual(metrics.shingles("a b"), [("a", "b")])
        self.assertEqual(metrics.shingles("a b c d"), [("a", "b", "c", "d")])
        self.assertEqual(metrics.shingles("…"), [])

    def test_means_are_over_pages_with_output_and_pages_with_a_reference(self):
        pages = [metrics.Counts(1, 1, 0), metrics.Counts(0, 0, 4), metrics.Counts(0, 3, 0)]
        summary = metrics.shingle_summary(pages)
        self.assertAlmostEqual(summary.precision, (0.5 + 0) / 2)
        self.assertAlmostEqual(summary.recall, (1 + 0) / 2)
        self.assertAlmostEqual(summary.f1, 2 * 0.25 * 0.5 / 0.75)

    def test_exact_is_about_words_not_about_punctuation(self):
        self.assertTrue(metrics.is_exact("- One.\n\nTwo", "One two".replace("t", "T")))
        self.assertFalse(metrics.is_exact("one Two", "One Two"))
        self.assertFalse(metrics.is_exact("Two One", "One Two"))


class RougeL(unittest.TestCase):
    def test_takes_the_longest_common_subsequence(self):
        # a b d is common to both.
        score = metrics.rouge_l("a b c d", "a x b d y")
        self.assertAlmostEqual(score.precision, 3 / 4)
        self.assertAlmostEqual(score.recall, 3 / 5)
        self.assertAlmostEqual(score.f1, 6 / 9)

    def test_agrees_with_the_plain_table(self):
        numbers = random.Random(7)
        for length in (0, 1, 5, 63, 64, 65, 130):
            a = [numbers.randrange(6) for _ in range(length)]
            b = [numbers.randrange(6) for _ in range(numbers.randrange(140))]
            self.assertEqual(metrics.lcs_length(a, b), plain_lcs(a, b), (a, b))


class Paragraphs(unittest.TestCase):
    def test_whole_paragraphs_count_white_space_folded(self):
        text = "One  two\n\nThree\u00a0four\n\nFive\n"
        self.assertEqual(metrics.paragraph_counts(text, ["One two", "Three four", "Six"]), metrics.Counts(2, 1, 1))

    def test_a_paragraph_that_stands_once_matches_once(self):
        self.assertEqual(metrics.paragraph_counts("A\n\nA", ["A"]), metrics.Counts(1, 1, 0))

    def test_the_marker_of_list_items_is_not_part_of_them(self):
        self.assertEqual(metrics.paragraph_counts("- A\n- B\n- ", ["A", "B"]), metrics.Counts(2, 0, 0))

    def test_an_optional_paragraph_is_neither_missed_nor_wrong(self):
        self.assertEqual(metrics.paragraph_counts("Dek\n\nA", ["A"], ["Dek"]), metrics.Counts(1, 0, 0))
        self.assertEqual(metrics.paragraph_counts("A", ["A"], ["Dek"]), metrics.Counts(1, 0, 0))
        self.assertEqual(metrics.paragraph_counts("Dek\n\nDek", ["A"], ["Dek"]), metrics.Counts(0, 1, 1))

    def test_an_optional_paragraph_that_is_also_wanted_is_wanted(self):
        self.assertEqual(metrics.paragraph_counts("A", ["A"], ["A"]), metrics.Counts(1, 0, 0))
        self.assertEqual(metrics.paragraph_counts("", ["A"], ["A"]), metrics.Counts(0, 0, 1))

    def test_references_with_and_without_what_is_optional(self):
        self.assertEqual(
            metrics.with_optional("x  one y", ["A"], ["x one", "two"]), ["A", "x one\ntwo\nA", "x one\nA"]
        )
        self.assertEqual(metrics.with_optional("", ["A", "B"], []), ["A\nB"])


class Snippets(unittest.TestCase):
    def test_finds_snippets_across_white_space(self):
        counts = metrics.snippet_counts("one\n\ntwo three", ["one two", "four"], ["three", "five"])
        self.assertEqual(counts, metrics.Counts(1, 1, 1))
        self.assertAlmostEqual(counts.score().f1, 2 / 4)

    def test_adds_up_over_pages(self):
        self.assertEqual(metrics.add_counts([metrics.Counts(1, 2, 3), metrics.Counts(4, 5, 6)]), (5, 7, 9))
        self.assertEqual(metrics.add_counts([]), (0, 0, 0))


class Dates(unittest.TestCase):
    def test_the_day_counts(self):
        self.assertEqual(metrics.date_counts("2020-01-02T10:00", "2020-01-02"), metrics.Counts(1, 0, 0))
        self.assertEqual(metrics.date_counts("2020-01-03", "2020-01-02"), metrics.Counts(0, 1, 0))
        self.assertEqual(metrics.date_counts("", "2020-01-02"), metrics.Counts(0, 0, 1))


class PageFigures(unittest.TestCase):
    def test_a_news_page_is_held_to_the_better_reference(self):
        page = corpora.Page("n", Path(), "news", wanted=["b c"], optional=["a"])
        for text in ("b c", "a\n\nb c"):
            figures = evaluate_pages.page_figures(page, text)
            self.assertEqual([figures[n] for n in ("word_f1", "rouge_l", "paragraph_match")], [1, 1, 1])

    def test_rows_are_means_over_the_pages_of_a_type(self):
        make = lambda name, kind: corpora.Page(name, Path(), "wcxb", page_type=kind, wanted=["a b"])
        pages = [make("1", "article"), make("2", "article"), make("3", "forum")]
        rows = evaluate_pages.corpus_figures("wcxb", pages, {"1": "a b", "3": "a"})["rows"]
        self.assertAlmostEqual(rows["article"]["word_f1"], 0.5)
        self.assertAlmostEqual(rows["article"]["word_f1_99"], 0.5)
        self.assertAlmostEqual(rows["forum"]["word_f1"], 2 / 3)
        self.assertAlmostEqual(rows["all"]["word_f1"], (1 + 0 + 2 / 3) / 3)


class Corpora(unittest.TestCase):
    def test_hosts_lose_www_and_decide_the_fold(self):
        self.assertEqual(corpora.host_of("https://www.example.org:80/a?b"), "example.org")
        # printf example.org | md5sum
        page = corpora.Page("n", Path(), "wcxb", group="example.org")
        self.assertEqual(page.fold, 0x1BDF72E04D6B50C82A48C7E4DD38CC69 % 5)


class CommonForm(unittest.TestCase):
    def test_a_title_that_the_text_begins_with_is_optional(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "daniel"
            path.mkdir()
            lines = [{"id": "a", "host": "example.org", "text": "Title\n\nOne.\n\nTwo.", "title_first": True},
                     {"id": "b", "url": "http://example.org/b", "text": "One.\n\nTwo.", "title_first": False}]
            (path / "reference.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
            first, second = corpora.load(Path(folder), "daniel")
        self.assertEqual((first.wanted, first.optional, first.group), (["One.", "Two."], ["Title"], "example.org"))
        self.assertEqual((second.wanted, second.optional), (["One.", "Two."], []))
        for text in ("Title One. Two.", "One. Two."):
            self.assertEqual(evaluate_pages.page_figures(first, text)["word_f1"], 1)

    def test_every_collection_has_a_metric_that_prints(self):
        for name, collection in corpora.COLLECTIONS.items():
            page = corpora.Page("n", Path(), name, page_type="article", wanted=["a b"], snippets_with=["a"])
            rows = evaluate_pages.corpus_figures(name, [page], {"n": "a b"})["rows"]
            self.assertIn("all", rows, collection)


class CommandLine(unittest.TestCase):
    def test_an_outputs_folder_gives_a_table(self):
        try:
            folder = corpora.find_corpora()
        except corpora.CorporaMissing as reason:
            self.skipTest(f"skipped: no corpora ({reason})")
        with tempfile.TemporaryDirectory() as outputs:
            for page in corpora.load(folder, "news"):
                (Path(outputs) / f"{page.name}.txt").write_text("\n\n".join(page.wanted))
            done = subprocess.run([TOOLS / "evaluate", "--outputs", outputs, "--corpus", "news"],
                                  capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        row = next(line for line in done.stdout.splitlines() if line.startswith("all")).split()
        self.assertEqual(row[1:7], ["116", *["1.0000"] * 5])


if __name__ == "__main__":
    unittest.main()
