// How fast each floor is, beside plain Gumbo in the same run: each page goes through every row in turn,
// so that a busy machine slows all of them alike. One thread; prints MB of decoded source a second, and for
// the floors the share that each has of their sum.
#include <dlfcn.h>
#include <gumbo.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "cleaner/cleaner.hpp"
#include "extract/extract.hpp"
#include "html/html.hpp"
#include "html/parse/scanner.hpp"
#include "metadata/metadata.hpp"
#include "page_files.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace {

namespace fs = std::filesystem;
using namespace clean_article;

struct LoadedPage {
  std::string bytes;
  std::string utf8;
};

struct Row {
  std::string name;
  std::function<void(const LoadedPage&)> run;
  std::function<void(const LoadedPage&)> prepare = [](const LoadedPage&) {};  // not counted
  bool is_share = false;                                                      // of the way end to end
  double seconds = 0;
};

constexpr std::string_view kPlainGumbo = "plain gumbo_parse";
constexpr std::string_view kScan = "scan";  // a part of the row "parse"
constexpr std::string_view kEndToEnd = "end to end";
constexpr std::string_view kMetadata = "metadata";  // what other formats than text need besides

// Whether a row is one of the parts that the whole way consists of.
bool is_floor(const Row& row) {
  return row.name != kPlainGumbo && row.name != kScan && row.name != kEndToEnd && row.name != kMetadata;
}

// Gumbo as other programs have it: the shared library, malloc, the default options.
class SharedGumbo {
 public:
  SharedGumbo() {
    void* library = dlopen(GUMBO_SHARED_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
      std::fprintf(stderr, "bench: %s\n", dlerror());
      std::exit(1);
    }
    parse_ = reinterpret_cast<decltype(parse_)>(dlsym(library, "gumbo_parse"));
    destroy_ = reinterpret_cast<decltype(destroy_)>(dlsym(library, "gumbo_destroy_output"));
    options_ = static_cast<const GumboOptions*>(dlsym(library, "kGumboDefaultOptions"));
  }
  GumboOutput* parse(const std::string& utf8) const { return parse_(utf8.c_str()); }
  void destroy(GumboOutput* output) const { destroy_(options_, output); }

 private:
  GumboOutput* (*parse_)(const char*) = nullptr;
  void (*destroy_)(const GumboOptions*, GumboOutput*) = nullptr;
  const GumboOptions* options_ = nullptr;
};

// The page type of a labelled corpus: html/ID.html.gz has ground-truth/ID.json beside it.
std::string page_type(const fs::path& page) {
  const std::string name = page.filename().string();
  const fs::path labels =
      page.parent_path().parent_path() / "ground-truth" / (name.substr(0, name.find('.')) + ".json");
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  std::string_view type;
  if (parser.load(labels.string()).get(document) != simdjson::SUCCESS) return "";
  if (document["_internal"]["page_type"]["primary"].get(type) != simdjson::SUCCESS) return "";
  return std::string(type);
}

// Processor time: what other programs take of a busy machine does not count.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double seconds_of(const std::function<void()>& work) {
  const double begin = now();
  work();
  return now() - begin;
}

