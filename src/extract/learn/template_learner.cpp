#include "extract/learn/template_learner.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "text/text.hpp"

namespace clean_article::extract {
namespace {

constexpr double kNearlyAllPages = 0.8;  // on which a body must be found, or a text that goes unseen
constexpr double kGoodBody = 0.8;        // least mean F1 of its words against those of the text
constexpr std::size_t kMostBodies = 3;   // elements of one body on a page
constexpr double kRepeatedShare = 0.4;   // of the pages on which a text is the site's, not the article's
constexpr double kOnHalf = 0.5;
// On pages that are no articles (shops repeat what is their text) what comes again is the site's only if the
// mean of its scores is hardly better than even.
constexpr double kDoubtful = 0.55;
// Where nobody looks at what was learned, only a text on nearly all pages goes. A sentence, in articles; on
// other pages it must be the same to the letter and doubted; a label must be hardly text at all. Found with
// scores out of fold on the sites with three pages or more (tools/evaluate_templates); any share from 0.6 up
// gives much the same.
constexpr double kDoubtfulSentence = 0.6;
constexpr double kDoubtfulLabel = 0.3;
constexpr std::size_t kFewestLabelWords = 2;
constexpr double kMostlyRepeated = 0.7;       // of the words in an element that goes for that
constexpr double kSeldomText = 0.02;          // of the words in an element that the scorer has ever taken
constexpr double kOftenSeen = 0.3;            // of the pages on which an element that goes must be
constexpr std::size_t kFewestBlurbWords = 4;  // "Read more" is the lists' business, "Ingredients" may be text
constexpr std::size_t kMostStrips = 40;
constexpr std::size_t kMostBlurbs = 40;
constexpr std::size_t kMostBlockVisits = 200'000;  // of all elements of a page: a page of more is no example
constexpr std::size_t kMostTextBytes = 300;        // of a text that is remembered

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A name that people gave, not one made for a page ("post-1234") or by a tool ("css-1x2y3z").
bool is_lasting_name(std::string_view name) {
  constexpr std::size_t kMostLength = 40;
  constexpr std::ptrdiff_t kMostDigits = 2;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    const char lower = text::ascii_lower(c);
    return (lower >= 'a' && lower <= 'z') || is_digit(c) || c == '-' || c == '_';
  });
  return plain && name.size() > 1 && name.size() <= kMostLength && !is_digit(name.front()) &&
         name.front() != '-' && std::count_if(name.begin(), name.end(), is_digit) <= kMostDigits;
}

// Small letters, any number as one 0.
std::uint64_t text_hash(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (!is_digit(c)) {
      plain += text::ascii_lower(c);
    } else if (plain.empty() || plain.back() != '0') {
      plain += '0';
    }
  }
  return std::hash<std::string>{}(plain);
}

// A pattern that matches the text, with any numbers in the place of its own if so wanted.
std::string as_pattern(std::string_view text, bool any_numbers) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c) && any_numbers) {
      if (i == 0 || !is_digit(text[i - 1])) out += "\\d+";
    } else {
      if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) out += '\\';
      out += c == '\n' ? ' ' : c;
    }
  }
  return out;
}

std::string on_pages(std::size_t pages, std::size_t all) {
  return "on " + std::to_string(pages) + " of " + std::to_string(all) + " pages";
}

std::string percent(double share) {
  return std::to_string(std::lround(share * 100)) + " %";
}

}  // namespace

// A selector over all pages, the blocks being those that are still looked at.
struct TemplateLearner::Found {
  SelectorId selector = 0;
  std::size_t pages = 0;                                 // on which it is
  std::size_t most_elements = 0;                         // on one page
  double words = 0, repeated_words = 0, kept_words = 0;  // the latter not repeated
  double f1 = 0;  // sum over pages, of its own words against those that are the text
};

TemplateLearner::SelectorId TemplateLearner::selector_id(const std::string& selector) {
  const auto [entry, is_new] = selector_ids_.emplace(selector, static_cast<SelectorId>(selectors_.size()));
  if (is_new) selectors_.push_back(selector);
  return entry->second;
}

void TemplateLearner::note_element(const html::Document& document, const Element& element, PageNote& note) {
  if (element.first_block == element.end_block || element.tag == html::Tag::k_body) return;
  const std::string name = document.name(element.node);
  const auto add = [&](const std::string& selector) {
    note.elements.push_back({selector_id(selector), element.first_block, element.end_block});
  };
  if (element.tag == html::Tag::k_article || element.tag == html::Tag::k_main) add(name);
  if (const auto id = document.attribute(element.node, "id"); id && is_lasting_name(*id)) add("#" + *id);
  const std::string classes = document.attribute(element.node, "class").value_or("");
  for (std::size_t at = 0; at < classes.size();) {
    while (at < classes.size() && text::is_html_space(classes[at])) ++at;
    const std::size_t begin = at;
    while (at < classes.size() && !text::is_html_space(classes[at])) ++at;
    const std::string token = classes.substr(begin, at - begin);
    if (is_lasting_name(token)) add(std::string(name).append(".").append(token));
  }
}

