#include "extract/finish/biographies.hpp"

#include "catch.hpp"

using namespace clean_article::extract;

TEST_CASE("A biography begins with a name and says what its bearer does") {
  const auto name = [](std::string_view text) { return text.substr(0, named_person(text)); };
  CHECK(name("Maud Penhallow is a baker and writer in Truro.") == "Maud Penhallow");
  CHECK(name("Dr. Maud J. Penhallow is the co-founder of a mill.") == "Dr. Maud J. Penhallow");
  CHECK(name("Élodie Brun est journaliste.") == "Élodie Brun");
  CHECK(name("Jory Nance ist ZDF-Reporterin für Bäckereien") == "Jory Nance");
  CHECK(name("Maud is a writer.").empty());
  CHECK(name("The bakery is a writer's dream.").empty());
  CHECK(name("Maud Penhallow is tired. The editor is not.").empty());
  CHECK(name("Maud Penhallow bakes for a writer.").empty());
  CHECK(name("In Truro, Maud Penhallow is a writer.").empty());
  CHECK(name("A B C D E is a writer.").empty());
  CHECK(name("Maud Penhallow").empty());
  CHECK(name("").empty());
}
