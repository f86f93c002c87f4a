// The words of an element's class and its id, one by one. Knows no list.
#pragma once

#include <algorithm>
#include <string_view>

#include "html/html.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

// Whether `accepts` one of them.
template <typename Accepts>
bool is_called(const html::Document& document, html::NodeId node, const Accepts& accepts) {
  bool found = false;
  document.visit_attributes(node, [&](const html::Attribute& attribute) {
    if (found || !(text::equal_ignoring_ascii_case(attribute.name, "class") ||
                   text::equal_ignoring_ascii_case(attribute.name, "id")))
      return;
    std::string_view rest = attribute.raw_value;
    while (!rest.empty() && !found) {
      const auto end =
          static_cast<std::size_t>(std::ranges::find_if(rest, text::is_html_space) - rest.begin());
      found = end != 0 && accepts(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
  return found;
}

}  // namespace clean_article::extract
