// The loop of a crawl: jobs come in, requests go out by a libcurl multi handle, answers come back. Everything
// but the first functions happens in the one thread that runs it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "fetch/crawl.hpp"
#include "fetch/libcurl.hpp"
#include "fetch/robots_of_sites.hpp"
#include "fetch/schedule.hpp"
#include "fetch/visit.hpp"

namespace clean_article::fetch {

struct CrawlJob {
  std::string url;
  FetchOptions options;
  Crawl::Done done;
  std::string origin{};  // of a job that fetches its robots.txt; "" for a page
  unsigned tries = 0;
  std::string host{};  // that the request which is on goes to
  std::unique_ptr<Visit> visit{};
};

class CrawlLoop {
 public:
  explicit CrawlLoop(CrawlRules rules);
  ~CrawlLoop();
  CrawlLoop(const CrawlLoop&) = delete;
  CrawlLoop& operator=(const CrawlLoop&) = delete;

  // May be called from other threads. Urgent jobs come before all others.
  void add(bool is_urgent, CrawlJob job);
  void release(std::size_t bytes);
  void end();  // run() returns soon

  // Until the end.
  void run();

 private:
  struct CleanUp {
    void operator()(CURLM* multi) const { libcurl().multi_cleanup(multi); }
  };
  void wake() { libcurl().multi_wakeup(multi_.get()); }
  bool is_full();
  void take_new_jobs();
  void route(std::uint64_t number);
  void ask_for_robots(std::uint64_t number);
  void start_requests();
  void start(std::uint64_t number);
  void end_requests();
  void end_request(std::uint64_t number, CURLcode code);
  void finish(std::uint64_t number, Result<Fetched> result, int status);
  void give_up();
  int poll_milliseconds();
  bool run_once();
  void fail_all();

  CrawlRules rules_;
  std::unique_ptr<CURLM, CleanUp> multi_;
  std::map<std::uint64_t, CrawlJob> jobs_;
  std::map<CURL*, std::uint64_t> running_;
  Schedule schedule_;
  RobotsOfSites robots_;

  std::mutex mutex_;  // of what follows
  std::vector<std::pair<std::uint64_t, CrawlJob>> new_jobs_;
  std::uint64_t added_ = 0;
  std::uint64_t urgent_ = 0;
  std::size_t held_bytes_ = 0;
  bool is_ending_ = false;
};

}  // namespace clean_article::fetch
