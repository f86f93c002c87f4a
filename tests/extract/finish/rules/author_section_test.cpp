#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("What is said of the author behind an article goes with its heading") {
  const std::string text = kArticle + repeated(kProse, 2);
  const std::string author = "<h3>About the author</h3><p>Maud sleeps in tents.</p>";
  CHECK(taken_by("author-section", text + author, 0.3f) ==
        Texts{"About the author", "Maud sleeps in tents."});
  CHECK(taken_by("author-section", kArticle + author + repeated(kProse, 2), 0.3f).empty());
  CHECK(taken_by("author-section", repeated(kProse, 2) + author, 0.3f).empty());
  const std::string bold = "<p><b>About the author</b></p><p>Maud sleeps in tents.</p>";
  CHECK(taken_by("author-section", text + bold, 0.3f).empty());  // a line, not a heading
  CHECK(taken_by("author-section", text + "<h2>Discussion</h2><p>Tents are small.</p>", 0.3f).empty());
}

TEST_CASE("The author may be whom the text is about") {
  const std::string page =
      kArticle + repeated(kProse, 2) + "<h3>About the author</h3><p>Maud sleeps in tents.</p>";
  CHECK(taken_by("author-section", page, 0.69f).size() == 2);
  CHECK(taken_by("author-section", page, 0.71f).empty());
}
