#include "cli/args.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/commands.hpp"
#include "cli/fetch_args.hpp"
#include "cli/generate.hpp"
#include "cli/values.hpp"
#include "extract/extract.hpp"
#include "metadata/metadata.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

namespace po = boost::program_options;

constexpr unsigned kMostJobs = 1024;

std::optional<InputForm> read_form(std::string_view word) {
  if (word == "auto") return InputForm::kAuto;
  if (word == "html") return InputForm::kHtml;
  if (word == "text") return InputForm::kText;
  return std::nullopt;
}

std::optional<render::Format> read_format(std::string_view word) {
  const render::FormatRow* const row = render::find_format(word);
  return row == nullptr ? std::nullopt : std::optional(row->format);
}

// --format and its short forms, of which only one may be given.
void read_style(Values& values, Args& args) {
  render::Style& style = args.style;
  using render::FormatRow;
  values.read("format", style.format, read_format,
              render::names_of_formats([](const FormatRow&) { return true; }));
  std::string given = values.has("format") ? "format" : "";
  args.format_given = !given.empty();
  for (const FormatRow& row : render::formats()) {
    const std::string name(row.flag);
    if (name.empty() || !values.has(name.c_str())) continue;
    if (!given.empty())
      values.fail(std::string("options '--")
                      .append(given)
                      .append("' and '--")
                      .append(name)
                      .append("' contradict each other"));
    given = name;
    args.format_given = true;
    style.format = row.format;
  }
  if (args.explain && style.format != render::Format::kText)
    values.fail("options '--explain' and '--" + given + "' contradict each other: its table is plain text");
  style.fields_only = values.has("metadata");
  style.metadata = values.has("with-metadata");
  style.title = values.has("title");
  style.formatting = values.has("formatting");
  style.links = values.has("links");
  style.images = values.has("images");
  style.tables = !values.has("no-tables");
  style.blocks = values.has("blocks");
  if (style.blocks && !render::row_of(style.format).can_list_blocks)
    values.fail("option '--blocks' needs --format " +
                render::names_of_formats([](const FormatRow& row) { return row.can_list_blocks; }));
  args.only_with_metadata = values.has("only-with-metadata");
  values.read("min-confidence", args.min_confidence, read_share, "a number from 0 to 1, such as 0.8");
  values.read("target-language", args.target_language);
  if (!values.has("target-language")) return;
  const std::string tag = metadata::language_tag(args.target_language);
  if (tag.empty())
    values.fail("option '--target-language' needs a language such as de or pt-BR, not " +
                in_quotes(args.target_language));
  args.target_language = tag;
}

// How JSON lines are read and written.
void read_line_names(Values& values, Args& args) {
  values.read("field", args.names.page);
  values.read("text-field", args.names.text);
  args.names.base64 = values.has("base64");
  args.names.text_only = values.has("text-only");
  for (const char* name : {"field", "text-field", "base64", "text-only"})
    args.json_lines = args.json_lines || values.has(name);
}

// Where many inputs come from.
void read_sources(Values& values, Args& args) {
  values.read("files-from", args.lists);
  args.nul_lists = values.has("null");
  values.read("include", args.walk.include);
  values.read("exclude", args.walk.exclude);
  args.walk.follow_links = values.has("follow-links");
  if (args.nul_lists && args.lists.empty()) values.fail("option '--null' belongs to '--files-from FILE'");
}

// "2/8": the second of eight.
void read_shard(Values& values, Args& args) {
  if (!values.has("shard")) return;
  constexpr std::size_t kMostShards = 1'000'000;
  const std::string& word = values.word("shard");
  const std::size_t slash = std::min(word.find('/'), word.size());
  const auto shards =
      read_number(std::string_view(word).substr(std::min(slash + 1, word.size())), 1, kMostShards);
  const auto shard = read_number(std::string_view(word).substr(0, slash), 1, shards.value_or(0));
  if (!shards || !shard)
    return values.fail("option '--shard' needs a number and of how many, such as 1/8, not " +
                       in_quotes(word));
  args.shard = *shard - 1;
  args.shards = *shards;
}

