#include "extract/survey/measures.hpp"

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Measure measure_of(const std::string& text) {
  const PageBlocks page("<p>" + text + "</p>");
  Measures measures;
  measures.measure(page.blocks());
  REQUIRE(measures.blocks.size() == 1);
  return measures.blocks[0];
}

}  // namespace

TEST_CASE("Words, sentences and marks are counted") {
  const Measure m = measure_of("The council met on Monday, and it voted. Nobody left!");
  CHECK(m.words == 10);
  CHECK(m.commas == 1);
  CHECK(m.sentences == 2);
  CHECK(m.ends_sentence);
  CHECK(m.function_density > 0.3);
  CHECK(m.capital_share == Approx(0.3));
}

TEST_CASE("Dates are told in many forms") {
  for (const char* text : {"12 May 2024", "May 5, 2021", "3 hours ago", "12/05/2024", "2025年6月5日",
                           "7. Juni 2023", "Updated 2024-01-02", "il y a 5 heures"}) {
    CAPTURE(text);
    CHECK(measure_of(text).has_date);
  }
  for (const char* text : {"May I come in?", "room 12", "a ratio of 3/4", "They may march on."}) {
    CAPTURE(text);
    CHECK_FALSE(measure_of(text).has_date);
  }
}

TEST_CASE("Prices are told by their sign") {
  CHECK(measure_of("Now only $19.99").has_currency);
  CHECK(measure_of("49 € inkl. MwSt").has_currency);
  CHECK_FALSE(measure_of("US$ and euro").has_currency);
}

TEST_CASE("Prose is a paragraph in any language") {
  CHECK(measure_of(
            "Die Kommission hat am Montag beschlossen, dass die Mittel für das Programm nicht gekürzt werden "
            "und auch im nächsten Jahr zur Verfügung stehen.")
            .paragraph);
  CHECK(measure_of("委員会は月曜日、来年度の予算を削減しないことを決めた。計画は予定どおり進められる見通しで"
                   "、関係者は安堵している。")
            .paragraph);
  CHECK_FALSE(measure_of("Home News Sport Weather Travel Culture Business Technology Science Health Opinion "
                         "Video Podcasts Jobs Cars Property")
                  .paragraph);
}

TEST_CASE("Linked text is no paragraph") {
  CHECK_FALSE(
      measure_of("<a href=x>The council has decided that it will not cut the money for the programme and "
                 "that it will be there next year.</a>")
          .paragraph);
}

TEST_CASE("Equal texts have equal hashes, case and marks apart") {
  CHECK(measure_of("Read more!").text_hash == measure_of("read MORE").text_hash);
  CHECK(measure_of("Read more").text_hash != measure_of("Read less").text_hash);
}

TEST_CASE("Cue words are counted by class") {
  const Measure m = measure_of("Subscribe to our newsletter");
  CHECK(m.cues[static_cast<std::size_t>(Cue::kSignUp)] == 2);
  CHECK(m.cue_words == 2);
  CHECK(measure_of("相关推荐").cues[static_cast<std::size_t>(Cue::kRelated)] >= 1);
}
