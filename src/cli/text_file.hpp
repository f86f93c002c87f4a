// One file of texts that stand one behind the other, compressed where its name says so (.gz, .zst): in
// members that hold whole texts, so that it can be cut between them. Knows nothing of what the texts hold.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "bulk/bulk.hpp"

namespace clean_article::cli {

// How much text a member holds at least, for texts to be compressed well: as much as a stopped run may lose.
inline constexpr std::uint64_t kMemberBytes = std::uint64_t{1} << 20;

class TextFile {
 public:
  // Of a file that holds `kept_bytes` already. Members hold `member_bytes` of text at least.
  static Result<TextFile> create(bulk::GrowingFile file, std::string_view name, std::uint64_t kept_bytes,
                                 std::uint64_t member_bytes);

  Status append(std::string_view text);
  Status end_text();
  Status commit();
  void leave() { file_.leave(); }

  // Bytes of the file, where it may be cut here.
  std::optional<std::uint64_t> place() const;
  std::uint64_t bytes() const { return written_; }

 private:
  TextFile(bulk::GrowingFile file, std::unique_ptr<codings::Packing> packing, std::uint64_t kept_bytes,
           std::uint64_t member_bytes)
      : file_(std::move(file)), packing_(std::move(packing)), written_(kept_bytes), most_(member_bytes) {}
  Status write(std::string_view bytes);
  Status end_member();

  bulk::GrowingFile file_;
  std::unique_ptr<codings::Packing> packing_;  // null where nothing is compressed
  std::uint64_t written_;
  std::uint64_t most_;
  std::uint64_t in_member_ = 0;  // text that has not ended a member
};

}  // namespace clean_article::cli
