#include "extract/blocks/blocks.hpp"

#include "base/base.hpp"
#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;

TEST_CASE("Each run of inline content is a block") {
  struct Case {
    const char* html;
    Texts blocks;
  };
  const Case cases[] = {
      {"<p>One <b>bold</b> word.</p><p>Two</p>", {"One bold word.", "Two"}},
      {"<div>Before<p>inside</p>after</div>", {"Before", "inside", "after"}},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>", {"a", "b", "c"}},
      {"<p>an in<i>line</i>d word</p>", {"an inlined word"}},
      {"<p>  many \n spaces&nbsp;here </p>", {"many spaces here"}},
      {"<p>first<br>second</p>", {"first\nsecond"}},
      {"<div>one<br><br>two<br/> <br/>three</div>", {"one", "two", "three"}},
      {"<p>a<br> b <br>c</p>", {"a\nb\nc"}},
      {"<table><tr><td>x<td>y</table>", {"x", "y"}},
      {"<a href=x><div>card</div>title</a>", {"card", "title"}},
      {"<p>soft&shy;ly zero&#8203;width</p>", {"softly zerowidth"}},
      {"<p>&zwj;</p><p>one</p><p> &zwnj; </p>", {"one"}},
      {"<p>&zwj;one <b>&zwj;</b>two&zwj;</p>", {"one two"}},
      {"<p>می&zwnj;روم 👩&zwj;🍳</p>", {"می\u200cروم 👩\u200d🍳"}},
      {"<p>bell&#7; and escape&#27;[31m</p>", {"bell and escape[31m"}},
      {"<p> <span> </span> &nbsp; </p><p>x</p>", {"x"}},
      {"", {}},
      {"plain", {"plain"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(texts_of(c.html) == c.blocks);
  }
}

TEST_CASE("Elements hold blocks that there are, also where a note about links was all of the last") {
  const PageBlocks page(
      "<p>Some words.</p><div><a href=/x>x</a></div><div><a href=/y><span>(opens in a new "
      "tab)</span></a></div>");
  CHECK(page.texts() == Texts{"Some words.", "x"});
  for (const Element& e : page.blocks().elements) {
    CHECK(e.first_block <= e.end_block);
    CHECK(e.end_block <= page.blocks().blocks.size());
  }
}

TEST_CASE("All text that is left stands in the last block that a page may have") {
  std::string html;
  for (std::size_t n = 0; n < kMostBlocks - 1; ++n) html += "<p>a</p>";
  Texts just_inside = texts_of(html + "<p>b</p>");
  CHECK(just_inside.size() == kMostBlocks);
  CHECK(just_inside.back() == "b");
  Texts beyond = texts_of(html + "<p>b</p><div><h2>c</h2>d</div><p></p><ul><li>e</ul>");
  CHECK(beyond.size() == kMostBlocks);
  CHECK(beyond.back() == "b\nc\nd\ne");
}

TEST_CASE("What is not the page's text gives no block") {
  CHECK(texts_of("<svg><title>Facebook Icon</title><desc>A Facebook icon</desc><path/></svg>") == Texts{});
  CHECK(texts_of("<a><svg><title>Icon</title></svg>Share</a>") == Texts{"Share"});
  CHECK(texts_of("<template><p>later</p></template>") == Texts{});
  CHECK(texts_of("<select><option>a<option>b</select><textarea>t</textarea><input value=v>") == Texts{});
  CHECK(texts_of("<script>var a = '<p>no</p>'</script><style>p{}</style>") == Texts{});
  CHECK(texts_of("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>") == Texts{"漢字"});
  CHECK(texts_of("<title>t</title><p>x") == Texts{"x"});
}

TEST_CASE("Footnote numbers, permalinks and edit links are no part of the text") {
  CHECK(texts_of("<p>Known<sup class=reference><a href='#cite-1'>[12]</a></sup> since.</p>") ==
        Texts{"Known since."});
  CHECK(texts_of("<h2>Setup<a class=hash-link href='#setup'>#</a></h2>") == Texts{"Setup"});
  CHECK(texts_of("<p>A note. <a href='#ref1'>↩</a></p>") == Texts{"A note."});
  CHECK(
      texts_of("<ol><li><span class=mw-cite-backlink>^ <a href='#c'><b>a</b></a></span> A book.</li></ol>") ==
      Texts{"A book."});
  CHECK(texts_of("<h2>Name<span class=mw-editsection>[<a href=e>edit</a>]</span></h2>") == Texts{"Name"});
  CHECK(texts_of("<p>E = mc<sup>2</sup>, see <a href='#five'>five</a>, page <a href=p5>5</a></p>") ==
        Texts{"E = mc2, see five, page 5"});
}

TEST_CASE("Hidden and noscript text gives blocks with a flag") {
  const PageBlocks page(
      "<p hidden>a</p><div style='color:red; display : none'><p>b</p></div>"
      "<noscript><p>c</p></noscript><p aria-hidden=true>d</p><p>e</p>");
  REQUIRE(page.texts() == Texts{"a", "b", "c", "d", "e"});
  CHECK((page[0].flags & kHidden) != 0);
  CHECK((page[1].flags & kHidden) != 0);
  CHECK((page[2].flags & kNoscript) != 0);
  CHECK((page[3].flags & kHidden) != 0);
  CHECK(page[4].flags == 0);
}

TEST_CASE("A block knows its kind") {
  const PageBlocks page(
      "<h3>h</h3><p>p</p><ul><li>i<ol><li>n</ol></ul><dl><dt>t<dd>d</dl>"
      "<table><tr><td>c<td><p>q</table><figure><figcaption>f</figcaption></figure>"
      "<pre>code</pre><blockquote><p>quote</p></blockquote>");
  std::vector<BlockKind> kinds;
  for (const Block& b : page.blocks().blocks) kinds.push_back(b.kind);
  CHECK(kinds == std::vector<BlockKind>{BlockKind::kHeading, BlockKind::kParagraph, BlockKind::kListItem,
                                        BlockKind::kListItem, BlockKind::kTerm, BlockKind::kDefinition,
                                        BlockKind::kCell, BlockKind::kCell, BlockKind::kCaption,
                                        BlockKind::kCode, BlockKind::kParagraph});
  CHECK(page[0].level == 3);
  CHECK(page[2].level == 1);
  CHECK(page[3].level == 2);
  CHECK((page[10].flags & kInQuote) != 0);
}

TEST_CASE("A cell of several blocks is layout, not a cell") {
  const PageBlocks page("<table><tr><td>menu<td>First part.<br><br>Second part.</table>");
  REQUIRE(page.texts() == Texts{"menu", "First part.", "Second part."});
  CHECK(page[0].kind == BlockKind::kCell);
  CHECK(page[1].kind == BlockKind::kParagraph);
  CHECK(page[2].kind == BlockKind::kParagraph);
}

TEST_CASE("Code keeps its white space and stays one block") {
  CHECK(texts_of("<pre>\n  if (a) {\n\tb();\n  }\n</pre>") == Texts{"  if (a) {\n\tb();\n  }"});
  CHECK(texts_of("<pre><div>one</div><div>  two</div></pre>") == Texts{"one\n  two"});
  CHECK(texts_of("<pre><span>a</span>\n\n<span>b</span></pre>") == Texts{"a\n\nb"});
}

TEST_CASE("Links, bold and code are counted in characters") {
  const PageBlocks page("<p>ab <a href=x>cde</a> <b>fg</b> <code>h</code></p>");
  REQUIRE(page.blocks().blocks.size() == 1);
  CHECK(page[0].chars == 11);
  CHECK(page[0].link_chars == 4);  // with the space before it
  CHECK(page[0].strong_chars == 3);
  CHECK(page[0].code_chars == 2);
  CHECK(page[0].links == 1);
}

TEST_CASE("Elements know the blocks inside them") {
  const PageBlocks page("<div id=a><p>1</p><p>2</p></div><div id=b>3</div>");
  const auto& elements = page.blocks().elements;
  REQUIRE(elements.size() == 5);  // body, div, p, p, div
  CHECK(elements[0].first_block == 0);
  CHECK(elements[0].end_block == 3);
  CHECK(elements[1].end_block - elements[1].first_block == 2);
  CHECK(elements[4].first_block == 2);
  CHECK(elements[1].end == 4);
}

TEST_CASE("Pieces lead from a block's text back to the source") {
  const std::string html = "<p>one <i>two</i> three</p>";
  const PageBlocks page(html);
  const Block& b = page[0];
  REQUIRE(b.end_piece - b.first_piece == 3);
  std::string_view rest = page.blocks().text_of(b);
  std::uint32_t begin = b.text_begin;
  std::vector<std::string> parts;
  for (std::uint32_t p = b.first_piece; p < b.end_piece; ++p) {
    parts.emplace_back(page.blocks().text.substr(begin, page.blocks().pieces[p].text_end - begin));
    begin = page.blocks().pieces[p].text_end;
  }
  CHECK(parts == Texts{"one", " two", " three"});
  CHECK(rest == "one two three");
}

TEST_CASE("Depth does not use the stack") {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  html += "deep";
  CHECK(texts_of(html) == Texts{"deep"});
}

TEST_CASE("A quotation has the marks that a browser prints") {
  CHECK(texts_of("<p>She said <q>no</q>.</p>") == Texts{"She said \"no\"."});
  CHECK(texts_of("<p><q>He called it <q>late</q> twice</q></p>") == Texts{"\"He called it 'late' twice\""});
  CHECK(texts_of("<html lang=de><p>Sie sagte <q>nein, <q>nie</q></q>.") == Texts{"Sie sagte „nein, ‚nie‘“."});
  CHECK(texts_of("<html lang=ja><p>彼は<q>はい</q>と言った") == Texts{"彼は「はい」と言った"});
  CHECK(texts_of("<p>Marked: “<q>no</q>”, <q>“never”</q></p>") == Texts{"Marked: “no”, “never”"});
  CHECK(texts_of("<q><p>whole</p></q><p>x</p>") == Texts{"whole", "x"});
}

TEST_CASE("Pictures that are text print it") {
  CHECK(texts_of("<p>I went <img class=emoji alt=😀 src=1f600.svg> home</p>") == Texts{"I went 😀 home"});
  CHECK(texts_of("<p>home<img alt='👩‍🍳' src=a.png>!</p>") == Texts{"home👩‍🍳!"});
  CHECK(texts_of("<p>Well <img class='wp-smiley' alt=':)' src=s.gif></p>") == Texts{"Well :)"});
  CHECK(texts_of("<p>Fine <img class=smilie alt=':1f44c:' src=s.png></p>") == Texts{"Fine 👌"});
  CHECK(texts_of("<p>See <img alt='A bridge' src=b.jpg> there <img alt='1' src=1.jpg></p>") ==
        Texts{"See there"});
  CHECK(texts_of("<p>See <img class=emoji alt='a face of a man' src=b.jpg></p>") == Texts{"See"});
}

TEST_CASE("A line of the source ends no word of Chinese or Japanese") {
  CHECK(texts_of("<p>水位計自從那場\n  洪水以後，\n他</p>") == Texts{"水位計自從那場洪水以後，他"});
  CHECK(texts_of("<p>他说，“\n可是”\n他走了…\n我</p>") == Texts{"他说，“可是”他走了…我"});
  CHECK(texts_of("<p>He said “yes”\nand “\nno”.</p>") == Texts{"He said “yes” and “ no”."});
  CHECK(texts_of("<p>かわの\n<b>みず</b>\nです</p>") == Texts{"かわのみずです"});
  CHECK(texts_of("<p>서울\n특별시 中文 和\nEnglish 混\nend</p>") ==
        Texts{"서울 특별시 中文 和 English 混 end"});
  CHECK(texts_of("<p>前&nbsp;\n後 <a>首頁</a>\n<a>新聞</a></p>") == Texts{"前 後 首頁 新聞"});
}

TEST_CASE("Words are neither glued nor parted") {
  CHECK(texts_of("<p><span style='display: block'>Part one</span><span style='display:block'>The "
                 "river</span></p>") == Texts{"Part one\nThe river"});
  CHECK(texts_of("<p>super<wbr>cali&shy;fragi&#8203;listic <x-word>un</x-word>broken</p>") ==
        Texts{"supercalifragilistic unbroken"});
  CHECK(texts_of("<p><span style='display:inline-block'>un</span>broken</p>") == Texts{"unbroken"});
  CHECK(texts_of("<p><a href=a>Politics</a><a href=b>Science</a><a href=c>, too</a></p>") ==
        Texts{"Politics Science, too"});
  CHECK(texts_of("<p><a href=a>Un</a><a href=a>broken</a>, <a href=a>one</a>s</p>") ==
        Texts{"Unbroken, ones"});
}
