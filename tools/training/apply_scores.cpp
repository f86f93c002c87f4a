// apply_scores [--lean=N] [--sites=FILE] EXPORT SCORES FOLDER: what the program would print if its scorer
// gave these scores (float32, a block each, in the order of the export): the texts go to FOLDER/ID.txt, and
// to FOLDER/ID.steps what became of each block, to FOLDER/ID.facts what extract::confidence judges by (names
// in FOLDER/facts.txt). With out-of-fold scores these are texts that no tree has seen the page of, finished
// by the table of rules, rescue and rendering; tools/train measures them, tools/evaluate_finish the steps.
//   --lean=1       as with --recall; -1 as with --precision
//   --sites=FILE   only the pages of its lines "ID<tab>SITE", the sites with --learn-templates
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run_parallel.hpp"
#include "score_applier.hpp"

namespace clean_article::training {
namespace {

constexpr unsigned kThreads = 2;

template <typename T>
std::vector<T> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<T> items(file ? static_cast<std::size_t>(file.tellg()) / sizeof(T) : 0);
  file.seekg(0);
  file.read(reinterpret_cast<char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
  return items;
}

// Where the blocks of each page begin, and the end of the last: from pages.tsv.
std::vector<std::size_t> first_blocks(const std::string& path) {
  std::vector<std::size_t> first{0};
  std::ifstream file(path);
  std::string id;
  std::size_t blocks = 0;
  for (std::string rest; std::getline(file, id, '\t') && file >> blocks && std::getline(file, rest);) {
    first.push_back(first.back() + blocks);
  }
  return first;
}

struct Arguments {
  std::string exported, scores, folder, sites;
  float recall_lean = 0;
};

// The export's pages with their scores, and where the texts go.
class Pages {
 public:
  Pages(std::vector<Task> tasks, std::vector<float> scores, std::vector<std::size_t> first,
        std::string folder)
      : tasks_(std::move(tasks)),
        scores_(std::move(scores)),
        first_(std::move(first)),
        folder_(std::move(folder)) {}

  std::size_t size() const { return tasks_.size(); }
  const Task& task(std::size_t i) const { return tasks_[i]; }
  std::span<const float> scores(std::size_t i) const {
    return std::span(scores_).subspan(first_[i], first_[i + 1] - first_[i]);
  }

  // Whether it could be written; says why not.
  bool write(std::size_t i, const Result<Applied>& applied) const {
    if (!applied) return refuse(i, applied.error().message);
    const std::string path = folder_ + "/" + tasks_[i].id;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    if (std::ofstream(path + ".txt", std::ios::binary) << applied->text &&
        std::ofstream(path + ".steps", std::ios::binary) << applied->steps &&
        std::ofstream(path + ".facts", std::ios::binary) << applied->facts)
      return true;
    return refuse(i, "cannot be written");
  }
  bool refuse(std::size_t i, const std::string& why) const {
    std::fprintf(stderr, "apply_scores: %s: %s\n", tasks_[i].id.c_str(), why.c_str());
    return false;
  }

