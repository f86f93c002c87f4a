#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Prompts in a post's place go, whatever they say") {
  CHECK(taken_by("post-prompt",
                 "<blockquote class=instagram-media><p>Open.</p><p><a href=/p>Sieh dir diesen Beitrag "
                 "an</a></p></blockquote><p><a href=/q>Elsewhere</a></p>") ==
        Texts{"Sieh dir diesen Beitrag an"});
}

namespace {

// Whether a line goes that stands in the place of a post.
bool goes(const std::string& line, const std::string& text,
          site::PhraseClass c = site::PhraseClass::kCredit) {
  return FinishedPage("<blockquote class=instagram-media><p>Open.</p>" + line + "</blockquote>")
             .recognise(text, c)
             .run("post-prompt")
             .gone() == Texts{text};
}

}  // namespace

TEST_CASE("A prompt is known by its words, or is nearly all of it a short link") {
  using enum site::PhraseClass;
  for (const site::PhraseClass c : {kReadMore, kShare, kCookie, kIconAlt, kPrompt, kNavigation, kPlaceholder})
    CHECK(goes(p("Look here"), "Look here", c));
  CHECK_FALSE(goes(p("Look here"), "Look here"));
  CHECK(goes("<p><a href=/p>abcdefghi</a>j</p>", "abcdefghij"));
  CHECK_FALSE(goes("<p><a href=/p>abcdefgh</a>ij</p>", "abcdefghij"));
  CHECK(goes("<p><a href=/p>" + words(12) + "</a></p>", words(12)));
  CHECK_FALSE(goes("<p><a href=/p>" + words(13) + "</a></p>", words(13)));
  CHECK_FALSE(goes("<p><a href=/p>@mill</a></p>", "@mill"));
}

TEST_CASE("A post is a quotation of a network's name, or right in an element of it") {
  const std::string prompt = "<p><a href=/p>Look</a></p>";
  const auto taken = [](const std::string& html) { return taken_by("post-prompt", html).size(); };
  CHECK(taken("<div class=instagram-media><blockquote>" + prompt + "</blockquote></div>") == 1);
  CHECK(taken("<div class=instagram-media><div><blockquote>" + prompt + "</blockquote></div></div>") == 0);
  CHECK(taken("<blockquote>" + prompt + "</blockquote>") == 0);
  CHECK(taken("<div class=instagram-media>" + prompt + "</div>") == 0);
  CHECK(decided_by_rule("post-prompt",
                        "<blockquote class=instagram-media>" + prompt + p("Open.") + "</blockquote>",
                        {"Look"})
            .empty());
}
