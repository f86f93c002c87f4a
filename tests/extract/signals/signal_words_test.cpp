// What signals saw, in words.
#include "extract/signals/signal_words.hpp"

#include "catch.hpp"
#include "extract/signals/signals.hpp"

namespace clean_article::extract {
namespace {

TEST_CASE("places are told in blocks, before or after") {
  CHECK(signal_words(Signal::seen_links_since, 20) == "20 blocks after a run of links");
  CHECK(signal_words(Signal::from_title, -1) == "1 block before the title");
  CHECK(signal_words(Signal::from_title, 0).empty());
}

TEST_CASE("of what is not there nothing is said, save where the text should be") {
  CHECK(signal_words(Signal::near_nav, 2) == "inside the navigation");
  CHECK(signal_words(Signal::near_nav, Survey::kFar).empty());
  CHECK(signal_words(Signal::near_main, Survey::kFar) == "not inside the <main> part");
  CHECK(signal_words(Signal::seen_links_since, 999).empty());
  CHECK(signal_words(Signal::from_title, -999).empty());
  CHECK(signal_words(Signal::to_next_big, 99).empty());
  CHECK(signal_words(Signal::title_linked_headings, 0).empty());
  CHECK(signal_words(Signal::body_overlap, -1).empty());
  CHECK(signal_words(Signal::box_blocks, -1) == "outside of the main text's element");
}

TEST_CASE("shares are told in percent, or as none and all") {
  CHECK(signal_words(Signal::link_density, 0.864f) == "86 % of it is links");
  CHECK(signal_words(Signal::link_density, 1) == "all of it is links");
  CHECK(signal_words(Signal::link_density, 0) == "none of it is links");
}

TEST_CASE("counts know one from several") {
  CHECK(signal_words(Signal::words, 1) == "1 word long");
  CHECK(signal_words(Signal::words, 12) == "12 words long");
}

TEST_CASE("an element is named") {
  CHECK(signal_words(Signal::tag, static_cast<float>(html::Tag::k_li)) == "stands in <li>");
  CHECK(signal_words(Signal::tag, -1).empty());
}

TEST_CASE("no phrase shows how it is made") {
  for (std::size_t s = 0; s < kSignalCount; ++s) {
    for (const float value : {-999.0f, -1.0f, 0.0f, 0.5f, 1.0f, 2.0f, 40.0f, 99.0f, 999.0f}) {
      const auto signal = static_cast<Signal>(s);
      const std::string words = signal_words(signal, value);
      CAPTURE(signal_name(signal), value, words);
      CHECK(words.find("(s)") == std::string::npos);
      CHECK(words.find("(es)") == std::string::npos);
      if (value < 0) CHECK(words.find("999") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace clean_article::extract
