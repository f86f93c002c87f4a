// Cleans a column of pages in threads of its own, without Python's lock, and holds what comes for whoever
// reads Arrow. Owns the class ArrowTexts.
#include "python/column.hpp"

#include <atomic>
#include <exception>
#include <memory>
#include <thread>

#include "python/arguments.hpp"
#include "python/arrow_input.hpp"
#include "python/arrow_output.hpp"

namespace clean_article::python {
namespace {

constexpr unsigned kMostJobs = 1024;

using Cell = std::optional<std::string>;

// What a page gave: text, outcome, reason, and the fields that were asked for.
using Row = std::vector<Cell>;

const char* outcome_name(ca_outcome outcome) {
  constexpr const char* kNames[] = {"article", "no_article", "unwanted", "too_large", "not_a_page"};
  const auto place = static_cast<std::size_t>(outcome);
  return kNames[place < std::size(kNames) ? place : std::size(kNames) - 1];
}

Cell cell(ca_str text) {
  return text.length == 0 ? Cell() : Cell(std::string(text.data, text.length));
}

// Whether the cleaner's results have all these fields; else ValueError is set.
bool check_fields(const ca_cleaner* cleaner, const Texts& fields) {
  if (fields.size() == 0) return true;
  ca_page page{};
  page.size = sizeof page;
  page.bytes = borrowed("<p>a page that can be read");
  ca_result* result = nullptr;
  const ca_status status = ca_clean(cleaner, &page, &result);
  if (status != CA_OK) return raise(status) != nullptr;
  const std::unique_ptr<ca_result, void (*)(ca_result*)> owner(result, ca_result_free);
  const std::size_t count = ca_result_field_count(result);
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const std::string_view wanted = view(fields.data()[f]);
    bool found = false;
    for (std::size_t i = 0; i < count && !found; ++i) {
      ca_field field{};
      field.size = sizeof field;
      found = ca_result_field(result, i, &field) == CA_OK && view(field.name) == wanted;
    }
    if (found) continue;
    PyErr_Format(PyExc_ValueError,
                 count == 0 ? "the cleaner reads no fields (metadata=False), and '%s' is asked for"
                            : "there is no field '%s'",
                 std::string(wanted).c_str());
    return false;
  }
  return true;
}

// All values of a field in one text: authors are a list.
Cell joined_values(const ca_result* result, std::string_view name) {
  const std::size_t count = ca_result_field_count(result);
  for (std::size_t i = 0; i < count; ++i) {
    ca_field field{};
    field.size = sizeof field;
    if (ca_result_field(result, i, &field) != CA_OK || view(field.name) != name) continue;
    Cell out;
    for (std::size_t value = 0; value < field.value_count; ++value) {
      out = out ? *out + "; " : std::string();
      out->append(view(ca_result_field_value(result, i, value)));
    }
    return out;
  }
  return {};
}

struct Job {
  const ca_cleaner* cleaner;
  const ArrowInput& pages;
  const ArrowInput* urls;
  std::string_view format;
  const Texts& fields;
  std::atomic<std::size_t> next = 0;
  std::atomic<int> status = CA_OK;
  std::vector<Row> rows{};

  ca_status clean_row(std::size_t i) {
    Row& row = rows[i];
    row.resize(3 + fields.size());
    const auto& bytes = pages.cells()[i];
    if (!bytes) {
      row[1] = "not_a_page";
      row[2] = "null";
      return CA_OK;
    }
    ca_page page{};
    page.size = sizeof page;
    page.bytes = borrowed(*bytes);
    if (pages.is_text()) page.encoding = borrowed("utf-8");
    if (urls != nullptr) page.url = borrowed(urls->cells()[i].value_or(""));
    ca_result* result = nullptr;
    ca_status done = ca_clean(cleaner, &page, &result);
    if (done != CA_OK) return done;
    const std::unique_ptr<ca_result, void (*)(ca_result*)> owner(result, ca_result_free);
    if (format == "txt") {
      row[0] = cell(ca_result_text(result));
    } else {
      ca_owned text{nullptr, 0};
      done = ca_result_render(result, borrowed(format), nullptr, &text);
      if (done == CA_OK) row[0] = cell({text.data, text.length});
      ca_owned_free(&text);
    }
    row[1] = outcome_name(ca_result_outcome(result));
    row[2] = cell(ca_result_message(result));
    for (std::size_t f = 0; f < fields.size(); ++f)
      row[3 + f] = joined_values(result, view(fields.data()[f]));
    return done;
  }