int print_usage() {
  std::fprintf(stderr, "usage: bench [--type PAGE-TYPE] [--rounds N] [--only ROW] FILE-OR-FOLDER…\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paths;
  std::string wanted_type;
  std::string only;
  int rounds = 3;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--type" && i + 1 < argc) {
      wanted_type = argv[++i];
    } else if (argument == "--rounds" && i + 1 < argc) {
      rounds = std::atoi(argv[++i]);
    } else if (argument == "--only" && i + 1 < argc) {
      only = argv[++i];
    } else if (argument.starts_with("--")) {
      return print_usage();
    } else if (!fs::exists(argument)) {
      std::fprintf(stderr, "bench: %s: there is no such file or folder\n", argument.c_str());
      return 2;
    } else {
      paths.push_back(argument);
    }
  }
  if (paths.empty() || rounds < 1) return print_usage();

  const Limits limits;
  text::Decoder decoder;
  std::vector<LoadedPage> pages;
  double megabytes = 0;
  for (const fs::path& path : page_files(paths)) {
    if (!wanted_type.empty() && page_type(path) != wanted_type) continue;
    LoadedPage page{read_page(path), ""};
    const auto decoded = decoder.decode(page.bytes, {}, limits);
    if (!decoded) continue;
    page.utf8 = decoded->utf8;
    megabytes += static_cast<double>(page.utf8.size()) / 1e6;
    pages.push_back(std::move(page));
  }
  std::printf("%zu pages, %.1f MB, %d rounds\n", pages.size(), megabytes, rounds);

  const SharedGumbo gumbo;
  GumboOutput* tree = nullptr;
  html::Scanner scanner(limits);
  html::Skeleton skeleton;
  html::Parser parser(limits);
  auto cleaner = Cleaner::create({});
  if (!cleaner) {
    std::fprintf(stderr, "bench: %s\n", cleaner.error().message.c_str());
    return 1;
  }
  std::vector<Row> rows;
  rows.push_back({std::string(kPlainGumbo), [&](const LoadedPage& page) { tree = gumbo.parse(page.utf8); }});
  rows.push_back({"decode", [&](const LoadedPage& page) { (void)decoder.decode(page.bytes, {}, limits); }});
  rows.push_back({std::string(kScan), [&](const LoadedPage& page) {
                    scanner.scan(page.utf8, {}, html::ScanOptions{.noscript_ends_raw_text = true}, skeleton);
                  }});
  rows.push_back({"parse (scan, Gumbo, tree)", [&](const LoadedPage& page) { parser.parse(page.utf8); }});

  // The floors above, each on what those below have made of the page.
  const auto phrases = site::Phrases::built_in();
  extract::BlockBuilder builder;
  extract::Extractor extractor(phrases);
  extract::Measures measures;
  extract::PageFacts facts;
  extract::Survey survey;
  extract::SignalMaker maker;
  const html::Document* document = nullptr;
  const extract::Blocks* blocks = nullptr;
  const extract::SignalTable* signals = nullptr;
  std::vector<site::PhraseMatch> matches;
  std::vector<extract::PhraseBits> phrase_bits;
  std::vector<float> scores;
  const auto match_phrases = [&] {
    phrase_bits.clear();
    for (const extract::Block& block : blocks->blocks) {
      matches.clear();
      phrases->match(blocks->text_of(block), matches);
      extract::PhraseBits bits = 0;
      for (const site::PhraseMatch& match : matches) bits |= extract::phrase_bit(match.phrase_class);
      phrase_bits.push_back(bits);
    }
  };
  rows.push_back({"blocks", [&](const LoadedPage&) { blocks = &builder.build(*document); },
                  [&](const LoadedPage& page) { document = &parser.parse(page.utf8); }});
  rows.push_back({"facts", [&](const LoadedPage&) { facts = extract::read_facts(*document); }});
  rows.push_back({"measures", [&](const LoadedPage&) { measures.measure(*blocks); }});
  rows.push_back({"phrases", [&](const LoadedPage&) { match_phrases(); }});
  rows.push_back({"signals", [&](const LoadedPage&) {
                    survey.prepare(*blocks, measures, facts, phrase_bits);
                    signals = &maker.make(survey);
                  }});
  rows.push_back(
      {"scores", [&](const LoadedPage&) { extract::page_scorer().score(survey, *signals, scores); }});
  rows.push_back({std::string(kEndToEnd), [&](const LoadedPage& page) {
                    (void)cleaner->clean(
                        {.bytes = page.bytes, .url = {}, .content_type = {}, .encoding = {}});
                  }});
  extract::Extraction extraction;
  rows.push_back({std::string(kMetadata),
                  [&](const LoadedPage&) {
                    metadata::Metadata fields = metadata::read_metadata(*document, extraction, {});
                    metadata::complete_from_text(extraction, fields);
                  },
                  [&](const LoadedPage& page) {
                    document = &parser.parse(page.utf8);
                    extraction = extractor.extract(*document, extract::page_scorer());
                  }});
  std::erase_if(rows, [&](const Row& row) { return !only.empty() && row.name.find(only) != 0; });
  if (rows.empty()) {
    std::fprintf(stderr, "bench: no row is called %s; without --only all are printed\n", only.c_str());
    return 2;
  }
  for (int round = 0; round < rounds; ++round) {
    for (const LoadedPage& page : pages) {
      for (Row& row : rows) {
        row.prepare(page);
        row.seconds += seconds_of([&] { row.run(page); });
        if (tree != nullptr) gumbo.destroy(tree);  // not counted
        tree = nullptr;
      }
    }
  }
  // What the floors take of the whole way. They come to a little more than all of it where each is timed by
  // itself, with the caches full of what the rows before have read.
  double floors = 0;
  for (const Row& row : rows) floors += is_floor(row) ? row.seconds : 0;
  for (const Row& row : rows) {
    const double per_round = row.seconds / rounds;
    std::printf("%-28s %9.1f MB/s %9.0f pages/s %7.2f ×", row.name.c_str(), megabytes / per_round,
                static_cast<double>(pages.size()) / per_round, rows.front().seconds / row.seconds);
    if (is_floor(row)) std::printf(" %5.1f %%", 100 * row.seconds / floors);
    std::printf("\n");
  }
  const auto seconds_of_row = [&](std::string_view name) {
    for (const Row& row : rows)
      if (row.name == name) return row.seconds;
    return 0.0;
  };
  if (const double whole = seconds_of_row(kEndToEnd) + seconds_of_row(kMetadata); whole > 0)
    std::printf("metadata take %.1f %% of the way that ends with them\n",
                100 * seconds_of_row(kMetadata) / whole);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory %.0f MB, the pages themselves included\n",
              static_cast<double>(usage.ru_maxrss) / 1e3);
  return 0;
}
