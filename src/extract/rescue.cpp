#include "extract/rescue.hpp"

namespace clean_article::extract {

bool needs_rescue(const Extraction& extraction) {
  constexpr double kFewestRuns = 80;  // a shorter body is a teaser itself
  constexpr double kLittle = 0.4;     // of the declared body
  const Survey& survey = *extraction.survey;
  const auto body_runs = static_cast<double>(survey.facts->article_body_runs.size());
  if (body_runs < kFewestRuns) return false;
  double kept_words = 0;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const Measure& m = survey.measure(i);
    if ((*extraction.verdicts)[i].kept) kept_words += m.end_token - m.first_token;
  }
  return kept_words < kLittle * body_runs;
}

bool is_markup(std::string_view article_body) {
  for (const std::string_view tag : {"<p>", "<p ", "</p>", "<br", "<div"})
    if (article_body.find(tag) != std::string_view::npos) return true;
  return false;
}

}  // namespace clean_article::extract
