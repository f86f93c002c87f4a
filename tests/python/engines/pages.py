"""Pages for the engines, in the forms that they read: a WARC for datatrove, a table for Spark and Ray. Owns how many there
are and what each must give."""
import gzip
import pathlib

from clean_article import Cleaner

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAGES = 900


def pages():
    """(id, url, bytes) of PAGES pages: the fixtures again and again, each time with an id of its own."""
    sources = [path.read_bytes() for path in sorted(ROOT.glob("fixtures/*/input.html"))]
    for i in range(PAGES):
        yield i, f"https://site{i % 7}.example/page-{i}", sources[i % len(sources)]


def expected():
    """{url: text or None} as one cleaner in one thread gives it."""
    cleaner = Cleaner(metadata=False, formats="txt")
    return {url: cleaner.clean(page, url).text for _, url, page in pages()}


def write_warcs(folder, files=4):
    outputs = [gzip.open(folder / f"part-{i}.warc.gz", "wb") for i in range(files)]
    for i, url, page in pages():
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page)
        block = head + page
        outputs[i % files].write(
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
            b"WARC-Target-URI: %s\r\nWARC-Date: 2024-05-17T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (i, url.encode(), len(block), block)
        )
    for output in outputs:
        output.close()