 private:
  std::vector<Task> tasks_;
  std::vector<float> scores_;
  std::vector<std::size_t> first_;
  std::string folder_;
};

bool apply_all(const Pages& pages, float recall_lean) {
  std::atomic<bool> ok = true;
  std::atomic<std::size_t> next = 0;
  run_parallel(kThreads, kThreads, [&](std::size_t) {
    ScoreApplier applier(recall_lean);
    for (std::size_t i = next++; i < pages.size(); i = next++)
      if (!pages.write(i, applier.run(pages.task(i), pages.scores(i)))) ok = false;
  });
  return ok;
}

using Sites = std::map<std::string, std::vector<std::size_t>>;  // name -> its pages

// From lines "ID<tab>SITE"; nothing if one names a page that is not in the export.
std::optional<Sites> read_sites(const std::string& path, const Pages& pages) {
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < pages.size(); ++i) by_id.emplace(pages.task(i).id, i);
  Sites sites;
  std::ifstream file(path);
  for (std::string id, site; std::getline(file, id, '\t') && std::getline(file, site);) {
    const auto page = by_id.find(id);
    if (page == by_id.end()) return std::nullopt;
    sites[site].push_back(page->second);
  }
  return sites;
}

// One site, as --learn-templates cleans a folder: its pages teach first.
bool apply_site(const Pages& pages, const std::string& site, const std::vector<std::size_t>& own,
                ScoreApplier& applier) {
  extract::TemplateLearner learner;
  bool ok = true;
  for (const std::size_t i : own) {
    const Status status = applier.teach(pages.task(i), pages.scores(i), learner);
    if (!status) ok = pages.refuse(i, status.error().message);
  }
  const auto rules = site::SiteRules::create({}, false, {{site, learner.repeats(site)}});
  if (!rules) return std::fprintf(stderr, "apply_scores: %s\n", rules.error().message.c_str()), false;
  const std::shared_ptr<const site::SiteRule> rule = (*rules)->find(site);
  for (const std::size_t i : own)
    if (!pages.write(i, applier.run(pages.task(i), pages.scores(i), rule.get()))) ok = false;
  return ok;
}

bool write_fact_names(const std::string& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream out(folder + "/facts.txt");
  for (const std::string_view name : extract::choice_fact_names()) out << name << '\n';
  return static_cast<bool>(out);
}

int run(const Arguments& arguments) {
  auto tasks = read_tasks(arguments.exported + "/tasks.jsonl");
  if (!tasks) return std::fprintf(stderr, "apply_scores: %s\n", tasks.error().message.c_str()), 1;
  std::vector<float> scores = read_file<float>(arguments.scores);
  std::vector<std::size_t> first = first_blocks(arguments.exported + "/pages.tsv");
  if (first.size() != tasks->size() + 1 || first.back() != scores.size()) {
    return std::fprintf(stderr, "apply_scores: %s: not the scores of this export\n",
                        arguments.scores.c_str()),
           1;
  }
  if (!write_fact_names(arguments.folder))
    return std::fprintf(stderr, "apply_scores: %s: cannot be written\n", arguments.folder.c_str()), 1;
  const Pages pages(std::move(*tasks), std::move(scores), std::move(first), arguments.folder);
  if (arguments.sites.empty()) return apply_all(pages, arguments.recall_lean) ? 0 : 1;
  const auto sites = read_sites(arguments.sites, pages);
  if (!sites) return std::fprintf(stderr, "apply_scores: %s: unknown page\n", arguments.sites.c_str()), 1;
  ScoreApplier applier(arguments.recall_lean);
  bool ok = true;
  for (const auto& [site, own] : *sites) ok = apply_site(pages, site, own, applier) && ok;
  return ok ? 0 : 1;
}

std::optional<Arguments> parse(const std::vector<std::string>& words) {
  constexpr std::string_view kLean = "--lean=", kSites = "--sites=";
  Arguments arguments;
  std::vector<std::string> places;
  for (const std::string& word : words) {
    if (word.starts_with(kLean)) {
      arguments.recall_lean = std::strtof(word.c_str() + kLean.size(), nullptr);
    } else if (word.starts_with(kSites)) {
      arguments.sites = word.substr(kSites.size());
    } else {
      places.push_back(word);
    }
  }
  if (places.size() != 3) return std::nullopt;
  arguments.exported = places[0];
  arguments.scores = places[1];
  arguments.folder = places[2];
  return arguments;
}

}  // namespace
}  // namespace clean_article::training

int main(int argc, char** argv) {
  const auto arguments = clean_article::training::parse({argv + 1, argv + argc});
  if (!arguments)
    return std::fprintf(stderr, "usage: apply_scores [--lean=N] [--sites=FILE] EXPORT SCORES FOLDER\n"), 2;
  return clean_article::training::run(*arguments);
}
