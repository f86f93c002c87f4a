// What site rules cost: the lookup on pages that have none, and the whole rule on pages that have one.
//
//   bench_rules RULES_FOLDER PAGES_FOLDER [LEAST_KB MOST_KB]
//
// Each page (100 to 200 KB unless said otherwise) is cleaned without rules, as a page of a host without a
// rule, as a page of many hosts with one, whatever its own, and with a rule that was drafted from it, as
// "rules new" does, so that its body is found. What is printed is how much longer that took. A folder's
// global.txt is a rule for every page: it is left out of the first row.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cleaner/cleaner.hpp"
#include "html/html.hpp"
#include "page_files.hpp"
#include "site/site.hpp"

namespace {

using clean_article::Cleaner;
using clean_article::Options;

constexpr int kRuns = 15;
constexpr std::size_t kHostsPerPage = 10;
constexpr std::size_t kWorstShown = 10;
constexpr const char* kDraftHost = "drafted.example";

// Of this thread: what else runs on the machine does not count.
double cpu_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) * 1e-3;
}

double clean_microseconds(Cleaner& cleaner, const std::string& bytes, const std::string& url) {
  clean_article::Page page;
  page.bytes = bytes;
  page.url = url;
  const double begin = cpu_microseconds();
  const auto article = cleaner.clean(page);
  return cpu_microseconds() - begin;
}

double at_share(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

struct Cost {
  double alone = 0;  // microseconds of the page without rules
  double more = 0;   // that it took with them
};

// The medians of pairs of runs, one right after the other: what slows the machine for longer slows both.
Cost compare(Cleaner& without, Cleaner& with, const std::string& bytes, const std::string& host) {
  std::vector<double> alone;
  std::vector<double> more;
  for (int run = 0; run < kRuns; ++run) {
    alone.push_back(clean_microseconds(without, bytes, "https://no.rule.example/x"));
    more.push_back(clean_microseconds(with, bytes, "https://" + host + "/x") - alone.back());
  }
  return {at_share(alone, 0.5), at_share(more, 0.5)};
}

void print_row(const char* name, const std::vector<Cost>& costs) {
  std::vector<double> more;
  std::vector<double> relative;
  for (const Cost& cost : costs) {
    more.push_back(cost.more);
    relative.push_back(100 * cost.more / cost.alone);
  }
  std::printf("%-34s %6zu %8.0f %8.0f %8.0f %8.0f   %5.0f %% %5.0f %%\n", name, costs.size(),
              at_share(more, 0.5), at_share(more, 0.9), at_share(more, 0.99), at_share(more, 1),
              at_share(relative, 0.5), at_share(relative, 0.99));
}

// A cleaner whose rule for kDraftHost was made from the page; nothing when the page gives none.
std::optional<Cleaner> with_draft(Options options, Cleaner& teacher, const std::string& bytes) {
  clean_article::SiteLessons lessons;
  clean_article::Page page;
  page.bytes = bytes;
  page.url = std::string("https://") + kDraftHost + "/x";
  if (!teacher.teach(page, kDraftHost, lessons).ok()) return std::nullopt;
  options.learned_rules = lessons.rules(1);
  if (options.learned_rules.empty()) return std::nullopt;
  auto made = Cleaner::create(options);
  if (!made.ok()) return std::nullopt;
  return std::move(*made);
}

// What a page pays that was saved without its address: the least of some looks for the one it gives itself.
double declared_microseconds(const std::string& bytes) {
  clean_article::html::Parser parser{clean_article::Limits{}};
  const auto& document = parser.parse(bytes);
  double best = 1e18;
  for (int run = 0; run < kRuns; ++run) {
    const double begin = cpu_microseconds();
    const std::string host = clean_article::site::declared_host(document);
    best = std::min(best, cpu_microseconds() - begin);
  }
  return best;
}

void time_lookups(const clean_article::site::SiteRules& rules, std::size_t files) {
  constexpr std::size_t kLookups = 100'000;
  std::size_t found = 0;
  const double begin = cpu_microseconds();
  for (std::size_t i = 0; i < kLookups; ++i)
    found += rules.find("www.no" + std::to_string(i) + ".example.com") != nullptr ? 1 : 0;
  std::printf("lookup of a host that has no file of its own, of %zu: %.2f us (%s)\n", files,
              (cpu_microseconds() - begin) / static_cast<double>(kLookups),
              found > 0 ? "and global.txt found" : "nothing found");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) {
    std::fprintf(stderr, "usage: bench_rules RULES_FOLDER PAGES_FOLDER [LEAST_KB MOST_KB]\n");
    return 2;
  }
  const std::size_t least = (argc == 5 ? std::strtoul(argv[3], nullptr, 10) : 100) * 1000;
  const std::size_t most = (argc == 5 ? std::strtoul(argv[4], nullptr, 10) : 200) * 1000;
  Options plain;
  plain.built_in_rules = false;
  Options one_other = plain;
  one_other.learned_rules = {{"other.example", "body: //article\n", 1}};
  Options with_rules = plain;
  with_rules.rules_folders = {argv[1]};
  auto without = Cleaner::create(plain);
  auto no_rule = Cleaner::create(one_other);
  auto with = Cleaner::create(with_rules);
  const auto rules = clean_article::site::SiteRules::create({argv[1]}, false);
  if (!without.ok() || !no_rule.ok() || !with.ok() || !rules.ok()) {
    std::fprintf(stderr, "bench_rules: cannot read %s\n", argv[1]);
    return 2;
  }

  std::vector<std::string> hosts;
  for (const auto& source : (*rules)->all()) {
    const std::string name = source.name.substr(source.name.rfind('/') + 1);
    if (name.front() != '.') hosts.push_back(name.substr(0, name.rfind('.')));
  }
  time_lookups(**rules, hosts.size());

  std::vector<Cost> none;
  std::vector<Cost> other;
  std::vector<Cost> drafted;
  std::vector<double> alone;
  std::vector<double> declared;
  std::multimap<double, std::string> worst;
  std::size_t next_host = 0;
  for (const auto& path : clean_article::page_files({argv[2]})) {
    const std::string bytes = clean_article::read_page(path);
    if (bytes.size() < least || bytes.size() > most) continue;
    none.push_back(compare(*without, *no_rule, bytes, "no.rule.example"));
    alone.push_back(none.back().alone);
    declared.push_back(declared_microseconds(bytes));
    for (std::size_t i = 0; i < kHostsPerPage && !hosts.empty(); ++i) {
      const std::string& host = hosts[(next_host += 7) % hosts.size()];
      other.push_back(compare(*without, *with, bytes, host));
      worst.emplace(-other.back().more, host + " on " + path.string());
    }
    if (auto draft = with_draft(with_rules, *without, bytes))
      drafted.push_back(compare(*without, *draft, bytes, kDraftHost));
  }
  std::printf("the host that a saved page gives itself: %.2f us, p99 %.2f us\n", at_share(declared, 0.5),
              at_share(declared, 0.99));
  std::printf("%zu pages, %.0f us each without rules\n\n%-34s %6s %8s %8s %8s %8s   %7s %7s\n", alone.size(),
              at_share(alone, 0.5), "more CPU time in us", "cases", "median", "p90", "p99", "most", "median",
              "p99");
  print_row("no rule for the page", none);
  print_row("a rule of the folder, any host's", other);
  print_row("a rule that was drafted from it", drafted);
  std::printf("\nmost of all:\n");
  std::size_t shown = 0;
  for (auto at = worst.begin(); at != worst.end() && shown < kWorstShown; ++at, ++shown)
    std::printf("%6.0f us  %s\n", -at->first, at->second.c_str());
}
