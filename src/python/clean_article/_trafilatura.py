"""The functions of trafilatura 2.3, by their names and arguments, over a Cleaner.

Owns what each argument means here; docs/python.md has the table. What has no meaning here is accepted and ignored,
so that a call written for trafilatura works as it is.
"""

from __future__ import annotations

from threading import Lock

from ._native import Cleaner

# "python" is bare_extraction()'s own.
_FORMATS = {
    "csv": "csv",
    "html": "html",
    "json": "json",
    "jsonl": "jsonl",
    "markdown": "markdown",
    "md": "markdown",
    "python": "txt",
    "text": "txt",
    "txt": "txt",
    "xml": "xml",
    "xmltei": "tei",
    "tei": "tei",
}

# Cleaners by their options: a program uses few different ones.
_MOST_CLEANERS = 32
_cleaners = {}
_lock = Lock()


def _cleaner(**options):
    key = tuple(options.items())
    cleaner = _cleaners.get(key)
    if cleaner is None:
        cleaner = Cleaner(**options)
        with _lock:
            if len(_cleaners) >= _MOST_CLEANERS:
                _cleaners.clear()
            _cleaners[key] = cleaner
    return cleaner


def _page(filecontent):
    """What a Cleaner takes: bytes and str as they are, a tree of lxml as its markup; None for None."""
    if type(filecontent).__module__.partition(".")[0] == "lxml":
        from lxml import etree

        return etree.tostring(filecontent, encoding="unicode", method="html")
    content = getattr(filecontent, "data", None)  # of a response of trafilatura or urllib3
    return content if isinstance(content, bytes) else filecontent


# Arguments that mean something here: their names in an `options` object of trafilatura, and what its values become.
_MEANT = {
    "favor_precision": ("focus", lambda value: value == "precision"),
    "favor_recall": ("focus", lambda value: value == "recall"),
    "output_format": ("format", str),
    "include_comments": ("comments", bool),
    "include_formatting": ("formatting", bool),
    "include_links": ("links", bool),
    "include_images": ("images", bool),
    "include_tables": ("tables", bool),
    "with_metadata": ("with_metadata", bool),
    "only_with_metadata": ("only_with_metadata", bool),
    "target_language": ("lang", lambda value: value),
    "url": ("url", lambda value: value),
    "url_blacklist": ("url_blacklist", lambda value: value),
    "date_extraction_params": ("date_params", lambda value: value),
}


def _settings(arguments):
    """Of a call's arguments those that mean something here. Values of `options` go before them, as in trafilatura."""
    settings = {name: arguments.get(name) for name in _MEANT}
    for name, (attribute, convert) in _MEANT.items():
        value = getattr(arguments["options"], attribute, None)
        if value is not None:
            settings[name] = convert(value)
    return settings


def _format(output_format):
    try:
        return _FORMATS[output_format]
    except (KeyError, TypeError):
        raise AttributeError(f"Cannot set format, must be one of: {', '.join(sorted(_FORMATS))}") from None


def _make(settings, format, fields):
    trade = "recall" if settings["favor_recall"] else "precision" if settings["favor_precision"] else "balanced"
    return _cleaner(
        trade=trade,
        comments=bool(settings["include_comments"]),
        tables=bool(settings["include_tables"]),
        images=bool(settings["include_images"]),
        links=bool(settings["include_links"]),
        formatting=bool(settings["include_formatting"]),
        only_with_metadata=bool(settings["only_with_metadata"]),
        language=settings["target_language"] or None,
        metadata=fields,
        formats=format,
    )


def _fetched(date_extraction_params):
    """The day that no date may be later than; None for today and later days, which limit nothing more."""
    latest = (date_extraction_params or {}).get("max_date")
    if latest is None:
        return None
    from datetime import date

    day = latest if isinstance(latest, str) else latest.strftime("%Y-%m-%d")
    return day if day[:10] < date.today().isoformat() else None


