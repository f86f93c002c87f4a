#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("A line that leads to another story goes in articles, and elsewhere where it is a link") {
  const std::string line = "यह भी पढ़ें: घड़ी पीछे क्यों है";
  CHECK(taken_by("read-also", kArticle + kProse + p(line), 1) == Texts{line});
  CHECK(taken_by("read-also", kProse + p(line), 1).empty());
  CHECK(taken_by("read-also", kProse + p(line), 0.49f) == Texts{line});
  CHECK(taken_by("read-also", kProse + "<p>Baca juga: <a href=/a>Sungai naik satu meter bulan ini</a></p>", 1)
            .size() == 1);
}

TEST_CASE("Outside articles a line to another story is half a link, or unlikely") {
  const auto goes = [](const std::string& html, float score) {
    return FinishedPage(kProse + html, score)
               .recognise("abcd efgh", site::PhraseClass::kReadAlso)
               .run("read-also")
               .gone()
               .size() == 1;
  };
  CHECK_FALSE(goes(p("abcd efgh"), 0.5f));
  CHECK(goes(p("abcd efgh"), 0.49f));
  CHECK(goes("<p><a href=/a>abcd e</a>fgh</p>", 1));
  CHECK_FALSE(goes("<p><a href=/a>ab</a>cd efgh</p>", 1));
}
