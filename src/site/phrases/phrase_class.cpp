// The names of the phrase classes and their lists: see phrase_class.hpp.
#include "site/phrases/phrase_class.hpp"

#include <array>

namespace clean_article::site {
namespace {

constexpr std::array<std::string_view, kPhraseClasses> kNames = {
    "share",           "icon-alt",    "newsletter",    "read-more",     "related",
    "advertisement",   "cookie",      "copyright",     "comments",      "byline",
    "credit",          "prompt",      "author-box",    "navigation",    "reviews",
    "product-reviews", "other-goods", "refers-back",   "disclaimer",    "read-also",
    "source-line",     "sign-off",    "article-tools", "press-contact", "appeal",
    "licence",         "placeholder", "form",
};

constexpr auto kLists = std::to_array<PhraseList>({
    {"share", PhraseClass::kShare},
    {"icon-alt", PhraseClass::kIconAlt},
    {"newsletter", PhraseClass::kNewsletter},
    {"read-more", PhraseClass::kReadMore},
    {"related", PhraseClass::kRelated},
    {"tags", PhraseClass::kRelated},
    {"advertisement", PhraseClass::kAdvertisement},
    {"cookie", PhraseClass::kCookie},
    {"copyright", PhraseClass::kCopyright},
    {"page-foot", PhraseClass::kCopyright},
    {"comments", PhraseClass::kComments},
    {"byline", PhraseClass::kByline},
    {"credit", PhraseClass::kCredit},
    {"prompt", PhraseClass::kPrompt},
    {"author-box", PhraseClass::kAuthorBox},
    {"navigation", PhraseClass::kNavigation},
    {"reviews", PhraseClass::kReviews},
    {"product-reviews", PhraseClass::kProductReviews},
    {"other-goods", PhraseClass::kOtherGoods},
    {"refers-back", PhraseClass::kRefersBack},
    {"disclaimer", PhraseClass::kDisclaimer},
    {"read-also", PhraseClass::kReadAlso},
    {"source-line", PhraseClass::kSourceLine},
    {"sign-off", PhraseClass::kSignOff},
    {"article-tools", PhraseClass::kArticleTools},
    {"press-contact", PhraseClass::kPressContact},
    {"appeal", PhraseClass::kAppeal},
    {"licence", PhraseClass::kLicence},
    {"placeholder", PhraseClass::kPlaceholder},
    {"form", PhraseClass::kForm},
});

}  // namespace

std::span<const PhraseList> phrase_lists() {
  return kLists;
}

std::string_view phrase_class_name(PhraseClass c) {
  return kNames[static_cast<std::size_t>(c)];
}

}  // namespace clean_article::site
