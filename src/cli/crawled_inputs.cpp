#include "cli/crawled_inputs.hpp"

#include <utility>

namespace clean_article::cli {
namespace {

bool is_to_be_fetched(const bulk::Input& input) {
  return input.kind == bulk::InputKind::kUrl && !input.error;
}

}  // namespace

CrawledInputs::~CrawledInputs() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_all();
  if (reader_.joinable()) reader_.join();
  crawl_.reset();  // it tells of pages until it is gone
}

Status CrawledInputs::start() {
  Result<std::unique_ptr<fetch::Crawl>> crawl = fetch::Crawl::start(steps_.rules);
  if (!crawl.ok()) return crawl.error();
  crawl_ = std::move(*crawl);
  return Done{};
}

// What came for a URL. In the thread that fetches.
void CrawledInputs::take(Place& place, Result<fetch::Fetched> fetched) {
  bulk::Input& input = place.input;
  if (fetched.ok()) {
    input.held_bytes = fetched->body.size();
    const Status kept = steps_.keep ? steps_.keep(input, *fetched) : Status(Done{});
    if (!kept.ok()) input.error = kept.error();
  }
  Result<bulk::LoadedPage> page = steps_.page_of(std::move(fetched));
  if (!input.error && page.ok())
    input.page = std::make_shared<bulk::LoadedPage>(std::move(*page));
  else if (!input.error)
    input.error = page.error();
  const std::lock_guard lock(mutex_);
  place.is_ready = true;
  changed_.notify_all();
}

void CrawledInputs::append(bulk::Input input) {
  auto place = std::make_shared<Place>();
  place->input = std::move(input);
  place->is_ready = !is_to_be_fetched(place->input);
  const bool is_url = !place->is_ready;
  {
    const std::lock_guard lock(mutex_);
    places_.push_back(place);
  }
  changed_.notify_all();
  if (!is_url) return;
  const std::string url = place->input.name;
  crawl_->add(url, steps_.options(url),
              [this, place](Result<fetch::Fetched> fetched) { take(*place, std::move(fetched)); });
}

void CrawledInputs::look_ahead() {
  try {
    while (true) {
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_ending_ || places_.size() < kMostUrlsAhead; });
        if (is_ending_) return;
      }
      std::optional<bulk::Input> input = inputs_();
      if (!input) break;
      append(std::move(*input));
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    failure_ = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  has_ended_ = true;
  changed_.notify_all();
}

std::optional<bulk::Input> CrawledInputs::next() {
  if (crawl_ == nullptr) {
    std::optional<bulk::Input> input = inputs_();
    if (!input || !is_to_be_fetched(*input)) return input;
    if (const Status started = start(); !started.ok()) {
      input->error = started.error();
      return input;
    }
    append(std::move(*input));
    reader_ = std::thread([this] { look_ahead(); });
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return places_.empty() ? has_ended_ : places_.front()->is_ready; });
  if (failure_ && places_.empty()) std::rethrow_exception(failure_);
  if (places_.empty()) return std::nullopt;
  bulk::Input input = std::move(places_.front()->input);
  places_.pop_front();
  changed_.notify_all();
  lock.unlock();
  if (input.held_bytes > 0) crawl_->release(input.held_bytes);
  return input;
}

Result<bulk::LoadedPage> CrawledInputs::fetch(const std::string& url) {
  return steps_.page_of(crawl_->fetch(url, steps_.options(url)));
}

}  // namespace clean_article::cli
