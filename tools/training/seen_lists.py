"""The lists of phrases and words that the scorer's signals see, with a digest of each for the model's file.

Knows how a list says that it is seen; cmake/seen_lists.cmake compares the digests when the program is built.
"""

import hashlib
from pathlib import Path

SEEN = "# The scorer's signals see it"
DIGITS = 16


def digest_of(text):
    """Of a list without comments and empty lines."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()[:DIGITS]


def facts(rules):
    """A line for the model's head for each list below the folder that signals see."""
    lines = []
    for folder in ("phrases", "words"):
        for path in sorted(Path(rules, folder).glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            if any(line.startswith(SEEN) for line in text.split("\n")):
                lines.append(f"List:    {folder}/{path.name} {digest_of(text)}")
    return lines
