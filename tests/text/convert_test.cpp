// Bytes written by another implementation (Python's codecs), read by each kind of converter.
#include "text/convert.hpp"

#include "catch.hpp"

using namespace clean_article::text;
using namespace std::literals;

namespace {

constexpr std::size_t kRoom = 1000;

std::string converted(std::string_view bytes, std::string_view label) {
  Converters converters;
  const Encoding* encoding = find_encoding(label);
  REQUIRE(encoding != nullptr);
  const auto utf8 = converters.convert(bytes, *encoding, kRoom);
  REQUIRE(utf8.has_value());
  return std::string(*utf8);
}

struct Row {
  std::string_view encoding;
  std::string_view bytes;
  std::string_view text;
};

constexpr Row kRows[] = {
    {"windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0"sv, "Привет, мир"},
    {"KOI8-R", "\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2"sv, "Привет, мир"},
    {"IBM866", "\x8F\xE0\xA8\xA2\xA5\xE2"sv, "Привет"},
    {"x-mac-cyrillic", "\x8F\xF0\xE8\xE2\xE5\xF2"sv, "Привет"},
    {"ISO-8859-2", "Za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1"sv, "Zażółć gęślą jaźń"},
    {"windows-1250", "P\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD"sv, "Příliš žluťoučký"},
    {"ISO-8859-7", "\xCA\xE1\xEB\xE7\xEC\xDD\xF1\xE1"sv, "Καλημέρα"},
    {"windows-1254", "G\xFCnayd\xFDn \xFE\x65hir"sv, "Günaydın şehir"},
    {"windows-1255", "\xF9\xEC\xE5\xED"sv, "שלום"},
    {"ISO-8859-8-I", "\xF9\xEC\xE5\xED"sv, "שלום"},
    {"windows-1256", "\xE3\xD1\xCD\xC8\xC7"sv, "مرحبا"},
    {"windows-874", "\xCA\xC7\xD1\xCA\xB4\xD5"sv, "สวัสดี"},
    {"ISO-8859-15", "10 \xA4 \xE0 \xC9vry"sv, "10 € à Évry"},
    {"ISO-8859-16", "\xDE\x61r\xE3 \xBAi \xBAtiin\xFE\xE3"sv, "Țară și știință"},
    {"macintosh", "\xD2na\x95ve\xD3 caf\x8E"sv, "“naïve” café"},
    {"Shift_JIS", "\x93\xFA\x96{\x8C\xEA\x82\xCC\x8BL\x8E\x96\x87@\xB6\xC5"sv, "日本語の記事①ｶﾅ"},
    {"EUC-JP", "\xC6\xFC\xCB\xDC\xB8\xEC\xA4\xCE\xB5\xAD\xBB\xF6"sv, "日本語の記事"},
    {"ISO-2022-JP", "\x1B$BF|K\\8l$N5-;v\x1B(B"sv, "日本語の記事"},
    {"EUC-KR", "\xC7\xD1\xB1\xB9\xBE\xEE \x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF"sv, "한국어 똠방각하"},
    {"GBK", "\xD6\xD0\xCE\xC4\xCE\xC4\xD5\xC2\xB5\xC4"sv, "中文文章的"},
    {"gb18030", "\xD6\xD0\xCE\xC4\x95\x32\x82\x36\xCE\xC4\xD5\xC2"sv, "中文𠀀文章"},
    {"Big5", "\xA4\xA4\xA4\xE5\xA4\xE5\xB3\xB9\xAA\xBA\x9D\xEF"sv, "中文文章的嘅"},
    {"UTF-16LE", "Z\0a\0|\1\xF3\0\x42\1\x07\1 \0-N \0=\xD8\0\xDE"sv, "Zażółć 中 😀"},
    {"UTF-16BE", "\0Z\0a\1|\0\xF3\1\x42\1\x07\0 N-\0 \xD8=\xDE\0"sv, "Zażółć 中 😀"},
    {"x-user-defined", "a\x80\xFF"sv, "a\uF780\uF7FF"},
};

}  // namespace

TEST_CASE("text of every family of encodings becomes UTF-8") {
  for (const Row& row : kRows) {
    CAPTURE(row.encoding);
    CHECK(converted(row.bytes, row.encoding) == row.text);
  }
}

