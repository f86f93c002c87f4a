"""Pages that are hard on a program that reads them: kinds by name, each of any size. Knows nothing of programs.

A kind is a function from a number of bytes to a page of about that many. KINDS has them all by name.
"""

import random

KINDS = {}
PROSE = "The bridge, which closed in March, will open again before the summer, the engineers told the council. "
HEAD = "<!DOCTYPE html><html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>"
PARAGRAPH = f"<p>{PROSE}{PROSE}</p>"


def kind(name):
    def register(function):
        assert name not in KINDS, name
        KINDS[name] = function
        return function
    return register


def fill(piece, size):
    """`piece` again and again; where it is a function, of the numbers 0, 1, 2 …"""
    if isinstance(piece, str):
        return piece * max(1, size // len(piece))
    out, length, number = [], 0, 0
    while length < size:
        text = piece(number)
        out.append(text)
        length += len(text)
        number += 1
    return "".join(out)


def repeated(name, piece, before="", after="", prose=True):
    """A kind that is one piece again and again, in a page with some prose."""
    begin = (HEAD + PARAGRAPH * 5 if prose else "") + before
    KINDS[name] = lambda size: begin + fill(piece, size - len(begin)) + after


def nested(name, begin, end, middle=PARAGRAPH):
    def make(size):
        depth = max(1, size // (len(begin) + len(end)))
        return HEAD + PARAGRAPH * 5 + begin * depth + middle + end * depth
    KINDS[name] = make


ELEMENTS = """a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote
br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div
dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i
iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee menu menuitem meta
meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre
progress q rb rp rt rtc ruby s samp script search section select shadow slot small source spacer span strike strong
style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
math mi mo mn ms mtext mfrac msqrt mrow annotation-xml foreignObject desc x-card""".split()

for _element in ELEMENTS:
    repeated(f"repeated/{_element}", f"<{_element}>A line of it.</{_element}>")
    nested(f"nested/{_element}", f"<{_element}>", f"</{_element}>")
    repeated(f"open/{_element}", f"<{_element}>w ")

# Tree construction: formatting that is adopted, parents that are changed, what no end tag ends.
repeated("adoption/a-p", "<a><p>x")
repeated("adoption/b-div", "<b><div>x</b>")
repeated("adoption/nobr", "<nobr><p>x")
repeated("adoption/font-attributes", lambda n: f"<font color={n}><p>x")
repeated("adoption/64-open", "<p>x", before="".join(f"<i a={n}>" for n in range(200)))
repeated("adoption/i-in-li", lambda n: f"<li><i class=c{n}>word ")
repeated("adoption/ends-only", "</b></i></a></p>")
repeated("foster/text-in-table", "text<b>bold</b> ", before="<table>")
repeated("foster/rows", "<div>x</div><tr>", before="<table>")
repeated("foster/tables", "<table>x<p>y")
repeated("select/options", "<option>one", before="<select>")
repeated("select/in-tables", "<table><select><tr><td>")
repeated("select/nested", "<select><select>")
nested("template/nested", "<template><div>", "</div></template>")
nested("template/shadow-roots", "<div><template shadowrootmode=open>", "</template></div>")
repeated("template/slots", "<slot name=a></slot>", before="<div><template shadowrootmode=open>")
repeated("template/streamed", lambda n: f'<template id="B:{n}"></template><div hidden id="S:{n}">x</div>'
                                        f'<script>$RC("B:{n}","S:{n}")</script>')
nested("lists/ul-li", "<ul><li>", "")
nested("lists/dl-dd", "<dl><dd>", "")
nested("lists/ol-li-p", "<ol><li><p>x", "")
nested("tables/nested", "<table><tr><td>", "")
nested("svg/foreign", "<svg><foreignObject><p>", "</p></foreignObject></svg>")
nested("math/annotation", "<math><annotation-xml encoding=text/html><p>", "")
nested("math/fractions", "<mfrac><mi>a</mi>", "</mfrac>", middle="<mi>b</mi>")
repeated("math/formulas", '<math alttext="a+b"><mi>a</mi></math> ')
repeated("frameset", "<frameset><frame src=a>", prose=False)
repeated("html-tags", lambda n: f"<html a{n}=b>")
repeated("body-tags", lambda n: f"<body a{n}=b>")
repeated("forms", "<form><form><input><button>x")
repeated("plaintext", "<p>x</p>", before="<plaintext>")
repeated("noscript", "<noscript><p>x<iframe></noscript>")
repeated("headings-open", "<h1><h2><h3>")
repeated("pre-lines", "<span class=ln>1</span>x = y;\n", before="<pre>", after="</pre>")

# Attributes, names, references, comments.
repeated("attributes/one-tag", lambda n: f" a{n}=b", before="<div", after=">x</div>")
repeated("attributes/same-name", " a=b", before="<div", after=">x</div>")
repeated("attributes/empty-quotes", "\"'", before="<div a=", after=">x</div>")
repeated("attributes/long-class", lambda n: f"c{n} ", before='<div class="', after='"><p>x</div>')
repeated("attributes/long-classes", lambda n: f'<p class="{"menu share c%d " % n * 40}">x')
repeated("attributes/ids", lambda n: f"<p id=i{n}>x <a href=#i{n}>y</a>")
repeated("attributes/long-style", "color:red;", before='<p style="', after='">x')
repeated("attributes/styles", lambda n: f'<p style="font-size:{n % 9}px;opacity:{n % 2};left:-{n}px">x')
repeated("attributes/unclosed", "<p a=\"x>y<p b='", prose=False)
repeated("attributes/data", lambda n: f"<p data-a{n}={n}>x")
repeated("names/one-long", "x", before="<", after=">y")
repeated("names/long-nested", "<" + "x" * 2000 + ">y")
repeated("names/all-different", lambda n: f"<x{n}>y</x{n}>")
repeated("names/end-tags", lambda n: f"</x{n}>")
repeated("references/amp", "&")
repeated("references/named", "&notin;&notit;&amp&lt&CounterClockwiseContourIntegral;")
repeated("references/numbers", lambda n: f"&#{n * 977 % 1200000};&#x{n:x}")
repeated("references/long", "&#" + "9" * 1000 + ";")
repeated("comments/many", "<!-- x -->")
repeated("comments/open", "<!--")
repeated("comments/bogus", "<!x><?y></ z>")
repeated("comments/dashes", "--!>-->", before="<!--")
repeated("cdata", "<![CDATA[x]]>", before="<svg>")
repeated("doctypes", "<!DOCTYPE html>")
repeated("raw/scripts", "<script>a<!--<script></script>")
repeated("raw/textarea", "x</textare>", before="<textarea>")
repeated("raw/title", "x</titl>", before="<title>")
repeated("bytes/nul", "a\0<p>\0")
repeated("bytes/controls", "".join(chr(n) for n in range(1, 32)) + "<p>")
repeated("bytes/less", "<")
repeated("bytes/greater", ">")
repeated("bytes/spaces", " \n\t")
repeated("bytes/one-word", "a")
repeated("bytes/one-word-open", "a", before="<p>")
repeated("bytes/joiners", "a\u200d\u200b\u2060\ufeff")
repeated("bytes/marks", "e\u0301\u0302\u0303\u0304")
repeated("bytes/tag-characters", "\U000e0041\U000e0042a")
repeated("bytes/bidi", "\u202ea\u202c\u2066b\u2069")
repeated("bytes/mojibake", "Ã©Ã¨â€™ ")
repeated("bytes/thai", "สะพานแห่งนี้จะเปิดอีกครั้ง")
repeated("bytes/han", "这座桥在三月关闭，夏天之前将重新开放。")


@kind("bytes/random-markup")
def _random_markup(size):
    draw = random.Random(1)
    return "".join(draw.choices("<>&;/='\" ab", k=size))


@kind("bytes/random-tags")
def _random_tags(size):
    draw = random.Random(2)
    def tag(_):
        name = draw.choice(ELEMENTS)
        return draw.choice((f"<{name}>", f"</{name}>", f"<{name} class=a>", "x ", f"<p>{PROSE}"))
    return fill(tag, size)


# Blocks, what is said of them, and what is repeated.
repeated("blocks/small", "<p>Ab c.")
repeated("blocks/prose", PARAGRAPH)
repeated("blocks/numbered", lambda n: f"<p>Number {n} of them says that {PROSE}</p>")
repeated("blocks/one", PROSE, before="<p>")
repeated("blocks/breaks", "x<br>")
repeated("blocks/double-breaks", "A line of it.<br><br>")
repeated("blocks/posts", "<article><p>word word word word word word word.</p></article>")
repeated("blocks/cards", lambda n: f"<div class=card><h3><a href=/{n}>Title {n}</a></h3><p>Text {n}.</p></div>")
repeated("blocks/comments", lambda n: f"<div class=comment id=comment-{n}><b>User {n}</b><p>I say {n}.</p></div>")
repeated("blocks/headings", lambda n: f"<h2>Heading {n}</h2>")
repeated("blocks/menu", lambda n: f"<li><a href=/{n}>Entry {n}</a>", before="<nav><ul>")
repeated("blocks/phrases", "<p>Share this article</p><p>Read more</p><p>Posted on 2 May 2021 by Maud</p>")
repeated("blocks/dates", "<p>2 May 2021, 3 hours ago, 2021-05-02T10:00:00Z, </p>")
repeated("blocks/dates-in-one", "2 May 2021 10:00 3. Juni 2020 ", before="<p>")
repeated("blocks/names", "<p class=byline>By Anna Berg, Ben Carl and Dora Ek</p>")
repeated("blocks/quotes", "<blockquote><p>x</blockquote>")
nested("blocks/q", "<q>", "</q>")
repeated("blocks/figures", lambda n: f"<figure><img src=/{n}.jpg><figcaption>Photo: {n}</figcaption></figure>")
repeated("blocks/notes", lambda n: f"<p>x<sup><a href=#fn{n} id=r{n}>{n}</a></sup></p>")
repeated("blocks/notes-back", lambda n: f"<li id=fn{n}>Note {n} <a href=#r{n}>↩</a></li>", before="<ol>")
repeated("hidden/elements", "<p hidden>x</p><p aria-hidden=true>y</p>")
repeated("hidden/style", lambda n: f".c{n}{{display:none}}", before="<style>", after="</style>" + PARAGRAPH * 20)
repeated("hidden/one-rule", ".a{display:none}", before="<style>", after="</style>" + "<p class=a>x" * 1000)
repeated("hidden/selectors", lambda n: f".a{n},", before="<style>", after=".b{display:none}</style>")
repeated("hidden/many-classes", lambda n: f"<p class='a{n % 7000} b{n}'>x",
         before="<style>" + "".join(f".a{n}{{display:none}}" for n in range(7000)) + "</style>")
repeated("hidden/media", "@media print{", before="<style>", after="</style>" + PARAGRAPH)
repeated("folds", "<details><summary>x</summary>y</details>")
repeated("tabs", lambda n: f"<a role=tab aria-controls=t{n}>x</a><div role=tabpanel hidden id=t{n}>y</div>")

# Tables.
repeated("tables/cells", "<tr>" + "<td>Cell." * 10, before="<table>")
repeated("tables/one-row", "<td>Cell.", before="<table><tr>")
repeated("tables/one-column", "<tr><td>Cell.", before="<table>")
repeated("tables/spans", "<tr><td rowspan=65534 colspan=1000>x", before="<table>")
repeated("tables/growing-spans", lambda n: f"<tr><td rowspan={n}>x<td colspan={n % 60}>y", before="<table>")
repeated("tables/headers", "<tr><th>a<th>b<td>c", before="<table>")
repeated("tables/many", "<table><tr><th>a<th>b<tr><td>c<td>d</table>")
repeated("tables/pipes", "<tr><td>a|b|c<td>|", before="<table>")

# Links, images, addresses.
repeated("links/many", lambda n: f'<a href="/{n}">x</a> ')
repeated("links/sentence", lambda n: f'{PROSE}<a href="/{n}">x</a> ', before="<p>")
repeated("links/long", '<p>word <a href="/' + "a" * 1900 + '">x</a>')
repeated("links/dots", '<p><a href="' + "../" * 600 + '">x</a>')
repeated("links/base", lambda n: f'{PROSE}<a href="x{n}">y</a> ', before=f'<base href="http://e.com/{"b" * 2000}/">')
repeated("links/huge-base", "b", before='<base href="http://e.com/', after='/">' + '<p><a href=x>y</a>' * 2000)
repeated("links/hosts", lambda n: f'<a href="http://{"a." * 100}{n}.com/">x</a>')
repeated("links/idn", '<a href="http://bücher.' + "ä" * 50 + '.example/">x</a>')
repeated("links/brackets", "[](](x)![", before="<p>")
repeated("links/percent", '<a href="/%%%e4%20%' + "%41" * 300 + '">x</a>')
repeated("images/many", lambda n: f'<img src="/{n}.jpg" alt="Picture {n}">')
repeated("images/srcset", "a.jpg 1x, ", before='<img srcset="', after='">')
repeated("images/alt", "x ", before='<img alt="', after='">')
repeated("images/data", "A", before='<img src="data:image/png;base64,', after='">')
repeated("markdown/stars", "*_`~#>-+", before="<p>")
repeated("markdown/emphasis", "<b>a<i>b</i></b>")
nested("markdown/nested-emphasis", "<b><i><code>", "</code></i></b>", middle="x")
repeated("markdown/ticks", "`", before="<pre><code>", after="</code></pre>")

# Metadata and structured data.
repeated("meta/many", lambda n: f'<meta name="author" content="Person {n}">')
repeated("meta/properties", lambda n: f'<meta property="article:tag" content="tag {n}">')
repeated("meta/long", "Anna Berg, ", before='<meta name="author" content="', after='">')
repeated("meta/description", PROSE, before='<meta name="description" content="', after='">')
repeated("meta/title", "The bridge - ", before="<title>", after="</title>")
repeated("meta/canonical", lambda n: f'<link rel=canonical href="http://e.com/{n}">')
repeated("meta/itemprop", lambda n: f'<span itemscope itemtype=http://schema.org/Person itemprop=author>'
                                    f'<span itemprop=name>P {n}</span>')
repeated("meta/times", lambda n: f'<time datetime="2021-05-{n % 28 + 1:02}">x</time>')
repeated("meta/rel-author", lambda n: f'<a rel=author href=/author/{n}>Anna {n}</a>')
repeated("meta/refresh", '<meta http-equiv=refresh content="0;url=x">')

_LD = '<script type="application/ld+json">'
repeated("json/deep", "[", before=_LD, after="</script>")
repeated("json/deep-objects", '{"a":', before=_LD, after="</script>")
repeated("json/flat", lambda n: f'"k{n}":"v{n}",', before=_LD + "{", after='"z":1}</script>')
repeated("json/graph", lambda n: f'{{"@type":"Article","@id":"#{n}","author":{{"@id":"#{n + 1}"}}}},',
         before=_LD + '{"@graph":[', after="{}]}</script>")
repeated("json/authors", lambda n: f'{{"@type":"Person","name":"Anna {n}"}},',
         before=_LD + '{"@type":"NewsArticle","author":[', after="{}]}</script>")
repeated("json/body", PROSE, before=_LD + '{"@type":"NewsArticle","articleBody":"', after='"}</script>', prose=False)
repeated("json/escapes", "\\u0041\\n\\\"", before=_LD + '{"a":"', after='"}</script>')
repeated("json/scripts", lambda n: _LD + f'{{"@type":"Article","headline":"T {n}"}}</script>')
repeated("json/broken", '{"a":[}', before=_LD, after="</script>")
repeated("json/comments", "/* x */", before=_LD + "{", after="}</script>")
repeated("state/nuxt", lambda n: f"[{n + 1}],", before='<script id=__NUXT_DATA__ type=application/json>[',
         after="1]</script>", prose=False)
repeated("state/nuxt-script", "{a:", before="<script>window.__NUXT__=", after="</script>", prose=False)
repeated("state/next", lambda n: f'{{"type":"p","text":"{PROSE}"}},', after="{}]}}</script>", prose=False,
         before='<script id=__NEXT_DATA__ type=application/json>{"props":{"content":[')
repeated("state/next-flight", 'self.__next_f.push([1,"x:\\"a\\"\\n"]);', before="<script>", after="</script>",
         prose=False)
repeated("state/window", lambda n: f'"k{n}":"{PROSE}",', before="<script>window.__INITIAL_STATE__={",
         after='"z":1}</script>', prose=False)
repeated("frames/srcdoc", "&amp;lt;p&amp;gt;x", before='<iframe srcdoc="&lt;p&gt;', after='"></iframe>', prose=False)
repeated("frames/many", '<iframe srcdoc="&lt;p&gt;x"></iframe>', prose=False)


@kind("frames/nested")
def _nested_frames(size):
    page = PARAGRAPH
    while len(page) < size:
        page = '<iframe srcdoc="' + page.replace("&", "&amp;").replace('"', "&quot;") + '"></iframe>'
        if len(page) > size // 3:
            page += PARAGRAPH * (size // len(PARAGRAPH))
    return page
