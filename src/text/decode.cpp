// Which evidence of a page's encoding is believed, in which order. The order is the WHATWG standard's;
// where a declaration is plainly false the bytes win, because a reader wants the text and not its author's
// mistake.
#include "text/decode.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/convert.hpp"
#include "text/detect.hpp"
#include "text/encodings.hpp"
#include "text/mixed_encoding.hpp"
#include "text/prescan.hpp"
#include "text/twice_encoded.hpp"

namespace clean_article::text {
namespace {

// A <meta> behind the first 1,024 bytes still counts when the bytes are not UTF-8: browsers start again
// when they meet it. 64 KiB holds the <head> of every page seen.
constexpr std::size_t kLatePrescanBytes = std::size_t{64} << 10;

// Declared as a legacy encoding, but every byte beyond ASCII is part of well-formed UTF-8. In a
// single-byte encoding even one such sequence is a pair like "Â©" or "â€™" that nobody writes. In the
// double-byte ones a fifth of the characters look so, so that it takes eight to be sure (1 in 390,000).
constexpr std::size_t kSequencesThatBelieSingleByte = 1;
constexpr std::size_t kSequencesThatBelieMultiByte = 8;

// Text of other encodings holds a sequence or two that could be UTF-8 by chance.
constexpr std::size_t kSequencesOfMixedPage = 3;

// Damaged UTF-8 has more sound sequences than broken ones. Text of any other encoding has next to no
// sound ones (Chinese has most: one in five).
bool is_damaged_utf8(const Utf8Survey& survey) {
  return survey.well_formed > survey.malformed || (survey.well_formed == 0 && survey.malformed == 0);
}

// Of valid UTF-8, at most `enough`.
std::size_t count_sequences(std::string_view utf8, std::size_t enough) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size() && count < enough; ++i) {
    if (static_cast<unsigned char>(utf8[i]) >= 0xC0) ++count;
  }
  return count;
}

bool is_belied_by_utf8(const Encoding& declared, std::string_view valid_utf8) {
  const auto has_sequences = [&](std::size_t enough) {
    return count_sequences(valid_utf8, enough) == enough;
  };
  switch (declared.family) {
    case EncodingFamily::kSingleByte:
      return has_sequences(kSequencesThatBelieSingleByte);
    case EncodingFamily::kMultiByte:
      return has_sequences(kSequencesThatBelieMultiByte);
    case EncodingFamily::kEscapes:
      return has_sequences(1);  // it has no bytes beyond ASCII at all
    case EncodingFamily::kUtf16:
      return valid_utf8.find('\0') == std::string_view::npos;
    case EncodingFamily::kUtf8:
    case EncodingFamily::kReplacement:
      break;
  }
  return false;
}

bool reads_ascii_as_ascii(const Encoding& encoding) {
  return encoding.family == EncodingFamily::kSingleByte || encoding.family == EncodingFamily::kMultiByte;
}

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view label;
};
constexpr ByteOrderMark kByteOrderMarks[] = {
    {"\xEF\xBB\xBF", "utf-8"}, {"\xFE\xFF", "utf-16be"}, {"\xFF\xFE", "utf-16le"}};

// UTF-16 without a byte order mark, told by how a page or its XML declaration starts.
const Encoding* unmarked_utf16(std::string_view bytes) {
  const auto is_start = [](char c) { return c == '<' || c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  if (bytes.size() < 4) return nullptr;
  if (is_start(bytes[0]) && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) return find_encoding("utf-16le");
  if (bytes[0] == 0 && is_start(bytes[1]) && bytes[2] == 0 && bytes[3] != 0) return find_encoding("utf-16be");
  return nullptr;
}

bool has_iso_2022_jp_escapes(std::string_view bytes) {
  return bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos;
}

struct EncodingChoice {
  const Encoding* encoding;
  EncodingSource source;
};

Error too_large(const Limits& limits) {
  return {ErrorKind::kTooLarge, "larger than " + size_in_words(limits.max_input_bytes)};
}

}  // namespace

struct Decoder::State {
  Converters converters;
  Detector detector;
  std::string once;    // a page that was encoded twice, as it was meant
  std::string mended;  // a page of which a part is in another encoding, as it was meant
  std::string sample;

  EncodingChoice choose(std::string_view bytes, const DecodeHints& hints, bool is_utf8);

