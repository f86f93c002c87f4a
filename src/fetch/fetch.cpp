#include "fetch/fetch.hpp"

#include <memory>
#include <optional>

#include "fetch/libcurl.hpp"
#include "fetch/visit.hpp"

namespace clean_article::fetch {

Result<Fetched> fetch(const std::string& url, const FetchOptions& options) {
  if (const Status loaded = load_libcurl(); !loaded.ok()) return loaded.error();
  Result<std::unique_ptr<Visit>> created = Visit::create(url, options);
  if (!created.ok()) return created.error();
  Visit& visit = **created;
  while (true) {
    if (const Status begun = visit.begin(); !begun.ok()) return begun.error();
    if (auto done = visit.end(libcurl().easy_perform(visit.handle()))) return *std::move(done);
  }
}

}  // namespace clean_article::fetch
