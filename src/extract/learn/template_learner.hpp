// What the pages of one site have in common, as a site rule: where the text is, what stands around it and in
// it on page after page. Owns the thresholds of learning; writes text, applies nothing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/judge/extractor.hpp"

namespace clean_article::extract {

class TemplateLearner {
 public:
  // From fewer pages what repeats cannot be told from what two articles happen to share.
  static constexpr std::size_t kFewestPages = 3;

  // Takes note of a judged page, if none before had the same text. Keeps some ten kilobytes of it, nothing of
  // `document`.
  void add(const html::Document& document, const Extraction& extraction);
  std::size_t pages() const { return pages_.size(); }

  // The rule for `host`: a body where one selector finds the text on nearly every page, strips inside of it,
  // and the sentences that come again and again, each with a comment that says how sure that is. From one
  // page it knows no repetition, only what the scorer chose. "" when there is nothing to say.
  std::string rule(std::string_view host) const;

  // Only texts that nearly all pages share where the scorer took them for text: what can go without anybody
  // looking at the rule. On pages that are no articles those alone that it doubts on the whole.
  std::string repeats(std::string_view host) const;

 private:
  using SelectorId = std::uint32_t;

  struct BlockNote {
    std::uint64_t hash;  // of its text, digits and case apart
    std::uint16_t words;
    bool kept;
  };
  struct ElementNote {
    SelectorId selector;
    std::uint32_t first_block, end_block;
  };
  struct PageNote {
    std::vector<BlockNote> blocks;
    std::vector<ElementNote> elements;  // outer ones before inner ones; one entry a selector
  };
  struct Found;  // a selector on all pages

  bool is_known(const Extraction& extraction);
  void note_element(const html::Document& document, const Element& element, PageNote& note);
  SelectorId selector_id(const std::string& selector);
  std::size_t repeats_from() const;
  bool are_articles() const;
  bool is_repeated(const BlockNote& block) const;
  bool is_chrome(const BlockNote& block) const;
  const Found* choose_body(const std::vector<Found>& all) const;
  std::vector<Found> survey_selectors(const std::vector<std::vector<bool>>& inside) const;
  void write_strips(std::vector<std::vector<bool>>& inside, std::string& out) const;
  void write_drops(const std::vector<std::vector<bool>>& wanted, std::string& out) const;
  std::string with_heading(std::string_view host, const std::string& lines) const;

  std::vector<PageNote> pages_;
  std::unordered_set<std::uint64_t> page_texts_;  // hashes
  std::size_t articles_ = 0;                      // pages that say that they are articles
  std::vector<std::string> selectors_;
  std::unordered_map<std::string, SelectorId> selector_ids_;
  struct TextNote {
    std::string text;         // as it first stood
    std::uint32_t pages = 0;  // on which it is
    double score = 0;         // sum over the pages
    bool varies = false;      // by its numbers
  };
  std::unordered_map<std::uint64_t, TextNote> texts_;  // by hash
};

}  // namespace clean_article::extract
