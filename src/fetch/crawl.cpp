#include "fetch/crawl.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "fetch/crawl_loop.hpp"

namespace clean_article::fetch {
namespace {

constexpr std::size_t kStackBytes = std::size_t{16} << 20;  // FetchOptions::find_forward may parse the page

}  // namespace

Crawl::Crawl(CrawlRules rules) : loop_(std::make_unique<CrawlLoop>(std::move(rules))) {}

bool Crawl::run() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  const auto work = [](void* loop) -> void* {
    static_cast<CrawlLoop*>(loop)->run();
    return nullptr;
  };
  is_running_ = pthread_create(&thread_, &attributes, work, loop_.get()) == 0;
  pthread_attr_destroy(&attributes);
  return is_running_;
}

Result<std::unique_ptr<Crawl>> Crawl::start(CrawlRules rules) {
  if (const Status loaded = load_libcurl(); !loaded.ok()) return loaded.error();
  std::unique_ptr<Crawl> crawl(new Crawl(std::move(rules)));
  if (!crawl->run()) return Error{ErrorKind::kFetch, "no thread can be made that fetches"};
  return crawl;
}

Crawl::~Crawl() {
  if (!is_running_) return;
  loop_->end();
  pthread_join(thread_, nullptr);
}

void Crawl::add(std::string url, FetchOptions options, Done done) {
  loop_->add(false, {std::move(url), std::move(options), std::move(done)});
}

Result<Fetched> Crawl::fetch(std::string url, FetchOptions options) {
  std::mutex mutex;
  std::condition_variable came;
  std::optional<Result<Fetched>> result;
  loop_->add(true, {std::move(url), std::move(options), [&](Result<Fetched> fetched) {
                      if (fetched.ok()) loop_->release(fetched->body.size());  // it is not held for others
                      const std::lock_guard lock(mutex);
                      result.emplace(std::move(fetched));
                      came.notify_one();  // while it is locked: who waits takes both along
                    }});
  std::unique_lock lock(mutex);
  came.wait(lock, [&] { return result.has_value(); });
  return *std::move(result);
}

void Crawl::release(std::size_t bytes) {
  loop_->release(bytes);
}

}  // namespace clean_article::fetch
