// export_signals [--jobs=N] [--scores] TASKS FOLDER: runs pages through the program's own blocks, signals
// and, with --scores only, scorer (its trees may have been made for other signals), and writes what
// tools/train reads; the files are described in tools/train_data.py. That training and running cannot differ
// rests on there being no other exporter.
#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "extract/extract.hpp"
#include "given_scores.hpp"
#include "html/html.hpp"
#include "label_blocks.hpp"
#include "site/site.hpp"
#include "text/text.hpp"
#include "training_tasks.hpp"

namespace clean_article::training {
namespace {

constexpr std::size_t kBatchPages = 64;  // in memory at once

struct Arguments {
  unsigned jobs = 2;
  bool scores = false;
  std::string tasks;
  std::string folder;
};

// What one page gives.
struct Export {
  std::string error;
  std::vector<std::string> texts;
  std::vector<float> signals;
  std::vector<float> lengths;
  std::vector<Label> labels;
  std::vector<float> scores;
  extract::SelectOptions cut;
};

std::vector<Label> labels_of(const Task& task, const std::vector<std::string>& texts) {
  return task.has_reference ? label_by_reference(texts, task.reference, task.optional_text)
                            : label_by_snippets(texts, task.wanted, task.unwanted);
}

// The program's way from bytes to verdicts. One per thread.
class Exporter {
 public:
  explicit Exporter(const extract::Scorer& scorer)
      : parser_(limits_), extractor_(site::Phrases::built_in()), scorer_(&scorer) {}

  Export run(const Task& task) {
    Export result;
    const Result<std::string> bytes = read_page(task.html_path);
    if (!bytes) return result.error = bytes.error().message, result;
    const auto decoded = decoder_.decode(*bytes, {}, limits_);
    if (!decoded) return result.error = task.html_path + ": " + decoded.error().message, result;

    const extract::Extraction extraction = extractor_.extract(parser_.parse(decoded->utf8), *scorer_);
    const extract::Blocks& page = *extraction.page;
    result.cut = extract::page_cut(*extraction.survey, 0);
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      result.texts.emplace_back(page.text_of(page.blocks[i]));
      result.lengths.push_back(extraction.survey->measure(i).words);
      result.scores.push_back((*extraction.verdicts)[i].score);
      const auto row = extraction.signals->row(i);
      result.signals.insert(result.signals.end(), row.begin(), row.end());
    }
    result.labels = labels_of(task, result.texts);
    return result;
  }

 private:
  Limits limits_;
  text::Decoder decoder_;
  html::Parser parser_;
  extract::Extractor extractor_;
  const extract::Scorer* scorer_;
};

// The files of the export, written page by page.
class Writer {
 public:
  explicit Writer(const std::string& folder) {
    signals_.open(folder + "/signals.f32", std::ios::binary);
    lengths_.open(folder + "/lengths.f32", std::ios::binary);
    labels_.open(folder + "/labels.i8", std::ios::binary);
    texts_.open(folder + "/texts.utf8", std::ios::binary);
    text_ends_.open(folder + "/text_ends.u64", std::ios::binary);
    pages_.open(folder + "/pages.tsv");
    scores_.open(folder + "/scores.f32", std::ios::binary);
    std::ofstream columns(folder + "/columns.txt");
    for (std::size_t i = 0; i < extract::kSignalCount; ++i) {
      columns << extract::signal_name(static_cast<extract::Signal>(i)) << '\n';
    }
  }

  void add(const Task& task, const Export& page) {
    put(signals_, page.signals);
    put(lengths_, page.lengths);
    put(labels_, page.labels);
    put(scores_, page.scores);
    for (const std::string& text : page.texts) {
      texts_ << text;
      const std::uint64_t end = text_bytes_ += text.size();
      text_ends_.write(reinterpret_cast<const char*>(&end), sizeof end);
    }
    pages_ << task.id << '\t' << page.texts.size() << '\t' << page.cut.recall_weight << '\t'
           << page.cut.doubt_power << '\n';
  }

  bool finish() {
    bool ok = true;
    for (std::ofstream* file : {&signals_, &lengths_, &labels_, &texts_, &text_ends_, &pages_, &scores_}) {
      file->close();
      ok = ok && !file->fail();
    }
    return ok;
  }

 private:
  template <typename T>
  static void put(std::ofstream& file, const std::vector<T>& items) {
    if (items.empty()) return;
    file.write(reinterpret_cast<const char*>(items.data()),
               static_cast<std::streamsize>(items.size() * sizeof(T)));
  }

  std::ofstream signals_, lengths_, labels_, texts_, text_ends_, pages_, scores_;
  std::uint64_t text_bytes_ = 0;
};

bool export_all(const std::vector<Task>& tasks, const Arguments& arguments) {
  Writer writer(arguments.folder);
  const GivenScores none;
  const extract::Scorer& scorer = arguments.scores ? extract::page_scorer() : none;
  std::vector<Exporter> exporters;
  for (unsigned i = 0; i < std::max(arguments.jobs, 1u); ++i) exporters.emplace_back(scorer);
  std::vector<Export> batch;
  for (std::size_t first = 0; first < tasks.size(); first += kBatchPages) {
    batch.assign(std::min(kBatchPages, tasks.size() - first), {});
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (Exporter& exporter : exporters) {
      threads.emplace_back([&] {
        for (std::size_t i = next++; i < batch.size(); i = next++) batch[i] = exporter.run(tasks[first + i]);
      });
    }
    threads.clear();  // joins
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (!batch[i].error.empty()) return std::fprintf(stderr, "%s\n", batch[i].error.c_str()), false;
      writer.add(tasks[first + i], batch[i]);
    }
  }
  if (writer.finish()) return true;
  std::fprintf(stderr, "%s: cannot be written\n", arguments.folder.c_str());
  return false;
}

std::optional<Arguments> parse(int argc, char** argv) {
  Arguments arguments;
  std::vector<std::string> places;
  for (const std::string_view word : std::vector<std::string_view>(argv + 1, argv + argc)) {
    constexpr std::string_view kJobs = "--jobs=";
    if (word == "--scores") {
      arguments.scores = true;
    } else if (word.starts_with(kJobs)) {
      const std::string_view number = word.substr(kJobs.size());
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), arguments.jobs);
      if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
    } else if (word.starts_with("--")) {
      return std::nullopt;
    } else {
      places.emplace_back(word);
    }
  }
  if (places.size() != 2) return std::nullopt;
  arguments.tasks = places[0];
  arguments.folder = places[1];
  return arguments;
}

int run(int argc, char** argv) {
  const std::optional<Arguments> arguments = parse(argc, argv);
  if (!arguments)
    return std::fprintf(stderr, "usage: export_signals [--jobs=N] [--scores] TASKS FOLDER\n"), 2;
  const auto tasks = read_tasks(arguments->tasks);
  if (!tasks) return std::fprintf(stderr, "export_signals: %s\n", tasks.error().message.c_str()), 1;
  return export_all(*tasks, *arguments) ? 0 : 1;
}

}  // namespace
}  // namespace clean_article::training

int main(int argc, char** argv) {
  return clean_article::training::run(argc, argv);
}
