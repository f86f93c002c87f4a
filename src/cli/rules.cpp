#include "cli/rules.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <utility>

#include "cli/explain.hpp"
#include "html/html.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

std::string_view severity_name(site::Severity severity) {
  switch (severity) {
    case site::Severity::kError:
      return "error";
    case site::Severity::kWarning:
      return "warning";
    case site::Severity::kNote:
      return "note";
  }
  return "";
}

// Of what a file says, which may be anything: the longest expressions of real rules are shown.
constexpr std::size_t kMostShownChars = 1'000;

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// What lint has found in many files: errors one by one, the rest once for all files that share it.
class LintReport {
 public:
  void add(const std::string& path, bool verbose) {
    ++files_;
    Result<site::RuleFile> file = site::load_rule_file(path);
    if (!file.ok()) {
      ++errors_;
      lines_ += file.error().message + "\n";
      return;
    }
    const std::string stem = std::filesystem::path(path).stem().string();
    if (stem != "global" && stem.find('.') == std::string::npos)
      file->complaints.push_back(
          {site::Severity::kWarning, 1, "the file's name is no host's: it is never used"});
    for (const site::RuleLine& line : file->lines) {
      for (const site::DirectiveEntry& entry : site::directives()) {
        if (entry.directive != line.directive) continue;
        expressions_ += entry.value == site::ValueKind::kExpression ? 1 : 0;
        break;
      }
      expressions_ += line.guard.empty() ? 0 : 1;
    }
    for (const site::RuleLine& line : file->idle) {
      ++expressions_;
      const auto compiled = html::XPath::compile(line.value);
      if (compiled.ok()) continue;
      ++invalid_;
      file->complaints.push_back({site::Severity::kWarning, line.line,
                                  compiled.error().message + " (to no effect) in: " + line.value});
    }
    const std::size_t read = file->complaints.size();
    site::SiteRuleBuilder().add(*file);
    for (std::size_t i = read; i < file->complaints.size(); ++i)
      invalid_ += file->complaints[i].message.find(" in: ") != std::string::npos ? 1 : 0;
    for (const site::Complaint& complaint : file->complaints) take(path, complaint, verbose);
  }

  std::string text() const {
    std::string out = lines_;
    for (const auto& [message, shared] : shared_) {
      out += shared.first + message;
      if (shared.files > 1) out += " (and in " + counted(shared.files - 1, "other file") + ")";
      out += "\n";
    }
    out += counted(files_, "file") + ", " + counted(expressions_, "expression");
    if (expressions_ > 0) {
      const double valid = 1 - static_cast<double>(invalid_) / static_cast<double>(expressions_);
      char share[16];
      std::snprintf(share, sizeof share, "%.2f %%", valid * 100);
      out += std::string(", of which ") + share + " compile";
    }
    return out + "; " + counted(errors_, "error") + ", " + counted(warnings_, "warning") + "\n";
  }
  bool has_errors() const { return errors_ > 0; }

 private:
  struct Shared {
    std::string first;  // "FILE:LINE: warning: "
    std::size_t files = 0;
  };

  void take(const std::string& path, const site::Complaint& complaint, bool verbose) {
    errors_ += complaint.severity == site::Severity::kError ? 1 : 0;
    warnings_ += complaint.severity == site::Severity::kWarning ? 1 : 0;
    if (complaint.severity == site::Severity::kNote && !verbose) return;
    const std::string place = path + ":" + std::to_string(complaint.line) + ": " +
                              std::string(severity_name(complaint.severity)) + ": ";
    if (complaint.severity == site::Severity::kError || verbose) {
      lines_ += place + one_line(complaint.message, kMostShownChars) + "\n";
      return;
    }
    Shared& shared = shared_[one_line(complaint.message, kMostShownChars)];
    if (shared.files++ == 0) shared.first = place;
  }

  std::string lines_;
  std::map<std::string, Shared> shared_;
  std::size_t files_ = 0, expressions_ = 0, invalid_ = 0, errors_ = 0, warnings_ = 0;
};

}  // namespace

RulesAnswer wrong_words(std::string what) {
  return {"", std::move(what), kCannotRun, true};
}

RulesAnswer failed(std::string what) {
  return {"", std::move(what), kSomeFailed, false};
}

Result<std::vector<std::string>> rule_files(const std::string& word) {
  std::error_code problem;
  if (!std::filesystem::is_directory(word, problem)) {
    if (std::filesystem::is_regular_file(word, problem)) return std::vector<std::string>{word};
    return Error{ErrorKind::kInput, "'" + word + "' is neither a rule file nor a folder of them"};
  }
  const auto rules = site::SiteRules::create({word}, false);
  if (!rules.ok()) return rules.error();
  std::vector<std::string> files;
  for (const site::RuleSource& source : (*rules)->all()) files.push_back(source.name);
  if (files.empty()) return Error{ErrorKind::kInput, "'" + word + "' holds no rule files (HOST.txt)"};
  return files;
}

RulesAnswer list_rules(const Args& args) {
  if (args.inputs.size() > 2) return wrong_words("'rules list' takes one HOST or URL");
  const auto rules = site::SiteRules::create(args.rules_folders, args.built_in_rules);
  if (!rules.ok()) return failed(rules.error().message);
  const bool all = args.inputs.size() == 1;
  std::string host;
  if (!all) {
    const auto parts = text::split_url(args.inputs[1]);
    host = parts ? parts->host : args.inputs[1];
  }
  RulesAnswer answer;
  for (const site::RuleSource& source : all ? (*rules)->all() : (*rules)->sources(host))
    answer.text += source.name + (source.folder.empty() ? " (built in)" : "") + "\n";
  if (!all && answer.text.empty()) return failed("no rule applies to '" + host + "'");
  return answer;
}

RulesAnswer lint_rules(const Args& args) {
  if (args.inputs.size() < 2) return wrong_words("'rules lint' needs a folder or file of rules");
  LintReport report;
  for (std::size_t i = 1; i < args.inputs.size(); ++i) {
    const Result<std::vector<std::string>> files = rule_files(args.inputs[i]);
    if (!files.ok()) return failed(files.error().message);
    for (const std::string& path : *files) report.add(path, args.verbose);
  }
  return {report.text(), "", report.has_errors() ? kSomeFailed : kAllWell, false};
}

}  // namespace clean_article::cli
