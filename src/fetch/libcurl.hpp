// libcurl, loaded when the first URL is fetched: with the 29 libraries that only it needs it takes more
// time to load than all the rest of the program, which mostly cleans saved pages.
#pragma once

#include <curl/curl.h>

#include "base/base.hpp"

namespace clean_article::fetch {

// Its functions, named as there without "curl_".
struct Libcurl {
  decltype(&curl_global_init) global_init;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_strerror) easy_strerror;
};

// Loads and initialises it, once for all threads; an Error says why that cannot be done.
Status load_libcurl();

// Only after load_libcurl() has succeeded.
const Libcurl& libcurl();

}  // namespace clean_article::fetch
