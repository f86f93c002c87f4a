// What a phrase says about the block it fills: the classes, each of which is one list file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clean_article::site {

enum class PhraseClass : std::uint8_t {
  kShare,          // share and follow bars
  kIconAlt,        // the alternative text of icons
  kNewsletter,     // newsletter and sign-up blurbs
  kReadMore,       // "Read more", "Continue reading"
  kRelated,        // headings over related, recommended, trending stories
  kAdvertisement,  // advertisement markers
  kCookie,         // cookie and consent notices
  kCopyright,      // copyright and all-rights-reserved lines
  kComments,       // headings and prompts of a comment section
  kByline,         // "By …", "Published", "Updated", reading times
  kCredit,         // photo credits and captions known by their wording
  kPrompt,         // log in, subscribe, enable JavaScript, download the app
  kAuthorBox,      // "About the author", "More by", "Follow …"
  kNavigation,     // "Skip to content", "Back to top", "Next post"
  // Headings of sections. No signal sees these four: their lists may change without training.
  kReviews,         // over customers' reviews, wherever they stand
  kProductReviews,  // the same on a product's page: "Reviews"
  kOtherGoods,      // beside a product: other goods, terms of delivery
  kSources,         // over what an article was drawn from
  kCount
};
inline constexpr std::size_t kPhraseClasses = static_cast<std::size_t>(PhraseClass::kCount);

// The list's name: "share", "icon-alt" …
std::string_view phrase_class_name(PhraseClass c);

}  // namespace clean_article::site
