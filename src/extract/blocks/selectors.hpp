// The names that selectors of CSS are about, and the same of an element. Knows no declarations.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/blocks/style_values.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

// What a name is of: written before it in a selector, or an element itself.
inline constexpr char kOfClass = '.';
inline constexpr char kOfId = '#';
inline constexpr char kOfTag = 't';

// Of the ends of a name: cheap, for it is asked of every class of a page. Who finds one compares the names.
std::uint64_t hash_of_name(char kind, std::string_view name);

// Whether a selector is nothing but ".a", "#a", "p" or "p.a".
bool is_simple(std::string_view selector);

// Whether it is for what the pointer or the keyboard is at.
bool is_for_pointer(std::string_view selector);

// Where that begins which it says of the element itself: behind the last combinator.
std::size_t begin_of_own_part(std::string_view selector);

// The name at `at`; moves `at` behind it.
std::string_view read_name(std::string_view selector, std::size_t& at);
// The same with escapes undone: "md\\:block". Where there are any it is put into `undone`.
std::string_view read_escaped_name(std::string_view selector, std::size_t& at, std::string& undone);

// Calls fn(selector) for each selector of a list.
template <typename Fn>
void for_each_selector(std::string_view list, Fn&& fn) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view selector = trimmed_css({list.data(), end});
    list.remove_prefix(std::min(end + 1, list.size()));
    if (!selector.empty()) fn(selector);
  }
}

// The names of an element, each with fn(kind, name).
template <typename Fn>
void for_each_name(std::string_view classes, std::string_view id, Fn&& fn) {
  while (!classes.empty()) {
    std::size_t end = text::find_marked(classes, [](const text::Bytes& c) { return c <= ' '; });
    while (end < classes.size() && !text::is_html_space(classes[end])) ++end;
    if (end > 0) fn(kOfClass, classes.substr(0, end));
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  if (!id.empty()) fn(kOfId, id);
}

}  // namespace clean_article::extract
