#include "fetch/loopback_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace clean_article::test {
namespace {

constexpr char kTlsHandshake = 0x16;   // what a client that wants TLS says first
constexpr int kPollMilliseconds = 20;  // how soon a waiting thread notices that the server stops

// Waits until the socket can be read (or has been closed); false when it is time to stop.
bool wait_readable(int socket, const std::atomic<bool>& stopping) {
  while (!stopping) {
    pollfd waiting{socket, POLLIN, 0};
    if (poll(&waiting, 1, kPollMilliseconds) > 0) return true;
  }
  return false;
}

// It listens on all addresses, to be reached by many of them, and answers nobody from elsewhere.
bool is_loopback(const sockaddr_in& peer) {
  return ntohl(peer.sin_addr.s_addr) >> 24 == 127;
}

}  // namespace

bool Connection::send(std::string_view bytes) {
  while (!bytes.empty() && !stopping_) {
    pollfd waiting{socket_, POLLOUT, 0};
    if (poll(&waiting, 1, kPollMilliseconds) == 0) continue;
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return bytes.empty();
}

bool Connection::wait_for_close(int milliseconds) {
  for (int waited = 0; waited < milliseconds && !stopping_; waited += kPollMilliseconds) {
    pollfd waiting{socket_, POLLRDHUP, 0};
    if (poll(&waiting, 1, kPollMilliseconds) > 0) return true;
  }
  return stopping_;
}

std::string Connection::read_request() {
  std::string request;
  std::array<char, 4096> buffer{};
  if (wait_readable(socket_, stopping_) && recv(socket_, buffer.data(), 1, MSG_PEEK) == 1 &&
      buffer.front() == kTlsHandshake) {
    return std::string(kTlsRequest);
  }
  while (request.find("\r\n\r\n") == std::string::npos && wait_readable(socket_, stopping_)) {
    const ssize_t got = recv(socket_, buffer.data(), buffer.size(), 0);
    if (got <= 0) return {};
    request.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return request;
}

std::string http_answer(std::string_view status, const std::vector<std::string>& headers,
                        std::string_view body) {
  std::string answer = "HTTP/1.1 " + std::string(status) + "\r\n";
  for (const std::string& header : headers) answer += header + "\r\n";
  answer += "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n";
  return answer.append(body);
}

LoopbackServer::LoopbackServer(Handler answer)
    : answer_(std::move(answer)), listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_ANY);
  socklen_t length = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener_, generic, length) != 0 || listen(listener_, 16) != 0 ||
      getsockname(listener_, generic, &length) != 0) {
    close(listener_);
    throw std::runtime_error("no loopback port for the test server");
  }
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { accept_all(); });
}

LoopbackServer::~LoopbackServer() {
  stopping_ = true;
  acceptor_.join();
  for (std::thread& connection : connections_) connection.join();
  close(listener_);
}

void LoopbackServer::accept_all() {
  while (wait_readable(listener_, stopping_)) {
    sockaddr_in peer{};
    socklen_t length = sizeof peer;
    const int socket = accept4(listener_, reinterpret_cast<sockaddr*>(&peer), &length, SOCK_CLOEXEC);
    if (socket < 0) continue;
    if (!is_loopback(peer)) {
      close(socket);
      continue;
    }
    connections_.emplace_back([this, socket] {
      Connection connection(socket, stopping_);
      const std::string request = connection.read_request();
      if (!request.empty()) {
        {
          const std::lock_guard lock(mutex_);
          requests_.push_back(request);
        }
        answer_(connection, request);
      }
      // Half-closing first lets the client read to the end even when it still had something to say.
      shutdown(socket, SHUT_WR);
      connection.wait_for_close(1000);
      close(socket);
    });
  }
}

std::string LoopbackServer::url(std::string_view path, std::string_view host) const {
  return "http://" + std::string(host) + ":" + std::to_string(port_) + std::string(path);
}

std::vector<std::string> LoopbackServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

}  // namespace clean_article::test
