#!/usr/bin/python3
"""What tools/profile reads of callgrind's files, and how it calls what it finds."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from benchmarks import callgrind

PROGRAM = "/build/clean-article"

FILE = """# callgrind format
version: 1
positions: line
events: Ir

ob=(1) /build/clean-article
fl=(1) ???
fn=(1) clean_article::html::Parser::parse(int)
0 100
+1 20
cob=(2) /usr/lib/libc.so.6
cfn=(2) memchr
calls=3 0
0 999

fn=(3) gumbo_lex
0 7

ob=(2)
fn=(2)
0 50

ob=(1)
fn=(1)
* 5
totals: 182
"""


class Counts(unittest.TestCase):
    def test_counts_what_a_function_takes_itself(self):
        with tempfile.NamedTemporaryFile("w", suffix=".out") as file:
            file.write(FILE)
            file.flush()
            counts = callgrind.instructions(file.name)
        self.assertEqual(
            counts,
            {
                (PROGRAM, "clean_article::html::Parser::parse(int)"): 125,
                (PROGRAM, "gumbo_lex"): 7,
                ("/usr/lib/libc.so.6", "memchr"): 50,
            },
        )


class Floors(unittest.TestCase):
    def floor(self, function, object_name=PROGRAM):
        return callgrind.floor_of(object_name, function, PROGRAM)

    def test_names_of_the_program_tell_their_floor(self):
        self.assertEqual(self.floor("clean_article::extract::(anonymous namespace)::Walk::run()"), "extract")
        self.assertEqual(self.floor("void clean_article::html::Document::visit_tag<clean_article::extract::X>()"), "html")
        self.assertEqual(self.floor("clean_article::Cleaner::read(clean_article::Page const&)"), "cleaner")

    def test_others_are_known_by_their_library(self):
        self.assertEqual(self.floor("gumbo_lex"), "Gumbo")
        self.assertEqual(self.floor("std::vector<int>::push_back()"), "C++ library")
        self.assertEqual(self.floor("0x15100", "/usr/lib/libre2.so.9.0.0"), "RE2")
        self.assertEqual(self.floor("memchr", "/usr/lib/libc.so.6"), "C library")
        self.assertEqual(self.floor("_dl_start", "/usr/lib/ld-linux-x86-64.so.2"), "loader")
        self.assertEqual(self.floor("u_charType", "/usr/lib/libicuuc.so.72"), "libicuuc")

    def test_names_are_short(self):
        name = "clean_article::extract::(anonymous namespace)::Reader::read(std::basic_string_view<char>) [clone .part.0]"
        self.assertEqual(callgrind.short_name(name), "extract::Reader::read")


if __name__ == "__main__":
    unittest.main()
