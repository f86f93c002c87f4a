#include "extract/finish/threads.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/finish/element_names.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// Whether a list's section has a part of a name.
bool is_listed(std::string_view name, std::string_view section) {
  const std::string lower = "<" + text::to_lower(name) + ">";
  return std::ranges::any_of(site::words_in_use().list(site::WordList::kCommentNames),
                             [&](const site::Word& word) {
                               return word.section == section && lower.find(word.text) != std::string::npos;
                             });
}

bool is_called_as(const FinishContext& page, std::uint32_t element, std::string_view section) {
  return is_called(page.document(), page.survey().element(element).node,
                   [&](std::string_view name) { return is_listed(name, section); });
}

// Whether a part of an address between separators is one of a list's section.
bool has_part(std::string_view address, std::string_view separators, std::string_view section) {
  const site::WordRange words = site::words_in_use().list(site::WordList::kCommentNames);
  while (!address.empty()) {
    const std::size_t end = std::min(address.find_first_of(separators), address.size());
    const std::string part = text::to_lower(address.substr(0, end));
    if (std::ranges::any_of(
            words, [&](const site::Word& word) { return word.section == section && word.text == part; }))
      return true;
    address.remove_prefix(std::min(end + 1, address.size()));
  }
  return false;
}

bool is_thread_by_address(std::string_view address) {
  const std::size_t scheme = address.find("//");
  if (scheme == std::string_view::npos) return false;
  address.remove_prefix(scheme + 2);
  const std::size_t host_end = std::min(address.find('/'), address.size());
  return has_part(address.substr(0, host_end), ".", "host") ||
         has_part(address.substr(host_end), "/?=.&", "path");
}

// Whether the element around title or first post has a name that forums give. What holds a small part of the
// text, such as a list of the latest topics, says nothing about the page.
bool is_thread_by_names(const FinishContext& page, std::size_t first_comment) {
  constexpr double kFirstPost = 0.5;  // of the text before the comments
  const Survey& survey = page.survey();
  if (is_called_as(page, 0, "thread")) return true;
  const double before = page.likely_words(0, first_comment);
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size() && elements[e].first_block < first_comment; ++e) {
    const Element& element = elements[e];
    if (!element.categories.has(Category::k_class_post) || element.first_block == element.end_block) continue;
    const bool holds_title = survey.title_block != kNone && survey.title_block >= element.first_block &&
                             survey.title_block < element.end_block;
    const std::size_t end = std::min<std::size_t>(element.end_block, first_comment);
    if ((holds_title || page.likely_words(element.first_block, end) >= kFirstPost * before) &&
        is_called_as(page, e, "thread"))
      return true;
  }
  return false;
}

}  // namespace

bool is_thread(const FinishContext& page, std::size_t first_comment) {
  return page.facts().is_thread() || is_thread_by_address(page.facts().address) ||
         is_thread_by_names(page, first_comment);
}

bool is_drawn_by_engine(const FinishContext& page, std::uint32_t element) {
  constexpr std::uint32_t kLooked = 40;  // elements: a list stands at the beginning of its section
  const Survey& survey = page.survey();
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t outer = element; outer != 0; outer = survey.parent(outer))
    if (is_called_as(page, outer, "engine")) return true;
  const std::uint32_t end = std::min(elements[element].end, element + kLooked);
  for (std::uint32_t inner = element + 1; inner < end; ++inner)
    if (elements[inner].categories.has(Category::k_class_comment) && is_called_as(page, inner, "engine"))
      return true;
  return false;
}

}  // namespace clean_article::extract
