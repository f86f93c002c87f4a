#include "records/header_lines.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::records {

std::vector<HeaderLine> read_header_lines(std::string_view head) {
  std::vector<HeaderLine> lines;
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(line.size() + 1, head.size()));
    if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
      if (!lines.empty()) lines.back().value.append(" ").append(text::trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    lines.push_back(
        {text::trimmed(line.substr(0, colon)), std::string(text::trimmed(line.substr(colon + 1)))});
  }
  return lines;
}

std::string_view header_value(const std::vector<HeaderLine>& lines, std::string_view name) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const HeaderLine& line) {
    return text::equal_ignoring_ascii_case(line.name, name);
  });
  return found == lines.end() ? std::string_view() : found->value;
}

std::size_t find_head_end(std::string_view bytes, std::size_t& head_bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    std::size_t next = at + 1;
    if (next < bytes.size() && bytes[next] == '\r') ++next;
    if (next >= bytes.size() || bytes[next] != '\n') continue;
    head_bytes = at + 1;
    return next + 1;
  }
  return std::string_view::npos;
}

std::string header_parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at + 1)) {
    std::string_view rest = text::trimmed(value.substr(at + 1));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos ||
        !text::equal_ignoring_ascii_case(text::trimmed(rest.substr(0, equals)), name))
      continue;
    rest = text::trimmed(rest.substr(equals + 1));
    if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
    return std::string(text::trimmed(rest.substr(0, rest.find(';'))));
  }
  return "";
}

std::string media_type(std::string_view content_type) {
  return text::lower_ascii(text::trimmed(content_type.substr(0, content_type.find(';'))));
}

}  // namespace clean_article::records
