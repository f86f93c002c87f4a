#include "cli/printable.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/base.hpp"

namespace clean_article::cli {

namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

// The bytes of the character that `bytes` begin with; 1 where they are no UTF-8.
std::size_t character_bytes(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  const std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (size > bytes.size() || !std::ranges::all_of(bytes.substr(1, size - 1), is_continuation)) return 1;
  return size;
}

// What is an order to a terminal: the control characters, those of Latin 1 too, whatever they are written in.
bool is_order(std::string_view character) {
  const auto last = static_cast<unsigned char>(character.back());
  if (character.size() == 1) return last < 0x20 || (last >= 0x7F && last < 0xA0);
  return character.size() == 2 && character.front() == '\xC2' && last < 0xA0;
}

void append_printable(std::string_view words, std::string& out) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view character = words.substr(at, character_bytes(words.substr(at)));
    at += character.size();
    if (!is_order(character)) {
      out.append(character);
      continue;
    }
    for (const char c : character) {
      std::array<char, 5> escape{};
      std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned char>(c));
      out += escape.data();
    }
  }
}

}  // namespace

std::string printable(std::string_view name) {
  std::string out;
  if (name.size() <= kMostMessageBytes) {
    append_printable(name, out);
    return out;
  }
  std::size_t head = kMostMessageBytes / 2;
  std::size_t tail = name.size() - kMostMessageBytes / 2;
  while (head > 0 && is_continuation(name[head])) --head;
  while (tail < name.size() && is_continuation(name[tail])) ++tail;
  append_printable(name.substr(0, head), out);
  out += "…";
  append_printable(name.substr(tail), out);
  return out;
}

}  // namespace clean_article::cli