TEST_CASE("every encoding but the refused one has a converter") {
  for (const Encoding& encoding : encodings()) {
    if (encoding.family == EncodingFamily::kReplacement) continue;
    CAPTURE(encoding.name);
    CHECK(converted("A\0"sv, encoding.name).front() == (encoding.name == "UTF-16BE" ? '\xE4' : 'A'));
  }
}

TEST_CASE("malformed UTF-8 becomes one U+FFFD for each maximal subpart") {
  struct {
    std::string_view bytes;
    std::string_view text;
  } const rows[] = {
      {"a\xFFz", "a\uFFFDz"},
      {"a\x80\x80z", "a\uFFFD\uFFFDz"},
      {"\xE2\x82", "\uFFFD"},                            // cut off
      {"\xE2\x82<p>", "\uFFFD<p>"},                      // the tag survives
      {"\xF0\x9F\x98\xE2\x82\xAC", "\uFFFD€"},           // a new lead ends the old sequence
      {"\xC0\xAF", "\uFFFD\uFFFD"},                      // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond Unicode
      {"na\xC3\xAFve \xE9 t", "naïve \uFFFD t"},
  };
  for (const auto& row : rows) CHECK(converted(row.bytes, "utf-8") == row.text);
}

TEST_CASE("malformed bytes of other encodings become U+FFFD and spare the tag behind them") {
  CHECK(converted("a\x81<b>", "gbk") == "a\uFFFD<b>");
  CHECK(converted("a\x81<b>", "shift_jis") == "a\uFFFD<b>");
  CHECK(converted("\xFD\xFE", "shift_jis") == "\uFFFD\uFFFD");
  CHECK(converted("\xA4", "big5") == "\uFFFD");  // cut off
  CHECK(converted("\xC8\x41!", "euc-kr") ==
        "\uFFFD"
        "A!");                                               // an unassigned pair gives its ASCII back
  CHECK(converted("\0\xD8z\0"sv, "utf-16le") == "\uFFFDz");  // half a surrogate pair
  CHECK(converted("z\0a"sv, "utf-16le") == "z\uFFFD");       // half a unit
  CHECK(converted("\xA1", "iso-8859-6") == "\uFFFD");
}

TEST_CASE("text longer than any buffer inside comes whole, and again from the same converters") {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    bytes += "\x95\x32\x82\x36\xD6\xD0";
    text += "𠀀中";
  }
  Converters converters;
  for (int i = 0; i < 2; ++i) {
    CHECK(converters.convert(bytes, *find_encoding("gb18030"), text.size()) == text);
    CHECK(converters.convert("\xD6\xD0", *find_encoding("gbk"), kRoom) == "中");
  }
}

TEST_CASE("converters left inside a character or an escape start afresh") {
  Converters converters;
  const Encoding& japanese = *find_encoding("iso-2022-jp");
  CHECK(converters.convert("\x1B$BF|", japanese, kRoom) == "日");
  CHECK(converters.convert("F|", japanese, kRoom) == "F|");
}

TEST_CASE("text of more bytes than allowed is refused by each kind of converter") {
  Converters converters;
  const auto fits = [&](std::string_view bytes, std::string_view label, std::size_t max) {
    return converters.convert(bytes, *find_encoding(label), max).has_value();
  };
  CHECK(fits("\xE9\xE9", "windows-1252", 4));
  CHECK_FALSE(fits("\xE9\xE9", "windows-1252", 3));
  CHECK(fits("\xE9\xE9", "utf-8", 6));
  CHECK_FALSE(fits("\xE9\xE9", "utf-8", 5));
  CHECK(fits("\xE9\xE9", "x-user-defined", 6));
  CHECK_FALSE(fits("\xE9\xE9", "x-user-defined", 5));
}

TEST_CASE("a survey tells sound, broken and cut-off sequences apart") {
  const Utf8Survey survey = survey_utf8("é \xFF € \x80 \xE2\x82");
  CHECK(survey.well_formed == 2);
  CHECK(survey.malformed == 2);
  CHECK(survey_utf8("caf\xE9").malformed == 0);  // could be the start of a character
  CHECK(survey_utf8("\xE2\x28").malformed == 1);
}
