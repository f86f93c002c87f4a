#include "fetch/crawl_loop.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <new>
#include <optional>

#include "fetch/retry.hpp"

namespace clean_article::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLongestPoll{100};  // how soon is_stopped is asked again
constexpr std::string_view kProduct = "clean-article";

// Those of fetch() come before all others.
constexpr std::uint64_t kFirstUrgent = 1;
constexpr std::uint64_t kFirstAdded = std::uint64_t{1} << 40;

// A URL by a number; its robots.txt, if this is the first of its site, has the number before.
std::uint64_t number_of(std::uint64_t turn) {
  return 2 * turn + 1;
}

FetchOptions robots_options(const FetchOptions& of_page) {
  FetchOptions options = of_page;
  options.max_bytes = kMostRobotsBytes;
  options.max_redirects = static_cast<long>(kMostRobotsRedirects);
  options.any_type = true;
  options.headers.clear();
  options.cookies.clear();
  options.find_forward = nullptr;
  return options;
}

// "in 0.5 s", "in 120 s"
std::string in_words(milliseconds wait) {
  constexpr int kMillisecondsPerSecond = 1000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "in %.3g s",
                static_cast<double>(wait.count()) / kMillisecondsPerSecond);
  return text.data();
}

Error with_tries(Error error, unsigned tries) {
  error.message += " (after " + std::to_string(tries) + " tries)";
  return error;
}

}  // namespace

CrawlLoop::CrawlLoop(CrawlRules rules) : rules_(std::move(rules)), multi_(libcurl().multi_init()) {
  if (!multi_) throw std::bad_alloc();
  libcurl().multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(rules_.connections));
}

CrawlLoop::~CrawlLoop() {
  for (const auto& [handle, number] : running_) libcurl().multi_remove_handle(multi_.get(), handle);
}

void CrawlLoop::add(bool is_urgent, CrawlJob job) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t turn = is_urgent ? kFirstUrgent + urgent_++ : kFirstAdded + added_++;
  new_jobs_.emplace_back(number_of(turn), std::move(job));
  wake();
}

void CrawlLoop::release(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  held_bytes_ -= std::min(bytes, held_bytes_);
  wake();
}

void CrawlLoop::end() {
  const std::lock_guard lock(mutex_);
  is_ending_ = true;
  wake();
}

bool CrawlLoop::is_full() {
  const std::lock_guard lock(mutex_);
  return held_bytes_ >= rules_.most_held_bytes;
}

void CrawlLoop::take_new_jobs() {
  std::vector<std::pair<std::uint64_t, CrawlJob>> jobs;
  {
    const std::lock_guard lock(mutex_);
    jobs.swap(new_jobs_);
  }
  for (auto& [number, given] : jobs) {
    CrawlJob& job = jobs_.insert_or_assign(number, std::move(given)).first->second;
    Result<std::unique_ptr<Visit>> visit = Visit::create(job.url, job.options);
    if (visit.ok()) {
      job.visit = std::move(*visit);
      route(number);
    } else {
      finish(number, visit.error(), 0);
    }
  }
}

// Puts a job where it waits for its next request.
void CrawlLoop::route(std::uint64_t number) {
  const CrawlJob& job = jobs_.at(number);
  const Location& location = job.visit->location();
  if (auto refusal = job.visit->refusal()) {
    finish(number, *std::move(refusal), 0);
    return;
  }
  if (job.origin.empty() && !rules_.ignore_robots) {
    switch (robots_.ask(location, product_of(job.options.user_agent, kProduct), number)) {
      case RobotsOfSites::Answer::kAllowed:
        break;
      case RobotsOfSites::Answer::kRefused:
        finish(number, job.visit->failed(robots_.refusal(location)), 0);
        return;
      case RobotsOfSites::Answer::kAsk:
        ask_for_robots(number);
        return;
      case RobotsOfSites::Answer::kWait:
        return;
    }
  }
  schedule_.add(location.host(), number);
}

void CrawlLoop::ask_for_robots(std::uint64_t number) {
  const CrawlJob& page = jobs_.at(number);
  CrawlJob robots;
  robots.origin = page.visit->location().origin();
  robots.url = robots.origin + "/robots.txt";
  robots.options = robots_options(page.options);
  CrawlJob& job = jobs_.insert_or_assign(number - 1, std::move(robots)).first->second;
  job.visit = Visit::create(job.url, job.options).value();
  schedule_.add(job.visit->location().host(), number - 1);
}

void CrawlLoop::start_requests() {
  while (running_.size() < rules_.connections) {
    // While much is held, what is waited for is the first: nothing that waits behind it is let go before.
    const auto only = is_full() && !jobs_.empty() ? std::optional(jobs_.begin()->first) : std::nullopt;
    const auto number = schedule_.take(steady_clock::now(), only);
    if (!number) return;
    start(*number);
  }
}

