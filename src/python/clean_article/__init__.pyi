from collections.abc import Iterable, Iterator

from ._native import ArrowTexts as ArrowTexts
from ._native import Block as Block
from ._native import Cleaner as Cleaner
from ._native import ManyPages, PageBytes
from ._native import Result as Result
from ._trafilatura import Document as Document
from ._trafilatura import bare_extraction as bare_extraction
from ._trafilatura import baseline as baseline
from ._trafilatura import extract as extract
from ._trafilatura import extract_metadata as extract_metadata
from ._trafilatura import extract_with_metadata as extract_with_metadata
from ._trafilatura import html2txt as html2txt

__version__: str

def clean(
    page: PageBytes,
    url: str | None = None,
    *,
    content_type: str | None = None,
    encoding: str | None = None,
    fetched: str | None = None,
) -> Result: ...
def clean_many(pages: Iterable[ManyPages], *, jobs: int | None = None) -> Iterator[Result]: ...
