// Inputs whose URLs are fetched ahead, many hosts side by side, and given in their order with their pages.
// Owns the crawl, and the thread that looks ahead for hosts; cleans nothing.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "bulk/bulk.hpp"
#include "fetch/fetch.hpp"

namespace clean_article::cli {

// How URLs are fetched.
struct CrawlSteps {
  fetch::CrawlRules rules;
  std::function<fetch::FetchOptions(const std::string& url)> options;
  // Told of each page that came, before it is cleaned, in the thread that fetches; may be empty.
  std::function<Status(const bulk::Input&, const fetch::Fetched&)> keep;
  std::function<Result<bulk::LoadedPage>(Result<fetch::Fetched>)> page_of;
};

class CrawledInputs {
 public:
  using Next = std::function<std::optional<bulk::Input>()>;

  // As long as no URL comes, inputs are handed on as they are asked for.
  CrawledInputs(Next inputs, CrawlSteps steps) : inputs_(std::move(inputs)), steps_(std::move(steps)) {}
  ~CrawledInputs();
  CrawledInputs(const CrawledInputs&) = delete;
  CrawledInputs& operator=(const CrawledInputs&) = delete;

  // The next one; a URL with its page, or with what went wrong.
  std::optional<bulk::Input> next();

  // A further page, for one that next() has given.
  Result<bulk::LoadedPage> fetch(const std::string& url);

 private:
  struct Place {
    bulk::Input input;
    bool is_ready = true;
  };
  Status start();
  void look_ahead();
  void append(bulk::Input input);
  void take(Place& place, Result<fetch::Fetched> fetched);

  Next inputs_;
  CrawlSteps steps_;
  std::unique_ptr<fetch::Crawl> crawl_;
  std::thread reader_;

  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Place>> places_;
  bool has_ended_ = false;  // no more inputs come
  bool is_ending_ = false;  // none are wanted
  std::exception_ptr failure_;
};

}  // namespace clean_article::cli
