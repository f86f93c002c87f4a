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

struct ResponseRules {
  std::size_t max_body_bytes;
  bool takes_any_type = false;  // and a body only up to its limit, what comes behind is not read
  bool keeps_answer = false;    // as it came, for Answer
};

// An answer as it came, but for its chunks, which are joined.
struct Answer {
  std::string head;  // its lines, with the empty one
  std::string body;  // its codings still on it
  bool is_whole = false;
};

class Response {
 public:
  explicit Response(ResponseRules rules) : rules_(rules) {}
  explicit Response(std::size_t max_body_bytes) : Response(ResponseRules{max_body_bytes}) {}

  // Each takes what came and says whether to go on; when not, it is a redirect or there is a refusal.
  bool on_header_line(std::string_view line);  // with its line end; the empty line ends the headers
  bool on_body(std::string_view bytes);        // as sent: its codings are undone here

  // To be called when the body is complete: a page too short to be judged earlier is judged now, and one
  // whose compression breaks off is refused.
  void on_end();

  const std::optional<Error>& refusal() const { return refusal_; }
  const std::optional<std::string>& redirect() const { return redirect_; }  // the Location of a 3xx
  // Whether it stopped the transfer itself: there is a refusal or a redirect, or no more was wanted.
  bool has_stopped() const { return refusal_ || redirect_ || is_clipped_; }
  int status() const { return status_; }                             // 0 before there is one
  const std::string& retry_after() const { return retry_after_; }    // "" when there is none
  const std::string& content_type() const { return content_type_; }  // "" when there is none
  const std::string& date() const { return date_; }                  // likewise
  std::string& body() { return body_; }
  Answer& answer() { return answer_; }  // empty unless it is kept

 private:
  void start(std::string_view status_line);
  bool judge_headers();
  bool start_body();
  bool refuse(ErrorKind kind, std::string message);
  bool take(std::string_view decoded);
  bool take_no_more();
  bool judge_untyped_body();

  ResponseRules rules_;
  std::size_t header_bytes_ = 0;
  std::size_t sent_bytes_ = 0;  // of the body, before its codings are undone
  bool is_clipped_ = false;
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
  std::string retry_after_;
  Answer answer_;
  std::optional<std::string> redirect_;
  std::optional<Error> refusal_;
  std::string body_;
};

// "404 Not Found"; the number alone when the status is not a common one. The server's own words are not
// repeated: they may hold anything.
std::string status_in_words(int status);

}  // namespace clean_article::fetch
