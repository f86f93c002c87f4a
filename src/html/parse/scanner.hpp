// Reads a page once and writes its skeleton: tags without their attributes, one character for a run of
// text. Knows the tokenizer's rules, and of tree construction only what it must guess (raw text in
// foreign content). Private to this floor.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "html/parse/foreign_guess.hpp"
#include "html/parse/nesting_bound.hpp"
#include "html/parse/skeleton.hpp"
#include "html/parse/subtree_folder.hpp"
#include "html/tree/tag.hpp"

namespace clean_article::html {

// Whether Gumbo can be stopped in the middle of a page, through its allocator.
#if defined(GUMBO_HAS_ALLOCATOR)
inline constexpr bool kGumboCanBeStopped = true;
#else
inline constexpr bool kGumboCanBeStopped = false;
#endif

struct ScanOptions {
  Folding folding = Folding::kAll;
  // Raw text that begins in a <noscript> ends with it, as where scripts run: `<iframe/>` in one would take
  // all of the page behind it.
  bool noscript_ends_raw_text = false;
  // "<iframe/>" is whole, as in XML. HTML takes all that follows for its text, to the next end tag.
  bool self_closed_ends_raw_text = false;
};

class Scanner {
 public:
  explicit Scanner(const Limits& limits) : max_elements_(limits.max_elements) {}

  // `overrides` are sorted by position.
  void scan(std::string_view source, std::span<const Override> overrides, const ScanOptions& options,
            Skeleton& skeleton);

  // Whether the latest source has a <template>.
  bool template_seen() const { return template_seen_; }

  // How deep Gumbo's tree of the latest skeleton may become. Known only where Gumbo cannot be stopped.
  const NestingBound& nesting() const { return nesting_; }

 private:
  // Each reads what begins at its argument and returns where to go on; end_ when the page ends there.
  const char* text(const char* at);
  const char* markup(const char* less_than);
  const char* start_tag(const char* less_than);
  const char* end_tag(const char* less_than);
  const char* leaf(const char* less_than, const char* behind_start_tag, const SubtreeFolder::StartTag& start);
  const char* declaration(const char* less_than);
  const char* cdata(const char* less_than);
  const char* comment_end(const char* inside) const;
  const char* noscript_end(const char* at);
  const char* raw_content(const char* at, Tag tag, std::string_view name, bool keep, bool ends_here);

  bool is_markup(const char* less_than) const;
  const char* skip_newline(const char* at) const;
  bool takes_effect(const char* at, bool guess, bool is_cdata, std::uint32_t index);

  void add_text(const char* begin, const char* end);
  void add_text_piecewise(const char* begin, const char* end);
  void add_run(const char* begin, const char* end, char run_class, TextKind kind);
  // True for an <annotation-xml> that holds HTML.
  bool keep_attributes(Tag tag, std::string_view name, const char* name_end, const char* behind,
                       std::uint32_t index);
  void tell_apart(const char* name_end, const char* behind);
  bool in_flow() const { return foreign_.in_flow() && templates_open_ == 0 && !split_at_spaces_; }
  void begin_text();
  void comment_here();
  void separate();
  std::uint32_t at(const char* p) const { return static_cast<std::uint32_t>(p - begin_); }

  std::uint32_t max_elements_;
  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  Skeleton* skeleton_ = nullptr;
  std::span<const Override> overrides_;
  ForeignGuess foreign_;
  SubtreeFolder folder_;
  NestingBound nesting_;
  std::uint32_t end_tags_ = 0;
  std::uint32_t separators_ = 0;
  std::uint32_t cdata_sections_ = 0;
  std::uint32_t merging_tags_ = 0;  // <html> and <body> tags so far
  ScanOptions options_;
  bool doctype_seen_ = false;
  bool foreign_seen_ = false;  // a <svg> or <math> so far
  bool table_seen_ = false;
  bool template_seen_ = false;
  bool split_at_spaces_ = false;  // tree construction may drop single characters from here on
  bool has_nul_ = false;
  // Text since the latest tag: is there any, is some of it no white space, did a comment follow it?
  bool text_open_ = false;
  bool text_is_blank_ = true;
  bool comment_after_text_ = false;
  bool form_open_ = false;
  bool form_seen_ = false;
  // As far as tags tell: folded there, a link would be a wrong guess, and that costs a second parse.
  bool link_open_ = false;
  bool noscript_open_ = false;
  const char* noscript_end_ = nullptr;  // the latest that was looked for
  std::uint32_t templates_open_ = 0;
  std::vector<std::uint64_t> attribute_hashes_;
  std::string decoded_;
};

}  // namespace clean_article::html
