"""The labelled collections as Python values: where they lie, their pages, references and folds.

Owns the knowledge of each collection's files. Knows nothing of metrics, of the program or of learning.
"""

import gzip
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

SOURCE_DIR = Path(__file__).resolve().parents[2]
PAGE_TYPES = ("article", "documentation", "service", "forum", "collection", "listing", "product")
FOLDS = 5


@dataclass
class Page:
    name: str  # unique in its corpus; the program's output is NAME.txt
    html_path: Path  # gzip
    corpus: str
    url: str = ""
    group: str = ""  # pages of one group never stand on both sides of a fold
    page_type: str = ""  # wcxb: of PAGE_TYPES; read: the collection that it comes from
    wanted: list[str] = field(default_factory=list)  # the reference, a paragraph or a whole text each
    optional: list[str] = field(default_factory=list)  # may be in the text or not
    snippets_with: list[str] = field(default_factory=list)
    snippets_without: list[str] = field(default_factory=list)
    origin: str = ""  # read only: the id of the page in its collection
    block_labels: list[int] | None = None  # read only: 1 in, 0 out, -1 unknown, of each block
    teaches: bool = True  # else it only measures

    @property
    def id(self):
        return f"{self.corpus}/{self.name}"

    @property
    def reference(self):
        return "\n".join(self.wanted)

    @property
    def fold(self):
        return int(hashlib.md5(self.group.encode()).hexdigest(), 16) % FOLDS

    def html(self):
        with gzip.open(self.html_path) as file:
            return file.read()


class CorporaMissing(Exception):
    pass


def find_corpora(given=None):
    """The folder of all corpora: as given, from the environment, or beside the project."""
    folder = Path(given or os.environ.get("CLEAN_ARTICLE_CORPORA") or SOURCE_DIR / "../shared/corpora")
    if not (folder / "wcxb-dev").is_dir():
        raise CorporaMissing(f"no corpora in {folder} (give --corpora or set CLEAN_ARTICLE_CORPORA)")
    return folder.resolve()


def host_of(url):
    return (urlsplit(url).hostname or "").removeprefix("www.")


