// What the manifest says of each input: rows of pages, and one for each file that holds many, which grows
// with its records. Writes to the journal alone.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "bulk/bulk.hpp"
#include "cli/standard_output.hpp"

namespace clean_article::cli {

struct RowRules {
  std::string options;     // digest of the options
  bool is_shared = false;  // all texts go to one output
  // The path of the file that a page's text was stored in; "" for none.
  std::function<std::string(const bulk::Input&)> path_of;
};

class Rows {
 public:
  Rows(bulk::Journal& journal, RowRules rules) : journal_(journal), rules_(std::move(rules)) {}

  // Takes what became of an input, when its text has been written.
  Status take(const bulk::Outcome& outcome, const Output& out);

 private:
  Status take_record(const bulk::Outcome& outcome, const Output& out);
  bulk::ManifestRow row_of(const bulk::Outcome& outcome) const;
  void open_row(const bulk::Outcome& outcome);
  Status close_row(const bulk::Outcome& outcome, const Output& out);

  bulk::Journal& journal_;
  RowRules rules_;
  std::optional<bulk::ManifestRow> open_;  // of the file that holds the records that come
  std::uint64_t noted_place_ = 0;          // of the last row that said how far it is
};

}  // namespace clean_article::cli
