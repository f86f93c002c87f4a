"""What a reader gets and hands in: pages as numbered blocks, worksheets, answers.

A worksheet is a text file; beside it lie the hashes of the blocks as they were shown, so that an answer holds
whatever is built in between. Shows nothing that a program thinks of a block: no score, no verdict, no class names.
"""

import hashlib
import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

from evaluation import evaluate_metrics as metrics
from evaluation import labels

SHOWN_CHARS = 150
# A worksheet ends before it is longer than this, so that a reader sees it whole.
SHEET_CHARS = 90_000
TWICE = 10  # one page in so many has two readers
MOST_READERS = 5  # where so many differ, the page is nothing to learn from
KINDS = ("article", "forum", "qa", "recipe", "product", "listing", "doc", "other")
TITLE = re.compile(rb"<title\b[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
ANSWER = re.compile(r"(?P<page>[^/\s]+/.+):\s*(?P<blocks>\?|[-–]|\d[\d,\s–-]*)\s*(?:#(?P<remarks>.*))?")

HOW_TO_ANSWER = """\
# What is in: docs/what-clean-means.md, "How pages are read".
# Answers go into a file of their own, a line a page: the blocks that are in, or - for none, or ? for a page that
# cannot be judged. Behind a # what kind of page it is ({kinds}),
# `lead` where the line under the title is in, and how sure from 0 to 1. Then: tools/label take FILE --reader {reader}
#   COLLECTION/PAGE: 3-17, 19, 22-30   # article 0.9
"""


def title_of(page_bytes):
    """The <title>, for the eye."""
    found = TITLE.search(page_bytes)
    if not found:
        return ""
    charset = CHARSET.search(page_bytes)
    for encoding in ("utf-8", charset[1].decode("ascii") if charset else "windows-1252"):
        try:
            return metrics.fold(html.unescape(found[1].decode(encoding)))
        except (LookupError, UnicodeDecodeError):
            pass
    return metrics.fold(html.unescape(found[1].decode("utf-8", "replace")))


def page_lines(page, texts):
    """A page as a reader sees it."""
    head = [f"== {page.id}  ({len(texts)} blocks)", f"title: {title_of(page.html())}", f"url: {page.url}"]
    counts = labels.word_counts(texts)
    rows = (f"{number}\t{words}\t{metrics.fold(text)[:SHOWN_CHARS]}"
            for number, (words, text) in enumerate(zip(counts, texts), 1))
    return "\n".join([*head, *rows]) + "\n"


# Worksheets.


def sheets_of(folder):
    """Reader -> page -> hashes of the blocks as shown, of all worksheets in the folder."""
    shown = {}
    for path in sorted(Path(folder).glob("*/*.shown")):
        pages = shown.setdefault(path.parent.name, {})
        for line in path.read_text("utf-8").splitlines():
            page, hashes = json.loads(line)
            pages[page] = tuple(hashes)
    return shown


def readers_wanted(page_id, readings, texts):
    """How many readers a page should have had: one, of some two, and one more while they differ."""
    digest = hashlib.md5(page_id.encode()).digest()
    planned = 2 if int.from_bytes(digest, "big") % TWICE == 0 else 1
    differ = len(readings) > 1 and labels.settle(readings, texts).verdict == labels.DIFFER
    return min(max(planned, len(readings) + differ), MOST_READERS)


def choose_pages(pages, blocks, reader, count, readings, shown):
    """The pages that this reader reads next: first those that want another reader than they have had, then new ones, in
    an order that tells nothing. A page on somebody's worksheet counts as read by them."""
    chosen = []
    for page in pages:
        texts = blocks[page.id]
        readers = {reading.reader for reading in readings.get(page.id, [])}
        readers |= {name for name, sheets in shown.items() if page.id in sheets}
        if texts and reader not in readers and len(readers) < readers_wanted(page.id, readings.get(page.id, []), texts):
            chosen.append((not readers, hashlib.md5(page.id.encode()).hexdigest(), page))
    return [page for _, _, page in sorted(chosen, key=lambda item: item[:2])[:count]]


def write_sheets(pages, blocks, reader, folder, pages_each):
    """-> the files written, pages_each pages each at most."""
    folder = Path(folder) / reader
    folder.mkdir(parents=True, exist_ok=True)
    number = max((int(path.stem) for path in folder.glob("*.shown")), default=0)
    head = HOW_TO_ANSWER.format(reader=reader, kinds=" ".join(KINDS))
    sheets, size = [], 0
    for page in pages:
        text = page_lines(page, blocks[page.id])
        if not sheets or len(sheets[-1]) == pages_each or size + len(text) > SHEET_CHARS:
            sheets.append([])
            size = len(head)
        sheets[-1].append((page, text))
        size += len(text)
    written = []
    for number, sheet in enumerate(sheets, number + 1):
        path = folder / f"{number:03}.txt"
        path.write_text(head + "".join("\n" + text for _, text in sheet), "utf-8")
        shown = ([page.id, labels.hashes_of(blocks[page.id])] for page, _ in sheet)
        path.with_suffix(".shown").write_text("".join(json.dumps(line) + "\n" for line in shown), "utf-8")
        written.append((path, len(sheet)))
    return written


# Answers.


@dataclass(frozen=True)
class Answer:
    line: int
    page: str
    blocks: str  # as written
    remarks: str


class BadAnswer(Exception):
    pass


def remarks_of(text):
    """What is kept of a reader's remarks: known words and how sure. The rest may quote the page."""
    words = (word.strip(".,;:").lower() for word in (text or "").split())
    return " ".join(word for word in words if word in (*KINDS, "lead") or re.fullmatch(r"0(\.\d+)?|1(\.0+)?", word))


def parse_answers(lines, shown=()):
    """-> answers, and complaints. Lines that are empty or begin with # say nothing. shown: the reader's pages"""
    answers, complaints, seen = [], [], {}
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        found = ANSWER.fullmatch(line)
        if not found:
            complaints.append(f"line {number}: not of the form COLLECTION/PAGE: 3-17, 19")
            continue
        page = whole_name(found["page"].strip(), shown)
        if page in seen:
            complaints.append(f"line {number}: {page} was answered in line {seen[page]}")
        seen[page] = number
        answers.append(Answer(number, page, found["blocks"].strip().replace("–", "-"), remarks_of(found["remarks"])))
    return answers, complaints


def whole_name(name, shown):
    """Names of pages are long: the beginning of one will do if it begins no other on the reader's worksheets."""
    begun = [page for page in shown if page.startswith(name)]
    return begun[0] if name not in shown and len(begun) == 1 else name


def kept_blocks(ranges, count):
    """"3-17, 19" -> a bool for each of the page's blocks."""
    kept = [False] * count
    if ranges == "-":
        return tuple(kept)
    last = 0
    for part in ranges.split(","):
        found = re.fullmatch(r"(\d+)(?:-(\d+))?", "".join(part.split()))
        if not found:
            raise BadAnswer(f"{part.strip() or 'an empty range'!r} is no range")
        first, end = int(found[1]), int(found[2] or found[1])
        if not last < first <= end:
            raise BadAnswer(f"{part.strip()} does not follow {last}")
        if end > count:
            raise BadAnswer(f"{part.strip()} is beyond the last block, {count}")
        kept[first - 1 : end] = [True] * (end + 1 - first)
        last = end
    return tuple(kept)


def reading_of(answer, reader, hashes):
    """An answer about the blocks that were shown."""
    if answer.blocks == labels.CANNOT_JUDGE:
        return labels.Reading(answer.page, reader, (), (), answer.remarks, False)
    try:
        kept = kept_blocks(answer.blocks, len(hashes))
    except BadAnswer as error:
        raise BadAnswer(f"line {answer.line}: {answer.page}: {error}") from None
    return labels.Reading(answer.page, reader, tuple(hashes), kept, answer.remarks)


def echo(reading, texts):
    """What was understood, so that a slip of a line shows: how much is in, and where it begins and ends."""
    said, _ = labels.found_blocks(reading, labels.hashes_of(texts))
    ins = [metrics.fold(text) for text, kept in zip(texts, said) if kept]
    if not reading.judged or not ins:
        return f"{reading.page}: {'none in' if reading.judged else labels.UNJUDGED}"
    words = sum(labels.word_counts(ins))
    return f"{reading.page}: {len(ins)} blocks, {words} words, \"{ins[0][:40]}\" … \"{ins[-1][-40:]}\""
