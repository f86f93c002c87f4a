#include "site/rules/site_rules.hpp"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <unordered_map>

#include "site/phrases/built_in.hpp"
#include "site/words/list_file.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

constexpr std::size_t kMostCached = 4096;  // rules kept compiled
constexpr std::size_t kMostLabels = 32;    // of a host that are looked at
constexpr std::string_view kBuiltInFolder = "sites/";
constexpr std::string_view kEnding = ".txt";
constexpr std::string_view kGlobal = "global.txt";

// A host as URLs have it; what is none in lower case.
std::string host_or_lower(std::string_view host) {
  const auto ascii = text::domain_to_ascii(host);
  return ascii ? *ascii : text::lower_ascii(host);
}

}  // namespace

struct SiteRules::State {
  struct Entry {
    RuleSource source;
    std::string_view content;  // of one built in or given
  };
  using Files = std::unordered_map<std::string, Entry>;

  Status add_folder(const std::string& folder, const std::filesystem::path& path);
  void add_built_in();
  std::vector<const Entry*> files_for(std::string_view host) const;

  Files files;  // by file name
  std::vector<GivenRule> given;
  mutable std::mutex mutex;
  mutable std::unordered_map<std::string, std::shared_ptr<const SiteRule>> compiled;  // by the files' names
};

Status SiteRules::State::add_folder(const std::string& folder, const std::filesystem::path& path) {
  std::error_code problem;
  std::filesystem::directory_iterator entry(path, problem);
  for (; !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
    const std::string name = host_or_lower(entry->path().filename().string());
    if (!name.ends_with(kEnding) || name.size() == kEnding.size()) continue;
    files.try_emplace(name, Entry{{entry->path().string(), folder}, {}});
  }
  if (problem) return Error{ErrorKind::kInput, "cannot read " + path.string() + ": " + problem.message()};
  return Done{};
}

void SiteRules::State::add_built_in() {
  for (const BuiltInFile& file : built_in_files()) {
    if (!file.path.starts_with(kBuiltInFolder)) continue;
    files.try_emplace(std::string(file.path.substr(kBuiltInFolder.size())),
                      Entry{{std::string(file.path), ""}, file.content});
  }
}

std::vector<const SiteRules::State::Entry*> SiteRules::State::files_for(std::string_view host) const {
  std::vector<const Entry*> found;
  if (files.empty()) return found;
  const auto add = [&](const std::string& name) {
    if (const auto file = files.find(name); file != files.end()) found.push_back(&file->second);
  };
  const std::string name = rule_host(host);
  if (!name.empty()) add(name + std::string(kEnding));
  std::size_t labels = 0;
  for (std::size_t dot = name.find('.'); dot != std::string::npos && ++labels < kMostLabels;
       dot = name.find('.', dot + 1)) {
    add(name.substr(dot) + std::string(kEnding));
  }
  add(std::string(kGlobal));
  return found;
}

SiteRules::SiteRules(std::unique_ptr<State> state) : state_(std::move(state)) {}
SiteRules::~SiteRules() = default;

Result<std::shared_ptr<const SiteRules>> SiteRules::create(const std::vector<std::string>& folders,
                                                           bool built_in, std::vector<GivenRule> given) {
  auto state = std::make_unique<State>();
  for (auto given = folders.rbegin(); given != folders.rend(); ++given) {
    const std::string& folder = *given;
    const std::filesystem::path path(folder);
    std::error_code ignored;
    if (std::filesystem::is_directory(path / "sites", ignored)) {
      if (const Status added = state->add_folder(folder, path / "sites"); !added) return added.error();
    }
    if (const Status added = state->add_folder(folder, path); !added) return added.error();
  }
  if (built_in) state->add_built_in();
  state->given = std::move(given);
  for (const GivenRule& rule : state->given) {
    const std::string name = rule.host + std::string(kEnding);
    state->files.try_emplace(name, State::Entry{{"learned/" + name, ""}, rule.text});
  }
  return std::shared_ptr<const SiteRules>(new SiteRules(std::move(state)));
}

std::shared_ptr<const SiteRule> SiteRules::find(std::string_view host) const {
  const std::vector<const State::Entry*> files = state_->files_for(host);
  if (files.empty()) return nullptr;
  std::string key;
  for (const State::Entry* file : files) key.append(file->source.name).append("\n");

  const std::lock_guard lock(state_->mutex);
  if (const auto known = state_->compiled.find(key); known != state_->compiled.end()) return known->second;
  SiteRuleBuilder builder;
  for (const State::Entry* entry : files) {
    if (entry->source.folder.empty()) {
      RuleFile file = read_rule_file(entry->content, entry->source.name);
      builder.add(file);
    } else if (Result<RuleFile> file = load_rule_file(entry->source.name); file.ok()) {
      builder.add(*file);
    } else {
      builder.refuse(file.error());
    }
  }
  if (state_->compiled.size() >= kMostCached) state_->compiled.clear();
  return state_->compiled[key] = builder.finish();
}

std::vector<RuleSource> SiteRules::sources(std::string_view host) const {
  std::vector<RuleSource> found;
  for (const State::Entry* entry : state_->files_for(host)) found.push_back(entry->source);
  return found;
}

std::vector<RuleSource> SiteRules::all() const {
  std::vector<RuleSource> found;
  for (const auto& [name, entry] : state_->files) found.push_back(entry.source);
  std::sort(found.begin(), found.end(),
            [](const RuleSource& a, const RuleSource& b) { return a.name < b.name; });
  return found;
}

bool SiteRules::empty() const {
  return state_->files.empty();
}

Result<RuleFile> load_rule_file(const std::string& path) {
  const Result<std::string> content = read_list_file(path);
  if (!content) return content.error();
  return read_rule_file(*content, path);
}

std::string rule_host(std::string_view host) {
  std::string name = host_or_lower(host);
  if (name.ends_with('.')) name.pop_back();
  if (name.starts_with("www.")) name.erase(0, 4);
  return name;
}

std::string declared_host(const html::Document& document) {
  const auto parts = text::split_url(html::declared_url(document));
  return parts ? parts->host : "";
}

}  // namespace clean_article::site
