// What a stream holds, told by its first bytes, and who reads it.
#pragma once

#include <memory>
#include <string>

#include "records/byte_stream.hpp"
#include "records/record.hpp"

namespace clean_article::records {

enum class StreamKind {
  kOther,  // one page, or a file that somebody else refuses
  kJsonLines,
  kWarc,
  kArc,
  kZip,  // of pages, or of WARC files (WACZ)
  kTar,
  kBook,  // an EPUB
};

// Waits for no more bytes than it needs to tell.
StreamKind kind_of(ByteStream& stream);

// The same of bytes that are there, for a file that is not compressed.
StreamKind kind_of(std::string_view first_bytes);

// `name` is that of the file, for the records. nullptr for kOther.
std::unique_ptr<Reader> open_reader(std::shared_ptr<ByteStream> stream, StreamKind kind,
                                    const std::string& name, std::size_t max_page_bytes);

}  // namespace clean_article::records
