// The few attributes that tree construction looks at, and the made-up ones that stand in the skeleton
// for the rest. The other half of scanner.cpp.
#include <algorithm>
#include <charconv>
#include <functional>

#include "html/parse/scanner.hpp"
#include "html/parse/tag_traits.hpp"
#include "html/tree/attributes.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

bool named(const Attribute& attribute, std::string_view lower) {
  return text::equal_ignoring_ascii_case(attribute.name, lower);
}

std::uint64_t mix(std::uint64_t hash, unsigned char byte) {
  constexpr std::uint64_t kFnvPrime = 0x100000001B3;
  return (hash ^ byte) * kFnvPrime;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = mix(hash, static_cast<unsigned char>(c));
  return hash;
}

void append_number(char prefix, std::uint64_t number, SkeletonText& out) {
  constexpr std::size_t kLongest = 16;
  constexpr int kBase = 36;
  char* at = out.room(kLongest + 2);
  *at++ = ' ';
  *at++ = prefix;
  out.advance_to(std::to_chars(at, at + kLongest, number, kBase).ptr);
}

}  // namespace

bool Scanner::keep_attributes(Tag tag, std::string_view name, const char* name_end, const char* behind,
                              std::uint32_t index) {
  if (tag == Tag::k_html || tag == Tag::k_body) {
    // A later one adds its attributes to the open element: the number says whose they are.
    if (merging_tags_++ < kMostMerged) append_number('m', index, skeleton_->text);
    return false;
  }
  if (tag == Tag::kUnknown && !text::equal_ignoring_ascii_case(name, "annotation-xml")) return false;
  AttributeCursor cursor(name_end, behind);
  bool type_seen = false;
  for (Attribute attribute; cursor.next(attribute);) {
    if (tag == Tag::k_font &&
        (named(attribute, "color") || named(attribute, "face") || named(attribute, "size"))) {
      skeleton_->text.append(" color");
      break;
    }
    const bool is_type = tag == Tag::k_input && named(attribute, "type");
    if ((!is_type && !(tag == Tag::kUnknown && named(attribute, "encoding"))) || type_seen) continue;
    type_seen = true;  // the first of a name counts
    decoded_.clear();
    text::append_decoding_references(attribute.raw_value, text::ReferenceContext::kAttribute, decoded_);
    if (is_type && text::equal_ignoring_ascii_case(decoded_, "hidden")) {
      skeleton_->text.append(" type='hidden'");
    } else if (text::equal_ignoring_ascii_case(decoded_, "text/html") ||
               text::equal_ignoring_ascii_case(decoded_, "application/xhtml+xml")) {
      skeleton_->text.append(" encoding='text/html'");
      return true;
    }
  }
  if (traits_of(tag) & kFormatting) tell_apart(name_end, behind);
  return false;
}

// Gives a formatting element a made-up attribute that equals another's when their attributes are equal:
// of more than three alike that are open, tree construction forgets one ("Noah's Ark clause").
void Scanner::tell_apart(const char* name_end, const char* behind) {
  attribute_hashes_.clear();
  AttributeCursor cursor(name_end, behind);
  for (Attribute attribute; cursor.next(attribute);) {
    constexpr std::uint64_t kFnvBasis = 0xCBF29CE484222325;
    std::uint64_t name_hash = kFnvBasis;
    for (const char c : attribute.name)
      name_hash = mix(name_hash, static_cast<unsigned char>(text::ascii_lower(c)));
    decoded_.clear();
    text::append_decoding_references(attribute.raw_value, text::ReferenceContext::kAttribute, decoded_);
    attribute_hashes_.push_back(name_hash);
    attribute_hashes_.push_back(hash_of(decoded_, mix(name_hash, 0)));
  }
  std::uint64_t sum = 0;  // of the first of each name; addition forgets their order
  for (std::size_t i = 0; i < attribute_hashes_.size(); i += 2) {
    bool first = true;
    for (std::size_t j = 0; j < i && first; j += 2) first = attribute_hashes_[j] != attribute_hashes_[i];
    if (first) sum += attribute_hashes_[i + 1] * 0x9E37'79B9'7F4A'7C15;
  }
  // Half of the bits tell enough apart, and Gumbo reads each character.
  if (sum != 0) append_number('f', sum >> 32, skeleton_->text);
}

}  // namespace clean_article::html
