"""tools/compare with peers made up here: what it counts, and how it tells of those that fail."""

import contextlib
import importlib.machinery
import importlib.util
import io
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))
loader = importlib.machinery.SourceFileLoader("compare", str(TOOLS / "compare"))
compare = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare", loader))
loader.exec_module(compare)

from benchmarks import peer_list  # noqa: E402

# Says the same time for each page, and the page itself as its text, but for pages that are to break it.
FAKE = """
import json, sys
for line in sys.stdin:
    text = open(line.strip()).read()
    if "break" in text and sys.argv[2] == "fragile":
        sys.exit(3)
    print(json.dumps({"text": text, "cpu": float(sys.argv[1])}), flush=True)
"""


class Compare(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        (self.path / "fake.py").write_text(textwrap.dedent(FAKE))

    def tearDown(self):
        self.folder.cleanup()

    def runner(self, name, seconds, kind="sound"):
        return compare.Runner(name, "1.0", [sys.executable, self.path / "fake.py", seconds, kind], self.path)

    def run_on(self, texts, runners):
        pages = []
        for number, (text, reference) in enumerate(texts):
            file = self.path / f"page{number}.html"
            file.write_text(text)
            pages.append((file, reference))
        paths = compare.unpack(pages, self.path)
        compare.run_rounds(runners, paths, 2)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            compare.print_table(runners, pages, paths)
        for runner in runners:
            runner.process.stdin.close()
            runner.process.stdout.close()
            runner.process.wait()
        return out.getvalue()

    def test_times_and_words_are_told_beside_ours(self):
        table = self.run_on([("one two", "one two"), ("one two", "one three")],
                            [self.runner("ours", "0.002"), self.runner("slow", "0.006")])
        self.assertIn("2 pages, 0.0 MB, 2 rounds", table)
        self.assertRegex(table, r"\| ours \| 1.0 \| 2.00 \| 1.00 \(1.00–1.00\) \| 500 \| .* \| 0.750 \|")
        self.assertRegex(table, r"\| slow \| 1.0 \| 6.00 \| 3.00 \(3.00–3.00\) \| 167 \| .* \| 0.750 \|")

    def test_a_peer_that_stops_is_named_and_the_others_go_on(self):
        fragile = self.runner("fragile", "0.001", "fragile")
        table = self.run_on([("well", None), ("break", None)], [self.runner("ours", "0.002"), fragile])
        self.assertRegex(table, r"\| ours \| .* \| – \|")
        self.assertNotIn("fragile", table)
        self.assertIn("stopped at 00001.html", fragile.problem)

    def test_what_cannot_be_installed_says_why(self):
        with self.assertRaisesRegex(peer_list.NotInstalled, "no-such-program is not there"):
            peer_list.call("no-such-program", "install")
        with self.assertRaisesRegex(peer_list.NotInstalled, "it is gone"):
            peer_list.call(sys.executable, "-c", "import sys; sys.exit('it is gone')")

    def test_a_peer_is_named_once(self):
        names = [peer.name for peer in peer_list.PEERS]
        self.assertEqual(len(names), len(set(names)))


if __name__ == "__main__":
    unittest.main()
