"""The texts of the blocks that the scorer judges, page by page, as export_signals cuts them.

Keeps them below build/labels until the program or the pages change. Knows nothing of labels, signals or scores:
what a reader sees comes from here.
"""

import fcntl
import hashlib
import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from evaluation import corpora
from evaluation import programs

WORK = corpora.SOURCE_DIR / "build/labels"
EXPORTER = "export_signals"
# What export_signals writes besides; a reader needs none of it, and signals take a hundred times the room of texts.
BESIDES = ("signals.f32", "lengths.f32", "labels.i8", "scores.f32", "columns.txt")


@contextmanager
def locked(folder):
    """One process at a time: several readers may work side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def tasks_of(pages):
    tasks = ({"id": page.id, "html": str(page.html_path), "url": page.url} for page in pages)
    return "".join(json.dumps(task, ensure_ascii=False) + "\n" for task in tasks)


def blocks_of(pages, folder, given_programs=None):
    """Page id -> the texts of its blocks. The export is kept in the folder."""
    program = programs.folder([EXPORTER], given_programs) / EXPORTER
    tasks = tasks_of(pages)
    with open(program, "rb") as file:
        made_by = hashlib.file_digest(file, "sha256").hexdigest() + hashlib.sha256(tasks.encode()).hexdigest()
    with locked(folder):
        stamp = folder / "made_by"
        if not stamp.is_file() or stamp.read_text() != made_by:
            stamp.unlink(missing_ok=True)
            (folder / "tasks.jsonl").write_text(tasks, "utf-8")
            done = subprocess.run([program, folder / "tasks.jsonl", folder])
            if done.returncode:
                sys.exit(f"{program} failed ({done.returncode})")
            for name in BESIDES:
                (folder / name).unlink(missing_ok=True)
            stamp.write_text(made_by)
        return read_texts(folder)


def read_texts(folder):
    """Page id -> the texts of its blocks, from what export_signals wrote (train_data.py describes the files)."""
    texts = (folder / "texts.utf8").read_bytes()
    ends = memoryview((folder / "text_ends.u64").read_bytes()).cast("Q")
    result, block, begin = {}, 0, 0
    for line in (folder / "pages.tsv").read_text("utf-8").splitlines():
        page, count = line.split("\t")[:2]
        result[page] = []
        for end in ends[block : block + int(count)]:
            result[page].append(texts[begin:end].decode("utf-8", "replace"))
            begin = end
        block += int(count)
    return result
