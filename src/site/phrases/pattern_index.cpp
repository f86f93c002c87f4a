// Expressions behind their tables: see pattern_index.hpp.
#include "site/phrases/pattern_index.hpp"

#include <re2/re2.h>

#include <atomic>
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

// An expression, compiled when it is first asked for. Any number of threads may use it at once.
struct PatternIndex::Slot {
  std::atomic<const RE2*> compiled = nullptr;

  ~Slot() { delete compiled.load(); }
  Slot() = default;
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

  const RE2& made(std::string_view expression) {
    const RE2* known = compiled.load(std::memory_order_acquire);
    if (known != nullptr) return *known;
    auto fresh = std::make_unique<const RE2>(re2::StringPiece(expression.data(), expression.size()),
                                             pattern_options());
    if (compiled.compare_exchange_strong(known, fresh.get(), std::memory_order_acq_rel))
      known = fresh.release();
    return *known;
  }
};

PatternIndex::PatternIndex(const PatternTables& tables)
    : tables_(tables), slots_(tables.expressions.size()) {}

PatternIndex::~PatternIndex() = default;

std::string PatternIndex::problem_of(const std::string& pattern) {
  const RE2 compiled(pattern, pattern_options());
  return compiled.ok() ? std::string() : compiled.error();
}

bool PatternIndex::matches_without_automaton(std::uint32_t number, std::string_view text) const {
  const RE2& compiled = slots_[number].made(tables_.expressions[number]);
  return compiled.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::ANCHOR_BOTH, nullptr,
                        0);
}

}  // namespace clean_article::site
