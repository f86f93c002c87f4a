#include "extract/blocks/hidden_parts.hpp"

#include <string>

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

std::string first_text(const std::string& html) {
  return PageBlocks(html).texts().front();
}

const std::string kFerry = "The ferry of the county sails at six in the morning, whatever the weather may be";

}  // namespace

TEST_CASE("What is hidden inside a sentence is no part of it") {
  for (const char* hidden : {"<span hidden>(gone)</span>", "<span style='display: none'>(gone)</span>",
                             "<span style=visibility:hidden>(<b>gone</b>)</span>",
                             "<span class=sr-only>(gone)</span>", "<i class=visually-hidden>(gone)</i>"}) {
    CAPTURE(hidden);
    CHECK(first_text("<p>" + kFerry + hidden + ".</p>") == kFerry + ".");
    CHECK(first_text("<h2>" + kFerry + hidden + "</h2>") == kFerry);
  }
  CHECK(first_text("<h2>Six<span class=sr-only> in the morning</span></h2>") == "Six");
}

TEST_CASE("What is hidden stays where it may be the text, or what a click shows") {
  CHECK(first_text("<p><span hidden>Gone.</span></p>") == "Gone.");
  CHECK(first_text("<p>It <span style=display:none>sails at six in the morning</span></p>") ==
        "It sails at six in the morning");
  CHECK(first_text("<p>" + kFerry + "<span id=more style=display:none> or not</span></p>") ==
        kFerry + " or not");
  CHECK(first_text("<p><span class=sr-only>Price:</span> 6 crowns</p>") == "Price: 6 crowns");
}
