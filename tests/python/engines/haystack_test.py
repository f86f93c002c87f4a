"""Haystack's HTMLToDocument with this module in place of trafilatura, which need not be installed: files and byte streams,
arguments, a pipeline, and pages that hold no article."""
import logging
import os
import sys
import unittest

import clean_article

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
sys.modules["trafilatura"] = clean_article
from haystack import Pipeline
from haystack.components.converters import HTMLToDocument
from haystack.dataclasses import ByteStream

from pages import ROOT

PAGES = sorted(ROOT.glob("fixtures/*/input.html"))[:60]


class Haystack(unittest.TestCase):
    def setUp(self):
        logging.disable(logging.WARNING)  # it says of each page without an article that it is skipped

    def test_files(self):
        texts = {path: clean_article.extract(path.read_bytes()) for path in PAGES}
        documents = HTMLToDocument(store_full_path=True).run(sources=PAGES)["documents"]
        self.assertGreater(len(documents), 40)
        self.assertEqual(
            {document.meta["file_path"]: document.content for document in documents},
            {str(path): text for path, text in texts.items() if text is not None},
        )
        self.assertEqual(HTMLToDocument().run(sources=PAGES[:1])["documents"][0].meta["file_path"], "input.html")

    def test_streams_and_what_comes_with_them(self):
        page = next(path for path in PAGES if clean_article.extract(path.read_bytes())).read_bytes()
        streams = [ByteStream(data=page, meta={"url": "https://example.com/a"}), ByteStream(data=b"\0" * 99), ByteStream(data=page)]
        documents = HTMLToDocument().run(sources=streams, meta=[{"n": 1}, {"n": 2}, {"n": 3}])["documents"]
        self.assertEqual([document.meta["n"] for document in documents], [1, 3])
        self.assertEqual(documents[0].meta["url"], "https://example.com/a")
        self.assertEqual(documents[0].content, clean_article.extract(page))

    def test_arguments(self):
        page = (ROOT / "fixtures/wordpress-post/input.html").read_bytes()
        arguments = {"output_format": "markdown", "include_tables": False, "with_metadata": True, "favor_precision": True}
        converter = HTMLToDocument.from_dict(HTMLToDocument(extraction_kwargs=arguments, encoding="utf-8").to_dict())
        text = converter.run(sources=[ByteStream(data=page)])["documents"][0].content
        self.assertEqual(text, clean_article.extract(page.decode(), **arguments))
        self.assertTrue(text.startswith("---\ntitle: "))

    def test_pipeline(self):
        pipeline = Pipeline()
        pipeline.add_component("converter", HTMLToDocument())
        page = ROOT / "fixtures/wordpress-post/input.html"
        document = pipeline.run({"converter": {"sources": [page]}})["converter"]["documents"][0]
        self.assertEqual(document.content, (page.parent / "expected.txt").read_text())


if __name__ == "__main__":
    unittest.main()
