// Python's stable ABI, as the module's sources see it, and references that give themselves back. Owns nothing
// of pages.
#pragma once

// A build for Python without the lock has no stable ABI before 3.15: such a module fits one version.
#if !defined(Py_GIL_DISABLED) && !defined(Py_LIMITED_API)
#define Py_LIMITED_API 0x030B0000
#endif
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string_view>
#include <utility>

#include "clean_article/clean_article.h"

namespace clean_article::python {

// A reference that is ours, or null with Python's error set.
class Owned {
 public:
  Owned() = default;
  explicit Owned(PyObject* object) : object_(object) {}
  Owned(Owned&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Owned() { Py_XDECREF(object_); }

  explicit operator bool() const { return object_ != nullptr; }
  PyObject* get() const { return object_; }
  PyObject* release() { return std::exchange(object_, nullptr); }

 private:
  PyObject* object_ = nullptr;
};

inline std::string_view view(ca_str text) {
  return {text.data, text.length};
}

inline ca_str borrowed(std::string_view text) {
  return {text.data(), text.size()};
}

// A str; what is no UTF-8 becomes U+FFFD.
inline PyObject* to_str(ca_str text) {
  return PyUnicode_DecodeUTF8(text.data == nullptr ? "" : text.data, static_cast<Py_ssize_t>(text.length),
                              "replace");
}

inline PyObject* to_str_or_none(ca_str text) {
  if (text.length == 0) Py_RETURN_NONE;
  return to_str(text);
}

// Without the lock: nothing of Python may be touched while it lives.
class Unlocked {
 public:
  Unlocked() : state_(PyEval_SaveThread()) {}
  ~Unlocked() { PyEval_RestoreThread(state_); }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

 private:
  PyThreadState* state_;
};

// Sets MemoryError or RuntimeError; for what is no fault of a page. Null.
PyObject* raise(ca_status status);

// The types of the module, made when it is imported.
struct State {
  PyTypeObject* cleaner;
  PyTypeObject* result;
  PyTypeObject* block;
  PyTypeObject* column;
};

State* state_of(PyObject* module);
State* state_of(PyTypeObject* type);

bool add_cleaner(PyObject* module, State& state);
bool add_result(PyObject* module, State& state);
bool add_column(PyObject* module, State& state);

// Takes the result.
PyObject* make_result(State& state, ca_result* result);

}  // namespace clean_article::python
