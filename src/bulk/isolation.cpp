#include "bulk/isolation.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "bulk/load.hpp"

namespace clean_article::bulk {
namespace {

// A message: how many bytes it has, and they. Its strings stand one behind the other in the same way.
void add(std::string& message, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  message.append(reinterpret_cast<const char*>(&size), sizeof size).append(bytes);
}

std::string take(std::string_view& message) {
  std::uint64_t size = 0;
  if (message.size() < sizeof size) return "";
  std::memcpy(&size, message.data(), sizeof size);
  message.remove_prefix(sizeof size);
  std::string bytes(message.substr(0, size));
  message.remove_prefix(bytes.size());
  return bytes;
}

bool read_bytes(int socket, char* into, std::size_t bytes) {
  while (bytes > 0) {
    const ssize_t got = ::read(socket, into, bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    bytes -= static_cast<std::size_t>(got);
  }
  return true;
}

std::optional<std::string> receive(int socket) {
  std::uint64_t size = 0;
  if (!read_bytes(socket, reinterpret_cast<char*>(&size), sizeof size)) return std::nullopt;
  std::string message(size, '\0');
  if (!read_bytes(socket, message.data(), message.size())) return std::nullopt;
  return message;
}

bool write_bytes(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool send(int socket, const std::string& message) {
  std::string framed;
  add(framed, message);
  return write_bytes(socket, framed);
}

std::string message_of(const LoadedPage& page) {
  std::string message;
  for (const std::string* part : {&page.bytes, &page.url, &page.content_type, &page.fetched, &page.notice})
    add(message, *part);
  add(message, {page.is_from_network ? "n" : "", page.is_from_network ? 1U : 0U});
  add(message, {page.is_record ? "r" : "", page.is_record ? 1U : 0U});
  return message;
}

LoadedPage page_of(std::string_view message) {
  LoadedPage page;
  for (std::string* part : {&page.bytes, &page.url, &page.content_type, &page.fetched, &page.notice})
    *part = take(message);
  page.is_from_network = !take(message).empty();
  page.is_record = !take(message).empty();
  return page;
}

std::string message_of(const CleanedPage& cleaned) {
  std::string message;
  add(message, cleaned.text);
  add(message, cleaned.encoding);
  if (!cleaned.error) return message;
  add(message, std::string(1, static_cast<char>(cleaned.error->kind)));
  add(message, cleaned.error->message);
  return message;
}

CleanedPage cleaned_of(std::string_view message) {
  CleanedPage cleaned;
  cleaned.text = take(message);
  cleaned.encoding = take(message);
  if (message.empty()) return cleaned;
  const std::string kind = take(message);
  cleaned.error =
      Error{kind.empty() ? ErrorKind::kInput : static_cast<ErrorKind>(kind.front()), take(message)};
  return cleaned;
}

CleanedPage lost(std::string why) {
  return {"", "", Error{ErrorKind::kInput, std::move(why)}};
}

CleanedPage clean_one(const std::function<CleanPage()>& make, CleanPage& clean, const LoadedPage& page) {
  try {
    if (!clean) clean = make();
    return clean(page);
  } catch (const std::bad_alloc&) {
    clean = nullptr;
    return {"", "", Error{ErrorKind::kTooLarge, "out of memory"}};
  } catch (const std::exception& e) {
    clean = nullptr;
    return lost(std::string("internal error: ") + e.what());
  }
}

[[noreturn]] void serve(int socket, const std::function<CleanPage()>& make, const IsolationBounds& bounds) {
  // Whoever linked this may catch crashes to report them: here they are the report.
  for (const int number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) std::signal(number, SIG_DFL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
#ifndef __SANITIZE_ADDRESS__  // which takes terabytes of address space
  if (bounds.bytes > 0) {
    const rlimit most{bounds.bytes, bounds.bytes};
    ::setrlimit(RLIMIT_AS, &most);
  }
#endif
  CleanPage clean;
  while (const auto message = receive(socket))
    if (!send(socket, message_of(clean_one(make, clean, page_of(*message))))) break;
  ::_exit(0);
}

// A number, and with it a descriptor, over a socket of the control.
void send_number(int socket, std::int64_t number) {
  write_bytes(socket, {reinterpret_cast<const char*>(&number), sizeof number});
}

bool receive_number(int socket, std::int64_t& number) {
  return read_bytes(socket, reinterpret_cast<char*>(&number), sizeof number);
}

union DescriptorSpace {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

bool send_descriptor(int socket, int descriptor) {
  char byte = 0;
  iovec data{&byte, 1};
  DescriptorSpace space{};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = space.bytes.data();
  message.msg_controllen = space.bytes.size();
  cmsghdr* const header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof descriptor);
  std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  return ::sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}

int receive_descriptor(int socket) {
  char byte = 0;
  iovec data{&byte, 1};
  DescriptorSpace space{};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = space.bytes.data();
  message.msg_controllen = space.bytes.size();
  if (::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != 1) return -1;
  const cmsghdr* const header = CMSG_FIRSTHDR(&message);
  int descriptor = -1;
  if (header != nullptr && header->cmsg_type == SCM_RIGHTS)
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
  return descriptor;
}

constexpr std::int64_t kNewWorker = 0;  // any other number is that of a worker to be waited for

// The process without threads: forking one that has some may leave locks behind that nobody ever opens.
[[noreturn]] void fork_for(int control, const std::function<CleanPage()>& make,
                           const IsolationBounds& bounds) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, SIG_IGN);  // the parent ends us
  std::int64_t wanted = 0;
  while (receive_number(control, wanted)) {
    if (wanted != kNewWorker) {
      int status = 0;
      ::waitpid(static_cast<pid_t>(wanted), &status, 0);
      send_number(control, status);
      continue;
    }
    const int socket = receive_descriptor(control);
    const pid_t worker = socket < 0 ? -1 : ::fork();
    if (worker == 0) {
      ::close(control);
      serve(socket, make, bounds);
    }
    if (socket >= 0) ::close(socket);
    send_number(control, worker);
  }
  ::_exit(0);
}

std::string end_in_words(int status) {
  if (WIFSIGNALED(status))
    return std::string("the program crashed over it: ") + ::strsignal(WTERMSIG(status));
  return "the program ended over it, with exit code " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

// One process, as the thread sees it that it works for.
class Worker {
 public:
  explicit Worker(Isolation& isolation) : isolation_(isolation) {}
  ~Worker() { end(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  CleanedPage clean(const LoadedPage& page) {
    if (socket_ < 0 && !begin()) return lost("no process could be made for it");
    const bool is_sent = send(socket_, message_of(page));
    pollfd waited{socket_, POLLIN, 0};
    int ready = 0;
    if (is_sent) {
      do ready = ::poll(&waited, 1, static_cast<int>(isolation_.bounds_.time.count()));
      while (ready < 0 && errno == EINTR);
    }
    if (is_sent && ready == 0) {
      end();
      return lost("took longer than " + std::to_string(isolation_.bounds_.time.count() / 1000) + " s");
    }
    if (const auto answer = is_sent ? receive(socket_) : std::nullopt) return cleaned_of(*answer);
    return lost(end_in_words(end()));
  }

 private:
  bool begin() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
    pid_ = isolation_.fork_worker(ends[1]);
    ::close(ends[1]);
    if (pid_ > 0) socket_ = ends[0];
    if (pid_ <= 0) ::close(ends[0]);
    return pid_ > 0;
  }

  int end() {
    if (socket_ < 0) return 0;
    ::close(std::exchange(socket_, -1));
    return isolation_.wait_for(pid_);
  }

  Isolation& isolation_;
  int socket_ = -1;
  pid_t pid_ = -1;
};

Result<std::unique_ptr<Isolation>> Isolation::start(const std::function<CleanPage()>& make,
                                                    IsolationBounds bounds) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return Error{ErrorKind::kOutput, "no processes can be made: " + system_message(errno)};
  const pid_t forker = ::fork();
  if (forker == 0) {
    ::close(ends[0]);
    fork_for(ends[1], make, bounds);
  }
  const int why = errno;
  ::close(ends[1]);
  if (forker < 0) {
    ::close(ends[0]);
    return Error{ErrorKind::kOutput, "no processes can be made: " + system_message(why)};
  }
  return std::unique_ptr<Isolation>(new Isolation(ends[0], forker, bounds));
}

Isolation::~Isolation() {
  ::close(control_);
  ::waitpid(forker_, nullptr, 0);
}

pid_t Isolation::fork_worker(int theirs) {
  const std::lock_guard lock(mutex_);
  send_number(control_, kNewWorker);
  std::int64_t pid = -1;
  if (!send_descriptor(control_, theirs) || !receive_number(control_, pid)) return -1;
  return static_cast<pid_t>(pid);
}

int Isolation::wait_for(pid_t worker) {
  const std::lock_guard lock(mutex_);
  // One that has crashed keeps its own end; one that works on does not come to it by itself.
  ::kill(worker, SIGKILL);
  send_number(control_, worker);
  std::int64_t status = 0;
  return receive_number(control_, status) ? static_cast<int>(status) : 0;
}

CleanPage Isolation::make_cleaner() {
  auto worker = std::make_shared<Worker>(*this);
  return [worker](const LoadedPage& page) { return worker->clean(page); };
}

}  // namespace clean_article::bulk
