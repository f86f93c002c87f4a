// The shape of the generated table of named character references. Private to references.cpp and the
// generated file; the door to it is references.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace clean_article::text {

struct NamedReference {
  std::uint16_t name_offset;   // into kReferenceNames
  std::uint16_t value_offset;  // into kReferenceValues
  std::uint8_t name_size;      // without the semicolon
  std::uint8_t value_size;     // bytes of UTF-8
  bool bare;                   // also a reference when no semicolon follows ("&amp")
};

extern const char kReferenceNames[];
extern const char kReferenceValues[];
extern const NamedReference kNamedReferences[];  // sorted by name, bytewise
extern const std::size_t kNamedReferenceCount;

}  // namespace clean_article::text
