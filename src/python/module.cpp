// The extension module clean_article._native: its types, and what makes it one that many threads and
// interpreters may use.
#include "python/python.hpp"

namespace clean_article::python {
namespace {

int traverse(PyObject* module, visitproc visit, void* arg) {
  const State* const state = state_of(module);
  if (state == nullptr) return 0;
  Py_VISIT(state->cleaner);
  Py_VISIT(state->result);
  Py_VISIT(state->block);
  Py_VISIT(state->column);
  return 0;
}

int clear(PyObject* module) {
  State* const state = state_of(module);
  if (state == nullptr) return 0;
  Py_CLEAR(state->cleaner);
  Py_CLEAR(state->result);
  Py_CLEAR(state->block);
  Py_CLEAR(state->column);
  return 0;
}

int fill(PyObject* module) {
  State& state = *state_of(module);
  if (!add_result(module, state) || !add_column(module, state) || !add_cleaner(module, state)) return -1;
  const Owned version(to_str(ca_version()));
  return version ? PyModule_AddObjectRef(module, "version", version.get()) : -1;
}

PyModuleDef_Slot kSlots[] = {{Py_mod_exec, reinterpret_cast<void*>(fill)},
#ifdef Py_GIL_DISABLED
                             {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
                             {0, nullptr}};

PyModuleDef kModule = {PyModuleDef_HEAD_INIT,
                       "clean_article._native",
                       "The clean text of a web article.",
                       sizeof(State),
                       nullptr,
                       kSlots,
                       traverse,
                       clear,
                       nullptr};

}  // namespace

State* state_of(PyObject* module) {
  return static_cast<State*>(PyModule_GetState(module));
}

State* state_of(PyTypeObject* type) {
  return static_cast<State*>(PyType_GetModuleState(type));
}

PyObject* raise(ca_status status) {
  if (status == CA_NO_MEMORY) return PyErr_NoMemory();
  PyErr_SetString(PyExc_RuntimeError, "clean_article has a fault; please report it");
  return nullptr;
}

}  // namespace clean_article::python

PyMODINIT_FUNC PyInit__native() {  // NOLINT(bugprone-reserved-identifier): Python's name for it
  return PyModuleDef_Init(&clean_article::python::kModule);
}
