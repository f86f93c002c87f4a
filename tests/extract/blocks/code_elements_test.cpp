#include "extract/blocks/code_elements.hpp"

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;

TEST_CASE("Code comes with its lines and without what stands beside it") {
  const Texts code = {"if x:\n    go()\n\nend()"};
  struct Case {
    const char* highlighter;
    const char* html;
  };
  const Case cases[] = {
      {"plain", "<pre>if x:\n    go()\n\nend()</pre>"},
      {"a column of numbers",
       "<figure class='highlight py'><table><tr><td class=gutter><pre><span class=line>1</span><br><span "
       "class=line>2</span><br><span class=line>3</span><br><span class=line>4</span><br></pre></td><td "
       "class=code><pre><span class=line>if x:</span><br><span class=line>    go()</span><br><span "
       "class=line></span><br><span class=line>end()</span><br></pre></td></tr></table></figure>"},
      {"a table in the code",
       "<pre class=highlight><code><table class=rouge-table><tbody><tr><td class='rouge-gutter gl'><pre "
       "class=lineno>1\n2\n3\n4\n</pre></td><td class=rouge-code><pre>if x:\n    "
       "go()\n\nend()\n</pre></td></tr>"
       "</tbody></table></code></pre>"},
      {"numbers from another line on",
       "<table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>  9\n 10\n 11\n "
       "12</pre></div>"
       "</td><td class=code><div><pre>if x:\n    go()\n\nend()\n</pre></div></td></tr></table>"},
      {"numbers in the lines",
       "<pre><code><span class=line><span class=ln>1</span><span class=cl>if x:\n</span></span><span "
       "class=line><span class=ln>2</span><span class=cl>    go()\n</span></span><span class=line><span "
       "class=ln>3</span><span class=cl>\n</span></span><span class=line><span class=ln>4</span><span "
       "class=cl>end()</span></span></code></pre>"},
      {"numbers that cannot be selected",
       "<pre><span style='user-select: none'>1 </span>if x:\n<span style='user-select:none'>2 </span>    "
       "go()\n"
       "<span style='user-select:none'>3 </span>\n<span style='user-select:none'>4 </span>end()</pre>"},
      {"a list of numbers behind",
       "<pre class=prettyprint><code class='has-numbering'>if x:\n    go()\n\nend()</code><ul "
       "class=pre-numbering>"
       "<li>1<li>2<li>3<li>4</ul></pre>"},
      {"a table with a row a line",
       "<pre><code><table class=hljs-ln><tr><td class='hljs-ln-line hljs-ln-numbers' data-line-number=1><div "
       "class=hljs-ln-n data-line-number=1></div></td><td class=hljs-ln-code>if x:</td></tr><tr><td "
       "class=hljs-ln-numbers>2</td><td class=hljs-ln-code>    go()</td></tr><tr><td "
       "class=hljs-ln-numbers>3</td>"
       "<td class=hljs-ln-code>\n</td></tr><tr><td class=hljs-ln-numbers>4</td><td "
       "class=hljs-ln-code>end()</td></tr>"
       "</table></code></pre>"},
      {"a button", "<pre><button class=copy>Copy</button><code>if x:\n    go()\n\nend()</code></pre>"},
      {"a bar of tools",
       "<pre><div class=toolbar><span>Python</span><a>Copy</a></div><code>if x:\n    "
       "go()\n\nend()</code></pre>"},
      {"a <code> a line",
       "<pre><code><span leaf>if x:</span></code><code><span leaf>    go()</span></code><code><span "
       "leaf><br></span>"
       "</code><code><span leaf>end()</span></code></pre>"},
      {"a <div> a line", "<pre><div>if x:</div><div>    go()</div><div></div><div>end()</div></pre>"},
      {"a <span> a line",
       "<pre><code><span class=token-line style='display:block'>if x:</span><span class=token-line "
       "style='display:block'>    go()</span><span class=token-line style='display:block'><br></span><span "
       "class=token-line style='display:block'>end()</span></code></pre>"},
      {"items",
       "<pre class='prettyprint linenums'><ol><li>if x:</li><li>    "
       "go()</li><li></li><li>end()</li></ol></pre>"},
      {"a table that is no <pre>",
       "<div class='syntaxhighlighter python'><div class=toolbar><a>?</a></div><table>\n<tr><td "
       "class=gutter><div "
       "class='line number1'>1</div><div class='line number2'>2</div><div class='line number3'>3</div><div "
       "class='line number4'>4</div></td><td class=code><div class=container>\n<div class=line><code>if "
       "x:</code></div>"
       "<div class=line><code>&nbsp;&nbsp;&nbsp;&nbsp;</code><code>go()</code></div><div "
       "class=line></div><div "
       "class=line><code>end()</code></div></div></td></tr></table></div>"},
      {"a file shown by a code host",
       "<table class='highlight js-file-line-container'><tr>\n<td class='blob-num' "
       "data-line-number=1></td>\n<td "
       "class=blob-code>if x:</td>\n</tr><tr>\n<td class='blob-num' data-line-number=2></td>\n<td "
       "class=blob-code>    "
       "<b>go</b>()</td>\n</tr><tr><td class='blob-num' data-line-number=3></td><td "
       "class=blob-code>\n</td></tr><tr><td "
       "class='blob-num' data-line-number=4></td><td class=blob-code>end()</td></tr></table>"},
      {"what an editor pastes",
       "<div style='color:#000;font-family: Menlo, Monaco, monospace;white-space: pre;'><div>if "
       "x:</div><div>    "
       "<span>go</span>()</div><br><div>end()</div></div>"},
      {"an editor's lines",
       "<div class=view-lines><div class=view-line><span>if&nbsp;x:</span></div><div "
       "class=view-line><span>&nbsp;"
       "&nbsp;&nbsp;&nbsp;go()</span></div><div class=view-line><span></span></div><div "
       "class=view-line>end()</div></div>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.highlighter);
    const PageBlocks page(c.html);
    CHECK(page.texts() == code);
    REQUIRE(page.blocks().blocks.size() == 1);
    CHECK(page[0].kind == BlockKind::kCode);
  }
}

TEST_CASE("Numbers that are the code stay") {
  CHECK(PageBlocks("<pre>1\n2\n3</pre>").texts() == Texts{"1\n2\n3"});
  CHECK(PageBlocks("<pre><span class=mi>1</span>\n<span class=mi>2</span></pre>").texts() == Texts{"1\n2"});
  CHECK(PageBlocks("<div class=cm-content><div>A theme's</div><div>page</div></div>").texts() ==
        Texts{"A theme's", "page"});
  CHECK(PageBlocks("<pre>    indented\nnot</pre>").texts() == Texts{"    indented\nnot"});
  CHECK(PageBlocks("<pre><span>  </span><b>x</b> = 1</pre>").texts() == Texts{"  x = 1"});
}
