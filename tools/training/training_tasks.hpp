// The pages to learn from, as tools/train lists them: reading the list and the pages' bytes. Knows files
// and JSON, not HTML.
#pragma once

#include <string>
#include <vector>

#include "base/base.hpp"

namespace clean_article::training {

struct Task {
  std::string id;  // unique in the list
  std::string html_path;
  std::string url;
  bool has_reference = false;  // else snippets, if anything
  std::string reference;
  std::string optional_text;
  std::vector<std::string> wanted;    // snippets that the article must have
  std::vector<std::string> unwanted;  // and that it must not
};

// JSON lines with the members id, html, url, and reference, optional or with, without.
Result<std::vector<Task>> read_tasks(const std::string& path);

// The bytes of a file, unpacked when it is gzip.
Result<std::string> read_page(const std::string& path);

}  // namespace clean_article::training
