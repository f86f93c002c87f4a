#include "base/limit_list.hpp"

namespace clean_article {
namespace {

#define CLEAN_ARTICLE_ROW(name, unit, value, option, what, beyond) \
  LimitRow{#name, LimitUnit::unit, name, option, what, beyond},
constexpr LimitRow kPageRows[] = {CLEAN_ARTICLE_PAGE_LIMITS(CLEAN_ARTICLE_ROW)};
constexpr LimitRow kRuleRows[] = {CLEAN_ARTICLE_RULE_LIMITS(CLEAN_ARTICLE_ROW)};
constexpr LimitRow kStreamRows[] = {CLEAN_ARTICLE_STREAM_LIMITS(CLEAN_ARTICLE_ROW)};
#undef CLEAN_ARTICLE_ROW

constexpr std::string_view kHead =
    "# Limits\n"
    "\n"
    "<!-- Written from src/base/limits.hpp: build/dev/test_base \"[write-limits]\" -->\n"
    "\n"
    "Limits are counts, not clocks: the same page has the same text on every machine. They lie far beyond "
    "what\n"
    "real pages need. `tools/attack` tries what happens at and beyond them; [performance.md](performance.md) "
    "says\n"
    "what a page may cost in all.\n";

// "250,000".
std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

std::string value_in_words(const LimitRow& row) {
  switch (row.unit) {
    case LimitUnit::kBytes:
      return row.value % kKibi == 0 ? size_in_words(row.value) : with_commas(row.value) + " bytes";
    case LimitUnit::kSeconds:
      return std::to_string(row.value) + " s";
    case LimitUnit::kTimes:
      return std::to_string(row.value) + " times";
    case LimitUnit::kCount:
      break;
  }
  return with_commas(row.value);
}

// What Markdown would take for a tag stands as code.
std::string in_markdown(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '<') out += '`';
    out += c;
    if (c == '>') out += '`';
  }
  return out;
}

void append_table(std::string_view title, std::span<const LimitRow> rows, std::string& out) {
  out.append("\n## ").append(title).append(
      "\n\n| limit | of what | option | beyond it | name |\n|---|---|---|---|---|\n");
  for (const LimitRow& row : rows) {
    out.append("| ").append(value_in_words(row)).append(" | ").append(in_markdown(row.what)).append(" | ");
    if (!row.option.empty()) out.append("`").append(row.option).append("`");
    out.append(" | ").append(row.beyond).append(" | `").append(row.name).append("` |\n");
  }
}

}  // namespace

std::span<const LimitRow> page_limits() {
  return kPageRows;
}
std::span<const LimitRow> rule_limits() {
  return kRuleRows;
}
std::span<const LimitRow> stream_limits() {
  return kStreamRows;
}

std::string limits_document() {
  std::string out(kHead);
  append_table("A page", page_limits(), out);
  append_table("Rules", rule_limits(), out);
  append_table("Streams and the network", stream_limits(), out);
  return out;
}

}  // namespace clean_article
