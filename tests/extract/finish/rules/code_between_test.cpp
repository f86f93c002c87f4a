#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kBefore = "Call the function once for each row and wait until it has come back.";
const std::string kAfter = "The second call finds what the first one has left, and adds to that.";

// Whether code is kept that stands between so many dropped lines and kept text.
bool kept(const std::string& lines_before, const std::string& lines_behind, bool article = false,
          float score = 0.15f) {
  FinishedPage page((article ? kArticle : "") + "<section>" + p(kBefore) + "</section>" + lines_before +
                        "<pre>f(1);</pre>" + lines_behind + p(kAfter),
                    score);
  page.leave_out_all().judge(kBefore, 1, true).judge(kAfter, 1, true);
  return page.run("code-between").kept().size() == 3;
}

}  // namespace

TEST_CASE("Code between kept text is kept, in a manual whatever is around it") {
  const std::string html =
      "<section>" + p(kBefore) + "</section><div><div><pre>f(1);</pre></div></div>" + p(kAfter);
  CHECK(joined_by("code-between", html, {"f(1);"}, 0.15f) == Texts{kBefore, "f(1);", kAfter});
}

TEST_CASE("In an article text stands beside code, or beside the editor that holds nothing else") {
  const auto kept = [](const std::string& html) {
    FinishedPage page(kArticle + html, 0.15f);
    page.leave_out_all().judge(kBefore, 1, true).judge(kAfter, 1, true);
    return page.run("code-between").kept().size() == 3;
  };
  const std::string code = "<div><pre>f(1);</pre></div>";
  const std::string bar = "<div><p>C</p><p>Copy</p></div>";
  CHECK(kept("<main>" + p(kBefore) + "<div>" + code + "</div>" + p(kAfter) + "</main>"));
  CHECK(kept("<main>" + p(kBefore) + "<div>" + bar + code + bar + "</div>" + p(kAfter) + "</main>"));
  CHECK_FALSE(kept("<main>" + p(kBefore) + "<div>" + code + p(words(5)) + "</div>" + p(kAfter) + "</main>"));
  CHECK_FALSE(kept("<main>" + p(kBefore) + "</main><div>" + p(words(5)) + code + "</div>" + p(kAfter)));
}

TEST_CASE("The scorer may object to code, behind the last text more easily") {
  CHECK(kept("", "", false, 0.1f));
  CHECK_FALSE(kept("", "", false, 0.09f));
  const std::string beside = p(kBefore) + "<pre>f(1);</pre>";
  CHECK(joined_by("code-between", beside, {"f(1);"}, 0.09f) == Texts{kBefore});
  CHECK(joined_by("code-between", beside, {"f(1);"}, 0.1f) == Texts{kBefore, "f(1);"});
  CHECK(joined_by("code-between", kArticle + beside, {"f(1);"}, 0.1f) == Texts{kBefore});
  const std::string at_end = "<section>" + p(kBefore) + "</section><pre>f(1);</pre>";
  CHECK(joined_by("code-between", at_end, {"f(1);"}, 0.19f) == Texts{kBefore});
  CHECK(joined_by("code-between", at_end, {"f(1);"}, 0.2f) == Texts{kBefore, "f(1);"});
  CHECK(joined_by("code-between", kArticle + at_end, {"f(1);"}, 0.9f) == Texts{kBefore});
}

TEST_CASE("A run of code is kept beyond the short lines of its editor") {
  const std::string tab = p(words(4));
  CHECK(kept(repeated(tab, 11), ""));
  CHECK_FALSE(kept(repeated(tab, 12), ""));
  CHECK(kept("", repeated(tab, 11)));
  CHECK_FALSE(kept("", repeated(tab, 12), false, 0.15f));
  CHECK(kept("", repeated(tab, 12), false, 0.2f));  // as code behind text
  CHECK_FALSE(kept(repeated(tab, 11), "", true));
}

TEST_CASE("Longer lines are no tabs of an editor") {
  const std::string line = p(words(5));
  CHECK(kept(repeated(line, 2), ""));
  CHECK_FALSE(kept(repeated(line, 3), ""));
  CHECK_FALSE(kept("", line));
  CHECK(kept(repeated(line, 2), "", true));
  CHECK_FALSE(kept(repeated(line, 3), "", true));
}

TEST_CASE("A run of code is kept as a whole") {
  const std::string html = p(kBefore) + "<pre>f(1);</pre><pre>g(2);</pre>" + p(kAfter);
  CHECK(joined_by("code-between", html, {"f(1);", "g(2);"}, 0.15f).size() == 4);
}

TEST_CASE("Code is beside text only right behind it, and in articles between texts of its own parent") {
  const std::string apart = p(kBefore) + p("x") + "<pre>f(1);</pre>";
  CHECK(joined_by("code-between", apart, {"x", "f(1);"}, 0.19f) == Texts{kBefore});
  CHECK(joined_by("code-between", apart, {"x", "f(1);"}, 0.2f) == Texts{kBefore, "f(1);"});
  const std::string beside = kArticle + p(kBefore) + "<pre>f(1);</pre>";
  CHECK(joined_by("code-between", beside, {"f(1);"}, 0.9f) == Texts{kBefore});
  CHECK(joined_by("code-between", beside + p(kAfter), {"f(1);"}, 0.1f).size() == 3);
  CHECK(joined_by("code-between", beside + p("x") + p(kAfter), {"x", "f(1);"}, 0.9f).size() == 2);
  const std::string outside = kArticle + "<div>" + p(kBefore) + "<pre>f(1);</pre></div>" + p(kAfter);
  CHECK(joined_by("code-between", outside, {"f(1);"}, 0.9f).size() == 2);
}
