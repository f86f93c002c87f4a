// From inputs to pages: a file or a stream that holds many becomes its records, one after the other. Owns the
// telling of them by their bytes, and the names that records have in messages; cleans nothing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "bulk/input.hpp"
#include "records/records.hpp"

namespace clean_article::bulk {

// What files and streams hold.
enum class Holding {
  kToldByBytes,
  kJsonLines,  // whatever they begin with
  kOnePage,
};

// Whether a file holds many pages, as far as that can be told without waiting.
bool holds_many(const Input& input, Holding holding);

class Pages {
 public:
  using Next = std::function<std::optional<Input>()>;

  // `inputs` gives the files and streams one after the other.
  Pages(Next inputs, Holding holding, std::size_t max_bytes)
      : inputs_(std::move(inputs)), holding_(holding), max_bytes_(max_bytes) {}

  // The next page; nothing when all have been given.
  std::optional<Input> next();

  // Whether the first page is a record of many. Waits for it if it must.
  bool begins_with_record();

 private:
  std::optional<Input> read();
  bool open(Input& input);
  void skip_done();
  Input input_of(records::Record record);
  Input input_of_container(InputKind kind) const;

  Next inputs_;
  Holding holding_;
  std::size_t max_bytes_;
  bool has_peeked_ = false;
  bool had_record_ = false;
  std::optional<Input> peeked_;
  std::optional<Input> pending_;  // behind what was wrong before it
  std::unique_ptr<records::Reader> reader_;
  std::shared_ptr<records::ByteStream> stream_;  // of reader_
  Input container_;                              // of the records that are read
};

}  // namespace clean_article::bulk
