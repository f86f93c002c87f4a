// One way of compressing, undone step by step: as much comes out as the caller has room for. Owns what the
// codings have in common; their libraries are libraries.cpp's.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace clean_article::codings {

enum class Step {
  kGoesOn,  // where room is left in the output, all of the input has been taken
  kEnds,    // a member of gzip or a frame has just ended; what follows begins another
  kDamaged,
};

// The most that a member makes which is taken at once: pages of archives make a tenth of a megabyte.
inline constexpr std::size_t kMostMemberBytes = std::size_t{4} << 20;

class Coding {
 public:
  virtual ~Coding() = default;

  // Takes bytes from the front of `in`, writes into `out` and counts in `made`.
  virtual Step step(std::string_view& in, std::span<char> out, std::size_t& made) = 0;

  // Takes the member at the front of `in` at once, in half the time that its steps take, and adds to
  // `out` what comes of it. False, and nothing is taken, where it is not whole there, makes more than
  // kMostMemberBytes, or cannot be had so: its steps will tell. To be asked where a member begins.
  virtual bool take_member(std::string_view& /*in*/, std::string& /*out*/) { return false; }

  // Whether another member may begin with these bytes, behind one that has ended.
  virtual bool may_go_on(std::string_view bytes) const = 0;

  // Frames from now on need this dictionary; false where the coding knows none.
  virtual bool use_dictionary(std::string_view /*dictionary*/) { return false; }
};

// nullptr where the library is not there. They are loaded when they are needed, and not when the program
// starts.
std::unique_ptr<Coding> make_gzip_coding();
std::unique_ptr<Coding> make_deflate_coding();  // with zlib's frame, or without as some servers send it
std::unique_ptr<Coding> make_brotli_coding();
std::unique_ptr<Coding> make_zstd_coding();
std::unique_ptr<Coding> make_lz4_coding();  // of LZ4's frames

}  // namespace clean_article::codings
