#include "text/decode.hpp"

#include "catch.hpp"

using namespace clean_article;
using namespace clean_article::text;
using namespace std::literals;

namespace {

struct Answer {
  std::string text;
  std::string encoding;
  EncodingSource source;
};

Answer decode(std::string_view bytes, const DecodeHints& hints = {}) {
  Decoder decoder;
  const auto decoded = decoder.decode(bytes, hints, Limits());
  REQUIRE(decoded.ok());
  return {std::string(decoded->utf8), std::string(decoded->encoding), decoded->source};
}

DecodeHints header(std::string_view content_type) {
  return {.encoding = {}, .content_type = content_type};
}

DecodeHints caller(std::string_view encoding) {
  return {.encoding = encoding, .content_type = {}};
}

}  // namespace

TEST_CASE("evidence is believed in order: mark, caller, header, meta, bytes") {
  const auto page = "<meta charset=windows-1250>\xE8"s;
  Answer answer = decode("\xEF\xBB\xBF<meta charset=gbk>é", caller("koi8-r"));
  CHECK(answer.text == "<meta charset=gbk>é");
  CHECK(answer.source == EncodingSource::kByteOrderMark);

  answer = decode(page, {.encoding = "koi8-r", .content_type = "text/html; charset=windows-1251"});
  CHECK(answer.encoding == "KOI8-R");
  CHECK(answer.source == EncodingSource::kCaller);

  answer = decode(page, header("text/html; charset=windows-1251"));
  CHECK(answer.text == "<meta charset=windows-1250>и");
  CHECK(answer.source == EncodingSource::kHttpHeader);

  answer = decode(page);
  CHECK(answer.text == "<meta charset=windows-1250>č");
  CHECK(answer.source == EncodingSource::kMeta);

  answer = decode("<p>naïve");
  CHECK(answer.encoding == "UTF-8");
  CHECK(answer.source == EncodingSource::kUtf8Check);
}

TEST_CASE("text that is no HTML is not searched for meta tags") {
  const Answer answer =
      decode("<meta charset=koi8-r> caf\xE9 ol\xE9!", {.encoding = {}, .content_type = {}, .is_html = false});
  CHECK(answer.text == "<meta charset=koi8-r> café olé!");
}

TEST_CASE("sound UTF-8 is handed through, without its mark and without a copy") {
  const std::string page = "\xEF\xBB\xBF<p>中文\0</p>"s;
  Decoder decoder;
  const auto decoded = decoder.decode(page, {}, Limits());
  REQUIRE(decoded.ok());
  CHECK(decoded->utf8.data() == page.data() + 3);
  CHECK(decoded->utf8.size() == page.size() - 3);

  const std::string ascii = "<meta charset=windows-1251>plain";
  const auto plain = decoder.decode(ascii, {}, Limits());
  REQUIRE(plain.ok());
  CHECK(plain->utf8.data() == ascii.data());
  CHECK(plain->encoding == "windows-1251");
}

TEST_CASE("UTF-16 is told by its mark, or by how a page starts") {
  CHECK(decode("\xFF\xFE<\0p\0>\0\x2D\x4E"sv).text == "<p>中");
  CHECK(decode("\xFE\xFF\0<\0p\0>\x4E\x2D"sv).text == "<p>中");
  CHECK(decode("<\0p\0>\0\x2D\x4E"sv).encoding == "UTF-16LE");
  CHECK(decode("\0<\0p\0>\x4E\x2D"sv).text == "<p>中");
}

TEST_CASE("a legacy declaration is not believed over sound UTF-8") {
  // Servers that add "charset=iso-8859-1" to every page are common; a page that truly says "donâ€™t" is not.
  Answer answer = decode("<p>don’t", header("text/html; charset=iso-8859-1"));
  CHECK(answer.text == "<p>don’t");
  CHECK(answer.source == EncodingSource::kUtf8Check);
  CHECK(decode("<meta charset=windows-1251><p>мир").text == "<meta charset=windows-1251><p>мир");
  CHECK(decode("中文文章的内容", header("text/html; charset=gb2312")).encoding ==
        "GBK");  // seven could be chance
  CHECK(decode("中文文章的内容。", header("text/html; charset=gb2312")).encoding == "UTF-8");  // eight
  CHECK(decode("é", header("text/html; charset=utf-16")).text == "é");
  // One pair that is both: the double-byte reading stands.
  CHECK(decode("\xC4\xA3", header("text/html; charset=gbk")).text == "模");
  // The caller's word stands in any case.
  CHECK(decode("é", caller("windows-1252")).text == "Ã©");
}

