// Inputs less those that an earlier run has dealt with. Owns the question what is done and unchanged; knows
// no page.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "bulk/input.hpp"
#include "bulk/journal.hpp"

namespace clean_article::bulk {

struct ResumeRules {
  std::string options;          // a digest of those that the output depends on
  bool retry_failed = false;    // inputs that failed are not done
  std::string shared_output{};  // the file that all texts go to, one behind the other; "" for one each
  // The path of the output that an input gets where each has its own.
  std::function<std::string(const Input&, bool holds_many)> path_of;
};

class Resumption {
 public:
  using Next = std::function<std::optional<Input>()>;

  Resumption(Journal& journal, ResumeRules rules, Next next);

  // The next input, of kind kDone where nothing is left to do for it. The first one behind those that are
  // done says where a shared output is cut. Where its texts would have to be made anew, and some of them
  // fetched again for that, an input with an error of kind kOutput is the last one.
  std::optional<Input> next();

 private:
  bool is_unchanged(const Input& input, const ManifestRow& row) const;
  bool is_done(const ManifestRow& row) const;
  std::optional<Input> next_of_shared();
  void stop_matching(std::optional<Input> input);
  bool has_fetched_behind(std::size_t row) const;
  std::optional<std::uint64_t> end_of_run(std::size_t rows) const;
  Input with_own_row(Input input) const;
  bool has_left(const ManifestRow& row) const;

  Journal& journal_;
  ResumeRules rules_;
  Next next_;
  std::deque<Input> ready_;
  // Of a shared output: inputs that are done if the row behind them says where their text ends.
  std::deque<Input> pending_;
  bool is_matching_ = false;
  bool is_refused_ = false;  // nothing more is given
  std::size_t row_ = 0;
  std::uint64_t end_ = 0;
};

}  // namespace clean_article::bulk
