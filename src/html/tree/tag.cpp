// Names to tags and back. Owns the lookup; what a tag means for parsing is in tag_traits.hpp.
#include "html/tree/tag.hpp"

#include <array>
#include <cstddef>
#include <cstring>

#include "text/text.hpp"

namespace clean_article::html {
namespace {

constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::kCount);

constexpr std::array<std::string_view, kTagCount> kNames = {"", "#text",
#define CLEAN_ARTICLE_TAG(name) #name,
                                                            CLEAN_ARTICLE_TAGS(CLEAN_ARTICLE_TAG)
#undef CLEAN_ARTICLE_TAG
};

constexpr std::size_t kHeadBytes = 8;

// The first eight bytes of a name as one number, lower-cased by setting the bit that letters differ in.
// Bytes that are no letters may fall together; equal_ignoring_ascii_case() has the last word.
constexpr std::uint64_t kLowerBits = 0x2020'2020'2020'2020;

std::uint64_t head_of(std::string_view name) {
  std::uint64_t head = 0;
  if (name.size() >= kHeadBytes) {
    std::memcpy(&head, name.data(), kHeadBytes);
  } else if (name.size() >= 4) {
    std::uint32_t front = 0;
    std::uint32_t back = 0;
    std::memcpy(&front, name.data(), 4);
    std::memcpy(&back, name.data() + name.size() - 4, 4);
    head = front | static_cast<std::uint64_t>(back) << (8 * (name.size() - 4));
  } else {
    for (std::size_t i = 0; i < name.size(); ++i) {
      head |= static_cast<std::uint64_t>(static_cast<unsigned char>(name[i])) << (8 * i);
    }
  }
  return head | kLowerBits;
}

constexpr std::size_t kSlots = 512;  // three times the names, so that most searches end at once

constexpr std::size_t slot_of(std::uint64_t head, std::size_t size) {
  constexpr std::uint64_t kSpread = 0x9E37'79B9'7F4A'7C15;  // 2^64 divided by the golden ratio
  return static_cast<std::size_t>(((head ^ size) * kSpread) >> 55);
}

struct Slot {
  std::uint64_t head = 0;
  Tag tag = Tag::kUnknown;
  std::uint8_t size = 0;  // 0: empty
};

struct Table {
  std::array<Slot, kSlots> slots{};
  Table() {
    for (std::size_t i = static_cast<std::size_t>(Tag::kText) + 1; i < kTagCount; ++i) {
      const std::uint64_t head = head_of(kNames[i]);
      std::size_t at = slot_of(head, kNames[i].size());
      while (slots[at].size != 0) at = (at + 1) % kSlots;
      slots[at] = {head, static_cast<Tag>(i), static_cast<std::uint8_t>(kNames[i].size())};
    }
  }
};

const Table kTable;

// text::equal_ignoring_ascii_case() with a name that is lower case already.
bool spells(std::string_view name, std::string_view lower) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (text::ascii_lower(name[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

Tag tag_for_name(std::string_view name) {
  const std::uint64_t head = head_of(name);
  for (std::size_t at = slot_of(head, name.size());; at = (at + 1) % kSlots) {
    const Slot& slot = kTable.slots[at];
    if (slot.size == 0) return Tag::kUnknown;
    if (slot.head != head || slot.size != name.size()) continue;
    return spells(name, kNames[static_cast<std::size_t>(slot.tag)]) ? slot.tag : Tag::kUnknown;
  }
}

std::string_view tag_name(Tag tag) {
  return kNames[static_cast<std::size_t>(tag)];
}

}  // namespace clean_article::html
