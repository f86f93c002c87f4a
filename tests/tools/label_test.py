"""Cases of tools/label: what is shown, how answers are read and kept, how readings become one, what is learned.

  label_test.py [EXPORTER]     with the program export_signals also the whole way of a page
"""

import gzip
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
sys.dont_write_bytecode = True

from evaluation import agreement
from evaluation import corpora
from evaluation import evaluate_pages
from evaluation import labels
from evaluation import read_pages
from evaluation import worksheets

EXPORTER = Path(sys.argv.pop(1)) if len(sys.argv) > 1 else None
TEXTS = ["Home", "The ferry ran aground.", "Nobody was hurt.", "Read more"]


def reading(reader, kept, texts=TEXTS, page="daniel/a"):
    """kept: + or - a block, as in "-++-"; ? where the page cannot be judged"""
    if kept == "?":
        return labels.Reading(page, reader, (), (), "", False)
    return labels.Reading(page, reader, labels.hashes_of(texts), tuple(mark == "+" for mark in kept))


class LabelFiles(unittest.TestCase):
    def test_a_reading_comes_back_as_it_was_written_without_any_text(self):
        with tempfile.TemporaryDirectory() as folder:
            first = reading("ann", "-++-")
            labels.append([first, reading("ann", "?", page="wcxb/b")], folder)
            labels.append([reading("bob", "-+--")], folder)
            back = labels.read_all(folder)
            written = (Path(folder) / "daniel.tsv").read_text()
        self.assertEqual(back["daniel/a"], [first, reading("bob", "-+--")])
        self.assertFalse(back["wcxb/b"][0].judged)
        self.assertEqual(written.count("# Read by hand"), 1)
        self.assertRegex(written.split("\n")[1], r"^a\tann\t\t-[\w.]{4}\+[\w.]{8}-[\w.]{4}$")
        self.assertNotIn("ferry", written)

    def test_who_reads_again_replaces_what_was_said(self):
        with tempfile.TemporaryDirectory() as folder:
            labels.append([reading("ann", "++++"), reading("bob", "-++-"), reading("ann", "----")], folder)
            back = labels.read_all(folder)["daniel/a"]
        self.assertEqual([(r.reader, any(r.kept)) for r in back], [("bob", True), ("ann", False)])

    def test_a_line_that_is_damaged_is_not_read_in_part(self):
        with self.assertRaises(ValueError):
            labels.reading_of("a\tann\t\t-abcd+efg", "daniel")

    def test_white_space_does_not_change_a_block(self):
        self.assertEqual(labels.block_hash("one\n two"), labels.block_hash("one two "))
        self.assertNotEqual(labels.block_hash("one two"), labels.block_hash("onetwo"))


class ChangedBlocks(unittest.TestCase):
    def test_only_what_changed_is_lost(self):
        now = ["Menu", "Home", "The ferry ran aground.", "Nobody was hurt. Not even", "Read more"]
        said, lost = labels.found_blocks(reading("ann", "-++-"), labels.hashes_of(now))
        self.assertEqual((said, lost), ([None, False, True, None, False], 1))

    def test_equal_blocks_are_told_apart_by_their_place(self):
        before = ["Same", "One", "Same"]
        said, lost = labels.found_blocks(reading("ann", "-++", before), labels.hashes_of(["New", *before]))
        self.assertEqual((said, lost), ([None, False, True, True], 0))


class Settle(unittest.TestCase):
    def settled(self, *marks, texts=TEXTS):
        return labels.settle([reading(f"r{k}", kept, texts) for k, kept in enumerate(marks)], texts)

    def test_one_reader_decides_alone(self):
        self.assertEqual(self.settled("-++-").kept, [False, True, True, False])

    def test_two_that_differ_decide_nothing_and_a_third_does(self):
        self.assertEqual(self.settled("-++-", "-+--").verdict, labels.DIFFER)
        self.assertEqual(self.settled("-++-", "-+--", "-++-").kept, [False, True, True, False])

    def test_blocks_without_words_are_nothing_to_differ_about(self):
        self.assertEqual(self.settled("-+", "++", texts=["•", "One."]).verdict, labels.READ)

    def test_a_page_that_cannot_be_judged(self):
        self.assertEqual(self.settled("?").verdict, labels.UNJUDGED)
        self.assertEqual(self.settled("?", "-++-").verdict, labels.DIFFER)
        self.assertEqual(self.settled("?", "-++-", "-++-").verdict, labels.READ)


