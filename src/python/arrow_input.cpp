#include "python/arrow_input.hpp"

#include <cstring>

namespace clean_article::python {
namespace {

bool has_attribute(PyObject* object, const char* name) {
  const Owned attribute(PyObject_GetAttrString(object, name));
  if (!attribute) PyErr_Clear();
  return static_cast<bool>(attribute);
}

template <typename T>
T* pointer(PyObject* capsule, const char* name) {
  return static_cast<T*>(PyCapsule_GetPointer(capsule, name));
}

bool is_set(const std::uint8_t* bits, std::int64_t i) {
  return bits == nullptr || (bits[i / 8] >> (i % 8) & 1) != 0;
}

template <typename Offset>
std::string_view cell_of(const ArrowArray& array, std::int64_t i) {
  const auto* const offsets = static_cast<const Offset*>(array.buffers[1]);
  const auto begin = static_cast<std::size_t>(offsets[i]), end = static_cast<std::size_t>(offsets[i + 1]);
  return begin == end ? std::string_view()
                      : std::string_view(static_cast<const char*>(array.buffers[2]) + begin, end - begin);
}

// A cell of the view form: 16 bytes that hold a short text, or say in which buffer it is.
std::string_view viewed_cell(const ArrowArray& array, std::int64_t i) {
  constexpr std::size_t kViewBytes = 16, kMostInside = 12, kFirstDataBuffer = 2;
  const char* const view =
      static_cast<const char*>(array.buffers[1]) + static_cast<std::size_t>(i) * kViewBytes;
  std::int32_t length = 0, buffer = 0, offset = 0;
  std::memcpy(&length, view, sizeof length);
  const auto size = static_cast<std::size_t>(length);
  if (size <= kMostInside) return {view + sizeof length, size};
  std::memcpy(&buffer, view + 8, sizeof buffer);
  std::memcpy(&offset, view + 12, sizeof offset);
  return {
      static_cast<const char*>(array.buffers[kFirstDataBuffer + static_cast<std::size_t>(buffer)]) + offset,
      size};
}

}  // namespace

ArrowInput::~ArrowInput() {
  for (ArrowArray& chunk : chunks_)
    if (chunk.release != nullptr) chunk.release(&chunk);
}

bool ArrowInput::take(PyObject* object, const char* name) {
  if (has_attribute(object, "__arrow_c_array__")) return take_array(object, name);
  if (has_attribute(object, "__arrow_c_stream__")) return take_stream(object, name);
  PyErr_Format(PyExc_TypeError, "%s is no Arrow array: it has no __arrow_c_array__ or __arrow_c_stream__",
               name);
  return false;
}

bool ArrowInput::take_format(const ArrowSchema& schema, const char* name) {
  const std::string_view format = schema.format;
  is_text_ = format == "u" || format == "U" || format == "vu";
  is_large_ = format == "U" || format == "Z";
  is_view_ = format == "vu" || format == "vz";
  is_null_ = format == "n";
  if (schema.dictionary == nullptr && (is_text_ || is_large_ || is_view_ || is_null_ || format == "z"))
    return true;
  PyErr_Format(PyExc_TypeError, "%s is an Arrow array of format '%s', not of binary or string", name,
               schema.format);
  return false;
}

bool ArrowInput::append(const ArrowArray& array, const char* name) {
  constexpr std::int64_t kFewestBuffers = 3;
  if (array.length < 0 || array.offset < 0 || (array.n_buffers < kFewestBuffers && !is_null_)) {
    PyErr_Format(PyExc_ValueError, "%s is a broken Arrow array", name);
    return false;
  }
  if (is_null_) {
    cells_.resize(cells_.size() + static_cast<std::size_t>(array.length));
    return true;
  }
  const auto* const validity = static_cast<const std::uint8_t*>(array.buffers[0]);
  cells_.reserve(cells_.size() + static_cast<std::size_t>(array.length));
  for (std::int64_t i = array.offset; i < array.offset + array.length; ++i) {
    if (!is_set(validity, i)) {
      cells_.emplace_back();
    } else if (is_view_) {
      cells_.emplace_back(viewed_cell(array, i));
    } else {
      cells_.emplace_back(is_large_ ? cell_of<std::int64_t>(array, i) : cell_of<std::int32_t>(array, i));
    }
  }
  return true;
}

bool ArrowInput::take_array(PyObject* object, const char* name) {
  capsules_ = Owned(PyObject_CallMethod(object, "__arrow_c_array__", nullptr));
  if (!capsules_) return false;
  PyObject* const first = PyTuple_GetItem(capsules_.get(), 0);
  PyObject* const second = first == nullptr ? nullptr : PyTuple_GetItem(capsules_.get(), 1);
  if (second == nullptr) return false;
  const auto* const schema = pointer<ArrowSchema>(first, kSchemaCapsule);
  const auto* const array = schema == nullptr ? nullptr : pointer<ArrowArray>(second, kArrayCapsule);
  return array != nullptr && take_format(*schema, name) && append(*array, name);
}

bool ArrowInput::take_stream(PyObject* object, const char* name) {
  capsules_ = Owned(PyObject_CallMethod(object, "__arrow_c_stream__", nullptr));
  if (!capsules_) return false;
  auto* const stream = pointer<ArrowArrayStream>(capsules_.get(), kStreamCapsule);
  if (stream == nullptr) return false;
  const auto fail = [&] {
    const char* const why = stream->get_last_error(stream);
    PyErr_Format(PyExc_ValueError, "%s cannot be read: %s", name, why == nullptr ? "no reason given" : why);
    return false;
  };
  ArrowSchema schema{};
  if (stream->get_schema(stream, &schema) != 0) return fail();
  const bool fits = take_format(schema, name);
  if (schema.release != nullptr) schema.release(&schema);
  if (!fits) return false;
  while (true) {
    ArrowArray chunk{};
    if (stream->get_next(stream, &chunk) != 0) return fail();
    if (chunk.release == nullptr) return true;
    chunks_.push_back(chunk);
    if (!append(chunk, name)) return false;
  }
}

}  // namespace clean_article::python
