#!/usr/bin/env python3
"""The man pages of header and rules say all that these say, and are roff that man reads without complaint."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools" / "packaging"))
import man_pages  # noqa: E402


def words(text):
    """Without the ways in which a page may show a character, and without breaks of lines."""
    return re.sub(r"\s+", " ", text)


class ManPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([sys.executable, ROOT / "tools" / "packaging" / "man_pages.py", "1.2.3", cls.folder.name],
                       check=True)
        cls.library = pathlib.Path(cls.folder.name) / "man3" / "clean_article.3"
        cls.rules = pathlib.Path(cls.folder.name) / "man5" / "clean-article-rules.5"

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def shown(self, page):
        if not shutil.which("mandoc"):
            self.skipTest("mandoc is not installed")
        done = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=140", page], capture_output=True, text=True, check=True)
        return words(re.sub(".\b", "", done.stdout))

    def test_every_line_of_the_header_is_shown(self):
        shown = self.shown(self.library)
        for line in man_pages.HEADER.read_text(encoding="utf-8").splitlines():
            self.assertIn(words(line), shown)

    def test_every_row_of_the_rules_is_an_entry(self):
        rows = [line for line in man_pages.RULES.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
        self.assertGreater(len(rows), 15)
        roff = self.rules.read_text(encoding="utf-8")
        self.assertEqual(roff.count("\n.TP\n"), len(rows))
        shown = self.shown(self.rules)
        for row in rows:
            for cell in man_pages.row_of(row):
                self.assertIn(words(cell.replace("`", "")), shown)

    def test_man_has_nothing_to_complain_of(self):
        if not shutil.which("mandoc"):
            self.skipTest("mandoc is not installed")
        for page in (self.library, self.rules):
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True)
            said = [line for line in done.stdout.splitlines() if "missing date" not in line]
            self.assertEqual(said, [])

    def test_no_line_is_a_request_by_chance(self):
        self.assertEqual(man_pages.roff(".TH"), "\\&.TH")
        self.assertEqual(man_pages.roff("'a\\-"), "\\&\\(aqa\\e\\-")

    def test_a_bar_in_code_is_none_between_cells(self):
        self.assertEqual(man_pages.row_of("| `a | b` | c |"), ("`a | b`", "c"))


if __name__ == "__main__":
    unittest.main()