TEST_CASE("UTF-8 declared over other bytes is not believed") {
  Answer answer = decode("<meta charset=utf-8><p>It\x92s caf\xE9 time");
  CHECK(answer.text == "<meta charset=utf-8><p>It’s café time");
  // The header lies and the page knows better.
  answer =
      decode("<meta charset=windows-1251>\xCC\xE8\xF0 \xE8 \xEC\xE8\xF0", header("text/html; charset=utf-8"));
  CHECK(answer.text == "<meta charset=windows-1251>Мир и мир");
  CHECK(answer.source == EncodingSource::kMeta);
}

TEST_CASE("damaged UTF-8 stays UTF-8, declared or not, with U+FFFD for the damage") {
  const auto damaged = "naïve café \xE2\x80 déjà"s;
  CHECK(decode("<meta charset=utf-8>" + damaged).text == "<meta charset=utf-8>naïve café \uFFFD déjà");
  const Answer answer = decode(damaged);
  CHECK(answer.text == "naïve café \uFFFD déjà");
  CHECK(answer.source == EncodingSource::kUtf8Check);
  // A page that ends inside a character, as a truncated download does.
  CHECK(decode("<meta charset=utf-8>plain \xE2\x80").text == "<meta charset=utf-8>plain \uFFFD");
}

TEST_CASE("a paragraph of windows-1252 in a page of UTF-8 is read as such") {
  const std::string pasted = "<p title='Se\xF1or'>It\x92s a caf\xE9s \x96 d\xE9j\xE0 vu</p>";
  const std::string read = "<p title='Señor'>It’s a cafés – déjà vu</p>";
  const std::string around = "<p>naïve café, déjà vu</p>";
  for (const std::string declared : {"", "<meta charset=utf-8>"}) {
    const Answer answer = decode(declared + around + pasted + around + around);
    CHECK(answer.text == declared + around + read + around + around);
    CHECK(answer.encoding == "UTF-8");
  }
  // More of it than of the rest, where UTF-8 is declared.
  CHECK(decode("<meta charset=utf-8>" + around + pasted + pasted).text ==
        "<meta charset=utf-8>" + around + read + read);
}

TEST_CASE("an apostrophe of windows-1252 may stand before a letter beyond ASCII") {
  const std::string around = "<p>naïve café, déjà vu</p>";
  const auto read = [&](const std::string& text) {
    return decode(around + "<p>" + text + "</p>" + around).text ==
           around + "<p>Il a d\u00E9clar\u00E9 : l\u2019\u00EEle</p>" + around;
  };
  CHECK(read("Il a d\xE9"s + "clar\xE9 : l\x92\xEEle"));
  CHECK_FALSE(read("Il a d\xE9"s + "clar\xE9 : l\x92\xEE\xE9"));
  CHECK_FALSE(read("Il a d\xE9"s + "clar\xE9 : \x92\xEEle"));
}

TEST_CASE("what is merely damaged is not read as windows-1252") {
  const std::string around = "<p>naïve café, déjà vu</p>";
  for (const auto& [damaged, read] : {std::pair{"cut off \xC3"s, "cut off \uFFFD"s},
                                      {"cut off in a word: caf\xC3"s, "cut off in a word: caf\uFFFD"s},
                                      {"\xA9t\xE9 began earlier"s, "\uFFFDt\uFFFD began earlier"s},
                                      {"caf\xE9s and café"s, "caf\uFFFDs and café"s},
                                      {"caf\xE9s \x81"s, "caf\uFFFDs \uFFFD"s},
                                      {"caf\xE9\xE9s"s, "caf\uFFFD\uFFFDs"s}}) {
    CAPTURE(read);
    CHECK(decode(around + "<p>" + damaged + "</p>" + around).text == around + "<p>" + read + "</p>" + around);
  }
  DecodeHints hints;
  hints.encoding = "utf-8";
  CHECK(decode(around + "<p>caf\xE9s", hints).text == around + "<p>caf\uFFFDs");
}

