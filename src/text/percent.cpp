#include "text/percent.hpp"

namespace clean_article::text {
namespace {

constexpr std::string_view kInFragment = " \"<>`";
constexpr std::string_view kInQuery = " \"#<>";
constexpr std::string_view kInSpecialQuery = " \"#<>'";
constexpr std::string_view kInPath = " \"#<>?^`{}";
constexpr std::string_view kInUserinfo = " \"#<>?^`{}/:;=@[\\]|";

using Bytes = std::array<bool, 256>;  // whether each is in the set

constexpr Bytes bytes_of(std::string_view signs) {
  Bytes bytes{};
  for (std::size_t c = 0; c < bytes.size(); ++c) bytes[c] = c <= 0x1F || c >= 0x7F;
  for (const char c : signs) bytes[static_cast<unsigned char>(c)] = true;
  return bytes;
}

// In the order of PercentSet.
constexpr std::array<Bytes, 6> kSets = {bytes_of(""),       bytes_of(kInFragment),
                                        bytes_of(kInQuery), bytes_of(kInSpecialQuery),
                                        bytes_of(kInPath),  bytes_of(kInUserinfo)};

}  // namespace

void append_percent_encoded(std::string_view bytes, PercentSet set, Letters letters, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const Bytes& encoded = kSets[static_cast<std::size_t>(set)];
  std::size_t plain = 0;  // where the bytes that stay begin
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (!encoded[byte] || (byte >= 0x80 && letters == Letters::kKept)) continue;
    out.append(bytes, plain, i - plain);
    plain = i + 1;
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  out.append(bytes, plain);
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
    if (low >= 0) i += 2;
  }
  return out;
}

}  // namespace clean_article::text
