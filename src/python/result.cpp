// The class Result, what a page gave, and Block. Each attribute is made when it is asked for, so that who
// wants the text alone pays for no more; nothing in a Result changes.
#include <cstdlib>
#include <string>

#include "python/arguments.hpp"
#include "python/python.hpp"

namespace clean_article::python {
namespace {

struct Object {
  PyObject_HEAD ca_result* result;
};

const ca_result* result_of(PyObject* self) {
  return reinterpret_cast<Object*>(self)->result;
}

void destroy(PyObject* self) {
  PyTypeObject* const type = Py_TYPE(self);
  ca_result_free(reinterpret_cast<Object*>(self)->result);
  PyObject_Free(self);
  Py_DECREF(type);
}

const char* outcome_name(ca_outcome outcome) {
  switch (outcome) {
    case CA_ARTICLE:
      return "article";
    case CA_NO_ARTICLE:
      return "no_article";
    case CA_UNWANTED:
      return "unwanted";
    case CA_TOO_LARGE:
      return "too_large";
    case CA_NOT_A_PAGE:
      break;
  }
  return "not_a_page";
}

bool is_article(PyObject* self) {
  return ca_result_outcome(result_of(self)) == CA_ARTICLE;
}

PyObject* get_ok(PyObject* self, void*) {
  return PyBool_FromLong(is_article(self) ? 1 : 0);
}

int is_true(PyObject* self) {
  return is_article(self) ? 1 : 0;
}

PyObject* get_outcome(PyObject* self, void*) {
  return PyUnicode_FromString(outcome_name(ca_result_outcome(result_of(self))));
}

PyObject* get_reason(PyObject* self, void*) {
  return to_str_or_none(ca_result_message(result_of(self)));
}

PyObject* get_doubtful(PyObject* self, void*) {
  return PyBool_FromLong(ca_result_is_doubtful(result_of(self)));
}

PyObject* get_text(PyObject* self, void*) {
  return to_str_or_none(ca_result_text(result_of(self)));
}

PyObject* get_encoding(PyObject* self, void*) {
  return to_str_or_none(ca_result_encoding(result_of(self)));
}

PyObject* get_value(PyObject* self, void* name) {
  return to_str_or_none(ca_result_value(result_of(self), borrowed(static_cast<const char*>(name))));
}

PyObject* get_warnings(PyObject* self, void*) {
  const std::size_t count = ca_result_warning_count(result_of(self));
  Owned list(PyList_New(0));
  for (std::size_t i = 0; list && i < count; ++i) {
    const Owned text(to_str(ca_result_warning(result_of(self), i)));
    if (!text || PyList_Append(list.get(), text.get()) < 0) return nullptr;
  }
  return list.release();
}

// Fields that have any number of values, and those that are numbers: the interface gives all as texts.
bool is_list(std::string_view name) {
  return name == "authors" || name == "categories" || name == "tags";
}

PyObject* field_value(const ca_result* result, std::size_t index, const ca_field& field) {
  if (is_list(view(field.name))) {
    Owned list(PyList_New(0));
    for (std::size_t i = 0; list && i < field.value_count; ++i) {
      const Owned text(to_str(ca_result_field_value(result, index, i)));
      if (!text || PyList_Append(list.get(), text.get()) < 0) return nullptr;
    }
    return list.release();
  }
  if (field.value_count == 0) Py_RETURN_NONE;
  const ca_str value = ca_result_field_value(result, index, 0);
  if (view(field.name) == "word_count")
    return PyLong_FromString(std::string(view(value)).c_str(), nullptr, 10);
  if (view(field.name) == "confidence")
    return PyFloat_FromDouble(std::strtod(std::string(view(value)).c_str(), nullptr));
  return to_str(value);
}

// A dict of all fields, each with what `make` says of it.
template <typename Make>
PyObject* fields(PyObject* self, const Make& make) {
  const ca_result* const result = result_of(self);
  Owned dict(PyDict_New());
  const std::size_t count = ca_result_field_count(result);
  for (std::size_t i = 0; dict && i < count; ++i) {
    ca_field field{};
    field.size = sizeof field;
    if (ca_result_field(result, i, &field) != CA_OK) break;
    const Owned name(to_str(field.name));
    const Owned value(name ? make(result, i, field) : nullptr);
    if (!value || PyDict_SetItem(dict.get(), name.get(), value.get()) < 0) return nullptr;
  }
  return dict.release();
}

PyObject* get_metadata(PyObject* self, void*) {
  return fields(self, field_value);
}

PyObject* get_sources(PyObject* self, void*) {
  return fields(self, [](const ca_result*, std::size_t, const ca_field& field) {
    return to_str_or_none(field.source);
  });
}

constexpr int kBlockFields = 9;

PyObject* make_block(PyTypeObject* type, const ca_block& block) {
  Owned tuple(PyStructSequence_New(type));
  if (!tuple) return nullptr;
  PyObject* const values[kBlockFields] = {to_str(block.text),
                                          to_str(block.kind),
                                          to_str(block.step),
                                          to_str(block.reason),
                                          to_str(block.signals),
                                          PyFloat_FromDouble(block.score),
                                          PyBool_FromLong(block.kept),
                                          PyLong_FromUnsignedLong(block.source_begin),
                                          PyLong_FromUnsignedLong(block.source_end)};
  bool all = true;
  for (int i = 0; i < kBlockFields; ++i) {
    all = all && values[i] != nullptr;
    PyStructSequence_SetItem(tuple.get(), i, values[i]);
  }
  return all ? tuple.release() : nullptr;
}

PyObject* get_blocks(PyObject* self, void*) {
  const State* const state = state_of(Py_TYPE(self));
  const std::size_t count = ca_result_block_count(result_of(self));
  Owned list(PyList_New(0));
  for (std::size_t i = 0; list && i < count; ++i) {
    ca_block block{};
    block.size = sizeof block;
    if (ca_result_block(result_of(self), i, &block) != CA_OK) break;
    const Owned made(make_block(state->block, block));
    if (!made || PyList_Append(list.get(), made.get()) < 0) return nullptr;
  }
  return list.release();
}

PyObject* render(PyObject* self, PyObject* args, PyObject* kwargs) {
  static const char* const kNames[] = {"format", "metadata", "text", nullptr};
  PyObject* format = nullptr;
  int metadata = 0, text = 1;
  if (PyArg_ParseTupleAndKeywords(args, kwargs, "U|$pp", const_cast<char**>(kNames), &format, &metadata,
                                  &text) == 0)
    return nullptr;
  Bytes name;
  if (!name.take(format)) return nullptr;
  ca_rendering how{};
  how.size = sizeof how;
  how.metadata = metadata;
  how.no_text = text == 0 ? 1 : 0;
  ca_owned out{nullptr, 0};
  ca_status status = CA_OK;
  {
    const Unlocked unlocked;
    status = ca_result_render(result_of(self), name.get(), &how, &out);
  }
  if (status == CA_INVALID) {
    PyErr_Format(PyExc_ValueError, "format %R is unknown, or not among the cleaner's formats", format);
    return nullptr;
  }
  if (status != CA_OK) return raise(status);
  PyObject* const made = to_str_or_none({out.data, out.length});
  ca_owned_free(&out);
  return made;
}

PyObject* represent(PyObject* self) {
  const ca_result* const result = result_of(self);
  if (is_article(self)) {
    const Owned title(to_str(ca_result_value(result, borrowed("title"))));
    return title ? PyUnicode_FromFormat("<clean_article.Result: article %R, %zu bytes of text>", title.get(),
                                        ca_result_text(result).length)
                 : nullptr;
  }
  const Owned message(to_str(ca_result_message(result)));
  return message ? PyUnicode_FromFormat("<clean_article.Result: %s: %U>",
                                        outcome_name(ca_result_outcome(result)), message.get())
                 : nullptr;
}

constexpr const char* kDoc =
    "What a page gave. Immutable, and true where there is a text. Attributes are made anew each time they\n"
    "are asked for: keep what you use often.";

char kTitle[] = "title", kDate[] = "date", kLanguage[] = "language", kPageType[] = "page_type";

PyGetSetDef kAttributes[] = {
    {"ok", get_ok, nullptr, "Whether there is a text.", nullptr},
    {"outcome", get_outcome, nullptr, "'article', 'no_article', 'unwanted', 'too_large' or 'not_a_page'.",
     nullptr},
    {"reason", get_reason, nullptr, "Why there is no text, in words; None where there is one.", nullptr},
    {"doubtful", get_doubtful, nullptr, "No article, and trade='recall' would take some text all the same.",
     nullptr},
    {"text", get_text, nullptr, "Plain text, one final newline; None where there is none.", nullptr},
    {"encoding", get_encoding, nullptr, "The encoding that the page was read with (WHATWG name), or None.",
     nullptr},
    {"title", get_value, nullptr, "The title, or None.", kTitle},
    {"date", get_value, nullptr, "When it was published, ISO 8601, or None.", kDate},
    {"language", get_value, nullptr, "The language as a BCP 47 tag, or None.", kLanguage},
    {"page_type", get_value, nullptr, "What the page declares that it is, lower case, or None.", kPageType},
    {"warnings", get_warnings, nullptr, "What the bounds on a page cost this one; a list of str.", nullptr},
    {"metadata", get_metadata, nullptr,
     "A dict of all fields: str or None; authors, categories and tags are lists, word_count is\n"
     "int, confidence is float.",
     nullptr},
    {"sources", get_sources, nullptr, "Where each field came from, in words, or None.", nullptr},
    {"blocks", get_blocks, nullptr,
     "Every block of the page with its verdict, of a cleaner with blocks=True.", nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

PyMethodDef kMethods[] = {
    {"render", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(render)),
     METH_VARARGS | METH_KEYWORDS,
     "render(format, *, metadata=False, text=True)\n--\n\n"
     "The article as 'txt', 'markdown', 'html', 'json', 'jsonl', 'csv', 'xml' or 'tei'; None where there is\n"
     "no text. metadata puts the fields before txt and markdown, text=False leaves the text out.\n"
     "Raises ValueError for a format that is unknown or not among the cleaner's."},
    {nullptr, nullptr, 0, nullptr}};

PyType_Slot kSlots[] = {{Py_tp_dealloc, reinterpret_cast<void*>(destroy)},
                        {Py_tp_getset, kAttributes},
                        {Py_tp_methods, kMethods},
                        {Py_tp_repr, reinterpret_cast<void*>(represent)},
                        {Py_nb_bool, reinterpret_cast<void*>(is_true)},
                        {Py_tp_doc, const_cast<char*>(kDoc)},
                        {0, nullptr}};

PyType_Spec kSpec = {"clean_article.Result", sizeof(Object), 0,
                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                     kSlots};

PyStructSequence_Field kBlock[] = {{"text", "as it stands on the page, white space folded"},
                                   {"kind", "'paragraph', 'heading 2', 'list item' ..."},
                                   {"step", "who decided: 'scorer', 'rule', or a finishing rule"},
                                   {"reason", "in words"},
                                   {"signals", "that moved the score most; '' where none was given"},
                                   {"score", "0 boilerplate to 1 article"},
                                   {"kept", "whether it is in the text"},
                                   {"source_begin", "bytes of the page as UTF-8"},
                                   {"source_end", "bytes of the page as UTF-8"},
                                   {nullptr, nullptr}};

PyStructSequence_Desc kBlockDesc = {
    "clean_article.Block", "A block of a page, and why it was kept or dropped.", kBlock, kBlockFields};

}  // namespace

bool add_result(PyObject* module, State& state) {
  state.result = reinterpret_cast<PyTypeObject*>(PyType_FromModuleAndSpec(module, &kSpec, nullptr));
  state.block = PyStructSequence_NewType(&kBlockDesc);
  return state.result != nullptr && state.block != nullptr && PyModule_AddType(module, state.result) == 0 &&
         PyModule_AddObjectRef(module, "Block", reinterpret_cast<PyObject*>(state.block)) == 0;
}

PyObject* make_result(State& state, ca_result* result) {
  PyObject* const self = PyType_GenericAlloc(state.result, 0);
  if (self == nullptr) {
    ca_result_free(result);
    return nullptr;
  }
  reinterpret_cast<Object*>(self)->result = result;
  return self;
}

}  // namespace clean_article::python
