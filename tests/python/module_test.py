"""The module as built: pages, options, the functions of trafilatura, many pages, threads. Wants nothing but Python.

Run by ctest with PYTHONPATH at the build's package; CLEAN_ARTICLE_PROGRAM names the program that texts are held to.
"""
import gc
import inspect
import json
import os
import pathlib
import subprocess
import sys
import sysconfig
import threading
import time
import unittest

import clean_article
from clean_article import Cleaner, bare_extraction, clean, clean_many, extract, extract_metadata, html2txt

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES = sorted(ROOT.glob("fixtures/*/input.html"))
PROGRAM = os.environ.get("CLEAN_ARTICLE_PROGRAM")

ROWS = "".join(f"<tr><td>{year}</td><td>The ferry</td><td>{1200 + year}</td></tr>" for year in range(2015, 2024))


def page_with(mark):
    paragraphs = "".join(
        f"<p>The {mark} bridge, which closed in March after an inspector found rust in cable {i}, will open again "
        f"before the summer, the town's engineers told the council on Tuesday evening, and the ferry runs until then.</p>"
        for i in range(4)
    )
    return (
        f"<!DOCTYPE html><html lang=en><head><meta property='og:type' content='article'><title>The {mark} bridge</title>"
        f"<meta name=author content='Ada Byron'><meta property='article:published_time' content='2024-05-17'></head>"
        f"<body><nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><article><h1>The {mark} bridge</h1>"
        f"{paragraphs}<p>The town counts who crosses:</p><table><thead><tr><th>Year</th><th>By</th><th>Cars</th></tr>"
        f"</thead><tbody>{ROWS}</tbody></table><p>These figures, which the harbour master has kept since the bridge was "
        f"built, are put on the door of the town hall each January.</p></article></body></html>"
    )


BAD_PAGES = [
    b"", "", b"\0" * 1000, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, b"\xff\xfe", "\ud800" * 50,
    b"<" * 100_000, b"<div>" * 50_000, "<p>" + "a" * 500_000, b"%PDF-1.7\n", b"<table>" * 5_000, "\U0001F600" * 1_000,
]  # fmt: skip


