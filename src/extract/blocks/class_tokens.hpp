// The names in an element's class attribute, to be asked for one by one. Knows no meanings.
#pragma once

#include <string>
#include <string_view>

#include "html/html.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

class ClassTokens {
 public:
  ClassTokens(const html::Document& document, html::NodeId element)
      : value_(document.attribute(element, "class").value_or("")) {}

  bool has(std::string_view name) const {
    return any([&](std::string_view token) { return token == name; });
  }
  bool any_starts_with(std::string_view lead) const {
    return any([&](std::string_view token) { return token.starts_with(lead); });
  }
  bool any_contains(std::string_view part) const { return value_.find(part) != std::string::npos; }

  template <typename Predicate>
  bool any(Predicate&& wanted) const {
    for (std::size_t begin = 0; begin < value_.size();) {
      std::size_t end = begin;
      while (end < value_.size() && !text::is_html_space(value_[end])) ++end;
      if (end > begin && wanted(std::string_view(value_).substr(begin, end - begin))) return true;
      begin = end + 1;
    }
    return false;
  }

 private:
  std::string value_;
};

}  // namespace clean_article::extract
