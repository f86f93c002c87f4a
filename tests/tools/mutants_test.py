"""Which changes of code tools/mutate tries."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))

from evaluation import mutants  # noqa: E402


def changes(code, kind, inside=None):
    """What is written instead, in the order of the code."""
    found = [m for m in mutants.mutants_of("a.cpp", code, inside) if m.kind == kind]
    return [(code[m.begin:m.end], m.new.strip()) for m in found]


class MutantsTest(unittest.TestCase):
    def test_comparisons_are_turned_but_not_templates_and_arrows(self):
        self.assertEqual(changes("a = b < c ? d->e : f<int>(g == h);", "comparison"), [("<", ">"), ("==", "!=")])

    def test_constants_are_halved_and_doubled_but_not_0(self):
        code = "constexpr float kMost = 1'000; x = 0.5f; y = 0; z = 1e-9; // of 7"
        self.assertEqual(changes(code, "constant"),
                         [("1'000", "500"), ("1'000", "2000"), ("0.5f", "0.25f"), ("0.5f", "1.0f")])

    def test_conditions_are_negated(self):
        self.assertEqual(changes("if (const int n = f(); g(n, (h))) return;", "condition"), [(" g(n, (h))", "!(g(n, (h)))")])

    def test_each_clause_is_left_out(self):
        self.assertEqual(changes("if (a(b) || (c && !d)) return;", "clause"),
                         [("a(b)", "false"), ("(c && !d)", "false"), ("c", "true"), ("!d", "true")])
        self.assertEqual(changes("bool x = a == b && c; return d || e && f;", "clause"),
                         [("a == b", "true"), ("c", "true"), ("d", "false"), ("e", "true"), ("e && f", "false"), ("f", "true")])
        self.assertEqual(changes("void f(T&& t) { g(t, a ? b : c && d); }", "clause"), [("c", "true"), ("d", "true")])

    def test_answers_are_inverted_where_they_are_yes_or_no(self):
        code = "bool f(int a) {\n  return all(a, [](int b) { return true; });\n}\nint g() {\n  return 3 * h;\n}\n"
        self.assertEqual(changes(code, "return"),
                         [("all(a, [](int b) { return true; })", "!(all(a, [](int b) { return true; }))"), ("true", "false")])

    def test_rows_are_removed(self):
        code = '    {"copy", "said above", kDrop, copy},\n    {"title", "title", kDrop, title},\n'
        self.assertEqual(changes(code, "row title"), [(code.splitlines(keepends=True)[1], "")])

    def test_loops_texts_and_comments_stay(self):
        code = 'for (int i = 3; i < 4; ++i) f("1 < 2 && 3");  // 5 == 6'
        self.assertEqual(mutants.mutants_of("a.cpp", code), [])

    def test_a_part_of_a_file_can_be_named(self):
        code = "int f(int a) {\n  return a + 2;\n}\n\nint g(int a) {\n  return f(a) + 4;\n}\n"
        self.assertEqual(changes(code, "constant", ("g",)), [("4", "2"), ("4", "8")])

    def test_a_change_is_shown_by_its_lines(self):
        code = "x;\nif (a &&\n    b) return;\n"
        (condition,) = [m for m in mutants.mutants_of("a.cpp", code) if m.kind == "condition"]
        self.assertEqual(condition.line(code), 2)
        self.assertEqual(condition.lines(code), ("if (a && b) return;", "if ( !(a && b)) return;"))


if __name__ == "__main__":
    unittest.main()