class Answers(unittest.TestCase):
    def test_ranges(self):
        self.assertEqual(worksheets.kept_blocks("2-3, 5", 5), (False, True, True, False, True))
        self.assertEqual(worksheets.kept_blocks("-", 2), (False, False))
        for wrong in ("3-2", "2-4, 4", "0", "1-6", "1,,2"):
            with self.assertRaises(worksheets.BadAnswer, msg=wrong):
                worksheets.kept_blocks(wrong, 5)

    def test_lines(self):
        answers, complaints = worksheets.parse_answers(
            ["# a remark", "", "daniel/a: 3–17, 19  # article 0.9, the last line is a guess", "wcxb/One: two – 3: -",
             "news/x: ?"])
        self.assertEqual(complaints, [])
        self.assertEqual([(a.page, a.blocks, a.remarks) for a in answers],
                         [("daniel/a", "3-17, 19", "article 0.9"), ("wcxb/One: two – 3", "-", ""), ("news/x", "?", "")])

    def test_what_is_wrong_is_said(self):
        _, complaints = worksheets.parse_answers(["daniel/a 3-4", "daniel/b: 1", "daniel/b: 2", "daniel/c: all"])
        self.assertEqual([complaint[:6] for complaint in complaints], ["line 1", "line 3", "line 4"])

    def test_the_beginning_of_a_name_will_do_if_there_is_one_such_page(self):
        shown = ["daniel/2011_a_f3", "daniel/2012_b_7c", "daniel/2012_c_01"]
        answers, _ = worksheets.parse_answers(["daniel/2011: 1", "daniel/2012: 2"], shown)
        self.assertEqual([a.page for a in answers], ["daniel/2011_a_f3", "daniel/2012"])


