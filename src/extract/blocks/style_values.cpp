#include "extract/blocks/style_values.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// Of what is moved away on purpose nearly all is at -9999px or -999em; text that a layout shifts stays within
// a screen.
constexpr double kFarPixels = 900;
constexpr double kFarEms = 60;
constexpr double kFarShare = 99;  // percent
constexpr double kTinyPixels = 1;

bool is(std::string_view value, std::string_view word) {
  return text::equal_ignoring_ascii_case(value, word);
}

bool begins(std::string_view value, std::string_view word) {
  return is(value.substr(0, word.size()), word);
}

struct Length {
  double number;
  std::string_view unit;
};

std::optional<Length> length_of(std::string_view value) {
  constexpr std::size_t kMostDigits = 12;
  const bool negative = value.starts_with('-');
  if (negative || value.starts_with('+')) value.remove_prefix(1);
  double number = 0;
  double scale = 1;
  std::size_t at = 0;
  bool point = false;
  bool any = false;
  for (; at < std::min(value.size(), kMostDigits); ++at) {
    if (value[at] == '.' && !point) {
      point = true;
      continue;
    }
    if (value[at] < '0' || value[at] > '9') break;
    any = true;
    number = number * 10 + (value[at] - '0');
    if (point) scale *= 10;
  }
  if (!any) return std::nullopt;
  return Length{(negative ? -1 : 1) * number / scale, value.substr(at)};
}

// Calls fn(Length) for the numbers in the brackets of "rect(1px, 1px, 1px, 1px)" until it returns false.
template <typename Fn>
void for_each_number(std::string_view value, Fn&& fn) {
  std::size_t at = value.find('(');
  while (at != std::string_view::npos) {
    const std::size_t number = value.find_first_of("0123456789.", at);
    if (number == std::string_view::npos) return;
    const std::size_t end = std::min(value.find_first_of(" ,/)", number), value.size());
    const auto length = length_of(value.substr(number, end - number));
    if (!length || !fn(*length)) return;
    at = end;
  }
}

bool all_numbers_at_most(std::string_view value, double most) {
  bool any = false;
  bool all = true;
  for_each_number(value, [&](const Length& length) {
    any = true;
    all = length.number <= most;
    return all;
  });
  return any && all;
}

std::uint32_t hex_colour(std::string_view digits) {
  std::uint32_t hex = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), hex, 16);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) return kNoColour;
  if (digits.size() == 6) return hex;
  if (digits.size() != 3) return kNoColour;
  const std::uint32_t r = hex >> 8 & 0xF;
  const std::uint32_t g = hex >> 4 & 0xF;
  const std::uint32_t b = hex & 0xF;
  return (r * 0x11) << 16 | (g * 0x11) << 8 | b * 0x11;
}

std::uint32_t rgb_colour(std::string_view value) {
  std::uint32_t colour = 0;
  int parts = 0;
  bool plain = true;
  for_each_number(value, [&](const Length& length) {
    if (parts == 3)
      plain = length.number >= 1;  // else it is seen through
    else
      colour = colour << 8 | static_cast<std::uint32_t>(std::clamp(length.number, 0.0, 255.0));
    plain = plain && !length.unit.starts_with('%');
    return ++parts <= 3;
  });
  return plain && parts >= 3 ? colour : kNoColour;
}

}  // namespace

bool is_no_length(std::string_view value) {
  const auto length = length_of(value);
  return length && length->number == 0;
}

bool is_tiny_length(std::string_view value) {
  const auto length = length_of(value);
  return length && (length->number == 0 || (is(length->unit, "px") && length->number <= kTinyPixels));
}

bool is_far_off(std::string_view value) {
  const auto length = length_of(value);
  if (!length || length->number >= 0) return false;
  const double distance = -length->number;
  if (is(length->unit, "px") || length->unit.empty()) return distance >= kFarPixels;
  if (is(length->unit, "em") || is(length->unit, "rem")) return distance >= kFarEms;
  return (is(length->unit, "%") || is(length->unit, "vw") || is(length->unit, "vh")) && distance > kFarShare;
}

bool clip_leaves_nothing(std::string_view value) {
  return begins(value, "rect") && all_numbers_at_most(value, kTinyPixels);
}

bool clip_path_leaves_nothing(std::string_view value) {
  constexpr double kHalf = 50;  // percent from all sides leaves nothing
  const std::size_t open = value.find('(');
  if (open == std::string_view::npos) return false;
  const auto first = length_of(trimmed_css(value.substr(open + 1)));
  if (!first) return false;
  if (begins(value, "inset")) return first->number >= kHalf && first->unit.starts_with('%');
  if (begins(value, "circle") || begins(value, "ellipse")) return first->number == 0;
  return begins(value, "polygon") && all_numbers_at_most(value, 0);
}

std::uint32_t colour_of(std::string_view value) {
  if (is(value, "white")) return kWhite;
  if (is(value, "black")) return 0;
  if (value.starts_with('#')) return hex_colour(value.substr(1));
  if (begins(value, "rgb")) return rgb_colour(value);
  for (const std::string_view word :
       {"transparent", "inherit", "initial", "unset", "revert", "currentcolor", "none"})
    if (is(value, word)) return kNoColour;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (value.empty() || !std::ranges::all_of(value, is_letter)) return kNoColour;
  constexpr std::uint32_t kNamed = 0x0100'0000;  // behind all that digits say
  const std::size_t hash = std::hash<std::string>{}(text::lower_ascii(value));
  return kNamed | static_cast<std::uint32_t>(hash & 0xFF'FFFF);
}

}  // namespace clean_article::extract
