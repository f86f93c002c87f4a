// A file or a pipe as one run of bytes, decompressed where it is compressed, in bounded memory. Owns the
// descriptor, and where the bytes stood in the file. Knows nothing of what they are.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codings/codings.hpp"

namespace clean_article::records {

class ByteStream {
 public:
  // From now on a stream that waits for bytes of a pipe or a terminal ends when this descriptor can be read:
  // the program is to stop. For all streams.
  static void stop_waiting_on(int descriptor);

  // Reads what is open; closes it at the end where it `owns` it.
  ByteStream(int descriptor, bool owns);

  // Reads what somebody gives: like read(), and never less than 0.
  using Source = std::function<ssize_t(char* into, std::size_t bytes)>;
  explicit ByteStream(Source source) : descriptor_(-1), owns_(false), source_(std::move(source)) {}
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  // At least `wanted` bytes of the front, or all that come before the end or a gap. Never waits for more than
  // it needs. Valid until the next call.
  std::string_view peek(std::size_t wanted);
  std::string_view peeked() const { return std::string_view(out_).substr(front_); }

  // What peek() shows now, given away without a copy, and dropped here.
  std::string take_peeked();

  // Drops bytes that peek() showed.
  void skip(std::size_t bytes);

  // Drops so many, in bounded memory; says how many there were.
  std::uint64_t skip_far(std::uint64_t bytes);

  // Where the front stands in the file: its byte, or the beginning of its compressed member.
  std::uint64_t offset() const;

  // How much of the file has been read.
  std::uint64_t bytes_read() const { return raw_offset_ + raw().size(); }

  // How many bytes from the front on are of its own member; all where nothing is compressed.
  std::size_t bytes_of_member() const;

  // What keeps peek() from going on, "" for nothing: damaged bytes, a failing disk. The bytes before it can
  // be peeked at. To go on behind it, where that is possible, pass_gap().
  const std::string& gap() const { return gap_; }
  void pass_gap();

  bool is_compressed() const { return make_ != nullptr; }

 private:
  using MakeCoding = std::unique_ptr<codings::Coding> (*)();
  struct Member {
    std::uint64_t begin;   // of its bytes, counted from the first of the stream
    std::uint64_t offset;  // in the file
  };

  void start();
  void read_behind(std::string& bytes);
  bool read_raw();  // false at the end of the file
  bool has_raw_at_hand() const;
  std::string_view raw() const { return std::string_view(raw_).substr(raw_front_); }
  void drop_raw(std::size_t bytes);
  void produce();
  void begin_member();
  bool take_member();
  void leave_members();
  void forget_reading();
  bool take_dictionary();
  void break_off(std::string why, bool is_final);

  int descriptor_;
  bool owns_;
  Source source_;  // where there is no descriptor
  bool has_started_ = false;
  bool has_ended_ = false;  // of the file
  std::string failure_;     // why it has, where that is not its end
  bool is_final_ = false;   // nothing comes behind the gap
  MakeCoding make_ = nullptr;
  std::unique_ptr<codings::Coding> coding_;
  bool in_member_ = false;
  std::string dictionary_;

  std::string raw_;  // read, not decompressed yet
  std::size_t raw_front_ = 0;
  std::uint64_t raw_offset_ = 0;  // of the front of raw_, in the file

  std::string out_;
  std::size_t front_ = 0;
  std::uint64_t out_begin_ = 0;  // of out_, counted from the first byte of the stream
  std::deque<Member> members_;   // that of the front, and those that begin behind it
  std::string gap_;
};

// Whether a file that begins so is compressed in a way that ByteStream undoes.
bool is_compressed(std::string_view first_bytes);

}  // namespace clean_article::records