class Sheets(unittest.TestCase):
    def setUp(self):
        self.pages = [corpora.Page(f"p{k}", Path(), "daniel") for k in range(200)]
        self.blocks = {page.id: TEXTS for page in self.pages}

    def choose(self, reader, count, readings=None, shown=None):
        return worksheets.choose_pages(self.pages, self.blocks, reader, count, readings or {}, shown or {})

    def test_a_page_goes_to_one_reader_and_one_in_ten_to_two(self):
        first = {page.id for page in self.choose("ann", 200)}
        self.assertEqual(len(first), 200)
        second = self.choose("bob", 200, shown={"ann": dict.fromkeys(first, ())})
        self.assertTrue(10 <= len(second) <= 30, len(second))
        both = {"ann": dict.fromkeys(first, ()), "bob": dict.fromkeys((page.id for page in second), ())}
        self.assertEqual(self.choose("cleo", 200, shown=both), [])

    def test_where_readers_differ_a_third_is_asked_first(self):
        differ = {"daniel/p7": [reading("ann", "-++-"), reading("bob", "-+--")]}
        self.assertEqual(self.choose("cleo", 1, differ)[0].id, "daniel/p7")
        self.assertNotIn("daniel/p7", [page.id for page in self.choose("ann", 200, differ)])
        decided = {"daniel/p7": [*differ["daniel/p7"], reading("cleo", "-++-")]}
        self.assertNotIn("daniel/p7", [page.id for page in self.choose("dan", 200, decided)])

    def test_a_page_shows_numbers_words_and_beginnings_only(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.html.gz"
            path.write_bytes(gzip.compress('<title>Ferry\n aground &amp; off</title><p class="lead">x'.encode()))
            page = corpora.Page("a", path, "daniel", url="http://example.org/a")
            shown = worksheets.page_lines(page, ["One two\nthree.", "x" * 200])
        self.assertEqual(shown.split("\n"), ["== daniel/a  (2 blocks)", "title: Ferry aground & off",
                                             "url: http://example.org/a", "1\t3\tOne two three.", f"2\t1\t{'x' * 150}", ""])


class Agreement(unittest.TestCase):
    def test_words_and_pages(self):
        pair = agreement.pair_of([reading("ann", "-++-"), reading("bob", "-+--")], TEXTS)
        self.assertEqual((pair.words, pair.in_either, pair.in_both), (10, 7, 4))
        report = agreement.lines_of({"daniel/a": [reading("ann", "-++-"), reading("bob", "-+--")],
                                     "daniel/b": [reading("ann", "-++-", page="daniel/b"),
                                                  reading("bob", "-++-", page="daniel/b")],
                                     "daniel/c": [reading("ann", "-++-", page="daniel/c")]},
                                    {f"daniel/{name}": TEXTS for name in "abc"})
        self.assertEqual(report[0], "pages read 3, by two readers or more 2")
        self.assertIn("1 of 2 (0.500)", report[1])
        self.assertIn("0.8500 of 20", report[2])
        self.assertEqual(report[-2:], ["pages that want another reader: 1", "  daniel/a  ann, bob  3 words differ"])


class ReadCollection(unittest.TestCase):
    def page(self, marks, texts=TEXTS):
        origin = corpora.Page("a/b", Path(), "daniel", group="example.org", wanted=["weak"])
        return read_pages.page_from(origin, labels.Settled(labels.READ, marks), texts)

    def test_the_text_is_the_blocks_that_are_in(self):
        page = self.page([False, True, True, False])
        self.assertEqual(page.wanted, TEXTS[1:3])
        self.assertEqual((page.name, page.origin, page.group), ("daniel.a.b", "daniel/a/b", "example.org"))
        self.assertEqual(page.block_labels, [0, 1, 1, 0])
        rows = evaluate_pages.corpus_figures("read", [page], {page.name: "\n\n".join(TEXTS[1:3])})["rows"]
        self.assertEqual(rows["all"]["exact"], 1)
        self.assertEqual(rows["daniel"]["pages"], 1)

    def test_a_changed_block_is_neither_missed_nor_wrong(self):
        texts = ["Home", "The ferry ran aground. " * 10, "Nobody was hurt."]
        page = self.page([False, True, None], texts)
        self.assertEqual(page.block_labels, [0, 1, -1])
        for text in (texts[1], "\n".join(texts[1:])):
            self.assertEqual(evaluate_pages.page_figures(page, text)["word_f1"], 1)

    def test_a_page_that_changed_too_much_is_left_out(self):
        self.assertIsNone(self.page([False, None, True, False]))


class Training(unittest.TestCase):
    def test_what_was_read_replaces_the_reference(self):
        try:
            import numpy as np
        except ImportError:
            self.skipTest("skipped: no numpy (python3-numpy), which only training needs")
        from training import train_data
        from training import train_model
        weak, other = corpora.Page("a", Path(), "daniel"), corpora.Page("b", Path(), "daniel")
        read = corpora.Page("daniel.a", Path(), "read", origin="daniel/a", block_labels=[0, 1, -1])
        pages, first_rows = [weak, other, read], np.array([0, 3, 6, 9])
        given = train_data.with_read_labels(np.array([1, 1, 0] * 3, np.int8), pages, first_rows)
        self.assertEqual(given.tolist(), [1, 1, 0, 1, 1, 0, 0, 1, -1])
        data = train_data.Data(pages, first_rows, np.ones((3, 2)), [], np.ones(0, bool), np.zeros((9, 0), np.float32),
                               given, np.ones(9, np.float32), Path())
        weights = train_model.row_weights(data)
        self.assertEqual([bool(weight) for weight in weights], [False] * 3 + [True] * 3 + [True, True, False])


    def test_where_reference_and_model_differ_and_what_readers_changed(self):
        try:
            import numpy as np
        except ImportError:
            self.skipTest("skipped: no numpy (python3-numpy), which only training needs")
        from training import disagreement
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work) / "export"
            folder.mkdir()
            (Path(work) / "folds").mkdir()
            (folder / "pages.tsv").write_text("daniel/a\t2\t1\t1\ndaniel/b\t3\t1\t1\nwcxb/c\t1\t1\t1\n")
            np.array([1, 0, 0, 1, -1, 1], np.int8).tofile(folder / "labels.i8")
            np.array([10, 10, 30, 10, 50, 9], np.float32).tofile(folder / "lengths.f32")
            # Of b the model takes the first block (30 words) and the last, of which nothing is known, but not the
            # second (10 words). Figures of fewer blocks are of something else.
            np.savez(Path(work) / "folds/x.npz", probabilities=np.array([0.9, 0, 0.9, 0, 0.9, 0.9]))
            np.savez(Path(work) / "folds/y.npz", probabilities=np.array([0.9]))
            self.assertEqual(disagreement.pages_that_differ(work, "daniel"), [(40, 1, "daniel/b"), (0, 0, "daniel/a")])
            read = [corpora.Page("daniel.b", Path(), "read", page_type="daniel", origin="daniel/b", block_labels=[1, 1, 0])]
            self.assertEqual(disagreement.changes(work, read),
                             ["daniel: 1 pages, 0 unchanged; of 2 labelled blocks 1 went in, 0 went out; of 40 words "
                              "0.750 changed"])


