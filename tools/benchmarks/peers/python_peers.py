"""Cleans pages with one of the peers written in Python: see README.md for what is printed.

    python3 python_peers.py PEER
"""

import json
import logging
import sys
import time


def trafilatura():
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False)


def trafilatura_precise():
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False, favor_precision=True)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def clean(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        return extract_plain_text(tree, main_content=True, alt_texts=False)

    return clean


def lines_of(element):
    return "\n".join(element.itertext())


def readability():
    from lxml import html
    from readability import Document

    return lambda page: lines_of(html.fromstring(Document(page).summary()))


def newspaper():
    from newspaper import Article

    def clean(page):
        article = Article("https://example.com/")
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return article.text

    return clean


def justext():
    from justext import get_stoplist, justext

    stop_words = get_stoplist("English")
    return lambda page: "\n".join(p.text for p in justext(page, stop_words) if not p.is_boilerplate)


def selectolax():
    from selectolax.lexbor import LexborHTMLParser

    def parse(page):
        LexborHTMLParser(page)

    return parse


def clean_file(clean, path):
    with open(path, "rb") as file:
        page = file.read()
    try:
        return clean(page) or ""
    except Exception:  # a page that a peer breaks on has no text; the others go on
        return ""


def main():
    logging.disable()
    clean = globals()[sys.argv[1]]()
    for line in sys.stdin:
        begin = time.process_time()
        text = clean_file(clean, line.rstrip("\n"))
        cpu = time.process_time() - begin
        print(json.dumps({"text": text, "cpu": cpu}), flush=True)


if __name__ == "__main__":
    main()
