#include "extract/rescue/rescue.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include "extract/finish/walls.hpp"
#include "extract/rescue/embedded_state.hpp"
#include "extract/rescue/frames.hpp"

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
  return {std::move(body), markup, false, source};
}

double count_words(std::string_view text) {
  std::vector<std::uint64_t> words;
  tokenize(text, words);
  return static_cast<double>(words.size());
}

// What an application gives to others to show of a post. Other pages describe the site there.
std::optional<Rescue> post_of_application(const Extraction& extraction) {
  const PageFacts& facts = *extraction.survey->facts;
  if (extraction.refused_as != kAsksForScripts || !facts.og_article || facts.shared_text.empty())
    return std::nullopt;
  return Rescue{facts.shared_text, false, false, "what the page gives others to show"};
}

}  // namespace

std::optional<Rescue> find_rescue(const html::Document& document, const Extraction& extraction) {
  const PageFacts& facts = *extraction.survey->facts;
  const double shown = kept_words(extraction);
  const auto declared = static_cast<double>(facts.article_body_runs.size());
  if (declared >= kFewestWords && shown < kLittle * declared)
    return rescue_of(facts.article_body, "structured data");
  if (shown >= kNextToNothing || facts.error_title) return std::nullopt;
  const auto is_more = [&](double words) { return words >= kFewestWords && shown < kLittle * words; };
  std::string body = embedded_article(document, facts.declares_article());
  if (is_more(count_words(body))) return rescue_of(std::move(body), "data of the page's scripts");
  Frame frame = longest_frame(document);
  if (is_more(static_cast<double>(frame.words)))
    return Rescue{std::move(frame.source), true, true, "a frame of the page"};
  return post_of_application(extraction);
}

}  // namespace clean_article::extract
