#include "metadata/choose/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

constexpr std::size_t kLongestTag = 35;  // bytes

bool all_letters(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) {
    const char lower = text::ascii_lower(c);
    return lower >= 'a' && lower <= 'z';
  });
}

char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

// What CLD2 calls differently.
std::string modern(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "in") return "id";
  if (code == "mo") return "ro";
  if (code == "zh-Hant" || code == "zh-TW") return "zh-Hant";
  return std::string(code);
}

}  // namespace

std::string language_tag(std::string_view declared) {
  while (!declared.empty() && text::is_html_space(declared.front())) declared.remove_prefix(1);
  declared = declared.substr(0, declared.find_first_of(" ,;\t\n."));
  if (declared.size() > kLongestTag) return "";
  std::string tag;
  for (std::size_t begin = 0, index = 0; begin <= declared.size(); ++index) {
    const std::size_t end = std::min(declared.find_first_of("-_", begin), declared.size());
    std::string part(declared.substr(begin, end - begin));
    begin = end + 1;
    if (index == 0) {
      if (part.size() < 2 || part.size() > 3 || !all_letters(part)) return "";
      for (char& c : part) c = text::ascii_lower(c);
      tag = modern(part);
      continue;
    }
    if (part.empty()) break;
    for (char& c : part) c = text::ascii_lower(c);
    if (part.size() == 2 && all_letters(part)) {  // region
      for (char& c : part) c = ascii_upper(c);
    } else if (part.size() == 4 && all_letters(part)) {  // script
      part[0] = ascii_upper(part[0]);
    } else if (part.size() > 8) {
      break;
    }
    tag += '-' + part;
  }
  return tag == "und" || tag == "xx" || tag == "xx-XX" ? "" : tag;
}

std::string detect_language(std::string_view utf8) {
  constexpr std::size_t kEnough = 1'000;  // bytes: more text does not change the answer and costs time
  constexpr int kLeastPercent = 60;
  constexpr std::size_t kLeastBytes = 40;
  const std::string_view begin = text::cut_to_bytes(utf8, kEnough);
  if (begin.size() < kLeastBytes) return "";
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language best =
      CLD2::ExtDetectLanguageSummary(begin.data(), static_cast<int>(begin.size()), true, &hints, 0, languages,
                                     percents, scores, nullptr, &text_bytes, &reliable);
  if (!reliable || best == CLD2::UNKNOWN_LANGUAGE || percents[0] < kLeastPercent) return "";
  return modern(CLD2::LanguageCode(best));
}

}  // namespace clean_article::metadata
