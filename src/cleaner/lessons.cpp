#include "cleaner/lessons.hpp"

namespace clean_article {

void SiteLessons::State::add(const std::string& host, const html::Document& document,
                             const extract::Extraction& extraction) {
  if (host.empty() || pages >= kMostTaughtPages) return;
  extract::TemplateLearner& site = sites[host];
  if (site.pages() >= kMostTaughtPagesOfSite) return;
  site.add(document, extraction);
  ++pages;
}

SiteLessons::SiteLessons() : state_(std::make_unique<State>()) {}
SiteLessons::~SiteLessons() = default;
SiteLessons::SiteLessons(SiteLessons&&) noexcept = default;
SiteLessons& SiteLessons::operator=(SiteLessons&&) noexcept = default;

namespace {

template <typename Write>
std::vector<LearnedRule> written(const std::map<std::string, extract::TemplateLearner>& sites,
                                 std::size_t fewest_pages, const Write& write) {
  std::vector<LearnedRule> rules;
  for (const auto& [host, site] : sites) {
    if (site.pages() < fewest_pages) continue;
    std::string text = write(site, host);
    if (!text.empty()) rules.push_back({host, std::move(text), site.pages()});
  }
  return rules;
}

}  // namespace

std::vector<LearnedRule> SiteLessons::rules(std::size_t fewest_pages) const {
  return written(
      state_->sites, fewest_pages,
      [](const extract::TemplateLearner& site, const std::string& host) { return site.rule(host); });
}

std::vector<LearnedRule> SiteLessons::sites() const {
  std::vector<LearnedRule> sites;
  for (const auto& [host, site] : state_->sites) sites.push_back({host, "", site.pages()});
  return sites;
}

std::vector<LearnedRule> SiteLessons::repeats(std::size_t fewest_pages) const {
  return written(
      state_->sites, fewest_pages,
      [](const extract::TemplateLearner& site, const std::string& host) { return site.repeats(host); });
}

}  // namespace clean_article
