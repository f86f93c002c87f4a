// Where the labelled corpora lie on a developer's machine. Tests that want them say so and pass when they
// are absent: they are third-party data and not part of the project.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "catch.hpp"

namespace clean_article::test {

// The folder or file `name` of the corpora; nothing, with a warning, when it is absent.
inline std::optional<std::filesystem::path> find_in_corpora(const std::string& name) {
  const char* named = std::getenv("CLEAN_ARTICLE_CORPORA");
  const std::filesystem::path root =
      named != nullptr ? named : std::filesystem::path(CLEAN_ARTICLE_SOURCE_DIR) / "../shared/corpora";
  if (std::filesystem::exists(root / name)) return root / name;
  WARN("skipped: no corpora (" << name << " is not in $CLEAN_ARTICLE_CORPORA)");
  return std::nullopt;
}

}  // namespace clean_article::test
