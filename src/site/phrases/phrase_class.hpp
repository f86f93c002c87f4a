// What a phrase says about the block it fills: the classes, and the lists of phrases (rules/phrases/NAME.txt)
// of which each feeds one of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace clean_article::site {

enum class PhraseClass : std::uint8_t {
  kShare,          // share and follow bars
  kIconAlt,        // the alternative text of icons
  kNewsletter,     // newsletter and sign-up blurbs
  kReadMore,       // "Read more", "Continue reading"
  kRelated,        // headings over related, recommended, trending stories; lines of tags and categories
  kAdvertisement,  // advertisement markers
  kCookie,         // cookie and consent notices
  kCopyright,      // what stands at a page's foot: rights, and links such as "Contact" and "Imprint"
  kComments,       // headings and prompts of a comment section
  kByline,         // "By …", "Published", "Updated", reading times
  kCredit,         // photo credits and captions known by their wording
  kPrompt,         // log in, subscribe, enable JavaScript, download the app
  kAuthorBox,      // "About the author", "More by", "Follow …"
  kNavigation,     // "Skip to content", "Back to top", "Next post"
  // For the finishing rules alone, mostly headings of sections. No signal sees these and what comes behind
  // them: their lists may change without training.
  kReviews,         // over customers' reviews, wherever they stand
  kProductReviews,  // the same on a product's page: "Reviews"
  kOtherGoods,      // beside a product: other goods, terms of delivery
  kRefersBack,      // first paragraphs that need the line above them: "This was reported by …"
  // Lines around an article and between its paragraphs.
  kDisclaimer,    // legal disclaimers, risk warnings, a distributor's number of the item
  kReadAlso,      // "Also read: …", in the languages of the world
  kSourceLine,    // "Source: DN"
  kSignOff,       // agencies' and authors' marks at the end: "dpa", "(ab)"
  kArticleTools,  // print, e-mail, text size, time to read, under the title
  kPressContact,  // headings over whom to ask about a release
  kAppeal,        // support us, if you liked this; why a mail was sent
  kLicence,       // where it was published first, who may publish it again
  kPlaceholder,   // for content that a consent manager holds back
  kForm,          // messages and consent sentences of forms
  kCount
};
inline constexpr std::size_t kPhraseClasses = static_cast<std::size_t>(PhraseClass::kCount);

// Whether the scorer's signals see that a phrase of this class fills a block. A change of such a list wants
// training again.
constexpr bool is_seen_by_signals(PhraseClass c) {
  return c < PhraseClass::kReviews;
}

// The class's name: "share", "icon-alt" …
std::string_view phrase_class_name(PhraseClass c);

struct PhraseList {
  std::string_view name;  // of its file
  PhraseClass phrase_class;
};

// All lists, in the order of their classes; a class may have several.
std::span<const PhraseList> phrase_lists();

}  // namespace clean_article::site