  // Whether what is declared to be UTF-8 is so in some places, and windows-1252 in all others.
  bool is_mixed(std::string_view bytes, const Utf8Survey& survey) {
    return survey.well_formed >= kSequencesOfMixedPage && mend_windows_1252(bytes, mended) &&
           simdjson::validate_utf8(mended.data(), mended.size());
  }

  // Whether what is declared to be windows-1252 is plainly text of a script that it does not have. Servers
  // say Latin 1 of everything.
  bool is_other_script(std::string_view bytes, bool is_html) {
    sample.clear();
    append_visible_sample(bytes, is_html, sample);
    return is_belied_by_rows_of_letters(sample);
  }
};

EncodingChoice Decoder::State::choose(std::string_view bytes, const DecodeHints& hints, bool is_utf8) {
  static const Encoding* const utf8 = find_encoding("utf-8");
  static const Encoding* const latin = find_encoding("windows-1252");
  if (const Encoding* utf16 = unmarked_utf16(bytes)) return {utf16, EncodingSource::kDetected};

  const Utf8Survey survey = is_utf8 ? Utf8Survey() : survey_utf8(bytes);
  const bool reads_as_utf8 = is_utf8 || is_damaged_utf8(survey);
  const auto is_believed = [&](const Encoding* declared) {
    if (declared == nullptr || declared->family == EncodingFamily::kReplacement) return false;
    if (declared == utf8) return reads_as_utf8 || is_mixed(bytes, survey);
    if (is_utf8) return !is_belied_by_utf8(*declared, bytes);
    return declared != latin || !is_other_script(bytes, hints.is_html);
  };

  const Encoding* declared = encoding_of_content_type(hints.content_type);
  if (is_believed(declared)) return {declared, EncodingSource::kHttpHeader};
  if (hints.is_html) {
    declared = prescan(bytes.substr(0, kPrescanBytes));
    if (is_believed(declared)) return {declared, EncodingSource::kMeta};
  }
  if (is_utf8 && has_iso_2022_jp_escapes(bytes)) {
    return {find_encoding("iso-2022-jp"), EncodingSource::kDetected};
  }
  if (is_utf8) return {utf8, EncodingSource::kUtf8Check};
  if (hints.is_html && bytes.size() > kPrescanBytes) {
    declared = prescan(bytes.substr(0, kLatePrescanBytes));
    if (is_believed(declared)) return {declared, EncodingSource::kMeta};
  }
  if (reads_as_utf8) return {utf8, EncodingSource::kUtf8Check};
  if (const Encoding* guess = detector.detect(bytes, hints.is_html))
    return {guess, EncodingSource::kDetected};
  return {latin, EncodingSource::kFallback};
}

Decoder::Decoder() : state_(std::make_unique<State>()) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

Result<Decoded> Decoder::decode(std::string_view bytes, const DecodeHints& hints, const Limits& limits) {
  EncodingChoice choice{nullptr, EncodingSource::kCaller};
  if (!hints.encoding.empty()) {
    choice.encoding = find_encoding(hints.encoding);
    if (choice.encoding == nullptr || choice.encoding->family == EncodingFamily::kReplacement) {
      return Error{ErrorKind::kUsage, "unknown encoding \"" + std::string(hints.encoding) + '"'};
    }
  }
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    choice = {find_encoding(mark.label), EncodingSource::kByteOrderMark};
    bytes.remove_prefix(mark.bytes.size());
    break;
  }
  const bool is_utf8 = simdjson::validate_utf8(bytes.data(), bytes.size());
  if (choice.encoding == nullptr) choice = state_->choose(bytes, hints, is_utf8);

  if (is_utf8 && (choice.encoding->family == EncodingFamily::kUtf8 ||
                  (reads_ascii_as_ascii(*choice.encoding) && count_sequences(bytes, 1) == 0))) {
    if (bytes.size() > limits.max_input_bytes) return too_large(limits);
    if (hints.encoding.empty() && undo_second_encoding(bytes, state_->once)) bytes = state_->once;
    return Decoded{bytes, choice.encoding->name, choice.source};
  }
  if (choice.encoding->family == EncodingFamily::kUtf8 && hints.encoding.empty() &&
      mend_windows_1252(bytes, state_->mended))
    bytes = state_->mended;
  const auto utf8 = state_->converters.convert(bytes, *choice.encoding, limits.max_input_bytes);
  if (!utf8) return too_large(limits);
  return Decoded{*utf8, choice.encoding->name, choice.source};
}

}  // namespace clean_article::text
