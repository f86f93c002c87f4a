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
