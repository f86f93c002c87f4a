// Expected failures as values. Owns Error and Result; knows nothing of pages.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace clean_article {

// What kind of thing went wrong, for those who must act on it (exit codes, manifests).
enum class ErrorKind {
  kUsage,      // the caller asked for something that makes no sense
  kInput,      // the input could not be read: missing file, I/O error
  kFetch,      // the network said no: refused, timed out, 404
  kRobots,     // the site asks programs not to fetch it
  kTooLarge,   // a limit of Limits was met
  kNotHtml,    // the bytes are of a kind this program does not read
  kNoArticle,  // the page was read and holds no article
  kUnwanted,   // it holds one that the caller has ruled out: another language, no date
  kOutput,     // the result could not be written
};

struct Error {
  ErrorKind kind;
  std::string message;  // one line, no final full stop, fit to stand behind "clean-article: NAME: "
};

// A value or an Error. Reading the wrong one is a programming error, which throws.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  T& value() & { return std::get<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  const Error& error() const { return std::get<Error>(state_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;  // for calls that give nothing but success or an Error

}  // namespace clean_article
