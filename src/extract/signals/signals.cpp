#include "extract/signals/signals.hpp"

#include <tuple>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

namespace {

constexpr std::string_view kNames[] = {
#define CLEAN_ARTICLE_SIGNAL(name, meaning, words) #name,
    CLEAN_ARTICLE_SIGNALS(CLEAN_ARTICLE_SIGNAL)
#undef CLEAN_ARTICLE_SIGNAL
};
constexpr std::string_view kMeanings[] = {
#define CLEAN_ARTICLE_SIGNAL(name, meaning, words) meaning,
    CLEAN_ARTICLE_SIGNALS(CLEAN_ARTICLE_SIGNAL)
#undef CLEAN_ARTICLE_SIGNAL
};

}  // namespace

std::string_view signal_name(Signal signal) {
  return kNames[static_cast<std::size_t>(signal)];
}
std::string_view signal_meaning(Signal signal) {
  return kMeanings[static_cast<std::size_t>(signal)];
}

void fill_signals(const Survey& survey, SignalTable& table) {
  if (survey.size() == 0) return table.reset(0);
  std::tuple<TextSignals, PlaceSignals, AncestorSignals, MassSignals, GroupSignals, SequenceSignals,
             RegionSignals, ListSignals, RepeatSignals, PageSignals>
      groups(survey, survey, survey, survey, survey, survey, survey, survey, survey, survey);
  table.reset(survey.size());  // now: what groups need while they learn of a huge page is free again
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const SignalRow row(table.row_data(i));
    std::apply([&](auto&... group) { (group.add(i, row), ...); }, groups);
  }
}

const SignalTable& SignalMaker::make(const Survey& survey) {
  fill_signals(survey, table_);
  return table_;
}

}  // namespace clean_article::extract
