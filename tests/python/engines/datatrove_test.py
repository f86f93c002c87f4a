"""A run of datatrove with two workers over WARC files: the same text byte for byte, nothing lost, nothing twice."""
import json
import pathlib
import tempfile
import unittest

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import JsonlWriter

from clean_article.datatrove import CleanArticle

from pages import PAGES, expected, write_warcs


class Datatrove(unittest.TestCase):
    def test_run(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in").mkdir()
            write_warcs(folder / "in")
            LocalPipelineExecutor(
                pipeline=[
                    WarcReader(str(folder / "in")),
                    CleanArticle(fields=["title", "date"]),
                    JsonlWriter(str(folder / "out"), compression=None),
                ],
                tasks=4,
                workers=2,
                logging_dir=str(folder / "logs"),
            ).run()
            lines = [
                json.loads(line)
                for path in (folder / "out").glob("*.jsonl")
                for line in path.read_text(encoding="utf-8").splitlines()
            ]
            stats = json.loads((folder / "logs/stats.json").read_text())
        texts = {url: text for url, text in expected().items() if text is not None}
        got = {line["metadata"]["url"]: line["text"] for line in lines}
        self.assertEqual(len(got), len(lines))
        # Its reader drops pages whose bytes it cannot decode.
        read = next(step["stats"]["documents"]["total"] for step in stats if "READER" in step["name"])
        print(f"datatrove: {PAGES} pages, {read} read, {len(lines)} written")
        self.assertGreaterEqual(len(got), len(texts) - (PAGES - read))
        wrong = [url for url, text in got.items() if texts.get(url) != text]
        self.assertEqual(wrong, [])
        self.assertTrue(all("title" in line["metadata"] for line in lines))
        self.assertTrue(all(line["metadata"]["date"].startswith("2024-05-17") for line in lines))


    def test_fields_that_there_are_not(self):
        self.assertRaises(ValueError, CleanArticle, fields=["tilte"])


if __name__ == "__main__":
    unittest.main()
