// What the user asked for, as one value. Owns the reading of the command line; prints nothing and opens
// nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/base.hpp"
#include "bulk/bulk.hpp"
#include "cleaner/cleaner.hpp"
#include "cli/config.hpp"
#include "fetch/fetch.hpp"

namespace clean_article::cli {

enum class Action { kClean, kRules, kHelp, kRulesHelp, kVersion };

struct Args {
  Action action = Action::kClean;
  std::vector<std::string>
      inputs;  // as given; empty when there was none. Of kRules and kRulesHelp: the command's words

  std::string generate;            // of kHelp and kRulesHelp: print this instead; "" when not given
  std::vector<std::string> lists;  // files that name further inputs, "-" for standard input
  bool nul_lists = false;          // names in them end with a NUL byte
  bulk::WalkRules walk;            // of folders

  std::size_t shard = 0;   // of all inputs those whose number leaves this when divided by
  std::size_t shards = 1;  // this
  std::string manifest;    // "" when not given
  bool resume = false;
  bool retry_failed = false;
  bool dry_run = false;
  bool isolate = false;  // each page is cleaned in a process that may die of it
  bool summary_as_json = false;
  bool log_as_json = false;
  std::uint64_t split_bytes = 0;  // an output file of this size is followed by another one; 0: never
  bool deduplicate = false;       // leave copies of articles out
  bool wet = false;               // texts are records of WET
  std::string digest;             // of the options that outputs depend on

  std::string output;         // a file or a folder, as what is there tells; "" when not given
  std::string output_folder;  // "" when not given
  std::string output_file;    // "" when not given
  bool explain = false;
  render::Style style;
  std::string target_language;  // "" when not given
  bool only_with_metadata = false;
  double min_confidence = 0;
  bool quiet = false;
  bool verbose = false;

  Trade trade = Trade::kBalanced;
  bool comments = false;
  bool standfirst = false;
  std::vector<std::string> without;  // finishing rules that do not run

  InputForm from = InputForm::kAuto;
  bool json_lines = false;   // every file and stream holds JSON lines
  records::LineNames names;  // of their fields
  bool format_given = false;
  std::string base_url;
  std::string encoding;
  std::string content_type;
  std::string fetched;  // ISO 8601; "" when not given

  std::vector<std::string> rules_folders;
  bool built_in_rules = true;
  bool learn_templates = false;
  unsigned jobs = 0;  // 0: one for each hardware thread
  std::size_t max_bytes = Limits{}.max_input_bytes;
  std::chrono::milliseconds timeout = fetch::FetchOptions{}.total_timeout;
  bool allow_private = false;
  std::string user_agent;                                    // "" for the program's own
  std::vector<std::pair<std::string, std::string>> headers;  // name and value, as FetchOptions has them
  std::string cookies;
  std::optional<std::string> proxy;  // nothing for the environment's

  std::optional<std::chrono::milliseconds> delay;  // between requests to a host; nothing when not given
  unsigned connections = fetch::CrawlRules{}.connections;
  bool ignore_robots = false;
  std::string save_html;  // a folder for the pages that are fetched; "" when not given
  std::string warc;       // a file for all that comes; "" when not given

  std::string pages_folder;  // of kRules: saved pages, "" when not given
  bool online = false;       // of kRules: fetch what is not there
};

// Reads the words behind the program's name. An error (kUsage) says what was wrong and what would be right.
// The `defaults` are the user's own, which the words replace.
Result<Args> parse_args(const std::vector<std::string>& words, const std::vector<ConfigWord>& defaults = {});

}  // namespace clean_article::cli
