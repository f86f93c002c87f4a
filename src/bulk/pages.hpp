// From inputs to pages: a file or a stream that holds many becomes its records, one after the other. Owns the
// telling of them by their bytes, and the names that records have in messages; cleans nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "bulk/input.hpp"
#include "bulk/sources.hpp"
#include "records/records.hpp"

namespace clean_article::bulk {

// What files and streams hold.
enum class Holding {
  kToldByBytes,
  kJsonLines,  // whatever they begin with
  kOnePage,
};

class Pages {
 public:
  Pages(Sources& sources, Holding holding, std::size_t max_bytes)
      : sources_(sources), holding_(holding), max_bytes_(max_bytes) {}

  // The next page; nothing when all have been given.
  std::optional<Input> next();

  // Whether more than one page may come. Looks at the first input, and waits for it if it must.
  bool several();

  // Whether the first page is a record of many.
  bool begins_with_record();

 private:
  std::optional<Input> read();
  void peek();
  bool open(Input& input);
  Input input_of(records::Record record) const;

  Sources& sources_;
  Holding holding_;
  std::size_t max_bytes_;
  bool has_peeked_ = false;
  bool had_record_ = false;
  std::optional<Input> peeked_;
  std::optional<Input> pending_;  // behind what was wrong before it
  std::unique_ptr<records::Reader> reader_;
  Input container_;  // of the records that are read
};

}  // namespace clean_article::bulk
