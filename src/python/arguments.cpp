#include "python/arguments.hpp"

namespace clean_article::python {

Bytes::~Bytes() {
  if (has_buffer_) PyBuffer_Release(&buffer_);
}

bool Bytes::take(PyObject* object) {
  if (PyUnicode_Check(object)) {
    encoded_ = Owned(PyUnicode_AsEncodedString(object, "utf-8", "replace"));
    char* data = nullptr;
    Py_ssize_t length = 0;
    if (!encoded_ || PyBytes_AsStringAndSize(encoded_.get(), &data, &length) < 0) return false;
    text_ = {data, static_cast<std::size_t>(length)};
    return true;
  }
  if (!PyObject_CheckBuffer(object)) {
    PyErr_Format(PyExc_TypeError, "a page is bytes or str, not %R", Py_TYPE(object));
    return false;
  }
  if (PyObject_GetBuffer(object, &buffer_, PyBUF_SIMPLE) < 0) return false;
  has_buffer_ = true;
  text_ = {static_cast<const char*>(buffer_.buf), static_cast<std::size_t>(buffer_.len)};
  return true;
}

bool Bytes::take_text(PyObject* object, const char* name) {
  if (object == nullptr || object == Py_None) return true;
  if (!PyUnicode_Check(object)) {
    PyErr_Format(PyExc_TypeError, "%s is str or None, not %R", name, Py_TYPE(object));
    return false;
  }
  return take(object);
}

bool PageArguments::read(PyObject* args, PyObject* kwargs) {
  static const char* const kNames[] = {"page", "url", "content_type", "encoding", "fetched", nullptr};
  PyObject *page = nullptr, *url = nullptr, *content_type = nullptr, *encoding = nullptr, *fetched = nullptr;
  if (PyArg_ParseTupleAndKeywords(args, kwargs, "O|O$OOO", const_cast<char**>(kNames), &page, &url,
                                  &content_type, &encoding, &fetched) == 0)
    return false;
  if (!bytes_.take(page) || !url_.take_text(url, "url") ||
      !content_type_.take_text(content_type, "content_type") || !encoding_.take_text(encoding, "encoding") ||
      !fetched_.take_text(fetched, "fetched"))
    return false;
  page_ = {sizeof page_, bytes_.get(), url_.get(), content_type_.get(), encoding_.get(), fetched_.get()};
  // Who has a str has decoded the page: what it says of its encoding is no longer so.
  if (bytes_.was_str()) page_.encoding = borrowed("utf-8");
  return true;
}

bool Texts::take(PyObject* object, const char* name) {
  if (object == nullptr || object == Py_None) return true;
  const auto add = [&](PyObject* item) {
    Bytes text;
    if (!text.take_text(item, name)) return false;
    texts_.emplace_back(view(text.get()));
    return true;
  };
  if (PyUnicode_Check(object)) {
    if (!add(object)) return false;
  } else {
    const Owned items(PySequence_List(object));
    if (!items) return false;
    const Py_ssize_t size = PyList_Size(items.get());
    for (Py_ssize_t i = 0; i < size; ++i)
      if (!add(PyList_GetItem(items.get(), i))) return false;
  }
  for (const std::string& text : texts_) views_.push_back(borrowed(text));
  return true;
}

}  // namespace clean_article::python