class Pages(unittest.TestCase):
    def test_bytes_str_and_buffers_give_the_same(self):
        page = page_with("iron")
        texts = {clean(form).text for form in (page, page.encode(), bytearray(page.encode()), memoryview(page.encode()))}
        self.assertEqual(len(texts), 1)
        self.assertTrue(texts.pop().startswith("The iron bridge, which closed in March"))

    def test_a_str_was_decoded_whatever_the_page_says(self):
        page = page_with("Größe").replace("<head>", "<head><meta charset=iso-8859-1>")
        self.assertIn("Größe", clean(page).text)
        self.assertIn("Größe", clean(page.encode("latin-1")).text)

    def test_result(self):
        result = clean(page_with("iron"), "https://example.com/a")
        self.assertTrue(result and result.ok)
        self.assertEqual((result.outcome, result.reason, result.encoding), ("article", None, "UTF-8"))
        self.assertEqual((result.title, result.date, result.language), ("The iron bridge", "2024-05-17", "en"))
        self.assertEqual(result.metadata["authors"], ["Ada Byron"])
        self.assertEqual(result.metadata["hostname"], "example.com")
        self.assertIsInstance(result.metadata["word_count"], int)
        self.assertTrue(result.sources["date"])
        self.assertIn("The iron bridge", repr(result))
        self.assertEqual(result.blocks, [])

    def test_blocks(self):
        blocks = Cleaner(blocks=True).clean(page_with("iron")).blocks
        kept = [block.text for block in blocks if block.kept]
        dropped = [block.text for block in blocks if not block.kept]
        self.assertTrue(kept[0].startswith("The iron bridge, which") or kept[1].startswith("The iron bridge, which"))
        self.assertIn("Home", " ".join(dropped))
        self.assertTrue(all(block.reason and 0 <= block.source_begin <= block.source_end for block in blocks))

    def test_formats(self):
        result = clean(page_with("iron"))
        for format in ("txt", "markdown", "html", "json", "jsonl", "csv", "xml", "tei"):
            self.assertIn("closed in March", result.render(format), format)
        self.assertEqual(result.render("txt"), result.text)
        self.assertTrue(result.render("markdown", metadata=True).startswith("---\n"))
        with self.assertRaises(ValueError):
            result.render("docx")
        with self.assertRaises(ValueError):
            Cleaner(formats="txt").clean(page_with("iron")).render("html")

    def test_fields_have_the_types_of_json(self):
        result = clean(page_with("iron"))
        fields = json.loads(result.render("json"))
        metadata = result.metadata
        for name, value in metadata.items():
            self.assertEqual(fields[name], value, name)
        self.assertEqual(set(fields) - set(metadata), {"v", "text"})

    def test_bad_pages_raise_nothing(self):
        for page in BAD_PAGES:
            result = clean(page)
            self.assertFalse(result, page[:20])
            self.assertIsNone(result.text)
            self.assertTrue(result.reason)
            self.assertIsNone(extract(page))
            self.assertIsNone(bare_extraction(page))
            self.assertIsInstance(html2txt(page), str)
        self.assertEqual(clean(b"\x89PNG\r\n\x1a\n" + bytes(500)).outcome, "not_a_page")
        self.assertEqual(Cleaner(max_bytes=100).clean(page_with("iron")).outcome, "too_large")

    def test_wrong_calls_raise(self):
        for call in (lambda: clean(7), lambda: clean(None), lambda: clean("", url=b"x"), lambda: Cleaner(7)):
            self.assertRaises(TypeError, call)
        for options in ({"trade": "x"}, {"rules": "/no/such/folder"}, {"without": ["nope"]}, {"formats": ["docx"]},
                        {"min_chars": -1}):  # fmt: skip
            self.assertRaises(ValueError, Cleaner, **options)
        self.assertRaises(TypeError, type(clean("")))

    def test_options(self):
        page = page_with("iron")
        self.assertIn("3221", Cleaner().clean(page).text)
        self.assertNotIn("3221", Cleaner(tables=False).clean(page).text)
        self.assertTrue(Cleaner(title=True).clean(page).text.startswith("The iron bridge\n"))
        self.assertEqual(Cleaner(language="de").clean(page).outcome, "unwanted")
        self.assertEqual(Cleaner(min_chars=100_000).clean(page).outcome, "unwanted")
        self.assertEqual(Cleaner(only_with_metadata=True).clean(page).outcome, "article")
        self.assertEqual(Cleaner(metadata=False, formats="txt").clean(page).metadata, {})
        self.assertIn("Ada Byron", Cleaner(metadata=False, formats="json").clean(page).render("json"))

    @unittest.skipUnless(PROGRAM, "no program to hold texts to")
    def test_texts_are_those_of_the_program(self):
        self.assertGreater(len(FIXTURES), 20)
        asked = FIXTURES[::6]
        lines = subprocess.run(
            [PROGRAM, "--jsonl", "-q", *map(str, asked)], capture_output=True, text=True, encoding="utf-8"
        ).stdout.splitlines()
        told = [json.loads(line)["text"] for line in lines]
        got = [text for text in (extract(path.read_bytes()) for path in asked) if text is not None]
        self.assertEqual(got, told)


