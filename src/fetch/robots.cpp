#include "fetch/robots.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "base/base.hpp"
#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

bool is_product_char(char c) {
  const char lower = text::ascii_lower(c);
  return (lower >= 'a' && lower <= 'z') || c == '-' || c == '_';
}

std::string_view product_at(std::string_view text) {
  return text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_product_char) -
                                                 text.begin()));
}

// Paths and patterns in one spelling: "%7e" is "~", "ä" is "%C3%A4", "%2f" is "%2F" and no "/".
std::string normalized(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kMarks = "-._~";
  std::string out;
  out.reserve(path.size());
  const auto encode = [&](unsigned char byte) { out += {'%', kHex[byte >> 4], kHex[byte & 0xF]}; };
  for (std::size_t at = 0; at < path.size(); ++at) {
    const auto byte = static_cast<unsigned char>(path[at]);
    const int high = at + 2 < path.size() ? text::hex_value(path[at + 1]) : -1;
    const int low = at + 2 < path.size() ? text::hex_value(path[at + 2]) : -1;
    if (byte == '%' && high >= 0 && low >= 0) {
      const auto meant = static_cast<char>(high * 16 + low);
      const char lower = text::ascii_lower(meant);
      const bool is_plain = (lower >= 'a' && lower <= 'z') || (meant >= '0' && meant <= '9') ||
                            kMarks.find(meant) != std::string_view::npos;
      if (is_plain)
        out += meant;
      else
        encode(static_cast<unsigned char>(meant));
      at += 2;
    } else if (byte <= ' ' || byte >= 0x7F) {
      encode(byte);
    } else {
      out += path[at];
    }
  }
  return out;
}

// In time that grows with the sum of the two lengths, whatever a server has written.
std::size_t find_from(std::string_view text, std::string_view word, std::size_t from) {
  const void* const found = ::memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// "*" stands for any characters, "$" at the end for the end of the path.
bool matches(std::string_view pattern, std::string_view path) {
  const bool ends = pattern.ends_with('$');
  if (ends) pattern.remove_suffix(1);
  std::size_t star = std::min(pattern.find('*'), pattern.size());
  if (!path.starts_with(pattern.substr(0, star))) return false;
  std::size_t at = star;
  while (star < pattern.size()) {
    pattern.remove_prefix(star + 1);
    star = std::min(pattern.find('*'), pattern.size());
    const std::string_view piece = pattern.substr(0, star);
    if (ends && star == pattern.size()) return path.size() - at >= piece.size() && path.ends_with(piece);
    at = find_from(path, piece, at);
    if (at == std::string_view::npos) return false;
    at += piece.size();
  }
  return !ends || at == path.size();
}

// The lines of a file, without comments, as name and value.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  bool next(std::string_view& name, std::string_view& value) {
    while (!rest_.empty()) {
      const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
      std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      line = line.substr(0, line.find('#'));
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      name = text::trimmed(line.substr(0, colon));
      value = text::trimmed(line.substr(colon + 1));
      return true;
    }
    return false;
  }

 private:
  std::string_view rest_;
};

}  // namespace

Robots Robots::parse(std::string_view text, std::string_view product) {
  Robots own(true);
  Robots others(true);  // the rules of "*"
  bool names_us = false;
  bool is_own = false;
  bool is_others = false;
  bool in_names = false;  // of a group whose rules have not begun
  Lines lines(text.substr(0, kMostRobotsBytes));
  for (std::string_view name, value; lines.next(name, value);) {
    if (text::equal_ignoring_ascii_case(name, "user-agent")) {
      if (!in_names) is_own = is_others = false;
      in_names = true;
      is_others = is_others || value.starts_with('*');
      is_own = is_own || text::equal_ignoring_ascii_case(product_at(value), product);
      names_us = names_us || is_own;
      continue;
    }
    const bool allows = text::equal_ignoring_ascii_case(name, "allow");
    if (!allows && !text::equal_ignoring_ascii_case(name, "disallow")) continue;
    in_names = false;
    if (value.empty()) continue;
    if (is_own) own.rules_.push_back({normalized(value), allows});
    if (is_others) others.rules_.push_back({normalized(value), allows});
  }
  return names_us ? own : others;
}

bool Robots::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const std::string plain = normalized(path);
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool is_better = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                           (rule.pattern.size() == best->pattern.size() && rule.allows && !best->allows);
    if (is_better && matches(rule.pattern, plain)) best = &rule;
  }
  return best == nullptr ? otherwise_ : best->allows;
}

std::size_t Robots::bytes() const {
  std::size_t bytes = sizeof *this;
  for (const Rule& rule : rules_) bytes += sizeof rule + rule.pattern.size();
  return bytes;
}

std::string product_of(std::string_view user_agent, std::string_view otherwise) {
  const std::string_view product = product_at(user_agent);
  return std::string(product.empty() ? otherwise : product);
}

}  // namespace clean_article::fetch
