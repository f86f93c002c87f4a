// Columns of texts as Arrow arrays: built row by row, then lent to any number of readers. Knows nothing of
// Python.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/arrow.hpp"

namespace clean_article::python {

class StringColumn {
 public:
  StringColumn(std::string name, bool is_large) : name_(std::move(name)), is_large_(is_large) {
    offsets_.push_back(0);
    short_offsets_.push_back(0);
  }

  // False when the column would need the large form and has not got it.
  bool append(std::optional<std::string_view> text);

  const std::string& name() const { return name_; }
  const char* format() const { return is_large_ ? "U" : "u"; }
  std::int64_t null_count() const { return null_count_; }
  const void* validity() const { return null_count_ == 0 ? nullptr : validity_.data(); }
  const void* offsets() const {
    return is_large_ ? static_cast<const void*>(offsets_.data())
                     : static_cast<const void*>(short_offsets_.data());
  }
  const void* data() const { return data_.data(); }

 private:
  std::string name_;
  bool is_large_;
  std::vector<std::uint8_t> validity_;
  std::vector<std::int64_t> offsets_;
  std::vector<std::int32_t> short_offsets_;
  std::string data_;
  std::int64_t rows_ = 0, null_count_ = 0;
};

// Columns of equal length: a struct array.
struct Batch {
  std::vector<StringColumn> columns;
  std::int64_t rows = 0;
};

// Fill a schema or an array that is the caller's, and keep what they show alive until it is released.
void lend_schema(const std::shared_ptr<const Batch>& batch, ArrowSchema* out);
void lend_array(const std::shared_ptr<const Batch>& batch, ArrowArray* out);

}  // namespace clean_article::python
