"""What the trees learn from: task lists for export_signals, and its output as arrays.

Knows the files that pass between the two programs; nothing of trees or metrics.

tasks.jsonl, a page a line:  {"id", "html", "url", and "reference" + "optional" or "with" + "without"}
The export, a folder of little-endian arrays over all blocks of all pages, in the order of the tasks:
  columns.txt   a line for each signal
  signals.f32   blocks × columns       lengths.f32  words of a block, as the selection counts them
  labels.i8     1 content, 0 boilerplate, -1 unknown    scores.f32  of the scorer, or 0
  texts.utf8    the blocks' texts one after the other       text_ends.u64  where each ends
  pages.tsv     id, number of blocks, recall weight and doubt power of its cut
"""

import hashlib
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

import numpy as np

from evaluation import corpora


def task_of(page):
    task = {"id": page.id, "html": str(page.html_path), "url": page.url}
    if page.block_labels is not None:
        return task  # labelled by block already
    if corpora.COLLECTIONS[page.corpus].metric == corpora.SNIPPETS:
        return task | {"with": page.snippets_with, "without": page.snippets_without}
    return task | {"reference": page.reference, "optional": "\n".join(page.optional)}


def export_folder(work, names=corpora.TAUGHT):
    """Where the export of these collections is kept."""
    return Path(work) / ("export" if tuple(names) == corpora.TAUGHT else "-".join(["export", *names]))


def file_digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def export(program, pages, folder, jobs, *options):
    """Runs export_signals unless its last output was made by the same program from the same tasks."""
    folder.mkdir(parents=True, exist_ok=True)
    tasks = folder / "tasks.jsonl"
    tasks.write_text("".join(json.dumps(task_of(page), ensure_ascii=False) + "\n" for page in pages), "utf-8")
    made_by = f"{file_digest(program)} {file_digest(tasks)}"
    stamp = folder / "made_by"
    if stamp.is_file() and stamp.read_text() == made_by:
        return
    stamp.unlink(missing_ok=True)
    begin = time.monotonic()
    done = subprocess.run([program, f"--jobs={jobs}", *options, tasks, folder])
    if done.returncode:
        sys.exit(f"train: {program} failed ({done.returncode})")
    stamp.write_text(made_by)
    print(f"exported {len(pages)} pages in {time.monotonic() - begin:.0f} s", file=sys.stderr)


@dataclass
class Data:
    """All blocks of all pages. Row arrays share their first axis; a page is the slice rows(i)."""

    pages: list  # corpora.Page
    first_rows: np.ndarray  # one more than pages
    cuts: np.ndarray  # a page: recall weight and doubt power, as the program chooses them
    columns: list[str]
    in_use: np.ndarray  # a column: bool
    signals: np.ndarray  # float32, blocks × columns
    labels: np.ndarray
    lengths: np.ndarray
    folder: Path

    def rows(self, i):
        return slice(int(self.first_rows[i]), int(self.first_rows[i + 1]))

    @cached_property
    def page_of_row(self):
        return np.repeat(np.arange(len(self.pages)), np.diff(self.first_rows))

    @cached_property
    def fold_of_row(self):
        return np.array([page.fold for page in self.pages], np.int8)[self.page_of_row]

    @cached_property
    def labels_digest(self):
        digest = hashlib.sha256()
        for array in (self.labels, self.lengths, self.fold_of_row):
            digest.update(np.ascontiguousarray(array))
        return digest.hexdigest()

    @cached_property
    def digest(self):
        """Of everything that training sees."""
        parts = [self.labels_digest, file_digest(self.folder / "signals.f32")]
        parts += [name for name, used in zip(self.columns, self.in_use) if used]
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()

    @cached_property
    def text_bytes(self):
        return (self.folder / "texts.utf8").read_bytes()

    @cached_property
    def text_ends(self):
        return np.concatenate([[0], np.fromfile(self.folder / "text_ends.u64", np.uint64)]).astype(np.int64)

    def text(self, row):
        return self.text_bytes[self.text_ends[row] : self.text_ends[row + 1]].decode("utf-8", "replace")

    def joined(self, i, chosen):
        """The text of the chosen blocks (a bool each) of page i."""
        first = int(self.first_rows[i])
        return "\n\n".join(self.text(first + k) for k in np.flatnonzero(chosen))

    def keep_columns(self, keep, drop):
        """Only columns that match a pattern of `keep` (empty: all) and none of `drop`."""
        matches = lambda name, patterns: any(fnmatch(name, pattern) for pattern in patterns)
        self.in_use = np.array([(not keep or matches(name, keep)) and not matches(name, drop)
                                for name in self.columns])


def with_read_labels(labels, pages, first_rows):
    """The exported labels, with those of readers where a page was read."""
    for page, begin, end in zip(pages, first_rows, first_rows[1:]):
        if page.block_labels is None:
            continue
        if len(page.block_labels) != end - begin:
            sys.exit(f"train: {page.id} was read with other blocks than the export has")
        labels[begin:end] = page.block_labels
    return labels


def load(folder, pages):
    columns = (folder / "columns.txt").read_text("utf-8").split()
    listed = [line.split("\t") for line in (folder / "pages.tsv").read_text("utf-8").splitlines()]
    if [row[0] for row in listed] != [page.id for page in pages]:
        sys.exit("train: the export does not hold the pages of the task list")
    counts = np.array([int(row[1]) for row in listed])
    signals = np.memmap(folder / "signals.f32", np.float32, "r").reshape(counts.sum(), len(columns))
    if not np.isfinite(signals).all():
        bad = [columns[k] for k in np.flatnonzero(~np.isfinite(signals).all(axis=0))]
        sys.exit(f"train: signals that are no numbers: {' '.join(bad)}")
    first_rows = np.concatenate([[0], np.cumsum(counts)])
    return Data(
        pages=pages,
        first_rows=first_rows,
        cuts=np.array([[float(cell) for cell in row[2:4]] for row in listed]),
        columns=columns,
        in_use=np.ones(len(columns), bool),
        signals=signals,
        labels=with_read_labels(np.fromfile(folder / "labels.i8", np.int8), pages, first_rows),
        lengths=np.fromfile(folder / "lengths.f32", np.float32),
        folder=folder,
    )
