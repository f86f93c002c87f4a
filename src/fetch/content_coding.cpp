#include "fetch/content_coding.hpp"

#include <algorithm>

#include "fetch/codings.hpp"
#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

// Servers that compress twice are misconfigured; who does it more often is hostile.
constexpr std::size_t kMostLayers = 3;

std::unique_ptr<Coding> make_coding(std::string_view name) {
  struct Row {
    std::string_view name;
    std::unique_ptr<Coding> (*make)();
  };
  constexpr Row kRows[] = {{"gzip", make_gzip_coding},
                           {"x-gzip", make_gzip_coding},
                           {"deflate", make_deflate_coding},
                           {"br", make_brotli_coding},
                           {"zstd", make_zstd_coding}};
  for (const Row& row : kRows)
    if (text::equal_ignoring_ascii_case(name, row.name)) return row.make();
  return nullptr;
}

}  // namespace

Result<ContentDecoder> ContentDecoder::create(std::string_view codings) {
  ContentDecoder decoder;
  for (std::size_t begin = 0; begin <= codings.size();) {
    const std::size_t end = std::min(codings.find(',', begin), codings.size());
    const std::string name = text::fold_html_space(codings.substr(begin, end - begin));
    begin = end + 1;
    if (name.empty() || text::equal_ignoring_ascii_case(name, "identity")) continue;
    auto coding = decoder.layers_.size() < kMostLayers ? make_coding(name) : nullptr;
    if (coding == nullptr) return Error{ErrorKind::kFetch, "the page's compression is damaged or unknown"};
    decoder.layers_.push_back(std::move(coding));
  }
  std::reverse(decoder.layers_.begin(), decoder.layers_.end());
  return decoder;
}

Decoding ContentDecoder::feed_layer(std::size_t layer, std::string_view bytes, const ByteSink& sink) {
  if (layer == layers_.size()) return sink(bytes) ? Decoding::kGoesOn : Decoding::kStopped;
  has_begun_ = has_begun_ || !bytes.empty();
  Decoding inner = Decoding::kGoesOn;
  const Decoding own = layers_[layer]->feed(bytes, [&](std::string_view decoded) {
    inner = feed_layer(layer + 1, decoded, sink);
    return inner == Decoding::kGoesOn;
  });
  return inner == Decoding::kGoesOn ? own : inner;
}

bool ContentDecoder::is_complete() const {
  return !has_begun_ ||
         std::all_of(layers_.begin(), layers_.end(), [](const auto& layer) { return layer->is_complete(); });
}

}  // namespace clean_article::fetch
