// Copies of texts, and texts that are none.
#include "bulk/duplicates.hpp"

#include "catch.hpp"

namespace clean_article::bulk {
namespace {

std::string text_of(int words, int first = 0) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "word" + std::to_string(first + i) + (i % 12 == 11 ? "\n\n" : " ");
  return text;
}

TEST_CASE("the signature tells how many runs of words two texts share") {
  const std::string text = text_of(600);
  CHECK(likeness(signature_of(text), signature_of(text)) == 1.0);
  CHECK(likeness(signature_of(text), signature_of(text_of(600, 1000))) < 0.05);
  // 400 of 800 runs, 300 of 900.
  CHECK(likeness(signature_of(text), signature_of(text_of(600, 200))) == Approx(0.5).margin(0.13));
  CHECK(likeness(signature_of(text), signature_of(text_of(600, 300))) == Approx(0.333).margin(0.13));
  CHECK(likeness(signature_of("A  Short\ntext"), signature_of("a short text")) == 1.0);
  CHECK(likeness(signature_of("one"), signature_of("two")) < 0.05);
}

TEST_CASE("of copies the first stays, and the others say whose they are") {
  Duplicates seen;
  const auto take = [&](const std::string& text, const std::string& name) {
    return seen.take(signature_of(text), name).value_or("-");
  };
  const std::string text = text_of(500);
  CHECK(take(text, "a") == "-");
  CHECK(take(text, "b") == "a");
  CHECK(take("Updated on Monday.\n" + text + " Read more here.", "c") == "a");
  CHECK(take(text_of(500, 300), "d") == "-");
  CHECK(take(text_of(490, 305), "e") == "d");
  CHECK(take(text_of(250) + text_of(250, 5000), "f") == "-");  // half of it is another
}

TEST_CASE("texts without spaces are compared by their characters") {
  const std::string text =
      "\xE5\xB8\x82\xE9\x95\xB7\xE3\x81\xAF\xE7\x81\xAB\xE6\x9B\x9C\xE6\x97\xA5\xE3\x81\xAB"
      "\xE6\xA9\x8B\xE3\x82\x92\xE9\x96\x8B\xE9\x80\x9A\xE3\x81\x97\xE3\x81\x9F";
  std::string changed = text;
  changed.replace(changed.size() - 3, 3, "\xE3\x82\x8B");
  CHECK(likeness(signature_of(text), signature_of(changed)) == Approx(0.8).margin(0.12));
}

}  // namespace
}  // namespace clean_article::bulk
