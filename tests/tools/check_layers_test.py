"""tools/check_layers on small trees, each with one fault."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_layers"

TABLE = """# Architecture

| floor | owns | may use |
|---|---|---|
| `top` | x | all below |
| `side` | x | `ground` |
| `middle` | x | `low` and below |
| `low` | x | `ground` |
| `ground` | x | – |
"""

WINGS = TABLE + """
| wing | owns |
|---|---|
| `low/cellar` | x |
| `low/stairs` | x |
"""
ROOMS = {"src/low/cellar/a.hpp": "", "src/low/stairs/a.hpp": '#include "low/cellar/a.hpp"\n',
         "src/low/low.hpp": '#include "low/stairs/a.hpp"\n'}

DOORS = {f"src/{floor}/{floor}.hpp": "#pragma once\n" for floor in ("top", "side", "middle", "low", "ground")}


class CheckLayers(unittest.TestCase):
    def check(self, files, table=TABLE):
        """The lines that the tool prints for the doors above and `files`; its exit code must fit them."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {"ARCHITECTURE.md": table, **DOORS, **files}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            run = subprocess.run([sys.executable, str(TOOL), folder], capture_output=True, text=True)
        self.assertEqual(run.stderr == "" and run.stdout == "", run.returncode == 0)
        return (run.stdout + run.stderr).splitlines()

    def test_a_header_of_c_is_looked_at_too(self):
        self.assertEqual(len(self.check({"src/low/low.h": '#include "top/top.hpp"\n'})), 1)

    def test_what_is_allowed_passes(self):
        self.assertEqual(self.check({
            "src/main.cpp": '#include "top/top.hpp"\n#include <vector>\n',
            "src/top/a.cpp": '#include "top/inner.hpp"\n#include "side/side.hpp"\n#include "ground/ground.hpp"\n',
            "src/top/inner.hpp": "#include <string>\n",
            "src/middle/a.cpp": '#include "low/low.hpp"\n#include "ground/ground.hpp"\n',
        }), [])

    def test_a_floor_above(self):
        self.assertEqual(self.check({"src/low/a.cpp": '\n#include "middle/middle.hpp"\n'}),
                         ['src/low/a.cpp:2: `low` must not know `middle` ("middle/middle.hpp")'])

    def test_a_floor_below_that_is_not_named(self):
        self.assertEqual(self.check({"src/side/a.cpp": '#include "low/low.hpp"\n'}),
                         ['src/side/a.cpp:1: `side` must not know `low` ("low/low.hpp")'])

    def test_and_below_leaves_out_what_stands_between(self):
        self.assertEqual(self.check({"src/middle/a.cpp": '#include "side/side.hpp"\n'}),
                         ['src/middle/a.cpp:1: `middle` must not know `side` ("side/side.hpp")'])

    def test_another_floors_inner_header(self):
        self.assertEqual(self.check({"src/low/inner.hpp": "", "src/top/a.hpp": '#  include "low/inner.hpp"\n'}),
                         ['src/top/a.hpp:1: of `low` only its door may be included, not "low/inner.hpp"'])

    def test_main_takes_doors_only(self):
        self.assertEqual(self.check({"src/top/inner.hpp": "", "src/main.cpp": '#include "top/inner.hpp"\n'}),
                         ['src/main.cpp:1: of `top` only its door may be included, not "top/inner.hpp"'])

    def test_a_hidden_library(self):
        self.assertEqual(self.check({"src/top/a.cpp": "#include <gumbo.h>\n"}),
                         ["src/top/a.cpp:1: <gumbo.h> is for `html` only"])

    def test_a_file_that_is_not_there(self):
        self.assertEqual(self.check({"src/top/a.cpp": '#include "inner.hpp"\n'}),
                         ['src/top/a.cpp:1: "inner.hpp" is no file of src/'])

    def test_a_floor_without_a_row(self):
        self.assertEqual(self.check({"src/attic/a.cpp": ""}), ["src/attic: no floor of ARCHITECTURE.md"])

    def test_a_wing_knows_those_above_its_row(self):
        self.assertEqual(self.check(ROOMS, WINGS), [])
        self.assertEqual(self.check({**ROOMS, "src/low/cellar/b.cpp": '#include "low/stairs/a.hpp"\n'}, WINGS),
                         ['src/low/cellar/b.cpp:1: wing `cellar` must not know `stairs`, which is above it '
                          '("low/stairs/a.hpp")'])

    def test_a_wing_does_not_know_the_floors_top(self):
        self.assertEqual(self.check({**ROOMS, "src/low/cellar/b.cpp": '#include "low/low.hpp"\n'}, WINGS),
                         ['src/low/cellar/b.cpp:1: wing `cellar` must not know what is in no wing ("low/low.hpp")'])

    def test_wings_and_folders_are_the_same(self):
        self.assertEqual(self.check({**ROOMS, "src/low/attic/a.hpp": ""}, WINGS),
                         ["src/low/attic: no wing of ARCHITECTURE.md"])
        self.assertEqual(self.check({"src/low/cellar/a.hpp": ""}, WINGS),
                         ["ARCHITECTURE.md: there is no wing src/low/stairs"])

    def test_a_table_that_is_upside_down_or_missing(self):
        upside_down = TABLE.replace("| `ground` | x | – |", "| `ground` | x | `low` |")
        self.assertIn("no floor below it", self.check({}, upside_down)[0])
        self.assertEqual(self.check({}, "# Architecture\n"), ["ARCHITECTURE.md: no table of floors"])


if __name__ == "__main__":
    unittest.main()
