// The limits as rows, for documents and tests. Owns no value: limits.hpp does.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/limits.hpp"

namespace clean_article {

struct LimitRow {
  std::string_view name;  // of the constant
  LimitUnit unit;
  std::size_t value;
  std::string_view option;  // that sets it, "" for none
  std::string_view what;
  std::string_view beyond;
};

std::span<const LimitRow> page_limits();
std::span<const LimitRow> rule_limits();
std::span<const LimitRow> stream_limits();

// docs/limits.md, all of it.
std::string limits_document();

}  // namespace clean_article
