#include "codings/content_decoder.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::codings {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;  // of decoded bytes handed on at once

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
    auto coding = decoder.layers_.size() < kMostCodingLayers ? make_coding(name) : nullptr;
    if (coding == nullptr) return Error{ErrorKind::kFetch, "the page's compression is damaged or unknown"};
    decoder.layers_.push_back({std::move(coding), std::vector<char>(kPieceBytes)});
  }
  std::reverse(decoder.layers_.begin(), decoder.layers_.end());
  return decoder;
}

Decoding ContentDecoder::feed_layer(std::size_t at, std::string_view bytes, const ByteSink& sink) {
  if (at == layers_.size()) return sink(bytes) ? Decoding::kGoesOn : Decoding::kStopped;
  has_begun_ = has_begun_ || !bytes.empty();
  Layer& layer = layers_[at];
  while (true) {
    // Members may follow each other; anything else behind the end is no part of the page.
    if (layer.is_complete && (bytes.empty() || !layer.coding->may_go_on(bytes))) return Decoding::kGoesOn;
    std::size_t made = 0;
    const Step step = layer.coding->step(bytes, layer.piece, made);
    if (step == Step::kDamaged) return Decoding::kDamaged;
    layer.is_complete = step == Step::kEnds;
    if (made > 0) {
      const Decoding inner = feed_layer(at + 1, {layer.piece.data(), made}, sink);
      if (inner != Decoding::kGoesOn) return inner;
    }
    if (step == Step::kGoesOn && made < layer.piece.size()) return Decoding::kGoesOn;
  }
}

bool ContentDecoder::is_complete() const {
  return !has_begun_ ||
         std::all_of(layers_.begin(), layers_.end(), [](const Layer& layer) { return layer.is_complete; });
}

}  // namespace clean_article::codings
