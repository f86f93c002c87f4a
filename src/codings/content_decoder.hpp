// Content codings undone as a body arrives: gzip, deflate, br and zstd. Not left to libcurl, which takes a
// stream that breaks off for a whole one. Knows nothing of HTTP beyond the names.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "codings/coding.hpp"

namespace clean_article::codings {

enum class Decoding {
  kGoesOn,
  kStopped,  // who takes the bytes wants no more
  kDamaged,
};

// Takes decoded bytes and says whether to go on.
using ByteSink = std::function<bool(std::string_view)>;

// The codings of one body, the last of which is undone first.
class ContentDecoder {
 public:
  // `codings` as in a Content-Encoding header. kFetch for one that is unknown, or too many.
  static Result<ContentDecoder> create(std::string_view codings);

  // Whether there is anything to undo.
  bool is_identity() const { return layers_.empty(); }

  Decoding feed(std::string_view bytes, const ByteSink& sink) { return feed_layer(0, bytes, sink); }

  // To be asked when no more bytes come. A body without a byte is complete.
  bool is_complete() const;

 private:
  struct Layer {
    std::unique_ptr<Coding> coding;
    std::vector<char> piece;
    bool is_complete = false;  // the stream has said so itself
  };

  Decoding feed_layer(std::size_t at, std::string_view bytes, const ByteSink& sink);

  std::vector<Layer> layers_;
  bool has_begun_ = false;
};

}  // namespace clean_article::codings