// Whether a page's text is that of one before: a page that was saved twice is no repetition.
bool TemplateLearner::is_known(const Extraction& extraction) {
  std::string kept;
  for (std::size_t i = 0; i < extraction.page->blocks.size(); ++i)
    if ((*extraction.verdicts)[i].kept)
      kept.append(extraction.page->text_of(extraction.page->blocks[i])) += '\n';
  return !kept.empty() && !page_texts_.insert(std::hash<std::string>{}(kept)).second;
}

void TemplateLearner::add(const html::Document& document, const Extraction& extraction) {
  const Blocks& page = *extraction.page;
  std::size_t visits = 0;
  for (const Element& element : page.elements) visits += element.end_block - element.first_block;
  if (visits > kMostBlockVisits || is_known(extraction)) return;
  PageNote note;
  std::set<std::uint64_t> seen;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string_view text = page.text_of(page.blocks[i]);
    const std::uint64_t hash = text_hash(text);
    const float words = extraction.survey->measure(i).words;
    note.blocks.push_back(
        {hash, static_cast<std::uint16_t>(std::min(words, 65'535.0f)), (*extraction.verdicts)[i].kept});
    if (!seen.insert(hash).second) continue;
    TextNote& known = texts_[hash];
    known.score += (*extraction.verdicts)[i].score;
    if (known.pages++ == 0) {
      if (text.size() <= kMostTextBytes) known.text = text;
    } else {
      known.varies = known.varies || known.text != text;
    }
  }
  for (const Element& element : page.elements) note_element(document, element, note);
  articles_ += extraction.survey->facts->declares_article() ? 1 : 0;
  pages_.push_back(std::move(note));
}

std::size_t TemplateLearner::repeats_from() const {
  const auto share = static_cast<std::size_t>(std::ceil(kRepeatedShare * static_cast<double>(pages_.size())));
  return std::max<std::size_t>(2, share);
}

bool TemplateLearner::are_articles() const {
  return static_cast<double>(articles_) >= kOnHalf * static_cast<double>(pages_.size());
}

// Whether a text is the site's: what comes again in articles, and elsewhere if the scorer doubts it, too.
bool TemplateLearner::is_repeated(const BlockNote& block) const {
  const TextNote& text = texts_.at(block.hash);
  if (pages_.size() < kFewestPages || text.pages < repeats_from()) return false;
  return are_articles() || text.score < kDoubtful * text.pages;
}

// What each selector holds of the blocks that are `inside`, by page and block.
std::vector<TemplateLearner::Found> TemplateLearner::survey_selectors(
    const std::vector<std::vector<bool>>& inside) const {
  std::vector<Found> all(selectors_.size());
  struct OnPage {
    std::size_t elements = 0;
    std::uint32_t covered = 0;  // blocks before were counted with an outer element
    double words = 0, repeated = 0, kept = 0;
  };
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    const PageNote& page = pages_[p];
    double wanted = 0;
    for (std::size_t b = 0; b < page.blocks.size(); ++b)
      if (inside[p][b] && page.blocks[b].kept && !is_repeated(page.blocks[b])) wanted += page.blocks[b].words;
    std::unordered_map<SelectorId, OnPage> here;
    for (const ElementNote& element : page.elements) {
      OnPage& on = here[element.selector];
      if (element.first_block < on.covered) continue;
      bool any = false;
      for (std::uint32_t b = element.first_block; b < element.end_block; ++b) {
        if (!inside[p][b]) continue;
        any = true;
        const BlockNote& block = page.blocks[b];
        const bool repeated = is_repeated(block);
        on.words += block.words;
        on.repeated += repeated ? block.words : 0;
        on.kept += !repeated && block.kept ? block.words : 0;
      }
      on.covered = element.end_block;
      on.elements += any ? 1 : 0;
    }
    for (const auto& [selector, on] : here) {
      if (on.elements == 0) continue;
      Found& found = all[selector];
      ++found.pages;
      found.most_elements = std::max(found.most_elements, on.elements);
      found.words += on.words;
      found.repeated_words += on.repeated;
      found.kept_words += on.kept;
      const double own = on.words - on.repeated;
      if (own + wanted > 0) found.f1 += 2 * on.kept / (own + wanted);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].selector = static_cast<SelectorId>(i);
  return all;
}

const TemplateLearner::Found* TemplateLearner::choose_body(const std::vector<Found>& all) const {
  const auto n = static_cast<double>(pages_.size());
  const Found* best = nullptr;
  for (const Found& found : all) {
    if (static_cast<double>(found.pages) < kNearlyAllPages * n || found.most_elements > kMostBodies) continue;
    if (found.f1 < kGoodBody * n) continue;
    // The one that holds less besides the text; of equals the one that was met later, further in.
    if (best == nullptr || found.f1 >= best->f1) best = &found;
  }
  return best;
}

// Elements that repeat, or that the scorer never takes anything of; the largest first, so that one line
// serves for what is in it.
void TemplateLearner::write_strips(std::vector<std::vector<bool>>& inside, std::string& out) const {
  const auto n = static_cast<double>(pages_.size());
  for (std::size_t strips = 0; strips < kMostStrips; ++strips) {
    const std::vector<Found> all = survey_selectors(inside);
    const Found* best = nullptr;
    for (const Found& found : all) {
      const bool is_often =
          static_cast<double>(found.pages) >= std::max(kOftenSeen * n, pages_.size() > 1 ? 2.0 : 1.0);
      if (!is_often || found.words == 0 || found.kept_words > kSeldomText * found.words) continue;
      const bool is_repeated = found.repeated_words >= kMostlyRepeated * found.words;
      const bool never_text = found.kept_words == 0;
      if (!is_repeated && !never_text) continue;
      if (best == nullptr || found.words > best->words) best = &found;
    }
    if (best == nullptr) return;
    out += "# " + on_pages(best->pages, pages_.size()) + ", " + percent(best->repeated_words / best->words) +
           " of its words repeat\nstrip(css): " + selectors_[best->selector] + "\n";
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (const ElementNote& element : pages_[p].elements) {
        if (element.selector != best->selector) continue;
        std::fill(inside[p].begin() + element.first_block, inside[p].begin() + element.end_block, false);
      }
    }
  }
}

void TemplateLearner::write_drops(const std::vector<std::vector<bool>>& wanted, std::string& out) const {
  std::set<std::uint64_t> written;
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    for (std::size_t b = 0; b < pages_[p].blocks.size(); ++b) {
      const BlockNote& block = pages_[p].blocks[b];
      if (!wanted[p][b]) continue;
      const TextNote& text = texts_.at(block.hash);
      if (text.text.empty() || written.size() >= kMostBlurbs || !written.insert(block.hash).second) continue;
      out +=
          "# " + on_pages(text.pages, pages_.size()) + "\ndrop: " + as_pattern(text.text, text.varies) + "\n";
    }
  }
}

std::string TemplateLearner::rule(std::string_view host) const {
  if (pages_.empty()) return "";
  std::vector<std::vector<bool>> inside;
  for (const PageNote& page : pages_) inside.emplace_back(page.blocks.size(), true);
  std::string out;
  const std::vector<Found> all = survey_selectors(inside);
  if (const Found* body = choose_body(all)) {
    out += "# " + on_pages(body->pages, pages_.size()) + "; agrees with what the scorer takes to " +
           percent(body->f1 / static_cast<double>(pages_.size())) +
           "\nbody(css): " + selectors_[body->selector] + "\n";
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      std::vector<bool> in_body(inside[p].size(), false);
      for (const ElementNote& element : pages_[p].elements) {
        if (element.selector != body->selector) continue;
        std::fill(in_body.begin() + element.first_block, in_body.begin() + element.end_block, true);
      }
      inside[p] = std::move(in_body);
    }
  }
  write_strips(inside, out);
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    for (std::size_t b = 0; b < inside[p].size(); ++b) {
      const BlockNote& block = pages_[p].blocks[b];
      inside[p][b] = inside[p][b] && block.words >= kFewestBlurbWords && is_repeated(block);
    }
  }
  write_drops(inside, out);
  return with_heading(host, out);
}

