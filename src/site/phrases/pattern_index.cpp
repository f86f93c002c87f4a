// Expressions behind their tables: see pattern_index.hpp.
#include "site/phrases/pattern_index.hpp"

#include <re2/re2.h>

#include <atomic>
#include <memory>

#include "site/phrases/pattern_walk.hpp"

namespace clean_article::site {
namespace {

// For the automaton of one expression, which grows as texts need it. Past this RE2 starts it anew; where even
// its first states do not fit (2 MB, for dates with all names of months) each text is matched fifty times as
// slowly.
constexpr std::int64_t kAutomatonBytes = std::int64_t{8} << 20;

// An expression is walked until that has cost about what RE2 takes to compile it. Most are asked for a few
// times in a run.
constexpr std::size_t kWalkedSteps = 20'000;

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kAutomatonBytes);
  return options;
}

}  // namespace

// An expression as far as it has been made ready. Any number of threads may use it at once.
struct PatternIndex::Slot {
  std::atomic<const PatternWalk*> walk = nullptr;
  std::atomic<const RE2*> compiled = nullptr;
  std::atomic<std::size_t> walked_steps = 0;

  ~Slot() {
    delete walk.load();
    delete compiled.load();
  }
  Slot() = default;
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

  // What one of these holds, made when it is first asked for.
  template <typename T, typename Make>
  static const T& made(std::atomic<const T*>& place, const Make& make) {
    const T* known = place.load(std::memory_order_acquire);
    if (known != nullptr) return *known;
    std::unique_ptr<const T> fresh = make();
    if (place.compare_exchange_strong(known, fresh.get(), std::memory_order_acq_rel)) known = fresh.release();
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

bool PatternIndex::matches(std::uint32_t number, std::string_view text) const {
  Slot& slot = slots_[number];
  const std::string_view expression = tables_.expressions[number];
  const std::size_t walked = slot.walked_steps.load(std::memory_order_relaxed);
  if (walked < kWalkedSteps) {
    const PatternWalk& walk =
        Slot::made(slot.walk, [&] { return std::make_unique<const PatternWalk>(expression); });
    std::size_t steps_left = kWalkedSteps - walked;
    const PatternWalk::Answer answer = walk.match(text, steps_left);
    // Several threads may count each other out: then the expression is walked a little longer.
    slot.walked_steps.store(
        answer == PatternWalk::Answer::kUnknown ? kWalkedSteps : kWalkedSteps - steps_left,
        std::memory_order_relaxed);
    if (answer != PatternWalk::Answer::kUnknown) return answer == PatternWalk::Answer::kYes;
  }
  const RE2& compiled = Slot::made(slot.compiled, [&] {
    return std::make_unique<const RE2>(re2::StringPiece(expression.data(), expression.size()),
                                       pattern_options());
  });
  return compiled.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::ANCHOR_BOTH, nullptr,
                        0);
}

}  // namespace clean_article::site
