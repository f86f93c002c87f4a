#include "cli/progress.hpp"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "cli/log.hpp"

namespace clean_article::cli {
namespace {

constexpr std::chrono::milliseconds kDrawnEach{100};
constexpr std::size_t kUsualColumns = 80;

// Of what has no size that could be asked for: about that of a page.
constexpr std::uint64_t kBytesOfUnknown = std::uint64_t{50} << 10;

// Before so much time has passed a rate says nothing.
constexpr double kEarlySeconds = 1;

std::uint64_t weight_of(const bulk::Input& input) {
  return input.kind == bulk::InputKind::kFile ? input.stamp.bytes + 1 : kBytesOfUnknown;
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string clock_of(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  std::array<char, 48> text{};
  if (whole >= 3600)
    std::snprintf(text.data(), text.size(), "%llu:%02u:%02u", static_cast<unsigned long long>(whole / 3600),
                  static_cast<unsigned>(whole / 60 % 60), static_cast<unsigned>(whole % 60));
  else
    std::snprintf(text.data(), text.size(), "%u:%02u", static_cast<unsigned>(whole / 60),
                  static_cast<unsigned>(whole % 60));
  return text.data();
}

std::size_t columns_of_terminal() {
  winsize size{};
  const bool is_known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : kUsualColumns;
}

bool can_be_read_twice(const std::string& path) {
  struct stat status {};
  return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool is_set(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::string progress_line(const ProgressState& state, std::size_t columns, bool with_color) {
  const double seconds = state.time.count();
  std::string words = with_commas(state.pages) + (state.pages == 1 ? " page" : " pages");
  if (seconds >= kEarlySeconds)
    words +=
        "  " + with_commas(static_cast<std::uint64_t>(static_cast<double>(state.pages) / seconds)) + "/s";
  if (seconds >= kEarlySeconds && state.share > 0)
    words += "  " + clock_of(seconds / state.share - seconds) + " left";
  const std::string failed = state.failed == 0 ? "" : with_commas(state.failed) + " failed";
  std::string line;
  const std::size_t taken = words.size() + 2 + failed.size() + sizeof "[]  100 %  ";
  constexpr std::size_t kShortestBar = 10;
  constexpr std::size_t kLongestBar = 30;
  if (state.share >= 0 && columns > taken + kShortestBar) {
    const std::size_t length = std::min(columns - taken, kLongestBar);
    const auto full = static_cast<std::size_t>(state.share * static_cast<double>(length));
    line = "[" + std::string(full, '#') + std::string(length - full, ' ') + "] ";
    std::array<char, 16> percent{};
    std::snprintf(percent.data(), percent.size(), "%3d %%  ", static_cast<int>(state.share * 100));
    line += percent.data();
  }
  line += words;
  if (!failed.empty()) line += with_color ? "  \x1b[31m" + failed + "\x1b[0m" : "  " + failed;
  // A line that wraps could not be replaced.
  const std::size_t invisible = with_color && !failed.empty() ? sizeof "\x1b[31m\x1b[0m" - 1 : 0;
  if (line.size() - invisible >= columns) line = words.substr(0, columns - 1);
  return line;
}

bool Progress::is_wanted() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

Progress::Progress(bulk::SourceWords to_count) : to_count_(std::move(to_count)) {
  if (std::all_of(to_count_.lists.begin(), to_count_.lists.end(), can_be_read_twice))
    counting_ = std::thread([this] { count(); });
  drawing_ = std::thread([this] { draw(); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
  }
  ended_.notify_all();
  if (counting_.joinable()) counting_.join();
  drawing_.join();
  show_status("");
}

void Progress::count() {
  bulk::Sources sources(std::move(to_count_));
  while (!has_ended_) {
    std::optional<bulk::Input> input = sources.next();
    if (!input) {
      is_counted_ = true;
      return;
    }
    if (input->kind == bulk::InputKind::kStream) return;  // nobody knows how long it is
    bulk::stamp(*input);
    total_ += weight_of(*input);
  }
}

void Progress::take(const bulk::Outcome& outcome) {
  const bulk::Input& input = outcome.input;
  if (input.kind == bulk::InputKind::kRecord) {
    ++pages_;
    within_ = input.read_bytes;
  } else if (input.kind == bulk::InputKind::kEnd || input.kind == bulk::InputKind::kDone) {
    within_ = 0;
    done_ += input.stamp.bytes + 1;
  } else if (input.kind != bulk::InputKind::kDamage) {
    ++pages_;
    done_ += weight_of(input);
  }
  if (outcome.error) ++failed_;
}

void Progress::draw() {
  const bool with_color = !is_set("NO_COLOR");
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, kDrawnEach, [&] { return has_ended_.load(); })) {
    ProgressState state{pages_, failed_, -1, std::chrono::steady_clock::now() - begin_};
    const std::uint64_t total = total_;
    if (is_counted_ && total > 0)
      state.share = std::min(1.0, static_cast<double>(done_ + within_) / static_cast<double>(total));
    show_status(progress_line(state, columns_of_terminal(), with_color));
  }
}

}  // namespace clean_article::cli