// What is kept and said of a run.
void read_keeping(Values& values, Args& args) {
  values.read("manifest", args.manifest);
  args.resume = values.has("resume");
  args.retry_failed = values.has("retry-failed");
  args.dry_run = values.has("dry-run");
  args.isolate = values.has("isolate");
  values.read("split-bytes", args.split_bytes, read_size, "a size from 1 to 1G, such as 500K or 64M");
  args.wet = values.has("wet");
  args.deduplicate = values.has("deduplicate");
  for (const auto& [name, given] : {std::pair("resume", args.resume), std::pair("explain", args.explain)})
    if (args.deduplicate && given)
      values.fail("options '--deduplicate' and '--" + std::string(name) + "' contradict each other");
  if (args.wet && (args.explain || args.format_given))
    values.fail("option '--wet' and another format contradict each other");
  if (args.wet) args.style.format = render::Format::kJsonLines;  // which the records are made of
  if (args.resume && args.split_bytes > 0)
    values.fail("options '--resume' and '--split-bytes' contradict each other");
  const auto as_json = [](std::string_view other) {
    return [other](std::string_view word) -> std::optional<bool> {
      if (word != "json" && word != other) return std::nullopt;
      return word == "json";
    };
  };
  values.read("summary", args.summary_as_json, as_json("text"), "text or json");
  values.read("log-format", args.log_as_json, as_json("text"), "text or json");
  if (args.retry_failed && !args.resume) values.fail("option '--retry-failed' belongs to '--resume'");
  if (args.dry_run && args.resume) values.fail("options '--dry-run' and '--resume' contradict each other");
}

// Equal for two command lines that make the same text of the same page.
std::string digest_of(const po::variables_map& values) {
  // What only says which pages, how fast, and what is told of it.
  constexpr std::string_view kBeside[] = {
      kInputs,       "output",        "output-dir",    "output-file",  "jobs",      "quiet",
      "verbose",     "files-from",    "null",          "include",      "exclude",   "follow-links",
      "shard",       "manifest",      "resume",        "retry-failed", "summary",   "log-format",
      "timeout",     "proxy",         "allow-private", "isolate",      "no-config", "delay",
      "connections", "ignore-robots", "save-html",     "warc"};
  std::string all = CLEAN_ARTICLE_VERSION;
  for (const auto& [name, value] : values) {
    if (std::find(std::begin(kBeside), std::end(kBeside), name) != std::end(kBeside)) continue;
    all.append("\n").append(name);
    if (const auto* word = boost::any_cast<std::string>(&value.value())) all.append("=").append(*word);
    if (const auto* words = boost::any_cast<std::vector<std::string>>(&value.value()))
      for (const std::string& word : *words) all.append("=").append(word);
  }
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a: the same in every build
  for (const char c : all) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

void read_fetched(Values& values, Args& args) {
  std::string given;
  values.read("fetched", given);
  if (given.empty()) return;
  const auto found = metadata::find_dates(given, {});
  const bool is_whole = found.size() == 1 && found.front().begin == 0 && found.front().end == given.size();
  if (is_whole && given.starts_with(found.front().date.iso().substr(0, sizeof "2024-05-17" - 1)))
    args.fetched = found.front().date.iso();
  else
    values.fail("option '--fetched' needs a date such as 2024-05-17 or 2024-05-17T09:30:00+02:00, not " +
                in_quotes(given));
}

// What makes no sense together.
std::optional<Error> contradiction(const Args& args) {
  std::string given;
  for (const auto& [name, value] :
       {std::pair("output", &args.output), std::pair("output-dir", &args.output_folder),
        std::pair("output-file", &args.output_file)}) {
    if (value->empty()) continue;
    if (!given.empty()) return usage("options '--" + given + "' and '--" + name + "' contradict each other");
    given = name;
  }
  int standard_inputs = 0;
  for (const std::string& list : args.lists) {
    if (list.empty()) return usage("option '--files-from' needs a value that is not empty");
    if (list == "-" && ++standard_inputs > 1) return usage("standard input ('-') is given twice");
    if (list == "-" && args.learn_templates)
      return usage(
          "options '--files-from -' and '--learn-templates' contradict each other: it reads all twice");
  }
  for (const std::string& input : args.inputs) {
    if (input.empty()) return usage("an INPUT is empty; it should be a URL, a file, a folder or '-'");
    if (input == "-" && ++standard_inputs > 1) return usage("standard input ('-') is given twice");
  }
  return std::nullopt;
}

// Of "rules COMMAND": an option that means nothing to the command.
std::optional<Error> foreign_option(const po::variables_map& values, const Args& args) {
  const Command* command = args.inputs.empty() ? nullptr : command_named(args.inputs[0]);
  if (command == nullptr) return std::nullopt;
  for (const auto& [name, value] : values) {
    const Option* option = option_named(name);
    if (option == nullptr || takes_option(*command, *option)) continue;
    return usage("option '--" + name + "' means nothing to 'rules " + args.inputs[0] + "'");
  }
  return std::nullopt;
}

// Of the user's defaults those that mean something to "rules COMMAND".
std::vector<ConfigWord> defaults_of_command(const std::vector<std::string>& words,
                                            const std::vector<ConfigWord>& defaults) {
  const Command* const command = words.size() > 1 ? command_named(words[1]) : nullptr;
  std::vector<ConfigWord> taken;
  std::copy_if(defaults.begin(), defaults.end(), std::back_inserter(taken), [&](const ConfigWord& given) {
    const Option* const option = option_named(given.name);
    return command != nullptr && option != nullptr && takes_option(*command, *option);
  });
  return taken;
}

}  // namespace

