// The class Cleaner: options in, a result for each page out. The lock is released while a page is cleaned.
#include <cstring>

#include "python/arguments.hpp"
#include "python/column.hpp"
#include "python/python.hpp"

namespace clean_article::python {
namespace {

struct Object {
  PyObject_HEAD ca_cleaner* cleaner;
};

ca_cleaner* cleaner_of(PyObject* self) {
  return reinterpret_cast<Object*>(self)->cleaner;
}

// The number of `word` in a list that ends in null, or -1 with ValueError set.
int choice(const char* name, const char* word, const char* const* words) {
  for (int i = 0; words[i] != nullptr; ++i)
    if (std::strcmp(word, words[i]) == 0) return i;
  PyErr_Format(PyExc_ValueError, "%s cannot be '%s'", name, word);
  return -1;
}

PyObject* make(PyTypeObject* type, PyObject* args, PyObject* kwargs) {
  static const char* const kNames[] = {
      "trade",          "from_",      "comments",       "standfirst", "title",
      "tables",         "formatting", "links",          "images",     "only_with_metadata",
      "language",       "min_chars",  "min_confidence", "max_bytes",  "rules",
      "built_in_rules", "without",    "metadata",       "blocks",     "listed_blocks",
      "formats",        nullptr};
  static const char* const kTrades[] = {"balanced", "precision", "recall", nullptr};
  static const char* const kForms[] = {"auto", "html", "text", nullptr};
  const char *trade = kTrades[0], *from = kForms[0];
  int comments = 0, standfirst = 0, title = 0, tables = 1, formatting = 0, links = 0, images = 0;
  int only_with_metadata = 0, built_in_rules = 1, metadata = 1, blocks = 0, listed_blocks = 0;
  Py_ssize_t min_chars = 0, max_bytes = 0;
  double min_confidence = 0;
  PyObject *language = nullptr, *rules = nullptr, *without = nullptr, *formats = nullptr;
  if (PyArg_ParseTupleAndKeywords(args, kwargs, "|$ssppppppppOndnOpOpppO", const_cast<char**>(kNames), &trade,
                                  &from, &comments, &standfirst, &title, &tables, &formatting, &links,
                                  &images, &only_with_metadata, &language, &min_chars, &min_confidence,
                                  &max_bytes, &rules, &built_in_rules, &without, &metadata, &blocks,
                                  &listed_blocks, &formats) == 0)
    return nullptr;
  if (min_chars < 0 || max_bytes < 0) {
    PyErr_SetString(PyExc_ValueError, "min_chars and max_bytes cannot be below 0");
    return nullptr;
  }
  Bytes language_text;
  Texts folders, rules_off, format_names;
  if (!language_text.take_text(language, "language") || !folders.take(rules, "rules") ||
      !rules_off.take(without, "without") || !format_names.take(formats, "formats"))
    return nullptr;

  ca_options options{};
  options.size = sizeof options;
  options.trade = choice("trade", trade, kTrades);
  options.from = choice("from_", from, kForms);
  if (options.trade < 0 || options.from < 0) return nullptr;
  options.comments = comments;
  options.standfirst = standfirst;
  options.title = title;
  options.no_tables = tables == 0 ? 1 : 0;
  options.formatting = formatting;
  options.links = links;
  options.images = images;
  options.only_with_metadata = only_with_metadata;
  options.target_language = language_text.get();
  options.fewest_chars = static_cast<std::size_t>(min_chars);
  options.min_confidence = min_confidence;
  options.max_bytes = static_cast<std::size_t>(max_bytes);
  options.rules_folders = folders.data();
  options.rules_folder_count = folders.size();
  options.without = rules_off.data();
  options.without_count = rules_off.size();
  options.no_built_in_rules = built_in_rules == 0 ? 1 : 0;
  options.no_metadata = metadata == 0 ? 1 : 0;
  options.blocks = blocks;
  options.listed_blocks = listed_blocks;
  options.formats = format_names.data();
  options.format_count = format_names.size();

  ca_owned error{nullptr, 0};
  ca_cleaner* cleaner = nullptr;
  {
    const Unlocked unlocked;
    cleaner = ca_cleaner_new(&options, &error);
  }
  if (cleaner == nullptr) {
    const Owned message(to_str({error.data, error.length}));
    ca_owned_free(&error);
    if (message) PyErr_SetObject(PyExc_ValueError, message.get());
    return nullptr;
  }
  PyObject* const self = PyType_GenericAlloc(type, 0);
  if (self == nullptr) {
    ca_cleaner_free(cleaner);
    return nullptr;
  }
  reinterpret_cast<Object*>(self)->cleaner = cleaner;
  return self;
}

void destroy(PyObject* self) {
  PyTypeObject* const type = Py_TYPE(self);
  ca_cleaner_free(cleaner_of(self));
  PyObject_Free(self);
  Py_DECREF(type);
}

using Read = ca_status (*)(const ca_cleaner*, const ca_page*, ca_result**);

PyObject* read(PyObject* self, PyObject* args, PyObject* kwargs, Read read_page) {
  PageArguments arguments;
  if (!arguments.read(args, kwargs)) return nullptr;
  ca_result* result = nullptr;
  ca_status status = CA_OK;
  {
    const Unlocked unlocked;
    status = read_page(cleaner_of(self), &arguments.page(), &result);
  }
  if (status != CA_OK) return raise(status);
  return make_result(*state_of(Py_TYPE(self)), result);
}

PyObject* clean(PyObject* self, PyObject* args, PyObject* kwargs) {
  return read(self, args, kwargs, ca_clean);
}

PyObject* read_metadata(PyObject* self, PyObject* args, PyObject* kwargs) {
  return read(self, args, kwargs, ca_read_metadata);
}

PyObject* whole_text(PyObject* self, PyObject* args, PyObject* kwargs) {
  return read(self, args, kwargs, ca_whole_text);
}

// Ordered and bounded by threads of Python, which is Python's to write: clean_article/_many.py.
PyObject* clean_many(PyObject* self, PyObject* args, PyObject* kwargs) {
  const Owned module(PyImport_ImportModule("clean_article._many"));
  if (!module) return nullptr;
  const Owned function(PyObject_GetAttrString(module.get(), "clean_many"));
  if (!function) return nullptr;
  const Py_ssize_t size = PyTuple_Size(args);
  const Owned all(PyTuple_New(size + 1));
  if (!all) return nullptr;
  Py_INCREF(self);
  PyTuple_SetItem(all.get(), 0, self);
  for (Py_ssize_t i = 0; i < size; ++i) {
    PyObject* const item = PyTuple_GetItem(args, i);
    Py_INCREF(item);
    PyTuple_SetItem(all.get(), i + 1, item);
  }
  return PyObject_Call(function.get(), all.get(), kwargs);
}

PyObject* clean_arrow(PyObject* self, PyObject* args, PyObject* kwargs) {
  return clean_columns(*state_of(Py_TYPE(self)), cleaner_of(self), args, kwargs);
}

constexpr const char* kDoc =
    "Cleaner(*, trade='balanced', from_='auto', comments=False, standfirst=False, title=False,\n"
    "        tables=True, formatting=False, links=False, images=False, only_with_metadata=False,\n"
    "        language=None, min_chars=0, min_confidence=0.0, max_bytes=0, rules=None,\n"
    "        built_in_rules=True, without=None, metadata=True, blocks=False, listed_blocks=False, "
    "formats=None)\n"
    "--\n\n"
    "Cleans pages. One may be shared by any number of threads, and is worth keeping.\n\n"
    "trade         'balanced', 'precision' (when in doubt leave text out) or 'recall' (take it in)\n"
    "from_         'auto', 'html' or 'text' (a page that lost its markup)\n"
    "language      'de': other pages are unwanted\n"
    "min_chars     shorter texts are unwanted; characters\n"
    "min_confidence  texts that are less sure are unwanted; 0 to 1, the field confidence\n"
    "max_bytes     a larger page is an error; bytes, 0 for 16 MiB\n"
    "rules         folders of site rules and word lists\n"
    "without       names of finishing rules that do not run\n"
    "metadata      read the fields; False saves time\n"
    "blocks        keep every block with its verdict; costs time\n"
    "formats       those that Result.render() will be asked for, None for all; fewer save time\n\n"
    "Raises ValueError for options that make no sense. No page raises anything.";

PyMethodDef kMethods[] = {
    {"clean", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(clean)),
     METH_VARARGS | METH_KEYWORDS,
     "clean(page, url=None, *, content_type=None, encoding=None, fetched=None)\n--\n\n"
     "The article of a page: bytes in any encoding (bytes, bytearray, memoryview), or str.\n"
     "url completes links and chooses the site's rule. fetched is a date or a time in ISO 8601:\n"
     "'3 hours ago' counts from it. Returns a Result for every page, good or bad."},
    {"read_metadata", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(read_metadata)),
     METH_VARARGS | METH_KEYWORDS,
     "read_metadata(page, url=None, *, content_type=None, encoding=None, fetched=None)\n--\n\n"
     "The fields of a page and no text, for less time than clean()."},
    {"whole_text", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(whole_text)),
     METH_VARARGS | METH_KEYWORDS,
     "whole_text(page, url=None, *, content_type=None, encoding=None, fetched=None)\n--\n\n"
     "All text of a page, with its menus and all."},
    {"clean_many", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(clean_many)),
     METH_VARARGS | METH_KEYWORDS,
     "clean_many(pages, *, jobs=None)\n--\n\n"
     "An iterator of the pages' results, in their order. A page is bytes, str, or (page, url).\n"
     "jobs threads clean (None: one for each CPU). No more than a few pages a thread are held."},
    {"clean_arrow", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(clean_arrow)),
     METH_VARARGS | METH_KEYWORDS,
     "clean_arrow(pages, urls=None, *, format='txt', fields=(), jobs=1)\n--\n\n"
     "An Arrow array of pages to an Arrow struct array of the same length, by the Arrow C Data\n"
     "Interface: pages and urls have __arrow_c_array__ and are binary, string, or the large form of\n"
     "either; what comes has it, too. Its fields are text (null where there is none), outcome, reason,\n"
     "and those asked for as strings. Raises TypeError and ValueError for arrays of other types."},
    {nullptr, nullptr, 0, nullptr}};

PyType_Slot kSlots[] = {{Py_tp_new, reinterpret_cast<void*>(make)},
                        {Py_tp_dealloc, reinterpret_cast<void*>(destroy)},
                        {Py_tp_methods, kMethods},
                        {Py_tp_doc, const_cast<char*>(kDoc)},
                        {0, nullptr}};

// No subclasses: an instance's type leads to the module.
PyType_Spec kSpec = {"clean_article.Cleaner", sizeof(Object), 0,
                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE, kSlots};

}  // namespace

bool add_cleaner(PyObject* module, State& state) {
  state.cleaner = reinterpret_cast<PyTypeObject*>(PyType_FromModuleAndSpec(module, &kSpec, nullptr));
  return state.cleaner != nullptr && PyModule_AddType(module, state.cleaner) == 0;
}

}  // namespace clean_article::python
