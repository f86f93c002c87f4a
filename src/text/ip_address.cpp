#include "text/ip_address.hpp"

#include <algorithm>
#include <utility>

#include "text/percent.hpp"

namespace clean_article::text {
namespace {

bool is_decimal(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A number of an IPv4 address: "0x7f", "0177", "127". More than 32 bits are as good as none.
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
  constexpr std::uint64_t kTooMuch = std::uint64_t{1} << 32;
  if (text.empty()) return std::nullopt;
  unsigned base = 10;
  if (text.size() >= 2 && text[0] == '0') {
    base = text[1] == 'x' || text[1] == 'X' ? 16 : 8;
    text.remove_prefix(base == 16 ? 2 : 1);
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = hex_value(c);
    if (digit < 0 || static_cast<unsigned>(digit) >= base) return std::nullopt;
    value = std::min(value * base + static_cast<unsigned>(digit), kTooMuch);
  }
  return value;
}

std::string_view last_label(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  return domain.substr(domain.rfind('.') + 1);  // npos + 1 is 0
}

// The longest run of two or more zero groups: where it begins and ends.
std::pair<std::size_t, std::size_t> longest_zeros(const Ipv6Groups& groups) {
  std::size_t best = 0;
  std::size_t best_end = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::size_t end = i;
    while (end < groups.size() && groups[end] == 0) ++end;
    if (end - i > std::max<std::size_t>(best_end - best, 1)) best = i, best_end = end;
    i = std::max(i, end);
  }
  return {best, best_end};
}

// The IPv4 address at the end of an IPv6 one: four decimal numbers, none with a leading zero.
std::optional<std::uint32_t> embedded_ipv4(std::string_view text) {
  std::uint32_t address = 0;
  for (int part = 0; part < 4; ++part) {
    const std::size_t dot = text.find('.');
    if ((dot == std::string_view::npos) != (part == 3)) return std::nullopt;
    const std::string_view digits = text.substr(0, dot);
    text.remove_prefix(part == 3 ? digits.size() : dot + 1);
    if (digits.empty() || digits.size() > 3 || !is_decimal(digits)) return std::nullopt;
    if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
    const auto value = ipv4_number(digits);
    if (!value || *value > 255) return std::nullopt;
    address = address << 8 | static_cast<std::uint32_t>(*value);
  }
  return address;
}

}  // namespace

bool ends_in_number(std::string_view domain) {
  const std::string_view last = last_label(domain);
  if (last.empty()) return false;
  return is_decimal(last) || ipv4_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  std::uint64_t address = 0;
  for (int part = 0; part < 4; ++part) {
    const std::size_t dot = domain.find('.');
    const auto number = ipv4_number(domain.substr(0, dot));
    if (!number) return std::nullopt;
    if (dot == std::string_view::npos) {
      // The last number fills all bytes that are left.
      const int bits = 8 * (4 - part);
      if (*number >= std::uint64_t{1} << bits) return std::nullopt;
      return static_cast<std::uint32_t>(address << bits | *number);
    }
    if (*number > 255) return std::nullopt;
    address = address << 8 | *number;
    domain.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

std::string ipv4_text(std::uint32_t address) {
  std::string out;
  for (unsigned shift = 32; shift > 0; shift -= 8) {
    if (!out.empty()) out += '.';
    out += std::to_string(address >> (shift - 8) & 0xFF);
  }
  return out;
}

std::optional<Ipv6Groups> parse_ipv6(std::string_view text) {
  Ipv6Groups groups{};
  std::size_t count = 0;
  std::optional<std::size_t> gap;  // the first group behind "::", which stands for one zero at least
  if (text.starts_with(':')) {
    if (!text.starts_with("::")) return std::nullopt;
    text.remove_prefix(2);
    gap = ++count;
  }
  while (!text.empty()) {
    if (count == groups.size()) return std::nullopt;
    if (text.front() == ':') {
      if (gap) return std::nullopt;
      text.remove_prefix(1);
      gap = ++count;
      continue;
    }
    std::size_t digits = 0;
    unsigned value = 0;
    for (; digits < 4 && digits < text.size() && hex_value(text[digits]) >= 0; ++digits)
      value = value << 4 | static_cast<unsigned>(hex_value(text[digits]));
    if (digits < text.size() && text[digits] == '.') {
      const auto embedded = embedded_ipv4(text);
      if (!embedded || count > groups.size() - 2) return std::nullopt;
      groups[count++] = static_cast<std::uint16_t>(*embedded >> 16);
      groups[count++] = static_cast<std::uint16_t>(*embedded & 0xFFFF);
      break;
    }
    groups[count++] = static_cast<std::uint16_t>(value);
    text.remove_prefix(digits);
    if (text.empty()) break;
    if (text.front() != ':' || text.size() == 1) return std::nullopt;
    text.remove_prefix(1);
  }
  if (!gap && count != groups.size()) return std::nullopt;
  if (gap) {
    // What stands behind the gap belongs to the end.
    std::move_backward(groups.begin() + static_cast<std::ptrdiff_t>(*gap),
                       groups.begin() + static_cast<std::ptrdiff_t>(count), groups.end());
    std::fill_n(groups.begin() + static_cast<std::ptrdiff_t>(*gap), groups.size() - count, std::uint16_t{0});
  }
  return groups;
}

std::string ipv6_text(const Ipv6Groups& groups) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto [gap, gap_end] = longest_zeros(groups);
  std::string out;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == gap && gap_end > gap) {
      out += out.empty() ? "::" : ":";
      i = gap_end - 1;
      continue;
    }
    bool begun = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
      const unsigned digit = groups[i] >> shift & 15u;
      begun = begun || digit != 0 || shift == 0;
      if (begun) out += kHex[digit];
    }
    if (i + 1 < groups.size()) out += ':';
  }
  return out;
}

}  // namespace clean_article::text
