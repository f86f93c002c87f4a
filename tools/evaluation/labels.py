"""What readers said of pages: the files of tools/evaluation/labels, and how several readings become one.

A file a collection, a line a reading, its columns parted by tabs: the page, the reader, remarks (the page's kind,
`lead`, how sure from 0 to 1), and the page's blocks in order. A block is four characters, a hash of its text; runs
of blocks that are in follow a +, runs that are out a -. A page that cannot be judged has a ? instead. No text of a
page stands there. Knows nothing of where blocks come from.
"""

import base64
import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from evaluation import evaluate_metrics as metrics

LABELS = Path(__file__).parent / "labels"
HEADER = "# Read by hand with tools/label (docs/what-clean-means.md, \"How pages are read\"). Form: ../labels.py\n"
HASH_BYTES = 3  # is told apart within one page only, and by its place in it
HASH_CHARS = 4 * HASH_BYTES // 3
RUN = re.compile(rf"([+-])((?:[\w.]{{{HASH_CHARS}}})+)", re.ASCII)
CANNOT_JUDGE = "?"


@dataclass(frozen=True)
class Reading:
    page: str  # COLLECTION/NAME
    reader: str
    hashes: tuple[str, ...]
    kept: tuple[bool, ...]
    remarks: str = ""
    judged: bool = True  # false: a page that cannot be judged, no blocks

    @property
    def collection(self):
        return self.page.split("/", 1)[0]


def block_hash(text):
    """Of a block's text, white space folded."""
    digest = hashlib.sha256(metrics.fold(text).encode()).digest()[:HASH_BYTES]
    return base64.b64encode(digest, b"._").decode()


def hashes_of(texts):
    return tuple(block_hash(text) for text in texts)


def packed(reading):
    if not reading.judged:
        return CANNOT_JUDGE
    parts, last = [], None
    for block, kept in zip(reading.hashes, reading.kept):
        if kept != last:
            parts.append("+" if kept else "-")
        parts.append(block)
        last = kept
    return "".join(parts)


def line_of(reading):
    name = reading.page.split("/", 1)[1]
    return "\t".join((name, reading.reader, reading.remarks, packed(reading))) + "\n"


def reading_of(line, collection):
    name, reader, remarks, blocks = line.split("\t")
    page = f"{collection}/{name}"
    if blocks == CANNOT_JUDGE:
        return Reading(page, reader, (), (), remarks, False)
    hashes, kept, end = [], [], 0
    for run in RUN.finditer(blocks):
        if run.start() != end:
            break
        end = run.end()
        found = [run[2][i : i + HASH_CHARS] for i in range(0, len(run[2]), HASH_CHARS)]
        hashes += found
        kept += [run[1] == "+"] * len(found)
    if end != len(blocks):
        raise ValueError(f"{page}: blocks cannot be read")
    return Reading(page, reader, tuple(hashes), tuple(kept), remarks)


def read_all(folder=LABELS):
    """Page -> its readings in the order in which they were taken. Who reads a page again replaces the first."""
    latest = {}
    for path in sorted(Path(folder).glob("*.tsv")):
        for line in path.read_text("utf-8").split("\n"):  # a name may hold what str.splitlines() splits at
            if not line or line.startswith("#"):
                continue
            reading = reading_of(line, path.stem)
            key = (reading.page, reading.reader)
            latest.pop(key, None)
            latest[key] = reading
    pages = defaultdict(list)
    for (page, _), reading in latest.items():
        pages[page].append(reading)
    return dict(pages)


def append(readings, folder=LABELS):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    by_collection = defaultdict(list)
    for reading in readings:
        by_collection[reading.collection].append(line_of(reading))
    for collection, lines in by_collection.items():
        path = folder / f"{collection}.tsv"
        header = [] if path.is_file() else [HEADER]
        with open(path, "a", encoding="utf-8") as file:
            file.write("".join(header + lines))


def found_blocks(reading, hashes):
    """For each of the page's blocks as they are now what the reader said (True, False, None: not seen by the reader),
    and how many of the blocks that were read are not found."""
    if reading.hashes == tuple(hashes):
        return list(reading.kept), 0
    said, found = [None] * len(hashes), 0
    for old, new, size in SequenceMatcher(None, reading.hashes, hashes, autojunk=False).get_matching_blocks():
        said[new : new + size] = reading.kept[old : old + size]
        found += size
    return said, len(reading.hashes) - found


def word_counts(texts):
    return [len(metrics.units(text)) for text in texts]


@dataclass(frozen=True)
class Settled:
    """What the readings of a page come to."""

    verdict: str  # "read", "cannot be judged", or "readers differ": another reading has to decide
    kept: list  # a block: True, False, None (not seen by the reader, or changed since)
    lost: int = 0  # blocks that were read and are not found


READ, UNJUDGED, DIFFER = "read", "cannot be judged", "readers differ"


def settle(readings, texts):
    """One label a block by most readers. Blocks without words are nothing to differ about."""
    judged = [reading for reading in readings if reading.judged]
    if 2 * len(judged) <= len(readings):
        return Settled(DIFFER if 2 * len(judged) == len(readings) else UNJUDGED, [])
    hashes = hashes_of(texts)
    found = [found_blocks(reading, hashes) for reading in judged]
    counts = word_counts(texts)
    kept = []
    for block, votes in enumerate(zip(*(said for said, _ in found))):
        ins, outs = votes.count(True), votes.count(False)
        if ins == outs and ins and counts[block]:
            return Settled(DIFFER, [])
        kept.append(ins > outs if ins + outs else None)
    return Settled(READ, kept, min(lost for _, lost in found))
