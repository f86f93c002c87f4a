// What site rules cost: the lookup on pages that have none, and the whole rule on pages that have one.
//
//   bench_rules RULES_FOLDER PAGES_FOLDER [LEAST_KB MOST_KB]
//
// Each page (100 to 200 KB unless said otherwise) is cleaned without rules, as a page of a host without a
// rule, and as a page of many hosts with one, whatever its own; what is printed is the median over pages of
// the best of some runs.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "cleaner/cleaner.hpp"
#include "page_files.hpp"
#include "site/site.hpp"

namespace {

using clean_article::Cleaner;
using clean_article::Options;

constexpr int kRuns = 5;
constexpr std::size_t kHostsPerPage = 10;

// Of this thread: what else runs on the machine does not count.
double cpu_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) * 1e-3;
}

double best_microseconds(Cleaner& cleaner, const std::string& bytes, const std::string& url) {
  double best = 1e18;
  for (int run = 0; run < kRuns; ++run) {
    clean_article::Page page;
    page.bytes = bytes;
    page.url = url;
    const double begin = cpu_microseconds();
    const auto article = cleaner.clean(page);
    best = std::min(best, cpu_microseconds() - begin);
  }
  return best;
}

double median(std::vector<double>& values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double at_share(const std::vector<double>& sorted, double share) {
  return sorted.empty() ? 0
                        : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
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
  Options with_rules = plain;
  with_rules.rules_folders = {argv[1]};
  auto without = Cleaner::create(plain);
  auto with = Cleaner::create(with_rules);
  const auto rules = clean_article::site::SiteRules::create({argv[1]}, false);
  if (!without.ok() || !with.ok() || !rules.ok()) {
    std::fprintf(stderr, "bench_rules: cannot read %s\n", argv[1]);
    return 2;
  }

  std::vector<std::string> hosts;
  for (const auto& source : (*rules)->all()) {
    const std::string name = source.name.substr(source.name.rfind('/') + 1);
    if (name.front() != '.') hosts.push_back(name.substr(0, name.rfind('.')));
  }
  const double begin = cpu_microseconds();
  std::size_t found = 0;
  constexpr std::size_t kLookups = 100'000;
  for (std::size_t i = 0; i < kLookups; ++i)
    found += (*rules)->sources("www.no" + std::to_string(i) + ".example.com").size();
  const double lookups = cpu_microseconds() - begin;
  std::printf("lookup of a host without a rule: %.2f us (%zu files, %zu found)\n",
              lookups / static_cast<double>(kLookups), hosts.size(), found);

  std::vector<double> base;
  std::vector<double> no_rule;
  std::vector<double> rule;
  std::size_t next_host = 0;
  for (const auto& path : clean_article::page_files({argv[2]})) {
    const std::string bytes = clean_article::read_page(path);
    if (bytes.size() < least || bytes.size() > most) continue;
    const double alone = best_microseconds(*without, bytes, "https://no.rule.example/x");
    base.push_back(alone);
    no_rule.push_back(best_microseconds(*with, bytes, "https://no.rule.example/x") - alone);
    for (std::size_t i = 0; i < kHostsPerPage; ++i) {
      const std::string& host = hosts[(next_host += 7) % hosts.size()];
      rule.push_back(best_microseconds(*with, bytes, "https://" + host + "/x") - alone);
    }
  }
  std::printf("%zu pages, %.0f us each without rules\n", base.size(), median(base));
  std::printf("a folder of rules, and none for the page: %+.1f us\n", median(no_rule));
  const double middle = median(rule);
  std::printf(
      "a rule for the page (%zu tried): %+.0f us, a tenth of them above %+.0f us, one in a hundred above "
      "%+.0f us\n",
      rule.size(), middle, at_share(rule, 0.9), at_share(rule, 0.99));
}
