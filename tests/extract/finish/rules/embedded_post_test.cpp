#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

// What is kept of a post between two paragraphs of which the scorer kept only these.
Texts shown(const std::string& post) {
  FinishedPage page("<p>before</p>" + post + "<p>after</p>");
  return page.leave_out_all().judge("before", 1, true).judge("after", 1, true).run("embedded-post").kept();
}

}  // namespace

TEST_CASE("A post that an article shows is text, with who wrote it") {
  CHECK(
      shown("<blockquote class=twitter-tweet><p>The gate is open.</p>&mdash; Ann Lee (@ann) <a href=/s>3 May"
            "</a></blockquote>") == Texts{"before", "The gate is open.", "— Ann Lee (@ann) 3 May", "after"});
  for (const std::string name : {"instagram-media", "bluesky-embed", "mastodon-embed", "tiktok-embed",
                                 "text-post-media", "reddit-embed-bq", "fb-xfbml-parse-ignore"})
    CHECK(shown("<figure><blockquote class='" + name + "'><p>Open.</p></blockquote></figure>").size() == 3);
  CHECK(shown("<div class=wp-block-embed__wrapper><blockquote><p>Open.</p></blockquote></div>").size() == 3);
  CHECK(
      shown(
          "<blockquote class=tiktok-embed><section><a href=/a>@ann</a><p>Open.</p><a href=/m>♬ original sound"
          "</a></section></blockquote>") == Texts{"before", "@ann", "Open.", "after"});
}

TEST_CASE("Prompts, posts away from the text and other quotes are left to the scorer") {
  CHECK(
      shown("<blockquote class=instagram-media><p><a href=/p>Sieh dir diesen Beitrag an</a></p></blockquote>")
          .size() == 2);
  CHECK(shown("<blockquote><p>Open.</p></blockquote>").size() == 2);
  const std::string post = "<blockquote class=twitter-tweet><p>The gate is open.</p></blockquote>";
  FinishedPage page("<p>kept</p>" + repeated("<p>left</p>", 5) + post);
  CHECK(page.leave_out_all().judge("kept", 1, true).run("embedded-post").kept() == Texts{"kept"});
}

TEST_CASE("The author of a post is no byline of the article") {
  const std::string post =
      "<blockquote class=twitter-tweet><p>The gate is open.</p>By Ann Lee, 3 May 2024</blockquote>";
  FinishedPage page(kArticle + kProse + post);
  CHECK(page.recognise("By Ann Lee, 3 May 2024", site::PhraseClass::kByline).run("byline").kept().size() ==
        3);
}

TEST_CASE("A post may have three wrappers, and text before or behind it") {
  const std::string post = "<blockquote class=twitter-tweet><p>The gate is open.</p></blockquote>";
  CHECK(shown(nested(post, 3)).size() == 3);
  CHECK(shown(nested(post, 4)).size() == 2);
  for (const std::string& html : {post + "<p>kept</p>", "<p>kept</p>" + post}) {
    FinishedPage page(html);
    CHECK(page.leave_out_all().judge("kept", 1, true).run("embedded-post").kept().size() == 2);
  }
  FinishedPage near("<p>kept</p>" + repeated("<p>left</p>", 3) + post);
  CHECK(near.leave_out_all().judge("kept", 1, true).run("embedded-post").kept().size() == 2);
  FinishedPage behind(post + repeated("<p>left</p>", 4) + "<p>kept</p>");
  CHECK(behind.leave_out_all().judge("kept", 1, true).run("embedded-post").kept().size() == 1);
}

TEST_CASE("A prompt is nothing but a link of twelve words at the most, or what a list knows") {
  const auto is_kept = [](const std::string& inside) {
    return shown("<blockquote class=twitter-tweet><p>Open.</p><p>" + inside + "</p></blockquote>").size() ==
           4;
  };
  CHECK_FALSE(is_kept("<a href=/a>" + words(12) + "</a>"));
  CHECK(is_kept("<a href=/a>" + words(13) + "</a>"));
  CHECK_FALSE(is_kept("<a href=/a>" + std::string(19, 'a') + "</a>b"));
  CHECK(is_kept("<a href=/a>abcdef</a>ghi"));
  CHECK(is_kept("<a href=/a>@ann</a>"));
  CHECK(is_kept("<a href=/a>The train is home.</a>"));
  for (const auto c :
       {site::PhraseClass::kReadMore, site::PhraseClass::kShare, site::PhraseClass::kCookie,
        site::PhraseClass::kIconAlt, site::PhraseClass::kPrompt, site::PhraseClass::kNavigation}) {
    FinishedPage page("<p>before</p><blockquote class=twitter-tweet><p>Open.</p></blockquote>");
    page.recognise("Open.", c).leave_out({"Open."}).run("embedded-post");
    CHECK(page.kept() == Texts{"before"});
  }
}

TEST_CASE("What is kept of a post already stays as it was decided") {
  FinishedPage page("<p>before</p><blockquote class=twitter-tweet><p>Open.</p></blockquote>");
  CHECK(page.run("embedded-post").verdict(1).step == Step::kScorer);
}