  void work() {
    try {
      for (std::size_t i = next++; i < rows.size() && status == CA_OK; i = next++)
        if (const ca_status done = clean_row(i); done != CA_OK) status = done;
    } catch (const std::bad_alloc&) {
      status = CA_NO_MEMORY;
    }
  }
};

// In `jobs` threads, this one among them.
void run(Job& job, unsigned jobs) {
  std::vector<std::thread> threads;
  try {
    while (threads.size() + 1 < std::min<std::size_t>(jobs, job.rows.size()))
      threads.emplace_back([&] { job.work(); });
  } catch (const std::exception&) {
    // With fewer threads than asked for it only takes longer.
  }
  job.work();
  for (std::thread& thread : threads) thread.join();
}

// Null where a column needs the large form.
std::shared_ptr<const Batch> batch_of(Job& job) {
  auto batch = std::make_shared<Batch>();
  batch->rows = static_cast<std::int64_t>(job.rows.size());
  std::vector<std::string> names = {"text", "outcome", "reason"};
  for (std::size_t f = 0; f < job.fields.size(); ++f) names.emplace_back(view(job.fields.data()[f]));
  for (std::string& name : names) batch->columns.emplace_back(std::move(name), job.pages.is_large());
  for (Row& row : job.rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!batch->columns[i].append(row[i])) return nullptr;
    row = Row();
  }
  return batch;
}

struct Object {
  PyObject_HEAD std::shared_ptr<const Batch>* batch;
};

const std::shared_ptr<const Batch>& batch_of(PyObject* self) {
  return *reinterpret_cast<Object*>(self)->batch;
}

void destroy(PyObject* self) {
  PyTypeObject* const type = Py_TYPE(self);
  delete reinterpret_cast<Object*>(self)->batch;
  PyObject_Free(self);
  Py_DECREF(type);
}

template <typename Struct>
void free_capsule(PyObject* capsule, const char* name) {
  auto* const lent = static_cast<Struct*>(PyCapsule_GetPointer(capsule, name));
  if (lent == nullptr) return;
  if (lent->release != nullptr) lent->release(lent);
  delete lent;
}

void free_schema(PyObject* capsule) {
  free_capsule<ArrowSchema>(capsule, kSchemaCapsule);
}

void free_array(PyObject* capsule) {
  free_capsule<ArrowArray>(capsule, kArrayCapsule);
}

PyObject* schema_capsule(PyObject* self) {
  auto schema = std::make_unique<ArrowSchema>();
  lend_schema(batch_of(self), schema.get());
  PyObject* const capsule = PyCapsule_New(schema.get(), kSchemaCapsule, free_schema);
  if (capsule == nullptr) {
    schema->release(schema.get());
    return nullptr;
  }
  static_cast<void>(schema.release());  // the capsule has it
  return capsule;
}

PyObject* arrow_schema(PyObject* self, PyObject*) {
  return schema_capsule(self);
}

PyObject* arrow_array(PyObject* self, PyObject* args) {
  PyObject* requested = nullptr;  // a wish, which need not be granted
  if (PyArg_ParseTuple(args, "|O", &requested) == 0) return nullptr;
  const Owned schema(schema_capsule(self));
  if (!schema) return nullptr;
  auto array = std::make_unique<ArrowArray>();
  lend_array(batch_of(self), array.get());
  const Owned capsule(PyCapsule_New(array.get(), kArrayCapsule, free_array));
  if (!capsule) {
    array->release(array.get());
    return nullptr;
  }
  static_cast<void>(array.release());  // the capsule has it
  return PyTuple_Pack(2, schema.get(), capsule.get());
}

Py_ssize_t length(PyObject* self) {
  return static_cast<Py_ssize_t>(batch_of(self)->rows);
}

