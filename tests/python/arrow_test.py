"""Arrow in and out by the C Data Interface. The arrays come from ctypes, so that nothing of Arrow is needed; where
pyarrow is installed its arrays are tried, too."""
import ctypes
import os
import pathlib
import subprocess
import sys
import unittest

from clean_article import Cleaner
from module_test import page_with

try:
    import pyarrow
except ImportError:
    pyarrow = None


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


RELEASE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
RELEASE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))
Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.c_void_p), ("release", RELEASE_SCHEMA), ("private_data", ctypes.c_void_p),
]  # fmt: skip
Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))), ("dictionary", ctypes.c_void_p), ("release", RELEASE_ARRAY),
    ("private_data", ctypes.c_void_p),
]  # fmt: skip

new_capsule = ctypes.pythonapi.PyCapsule_New
new_capsule.restype, new_capsule.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
pointer_in = ctypes.pythonapi.PyCapsule_GetPointer
pointer_in.restype, pointer_in.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]


class Column:
    """An array of bytes or None, as Arrow would lay it out; offset rows stand before it."""

    def __init__(self, values, format=b"z", offset=0):
        values = [b"before"] * offset + list(values)
        wide = format in (b"Z", b"U")
        bits, data, ends = bytearray((len(values) + 7) // 8), bytearray(), [0]
        for i, value in enumerate(values):
            if value is not None:
                bits[i // 8] |= 1 << i % 8
                data += value
            ends.append(len(data))
        self.kept = [
            ctypes.create_string_buffer(bytes(bits), max(len(bits), 1)),
            ((ctypes.c_int64 if wide else ctypes.c_int32) * len(ends))(*ends),
            ctypes.create_string_buffer(bytes(data), max(len(data), 1)),
        ]
        self.buffers = (ctypes.c_void_p * 3)(*map(ctypes.addressof, self.kept))
        self.schema = Schema(format, b"", None, 2, 0, None, None, RELEASE_SCHEMA(lambda _: None), None)
        self.array = Array(len(values) - offset, -1, offset, 3, 0, self.buffers, None, None,
                           RELEASE_ARRAY(lambda _: None), None)  # fmt: skip

    def __arrow_c_array__(self, requested_schema=None):
        return (
            new_capsule(ctypes.addressof(self.schema), b"arrow_schema", None),
            new_capsule(ctypes.addressof(self.array), b"arrow_array", None),
        )


def rows_of(texts):
    """The columns of what came: {name: list of str or None}."""
    schema_capsule, array_capsule = texts.__arrow_c_array__()
    schema = Schema.from_address(pointer_in(schema_capsule, b"arrow_schema"))
    array = Array.from_address(pointer_in(array_capsule, b"arrow_array"))
    assert schema.format == b"+s" and schema.n_children == array.n_children
    columns = {}
    for i in range(schema.n_children):
        child, kind = array.children[i].contents, schema.children[i].contents
        offsets = ctypes.cast(child.buffers[1], ctypes.POINTER(ctypes.c_int64 if kind.format == b"U" else ctypes.c_int32))
        bits = ctypes.cast(child.buffers[0], ctypes.POINTER(ctypes.c_uint8)) if child.buffers[0] else None
        columns[kind.name.decode()] = [
            None
            if bits and not bits[row // 8] >> row % 8 & 1
            else ctypes.string_at(child.buffers[2] + offsets[row], offsets[row + 1] - offsets[row]).decode()
            for row in range(child.length)
        ]
        assert child.null_count == columns[kind.name.decode()].count(None)
    return columns


PAGES = [page_with(f"n{i}").encode() if i % 3 else (None if i % 2 else b"") for i in range(20)]


class Arrays(unittest.TestCase):
    def setUp(self):
        self.cleaner = Cleaner(formats=["txt", "markdown"])
        self.expected = [None if page is None else self.cleaner.clean(page).text for page in PAGES]

    def test_forms(self):
        for format in (b"z", b"Z", b"u", b"U"):
            for offset in (0, 1, 9):
                for jobs in (1, 3):
                    texts = self.cleaner.clean_arrow(Column(PAGES, format, offset), jobs=jobs)
                    self.assertEqual(len(texts), len(PAGES))
                    self.assertEqual(rows_of(texts)["text"], self.expected, (format, offset, jobs))

    def test_outcomes_and_fields(self):
        urls = Column([f"https://example.com/{i}".encode() for i in range(len(PAGES))], b"u")
        columns = rows_of(self.cleaner.clean_arrow(Column(PAGES), urls, fields=["title", "authors", "hostname"]))
        self.assertEqual(list(columns), ["text", "outcome", "reason", "title", "authors", "hostname"])
        self.assertEqual((columns["title"][1], columns["authors"][1]), ("The n1 bridge", "Ada Byron"))
        self.assertEqual(columns["hostname"][1], "example.com")
        self.assertEqual((columns["outcome"][1], columns["reason"][1]), ("article", None))
        self.assertEqual((columns["outcome"][3], columns["reason"][3]), ("not_a_page", "null"))
        self.assertTrue(columns["reason"][0])

    def test_formats(self):
        marked = rows_of(self.cleaner.clean_arrow(Column(PAGES[1:2]), format="markdown"))["text"][0]
        self.assertEqual(marked, self.cleaner.clean(PAGES[1]).render("markdown"))

    def test_empty(self):
        self.assertEqual(rows_of(self.cleaner.clean_arrow(Column([])))["text"], [])

    def test_columns_of_nulls_alone(self):
        """Arrow has a type for them; writers choose it where a batch has no page."""
        nulls = Column([None] * 3, b"n")
        nulls.array.n_buffers, nulls.array.buffers = 0, None
        columns = rows_of(self.cleaner.clean_arrow(nulls))
        self.assertEqual((columns["text"], columns["reason"]), ([None] * 3, ["null"] * 3))
        pages = Column(PAGES[1:4])
        self.assertEqual(rows_of(self.cleaner.clean_arrow(pages, nulls))["text"], self.expected[1:4])

    def test_fields_that_there_are_not(self):
        for cleaner, fields in ((self.cleaner, ["title", "tilte"]), (Cleaner(metadata=False, formats="txt"), ["title"])):
            with self.assertRaisesRegex(ValueError, "tilte|metadata=False"):
                cleaner.clean_arrow(Column(PAGES), fields=fields)

    def test_too_little_memory(self):
        """Is said, and ends nothing: 2,000 million rows in a process that may have 2 GiB."""
        code = (
            "import resource, arrow_test\n"
            "column = arrow_test.Column([], b'n')\n"
            "column.array.length = 2_000_000_000\n"
            "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
            "try: arrow_test.Cleaner().clean_arrow(column)\n"
            "except MemoryError: print('said')\n"
        )
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(pathlib.Path(__file__).parent), *sys.path])}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
        self.assertEqual((done.stdout, done.returncode), ("said\n", 0), done.stderr)

    def test_wrong_arrays(self):
        clean = self.cleaner.clean_arrow
        for call in (lambda: clean([b"x"]), lambda: clean(Column([b"x"], b"i")), lambda: clean(None)):
            self.assertRaises(TypeError, call)
        for call in (lambda: clean(Column([b"x"]), Column([b"x", b"y"])), lambda: clean(Column([b"x"]), jobs=0),
                     lambda: clean(Column([PAGES[1]]), format="docx")):  # fmt: skip
            self.assertRaises(ValueError, call)

    def test_what_came_outlives_what_made_it(self):
        texts = Cleaner().clean_arrow(Column(PAGES))
        capsules = texts.__arrow_c_array__()
        del texts
        array = Array.from_address(pointer_in(capsules[1], b"arrow_array"))
        self.assertEqual(array.children[0].contents.length, len(PAGES))


