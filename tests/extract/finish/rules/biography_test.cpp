#include "extract/finish/rules/biography.hpp"

#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kText =
    p("It rained for most of the month and the river rose by a metre, which nobody expected.");
const std::string kBio = "Maud Penhallow is a baker and writer in Truro.";

Texts gone(const std::string& html) {
  return taken_by("biography", html, 1);
}

}  // namespace

TEST_CASE("Who the author is stands at the end of an article and is no part of it") {
  CHECK(gone(kArticle + kText + p(kBio)) == Texts{kBio});
  CHECK(gone(kArticle + kText + p("Jory Nance ist Wirtschaftsredakteur.") + p(kBio)).size() == 2);
  CHECK(gone(kText + p(kBio)).empty());
  CHECK(gone(kArticle + kText + "<ul><li>" + kBio + "</li></ul>").empty());
}

TEST_CASE("Whom the text has named before is one of its subjects") {
  const std::string subject = p("The mill belongs to Maud Penhallow, who has baked there for twenty years.");
  CHECK(gone(kArticle + subject + p(kBio)).empty());
  CHECK(FinishedPage(kArticle + subject + p(kBio))
            .leave_out({"The mill belongs to Maud Penhallow, who has baked there for twenty years."})
            .run("biography")
            .kept()
            .empty());
}

TEST_CASE("A surname alone names somebody, at the beginning of a block, too") {
  CHECK(gone(kArticle + p("Penhallow has baked there for twenty years.") + p(kBio)).empty());
}

TEST_CASE("A biography is one of the last four blocks and short") {
  CHECK(gone(kArticle + p(kBio) + repeated(kText, 3)).size() == 1);
  CHECK(gone(kArticle + p(kBio) + repeated(kText, 4)).empty());
  CHECK(gone(kArticle + kText + p(kBio + " " + words(141))).size() == 1);
  CHECK(gone(kArticle + kText + p(kBio + " " + words(142))).empty());
}

TEST_CASE("A biography begins with a name and says what its bearer does") {
  const auto name = [](std::string_view text) { return text.substr(0, rules::named_person(text)); };
  CHECK(name("Maud Penhallow is a baker and writer in Truro.") == "Maud Penhallow");
  CHECK(name("Dr. Maud J. Penhallow is the co-founder of a mill.") == "Dr. Maud J. Penhallow");
  CHECK(name("Élodie Brun est journaliste.") == "Élodie Brun");
  CHECK(name("Jory Nance ist ZDF-Reporterin für Bäckereien") == "Jory Nance");
  CHECK(name("Maud is a writer.").empty());
  CHECK(name("maud Penhallow is a writer.").empty());
  CHECK(name("The bakery is a writer's dream.").empty());
  CHECK(name("Maud Penhallow is tired. The editor is not.").empty());
  CHECK(name("Maud Penhallow is tired! The editor is not.").empty());
  CHECK(name("Maud Penhallow is who? The editor is not.").empty());
  CHECK(name("Maud Penhallow bakes for a writer.").empty());
  CHECK(name("In Truro, Maud Penhallow is a writer.").empty());
  CHECK(name("A B C D is a writer.") == "A B C D");
  CHECK(name("A B C D E is a writer.").empty());
  CHECK(name("Maud Penhallow").empty());
  CHECK(name("").empty());
  CHECK(name("Maud Penhallow is " + words(13) + " writer") == "Maud Penhallow");
  CHECK(name("Maud Penhallow is " + words(14) + " writer").empty());
}

TEST_CASE("A name is no label, and a subject's surname is whole") {
  CHECK(rules::named_person("Truro: Maud Penhallow is a writer.") == 0);
  CHECK(gone(kArticle + kText + p("They live in Tenhallow.") + p(kBio)).size() == 1);
  CHECK(gone(kArticle + kText + p("They live in Penhallow.") + p(kBio)).empty());
}
