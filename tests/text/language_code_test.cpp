// Codes of languages.
#include "text/language_code.hpp"

#include "catch.hpp"

namespace clean_article::text {
namespace {

TEST_CASE("a language has a code of three letters") {
  CHECK(three_letter_language("en") == "eng");
  CHECK(three_letter_language("de-AT") == "deu");
  CHECK(three_letter_language("zh-Hant") == "zho");
  CHECK(three_letter_language("no such").empty());
  CHECK(three_letter_language("").empty());
}

}  // namespace
}  // namespace clean_article::text
