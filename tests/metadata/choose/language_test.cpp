#include "metadata/choose/language.hpp"

#include "catch.hpp"

using namespace clean_article::metadata;

TEST_CASE("Language tags are written as BCP 47 does") {
  CHECK(language_tag("en") == "en");
  CHECK(language_tag("EN_us") == "en-US");
  CHECK(language_tag(" pt-br ") == "pt-BR");
  CHECK(language_tag("zh-hant-tw") == "zh-Hant-TW");
  CHECK(language_tag("iw") == "he");
  CHECK(language_tag("de_DE.UTF-8") == "de-DE");
  for (const char* none : {"", "english", "e", "12", "und", "{{lang}}"}) CHECK(language_tag(none).empty());
}

TEST_CASE("Languages are told from the text") {
  CHECK(detect_language(
            "The dough rests overnight in the cold, and in the morning it has doubled in size.") == "en");
  CHECK(detect_language(
            "Der Teig ruht über Nacht in der Kälte, und am Morgen hat er sich verdoppelt und duftet.") ==
        "de");
  CHECK(detect_language(
            "Тесто отдыхает ночь в холоде, а утром оно выросло вдвое и пахнет хлебом и травой.") == "ru");
  CHECK(detect_language("ok").empty());
}
