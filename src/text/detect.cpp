#include "text/detect.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>

#include "text/ibm_866.hpp"
#include "text/iso_8859_15.hpp"
#include "text/thai.hpp"
#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

// ICU reads no more than the first 8,000 bytes. Its confidence is of 100; of 268 pages re-encoded without a
// declaration the least certain right answer had 10 to 19, and there as many were wrong.
constexpr std::size_t kSampleBytes = 8000;
constexpr int32_t kMinConfidence = 10;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// KOI8-U has letters of Ukrainian where KOI8-R, as which ICU tells it, has lines of frames. Those stand
// between no two letters.
bool has_letters_of_koi8_u(std::string_view bytes) {
  constexpr unsigned char kFirstLetter = 0xC0;                            // of KOI8-R
  constexpr std::string_view kOnly = "\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD";  // є і ї ґ
  const auto is_letter = [&](char c) {
    return static_cast<unsigned char>(c) >= kFirstLetter || kOnly.find(c) != std::string_view::npos;
  };
  for (std::size_t i = 1; i + 1 < bytes.size(); ++i) {
    if (kOnly.find(bytes[i]) != std::string_view::npos && is_letter(bytes[i - 1]) && is_letter(bytes[i + 1]))
      return true;
  }
  return false;
}

// The end of the tag, comment or raw-text element that starts at `at` with '<', or `at` when it is text.
std::size_t end_of_markup(std::string_view bytes, std::size_t at) {
  const auto behind = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = bytes.find(mark, from);
    return found == std::string_view::npos ? bytes.size() : found + mark.size();
  };
  const std::string_view rest = bytes.substr(at);
  if (rest.starts_with("<!--")) return behind("-->", at + 2);
  const char next = rest.size() > 1 ? ascii_lower(rest[1]) : '\0';
  if (!(next >= 'a' && next <= 'z') && next != '/' && next != '!' && next != '?') return at;
  for (const std::string_view name : {"script", "style"}) {
    if (!equal_ignoring_ascii_case(rest.substr(1, name.size()), name)) continue;
    for (std::size_t close = bytes.find("</", at); close != std::string_view::npos;
         close = bytes.find("</", close + 2)) {
      const std::string_view tag = bytes.substr(close + 2, name.size() + 1);
      if (tag.size() > name.size() && equal_ignoring_ascii_case(tag.substr(0, name.size()), name) &&
          (is_html_space(tag.back()) || tag.back() == '>' || tag.back() == '/')) {
        return behind(">", close);
      }
    }
    return bytes.size();
  }
  return behind(">", at);
}

}  // namespace

void append_visible_sample(std::string_view bytes, bool is_html, std::string& sample) {
  const auto append_run = [&](std::string_view run) {
    if (is_ascii(run)) return;
    sample.append(run.substr(0, kSampleBytes - sample.size()));
    if (sample.size() < kSampleBytes) sample += ' ';
  };
  std::size_t run = 0;
  for (std::size_t at = 0; at < bytes.size() && sample.size() < kSampleBytes;) {
    const std::size_t mark = is_html ? std::min(bytes.find('<', at), bytes.size()) : bytes.size();
    const std::size_t end = mark < bytes.size() ? end_of_markup(bytes, mark) : mark;
    if (end == mark && mark < bytes.size()) {
      at = mark + 1;
      continue;
    }
    append_run(bytes.substr(run, mark - run));
    run = at = end;
    if (mark == bytes.size()) break;
  }
}

void Detector::Close::operator()(UCharsetDetector* detector) const {
  ucsdet_close(detector);
}

const Encoding* Detector::detect(std::string_view bytes, bool is_html) {
  sample_.clear();
  append_visible_sample(bytes, is_html, sample_);
  if (sample_.empty()) append_visible_sample(bytes, false, sample_);  // its only such bytes are in tags
  if (reads_as_windows_874(sample_)) return find_encoding("windows-874");
  if (reads_as_ibm866(sample_)) return find_encoding("IBM866");
  const Encoding* likeliest = likeliest_of_sample();
  const Encoding* const latin = find_encoding("windows-1252");
  // ICU takes the one for the other. A letter that tells may stand anywhere on the page.
  if ((likeliest == nullptr || likeliest == latin) && reads_as_iso_8859_15(bytes))
    return find_encoding("ISO-8859-15");
  if (likeliest == find_encoding("KOI8-R") && has_letters_of_koi8_u(sample_)) return find_encoding("KOI8-U");
  return likeliest;
}

const Encoding* Detector::likeliest_of_sample() {
  UErrorCode error = U_ZERO_ERROR;
  if (!detector_) detector_.reset(ucsdet_open(&error));
  ucsdet_setText(detector_.get(), sample_.data(), static_cast<int32_t>(sample_.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector_.get(), &count, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &error) < kMinConfidence) break;
    const Encoding* encoding = find_encoding(ucsdet_getName(matches[i], &error));
    // The caller knows that the bytes are no UTF-8, and UTF-16 cannot be told without its NULs.
    if (encoding != nullptr &&
        (encoding->family == EncodingFamily::kSingleByte || encoding->family == EncodingFamily::kMultiByte)) {
      return encoding;
    }
  }
  return nullptr;
}

}  // namespace clean_article::text
