// A column of pages as others give it by the Arrow C Data Interface: any array or stream of arrays of binary
// or string, large and view forms too, or of nulls alone. Owns what keeps it alive.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "python/arrow.hpp"
#include "python/python.hpp"

namespace clean_article::python {

class ArrowInput {
 public:
  ArrowInput() = default;
  ArrowInput(const ArrowInput&) = delete;
  ArrowInput& operator=(const ArrowInput&) = delete;
  ~ArrowInput();

  // False with TypeError or ValueError set where the object is no such column.
  bool take(PyObject* object, const char* name);

  // Null is nothing. Views into the arrays, which live as long as this does.
  const std::vector<std::optional<std::string_view>>& cells() const { return cells_; }
  bool is_text() const { return is_text_; }
  bool is_large() const { return is_large_; }

 private:
  bool take_array(PyObject* object, const char* name);
  bool take_stream(PyObject* object, const char* name);
  bool take_format(const ArrowSchema& schema, const char* name);
  bool append(const ArrowArray& array, const char* name);

  Owned capsules_;
  std::vector<ArrowArray> chunks_;  // of a stream
  std::vector<std::optional<std::string_view>> cells_;
  bool is_text_ = false, is_large_ = false, is_view_ = false;
  bool is_null_ = false;  // the type of a column that holds nothing else
};

}  // namespace clean_article::python
