#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kReviews = "<h2>Customer reviews</h2><h3>Great!</h3><p>It stands.</p>";
const Texts kReviewTexts{"Customer reviews", "Great!", "It stands."};

}  // namespace

TEST_CASE("What customers wrote ends with the next heading of its level, titles of reviews included") {
  CHECK(taken_by("reviews", kProse + kReviews + "<h2>Care</h2>" + kProse, 0.9f) == kReviewTexts);
  const std::string own = "<section><h3>Customer reviews</h3><h2>Great!</h2><p>It stands.</p></section>";
  CHECK(taken_by("reviews", kProse + own + "<h2>Care</h2>" + kProse, 0.9f) == kReviewTexts);
  CHECK(taken_by("reviews", "<main>" + kProse + kReviews + "</main>" + kProse, 0.9f) == kReviewTexts);
}

TEST_CASE("Customers' reviews are text in an article, and where the title names them") {
  CHECK(taken_by("reviews", kArticle + kProse + kReviews, 0.9f).empty());
  CHECK(taken_by("reviews", "<h1>Customer reviews</h1>" + kProse, 0.9f).empty());
  CHECK(taken_by("reviews", "<h2>Customer reviews</h2>" + kProse, 0.9f).size() == 2);
  CHECK(taken_by("reviews", "<p>Customer reviews</p>" + kProse, 0.9f).empty());
}

TEST_CASE("A mere heading of reviews counts where the page declares one product") {
  const std::string reviews = kProse + "<h2>Reviews</h2><p>It stands.</p>";
  CHECK(taken_by("product-reviews", kProduct + reviews, 0.9f) == Texts{"Reviews", "It stands."});
  CHECK(taken_by("product-reviews", reviews, 0.9f).empty());
}

TEST_CASE("Other goods stand beside the one product of a page, not beside a list of them") {
  const std::string others = "<h2>You may also like</h2><p>A lamp</p>";
  CHECK(taken_by("other-goods", kProduct + kProse + others, 0.9f) == Texts{"You may also like", "A lamp"});
  CHECK(taken_by("other-goods", kProse + others, 0.9f).empty());
  CHECK(taken_by("other-goods", repeated(kProduct, 12) + kProse + others, 0.9f).size() == 2);
  CHECK(taken_by("other-goods", repeated(kProduct, 13) + kProse + others, 0.9f).empty());
}

TEST_CASE("What customers wrote ends with the element that their heading begins") {
  CHECK(taken_by("reviews", kProse + "<section><h2>Customer reviews</h2><p>It stands.</p></section>" + kProse,
                 0.9f) == Texts{"Customer reviews", "It stands."});
}
