// What SiteLessons holds: a learner for each site. Owns the bounds on how much is learned from.
#pragma once

#include <map>
#include <string>

#include "cleaner/cleaner.hpp"
#include "extract/extract.hpp"

namespace clean_article {

struct SiteLessons::State {
  std::map<std::string, extract::TemplateLearner> sites;
  std::size_t pages = 0;

  void add(const std::string& host, const html::Document& document, const extract::Extraction& extraction);
};

}  // namespace clean_article