bool TemplateLearner::is_chrome(const BlockNote& block) const {
  const TextNote& text = texts_.at(block.hash);
  if (text.pages < kFewestPages || text.text.empty()) return false;
  const auto pages = static_cast<double>(text.pages);
  if (block.words < kFewestLabelWords || pages < kNearlyAllPages * static_cast<double>(pages_.size()))
    return false;
  const bool is_sentence = block.words >= kFewestBlurbWords &&
                           std::string_view(".!?").find(text.text.back()) != std::string_view::npos;
  if (is_sentence && are_articles()) return true;
  return !text.varies && text.score < (is_sentence ? kDoubtfulSentence : kDoubtfulLabel) * pages;
}

std::string TemplateLearner::repeats(std::string_view host) const {
  std::vector<std::vector<bool>> taken;
  for (const PageNote& page : pages_) {
    std::vector<bool>& here = taken.emplace_back();
    for (const BlockNote& block : page.blocks) here.push_back(block.kept && is_chrome(block));
  }
  std::string out;
  write_drops(taken, out);
  return with_heading(host, out);
}

std::string TemplateLearner::with_heading(std::string_view host, const std::string& lines) const {
  if (lines.empty()) return "";
  return "# " + std::string(host) + ", learned from " + std::to_string(pages_.size()) +
         (pages_.size() == 1 ? " page\n" : " pages\n") + lines;
}

}  // namespace clean_article::extract