void CrawlLoop::start(std::uint64_t number) {
  CrawlJob& job = jobs_.at(number);
  job.host = job.visit->location().host();
  const Status begun = job.visit->begin();
  const bool is_on = begun.ok() && libcurl().multi_add_handle(multi_.get(), job.visit->handle()) == CURLM_OK;
  if (is_on) {
    running_[job.visit->handle()] = number;
    return;
  }
  schedule_.finish(job.host, steady_clock::now());  // nobody was asked
  finish(number, begun.ok() ? Error{ErrorKind::kFetch, "no request can be made"} : begun.error(), 0);
}

void CrawlLoop::end_requests() {
  int waiting = 0;
  while (const CURLMsg* const message = libcurl().multi_info_read(multi_.get(), &waiting)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* const handle = message->easy_handle;
    const CURLcode code = message->data.result;  // the message is gone with the handle
    libcurl().multi_remove_handle(multi_.get(), handle);
    const auto running = running_.find(handle);
    const std::uint64_t number = running->second;
    running_.erase(running);
    end_request(number, code);
  }
}

void CrawlLoop::end_request(std::uint64_t number, CURLcode code) {
  CrawlJob& job = jobs_.at(number);
  std::optional<Result<Fetched>> result = job.visit->end(code);
  const bool is_busy = job.visit->may_be_tried_again();
  milliseconds wait = rules_.delay;
  if (is_busy) {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const auto asked = read_retry_after(job.visit->retry_after(), now);
    ++job.tries;
    if (job.tries < rules_.tries)
      wait = std::max(wait, asked.value_or(wait_before_try(job.tries + 1, job.url, rules_.retry_wait)));
    else if (asked)
      wait = std::max(wait, *asked);
  }
  schedule_.finish(job.host, steady_clock::now() + wait);
  if (!result) {
    route(number);
  } else if (is_busy && !result->ok() && job.tries < rules_.tries) {
    if (rules_.tell) rules_.tell(job.url, result->error().message + "; asked again " + in_words(wait));
    job.visit->reset_time();
    schedule_.add(job.host, number);
  } else {
    const int status = job.visit->status();
    if (job.tries > 1 && !result->ok()) result.emplace(with_tries(result->error(), job.tries));
    finish(number, *std::move(result), status);
  }
}

// What became of a job, to whom it concerns.
void CrawlLoop::finish(std::uint64_t number, Result<Fetched> result, int status) {
  const CrawlJob job = std::move(jobs_.extract(number).mapped());
  if (!job.origin.empty()) {
    for (const std::uint64_t waiting : robots_.settle(job.origin, result, status))
      if (jobs_.contains(waiting)) route(waiting);
    return;
  }
  if (result.ok()) {
    const std::lock_guard lock(mutex_);
    held_bytes_ += result->body.size();
  }
  job.done(std::move(result));
}

// All pages but those that somebody waits for. A robots.txt goes on: one of these may want it.
void CrawlLoop::give_up() {
  std::vector<CrawlJob> given_up;
  for (auto at = jobs_.lower_bound(number_of(kFirstAdded)); at != jobs_.end();) {
    CrawlJob& job = at->second;
    if (!job.origin.empty()) {
      ++at;
      continue;
    }
    if (const auto on = running_.find(job.visit->handle()); on != running_.end()) {
      libcurl().multi_remove_handle(multi_.get(), on->first);
      running_.erase(on);
      schedule_.finish(job.host, steady_clock::now() + rules_.delay);
    }
    schedule_.remove(job.visit->location().host(), at->first);
    given_up.push_back(std::move(job));
    at = jobs_.erase(at);
  }
  for (const CrawlJob& job : given_up) job.done(Error{ErrorKind::kFetch, "interrupted"});
}

int CrawlLoop::poll_milliseconds() {
  milliseconds wait = kLongestPoll;
  const auto next = schedule_.next_time();
  if (next && running_.size() < rules_.connections && !is_full())
    wait = std::min(wait, std::chrono::ceil<milliseconds>(*next - steady_clock::now()));
  return static_cast<int>(std::max(wait, milliseconds(0)).count());
}

bool CrawlLoop::run_once() {
  {
    const std::lock_guard lock(mutex_);
    if (is_ending_) return false;
  }
  take_new_jobs();
  if (rules_.is_stopped && rules_.is_stopped()) give_up();
  start_requests();
  int running = 0;
  libcurl().multi_perform(multi_.get(), &running);
  end_requests();
  start_requests();
  libcurl().multi_poll(multi_.get(), nullptr, 0, poll_milliseconds(), nullptr);
  return true;
}

// What fails outside of a page, for want of memory, loses the URLs that wait. They are told, as those that
// come.
void CrawlLoop::fail_all() {
  for (const auto& [handle, number] : running_) libcurl().multi_remove_handle(multi_.get(), handle);
  running_.clear();
  schedule_ = {};
  robots_ = {};
  for (const auto& [number, job] : std::exchange(jobs_, {}))
    if (job.done) job.done(Error{ErrorKind::kTooLarge, "out of memory"});
}

void CrawlLoop::run() {
  while (true) {
    try {
      if (!run_once()) return;
    } catch (const std::exception&) {
      fail_all();
    }
  }
}

}  // namespace clean_article::fetch
