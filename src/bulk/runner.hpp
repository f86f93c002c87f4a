// Many pages through many threads, reported in the order of the inputs. Owns the threads, their stacks and
// what happens to a page that throws; knows nothing of files, the network or cleaning.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/base.hpp"
#include "bulk/duplicates.hpp"
#include "bulk/input.hpp"

namespace clean_article::bulk {

struct CleanedPage {
  std::string text;                      // may be there even with an error: what --explain says of a page
  std::string encoding;                  // "" when unknown
  std::optional<Error> error;            // kNoArticle and the like
  std::vector<std::string> faults{};     // of the site's rule, for whoever wrote it
  std::optional<Signature> signature{};  // where copies are looked for
};

// What became of one input.
struct Outcome {
  Input input;
  std::optional<Error> error;
  std::string text;  // empty when it was stored
  std::string encoding;
  std::string notice;               // of LoadedPage
  std::vector<std::string> faults;  // of CleanedPage
  std::size_t input_bytes = 0;
  std::size_t text_bytes = 0;
  std::optional<Signature> signature{};  // of CleanedPage
  double milliseconds = 0;               // for loading, cleaning and storing
};

using CleanPage = std::function<CleanedPage(const LoadedPage&)>;

// The steps of a run. All but next and report are called from several threads at once; these two by one
// thread at a time each, but one may run while the other does.
struct Steps {
  std::function<std::optional<Input>()> next;
  std::function<Result<LoadedPage>(const Input&)> load;
  std::function<CleanPage()> make_cleaner;                           // one for each thread
  std::function<Status(const Input&, std::string_view text)> store;  // may be empty: text is reported,
                                                                     // as that of records always is
  std::function<bool(Outcome&&)> report;  // in the order of next; false ends the run
};

// Runs every input through load, clean and store. An exception in any of them loses that input alone. At
// most a few pages a thread are held at once, however many there are. Returns when all threads have ended.
void run(const Steps& steps, unsigned jobs);

}  // namespace clean_article::bulk