PyMethodDef kMethods[] = {
    {"__arrow_c_schema__", arrow_schema, METH_NOARGS, "A capsule with the ArrowSchema."},
    {"__arrow_c_array__", arrow_array, METH_VARARGS, "Capsules with the ArrowSchema and the ArrowArray."},
    {nullptr, nullptr, 0, nullptr}};

PyType_Slot kSlots[] = {
    {Py_tp_dealloc, reinterpret_cast<void*>(destroy)},
    {Py_tp_methods, kMethods},
    {Py_sq_length, reinterpret_cast<void*>(length)},
    {Py_tp_doc,
     const_cast<char*>("Texts of pages as an Arrow struct array: pyarrow.array() and others read it.")},
    {0, nullptr}};

PyType_Spec kSpec = {"clean_article.ArrowTexts", sizeof(Object), 0,
                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                     kSlots};

PyObject* make(State& state, std::shared_ptr<const Batch> batch) {
  PyObject* const self = PyType_GenericAlloc(state.column, 0);
  if (self != nullptr)
    reinterpret_cast<Object*>(self)->batch = new std::shared_ptr<const Batch>(std::move(batch));
  return self;
}

}  // namespace

bool add_column(PyObject* module, State& state) {
  state.column = reinterpret_cast<PyTypeObject*>(PyType_FromModuleAndSpec(module, &kSpec, nullptr));
  return state.column != nullptr && PyModule_AddType(module, state.column) == 0;
}

namespace {

PyObject* clean_given(State& state, const ca_cleaner* cleaner, PyObject* args, PyObject* kwargs) {
  static const char* const kNames[] = {"pages", "urls", "format", "fields", "jobs", nullptr};
  PyObject *pages = nullptr, *urls = nullptr, *fields = nullptr;
  const char* format = "txt";
  int jobs = 1;
  if (PyArg_ParseTupleAndKeywords(args, kwargs, "O|O$sOi", const_cast<char**>(kNames), &pages, &urls, &format,
                                  &fields, &jobs) == 0)
    return nullptr;
  const bool has_urls = urls != nullptr && urls != Py_None;
  ArrowInput page_column, url_column;
  Texts field_names;
  if (!page_column.take(pages, "pages") || (has_urls && !url_column.take(urls, "urls")) ||
      !field_names.take(fields, "fields"))
    return nullptr;
  if (!check_fields(cleaner, field_names)) return nullptr;
  if (has_urls && url_column.cells().size() != page_column.cells().size()) {
    PyErr_SetString(PyExc_ValueError, "pages and urls are not of the same length");
    return nullptr;
  }
  if (jobs < 1 || jobs > static_cast<int>(kMostJobs)) {
    PyErr_Format(PyExc_ValueError, "jobs is a number from 1 to %u, not %d", kMostJobs, jobs);
    return nullptr;
  }
  Job job{cleaner, page_column, has_urls ? &url_column : nullptr, format, field_names};
  std::shared_ptr<const Batch> batch;
  {
    const Unlocked unlocked;
    job.rows.resize(page_column.cells().size());
    run(job, static_cast<unsigned>(jobs));
    if (job.status == CA_OK) batch = batch_of(job);
  }
  if (job.status == CA_INVALID) {
    PyErr_Format(PyExc_ValueError, "format '%s' is unknown, or not among the cleaner's formats", format);
    return nullptr;
  }
  if (job.status != CA_OK) return raise(static_cast<ca_status>(job.status.load()));
  if (batch == nullptr) {
    PyErr_SetString(PyExc_OverflowError,
                    "the texts are more than 2 GiB: give pages as large_binary or large_string");
    return nullptr;
  }
  return make(state, std::move(batch));
}

}  // namespace

PyObject* clean_columns(State& state, const ca_cleaner* cleaner, PyObject* args, PyObject* kwargs) {
  try {
    return clean_given(state, cleaner, args, kwargs);
  } catch (const std::exception&) {  // columns may be larger than memory
    return PyErr_NoMemory();
  }
}

}  // namespace clean_article::python
