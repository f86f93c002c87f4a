#include "text/json_form.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

void skip_space(std::string_view& bytes) {
  while (!bytes.empty() && is_html_space(bytes.front())) bytes.remove_prefix(1);
}

// The longest name of a first field that is taken for one.
constexpr std::size_t kMostNameBytes = 200;

}  // namespace

JsonForm json_form(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  skip_space(bytes);
  const bool is_array = bytes.starts_with('[');
  if (is_array) bytes.remove_prefix(1);
  if (is_array) skip_space(bytes);
  if (!bytes.starts_with('{')) return JsonForm::kNone;
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  std::string_view rest = bytes.substr(1);
  skip_space(rest);
  if (rest.starts_with('}')) return is_array ? JsonForm::kDocument : JsonForm::kLines;
  if (!rest.starts_with('"')) return JsonForm::kNone;
  const std::size_t name_end = rest.find('"', 1);
  if (std::min(name_end, rest.size()) > kMostNameBytes) return JsonForm::kNone;
  const bool begins_in_line = rest.data() <= line.data() + line.size();
  rest.remove_prefix(std::min(name_end, rest.size() - 1) + 1);
  skip_space(rest);
  if (!rest.empty() && rest.front() != ':') return JsonForm::kNone;
  if (is_array || !begins_in_line) return JsonForm::kDocument;
  if (line.size() == bytes.size()) return JsonForm::kLines;
  std::string_view behind = bytes.substr(line.size());
  skip_space(behind);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line[last] == '}' || behind.starts_with('{') ? JsonForm::kLines : JsonForm::kDocument;
}

}  // namespace clean_article::text
