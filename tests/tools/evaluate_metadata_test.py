"""Tests of the comparisons of tools/evaluate_metadata."""

import importlib.machinery
import importlib.util
import sys
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
loader = importlib.machinery.SourceFileLoader("evaluate_metadata", str(TOOLS / "evaluate_metadata"))
evaluate_metadata = importlib.util.module_from_spec(importlib.util.spec_from_loader("evaluate_metadata", loader))
loader.exec_module(evaluate_metadata)


class Compare(unittest.TestCase):
    def agree(self, field, value, wanted):
        return evaluate_metadata.COMPARE[field](value, wanted)

    def test_titles_fold_case_space_and_quotes(self):
        self.assertTrue(self.agree("title", "Don’t  stop", "don't stop"))
        self.assertFalse(self.agree("title", "Don't stop", "Don't stop it"))

    def test_authors_are_sets_without_degrees(self):
        self.assertTrue(self.agree("authors", ["Ann Lee", "Bo Oz"], "Bo Oz and Ann Lee"))
        self.assertTrue(self.agree("authors", ["Ann Lee"], "By Ann Lee, PhD, MS"))
        self.assertFalse(self.agree("authors", ["Ann Lee"], "Ann Lee, Bo Oz"))

    def test_dates_agree_by_day(self):
        self.assertTrue(self.agree("date", "2024-05-17T09:30:00Z", "2024-05-17"))
        self.assertFalse(self.agree("date", "2024-05-18", "2024-05-17"))

    def test_languages_fold_separators(self):
        self.assertTrue(self.agree("language", "en-US", "en_us"))
        self.assertFalse(self.agree("language", "en", "en-us"))

    def test_wrong_references_name_known_fields(self):
        listed = evaluate_metadata.wrong_references()
        self.assertIn(("readability", "wikipedia", "title"), listed)
        for corpus, page, field in listed:
            self.assertIn(corpus, evaluate_metadata.LOADERS)
            self.assertIn(field, evaluate_metadata.COMPARE)
            self.assertTrue(page)


if __name__ == "__main__":
    unittest.main()
