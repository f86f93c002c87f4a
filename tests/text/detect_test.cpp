#include "text/detect.hpp"

#include "catch.hpp"

using namespace clean_article::text;

namespace {

std::string sample_of(std::string_view bytes, bool is_html = true) {
  std::string sample;
  append_visible_sample(bytes, is_html, sample);
  return sample;
}

}  // namespace

TEST_CASE("the sample is the text between tags that holds more than ASCII") {
  CHECK(sample_of("<p>plain</p><p>caf\xE9 au lait</p><p>more</p><b>\xE0</b>") == "caf\xE9 au lait \xE0 ");
  CHECK(sample_of("<script>'\xE9'</script><STYLE>\xE8</STYLE ><p>\xE7") == "\xE7 ");
  CHECK(sample_of("<!-- \xE9 <p> --><p title='\xE8'>\xE7</p>") == "\xE7 ");
  CHECK(sample_of("1 < 2 \xE9 <3") == "1 < 2 \xE9 <3 ");
  CHECK(sample_of("<script>\xE9</scriptless>\xE8").empty());
  CHECK(sample_of("<b>\xE9", false) == "<b>\xE9 ");
  CHECK(sample_of("").empty());
}

TEST_CASE("the sample stops at what the detector reads") {
  CHECK(sample_of(std::string(100'000, '\xE9')).size() == 8000);
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "<i>\xE9</i>";
  CHECK(sample_of(many).size() == 8000);
}

TEST_CASE("an undeclared language is told by its text") {
  // "The council decided on Thursday to close the old bridge for a year; the mayor spoke of a heavy step,
  // but the people of the town had expected it", in Russian.
  const std::string_view russian =
      "<p>\xD1\xEE\xE2\xE5\xF2 \xF0\xE5\xF8\xE8\xEB \xE2 \xF7\xE5\xF2\xE2\xE5\xF0\xE3 \xE7\xE0\xEA\xF0\xFB"
      "\xF2\xFC \xF1\xF2\xE0\xF0\xFB\xE9 \xEC\xEE\xF1\xF2 \xED\xE0 \xE3\xEE\xE4; \xEC\xFD\xF0 \xED\xE0\xE7"
      "\xE2\xE0\xEB \xFD\xF2\xEE \xF2\xFF\xE6\xE5\xEB\xFB\xEC \xF8\xE0\xE3\xEE\xEC, \xED\xEE \xE6\xE8\xF2"
      "\xE5\xEB\xE8 \xE3\xEE\xF0\xEE\xE4\xE0 \xEE\xE6\xE8\xE4\xE0\xEB\xE8 \xE5\xE3\xEE</p>";
  Detector detector;
  const Encoding* found = detector.detect(russian, true);
  REQUIRE(found != nullptr);
  CHECK(found->name == "windows-1251");
  CHECK(detector.detect(russian, true) == found);
}
