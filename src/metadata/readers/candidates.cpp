#include "metadata/readers/candidates.hpp"

#include "text/text.hpp"

namespace clean_article::metadata {

std::string folded(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  bool space = false;
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    if (is_plain(utf8[at])) {  // whole words at once: most text is ASCII
      while (at < utf8.size() && is_plain(utf8[at])) ++at;
      if (space && !out.empty()) out += ' ';
      space = false;
      out.append(utf8, begin, at - begin);
      continue;
    }
    const char32_t c = text::next_code_point(utf8, at);
    if (text::is_space(c)) {
      space = true;
      continue;
    }
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD) continue;
    if (space && !out.empty()) out += ' ';
    space = false;
    out.append(utf8, begin, at - begin);
  }
  return out;
}

void Candidates::add(Item item, Trust trust, std::string_view value, std::string source) {
  if (all_.size() >= kMostCandidates || text::trimmed(value).size() > kMostFieldBytes) return;
  std::string clean = folded(value);
  if (!clean.empty()) all_.push_back({item, trust, std::move(clean), std::move(source)});
}

std::vector<const Candidate*> Candidates::of(Item item) const {
  std::vector<const Candidate*> found;
  for (const Candidate& candidate : all_)
    if (candidate.item == item) found.push_back(&candidate);
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate* a, const Candidate* b) { return a->trust > b->trust; });
  return found;
}

}  // namespace clean_article::metadata
