#include "render/code_language.hpp"

#include "catch.hpp"
#include "html/html.hpp"

using namespace clean_article;
using namespace clean_article::render;

namespace {

std::string language(const std::string& html) {
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(html);
  html::NodeId code = html::kNoNode;
  for (html::NodeId id = 0; id < document.nodes().size(); ++id)
    if (document[id].tag == html::Tag::k_pre) code = id;
  return language_of_code(document, code);
}

}  // namespace

TEST_CASE("The language of code is what its highlighter says") {
  struct Case {
    const char* html;
    const char* language;
  };
  const Case cases[] = {
      {"<pre><code class=language-cpp>x</code></pre>", "cpp"},
      {"<pre class='line-numbers lang-js'>x</pre>", "js"},
      {"<pre class='brush: sql; toolbar: false'>x</pre>", "sql"},
      {"<pre class='brush:php'>x</pre>", "php"},
      {"<div class='highlight highlight-source-shell'><pre>x</pre></div>", "shell"},
      {"<div class='highlight-python3 notranslate'><div class=highlight><pre>x</pre></div></div>", "python3"},
      {"<div class='highlight-default notranslate'><div class=highlight><pre>x</pre></div></div>", ""},
      {"<div class=sourceCode id=cb1><pre class='sourceCode r'><code class='sourceCode "
       "r'>x</code></pre></div>",
       "r"},
      {"<pre lang=python>x</pre>", "python"},
      {"<pre lang=en>x</pre>", ""},
      {"<pre lang=pt-BR>x</pre>", ""},
      {"<pre data-lang=rust>x</pre>", "rust"},
      {"<pre data-language=TypeScript>x</pre>", "TypeScript"},
      {"<pre><code class='hljs python'>x</code></pre>", "python"},
      {"<pre><code class='hljs language-go'>x</code></pre>", "go"},
      {"<pre class='prettyprint lang-java'>x</pre>", "java"},
      {"<div class='mw-highlight mw-highlight-lang-lua mw-content-ltr'><pre>x</pre></div>", "lua"},
      {"<figure class='highlight yaml'><table><tr><td class=code><pre>x</pre></td></tr></table></figure>",
       "yaml"},
      {"<div class='language-ruby highlighter-rouge'><div class=highlight><pre "
       "class=highlight>x</pre></div></div>",
       "ruby"},
      {"<pre class='src src-python'>x</pre>", "python"},
      {"<pre class=python>x</pre>", "python"},
      {"<pre class=EnlighterJSRAW data-enlighter-language=css>x</pre>", "css"},
      {"<div data-lang=en><pre>x</pre></div>", ""},
      {"<pre class=language-none>x</pre>", ""},
      {"<pre class=wp-block-code><code>x</code></pre>", ""},
      {"<div class='basic highlight-box'><pre>x</pre></div>", ""},
      {"<article class=language-de><pre>x</pre></article>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(language(c.html) == c.language);
  }
}
