#include "bulk/duplicates.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

constexpr std::size_t kWordsOfRun = 5;  // as corpora of the web are made unique by (FineWeb, RefinedWeb)
constexpr std::size_t kBands = 16;
constexpr std::size_t kNumbersOfBand = kSignatureNumbers / kBands;
constexpr double kLikeness = 0.8;

// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ value >> 27) * 0x94D049BB133111EBULL;
  return value ^ value >> 31;
}

// Characters from here on stand in texts without spaces, or are rare.
constexpr unsigned char kFirstByteOfEastAsia = 0xE2;

std::vector<std::uint64_t> hashes_of_words(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t hash = 0;
  const auto end_word = [&] {
    if (hash != 0) words.push_back(mixed(hash));
    hash = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text::is_html_space(c)) {
      end_word();
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    const bool is_word = byte >= kFirstByteOfEastAsia && byte < 0xF0;
    if (is_word) end_word();
    hash = (hash ^ static_cast<unsigned char>(text::ascii_lower(c))) * 1099511628211ULL + 1;
    if (!is_word) continue;
    for (std::size_t more = 0; more < 2 && i + 1 < text.size(); ++more)
      hash = (hash ^ static_cast<unsigned char>(text[++i])) * 1099511628211ULL + 1;
    end_word();
  }
  end_word();
  return words;
}

}  // namespace

Signature signature_of(std::string_view text) {
  Signature signature;
  signature.fill(~std::uint32_t{0});
  const std::vector<std::uint64_t> words = hashes_of_words(text);
  const std::size_t runs = words.size() < kWordsOfRun ? 1 : words.size() - kWordsOfRun + 1;
  for (std::size_t i = 0; i < runs; ++i) {
    std::uint64_t run = 0;
    for (std::size_t j = i; j < std::min(i + kWordsOfRun, words.size()); ++j) run = mixed(run ^ words[j]);
    // Two independent halves give all functions (Kirsch, Mitzenmacher 2006).
    const auto first = static_cast<std::uint32_t>(run);
    const auto step = static_cast<std::uint32_t>(run >> 32) | 1U;
    for (std::size_t k = 0; k < kSignatureNumbers; ++k) {
      std::uint32_t value = first + static_cast<std::uint32_t>(k) * step;
      value = (value ^ value >> 16) * 0x85EBCA6BU;  // without it the least would lie side by side
      signature[k] = std::min(signature[k], value ^ value >> 13);
    }
  }
  return signature;
}

double likeness(const Signature& a, const Signature& b) {
  std::size_t equal = 0;
  for (std::size_t k = 0; k < kSignatureNumbers; ++k) equal += a[k] == b[k] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(kSignatureNumbers);
}

std::optional<std::string> Duplicates::take(const Signature& signature, const std::string& name) {
  std::array<std::uint64_t, kBands> keys{};
  for (std::size_t band = 0; band < kBands; ++band) {
    keys[band] = mixed(band);
    for (std::size_t k = 0; k < kNumbersOfBand; ++k)
      keys[band] = mixed(keys[band] ^ signature[band * kNumbersOfBand + k]);
  }
  Article article{{}, name};
  std::transform(signature.begin(), signature.end(), article.low_bytes.begin(),
                 [](std::uint32_t number) { return static_cast<std::uint8_t>(number); });
  for (const std::uint64_t key : keys) {
    const auto found = bands_.find(key);
    if (found == bands_.end()) continue;
    const Article& other = articles_[found->second];
    std::size_t equal = 0;
    for (std::size_t k = 0; k < kSignatureNumbers; ++k)
      equal += article.low_bytes[k] == other.low_bytes[k] ? 1 : 0;
    if (static_cast<double>(equal) >= kLikeness * static_cast<double>(kSignatureNumbers)) return other.name;
  }
  for (const std::uint64_t key : keys) bands_.try_emplace(key, static_cast<std::uint32_t>(articles_.size()));
  articles_.push_back(std::move(article));
  return std::nullopt;
}

}  // namespace clean_article::bulk
