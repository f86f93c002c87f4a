#include "records/base64.hpp"

#include "text/text.hpp"

namespace clean_article::records {
namespace {

// The six bits of a character, -1 where it has none.
constexpr int bits_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned pending = 0;
  int pending_bits = 0;
  bool is_padded = false;
  for (const char c : text) {
    if (text::is_html_space(c)) continue;
    if (c == '=') {
      is_padded = true;
      continue;
    }
    const int bits = bits_of(c);
    if (bits < 0 || is_padded) return std::nullopt;
    pending = (pending << 6 | static_cast<unsigned>(bits)) & 0xFFFF;
    pending_bits += 6;
    if (pending_bits < 8) continue;
    pending_bits -= 8;
    out += static_cast<char>(pending >> pending_bits & 0xFF);
  }
  return out;
}

}  // namespace clean_article::records