@unittest.skipUnless(pyarrow, "pyarrow is not installed")
class Pyarrow(unittest.TestCase):
    def setUp(self):
        self.expected = [None if page is None else Cleaner().clean(page).text for page in PAGES]

    def test_arrays(self):
        cleaner = Cleaner()
        whole = pyarrow.array(PAGES, pyarrow.binary())
        for kind in (pyarrow.binary(), pyarrow.large_binary(), pyarrow.string(), pyarrow.large_string(),
                     pyarrow.string_view(), pyarrow.binary_view()):  # fmt: skip
            made = pyarrow.array(cleaner.clean_arrow(whole.cast(kind)))
            made.validate(full=True)
            self.assertEqual(made.field("text").to_pylist(), self.expected, kind)
            sliced = pyarrow.array(cleaner.clean_arrow(whole.cast(kind)[7:]))
            self.assertEqual(sliced.field("text").to_pylist(), self.expected[7:], kind)
        chunked = pyarrow.chunked_array([whole[:3], whole[3:3], whole[3:]])
        self.assertEqual(pyarrow.array(cleaner.clean_arrow(chunked)).field("text").to_pylist(), self.expected)
        nulls = pyarrow.array(cleaner.clean_arrow(pyarrow.array([None, None])))
        self.assertEqual(nulls.field("text").to_pylist(), [None, None])

    def test_batches(self):
        from clean_article.arrow import clean_batches

        urls = [f"https://example.com/{i}" for i in range(len(PAGES))]
        table = pyarrow.table({"url": urls, "html": pyarrow.array(PAGES, pyarrow.binary()), "n": range(len(PAGES))})
        made = clean_batches(table, fields=["hostname"])
        self.assertEqual(made.schema.names, ["url", "n", "text", "outcome", "reason", "hostname"])
        self.assertEqual(made.column("text").to_pylist(), self.expected)
        self.assertEqual(made.column("n").to_pylist(), list(range(len(PAGES))))
        batches = list(clean_batches(iter(table.to_batches(max_chunksize=6))))
        self.assertEqual([text for batch in batches for text in batch.column("text").to_pylist()], self.expected)
        self.assertIn("html", clean_batches(table, keep_pages=True).schema.names)
        with self.assertRaises(KeyError):
            clean_batches(table.select(["url", "n"]))


if __name__ == "__main__":
    unittest.main()
