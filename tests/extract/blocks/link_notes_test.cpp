#include "extract/blocks/link_notes.hpp"

#include <string>

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

std::string first_text(const std::string& html) {
  return PageBlocks(html).texts().front();
}

}  // namespace

TEST_CASE("A link does not say how it opens") {
  for (const char* note :
       {", opens new tab", " (opens in a new window)", " (external link)", " [external link]",
        " opens in a new tab", " - Opens in new window", " (öffnet in neuem Fenster)",
        " (S’ouvre dans une nouvelle fenêtre)", " (se abre en una ventana nueva)", " (外部リンク)",
        "（新しいウィンドウで開く）", "［外部リンク］", "(새 창 열림)", " (открывается в новой вкладке)"}) {
    CAPTURE(note);
    CHECK(first_text("<p>The <a href=x>county" + std::string(note) + "</a>, too.</p>") == "The county, too.");
  }
  CHECK(first_text("<p>The <a href=x>county</a> (opens in a new window) pays.</p>") == "The county pays.");
  CHECK(first_text("<p>The <a href=x>county</a> <small>(link is external)</small> pays.</p>") ==
        "The county pays.");
  CHECK(first_text("<p>The <a href=x>county</a><small>（新しいタブで開きます）</small> pays.</p>") ==
        "The county pays.");
  CHECK(first_text("<p>The <a href=x>county<span>, opens new tab</span></a> pays.</p>") ==
        "The county pays.");
}

TEST_CASE("Sentences about links and windows stay") {
  for (const char* text :
       {"a new window", "an external link", "what opens in the new window (1912)", "external link"}) {
    CAPTURE(text);
    CHECK(first_text("<p>He drew <a href=x>" + std::string(text) + "</a>.</p>") ==
          "He drew " + std::string(text) + ".");
  }
  CHECK(first_text("<p>The word <em>external link</em> is older.</p>") == "The word external link is older.");
  CHECK(first_text("<p>The <a href=x>county</a> <em>external</em> and internal.</p>") ==
        "The county external and internal.");
  CHECK(begin_of_link_note("(external link)") == std::string("(external link)").size());
}
