// What a page says of itself outside its text: titles, description, declared type, the article body in its
// structured data. Owns the reading of these; knows nothing of blocks.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/structured/linked_data.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

// Types of JSON-LD and microdata that tell kinds of pages apart; bits of PageFacts::types.
enum DeclaredType : std::uint32_t {
  kTypeArticle = 1 << 0,  // any …Article, BlogPosting
  kTypeProduct = 1 << 1,
  kTypeForum = 1 << 2,  // DiscussionForumPosting
  kTypeQuestion = 1 << 3,
  kTypeItemList = 1 << 4,
  kTypeCollection = 1 << 5,
  kTypeFaq = 1 << 6,
  kTypeRecipe = 1 << 7,
  kTypeOrganization = 1 << 8,
  kTypeWebPage = 1 << 9,
  kTypeReview = 1 << 10,
  kTypeEvent = 1 << 11,
  kTypeService = 1 << 12,
  kTypeSoftware = 1 << 13,
};

// Hashes in an open-addressed table of nothing but these, for a text may have millions. Never full.
class HashSet {
 public:
  // Empties it and makes room for so many.
  void reset(std::size_t most) { slots_.assign(std::bit_ceil(most + most / 2 + 1), kFree); }
  void add(std::uint64_t hash) { slots_[place_of(hash)] = hash; }
  bool has(std::uint64_t hash) const { return slots_[place_of(hash)] == hash; }

 private:
  static constexpr std::uint64_t kFree = 0;  // nothing has this hash, but for one in 2^64

  // The slot of a hash, or the free one that it would have.
  std::size_t place_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash ^ hash >> 32) & mask;
    while (slots_[at] != hash && slots_[at] != kFree) at = (at + 1) & mask;
    return at;
  }

  std::vector<std::uint64_t> slots_ = {kFree};  // a power of two
};

// The different words of a short text, by their hashes.
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(std::string_view text);
  WordSet(const WordSet& one, const WordSet& other);  // the words of both

  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }
  bool has(std::uint64_t word) const { return may_have(word) && table_.has(word); }
  // Whether it has any of these: a quick no for most blocks of a page.
  bool may_share(std::span<const std::uint64_t> words) const {
    return std::ranges::any_of(words, [&](std::uint64_t word) { return has(word); });
  }
  // A quick no for most words of a page.
  bool may_have(std::uint64_t word) const {
    return (filter_[word / 64 % kFilterWords] >> word % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t kFilterWords = 16;

  void make_table();

  std::vector<std::uint64_t> words_;                  // sorted
  HashSet table_;                                     // the same
  std::array<std::uint64_t, kFilterWords> filter_{};  // one bit a word
};

// The runs of four words of a text, by their hashes.
class RunSet {
 public:
  RunSet() = default;
  explicit RunSet(std::span<const std::uint64_t> words);

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }  // those that come again count again
  bool has(std::uint64_t run) const { return table_.has(run); }

 private:
  HashSet table_;
  std::size_t size_ = 0;
};

struct PageFacts {
  std::string title;           // <title>, white space and all
  WordSet title_words;         // its words
  WordSet shared_title_words;  // og:title
  std::string shared_text;     // og:description
  WordSet description_words;   // og:description or description
  std::string address;         // og:url or the canonical one, as written
  std::uint32_t types = 0;     // DeclaredType
  int products = 0;            // how many JSON-LD describes
  bool og_article = false, og_product = false, og_website = false;
  bool error_title = false;     // the title says that there is no such page
  bool forum_software = false;  // <meta name=generator> names one
  std::string article_body;     // JSON-LD articleBody (the longest), entities and escapes decoded
  std::shared_ptr<const LinkedData> linked_data;  // nullptr where the page has none
  RunSet article_body_runs;                       // its runs of four words

  // Whether the page declares that it is an article and nothing else.
  bool declares_article() const {
    constexpr std::uint32_t kOther = kTypeProduct | kTypeForum | kTypeQuestion;
    return (og_article || (types & kTypeArticle) != 0) && (types & kOther) == 0 && !og_product &&
           !forum_software;
  }

  bool declares_product() const { return (types & kTypeProduct) != 0 || og_product; }

  // Whether it is about one product, not a list of them.
  bool declares_one_product() const {
    constexpr int kMostOfOne = 12;  // variants of it
    return declares_product() && products <= kMostOfOne;
  }

  // Whether it is a thread of posts, by its software or what it declares.
  bool is_thread() const { return forum_software || (types & (kTypeForum | kTypeQuestion)) != 0; }
};

PageFacts read_facts(const html::Document& document);

// The hash of a run of four words, given their hashes.
std::uint64_t run_hash(const std::uint64_t* four_words);
inline constexpr std::size_t kRunWords = 4;

}  // namespace clean_article::extract
