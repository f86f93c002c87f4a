#include "fetch/libcurl.hpp"

#include <dlfcn.h>

#include <string>
#include <type_traits>

namespace clean_article::fetch {
namespace {

constexpr const char* kLibrary = "libcurl.so.4";  // since 2006; its functions only grow in number

struct Loaded {
  Libcurl functions{};
  std::string error;
};

Loaded load() {
  Loaded loaded;
  void* const library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    loaded.error = std::string("libcurl is not here (Debian's package: libcurl4): ") + dlerror();
    return loaded;
  }
  const auto find = [&](auto& function, const char* name) {
    function = reinterpret_cast<std::decay_t<decltype(function)>>(dlsym(library, name));
    if (function == nullptr) loaded.error = std::string("libcurl is too old: it has no ") + name;
  };
  Libcurl& f = loaded.functions;
  find(f.global_init, "curl_global_init");
  find(f.slist_append, "curl_slist_append");
  find(f.slist_free_all, "curl_slist_free_all");
  find(f.easy_init, "curl_easy_init");
  find(f.easy_setopt, "curl_easy_setopt");
  find(f.easy_perform, "curl_easy_perform");
  find(f.easy_getinfo, "curl_easy_getinfo");
  find(f.easy_cleanup, "curl_easy_cleanup");
  find(f.easy_strerror, "curl_easy_strerror");
  find(f.getdate, "curl_getdate");
  find(f.multi_init, "curl_multi_init");
  find(f.multi_cleanup, "curl_multi_cleanup");
  find(f.multi_setopt, "curl_multi_setopt");
  find(f.multi_add_handle, "curl_multi_add_handle");
  find(f.multi_remove_handle, "curl_multi_remove_handle");
  find(f.multi_perform, "curl_multi_perform");
  find(f.multi_info_read, "curl_multi_info_read");
  find(f.multi_poll, "curl_multi_poll");
  find(f.multi_wakeup, "curl_multi_wakeup");
  if (loaded.error.empty()) f.global_init(CURL_GLOBAL_DEFAULT);
  return loaded;
}

const Loaded& loaded() {
  static const Loaded once = load();
  return once;
}

}  // namespace

Status load_libcurl() {
  if (loaded().error.empty()) return Done{};
  return Error{ErrorKind::kFetch, loaded().error};
}

const Libcurl& libcurl() {
  return loaded().functions;
}

}  // namespace clean_article::fetch
