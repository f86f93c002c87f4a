// The label table. Which ICU converter is nearest to the standard's index was measured on the standard's
// own index files: euc-kr must be windows-949-2000 ("EUC-KR" gets 8,800 of its characters wrong) and Big5
// must be Big5-HKSCS.
#include "text/encodings.hpp"

#include <array>
#include <string>

#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

using enum EncodingFamily;

constexpr Encoding kEncodings[] = {
    {"UTF-8", kUtf8, "UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    {"IBM866", kSingleByte, "ibm-866_P100-1995", "866 cp866 csibm866 ibm866"},
    {"ISO-8859-2", kSingleByte, "ISO-8859-2",
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {"ISO-8859-3", kSingleByte, "ISO-8859-3",
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {"ISO-8859-4", kSingleByte, "ISO-8859-4",
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {"ISO-8859-5", kSingleByte, "ISO-8859-5",
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {"ISO-8859-6", kSingleByte, "ISO-8859-6",
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
     "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"ISO-8859-7", kSingleByte, "ISO-8859-7",
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
     "iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", kSingleByte, "ISO-8859-8",
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
     "iso_8859-8:1988 visual"},
    {"ISO-8859-8-I", kSingleByte, "ISO-8859-8", "csiso88598i iso-8859-8-i logical"},
    {"ISO-8859-10", kSingleByte, "ISO-8859-10",
     "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", kSingleByte, "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", kSingleByte, "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", kSingleByte, "ISO-8859-15",
     "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", kSingleByte, nullptr, "iso-8859-16"},
    {"KOI8-R", kSingleByte, "KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"},
    {"KOI8-U", kSingleByte, "KOI8-U", "koi8-ru koi8-u"},
    {"macintosh", kSingleByte, "macos-0_2-10.2", "csmacintosh mac macintosh x-mac-roman"},
    {"windows-874", kSingleByte, "windows-874-2000",
     "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {"windows-1250", kSingleByte, "windows-1250", "cp1250 windows-1250 x-cp1250"},
    {"windows-1251", kSingleByte, "windows-1251", "cp1251 windows-1251 x-cp1251"},
    {"windows-1252", kSingleByte, "windows-1252",
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
     "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"},
    {"windows-1253", kSingleByte, "windows-1253", "cp1253 windows-1253 x-cp1253"},
    {"windows-1254", kSingleByte, "windows-1254",
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
     "windows-1254 x-cp1254"},
    {"windows-1255", kSingleByte, "windows-1255", "cp1255 windows-1255 x-cp1255"},
    {"windows-1256", kSingleByte, "windows-1256", "cp1256 windows-1256 x-cp1256"},
    {"windows-1257", kSingleByte, "windows-1257", "cp1257 windows-1257 x-cp1257"},
    {"windows-1258", kSingleByte, "windows-1258", "cp1258 windows-1258 x-cp1258"},
    {"x-mac-cyrillic", kSingleByte, "macos-7_3-10.2", "x-mac-cyrillic x-mac-ukrainian"},
    {"GBK", kMultiByte, "gb18030",
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    {"gb18030", kMultiByte, "gb18030", "gb18030"},
    {"Big5", kMultiByte, "Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"EUC-JP", kMultiByte, "EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {"ISO-2022-JP", kEscapes, "ISO-2022-JP", "csiso2022jp iso-2022-jp"},
    {"Shift_JIS", kMultiByte, "Shift_JIS",
     "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    {"EUC-KR", kMultiByte, "windows-949-2000",
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
     "windows-949"},
    {"replacement", kReplacement, nullptr,
     "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"},
    {"UTF-16BE", kUtf16, "UTF-16BE", "unicodefffe utf-16be"},
    {"UTF-16LE", kUtf16, "UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    {"x-user-defined", kSingleByte, nullptr, "x-user-defined"},
};

// x-user-defined puts its upper half into the private use area, by definition.
constexpr std::array<char16_t, 128> kUserDefined = [] {
  std::array<char16_t, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char16_t>(0xF780 + i);
  return table;
}();

// Latin 10 (Romanian): Latin 1 with these characters in other places.
constexpr std::array<char16_t, 128> kLatin10 = [] {
  std::array<char16_t, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char16_t>(0x80 + i);
  struct Difference {
    unsigned byte;
    char16_t character;
  };
  constexpr Difference kDifferences[] = {
      {0xA1, u'Ą'}, {0xA2, u'ą'}, {0xA3, u'Ł'}, {0xA4, u'€'}, {0xA5, u'„'}, {0xA6, u'Š'}, {0xA8, u'š'},
      {0xAA, u'Ș'}, {0xAC, u'Ź'}, {0xAE, u'ź'}, {0xAF, u'Ż'}, {0xB2, u'Č'}, {0xB3, u'ł'}, {0xB4, u'Ž'},
      {0xB5, u'”'}, {0xB8, u'ž'}, {0xB9, u'č'}, {0xBA, u'ș'}, {0xBC, u'Œ'}, {0xBD, u'œ'}, {0xBE, u'Ÿ'},
      {0xBF, u'ż'}, {0xC3, u'Ă'}, {0xC5, u'Ć'}, {0xD0, u'Đ'}, {0xD1, u'Ń'}, {0xD5, u'Ő'}, {0xD7, u'Ś'},
      {0xD8, u'Ű'}, {0xDD, u'Ę'}, {0xDE, u'Ț'}, {0xE3, u'ă'}, {0xE5, u'ć'}, {0xF0, u'đ'}, {0xF1, u'ń'},
      {0xF5, u'ő'}, {0xF7, u'ś'}, {0xF8, u'ű'}, {0xFD, u'ę'}, {0xFE, u'ț'},
  };
  for (const Difference& d : kDifferences) table[d.byte - 0x80] = d.character;
  return table;
}();

bool has_label(std::string_view labels, std::string_view label) {
  while (!labels.empty()) {
    const std::size_t space = labels.find(' ');
    if (labels.substr(0, space) == label) return true;
    if (space == std::string_view::npos) return false;
    labels.remove_prefix(space + 1);
  }
  return false;
}

}  // namespace

std::span<const Encoding> encodings() {
  return kEncodings;
}

const Encoding* find_encoding(std::string_view label) {
  const std::string lower = lower_ascii(trimmed(label));
  if (lower.empty()) return nullptr;  // what most <meta> elements say of it
  for (const Encoding& encoding : kEncodings) {
    if (has_label(encoding.labels, lower)) return &encoding;
  }
  return nullptr;
}

std::span<const char16_t, 128> upper_half(const Encoding& encoding) {
  if (encoding.name == "ISO-8859-16") return kLatin10;
  return kUserDefined;
}

std::string_view encoding_for_label(std::string_view label) {
  const Encoding* encoding = find_encoding(label);
  return encoding != nullptr ? encoding->name : std::string_view();
}

}  // namespace clean_article::text
