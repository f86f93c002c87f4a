#include "text/encodings.hpp"

#include <set>
#include <string>

#include "catch.hpp"
#include "text/decode.hpp"

using namespace clean_article::text;

TEST_CASE("labels name the encodings that browsers take them for") {
  struct {
    std::string_view label;
    std::string_view name;
  } const rows[] = {
      {"utf8", "UTF-8"},
      {"latin1", "windows-1252"},
      {"US-ASCII", "windows-1252"},
      {"ISO-8859-9", "windows-1254"},
      {"tis-620", "windows-874"},
      {"gb2312", "GBK"},
      {"ks_c_5601-1987", "EUC-KR"},
      {"x-sjis", "Shift_JIS"},
      {"unicode", "UTF-16LE"},
      {"hz-gb-2312", "replacement"},
      {"koi8-ru", "KOI8-U"},
      {"x-x-big5", "Big5"},
      {"\t UTF-8\r\n", "UTF-8"},
      {"utf_8", ""},
      {"utf-", ""},
      {"utf-8 utf8", ""},
      {"", ""},
      {" ", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.label);
    CHECK(encoding_for_label(row.label) == row.name);
  }
}

TEST_CASE("the table holds the standard's 228 labels, each once and findable") {
  std::set<std::string_view> seen;
  for (const Encoding& encoding : encodings()) {
    std::string_view labels = encoding.labels;
    while (!labels.empty()) {
      const std::string_view label = labels.substr(0, labels.find(' '));
      CAPTURE(label);
      CHECK(seen.insert(label).second);
      CHECK(find_encoding(label) == &encoding);
      labels.remove_prefix(std::min(label.size() + 1, labels.size()));
    }
    CHECK(find_encoding(encoding.name) == &encoding);
  }
  CHECK(seen.size() == 228);
}
