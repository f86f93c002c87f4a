// A shared library that is loaded when it is needed, and its functions by name.
#pragma once

#include <dlfcn.h>

#include <type_traits>

namespace clean_article::codings {

class Library {
 public:
  explicit Library(const char* name) : handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}

  template <typename Function>
  void find(Function& function, const char* name) {
    if (handle_ != nullptr) function = reinterpret_cast<std::decay_t<Function>>(dlsym(handle_, name));
    is_whole_ = is_whole_ && function != nullptr;
  }
  bool is_whole() const { return is_whole_; }

 private:
  void* handle_;
  bool is_whole_ = true;
};

// The functions of a library, a struct of pointers with `is_here`: whether all of them were found, as
// `find_all` looks for them. Loaded once, when first asked for; each struct stands for one library.
template <typename Functions, typename FindAll>
const Functions& loaded(const char* name, const FindAll& find_all) {
  static const Functions once = [&] {
    Functions functions;
    Library library(name);
    find_all(functions, library);
    functions.is_here = library.is_whole();
    return functions;
  }();
  return once;
}

}  // namespace clean_article::codings
