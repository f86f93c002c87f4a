"""How far readers agree: of pages read twice, in words. Knows readings and texts of blocks, not files."""

from dataclasses import dataclass

from evaluation import labels


@dataclass(frozen=True)
class Pair:
    """The first two readings of a page, as far as both saw the blocks."""

    page: str
    readers: tuple[str, ...]  # all of the page
    words: int  # of the page
    in_either: int
    in_both: int
    verdict: str  # of all readings

    @property
    def differing(self):
        return self.in_either - self.in_both


def pair_of(readings, texts):
    """Of readings of one page that both judged it; nothing if fewer than two did."""
    judged = [reading for reading in readings if reading.judged][:2]
    if len(judged) < 2:
        return None
    hashes = labels.hashes_of(texts)
    said = [labels.found_blocks(reading, hashes)[0] for reading in judged]
    words = in_either = in_both = 0
    for count, first, second in zip(labels.word_counts(texts), *said):
        if first is None or second is None:
            continue
        words += count
        in_either += count * (first or second)
        in_both += count * (first and second)
    verdict = labels.settle(readings, texts).verdict
    readers = tuple(reading.reader for reading in readings)
    return Pair(readings[0].page, readers, words, in_either, in_both, verdict)


def share(part, whole):
    return part / whole if whole else 1.0


def lines_of(readings, blocks):
    """The report. readings: page -> readings; blocks: page -> texts"""
    several = {page: many for page, many in readings.items() if len(many) > 1}
    pairs = [pair for page, many in sorted(several.items()) if (pair := pair_of(many, blocks[page]))]
    same = sum(not pair.differing for pair in pairs)
    words, differing, either = (sum(getattr(pair, name) for pair in pairs) for name in ("words", "differing", "in_either"))
    lines = [
        f"pages read {len(readings)}, by two readers or more {len(several)}",
        f"pages the same to the word {same} of {len(pairs)} ({share(same, len(pairs)):.3f})",
        f"words on which the first two agree {share(words - differing, words):.4f} of {words}; "
        f"of those that either has in {share(either - differing, either):.4f}",
    ]
    unsettled = [page for page, many in sorted(several.items())
                 if labels.settle(many, blocks[page]).verdict == labels.DIFFER]
    by_page = {pair.page: pair for pair in pairs}
    lines.append(f"pages that want another reader: {len(unsettled)}")
    for page in unsettled:
        pair = by_page.get(page)
        what = f"{pair.differing} words differ" if pair else "can it be judged?"
        lines.append(f"  {page}  {', '.join(reading.reader for reading in several[page])}  {what}")
    return lines
