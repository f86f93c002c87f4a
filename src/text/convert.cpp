#include "text/convert.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Bytes without a meaning become one U+FFFD, whatever the converter's own habit (ICU's Japanese tables
// write U+001A). Where a pair of bytes is unassigned and the second is ASCII, that one stays: else a stray
// lead byte would swallow the '<' of a tag.
void U_CALLCONV substitute(const void*, UConverterToUnicodeArgs* args, const char* bytes, int32_t length,
                           UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is being reset, cloned or closed
  *error = U_ZERO_ERROR;
  std::array<UChar, 2> out = {0xFFFD, 0};
  int32_t out_length = 1;
  if (length == 2 && static_cast<unsigned char>(bytes[1]) < 0x80) {
    out[1] = static_cast<UChar>(bytes[1]);
    out_length = 2;
  }
  ucnv_cbToUWriteUChars(args, out.data(), out_length, 0, error);
}

// The code point at `i`, or a negative number for a malformed sequence (its maximal subpart, as the WHATWG
// decoder cuts them); `i` moves behind it. ICU's macro narrows on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 next_or_malformed(std::string_view bytes, std::size_t& i) {
  UChar32 c = 0;
  U8_NEXT(bytes.data(), i, bytes.size(), c);
  return c;
}
#pragma GCC diagnostic pop

// Failures of ICU that no input can cause: a broken installation, or no memory.
void require_success(UErrorCode error) {
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU: ") + u_errorName(error));
}

// Whether the bytes from `at` to the end are the start of a sequence that more bytes could complete.
bool is_cut_off(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<uint8_t>(bytes[i]); };
  const std::size_t left = bytes.size() - at;
  if (left == 0 || left > 3 || byte(at) < 0xC2 || byte(at) > 0xF4) return false;
  const std::size_t wanted = byte(at) < 0xE0 ? 2 : byte(at) < 0xF0 ? 3 : 4;
  if (left >= wanted) return false;
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(), is_continuation);
}

}  // namespace

Utf8Survey survey_utf8(std::string_view bytes) {
  Utf8Survey survey;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    const UChar32 c = next_or_malformed(bytes, i);
    if (c >= 0x80) ++survey.well_formed;
    if (c < 0 && !is_cut_off(bytes, begin)) ++survey.malformed;
  }
  return survey;
}

void Converters::Close::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

Converters::Converter Converters::open(const char* icu_name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(icu_name, &error));
  require_success(error);
  ucnv_setToUCallBack(converter.get(), substitute, nullptr, nullptr, nullptr, &error);
  require_success(error);
  return converter;
}

std::optional<std::string_view> Converters::convert(std::string_view bytes, const Encoding& encoding,
                                                    std::size_t max_bytes) {
  if (encoding.family == EncodingFamily::kUtf8) return convert_utf8(bytes, max_bytes);
  if (encoding.icu_name == nullptr) return convert_by_table(bytes, upper_half(encoding), max_bytes);
  return convert_by_icu(bytes, encoding, max_bytes);
}

std::optional<std::string_view> Converters::convert_utf8(std::string_view bytes, std::size_t max_bytes) {
  buffer_.clear();
  std::size_t copied = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    const UChar32 c = next_or_malformed(bytes, i);
    if (c >= 0) continue;
    buffer_.append(bytes, copied, begin - copied);
    buffer_ += kReplacement;
    copied = i;
    if (buffer_.size() > max_bytes) return std::nullopt;
  }
  buffer_.append(bytes, copied, bytes.size() - copied);
  if (buffer_.size() > max_bytes) return std::nullopt;
  return buffer_;
}

std::optional<std::string_view> Converters::convert_by_table(std::string_view bytes,
                                                             std::span<const char16_t, 128> upper_half,
                                                             std::size_t max_bytes) {
  buffer_.clear();
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    append_utf8(byte < 0x80 ? byte : upper_half[byte - 0x80u], buffer_);
    if (buffer_.size() > max_bytes) return std::nullopt;
  }
  return buffer_;
}

std::optional<std::string_view> Converters::convert_by_icu(std::string_view bytes, const Encoding& encoding,
                                                           std::size_t max_bytes) {
  if (!to_utf8_) {
    to_utf8_ = open("UTF-8");
    by_encoding_.resize(encodings().size());
  }
  Converter& from = by_encoding_[static_cast<std::size_t>(&encoding - encodings().data())];
  if (!from) from = open(encoding.icu_name);

  // Most pages are ASCII for the greater part; no byte becomes more than three.
  buffer_.resize(std::max(buffer_.size(), bytes.size() + bytes.size() / 2 + kReplacement.size()));
  std::array<UChar, 4096> pivot;  // NOLINT(cppcoreguidelines-pro-type-member-init): ICU's to fill
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  std::size_t written = 0;
  for (UBool reset = 1;; reset = 0) {
    char* target = buffer_.data() + written;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(to_utf8_.get(), from.get(), &target, buffer_.data() + buffer_.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), reset, 1, &error);
    written = static_cast<std::size_t>(target - buffer_.data());
    if (written > max_bytes) return std::nullopt;
    if (error != U_BUFFER_OVERFLOW_ERROR) {
      require_success(error);
      return std::string_view(buffer_).substr(0, written);
    }
    buffer_.resize(buffer_.size() * 2);
  }
}

}  // namespace clean_article::text
