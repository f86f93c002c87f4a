"""The metrics that the project quotes, each for one page: pure functions over strings.

They know nothing of corpora, files or tables; tests/tools/evaluate_test.py holds them to cases worked
out by hand. A "text" is what the program prints, a "reference" what a page's annotators say it holds.
"""

import re
from collections import Counter
from typing import NamedTuple

WORD = re.compile(r"\w+")
# Of scripts that write no blanks between words (Thai, kana, ideographs) each character.
UNPARTED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
UNIT = re.compile(rf"[{UNPARTED}]|[^\W{UNPARTED}]+")
SHINGLE_WORDS = 4  # of the article benchmark
EXACT_WORD_F1 = 0.99  # from here on a page counts as right for practical purposes


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


class Counts(NamedTuple):
    tp: int
    fp: int
    fn: int

    def score(self):
        if not self.tp:
            nothing_asked_nothing_given = not self.fp and not self.fn
            return Score(*[float(nothing_asked_nothing_given)] * 3)
        return Score(
            self.tp / (self.tp + self.fp),
            self.tp / (self.tp + self.fn),
            2 * self.tp / (2 * self.tp + self.fp + self.fn),
        )


def words(text):
    return WORD.findall(text.lower())


def units(text):
    """Words, and characters of scripts that part none: what two texts in any language can be counted by."""
    return UNIT.findall(text.lower())


def fold(text):
    """White space of any kind and length as one space."""
    return " ".join(text.split())


def bag_counts(given, wanted):
    """Two multisets against each other."""
    given, wanted = Counter(given), Counter(wanted)
    tp = (given & wanted).total()
    return Counts(tp, given.total() - tp, wanted.total() - tp)


def word_score(text, reference, words_of=words):
    """Word F1 (WCXB): an empty reference is met by an empty text only."""
    return bag_counts(words_of(text), words_of(reference)).score()


def shingles(text):
    """4-grams of words, case kept; a shorter text is one shingle, an empty one none."""
    found = WORD.findall(text)
    if not found:
        return []
    last = max(len(found) - SHINGLE_WORDS, 0)
    return [tuple(found[i : i + SHINGLE_WORDS]) for i in range(last + 1)]


def shingle_counts(text, reference):
    return bag_counts(shingles(text), shingles(reference))


def shingle_summary(pages):
    """Counts of many pages -> mean precision over pages with output, mean recall over pages with a
    reference, and their harmonic mean."""
    with_output = [c.tp / (c.tp + c.fp) for c in pages if c.tp + c.fp]
    with_reference = [c.tp / (c.tp + c.fn) for c in pages if c.tp + c.fn]
    precision, recall = mean(with_output), mean(with_reference)
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def is_exact(text, reference):
    """The same words in the same order, case kept."""
    return WORD.findall(text) == WORD.findall(reference)


def lcs_length(a, b):
    """Length of the longest common subsequence. Bit-parallel (Hyyrö 2004): one row of the table is one
    integer, so 3,000 × 3,000 words take a few milliseconds."""
    if len(a) > len(b):
        a, b = b, a
    where = {}
    for i, item in enumerate(a):
        where[item] = where.get(item, 0) | 1 << i
    everything = (1 << len(a)) - 1
    row = everything
    for item in b:
        matches = row & where.get(item, 0)
        row = (row + matches | row - matches) & everything
    return len(a) - row.bit_count()


def rouge_l(text, reference):
    """ROUGE-L of lower-cased words."""
    given, wanted = words(text), words(reference)
    common = lcs_length(given, wanted)
    return Counts(common, len(given) - common, len(wanted) - common).score()


def paragraphs(text):
    """Lines that are not blank, white space folded. The list marker of the text format is not part of
    what the page says."""
    lines = (fold(line) for line in text.split("\n"))
    return [line.removeprefix("- ") for line in lines if line not in ("", "-")]


def paragraph_counts(text, wanted, optional=()):
    """Exact paragraphs as a multiset (Dallabetta et al. 2024). `wanted` and `optional` are lists of
    paragraphs; an optional one is neither missed nor wrong."""
    normal = lambda many: Counter(p for paragraph in many for p in paragraphs(paragraph))
    given, wanted, optional = Counter(paragraphs(text)), normal(wanted), normal(optional)
    matched = given & wanted
    wrong = given - matched - optional
    return Counts(matched.total(), wrong.total(), (wanted - matched).total())


def with_optional(text, wanted, optional):
    """Full references that a page with optional paragraphs may be held to: without them, with all of
    them, with those that the text has. The best one counts."""
    if not optional:
        return ["\n".join(wanted)]
    folded = fold(text)
    present = [p for p in optional if fold(p) in folded]
    choices = {tuple(choice): None for choice in ([], optional, present)}
    return ["\n".join([*choice, *wanted]) for choice in choices]


def snippet_counts(text, wanted, unwanted):
    """Each wanted snippet that the text has is a tp, else a fn; each unwanted one that it has a fp."""
    folded = fold(text)
    tp = sum(fold(s) in folded for s in wanted)
    return Counts(tp, sum(fold(s) in folded for s in unwanted), len(wanted) - tp)


def date_counts(given, wanted):
    """Days as ISO strings: the right day is a tp, a wrong one a fp, none a fn."""
    if not given:
        return Counts(0, 0, 1)
    return Counts(1, 0, 0) if given[:10] == wanted[:10] else Counts(0, 1, 0)


def add_counts(pages):
    return Counts(*(sum(column) for column in zip(*pages))) if pages else Counts(0, 0, 0)


def mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers) if numbers else 0.0
