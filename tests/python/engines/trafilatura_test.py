"""The functions of trafilatura, held against trafilatura itself: arguments by name and by place, and what it passes around."""
import inspect
import pathlib
import unittest

import trafilatura
from trafilatura.downloads import Response
from trafilatura.settings import Document, Extractor

import clean_article

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAGE = (ROOT / "fixtures/wordpress-post/input.html").read_bytes()
FUNCTIONS = ("extract", "extract_with_metadata", "bare_extraction", "extract_metadata", "html2txt", "baseline")
OTHER_DEFAULTS = {"include_comments", "config"}  # docs/python.md says so


def arguments(function):
    taken = inspect.signature(function).parameters.values()
    return [(argument.name, None if argument.name in OTHER_DEFAULTS else argument.default) for argument in taken
            if argument.kind is not argument.VAR_KEYWORD]  # fmt: skip


class Trafilatura(unittest.TestCase):
    def test_arguments(self):
        for name in FUNCTIONS:
            self.assertEqual(arguments(getattr(clean_article, name)), arguments(getattr(trafilatura, name)), name)

    def test_documents(self):
        document = clean_article.bare_extraction(PAGE)
        self.assertEqual(list(document.as_dict()), list(Document().as_dict()))
        theirs = trafilatura.bare_extraction(PAGE, with_metadata=True)
        self.assertEqual((document.author, document.date, document.sitename), (theirs.author, theirs.date, theirs.sitename))
        with_header = clean_article.extract_with_metadata(PAGE), trafilatura.extract_with_metadata(PAGE)
        self.assertEqual([document.text[:4] for document in with_header], ["---\n", "---\n"])
        self.assertEqual([document.raw_text[:4] for document in with_header], ["I ha", "I ha"])

    def test_their_options(self):
        self.assertEqual(clean_article.extract(PAGE, options=Extractor()), clean_article.extract(PAGE, include_comments=True))
        marked = clean_article.extract(PAGE, options=Extractor(output_format="markdown", comments=False, links=True))
        self.assertEqual(marked, clean_article.extract(PAGE, output_format="markdown", include_links=True))
        options = Extractor(url="https://example.com/a", url_blacklist={"https://example.com/a"})
        plain = PAGE.replace(b"canonical", b"other").replace(b"og:url", b"og:x")
        self.assertIsNone(clean_article.extract(plain, options=options))

    def test_their_forms_of_a_page(self):
        text = clean_article.extract(PAGE)
        self.assertEqual(clean_article.extract(Response(PAGE, 200, "https://example.com/")), text)
        self.assertEqual(clean_article.extract(trafilatura.load_html(PAGE)), text)

    def test_formats(self):
        for format in ("csv", "html", "json", "markdown", "txt", "xml", "xmltei"):
            self.assertTrue(clean_article.extract(PAGE, output_format=format), format)
            self.assertTrue(trafilatura.extract(PAGE, output_format=format), format)
        for module in (clean_article, trafilatura):
            self.assertRaises(AttributeError, module.extract, PAGE, output_format="docx")


if __name__ == "__main__":
    unittest.main()
