// A page's JSON-LD, read once for all who ask for it. Owns which scripts hold it and their texts; knows
// nothing of what the data means.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "extract/structured/json_tree.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

class LinkedData {
 public:
  struct Script {
    explicit Script(std::string text) : json(std::move(text)), tree(json) {}
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    std::string json;
    JsonTree tree;  // views into it
  };

  // In the order of the page.
  const std::deque<Script>& scripts() const { return scripts_; }

 private:
  friend class LinkedDataReader;
  std::deque<Script> scripts_;
};

// Collects the JSON-LD of a page while somebody walks over its elements.
class LinkedDataReader {
 public:
  // Reads a <script>, unless it holds something else.
  void read_script(const html::Document& document, html::NodeId script);

  // What was read; nullptr when there was none.
  std::shared_ptr<const LinkedData> take() { return std::move(data_); }

 private:
  std::shared_ptr<LinkedData> data_;
};

}  // namespace clean_article::extract