class Trafilatura(unittest.TestCase):
    def test_extract(self):
        page = page_with("iron")
        self.assertTrue(extract(page).startswith("The iron bridge, which"))
        self.assertEqual(extract(page, output_format="markdown")[:3], "The")
        self.assertTrue(extract(page, output_format="markdown", with_metadata=True).startswith("---\n"))
        self.assertEqual(json.loads(extract(page, output_format="json"))["title"], "The iron bridge")
        self.assertIn("<TEI", extract(page, output_format="xmltei"))
        self.assertIsNone(extract(None))
        self.assertIsNone(extract(page, target_language="de"))
        self.assertIsNone(extract(page, "https://example.com/a", url_blacklist={"https://example.com/a"}))
        self.assertNotIn("3221", extract(page, include_tables=False))
        with self.assertRaises(AttributeError):
            extract(page, output_format="docx")

    def test_arguments_without_a_meaning_here_are_taken(self):
        page = page_with("iron")
        arguments = dict(record_id="7", fast=True, no_fallback=True, tei_validation=True, deduplicate=True,
                         max_tree_size=5, author_blacklist={"x"}, settingsfile="x", prune_xpath="//p", config={})
        self.assertEqual(extract(page, **arguments), extract(page))

    def test_document(self):
        document = bare_extraction(page_with("iron"), url="https://example.com/a")
        self.assertEqual((document.title, document.author, document.date), ("The iron bridge", "Ada Byron", "2024-05-17"))
        self.assertEqual(document.url, "https://example.com/a")
        self.assertEqual(document.as_dict()["text"], extract(page_with("iron")))
        self.assertEqual(bare_extraction(page_with("iron"), as_dict=True)["hostname"], None)
        metadata = extract_metadata(page_with("iron"))
        self.assertEqual((metadata.title, metadata.text), ("The iron bridge", None))
        self.assertIn("Home", html2txt(page_with("iron")))
        self.assertIsNone(clean_article.baseline(page_with("iron"))[0])

    def test_with_metadata(self):
        document = clean_article.extract_with_metadata(page_with("iron"), None, "7")
        self.assertEqual((document.title, document.id), ("The iron bridge", "7"))
        self.assertEqual(document.raw_text, extract(page_with("iron")))
        self.assertEqual(document.text, extract(page_with("iron"), with_metadata=True))
        document = clean_article.extract_with_metadata(page_with("iron"), output_format="json")
        self.assertEqual(json.loads(document.text)["title"], "The iron bridge")
        self.assertIsNone(clean_article.extract_with_metadata(b""))

    def test_recall_goes_before_precision(self):
        page = "<html><body><p>The bridge opens again in May, the town says, and the ferry runs on until then.</p></body></html>"
        self.assertTrue(extract(page, favor_recall=True))
        self.assertFalse(extract(page, favor_precision=True))
        self.assertTrue(extract(page, favor_precision=True, favor_recall=True))

    def test_options_go_before_arguments(self):
        class Options:
            format, tables, url = "markdown", False, "https://example.com/a"
            with_metadata, url_blacklist, date_params = True, set(), {"max_date": "2024-05-01"}

        page = page_with("iron")
        text = extract(page, options=Options, include_tables=True, output_format="txt")
        self.assertTrue(text.startswith("---\n"))
        self.assertNotIn("3221", text)
        self.assertIn("https://example.com/a", text)
        self.assertNotIn("2024-05-17", text)
        self.assertIn("2024-05-17", extract(page, with_metadata=True, date_extraction_params={"max_date": "2099-01-01"}))
        Options.url_blacklist = {"https://example.com/a"}
        self.assertIsNone(extract(page, options=Options))
        self.assertIsNone(bare_extraction(page, options=Options))

    def test_signatures(self):
        """Names and order of trafilatura 2.3's arguments, so that positional calls mean the same. The test of the engines
        holds them against trafilatura itself."""
        names = list(inspect.signature(extract).parameters)
        self.assertEqual(names[:12], ["filecontent", "url", "record_id", "fast", "no_fallback", "favor_precision",
                                      "favor_recall", "include_comments", "output_format", "tei_validation",
                                      "target_language", "include_tables"])  # fmt: skip
        page = page_with("iron")
        self.assertEqual(extract(page, None, None, False, False, False, False, False, "markdown"), extract(page, output_format="markdown"))