TEST_CASE("Latin 1 declared over another script is not believed") {
  const std::string russian =
      "<p>\xD1\xEE\xE2\xE5\xF2 \xF0\xE5\xF8\xE8\xEB \xE2 \xF7\xE5\xF2\xE2\xE5\xF0\xE3 \xE7\xE0\xEA\xF0\xFB"
      "\xF2\xFC \xF1\xF2\xE0\xF0\xFB\xE9 \xEC\xEE\xF1\xF2 \xED\xE0 \xE3\xEE\xE4; \xEC\xFD\xF0 \xED\xE0\xE7"
      "\xE2\xE0\xEB \xFD\xF2\xEE \xF2\xFF\xE6\xE5\xEB\xFB\xEC \xF8\xE0\xE3\xEE\xEC, \xED\xEE \xE6\xE8\xF2"
      "\xE5\xEB\xE8 \xE3\xEE\xF0\xEE\xE4\xE0 \xEE\xE6\xE8\xE4\xE0\xEB\xE8 \xE5\xE3\xEE";
  for (const std::string declared : {"windows-1252", "iso-8859-1"}) {
    Answer answer = decode("<meta charset=" + declared + ">" + russian);
    CHECK(answer.encoding == "windows-1251");
    CHECK(answer.text.find("Совет решил в четверг") != std::string::npos);
    // A header's word is taken from it in favour of the page's own.
    answer = decode("<meta charset=windows-1251><p>" + russian, header("text/html; charset=" + declared));
    CHECK(answer.source == EncodingSource::kMeta);
  }
  // Letters in a row that a language of Latin letters has.
  std::string french;
  for (int i = 0; i < 50; ++i)
    french +=
        "<p>la cr\xE9\xE9"
        "e \xE0 No\xEBl \xAB\xAB\xAB\xAB \xA0\xA0\xA0\xA0\xA0";
  CHECK(decode("<meta charset=iso-8859-1>" + french).source == EncodingSource::kMeta);
}

TEST_CASE("Thai that is not declared is told by its signs") {
  // "The keeper of the sluice rises early every day to look at the water of the river", in Thai.
  const std::string thai =
      "<p>"
      "\xA4\xB9\xE0\xBD\xE9\xD2\xBB\xC3\xD0\xB5\xD9\xB9\xE9\xD3\xB5\xD7\xE8\xB9\xE1\xB5\xE8\xE0\xAA\xE9\xD2"
      "\xB7\xD8\xA1\xC7\xD1\xB9\xE0\xBE\xD7\xE8\xCD\xB4\xD9\xB9\xE9\xD3\xE3\xB9\xE1\xC1\xE8\xB9\xE9\xD3";
  const Answer answer = decode(thai);
  CHECK(answer.encoding == "windows-874");
  CHECK(answer.text == "<p>คนเฝ้าประตูน้ำตื่นแต่เช้าทุกวันเพื่อดูน้ำในแม่น้ำ");
  CHECK(answer.source == EncodingSource::kDetected);
}

TEST_CASE("a declaration behind the first 1,024 bytes counts when the bytes are not UTF-8") {
  const std::string late = std::string(2000, ' ') + "<meta charset=koi8-r>";
  const Answer answer = decode(late + "\xF0\xD2\xC9");
  CHECK(answer.text == late + "При");
  CHECK(answer.source == EncodingSource::kMeta);
  CHECK(decode(late + "né").encoding == "UTF-8");
}

TEST_CASE("undeclared Japanese mail encoding shows by its escapes") {
  CHECK(decode("<p>\x1B$BF|K\\\x1B(B</p>").text == "<p>日本</p>");
}

TEST_CASE("names that the standard refuses to decode are no declaration") {
  CHECK(decode("<meta charset=iso-2022-kr>plain").encoding == "UTF-8");
}

TEST_CASE("an encoding that the caller names must exist") {
  Decoder decoder;
  for (const char* name : {"klingon", "iso-2022-kr"}) {
    const auto decoded = decoder.decode("x", caller(name), Limits());
    REQUIRE_FALSE(decoded.ok());
    CHECK(decoded.error().kind == ErrorKind::kUsage);
    CHECK(decoded.error().message == "unknown encoding \"" + std::string(name) + "\"");
  }
}

TEST_CASE("the limit is on the decoded text") {
  Decoder decoder;
  Limits limits;
  limits.max_input_bytes = 4;
  CHECK(decoder.decode("\xE9\xE9", caller("latin1"), limits).ok());
  CHECK(decoder.decode("a\0b\0c\0d\0"sv, caller("utf-16le"), limits).ok());
  for (const auto& decoded :
       {decoder.decode("\xE9\xE9!", caller("latin1"), limits), decoder.decode("abcde", {}, limits)}) {
    REQUIRE_FALSE(decoded.ok());
    CHECK(decoded.error().kind == ErrorKind::kTooLarge);
    CHECK(decoded.error().message == "larger than 4 bytes");
  }
}

TEST_CASE("empty input is empty text, and a decoder serves page after page") {
  CHECK(decode("").text.empty());
  CHECK(decode("\xEF\xBB\xBF").text.empty());
  Decoder decoder;
  for (int i = 0; i < 3; ++i) {
    CHECK(decoder.decode("\xE8", caller("windows-1250"), Limits())->utf8 == "č");
    CHECK(decoder.decode("\xE8", caller("windows-1251"), Limits())->utf8 == "и");
    CHECK(decoder.decode("é", {}, Limits())->utf8 == "é");
  }
}
