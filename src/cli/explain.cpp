#include "cli/explain.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::cli {
namespace {

// A line of verdict, score, kind and reason leaves about this much of a wide terminal.
constexpr std::size_t kShownTextChars = 80;

// Room for any rule with the list and line of its phrase, or for what one or two signals saw.
constexpr std::size_t kShownReasonChars = 62;

constexpr std::size_t kAll = std::string::npos;

std::string why(const ExplainedBlock& block, bool whole) {
  std::string all = block.reason.empty() ? block.step : block.step + ": " + block.reason;
  if (whole && !block.signals.empty()) all += " [" + block.signals + "]";
  return one_line(all, whole ? kAll : kShownReasonChars);
}

void append_padded(std::string_view cell, std::size_t width, std::string& out) {
  out.append(cell);
  const std::size_t chars = text::count_code_points(cell);
  out.append((chars < width ? width - chars : 0) + 2, ' ');
}

}  // namespace

std::string one_line(std::string_view utf8, std::size_t most_chars) {
  std::string out;
  std::size_t chars = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (chars++ == most_chars) return out + "…";
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(utf8, at);
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (is_control) {
      out += ' ';
    } else {
      out.append(utf8.substr(begin, at - begin));
    }
  }
  return out;
}

std::string explain_table(const std::vector<ExplainedBlock>& blocks, bool whole) {
  std::size_t kind_width = 0;
  std::size_t reason_width = 0;
  for (const ExplainedBlock& block : blocks) {
    kind_width = std::max(kind_width, text::count_code_points(block.kind));
    reason_width = std::max(reason_width, text::count_code_points(why(block, whole)));
  }

  std::string out;
  for (const ExplainedBlock& block : blocks) {
    std::array<char, 16> score{};
    std::snprintf(score.data(), score.size(), "%.2f", block.score);
    out.append(block.kept ? "keep " : "drop ").append(score.data()).append("  ");
    append_padded(block.kind, kind_width, out);
    append_padded(why(block, whole), reason_width, out);
    out.append(one_line(block.text, whole ? kAll : kShownTextChars)).append("\n");
  }
  return out;
}

std::string explain_fields(const metadata::Metadata& m, bool whole) {
  constexpr std::size_t kNameWidth = 11;   // "description"
  constexpr std::size_t kValueWidth = 60;  // leaves room for the source on a wide terminal
  std::string out;
  for (const metadata::FieldRow& row : metadata::field_list()) {
    const std::string_view source = row.source(m);
    const std::string value = row.text(m);
    if (source.empty() || value.empty()) continue;
    out += "field  ";
    append_padded(row.name, kNameWidth, out);
    append_padded(one_line(value, whole ? kAll : kValueWidth), kValueWidth, out);
    out.append(one_line(source, kAll)).append("\n");
  }
  return out;
}

}  // namespace clean_article::cli