class Many(unittest.TestCase):
    def test_order_and_kinds(self):
        pages = [page_with(f"n{i}") if i % 7 else b"" for i in range(60)]
        for jobs in (None, 1, 3):
            results = list(clean_many(pages, jobs=jobs))
            self.assertEqual([bool(result) for result in results], [bool(page) for page in pages])
            self.assertTrue(all(f"n{i} bridge" in result.text for i, result in enumerate(results) if result))
        url = next(clean_many([(page_with("iron"), "https://example.com/a")])).metadata["url"]
        self.assertEqual(url, "https://example.com/a")
        self.assertRaises(ValueError, clean_many, pages, jobs=0)

    def test_bounded(self):
        taken = 0

        def pages():
            nonlocal taken
            while True:
                taken += 1
                yield page_with(taken)

        results = clean_many(pages(), jobs=2)
        for _ in range(5):
            next(results)
        self.assertLess(taken, 40)
        results.close()

    def test_an_error_of_the_source_comes_through(self):
        def pages():
            yield page_with("iron")
            raise OSError("gone")

        with self.assertRaises(OSError):
            list(clean_many(pages(), jobs=2))

    def test_threads_share_one_cleaner(self):
        cleaner = Cleaner()
        pages = [path.read_bytes() for path in FIXTURES[:12]] + [b"", b"\0" * 100]
        expected = [cleaner.clean(page).text for page in pages]
        wrong = []

        def work():
            for _ in range(3):
                if [cleaner.clean(page).text for page in pages] != expected:
                    wrong.append(1)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_threads_share_one_result(self):
        result = Cleaner(blocks=True).clean(page_with("iron"), "https://example.com/a")

        def everything():
            return (result.text, result.metadata, result.sources, result.blocks, result.title, result.warnings, repr(result),
                    result.render("markdown"), result.render("json"))  # fmt: skip

        expected, wrong = everything(), []

        def work():
            for _ in range(10):
                if everything() != expected:
                    wrong.append(1)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_threads_use_the_functions_of_trafilatura(self):
        """With options of their own each, more of them than cleaners are kept."""
        page, wrong = page_with("iron"), []

        def work(first):
            for i in range(first, first + 50):
                if "closed in March" not in extract(page, include_links=i % 2 == 0, target_language="en", favor_recall=i % 3 == 0):
                    wrong.append(i)

        threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    @unittest.skipUnless(sysconfig.get_config_var("Py_GIL_DISABLED"), "this Python has its lock")
    def test_import_leaves_the_lock_off(self):
        code = "import sys, clean_article, clean_article.arrow; print(sys._is_gil_enabled())"
        done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
        self.assertEqual(done.stdout, "False\n", done.stderr)

    def test_the_lock_is_released(self):
        """While one page is cleaned another thread goes on: it counts far further than a switch interval allows."""
        page = b"<html><body>" + b"".join(page_with(i).encode() for i in range(300))
        interval = sys.getswitchinterval()
        sys.setswitchinterval(60)
        try:
            counted, stop = 0, threading.Event()

            def count():
                nonlocal counted
                while not stop.is_set():
                    counted += 1
                    time.sleep(0)

            counter = threading.Thread(target=count)
            counter.start()
            before = counted
            clean(page)
            after = counted
            stop.set()
            counter.join()
        finally:
            sys.setswitchinterval(interval)
        self.assertGreater(after - before, 10)

    def test_references_are_given_back(self):
        page = page_with("iron").encode()
        cleaner = Cleaner(blocks=True)

        def use():
            result = cleaner.clean(page, "https://example.com/a", fetched="2024-05-18")
            for name in ("text", "metadata", "sources", "blocks", "warnings", "title", "reason"):
                getattr(result, name)
            result.render("html")
            clean(b"")
            try:
                clean(7)
            except TypeError:
                pass

        for _ in range(5):
            use()
        gc.collect()
        before = sys.getrefcount(page), sys.getrefcount(cleaner), sys.getrefcount(type(cleaner)), sys.getallocatedblocks()
        for _ in range(200):
            use()
        gc.collect()
        after = sys.getrefcount(page), sys.getrefcount(cleaner), sys.getrefcount(type(cleaner)), sys.getallocatedblocks()
        self.assertEqual(before[:3], after[:3])
        self.assertLess(after[3] - before[3], 100)


class Module(unittest.TestCase):
    def test_import_brings_little(self):
        """What makes an import slow are other modules; tools/measure_python says how many milliseconds it takes."""
        code = (
            f"import sys, threading, __future__; sys.path[:0] = {sys.path!r}; before = set(sys.modules); import clean_article; "
            "print(*sorted(name for name in set(sys.modules) - before if not name.startswith('clean_article')))"
        )
        brought = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True).stdout
        self.assertEqual(brought, "\n")

    def test_stubs_name_all_there_is(self):
        package = ROOT / "src/python/clean_article"
        stub = (package / "_native.pyi").read_text(encoding="utf-8")
        for type_ in (Cleaner, type(clean(""))):
            for name in vars(type_):
                if not name.startswith("_"):
                    self.assertRegex(stub, rf"def {name}\(", name)
        for name in clean_article.__all__:
            self.assertRegex((package / "__init__.pyi").read_text(encoding="utf-8"), rf"\b{name}\b", name)
            self.assertTrue(getattr(clean_article, name).__doc__, name)


if __name__ == "__main__":
    unittest.main()
