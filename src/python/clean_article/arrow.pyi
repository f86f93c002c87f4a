from collections.abc import Iterable, Sequence
from typing import Any

PAGE_COLUMNS: tuple[str, ...]
URL_COLUMNS: tuple[str, ...]

def clean_batches(
    batches: Iterable[Any] | Any,
    *,
    column: str | None = None,
    url_column: str | None = None,
    fields: Sequence[str] = (),
    format: str = "txt",
    jobs: int = 1,
    keep_pages: bool = False,
    **options: Any,
) -> Any: ...
