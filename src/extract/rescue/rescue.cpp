#include "extract/rescue/rescue.hpp"

#include <cstdint>
#include <vector>

#include "extract/rescue/embedded_state.hpp"

namespace clean_article::extract {

namespace {

constexpr double kFewestWords = 80;    // a shorter body is a teaser itself
constexpr double kLittle = 0.4;        // of the found body's words: what the page shows
constexpr double kNextToNothing = 60;  // words: below this the scripts' data is worth reading

double kept_words(const Extraction& extraction) {
  double words = 0;
  for (std::size_t i = 0; i < extraction.survey->size(); ++i) {
    const Measure& m = extraction.survey->measure(i);
    if ((*extraction.verdicts)[i].kept) words += m.end_token - m.first_token;
  }
  return words;
}

bool holds_markup(std::string_view body) {
  for (const std::string_view tag : {"<p>", "<p ", "</p>", "<br", "<div"})
    if (body.find(tag) != std::string_view::npos) return true;
  return false;
}

Rescue rescue_of(std::string body, std::string_view source) {
  const bool markup = holds_markup(body);
  return {std::move(body), markup, source};
}

}  // namespace

std::optional<Rescue> find_rescue(const html::Document& document, const Extraction& extraction) {
  const PageFacts& facts = *extraction.survey->facts;
  const double shown = kept_words(extraction);
  const auto declared = static_cast<double>(facts.article_body_runs.size());
  if (declared >= kFewestWords && shown < kLittle * declared)
    return rescue_of(facts.article_body, "structured data");
  if (shown >= kNextToNothing || facts.error_title) return std::nullopt;
  std::string body = embedded_article(document, facts.declares_article());
  std::vector<std::uint64_t> words;
  tokenize(body, words);
  const auto found = static_cast<double>(words.size());
  if (found < kFewestWords || shown >= kLittle * found) return std::nullopt;
  return rescue_of(std::move(body), "data of the page's scripts");
}

}  // namespace clean_article::extract
