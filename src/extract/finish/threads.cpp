#include "extract/finish/threads.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "extract/finish/element_names.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// Parts of names, as a section of the list has them. A page asks of a hundred names, and next to none has any
// of fifty parts: the pairs of bytes that parts begin with tell nearly all.
class NameParts {
 public:
  // Not empty, in small letters; '<' stands for the beginning of a name, '>' for its end.
  void add(std::string_view part) {
    if (part.size() == 1) {
      for (std::size_t second = 0; second < by_second_byte_.size(); ++second) add(part, second);
    } else {
      add(part, byte_at(part, 1));
    }
  }

  bool has_part_of(std::string_view name) const {
    const std::string lower = "<" + text::to_lower(name) + ">";
    std::size_t first = byte_at(lower, 0);
    for (std::size_t at = 0; at < lower.size(); ++at) {
      const std::size_t second = byte_at(lower, at + 1);  // 0 behind the end
      if (beginnings_.test(first << 8 | second) &&
          has_beginning_of(std::string_view(lower).substr(at), second))
        return true;
      first = second;
    }
    return false;
  }

 private:
  static std::size_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  }

  void add(std::string_view part, std::size_t second) {
    beginnings_.set(byte_at(part, 0) << 8 | second);
    by_second_byte_[second].emplace_back(part);
  }

  bool has_beginning_of(std::string_view text, std::size_t second) const {
    return std::ranges::any_of(by_second_byte_[second],
                               [&](const std::string& part) { return text.starts_with(part); });
  }

  std::bitset<65'536> beginnings_;
  std::array<std::vector<std::string>, 256> by_second_byte_;  // the first one often is '<'
};

struct CommentNames {
  explicit CommentNames(const site::Words& words) {
    for (const site::Word& word : words.list(site::WordList::kCommentNames)) {
      if (word.section == "engine") engine.add(word.text);
      if (word.section == "thread") thread.add(word.text);
      if (word.section == "host") host.emplace_back(word.text);
      if (word.section == "path") path.emplace_back(word.text);
    }
  }

  NameParts engine;
  NameParts thread;
  std::vector<std::string> host;
  std::vector<std::string> path;
};

const CommentNames& names() {
  return site::words_in_use().made<CommentNames>();
}

bool is_called_as(const FinishContext& page, std::uint32_t element, const NameParts& parts) {
  return is_called(page.document(), page.survey().element(element).node,
                   [&](std::string_view name) { return parts.has_part_of(name); });
}

// Whether a part of an address between separators is one of these words.
bool has_part(std::string_view address, std::string_view separators, const std::vector<std::string>& words) {
  while (!address.empty()) {
    const auto end =
        static_cast<std::size_t>(std::ranges::find_first_of(address, separators) - address.begin());
    const std::string part = text::to_lower(address.substr(0, end));
    if (std::ranges::find(words, part) != words.end()) return true;
    address.remove_prefix(std::min(end + 1, address.size()));
  }
  return false;
}

bool is_thread_by_address(std::string_view address) {
  const std::size_t scheme = address.find("//");
  if (scheme == std::string_view::npos) return false;
  address.remove_prefix(scheme + 2);
  const std::size_t host_end = std::min(address.find('/'), address.size());
  return has_part(address.substr(0, host_end), ".", names().host) ||
         has_part(address.substr(host_end), "/?=.&", names().path);
}

// Whether the element around title or first post has a name that forums give. What holds a small part of the
// text, such as a list of the latest topics, says nothing about the page.
bool is_thread_by_names(const FinishContext& page, std::size_t first_comment) {
  constexpr double kFirstPost = 0.5;  // of the text before the comments
  const Survey& survey = page.survey();
  if (is_called_as(page, 0, names().thread)) return true;
  const double before = page.likely_words(0, first_comment);
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size() && elements[e].first_block < first_comment; ++e) {
    const Element& element = elements[e];
    if (!element.categories.has(Category::k_class_post) || element.first_block == element.end_block) continue;
    const bool holds_title = survey.title_block != kNone && survey.title_block >= element.first_block &&
                             survey.title_block < element.end_block;
    const std::size_t end = std::min<std::size_t>(element.end_block, first_comment);
    if ((holds_title || page.likely_words(element.first_block, end) >= kFirstPost * before) &&
        is_called_as(page, e, names().thread))
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
    if (is_called_as(page, outer, names().engine)) return true;
  const std::uint32_t end = std::min(elements[element].end, element + kLooked);
  for (std::uint32_t inner = element + 1; inner < end; ++inner)
    if (elements[inner].categories.has(Category::k_class_comment) &&
        is_called_as(page, inner, names().engine))
      return true;
  return false;
}

}  // namespace clean_article::extract
