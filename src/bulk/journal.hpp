// The manifest while it grows: rows in the order of inputs, kept beside it until all are there, so that a run
// that is killed can be gone on with. Owns its three files; what a row means for an input is
// resumption.cpp's.
//
// MANIFEST is the whole manifest of a run that ended. MANIFEST.part has the rows of the run that is on, and
// MANIFEST.old those of all runs before it that did not end; both are gone when a run ends.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/base.hpp"
#include "bulk/manifest.hpp"

namespace clean_article::bulk {

class Journal {
 public:
  // With `resume` the rows of runs before are at hand; without it they are gone.
  static Result<std::unique_ptr<Journal>> open(const std::string& manifest, bool resume);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // Rows of runs before, by their number and by input and output: the last that was written of each, in the
  // order in which each was first seen.
  std::size_t old_rows() const { return old_.size(); }
  std::optional<ManifestRow> old_row(std::size_t number) const;
  std::optional<ManifestRow> old_row(const std::string& input, const std::string& output) const;

  // Whether they are all rows of one run, which came to its end.
  bool is_of_ended_run() const { return is_of_ended_run_; }

  // Forgets them: the output that they tell of is no longer what it was.
  Status forget_old_rows();

  // Nothing has been done: what a run that ended has left is as it was.
  void step_back() const;

  Status add(const ManifestRow& row);

  // All rows are there: the manifest appears.
  Status finish();

 private:
  struct Place {
    std::uint64_t begin;
    std::uint32_t bytes;
  };
  explicit Journal(std::string manifest) : manifest_(std::move(manifest)) {}
  Status gather_old_rows();
  std::optional<ManifestRow> read_old(const Place& place) const;

  std::string manifest_;
  int part_ = -1;
  int old_file_ = -1;
  bool is_of_ended_run_ = false;
  std::vector<Place> old_;  // in old_file_
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

}  // namespace clean_article::bulk
