// The pages in a zip or tar file, also WACZ: pages themselves, and those of WARC files in it. Owns the way to
// libarchive, which reads the two forms, and the bounds of what is unpacked. Nothing is ever written by a
// name in it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "records/byte_stream.hpp"
#include "records/record.hpp"

namespace clean_article::records {

enum class BundleForm {
  kZip,
  kTar,
  kBook,  // a zip file whose package documents (.opf) are given as pages are
};

class Bundle : public Reader {
 public:
  Bundle(std::shared_ptr<ByteStream> stream, BundleForm form, std::string file, std::size_t max_page_bytes);
  ~Bundle() override;

  bool next(Record& record) override;
  std::string trouble() override;

  // Of the record that next() has given: the name of its file.
  const std::string& entry_name() const;

 private:
  struct State;
  bool open_entry();
  bool next_of_inner(Record& record);
  bool read_page(Record& record);
  void pass_entry();

  std::unique_ptr<State> state_;
};

// What a zip file is by its first bytes: whether it is one that pages are put in, and not a document that
// happens to be packed so.
bool is_zip_of_files(std::string_view first_bytes);
bool is_tar(std::string_view first_bytes);

// As many bytes as is_tar() needs.
inline constexpr std::size_t kTarMagicEnd = 262;

}  // namespace clean_article::records
