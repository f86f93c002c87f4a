// A small HTTP server on 127.0.0.1, and on 127.0.0.2 and so on as further hosts, that lives as long as its
// object. A test says, byte by byte if it likes, what each request gets. Knows nothing of the code under
// test.
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace clean_article::test {

// The server's side of one connection, while its request is answered.
class Connection {
 public:
  Connection(int socket, const std::atomic<bool>& stopping) : socket_(socket), stopping_(stopping) {}

  // Sends all of it; false when the client has gone or the server is going.
  bool send(std::string_view bytes);

  // Waits for the client to go away (or for the server to stop): true; false after so long.
  bool wait_for_close(int milliseconds);

  int socket() const { return socket_; }

 private:
  friend class LoopbackServer;
  std::string read_request();

  int socket_;
  const std::atomic<bool>& stopping_;
};

// An answer in one piece: status line, the given header lines (without CR LF), Content-Length, body.
std::string http_answer(std::string_view status, const std::vector<std::string>& headers,
                        std::string_view body);

inline constexpr std::string_view kTlsRequest = "TLS";

class LoopbackServer {
 public:
  // `answer` gets the whole request head; the connection is closed when it returns. To a client that wants
  // TLS the request is kTlsRequest, and its first bytes are still to be read from the socket.
  using Handler = std::function<void(Connection& connection, const std::string& request)>;
  explicit LoopbackServer(Handler answer);

  // A server that gives the same bytes to every request.
  explicit LoopbackServer(std::string answer)
      : LoopbackServer([answer = std::move(answer)](Connection& c, const std::string&) { c.send(answer); }) {}

  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  int port() const { return port_; }
  // "http://127.0.0.1:PORT" and the path; or of another host that stands for the same machine.
  std::string url(std::string_view path, std::string_view host = "127.0.0.1") const;
  std::vector<std::string> requests() const;  // the heads that came, in order

 private:
  void accept_all();

  Handler answer_;
  int listener_;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  std::list<std::thread> connections_;
  std::thread acceptor_;
};

}  // namespace clean_article::test