Result<Args> parse_args(const std::vector<std::string>& words, const std::vector<ConfigWord>& defaults) {
  Args args;
  const bool is_rules = !words.empty() && words.front() == "rules";
  const Result<po::variables_map> read =
      read_words(is_rules ? std::vector<std::string>(words.begin() + 1, words.end()) : words,
                 is_rules ? defaults_of_command(words, defaults) : defaults);
  if (!read.ok()) return read.error();
  Values values(*read);
  if (is_rules) args.action = Action::kRules;
  if (values.has("version")) return args.action = Action::kVersion, args;
  values.read(kInputs, args.inputs);
  values.read("generate", args.generate);
  if (!args.generate.empty() && generated(args.generate).empty())
    return usage("option '--generate' needs man, bash, zsh or fish, not " + in_quotes(args.generate));
  if (values.has("help") || !args.generate.empty())
    return args.action = is_rules ? Action::kRulesHelp : Action::kHelp, args;
  if (is_rules) {
    if (const auto error = foreign_option(*read, args)) return *error;
  }

  args.explain = values.has("explain");
  args.quiet = values.has("quiet");
  args.verbose = values.has("verbose");
  args.allow_private = values.has("allow-private");
  args.comments = values.has("comments");
  args.standfirst = values.has("standfirst");
  if (values.has("precision") && values.has("recall"))
    values.fail("options '--precision' and '--recall' contradict each other");
  if (values.has("precision")) args.trade = Trade::kPrecision;
  if (values.has("recall")) args.trade = Trade::kRecall;
  values.read("without", args.without);
  if (const auto without = extract::RulesOff::of(args.without); !without)
    values.fail("option '--without': " + without.error().message);
  values.read("rules", args.rules_folders);
  args.built_in_rules = !values.has("no-rules");
  args.learn_templates = values.has("learn-templates");
  values.read("pages", args.pages_folder);
  args.online = values.has("online");
  if (!is_rules && (values.has("pages") || args.online)) {
    values.fail("options '--pages' and '--online' belong to 'clean-article rules test'");
  }
  read_style(values, args);
  values.read("output", args.output);
  values.read("output-dir", args.output_folder);
  values.read("output-file", args.output_file);
  values.read("base-url", args.base_url);
  values.read("content-type", args.content_type);
  values.read("encoding", args.encoding);
  read_sources(values, args);
  read_shard(values, args);
  read_keeping(values, args);
  args.digest = digest_of(*read);
  read_fetched(values, args);
  read_requests(values, args);
  read_crawl(values, args);
  if (values.has("encoding") && text::encoding_for_label(args.encoding).empty()) {
    values.fail("option '--encoding' needs an encoding such as utf-8, windows-1251 or shift_jis, not " +
                in_quotes(args.encoding));
  }
  if (values.has("base-url") && !text::split_url(args.base_url)) {
    values.fail("option '--base-url' needs an http or https URL, not " + in_quotes(args.base_url));
  }
  read_line_names(values, args);
  if (values.has("from") && values.word("from") == "jsonl")
    args.json_lines = true;
  else
    values.read("from", args.from, read_form, "auto, html, text or jsonl");
  values.read(
      "jobs", args.jobs, [](std::string_view word) { return read_number(word, 1, kMostJobs); },
      "a number from 1 to " + std::to_string(kMostJobs));
  values.read("max-bytes", args.max_bytes, read_size, "a size from 1 to 1G, such as 500K or 64M");
  values.read("timeout", args.timeout, read_seconds, "a number of seconds up to 86400, such as 10 or 2.5");
  if (values.error()) return *values.error();
  if (const auto error = contradiction(args)) return *error;
  return args;
}

}  // namespace clean_article::cli
