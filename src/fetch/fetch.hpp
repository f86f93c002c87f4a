// The door of the fetch floor: one URL, or many, to the bytes of their pages. Knows libcurl; knows nothing of
// HTML.
#pragma once

#include <string>

#include "base/base.hpp"
#include "fetch/crawl.hpp"    // IWYU pragma: export
#include "fetch/fetched.hpp"  // IWYU pragma: export

namespace clean_article::fetch {

// Fetches one http or https URL. Blocks; safe to call from several threads at once.
//
// Errors are kFetch, kTooLarge or kNotHtml. A page that arrives only in part is an error, where HTTP or its
// compression can tell (a plain body that simply ends with its connection is taken as whole). Content types
// other than HTML, XML and plain text are refused before the body is read; what is sent as some file or
// without a type must look like a page. Cookies live as long as one call, each for the sites that it is for.
// No credentials are looked up, certificates always verified.
//
// Proxies of the environment (http_proxy, https_proxy, all_proxy, no_proxy) are used. They, and one that is
// given, are the user's own choice and may stand at a private address; since they resolve names themselves,
// behind one only private addresses that are written in a URL can be refused.
Result<Fetched> fetch(const std::string& url, const FetchOptions& options);

}  // namespace clean_article::fetch
