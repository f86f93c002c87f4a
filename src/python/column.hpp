// Arrow arrays of pages to Arrow arrays of texts.
#pragma once

#include "python/python.hpp"

namespace clean_article::python {

// (pages, urls=None, *, format='txt', fields=(), jobs=1): an ArrowTexts, or null with Python's error set.
PyObject* clean_columns(State& state, const ca_cleaner* cleaner, PyObject* args, PyObject* kwargs);

}  // namespace clean_article::python
