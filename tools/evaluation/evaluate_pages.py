"""From texts to figures: every metric of a page, the summary of a corpus, and both as printed tables.

Knows pages of corpora.py and metrics of evaluate_metrics.py; not where the texts come from.
"""

from evaluation import corpora
from evaluation import evaluate_metrics as metrics

def metric_of(corpus):
    return corpora.COLLECTIONS[corpus].metric


def main_metric(corpus):
    return "f1" if metric_of(corpus) == corpora.SNIPPETS else "word_f1"


def full_text_figures(page, text):
    # WCXB and news keep the words that their published figures count.
    keeps_words = metric_of(page.corpus) in (corpora.WORDS_BY_TYPE, corpora.NEWS)
    words_of = metrics.words if keeps_words else metrics.units
    best = {}
    for reference in metrics.with_optional(text, page.wanted, page.optional):
        word = metrics.word_score(text, reference, words_of)
        if not best or word.f1 > best["word_f1"]:
            best = {"word_f1": word.f1, "precision": word.precision, "recall": word.recall}
            best["reference"] = reference
    return best


def page_figures(page, text):
    """All figures of one page, as a flat dictionary."""
    metric = metric_of(page.corpus)
    if metric == corpora.SNIPPETS:
        counts = metrics.snippet_counts(text, page.snippets_with, page.snippets_without)
        return counts._asdict() | {"f1": counts.score().f1}
    figures = full_text_figures(page, text)
    reference = figures.pop("reference")
    if metric == corpora.NEWS:
        figures["rouge_l"] = max(
            metrics.rouge_l(text, choice).f1
            for choice in metrics.with_optional(text, page.wanted, page.optional)
        )
        counts = metrics.paragraph_counts(text, page.wanted, page.optional)
        figures["paragraph_match"] = counts.score().f1
    else:
        figures["shingles"] = metrics.shingle_counts(text, reference)
        figures["exact"] = metrics.is_exact(text, reference)
        figures["type"] = page.page_type
    return figures


def words_summary(pages):
    shingle = metrics.shingle_summary([p["shingles"] for p in pages])
    return {
        "pages": len(pages),
        "word_f1": metrics.mean(p["word_f1"] for p in pages),
        "precision": metrics.mean(p["precision"] for p in pages),
        "recall": metrics.mean(p["recall"] for p in pages),
        "shingle_f1": shingle.f1,
        "exact": metrics.mean(p["exact"] for p in pages),
        "word_f1_99": metrics.mean(p["word_f1"] >= metrics.EXACT_WORD_F1 for p in pages),
    }


def news_summary(pages):
    names = ("word_f1", "precision", "recall", "rouge_l", "paragraph_match")
    summary = {name: metrics.mean(p[name] for p in pages) for name in names}
    summary["word_f1_99"] = metrics.mean(p["word_f1"] >= metrics.EXACT_WORD_F1 for p in pages)
    return {"pages": len(pages)} | summary


def snippets_summary(pages):
    counts = metrics.add_counts([metrics.Counts(p["tp"], p["fp"], p["fn"]) for p in pages])
    return {"pages": len(pages)} | counts.score()._asdict() | counts._asdict()


def corpus_figures(corpus, pages, texts):
    """texts: page name -> text, absent meaning empty. -> {"rows": label -> summary, "pages": …}"""
    by_page = {page.name: page_figures(page, texts.get(page.name, "")) for page in pages}
    everything = list(by_page.values())
    metric = metric_of(corpus)
    types = {corpora.WORDS_BY_TYPE: corpora.PAGE_TYPES, corpora.WORDS_BY_COLLECTION: corpora.READABLE}
    if metric in (corpora.WORDS, *types):
        rows = {"all": words_summary(everything)}
    if metric in types:
        for page_type in types[metric]:
            of_type = [figures for figures in everything if figures["type"] == page_type]
            if of_type:
                rows[page_type] = words_summary(of_type)
    elif metric == corpora.NEWS:
        rows = {"all": news_summary(everything)}
    elif metric == corpora.SNIPPETS:
        rows = {"all": snippets_summary(everything)}
    return {"rows": rows, "pages": by_page}


def cell(value):
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def table(title, rows):
    """rows: label -> {column: number}, all with the same columns."""
    columns = list(next(iter(rows.values())))
    width = max([len(label) for label in rows] + [len(title)]) + 2
    lines = [title.ljust(width) + "".join(f"{name:>{max(len(name) + 2, 8)}}" for name in columns)]
    for label, row in rows.items():
        cells = (f"{cell(row[name]):>{max(len(name) + 2, 8)}}" for name in columns)
        lines.append(label.ljust(width) + "".join(cells))
    return "\n".join(lines)


def worst_pages(corpus, figures, pages, texts, count):
    """Lines on the pages that lose most, worst first."""
    main = main_metric(corpus)
    names = sorted(figures["pages"], key=lambda name: (figures["pages"][name][main], name))[:count]
    by_name = {page.name: page for page in pages}
    lines = []
    for name in names:
        row, page = figures["pages"][name], by_name[name]
        numbers = " ".join(f"{k}={cell(v)}" for k, v in row.items() if isinstance(v, (int, float)) and k != "exact")
        lines.append(f"{name}  {row.get('type', '')} {numbers}  {page.url}".replace("  ", " "))
        if metric_of(corpus) == corpora.SNIPPETS:
            text = metrics.fold(texts.get(name, ""))
            shown = [("missed", s) for s in page.snippets_with if metrics.fold(s) not in text]
            shown += [("unwanted", s) for s in page.snippets_without if metrics.fold(s) in text]
            lines += [f"    {what}: {metrics.fold(snippet)[:90]}" for what, snippet in shown]
    return lines


def changes(corpus, figures, before, count):
    """What moved since an earlier --json: differences of the rows, then the pages that moved most."""
    rows = {}
    for label, row in figures["rows"].items():
        old = before["rows"].get(label)
        if old:
            rows[label] = {name: f"{value - old[name]:+.4f}" for name, value in row.items()
                           if isinstance(value, float) and name in old}
    lines = [table(f"{corpus}, change", rows)] if rows else []
    main = main_metric(corpus)
    moved = [(row[main] - before["pages"][name][main], name)
             for name, row in figures["pages"].items() if name in before["pages"]]
    moved = sorted((m for m in moved if m[0]), key=lambda m: -abs(m[0]))[:count]
    return lines + [f"  {name} {delta:+.4f} -> {figures['pages'][name][main]:.4f}" for delta, name in moved]
