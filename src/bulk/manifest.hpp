// A row of the manifest: what became of one input, as a line of JSON. Owns its form; opens no file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bulk/input.hpp"

namespace clean_article::bulk {

enum class RowStatus {
  kOk,
  kError,  // code and reason say why there is no text
  kBegun,  // of a file that holds many: so many pages of it are done; never in a manifest that is whole
};

struct ManifestRow {
  std::string input;
  RowStatus status = RowStatus::kOk;
  std::string code{};    // why it is kError, or will be: as records::error_code gives it
  std::string reason{};  // in words
  std::uint64_t bytes = 0;
  std::uint64_t text_bytes = 0;
  double milliseconds = 0;  // for loading and cleaning
  std::string output{};     // its path; "" where nothing was written, or to standard output

  bool holds_many = false;
  std::uint64_t pages = 0;  // of a file that holds many
  std::uint64_t cleaned = 0;

  FileStamp stamp{};
  std::string options{};               // a digest of those that the output depends on
  std::optional<std::uint64_t> end{};  // of its text in an output that several share, or that goes on growing
};

// With its line feed.
std::string line_of(const ManifestRow& row);

// Nothing where the line is none, or has been cut off.
std::optional<ManifestRow> read_row(std::string_view line);

}  // namespace clean_article::bulk
