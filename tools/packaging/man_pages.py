#!/usr/bin/env python3
"""Writes the man pages of what is described elsewhere: clean_article(3), the C header's own text, and
clean-article-rules(5), the format of site rules as rules/sites/README.md has it.

Owns the change from a header and from Markdown (headings, paragraphs, tables of two columns, `code`) to roff; says
nothing itself. The pages of section 1 are written by the program's tables (src/cli).

    man_pages.py VERSION FOLDER     writes FOLDER/man3/*.3 and FOLDER/man5/*.5
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HEADER = ROOT / "src" / "clean_article" / "clean_article.h"
RULES = ROOT / "rules" / "sites" / "README.md"

ESCAPES = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}


def roff(text):
    """Characters as they are; no line is taken for a request."""
    escaped = "".join(ESCAPES.get(c, c) for c in text)
    return "\\&" + escaped if escaped.startswith((".", "\\(aq")) else escaped


def inline(text):
    """A line of Markdown: code in bold, links as their text."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = text.split("`")
    out = "".join(f"\\fB{roff(part)}\\fR" if i % 2 else roff(part) for i, part in enumerate(parts))
    return out if not out.startswith("'") else "\\&" + out


def head(name, section, version, title, what):
    return [f'.TH {roff(name)} {section} "" "clean\\-article {version}" "{title}"', ".SH NAME",
            f"{roff(name)} \\- {roff(what)}"]


def library_page(version):
    """The header whole: it is the manual, and every sentence of it stands beside what it is about."""
    lines = HEADER.read_text(encoding="utf-8").splitlines()
    page = head("clean_article", 3, version, "Library Functions", "the article of a web page, from C")
    page += [".SH SYNOPSIS", ".nf", ".B #include <clean_article/clean_article.h>", ".PP",
             roff("cc FILE... $(pkg-config --cflags --libs clean_article)"), ".fi", ".SH DESCRIPTION",
             "What follows is the header. It is the manual, and all of the interface.", ".PP", ".nf"]
    page += [roff(line) for line in lines]
    page += [".fi", ".SH SEE ALSO", "clean\\-article(1), clean\\-article\\-rules(5)"]
    return page


def row_of(line):
    """The two cells of a row of a table, or None. A bar in `code` is none between cells."""
    cells = re.fullmatch(r"\| ((?:`[^`]*`|[^|`])*) \| (.*) \|", line)
    return cells.groups() if cells else None


def markdown(lines):
    """The body of a document as roff, its first heading left out."""
    page = []
    for i, line in enumerate(lines):
        if line.startswith("# ") or re.fullmatch(r"\|[-| ]+\|", line):
            continue
        if line.startswith("## "):
            page.append(".SH " + inline(line[3:]).upper())
        elif line.startswith("|"):
            # The names of columns stand above the line of hyphens.
            if i + 1 < len(lines) and re.fullmatch(r"\|[-| ]+\|", lines[i + 1]):
                continue
            term, text = row_of(line)
            page += [".TP", inline(term), inline(text)]
        elif line:
            page.append(inline(line))
        elif i > 0 and i + 1 < len(lines) and lines[i + 1] and not lines[i + 1].startswith(("|", "#")):
            page.append(".PP")
    return page[1:] if page and page[0] == ".PP" else page


def rules_page(version):
    page = head("clean-article-rules", 5, version, "File Formats", "site rules of clean-article")
    page += [".SH DESCRIPTION"] + markdown(RULES.read_text(encoding="utf-8").splitlines())
    page += [".SH SEE ALSO", "clean\\-article(1), clean\\-article\\-rules(1)"]
    return page


def main():
    version, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for name, section, page in (("clean_article", 3, library_page(version)),
                                ("clean-article-rules", 5, rules_page(version))):
        path = folder / f"man{section}" / f"{name}.{section}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(page) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
