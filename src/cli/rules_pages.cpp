// Rules tried on pages: "rules test" and "rules why".
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "bulk/bulk.hpp"
#include "cli/explain.hpp"
#include "cli/page.hpp"
#include "cli/rules.hpp"
#include "html/html.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

namespace fs = std::filesystem;

// More saved pages than this are not looked into for the addresses that they give themselves.
constexpr std::size_t kMostIndexed = 10'000;

// Of a title or name that a rule found.
constexpr std::size_t kMostShownChars = 300;

// An address as people compare them: no scheme, www., final slash or fragment.
std::string key_of(std::string_view url) {
  const auto parts = text::split_url(url);
  if (!parts) return "";
  std::string path = parts->path.substr(0, parts->path.find('#'));
  while (path.ends_with('/')) path.pop_back();
  return site::rule_host(parts->host) + path;
}

// Saved pages by their addresses: HOST/PATH as wget mirrors them, HOST_PATH in one name, or whatever the name
// when the page itself says its address.
class SavedPages {
 public:
  SavedPages(std::string folder, std::size_t max_bytes) : folder_(std::move(folder)), max_bytes_(max_bytes) {}

  std::optional<std::string> find(const std::string& url) {
    if (folder_.empty()) return std::nullopt;
    const std::string key = key_of(url);
    std::string flat = key;
    std::replace(flat.begin(), flat.end(), '/', '_');
    for (const std::string& name : {key, flat, "www." + key, "www." + flat}) {
      for (const char* ending : {"", ".html", ".htm", "/index.html"}) {
        std::error_code ignored;
        const fs::path path = fs::path(folder_) / (name + ending);
        const bool inside = name.find("..") == std::string::npos;
        if (inside && fs::is_regular_file(path, ignored)) return path.string();
      }
    }
    if (!indexed_) index();
    const auto found = by_key_.find(key);
    return found != by_key_.end() ? std::optional(found->second) : std::nullopt;
  }

 private:
  void index() {
    indexed_ = true;
    html::Parser parser{Limits{}};
    bulk::FolderWalk walk(folder_, "", std::nullopt);
    for (auto input = walk.next(); input && by_key_.size() < kMostIndexed; input = walk.next()) {
      const Result<std::string> bytes = bulk::read_file(input->name, max_bytes_);
      if (input->error || !bytes.ok()) continue;
      const std::string key = key_of(html::declared_url(parser.parse(*bytes)));
      if (!key.empty()) by_key_.emplace(key, input->name);
    }
  }

  std::string folder_;
  std::size_t max_bytes_;
  bool indexed_ = false;
  std::map<std::string, std::string> by_key_;
};

class Tester {
 public:
  Tester(const Args& args, Cleaner& cleaner)
      : args_(args), cleaner_(cleaner), pages_(args.pages_folder, args.max_bytes) {}

  void test_file(const std::string& path) {
    Result<site::RuleFile> file = site::load_rule_file(path);
    if (!file.ok()) {
      ++failed_;
      text_ += "FAIL " + file.error().message + "\n";
      return;
    }
    site::SiteRuleBuilder builder;
    builder.add(*file);
    const auto rule = builder.finish();
    for (const site::RuleTest& test : rule->tests) {
      const std::string place = " (" + path + ":" + std::to_string(test.origin.line) + ")";
      const std::optional<std::string> problem = try_page(test, !rule->bodies.empty());
      if (!problem) {
        ++missing_;
        if (args_.verbose) text_ += "none " + test.url + place + "\n";
      } else if (problem->empty()) {
        ++passed_;
        text_ += "pass " + test.url + place + "\n";
      } else {
        ++failed_;
        text_ += "FAIL " + test.url + place + ": " + *problem + "\n";
      }
    }
  }

  std::size_t tests() const { return passed_ + failed_ + missing_; }

  RulesAnswer answer() const {
    std::string text = text_ + std::to_string(passed_) + " passed, " + std::to_string(failed_) + " failed, " +
                       std::to_string(missing_) + " without a page\n";
    return {std::move(text), "", failed_ > 0 ? kSomeFailed : kAllWell, false};
  }

 private:
  // What is wrong, "" when nothing is; nothing when there is no page.
  std::optional<std::string> try_page(const site::RuleTest& test, bool has_body) {
    Page page;
    page.url = test.url;
    Result<bulk::LoadedPage> loaded = bulk::LoadedPage{};
    if (const auto saved = pages_.find(test.url)) {
      Result<std::string> bytes = bulk::read_file(*saved, args_.max_bytes);
      if (!bytes.ok()) return bytes.error().message;
      loaded->bytes = std::move(*bytes);
    } else if (args_.online) {
      loaded = fetch_page(test.url, cleaner_, args_);
      if (!loaded.ok()) return loaded.error().message;
      page.url = loaded->url;
      page.content_type = loaded->content_type;
    } else {
      return std::nullopt;
    }
    page.bytes = loaded->bytes;
    const Result<Article> article = cleaner_.clean(page);
    if (!article.ok()) return article.error().message;
    if (has_body && cleaner_.rule_report().body.empty()) return "no body expression matches the page";
    const std::string text = text::fold_html_space(article->text);
    for (const std::string& wanted : test.contains) {
      if (text.find(text::fold_html_space(wanted)) == std::string::npos) return "the text lacks: " + wanted;
    }
    return "";
  }

