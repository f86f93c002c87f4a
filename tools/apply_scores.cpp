// apply_scores EXPORT SCORES FOLDER [LEAN]: what the program would print if its scorer gave these scores
// (float32, a block each, in the order of the export): the texts go to FOLDER/ID.txt, and to FOLDER/ID.steps
// a line for each block: 1 if kept, the step that decided, its reason or list. With out-of-fold scores these
// are texts that no tree has seen the page of, finished by trim, rescue and rendering; tools/train measures
// them, and tools/evaluate_finish the steps. LEAN: 1 as with --recall, -1 as with --precision.
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract.hpp"
#include "given_scores.hpp"
#include "render/render.hpp"
#include "run_parallel.hpp"
#include "text/text.hpp"
#include "training_tasks.hpp"

namespace clean_article::training {
namespace {

constexpr unsigned kThreads = 2;

struct Applied {
  std::string text;
  std::string steps;
};

std::string steps_of(const extract::Extraction& extraction) {
  std::string lines;
  for (const extract::Verdict& verdict : *extraction.verdicts) {
    lines += verdict.kept ? "1\t" : "0\t";
    lines += extract::step_name(verdict.step);
    lines += '\t';
    lines += verdict.reason.empty() ? verdict.phrase.list : verdict.reason;
    lines += '\n';
  }
  return lines;
}

// The way from bytes to text that Cleaner takes, with another scorer. One per thread.
class Applier {
 public:
  explicit Applier(float recall_lean)
      : parser_(limits_), extractor_(site::Phrases::built_in(), {.recall_lean = recall_lean}) {}

  Result<Applied> run(const Task& task, std::span<const float> scores) {
    const Result<std::string> bytes = read_page(task.html_path);
    if (!bytes) return bytes.error();
    const auto decoded = decoder_.decode(*bytes, {}, limits_);
    if (!decoded) return decoded.error();
    const html::Document& document = parser_.parse(decoded->utf8);
    const extract::Extraction extraction = extractor_.extract(document, GivenScores(scores));
    if (extraction.page->blocks.size() != scores.size()) {
      return Error{ErrorKind::kInput, "the scores are of another export"};
    }
    std::string steps = steps_of(extraction);
    if (const auto rescue = extract::find_rescue(document, extraction)) {
      const html::Document& body =
          rescue->is_markup ? parser_.parse(rescue->body) : parser_.parse_lines(rescue->body);
      return Applied{render::to_text(extractor_.take_whole(body, rescue->source)), std::move(steps)};
    }
    return Applied{render::to_text(extraction), std::move(steps)};
  }

 private:
  Limits limits_;
  text::Decoder decoder_;
  html::Parser parser_;
  extract::Extractor extractor_;
};

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

int run(const std::string& exported, const std::string& scores_path, const std::string& folder,
        float recall_lean) {
  const auto tasks = read_tasks(exported + "/tasks.jsonl");
  if (!tasks) return std::fprintf(stderr, "apply_scores: %s\n", tasks.error().message.c_str()), 1;
  const std::vector<float> scores = read_file<float>(scores_path);
  const std::vector<std::size_t> first = first_blocks(exported + "/pages.tsv");
  if (first.size() != tasks->size() + 1 || first.back() != scores.size()) {
    return std::fprintf(stderr, "apply_scores: %s: not the scores of this export\n", scores_path.c_str()), 1;
  }
  std::atomic<bool> ok = true;
  std::atomic<std::size_t> next = 0;
  run_parallel(kThreads, kThreads, [&](std::size_t) {
    Applier applier(recall_lean);
    for (std::size_t i = next++; i < tasks->size(); i = next++) {
      const Task& task = tasks.value()[i];
      const auto applied = applier.run(task, std::span(scores).subspan(first[i], first[i + 1] - first[i]));
      const std::string path = folder + "/" + task.id;
      std::filesystem::create_directories(std::filesystem::path(path).parent_path());
      if (applied && std::ofstream(path + ".txt", std::ios::binary) << applied->text &&
          std::ofstream(path + ".steps", std::ios::binary) << applied->steps)
        continue;
      ok = false;
      std::fprintf(stderr, "apply_scores: %s: %s\n", task.id.c_str(),
                   applied ? "cannot be written" : applied.error().message.c_str());
    }
  });
  return ok ? 0 : 1;
}

}  // namespace
}  // namespace clean_article::training

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5)
    return std::fprintf(stderr, "usage: apply_scores EXPORT SCORES FOLDER [LEAN]\n"), 2;
  return clean_article::training::run(argv[1], argv[2], argv[3],
                                      argc == 5 ? std::strtof(argv[4], nullptr) : 0);
}