def load_wcxb(folder):
    pages = []
    for path in sorted((folder / "wcxb-dev/ground-truth").glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        truth = data["ground_truth"]
        if "main_content" not in truth:
            continue  # two pages have snippets only: nothing to measure against
        page_type = data["_internal"]["page_type"]["primary"]
        pages.append(
            Page(
                name=path.stem,
                html_path=folder / f"wcxb-dev/html/{path.stem}.html.gz",
                corpus="wcxb",
                url=data["url"],
                group=host_of(data["url"]),
                page_type="collection" if page_type == "category" else page_type,
                wanted=[truth["main_content"] or ""],
                snippets_with=truth.get("with") or [],
                snippets_without=truth.get("without") or [],
            )
        )
    return pages


def load_news(folder):
    data = json.loads((folder / "news-dev/reference.json").read_text("utf-8"))
    return [
        Page(
            name=name,
            html_path=folder / f"news-dev/html/{name}.html.gz",
            corpus="news",
            group=entry["publisher"],
            wanted=[p for s in entry["sections"] for p in [*s["headline"], *s["paragraphs"]]],
            optional=entry["summary"],
        )
        for name, entry in sorted(data.items())
    ]


def load_snippets(folder):
    data = json.loads((folder / "snippets-dev/evaldata.json").read_text("utf-8"))
    return [
        Page(
            name=entry["file"].removesuffix(".html"),
            html_path=folder / f"snippets-dev/html/{entry['file']}.gz",
            corpus="snippets",
            url=url,
            group=host_of(url),
            snippets_with=entry["with"],
            snippets_without=entry["without"],
        )
        for url, entry in sorted(data.items(), key=lambda item: item[1]["file"])
    ]


def load_references(folder, name):
    """A collection in the common form: html/ID.html.gz and reference.jsonl, an object a line."""
    pages = []
    for line in (folder / name / "reference.jsonl").open("rb"):  # texts may hold what str.splitlines() splits at
        entry = json.loads(line)
        wanted = (entry.get("text") or "").split("\n\n")
        # The title is neither wanted nor wrong.
        title = [wanted.pop(0)] if entry.get("title_first") and len(wanted) > 1 else []
        pages.append(
            Page(
                name=entry["id"],
                html_path=folder / name / f"html/{entry['id']}.html.gz",
                corpus=name,
                url=entry.get("url") or "",
                group=entry.get("host") or entry["id"],
                wanted=wanted,
                optional=title,
                snippets_with=entry.get("snippets_with") or [],
            )
        )
    return pages


def load_dates(folder):
    data = json.loads((folder / "dates-dev/evaldata.json").read_text("utf-8"))
    return [
        Page(
            name=entry["file"].removesuffix(".html"),
            html_path=folder / f"dates-dev/html/{entry['file']}.gz",
            corpus="dates",
            url=url,
            group=host_of(url),
        )
        for url, entry in sorted(data.items(), key=lambda item: item[1]["file"])
    ]


def load_readability(folder):
    return [
        Page(name=path.parent.name, html_path=path, corpus="readability", group=path.parent.name)
        for path in sorted((folder / "readability-pages").glob("*/source.html.gz"))
    ]


def load_read(folder):
    from evaluation import read_pages  # which needs this module

    return read_pages.load(folder)


# How a collection is measured.
WORDS, WORDS_BY_TYPE, NEWS, SNIPPETS = "words", "words by page type", "news", "snippets"
WORDS_BY_COLLECTION = "words by collection"


@dataclass(frozen=True)
class Collection:
    """What is known of a collection besides its pages. A new one in the common form is a row of COLLECTIONS."""

    name: str
    load: Callable[[Path], list[Page]]
    metric: str
    # Of a page when the scorer learns, by its type where the collection knows types; 0: it only measures.
    weight: float | dict[str, float]
    # What its references do otherwise than docs/what-clean-means.md says.
    differs: str = ""

    def weight_of(self, page):
        return self.weight[page.page_type] if isinstance(self.weight, dict) else self.weight


# Most pages of the other collections are articles. So that pages of other types do not pay for them, these weigh
# more than their number.
WCXB_WEIGHTS = {"article": 1.3, "documentation": 2.8, "service": 2.4, "forum": 4.0, "collection": 2.4,
                "listing": 4.0, "product": 1.8}


def in_common_form(name, weight, differs="", metric=WORDS):
    return Collection(name, lambda folder: load_references(folder, name), metric, weight, differs)


COLLECTIONS = {
    c.name: c
    for c in (
        Collection("wcxb", load_wcxb, WORDS_BY_TYPE, WCXB_WEIGHTS,
                   "some hold the line under the title, some stop early"),
        Collection("news", load_news, NEWS, 4.0, "the line under the title is optional"),
        Collection("snippets", load_snippets, SNIPPETS, 1.5),
        in_common_form("daniel", 0.4, "captions and the line under the title; some begin with the title"),
        in_common_form("dragnet", 0.4, "dates, bylines and lines to follow the author"),
        in_common_form("misinformation-crawler", 0.5),
        in_common_form("magic-html-article", 0.5, "lines break at inline elements"),
        in_common_form("magic-html-forum", 0.5, "lines break at inline elements"),
        in_common_form("harvest-forums", 0.5, "posts without the names of who wrote them"),
        in_common_form("fundus-history", 2.0),
        in_common_form("paired-source", 0.4),
        in_common_form("cn-handcrafted", 0.5),
        in_common_form("canola", 0.0, "nearly everything that a page shows is content"),
        in_common_form("recipes", 0.0, "ingredients and steps only", SNIPPETS),
        # Pages of the others, read by hand. When the scorer learns they stand in place of the same pages there.
        Collection("read", load_read, WORDS_BY_COLLECTION, 1.0),
    )
}
NAMES = tuple(COLLECTIONS)
TAUGHT = tuple(name for name, c in COLLECTIONS.items() if c.weight)


def load(folder, name):
    return COLLECTIONS[name].load(folder)


# Without a reference text: pages that may be read, and that tools/evaluate_metadata measures.
WITHOUT_TEXT = {"dates": load_dates, "readability": load_readability}
READABLE = (*(name for name in NAMES if name != "read"), *WITHOUT_TEXT)


def load_unread(folder, name):
    """The pages of a collection that may be read by hand."""
    return (WITHOUT_TEXT[name] if name in WITHOUT_TEXT else COLLECTIONS[name].load)(folder)