  const Args& args_;
  Cleaner& cleaner_;
  SavedPages pages_;
  std::string text_;
  std::size_t passed_ = 0, failed_ = 0, missing_ = 0;
};

void append_fields(const char* name, const std::vector<RuleReport::Field>& fields, std::string& out) {
  for (const RuleReport::Field& field : fields)
    out += std::string(name) + one_line(field.value, kMostShownChars) + " (" + field.from + ")\n";
}

}  // namespace

RulesAnswer test_rules(const Args& args) {
  if (args.inputs.size() < 2) return wrong_words("'rules test' needs a folder or file of rules");
  if (args.pages_folder.empty() && !args.online)
    return wrong_words("'rules test' needs saved pages (--pages DIR) or the network (--online)");
  if (std::error_code problem; !args.pages_folder.empty() && !fs::is_directory(args.pages_folder, problem))
    return failed("'" + args.pages_folder + "' (--pages) is no folder");
  RulesAnswer all;
  for (std::size_t i = 1; i < args.inputs.size(); ++i) {
    const Result<std::vector<std::string>> files = rule_files(args.inputs[i]);
    if (!files.ok()) return failed(files.error().message);
    const fs::path word(args.inputs[i]);
    std::error_code ignored;
    Args used = args;
    used.rules_folders.push_back(fs::is_directory(word, ignored) ? word.string()
                                 : word.has_parent_path()        ? word.parent_path().string()
                                                                 : ".");
    Result<Cleaner> cleaner = make_cleaner(used);
    if (!cleaner.ok()) return failed(cleaner.error().message);
    Tester tester(used, *cleaner);
    for (const std::string& path : *files) tester.test_file(path);
    RulesAnswer answer = tester.answer();
    all.text += answer.text;
    if (tester.tests() == 0) return failed("'" + args.inputs[i] + "' holds no test_url: nothing to test");
    all.exit_code = std::max(all.exit_code, answer.exit_code);
  }
  return all;
}

RulesAnswer explain_rules(const Args& args) {
  if (args.inputs.size() != 2) return wrong_words("'rules why' needs one URL or FILE");
  Result<Cleaner> cleaner = make_cleaner(args);
  if (!cleaner.ok()) return failed(cleaner.error().message);
  bulk::Sources sources({args.inputs[1]});
  const std::optional<bulk::Input> input = sources.next();
  if (!input || sources.several()) return wrong_words("'rules why' needs one page, not a folder");
  Result<bulk::LoadedPage> loaded = load(*input, *cleaner, args);
  if (!loaded.ok()) return failed(args.inputs[1] + ": " + loaded.error().message);

  Page page;
  page.bytes = loaded->bytes;
  page.url = args.base_url.empty() ? loaded->url : args.base_url;
  page.content_type = loaded->content_type;
  page.encoding = args.encoding;
  std::vector<ExplainedBlock> blocks;
  const Result<Article> article = cleaner->clean(page, &blocks);
  const RuleReport& report = cleaner->rule_report();
  if (report.files.empty())
    return failed("no rule applies to this page (is its address known? see --base-url)");

  RulesAnswer answer;
  for (const std::string& file : report.files) answer.text += "rule      " + file + "\n";
  answer.text += "body      " +
                 (report.body.empty() ? "found by the scorer: no body expression matches" : report.body) +
                 "\n";
  append_fields("title     ", report.titles, answer.text);
  append_fields("author    ", report.authors, answer.text);
  append_fields("date      ", report.dates, answer.text);
  if (!report.single_page.empty()) answer.text += "one page  " + report.single_page + "\n";
  if (!report.next_page.empty()) answer.text += "next page " + report.next_page + "\n";
  if (!report.advertisement.empty())
    answer.text += "advert    the page is one, says native_ad_clue (" + report.advertisement + ")\n";
  for (const auto* said : {&report.faults, &report.warnings})
    for (const std::string& warning : *said) answer.text += "warning   " + warning + "\n";
  if (!args.verbose) std::erase_if(blocks, [](const ExplainedBlock& block) { return block.step != "rule"; });
  answer.text += "\n" + explain_table(blocks, args.verbose);
  if (!article.ok()) answer.error = article.error().message;
  answer.exit_code = article.ok() ? kAllWell : kSomeFailed;
  return answer;
}

}  // namespace clean_article::cli
