#include "extract/signals/signals.hpp"

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

void add_all_signals(const Survey& survey, SignalTable& table) {
  if (survey.size() == 0) return;
  add_text_signals(survey, table);
  add_place_signals(survey, table);
  add_ancestor_signals(survey, table);
  add_mass_signals(survey, table);
  add_group_signals(survey, table);
  add_sequence_signals(survey, table);
  add_region_signals(survey, table);
  add_list_signals(survey, table);
  add_repeat_signals(survey, table);
  add_page_signals(survey, table);
}

const SignalTable& SignalMaker::make(const Survey& survey) {
  table_.reset(survey.size());
  add_all_signals(survey, table_);
  return table_;
}

}  // namespace clean_article::extract
