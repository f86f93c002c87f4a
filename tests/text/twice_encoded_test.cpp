// The second encodings are written out byte by byte: a source file cannot show them better.
#include "text/twice_encoded.hpp"

#include "catch.hpp"
#include "text/decode.hpp"

using namespace clean_article;
using namespace clean_article::text;

namespace {

// "Don’t — the café’s" read as Latin 1 and as windows-1252, and encoded again.
constexpr std::string_view kByLatin1 =
    "Don\xC3\xA2\xC2\x80\xC2\x99t \xC3\xA2\xC2\x80\xC2\x94 the caf\xC3\x83\xC2\xA9\xC3\xA2\xC2\x80\xC2\x99s";
constexpr std::string_view kByWindows1252 =
    "Don\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2t \xC3\xA2\xE2\x82\xAC\xE2\x80\x9D the "
    "caf\xC3\x83\xC2\xA9\xC3\xA2\xE2\x82\xAC"
    "\xE2\x84\xA2s";
constexpr std::string_view kMeant = "Don’t — the café’s";

std::string once(std::string_view utf8) {
  std::string result;
  return undo_second_encoding(utf8, result) ? result : "as it stands";
}

}  // namespace

TEST_CASE("what was encoded twice is read as it was meant") {
  CHECK(once(kByLatin1) == kMeant);
  CHECK(once(kByWindows1252) == kMeant);
  // Characters of four bytes, and one at the very end.
  CHECK(once("\xC3\xB0\xC2\x9F\xC2\x98\xC2\x80 \xC3\x82\xC2\xA9 \xC3\x82\xC2\xAB") == "😀 © «");
}

TEST_CASE("what may be meant as it stands is left alone") {
  CHECK(once("") == "as it stands");
  CHECK(once("plain") == "as it stands");
  CHECK(once("Où était-ce ? À l’été. Ça va, Noël et Zoé.") == "as it stands");
  CHECK(once("Größe, Übel, ÄÖÜ, «Zitat» ©") == "as it stands");
  CHECK(once("Привет, мир") == "as it stands");
  // One character that was encoded once tells that somebody writes about the others.
  CHECK(once(std::string(kByLatin1) + " é") == "as it stands");
  CHECK(once(std::string(kByLatin1) + " ’") == "as it stands");
  // Two examples are too few.
  CHECK(once("\xC3\x83\xC2\xA9 for \xC3\xA2\xC2\x80\xC2\x99") == "as it stands");
  // Cut off, and longer than need be: no UTF-8 below.
  CHECK(once(std::string(kByLatin1) + "\xC3\xA2\xC2\x80") == "as it stands");
  CHECK(once(std::string(kByLatin1) + "\xC3\xA0\xC2\x80\xC2\x80") == "as it stands");
}

TEST_CASE("a page that was encoded twice is decoded twice, unless its encoding is given") {
  Decoder decoder;
  const std::string page = "<meta charset=utf-8><p>" + std::string(kByLatin1);
  CHECK(decoder.decode(page, {}, {})->utf8 == "<meta charset=utf-8><p>" + std::string(kMeant));
  DecodeHints given;
  given.encoding = "utf-8";
  CHECK(decoder.decode(page, given, {})->utf8 == page);
}
