// What a Result owns. Plain data, which is filled once and then shared by its copies and their threads.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "clean_article/inside.hpp"
#include "clean_article/plan.hpp"
#include "metadata/metadata.hpp"
#include "render/render.hpp"

namespace clean_article::abi0 {

struct Result::State {
  Outcome outcome = Outcome::kArticle;
  std::string message;
  bool is_doubtful = false;
  std::string encoding;
  std::vector<std::string> warnings;
  std::vector<Block> blocks;

  bool has_fields = false;      // whether they were read
  metadata::Metadata metadata;  // for the formats
  std::vector<Field> fields;    // the same for the caller

  std::shared_ptr<const Plan> plan;
  std::vector<render::Content> contents;  // one a style of the plan; none without a text
};

}  // namespace clean_article::abi0
