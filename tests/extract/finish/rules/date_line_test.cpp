#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kLong = p(words(30) + ".");

Texts taken(const std::string& line) {
  return taken_by(
      "date-line",
      kArticle + "<title>The tent of the year</title><h1>The tent of the year</h1>" + p(line) + kLong, 1);
}

}  // namespace

TEST_CASE("A line of names and dates under the title goes, in whatever order") {
  for (const std::string line : {"Maud Penhallow · 4 May 2024", "04.05.2024 | Maud Penhallow",
                                 "Aino Virtanen – 4. toukokuuta 2024", "Jan van der Meer | 4 mei 2024, 10:15",
                                 "Марта Ильина — 4 мая 2024", "4 May 2024 · Maud Penhallow · Bergen"}) {
    CAPTURE(line);
    CHECK(taken(line) == Texts{line});
  }
}

TEST_CASE("A date alone goes, and a byline, on a page that is no article, too") {
  const auto gone = [](const std::string& line) {
    return taken_by("date-line",
                    "<title>The tent of the year</title><h1>The tent of the year</h1>" + p(line) + kLong,
                    1) == Texts{line};
  };
  CHECK(gone("10.11.2021"));
  CHECK(gone("January 22, 2014"));
  CHECK(gone("4 May 2024"));
  CHECK(gone("By Maud Penhallow"));
  CHECK_FALSE(gone("Bergen 2024"));
  CHECK_FALSE(gone("10.11.2021 Bergen Norway"));
  CHECK_FALSE(gone("12 34 56 7.8.2024"));
  CHECK(gone("Maud Penhallow · 4 May 2024"));
  CHECK(gone("04/05/2024 | Maud Ann Penhallow"));
  CHECK(gone("Maud Penhallow, 4 May 2024"));
  CHECK(gone("Maud Penhallow - 4 May, 2024"));
  CHECK(gone("Tuesday, 4 May 2024 10:15 GMT"));
  CHECK(gone("Jan Smit 4 mei 2024, 10:15"));
  CHECK_FALSE(gone("The Mill Of Truro And Its Owner 4 May 2024 10:15"));
  CHECK_FALSE(gone("04/05/2024 | Penhallow"));
  CHECK_FALSE(gone("04/05/2024 | Maud Ann Eve Penhallow"));
  CHECK_FALSE(gone("Maud Penhallow · Jo Carne · 4 May 2024"));
  CHECK_FALSE(gone("Maud Penhallow · Tent 4 Room 2024"));
}

TEST_CASE("Lines that say more stay, and those in the text") {
  for (const std::string line :
       {"Bergen, 4 May 2024", "The tent of 4 May 2024 – and what it could not do", "4 May 2024 – it rained.",
        "4 May 2024 – Rain Fell.", "Maud Penhallow", "Room | Price | 2 | 300"}) {
    CAPTURE(line);
    CHECK(taken(line).empty());
  }
  CHECK(taken_by("date-line",
                 kArticle + "<title>The tent of the year</title><h1>The tent of the year</h1>" + kLong +
                     p("Maud Penhallow · 4 May 2024"),
                 1)
            .empty());
}

TEST_CASE("Of names and dates a name has five words at the most, of them half small, and a line sixteen") {
  CHECK(taken("Maud Ann Eve Jo Penhallow · 4 May 2024").size() == 1);
  CHECK(taken("Maud Ann Eve Jo Liz Penhallow · 4 May 2024").empty());
  CHECK(taken("Jan van Meer de · 4 May 2024").size() == 1);
  CHECK(taken("Jan van der Meer de · 4 May 2024").empty());
  const std::string five = "Maud Ann Eve Jo Penhallow · ";
  CHECK(taken(five + five + "Maud Ann Eve · 4 May 2024").size() == 1);
  CHECK(taken(five + five + "Maud Ann Eve Jo · 4 May 2024").empty());
  CHECK(taken("山田太郎 · 4 May 2024").size() == 1);
  CHECK(taken("Maud & + · 4 May 2024").size() == 1);
  CHECK(taken("Maud Penhallow · 4 de mayo de 2024").size() == 1);
  CHECK(taken("Maud Penhallow｜4 May 2024").size() == 1);
  CHECK(taken("Maud Penhallow｜｜4 May 2024").empty());
}

TEST_CASE("A date that no list knows is told by its numbers") {
  const auto goes = [](const std::string& line) {
    return !FinishedPage("<title>The tent of the year</title><h1>The tent of the year</h1>" + p(line) + kLong,
                         1)
                .run("date-line")
                .gone()
                .empty();
  };
  CHECK(goes("10.11.2021"));
  CHECK(goes("4 May 2024"));
  CHECK(goes("10 11 2021"));
  CHECK(goes("4 May 2024 10:15"));
  CHECK(goes("January 4 2014"));
  CHECK_FALSE(goes("4 May 2024 10:15 11:15"));
  CHECK_FALSE(goes("10.11.2021 Bergen"));
  CHECK_FALSE(goes("4 May 2024 Bergen"));
  CHECK_FALSE(goes("It rained"));
}

TEST_CASE("Lines of names and dates stand less than twelve blocks below the title, above the text") {
  const auto goes = [](int between, const std::string& line) {
    return !taken_by("date-line",
                     kArticle + "<title>The tent of the year</title><h1>The tent of the year</h1>" +
                         repeated(line, between) + p("Maud Penhallow · 4 May 2024") + kLong,
                     1)
                .empty();
  };
  CHECK(goes(10, p("A tent")));
  CHECK_FALSE(goes(11, p("A tent")));
  CHECK(goes(1, p(words(19))));
  CHECK_FALSE(goes(1, p(words(20))));
  CHECK(goes(1, "<ul><li>" + words(30) + "</li></ul>"));
  CHECK(taken_by("date-line", kArticle + p("Maud Penhallow · 4 May 2024") + kLong, 1).empty());
}

TEST_CASE("What is left out under a title neither ends the search nor is looked at") {
  const std::string line = "Maud Penhallow · 4 May 2024";
  FinishedPage page(
      kArticle + "<title>The tent of the year</title><h1>The tent of the year</h1>" + kLong + p(line), 1);
  CHECK(page.leave_out({words(30) + "."}).run("date-line").gone().size() == 2);
  FinishedPage other(
      kArticle + "<title>The tent of the year</title><h1>The tent of the year</h1>" + p(line) + kLong, 1);
  CHECK(other.leave_out({line}).run("date-line").verdict(1).step == Step::kScorer);
  CHECK(taken("דוד כהן · 4 May 2024").size() == 1);
}

TEST_CASE("A heading of names and dates stays") {
  CHECK(taken_by("date-line",
                 kArticle + "<title>The tent of the year</title><h1>The tent of the year</h1>" +
                     "<h3>Maud Penhallow · 4 May 2024</h3>" + kLong,
                 1)
            .empty());
}

TEST_CASE("In a thread each post has its date and time") {
  const std::string title = "<title>The tent of the year</title><h1>The tent of the year</h1>";
  const std::string line = "Ann Carne 4 May 2024 10:15";
  CHECK(taken_by("date-line", title + p(line) + kLong, 1).size() == 1);
  CHECK(taken_by("date-line", kThread + title + p(line) + kLong, 1).empty());
}