@unittest.skipUnless(EXPORTER, "skipped: no export_signals given")
class CommandLine(unittest.TestCase):
    def run_label(self, *words):
        folder = Path(self.folder.name)
        places = ["--corpora", folder, "--programs", EXPORTER.parent, "--work", folder / "work", "--labels",
                  folder / "labels"]
        return subprocess.run([TOOLS / "label", *words, *places], capture_output=True, text=True)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        folder = Path(self.folder.name)
        (folder / "wcxb-dev").mkdir()
        (folder / "daniel/html").mkdir(parents=True)
        html = "<title>Ferry</title><ul><li>Home</ul><p>The ferry ran aground.<p>Nobody was hurt.<p>Read more"
        (folder / "daniel/html/a.html.gz").write_bytes(gzip.compress(html.encode()))
        (folder / "daniel/reference.jsonl").write_text(json.dumps({"id": "a", "host": "example.org", "text": "x"}) + "\n")

    def test_from_the_worksheet_to_the_collection(self):
        folder = Path(self.folder.name)
        done = self.run_label("sheet", "5", "--reader", "ann", "--set", "daniel")
        sheet = folder / "work" / "sheets/ann/001.txt"
        self.assertEqual((done.returncode, done.stdout.split("\n")[0]), (0, f"{sheet}  1 pages"))
        self.assertIn("\n2\t4\tThe ferry ran aground.\n", (folder / "work/sheets/ann/001.txt").read_text())
        answers = folder / "answers.txt"
        answers.write_text("daniel/a: 2-9\n")
        done = self.run_label("take", answers, "--reader", "ann")
        self.assertEqual(done.returncode, 1)
        self.assertIn("line 1: daniel/a: 2-9 is beyond the last block, 4", done.stderr)
        self.assertFalse((folder / "labels").exists())
        answers.write_text("daniel/a: 2-3 # article 1\n")
        done = self.run_label("take", answers, "--reader", "ann")
        self.assertIn('daniel/a: 2 blocks, 7 words, "The ferry ran aground." … "Nobody was hurt."', done.stdout)
        labels.append([reading("ann", "-++-", page="dragnet/a")], folder / "labels")  # a collection that is not there
        pages = read_pages.load(folder, folder / "work", folder / "labels", EXPORTER.parent)
        self.assertEqual([page.wanted for page in pages], [["The ferry ran aground.", "Nobody was hurt."]])
        self.assertIn("pages read 1, by two", self.run_label("agree").stdout)


if __name__ == "__main__":
    unittest.main()
