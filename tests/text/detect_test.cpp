#include "text/detect.hpp"

#include "catch.hpp"
#include "text/ibm_866.hpp"
#include "text/iso_8859_15.hpp"

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

TEST_CASE("Cyrillic of DOS is told by its letters") {
  // The same sentence in IBM866, in capitals, and in KOI8-R.
  const std::string russian =
      "\x91\xAE\xA2\xA5\xE2 \xE0\xA5\xE8\xA8\xAB \xA2 \xE7\xA5\xE2\xA2\xA5\xE0\xA3 \xA7\xA0\xAA\xE0\xEB\xE2"
      "\xEC \xE1\xE2\xA0\xE0\xEB\xA9 \xAC\xAE\xE1\xE2 \xAD\xA0 \xA3\xAE\xA4; \xAC\xED\xE0 \xAD\xA0\xA7\xA2"
      "\xA0\xAB \xED\xE2\xAE \xE2\xEF\xA6\xA5\xAB\xEB\xAC \xE8\xA0\xA3\xAE\xAC, \xAD\xAE \xA6\xA8\xE2\xA5"
      "\xAB\xA8 \xA3\xAE\xE0\xAE\xA4\xA0 \xAE\xA6\xA8\xA4\xA0\xAB\xA8 \xA5\xA3\xAE";
  CHECK(reads_as_ibm866(russian));
  CHECK(reads_as_ibm866(russian + " \xB0\xB1\xB2\xC4"));            // bars of a frame
  CHECK_FALSE(reads_as_ibm866(russian + std::string(20, '\xC4')));  // too many
  CHECK_FALSE(reads_as_ibm866(russian.substr(0, 40)));              // too little
  CHECK_FALSE(reads_as_ibm866(
      "\x91\x8E\x82\x85\x92 \x90\x85\x98\x88\x8B \x82 \x97\x85\x92\x82\x85\x90\x83 \x87\x80\x8A\x90\x9B\x92"
      "\x9C \x91\x92\x80\x90\x9B\x89 \x8C\x8E\x91\x92 \x8D\x80 \x83\x8E\x84; \x8C\x9D\x90 \x8D\x80\x87\x82"
      "\x80\x8B \x9D\x92\x8E \x92\x9F\x86\x85\x8B\x9B\x8C \x98\x80\x83\x8E\x8C, \x8D\x8E \x86\x88\x92\x85"
      "\x8B\x88 \x83\x8E\x90\x8E\x84\x80 \x8E\x86\x88\x84\x80\x8B\x88 \x85\x83\x8E"));
  CHECK_FALSE(reads_as_ibm866(
      "\xF3\xCF\xD7\xC5\xD4 \xD2\xC5\xDB\xC9\xCC \xD7 \xDE\xC5\xD4\xD7\xC5\xD2\xC7 \xDA\xC1\xCB\xD2\xD9\xD4"
      "\xD8 \xD3\xD4\xC1\xD2\xD9\xCA \xCD\xCF\xD3\xD4 \xCE\xC1 \xC7\xCF\xC4; \xCD\xDC\xD2 \xCE\xC1\xDA\xD7"
      "\xC1\xCC \xDC\xD4\xCF \xD4\xD1\xD6\xC5\xCC\xD9\xCD \xDB\xC1\xC7\xCF\xCD, \xCE\xCF \xD6\xC9\xD4\xC5"
      "\xCC\xC9 \xC7\xCF\xD2\xCF\xC4\xC1 \xCF\xD6\xC9\xC4\xC1\xCC\xC9 \xC5\xC7\xCF"));
  Detector detector;
  const Encoding* found = detector.detect("<p>" + russian, true);
  REQUIRE(found != nullptr);
  CHECK(found->name == "IBM866");
}

TEST_CASE("ISO-8859-15 is told from windows-1252 by signs that would make no sense") {
  const auto* its =
      GENERATE("un coup d'\xBDil", "le c\xBDur", "\xBCuvres", "100 \xA4", "100\xA0\xA4", "\xA4 5",
               "Tomi\xB8"
               "a",
               "Bo\xA8kovi\xE6", "un \xBDuf, 1\xBD tasse, des \xBDufs");
  CAPTURE(its);
  CHECK(reads_as_iso_8859_15(its));
  const auto* others =
      GENERATE("1\xBD", "\xBD cup", "\xBDin", "1\xBC l", "the \xA4 sign", "caf\xE9", "le c\xBDur \x96 un mot",
               "un \xBDuf, \xBD tasse", "a \xA8 b", "\xB8 c", "plain");
  CAPTURE(others);
  CHECK_FALSE(reads_as_iso_8859_15(others));
}

TEST_CASE("the letter that tells ISO-8859-15 may stand behind the sample") {
  std::string page = "<p>";
  for (int i = 0; i < 600; ++i) page += "L'\xE9t\xE9 \xE0 la plage; ";
  Detector detector;
  CHECK(detector.detect(page, true)->name == "windows-1252");
  CHECK(detector.detect(page + "<p>un coup d'\xBDil", true)->name == "ISO-8859-15");
}

TEST_CASE("KOI8-U is told from KOI8-R by its letters") {
  const std::string ukrainian =
      "\xF4\xC5\xC8\xCE\xCF\xCC\xCF\xC7\xA6\xA7 \xC3\xD8\xCF\xC7\xCF \xCD\xA6\xD3\xD4\xC1 \xD2\xCF"
      "\xDA\xD7\xC9\xD7\xC1\xC0\xD4\xD8 \xCA\xCF\xC7\xCF \xD6\xC9\xD4\xC5\xCC\xA6, \xD1\xCB\xA6 "
      "\xD0\xD2\xC9\xA7\xC8\xC1\xCC\xC9 \xDA \xA6\xCE\xDB\xC9\xC8 \xCF\xC2\xCC\xC1\xD3\xD4\xC5\xCA "
      "\xA6 \xCE\xC1\xD7\xDE\xC1\xC0\xD4\xD8 \xD3\xD7\xCF\xA7\xC8 \xC4\xA6\xD4\xC5\xCA \xD0\xD2\xC1"
      "\xC3\xC0\xD7\xC1\xD4\xC9 \xD2\xC1\xDA\xCF\xCD \xDA \xA6\xCE\xDB\xC9\xCD\xC9 \xCC\xC0\xC4\xD8"
      "\xCD\xC9 \xD5 \xD7\xC5\xCC\xC9\xCB\xC9\xC8 \xCD\xA6\xD3\xD4\xC1\xC8";
  Detector detector;
  CHECK(detector.detect(ukrainian, true)->name == "KOI8-U");
  std::string without = ukrainian;
  for (char& c : without) {
    if (std::string_view("\xA4\xA6\xA7\xAD").find(c) != std::string_view::npos) c = '\xC9';
  }
  CHECK(detector.detect(without, true)->name == "KOI8-R");
  CHECK(detector.detect(without + " \xA6\xA6 \xC9 \xA6 \xC9", true)->name == "KOI8-R");  // a frame
}
