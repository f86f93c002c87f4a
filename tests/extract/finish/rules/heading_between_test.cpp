#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("A heading between kept blocks of its parent is kept unless the scorer objects") {
  const std::string html = p("before") + "<h2>Salt</h2>" + p("behind");
  CHECK(joined_by("heading-between", html, {"Salt"}, 0.1f).size() == 3);
  CHECK(joined_by("heading-between", html, {"Salt"}, 0.09f).size() == 2);
  const std::string apart = "<div>" + p("before") + "</div><div><h2>Salt</h2>" + p("behind") + "</div>";
  CHECK(joined_by("heading-between", apart, {"Salt"}, 0.29f).size() == 2);
}

TEST_CASE("A heading right over kept text is kept where it is likelier") {
  const std::string html = "<h2>Salt</h2>" + p("behind");
  CHECK(joined_by("heading-between", "<p>x</p>" + html, {"x", "Salt"}, 0.3f) == Texts{"Salt", "behind"});
  CHECK(joined_by("heading-between", "<p>x</p>" + html, {"x", "Salt"}, 0.29f) == Texts{"behind"});
}

TEST_CASE("A heading joins the kept block at most three before it") {
  const auto page = [](int between) {
    return p("before") + repeated(p("x"), between) + "<h2>Salt</h2>" + p("behind");
  };
  CHECK(joined_by("heading-between", page(2), {"x", "Salt"}, 0.1f) == Texts{"before", "Salt", "behind"});
  CHECK(joined_by("heading-between", page(3), {"x", "Salt"}, 0.1f) == Texts{"before", "behind"});
}

TEST_CASE("A quote joins as a heading does, a paragraph and the title do not") {
  const std::string quote = p("before") + "<blockquote><p>Salt</p></blockquote>" + p("behind");
  CHECK(joined_by("heading-between", quote, {"Salt"}, 0.1f).size() == 3);
  CHECK(joined_by("heading-between", p("before") + p("Salt") + p("behind"), {"Salt"}, 0.9f).size() == 2);
  const std::string title =
      "<title>Salt of the sea</title>" + p("before") + "<h1>Salt of the sea</h1>" + p("behind");
  CHECK(joined_by("heading-between", title, {"Salt of the sea"}, 0.9f).size() == 2);
}

TEST_CASE("What stands over a joined heading joins it in turn") {
  const std::string html = p("x") + "<h2>Salt</h2><h3>Of the sea</h3>" + p("behind");
  CHECK(joined_by("heading-between", html, {"x", "Salt", "Of the sea"}, 0.3f) ==
        Texts{"Salt", "Of the sea", "behind"});
}

TEST_CASE(
    "What stands behind a heading in another parent does not keep it, nor a likely quote over text alone") {
  const std::string inside = "<div>" + p("before") + "<h2>Salt</h2></div>" + p("behind");
  CHECK(joined_by("heading-between", inside, {"Salt"}, 0.9f).size() == 2);
  const std::string over = "<p>x</p><blockquote><p>Salt</p></blockquote>" + p("behind");
  CHECK(joined_by("heading-between", over, {"x", "Salt"}, 0.9f) == Texts{"behind"});
}
