#include "cli/text_file.hpp"

#include <utility>

namespace clean_article::cli {
namespace {

const Error kPackingFailed{ErrorKind::kOutput, "the library that compresses the output has failed"};

}  // namespace

Result<TextFile> TextFile::create(bulk::GrowingFile file, std::string_view name, std::uint64_t kept_bytes,
                                  std::uint64_t member_bytes) {
  std::unique_ptr<codings::Packing> packing;
  const bool is_gzip = name.ends_with(".gz");
  const bool is_packed = is_gzip || name.ends_with(".zst");
  if (is_packed) packing = is_gzip ? codings::make_gzip_packing() : codings::make_zstd_packing();
  if (is_packed && packing == nullptr)
    return Error{ErrorKind::kOutput,
                 "the library that compresses " + std::string(name) + " is not installed"};
  return TextFile(std::move(file), std::move(packing), kept_bytes, member_bytes);
}

Status TextFile::write(std::string_view bytes) {
  Status done = file_.append(bytes);
  if (done.ok()) written_ += bytes.size();
  return done;
}

Status TextFile::append(std::string_view text) {
  if (packing_ == nullptr) return write(text);
  in_member_ += text.size();
  std::string packed;
  if (!packing_->add(text, packed)) return kPackingFailed;
  return packed.empty() ? Status(Done{}) : write(packed);
}

Status TextFile::end_member() {
  in_member_ = 0;
  std::string packed;
  if (!packing_->end_member(packed)) return kPackingFailed;
  return write(packed);
}

Status TextFile::end_text() {
  return in_member_ == 0 || in_member_ < most_ ? Status(Done{}) : end_member();
}

std::optional<std::uint64_t> TextFile::place() const {
  return in_member_ == 0 ? std::optional(written_) : std::nullopt;
}

Status TextFile::commit() {
  // Without a text, too, it is a file of that kind.
  const bool has_member = in_member_ > 0 || (packing_ != nullptr && written_ == 0);
  if (Status ended = has_member ? end_member() : Status(Done{}); !ended.ok()) return ended;
  return file_.commit();
}

}  // namespace clean_article::cli
