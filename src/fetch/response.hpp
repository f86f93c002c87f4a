// One HTTP answer as it arrives: its headers are judged before its body is read, and the body is held to
// its limit while it grows. Knows HTTP; knows nothing of libcurl or of connections.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/base.hpp"
#include "codings/codings.hpp"

namespace clean_article::fetch {

class Response {
 public:
  explicit Response(std::size_t max_body_bytes) : max_body_bytes_(max_body_bytes) {}

  // Each takes what came and says whether to go on; when not, it is a redirect or there is a refusal.
  bool on_header_line(std::string_view line);  // with its line end; the empty line ends the headers
  bool on_body(std::string_view bytes);        // as sent: its codings are undone here

  // To be called when the body is complete: a page too short to be judged earlier is judged now, and one
  // whose compression breaks off is refused.
  void on_end();

  const std::optional<Error>& refusal() const { return refusal_; }
  const std::optional<std::string>& redirect() const { return redirect_; }  // the Location of a 3xx
  const std::string& content_type() const { return content_type_; }         // "" when there is none
  const std::string& date() const { return date_; }                         // likewise
  std::string& body() { return body_; }

 private:
  void start(std::string_view status_line);
  bool judge_headers();
  bool refuse(ErrorKind kind, std::string message);
  bool take(std::string_view decoded);
  bool judge_untyped_body();

  std::size_t max_body_bytes_;
  std::size_t header_bytes_ = 0;
  int status_ = 0;
  bool in_body_ = false;
  // Whether the body itself must show that it is text, or HTML.
  enum class Untyped { kNo, kMustBeText, kMustBeHtml } untyped_ = Untyped::kNo;
  std::string content_length_;
  std::string content_encoding_;
  std::optional<codings::ContentDecoder> decoder_;  // where the body has codings
  std::string content_type_;
  std::string date_;
  std::string location_;
  std::optional<std::string> redirect_;
  std::optional<Error> refusal_;
  std::string body_;
};

// "404 Not Found"; the number alone when the status is not a common one. The server's own words are not
// repeated: they may hold anything.
std::string status_in_words(int status);

}  // namespace clean_article::fetch
