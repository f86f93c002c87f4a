// The documents of an EPUB in the order in which they are read. Owns what the package document says of that
// order; how a zip file is unpacked is bundle.hpp's.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "records/bundle.hpp"
#include "records/byte_stream.hpp"
#include "records/record.hpp"

namespace clean_article::records {

class Book : public Reader {
 public:
  Book(std::shared_ptr<ByteStream> stream, const std::string& file, std::size_t max_page_bytes)
      : files_(std::move(stream), BundleForm::kBook, file, max_page_bytes) {}

  bool next(Record& record) override;
  std::string trouble() override;

 private:
  void open();

  Bundle files_;
  bool is_open_ = false;
  std::string trouble_;
  std::vector<Record> documents_;
  std::size_t given_ = 0;
};

// The names of the files of a book in the order of its spine, by the package document that is called `name`.
// Empty where that says nothing of it.
std::vector<std::string> spine_of(std::string_view package, std::string_view name);

// Whether a file begins as an EPUB.
bool is_book(std::string_view first_bytes);

}  // namespace clean_article::records
