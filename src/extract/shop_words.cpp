#include "extract/shop_words.hpp"

#include <algorithm>
#include <string>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// A bar between two; headings in lower case.

// How names of what is counted begin: "(18 products)".
constexpr std::string_view kCounted = "produ|Produ|prodott|item|Item|result|artikel|Artikel|article|artículo";

constexpr std::string_view kReviews =
    "customer reviews|customers say|customer ratings|user reviews|user testimonials|product reviews|"
    "verified reviews|guest reviews|ratings & reviews|ratings and reviews|reviews & ratings|"
    "customer reviews & ratings|kundenbewertungen|kundenrezensionen|produktbewertungen|avis clients|"
    "avis des clients|commentaires clients|opiniones de clientes|opiniones de los clientes|"
    "reseñas de clientes|recensioni dei clienti|recensioni clienti|klantbeoordelingen|opinie klientów|"
    "avaliações de clientes";

constexpr std::string_view kReviewsOfProduct =
    "reviews|bewertungen|rezensionen|avis|opiniones|recensioni|beoordelingen|opinie|avaliações";

// Behind a count, before the product's name: WooCommerce's "29 reviews for …".
constexpr std::string_view kReviewsFor =
    "review for |reviews for |bewertung für |bewertungen für |avis pour |recensioni per |valoraciones en ";

constexpr std::string_view kOtherGoods =
    "similar items|similar products|related products|related items|explore related items|"
    "products related to this item|you may also like|you might also like|you may also be interested in|"
    "customers also bought|customers also viewed|customers frequently viewed|others also bought|"
    "others like you also bought|people also bought|people also viewed|frequently bought together|"
    "recently viewed|recently viewed items|recently viewed products|compare similar items|"
    "compare with similar items|complete the look|featured products|ähnliche artikel|ähnliche produkte|"
    "das könnte ihnen auch gefallen|das könnte dir auch gefallen|kunden kauften auch|zuletzt angesehen|"
    "vous aimerez aussi|produits similaires|produits associés|articles similaires|productos relacionados|"
    "productos similares|también te puede interesar|prodotti correlati|prodotti simili|"
    "gerelateerde producten";

constexpr std::string_view kTerms =
    "shipping and returns|shipping & returns|shipping and return policies|delivery and returns|"
    "delivery & returns|delivery and pickup|returns & exchanges|returns and exchanges|return policy|"
    "shipping information|versand und rückgabe|versand & rückgabe|livraison et retours|"
    "livraison & retours|envíos y devoluciones|spedizione e resi|verzending en retour";

constexpr std::size_t kLongestHeading = 200;  // bytes

template <typename Predicate>
bool any_in(std::string_view list, const Predicate& holds) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find('|', begin), list.size());
    if (holds(list.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

bool is_in(std::string_view list, std::string_view text) {
  return any_in(list, [&](std::string_view entry) { return entry == text; });
}

bool begins_with_any(std::string_view list, std::string_view text) {
  return any_in(list, [&](std::string_view entry) { return text.starts_with(entry); });
}

constexpr std::string_view kCountMarks = "0123456789,.";

// A heading without the count before or behind it: "1,204 reviews", "Reviews (12)".
std::string_view without_count(std::string_view heading) {
  constexpr std::string_view kAround = "0123456789,.() ";
  const std::size_t first = heading.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return heading.substr(first, heading.find_last_not_of(kAround) + 1 - first);
}

}  // namespace

bool ends_with_count(std::string_view text) {
  if (!text.ends_with(')')) return false;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return false;
  const std::string_view count = text.substr(open + 1, text.size() - open - 2);
  const std::size_t digits = std::min(count.find_first_not_of(kCountMarks), count.size());
  if (digits == 0 || digits == count.size()) return digits > 0;
  return count[digits] == ' ' && begins_with_any(kCounted, count.substr(digits + 1));
}

bool heads_reviews(std::string_view heading, bool of_product) {
  if (heading.empty() || heading.size() > kLongestHeading) return false;
  const std::string lower = text::to_lower(heading);
  const std::string_view name = without_count(lower);
  const bool counted = kCountMarks.find(lower.front()) != std::string_view::npos;
  return is_in(kReviews, name) || (of_product && is_in(kReviewsOfProduct, name)) ||
         (counted && begins_with_any(kReviewsFor, name));
}

bool heads_other_goods(std::string_view heading) {
  if (heading.size() > kLongestHeading) return false;
  const std::string lower = text::to_lower(heading);
  const std::string_view name = lower.ends_with(':') ? text::without_last(lower) : std::string_view(lower);
  return is_in(kOtherGoods, name) || is_in(kTerms, name);
}

}  // namespace clean_article::extract
