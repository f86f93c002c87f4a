"""The classes for NeMo Curator and Dolma, held against copies of those projects' interfaces, and the copies against the
projects' packages where these are installed (pip install --no-deps dolma nemo-curator)."""
import ast
import importlib.metadata
import inspect
import pickle
import subprocess
import sys
import unittest

import interfaces

from clean_article import extract
from clean_article.dolma import CleanArticleLinearizer
from clean_article.nemo_curator import CleanArticleDocumentExtractor, CleanArticleExtractor

from pages import expected, pages

OURS = {
    interfaces.HTMLExtractorAlgorithm: CleanArticleExtractor,
    interfaces.DocumentExtractor: CleanArticleDocumentExtractor,
    interfaces.BaseLinearizer: CleanArticleLinearizer,
}


def abstract_methods(theirs):
    """{name: names of the arguments}"""
    return {name: list(inspect.signature(getattr(theirs, name)).parameters) for name in theirs.__abstractmethods__}


def abstract_methods_in(source, name):
    """The same of a class in a file that is not imported."""
    found = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == name)
    return {
        method.name: [argument.arg for argument in method.args.args]
        for method in found.body
        if isinstance(method, ast.FunctionDef) and "abstractmethod" in map(ast.unparse, method.decorator_list)
    }


class Interfaces(unittest.TestCase):
    def test_ours_have_their_methods(self):
        for theirs, ours in OURS.items():
            self.assertTrue(issubclass(ours, theirs))
            ours()  # no method is left abstract
            for method, arguments in abstract_methods(theirs).items():
                self.assertEqual(list(inspect.signature(getattr(ours, method)).parameters), arguments, method)

    def test_the_copies_are_true(self):
        for copy, (package, path) in interfaces.SOURCES.items():
            with self.subTest(copy.__name__):
                try:
                    files = importlib.metadata.files(package)
                except importlib.metadata.PackageNotFoundError:
                    self.skipTest(f"{package} is not installed")
                source = next(file for file in files if str(file) == path).read_text()
                self.assertEqual(abstract_methods_in(source, copy.__name__), abstract_methods(copy))

    def test_without_the_projects_the_classes_stand_alone(self):
        code = (
            "import sys; sys.modules['dolma'] = sys.modules['nemo_curator'] = None\n"
            "from clean_article.dolma import CleanArticleLinearizer\n"
            "from clean_article.nemo_curator import CleanArticleDocumentExtractor, CleanArticleExtractor\n"
            "assert CleanArticleLinearizer().linearize(b'') == ''\n"
            "assert CleanArticleExtractor().extract_text('') is None\n"
        )
        subprocess.run([sys.executable, "-c", code], check=True)


class Texts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.some = list(pages())[:40]
        cls.texts = expected()

    def test_curators_algorithm(self):
        extractor = pickle.loads(pickle.dumps(CleanArticleExtractor()))
        for _, url, page in self.some:
            paragraphs = extractor.extract_text(page.decode(errors="replace"), frozenset({"the"}), "ENGLISH")
            self.assertTrue(paragraphs is None or (isinstance(paragraphs, list) and all(paragraphs)))
            self.assertEqual(paragraphs is None, self.texts[url] is None)

    def test_curators_document_extractor(self):
        extractor = pickle.loads(pickle.dumps(CleanArticleDocumentExtractor()))
        for i, url, page in self.some:
            record = extractor.extract({"url": url, "warc_id": str(i), "source_id": "x", "content": page})
            self.assertEqual(record and record["text"], self.texts[url])
            if record:
                self.assertEqual(list(record), extractor.output_columns())
        self.assertEqual(extractor.input_columns()[-1], "content")

    def test_dolmas_linearizer(self):
        linearizer = interfaces.LinearizerRegistry.get("clean-article")()
        for _, _, page in self.some:
            self.assertEqual(linearizer.linearize(page), extract(page) or "")


if __name__ == "__main__":
    unittest.main()
