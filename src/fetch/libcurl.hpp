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
  decltype(&curl_getdate) getdate;
  decltype(&curl_multi_init) multi_init;
  decltype(&curl_multi_cleanup) multi_cleanup;
  decltype(&curl_multi_setopt) multi_setopt;
  decltype(&curl_multi_add_handle) multi_add_handle;
  decltype(&curl_multi_remove_handle) multi_remove_handle;
  decltype(&curl_multi_perform) multi_perform;
  decltype(&curl_multi_info_read) multi_info_read;
  decltype(&curl_multi_poll) multi_poll;
  decltype(&curl_multi_wakeup) multi_wakeup;
};

// Loads and initialises it, once for all threads; an Error says why that cannot be done.
Status load_libcurl();

// Only after load_libcurl() has succeeded.
const Libcurl& libcurl();

}  // namespace clean_article::fetch
