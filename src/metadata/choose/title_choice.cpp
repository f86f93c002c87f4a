#include "metadata/choose/title_choice.hpp"

#include <algorithm>
#include <utility>

#include "metadata/readers/person_names.hpp"

namespace clean_article::metadata {

namespace {

// The heading that has most in common with what is declared; a lone one needs nothing in common.
std::string article_heading(const std::vector<const Candidate*>& declared, const TitleClues& clues) {
  constexpr double kLone = 0.3;
  std::string best;
  double best_score = 0;
  for (const std::string& heading : clues.headings) {
    if (bare(heading).empty() || is_site_name(heading, clues.site_names)) continue;
    double score = clues.headings.size() == 1 ? kLone : 0;
    for (const Candidate* title : declared) score = std::max(score, shared_words(heading, title->value));
    if (score > best_score) {
      best_score = score;
      best = heading;
    }
  }
  return best;
}

// Behind the last bar of a title stands a section, a slogan or the site by another name, hardly ever a part
// of the title. (On the labelled pages of WCXB this cut makes twenty titles right and two wrong.)
std::string without_tail(std::string title) {
  const std::size_t bar = title.rfind(" | ");
  if (bar != std::string::npos && !bare(title.substr(0, bar)).empty()) title.resize(bar);
  return title;
}

// In a heading a kicker may stand before the bar: there what has more words stays.
std::string heading_without_tail(const std::string& heading) {
  const auto words = [](std::string_view text) { return std::count(text.begin(), text.end(), ' '); };
  const std::string head = without_tail(heading);
  const std::string_view bar_and_tail = std::string_view(heading).substr(head.size());
  constexpr int kAroundBar = 2;
  return words(bar_and_tail) - kAroundBar > words(head) ? heading : head;
}

// Whether the page's own title and its heading are the same words, of which the most trusted title has only
// some.
bool is_said_twice(const std::string& heading, const std::vector<const Candidate*>& declared,
                   const TitleClues& clues) {
  if (heading.empty() || declared.size() < 2 || clues.is_front_page) return false;
  const Candidate& page_title = *declared.back();
  const std::string first =
      bare(without_site_name(declared.front()->value, clues.site_names, clues.headings));
  const std::string own = bare(heading);
  return page_title.source == "<title>" && bare(page_title.value).starts_with(own) &&
         own.size() > first.size() && !first.empty() && own.starts_with(first + ' ');
}

// What may be the title, best first. The heading that a page shows above its text is what readers take for
// the title of an article; what is declared for sharing and for search engines is often worded to be clicked.
std::vector<Field> title_offers(const std::vector<const Candidate*>& declared, const TitleClues& clues,
                                bool by_rule) {
  std::vector<Field> offers;
  const std::string heading = article_heading(declared, clues);
  // Where <title> begins with the words of the heading, both say more than what is declared for sharing.
  if (!by_rule && is_said_twice(heading, declared, clues)) offers.push_back({heading, "<h1>"});
  if (!heading.empty() && clues.is_article && !by_rule)
    offers.push_back({heading_without_tail(heading), "<h1>"});
  for (const Candidate* c : declared) {
    std::string title = without_site_name(c->value, clues.site_names, clues.headings);
    // A front page is about its site: "The Daily Loaf: bread for everybody" begins with what it is called.
    const std::size_t at = clues.is_front_page ? c->value.find(title) : std::string::npos;
    if (at != std::string::npos) title = c->value.substr(0, at + title.size());
    if (!clues.is_front_page && c->trust != Trust::kRule) title = without_tail(std::move(title));
    if (!bare(title).empty()) offers.push_back(take(*c, std::move(title)));
  }
  for (const Candidate* c : declared)
    for (std::string& part : title_parts(c->value)) offers.push_back(take(*c, std::move(part)));
  for (const std::string& other : clues.headings)
    if (!bare(other).empty()) offers.push_back({other, "<h1>"});
  return offers;
}

}  // namespace

Field choose_title(const Candidates& candidates, const TitleClues& clues) {
  const std::vector<const Candidate*> declared = candidates.of(Item::kTitle);
  const bool by_rule = !declared.empty() && declared.front()->trust == Trust::kRule;
  const std::vector<Field> offers = title_offers(declared, clues, by_rule);
  if (offers.empty()) return {};
  // The site's slogan, or the name of a series, gives way to what the page's address spells.
  constexpr double kHardly = 0.5;   // of the words of the shorter: "the", "of"
  constexpr double kSpelled = 0.5;  // of the words of the longer
  const std::string spelled = words_of_address(clues.url);
  const Field* best = &offers.front();
  if (by_rule || spelled.empty() || shared_words(best->value, spelled) >= kHardly) return *best;
  double best_share = kSpelled;
  for (const Field& offer : offers) {
    const double share = alike_words(offer.value, spelled);
    if (share < best_share || offer.value == best->value) continue;
    best_share = share;
    best = &offer;
  }
  return *best;
}

}  // namespace clean_article::metadata
