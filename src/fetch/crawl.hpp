// Many URLs, fetched politely: one request at a time to a host with a pause between two, robots.txt obeyed,
// servers that are busy left alone and asked again. Owns the thread that does it and the connections.
#pragma once

#include <pthread.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/base.hpp"
#include "fetch/fetched.hpp"

namespace clean_article::fetch {

struct CrawlRules {
  std::chrono::milliseconds delay{1000};  // between a request to a host and the next
  unsigned connections = 8;               // at once, each to another host
  bool ignore_robots = false;
  unsigned tries = kMostTries;
  std::chrono::milliseconds retry_wait{1000};  // before a second try, where the server says nothing of it
  std::size_t most_held_bytes = kMostHeldBytes;
  // Asked now and then; once it says so, what has not been fetched yet is given up, but for what somebody
  // waits for in fetch().
  std::function<bool()> is_stopped{};
  // Told, in the crawl's thread, of a URL that is asked for again later, and why; may be empty.
  std::function<void(const std::string& url, const std::string& message)> tell{};
};

class CrawlLoop;

class Crawl {
 public:
  using Done = std::function<void(Result<Fetched>)>;

  static Result<std::unique_ptr<Crawl>> start(CrawlRules rules);
  ~Crawl();  // what has not been fetched is forgotten
  Crawl(const Crawl&) = delete;
  Crawl& operator=(const Crawl&) = delete;

  // Adds a URL. `done` is called in the crawl's thread. Of two URLs that could be fetched the one that was
  // added first is.
  void add(std::string url, FetchOptions options, Done done);

  // Fetches a URL before all others, and waits for it.
  Result<Fetched> fetch(std::string url, FetchOptions options);

  // So many bytes of what `done` was given are no longer held. While too many are, only the URL is fetched
  // that was added first.
  void release(std::size_t bytes);

 private:
  explicit Crawl(CrawlRules rules);
  bool run();

  std::unique_ptr<CrawlLoop> loop_;
  pthread_t thread_{};
  bool is_running_ = false;
};

}  // namespace clean_article::fetch
