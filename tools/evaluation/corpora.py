"""The labelled collections as Python values: where they lie, their pages, references and folds.

Owns the knowledge of each collection's files. Knows nothing of metrics, of the program or of learning.
"""

import gzip
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

SOURCE_DIR = Path(__file__).resolve().parents[2]
NAMES = ("wcxb", "news", "snippets")
PAGE_TYPES = ("article", "documentation", "service", "forum", "collection", "listing", "product")
FOLDS = 5


@dataclass
class Page:
    name: str  # unique in its corpus; the program's output is NAME.txt
    html_path: Path  # gzip
    corpus: str
    url: str = ""
    group: str = ""  # pages of one group never stand on both sides of a fold
    page_type: str = ""  # wcxb only
    wanted: list[str] = field(default_factory=list)  # the reference, a paragraph or a whole text each
    optional: list[str] = field(default_factory=list)  # may be in the text or not
    snippets_with: list[str] = field(default_factory=list)
    snippets_without: list[str] = field(default_factory=list)

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


LOADERS = {"wcxb": load_wcxb, "news": load_news, "snippets": load_snippets}


def load(folder, name):
    return LOADERS[name](folder)
