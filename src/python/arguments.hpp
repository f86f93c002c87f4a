// What Python gives to a call, as the library wants it. Owns what keeps the bytes alive meanwhile.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "python/python.hpp"

namespace clean_article::python {

// The bytes of a str, or of what has a buffer: bytes, bytearray, memoryview, mmap. Valid while it lives.
class Bytes {
 public:
  Bytes() = default;
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes();

  // False with TypeError set where it is neither. A lone surrogate becomes '?'.
  bool take(PyObject* object);
  // The same, and None is "". Never a buffer.
  bool take_text(PyObject* object, const char* name);

  ca_str get() const { return text_; }
  bool was_str() const { return static_cast<bool>(encoded_); }

 private:
  ca_str text_{nullptr, 0};
  Owned encoded_;
  Py_buffer buffer_{};
  bool has_buffer_ = false;
};

// A page and what is known of it.
class PageArguments {
 public:
  // (page, url=None, *, content_type=None, encoding=None, fetched=None)
  bool read(PyObject* args, PyObject* kwargs);
  const ca_page& page() const { return page_; }

 private:
  Bytes bytes_, url_, content_type_, encoding_, fetched_;
  ca_page page_{};
};

// A sequence of strs, or one str; the texts live as long as it does.
class Texts {
 public:
  bool take(PyObject* object, const char* name);
  const ca_str* data() const { return views_.data(); }
  std::size_t size() const { return views_.size(); }

 private:
  std::deque<std::string> texts_;
  std::vector<ca_str> views_;
};

}  // namespace clean_article::python
