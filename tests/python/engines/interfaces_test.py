"""The classes for NeMo Curator and Dolma, held against copies of those projects' interfaces: both are large, and neither
is needed for this."""
import pickle
import unittest

from clean_article.dolma import CleanArticleLinearizer
from clean_article.nemo_curator import CleanArticleDocumentExtractor, CleanArticleExtractor

from pages import expected, pages


class Interfaces(unittest.TestCase):
    def setUp(self):
        self.some = list(pages())[:20]
        self.texts = expected()

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
        linearizer = CleanArticleLinearizer()
        for _, url, page in self.some:
            self.assertEqual(linearizer.linearize(page), self.texts_without_url(page))

    def texts_without_url(self, page):
        from clean_article import extract

        return extract(page) or ""


if __name__ == "__main__":
    unittest.main()
