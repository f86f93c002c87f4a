from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

PageBytes: TypeAlias = str | bytes | bytearray | memoryview
ManyPages: TypeAlias = PageBytes | tuple[PageBytes, str | None]
Format: TypeAlias = Literal["txt", "text", "markdown", "md", "html", "json", "jsonl", "csv", "xml", "tei", "xmltei"]
Outcome: TypeAlias = Literal["article", "no_article", "unwanted", "too_large", "not_a_page"]
FieldValue: TypeAlias = str | int | float | list[str] | None

class ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...

class ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

version: str

class Block(NamedTuple):
    text: str
    kind: str
    step: str
    reason: str
    signals: str
    score: float
    kept: bool
    source_begin: int
    source_end: int

class Result:
    @property
    def ok(self) -> bool: ...
    @property
    def outcome(self) -> Outcome: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def doubtful(self) -> bool: ...
    @property
    def text(self) -> str | None: ...
    @property
    def encoding(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def page_type(self) -> str | None: ...
    @property
    def warnings(self) -> list[str]: ...
    @property
    def metadata(self) -> dict[str, FieldValue]: ...
    @property
    def sources(self) -> dict[str, str | None]: ...
    @property
    def blocks(self) -> list[Block]: ...
    def __bool__(self) -> bool: ...
    def render(self, format: Format, *, metadata: bool = False, text: bool = True) -> str | None: ...

class ArrowTexts:
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_array__(self, requested_schema: Any = None, /) -> tuple[Any, Any]: ...

class Cleaner:
    def __new__(
        cls,
        *,
        trade: Literal["balanced", "precision", "recall"] = "balanced",
        from_: Literal["auto", "html", "text"] = "auto",
        comments: bool = False,
        standfirst: bool = False,
        title: bool = False,
        tables: bool = True,
        formatting: bool = False,
        links: bool = False,
        images: bool = False,
        only_with_metadata: bool = False,
        language: str | None = None,
        min_chars: int = 0,
        min_confidence: float = 0.0,
        max_bytes: int = 0,
        rules: str | Sequence[str] | None = None,
        built_in_rules: bool = True,
        without: str | Sequence[str] | None = None,
        metadata: bool = True,
        blocks: bool = False,
        listed_blocks: bool = False,
        formats: Format | Sequence[Format] | None = None,
    ) -> Cleaner: ...
    def clean(
        self,
        page: PageBytes,
        url: str | None = None,
        *,
        content_type: str | None = None,
        encoding: str | None = None,
        fetched: str | None = None,
    ) -> Result: ...
    def read_metadata(
        self,
        page: PageBytes,
        url: str | None = None,
        *,
        content_type: str | None = None,
        encoding: str | None = None,
        fetched: str | None = None,
    ) -> Result: ...
    def whole_text(
        self,
        page: PageBytes,
        url: str | None = None,
        *,
        content_type: str | None = None,
        encoding: str | None = None,
        fetched: str | None = None,
    ) -> Result: ...
    def clean_many(self, pages: Iterable[ManyPages], *, jobs: int | None = None) -> Iterator[Result]: ...
    def clean_arrow(
        self,
        pages: ArrowArray | ArrowStream,
        urls: ArrowArray | ArrowStream | None = None,
        *,
        format: Format = "txt",
        fields: Sequence[str] = (),
        jobs: int = 1,
    ) -> ArrowTexts: ...