class Document:
    """What bare_extraction() and extract_metadata() give: attributes, as trafilatura names them.

    author is all of them, joined by "; ". categories and tags are lists. What is not known is None. comments and
    commentsbody are always None: comments are part of the text where they are asked for.
    """

    __slots__ = (
        "title",
        "author",
        "url",
        "hostname",
        "description",
        "sitename",
        "date",
        "categories",
        "tags",
        "fingerprint",
        "id",
        "license",
        "body",
        "comments",
        "commentsbody",
        "raw_text",
        "text",
        "language",
        "image",
        "pagetype",
        "filedate",
    )

    def __init__(self, **fields):
        for name in self.__slots__:
            setattr(self, name, fields.get(name))

    def as_dict(self):
        """A dict of all attributes."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, data):
        return cls(**{name: data[name] for name in cls.__slots__ if name in data})

    def __repr__(self):
        return f"<clean_article.Document: {self.title!r}>"


def _document(result, url, text):
    fields = result.metadata
    return Document(
        title=fields["title"],
        author="; ".join(fields["authors"]) or None,
        url=fields["url"] or url,
        hostname=fields["hostname"],
        description=fields["description"],
        sitename=fields["sitename"],
        date=(fields["date"] or "")[:10] or None,
        categories=fields["categories"],
        tags=fields["tags"],
        fingerprint=fields["fingerprint"],
        license=fields["license"],
        language=fields["language"],
        image=fields["image"],
        pagetype=fields["page_type"],
        raw_text=text,
        text=text,
    )


def _result(filecontent, settings, format, fields):
    page = _page(filecontent)
    if page is None:
        return None
    url_blacklist = settings["url_blacklist"]
    result = _make(settings, format, fields or bool(url_blacklist)).clean(
        page, settings["url"], fetched=_fetched(settings["date_extraction_params"])
    )
    if url_blacklist and result.metadata.get("url") in url_blacklist:
        return None
    return result if result else None


def extract(
    filecontent,
    url=None,
    record_id=None,
    fast=False,
    no_fallback=False,
    favor_precision=False,
    favor_recall=False,
    include_comments=False,
    output_format="txt",
    tei_validation=False,
    target_language=None,
    include_tables=True,
    include_images=False,
    include_formatting=None,
    include_links=False,
    deduplicate=False,
    date_extraction_params=None,
    with_metadata=False,
    only_with_metadata=False,
    max_tree_size=None,
    url_blacklist=None,
    author_blacklist=None,
    settingsfile=None,
    prune_xpath=None,
    config=None,
    options=None,
    **ignored,
):
    """The text of a page's article in a format, or None where it holds none.

    filecontent    bytes in any encoding, str, a tree of lxml, or None
    url            its address: completes links and chooses the site's rule
    output_format  txt, markdown, html, json, jsonl, csv, xml or xmltei
    with_metadata  the fields before txt and markdown; the other formats always have them

    The arguments are those of trafilatura.extract(); docs/python.md says what each does here. Comments are left out
    unless include_comments is true. Raises AttributeError for a format that is unknown.
    """
    settings = _settings(locals())
    format = _format(settings["output_format"])
    fields = bool(settings["with_metadata"])
    result = _result(filecontent, settings, format, fields)
    if result is None:
        return None
    marked = settings["include_links"] or settings["include_images"] or settings["include_formatting"]
    if format == "txt" and not fields and not marked:
        return result.text
    return result.render(format, metadata=fields)


def extract_with_metadata(
    filecontent,
    url=None,
    record_id=None,
    fast=False,
    favor_precision=False,
    favor_recall=False,
    include_comments=False,
    output_format="txt",
    tei_validation=False,
    target_language=None,
    include_tables=True,
    include_images=False,
    include_formatting=None,
    include_links=False,
    deduplicate=False,
    date_extraction_params=None,
    url_blacklist=None,
    author_blacklist=None,
    settingsfile=None,
    prune_xpath=None,
    config=None,
    options=None,
    **ignored,
):
    """Text and fields of a page's article as a Document, or None where it holds none.

    Its text is in the format, with the fields before txt and markdown; its raw_text is plain text, its id is record_id.
    """
    settings = _settings(locals())
    format = _format(settings["output_format"])
    result = _result(filecontent, settings, format, True)
    if result is None:
        return None
    document = _document(result, settings["url"], result.text)
    document.text = result.render(format, metadata=True)
    document.id = record_id
    return document


def bare_extraction(
    filecontent,
    url=None,
    fast=False,
    no_fallback=False,
    favor_precision=False,
    favor_recall=False,
    include_comments=False,
    output_format="python",
    target_language=None,
    include_tables=True,
    include_images=False,
    include_formatting=None,
    include_links=False,
    deduplicate=False,
    date_extraction_params=None,
    with_metadata=False,
    only_with_metadata=False,
    max_tree_size=None,
    url_blacklist=None,
    author_blacklist=None,
    as_dict=False,
    prune_xpath=None,
    config=None,
    options=None,
    **ignored,
):
    """Text and fields of a page's article as a Document, or None where it holds none."""
    settings = _settings(locals())
    result = _result(filecontent, settings, "txt", True)
    if result is None:
        return None
    text = result.render("txt")
    document = _document(result, settings["url"], text)
    return document.as_dict() if as_dict else document


def extract_metadata(filecontent, default_url=None, date_config=None, extensive=True, author_blacklist=None):
    """The fields of a page as a Document without text; None for what is no page."""
    page = _page(filecontent)
    if page is None:
        return None
    result = _cleaner(formats="txt").read_metadata(page, default_url, fetched=_fetched(date_config))
    return _document(result, default_url, None) if result.metadata else None


def html2txt(content, clean=True):
    """All text of a page, with its menus and all; "" for what is no page."""
    page = _page(content)
    return "" if page is None else _cleaner(formats="txt").whole_text(page).text or ""


def baseline(filecontent):
    """(body, text, length) as trafilatura.baseline() gives them; body is always None."""
    page = _page(filecontent)
    text = "" if page is None else _cleaner(trade="recall", metadata=False, formats="txt").clean(page).text or ""
    return None, text, len(text)
