// Bytes compressed piece by piece, in members that stand for themselves: a file may be cut behind one and
// gone on with. The counterpart of Coding.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace clean_article::codings {

class Packing {
 public:
  virtual ~Packing() = default;

  // Adds what comes of `bytes`, which may be nothing yet, to `out`; false where the library fails.
  virtual bool add(std::string_view bytes, std::string& out) = 0;

  // Ends the member; what is added then begins another.
  virtual bool end_member(std::string& out) = 0;
};

// nullptr where the library is not there.
std::unique_ptr<Packing> make_gzip_packing();
std::unique_ptr<Packing> make_zstd_packing();

}  // namespace clean_article::codings
