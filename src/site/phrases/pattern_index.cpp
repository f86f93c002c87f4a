// Expressions behind their tables: see pattern_index.hpp.
#include "site/phrases/pattern_index.hpp"

#include <re2/re2.h>

#include <memory>

namespace clean_article::site {
namespace {

// For the automaton of one expression, which grows as texts need it. Past this RE2 starts it anew; where even
// its first states do not fit (2 MB, for dates with all names of months) each text is matched fifty times as
// slowly.
constexpr std::int64_t kAutomatonBytes = std::int64_t{8} << 20;

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kAutomatonBytes);
  return options;
}

}  // namespace

PatternIndex::PatternIndex(const PatternTables& tables)
    : tables_(tables), compiled_(tables.expressions.size()) {}

PatternIndex::~PatternIndex() {
  for (const std::atomic<RE2*>& compiled : compiled_) delete compiled.load();
}

std::string PatternIndex::problem_of(const std::string& pattern) {
  const RE2 compiled(pattern, pattern_options());
  return compiled.ok() ? std::string() : compiled.error();
}

bool PatternIndex::matches(std::uint32_t number, std::string_view text) const {
  std::atomic<RE2*>& slot = compiled_[number];
  RE2* compiled = slot.load(std::memory_order_acquire);
  if (compiled == nullptr) {
    const std::string_view expression = tables_.expressions[number];
    auto fresh =
        std::make_unique<RE2>(re2::StringPiece(expression.data(), expression.size()), pattern_options());
    if (slot.compare_exchange_strong(compiled, fresh.get(), std::memory_order_acq_rel)) {
      compiled = fresh.release();
    }
  }
  return compiled->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::ANCHOR_BOTH,
                         nullptr, 0);
}

}  // namespace clean_article::site
