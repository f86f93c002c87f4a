// The scanner's main loop: tags, comments, declarations. Text is in text_runs.cpp, attributes that matter
// to the tree are in kept_attributes.cpp, the ends of raw text in raw_text.cpp.
#include "html/parse/scanner.hpp"

#include <algorithm>
#include <cstring>

#include "html/parse/bytes.hpp"
#include "html/parse/raw_text.hpp"
#include "html/parse/tag_traits.hpp"
#include "html/tree/attributes.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

constexpr std::string_view kCdataStart = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";
constexpr std::string_view kDoctype = "<!doctype";

// Gumbo turns this element into a whole form, as HTML once had it. The name it gets in the skeleton is
// one that means nothing; our tree has the true name from the source.
constexpr std::string_view kIsindexInSkeleton = "isindez";

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (text::ascii_lower(text[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

void Scanner::scan(std::string_view source, std::span<const Override> overrides, const ScanOptions& options,
                   Skeleton& skeleton) {
  begin_ = source.data();
  end_ = begin_ + source.size();
  skeleton_ = &skeleton;
  skeleton.clear();
  overrides_ = overrides;
  foreign_.clear();
  nesting_.clear();
  end_tags_ = merging_tags_ = separators_ = cdata_sections_ = 0;
  doctype_seen_ = foreign_seen_ = table_seen_ = template_seen_ = split_at_spaces_ = false;
  has_nul_ = !source.empty() && find(begin_, end_, '\0') != end_;
  options_ = options;
  folder_.clear(skeleton, has_nul_ ? Folding::kNothing : options.folding);
  form_open_ = form_seen_ = link_open_ = noscript_open_ = false;
  templates_open_ = 0;
  noscript_end_ = nullptr;
  begin_text();
  const char* at = begin_;
  while (at != end_) at = *at == '<' && is_markup(at) ? markup(at) : text(at);
}

bool Scanner::is_markup(const char* less_than) const {
  if (end_ - less_than < 2) return false;
  const char next = less_than[1];
  if (next == '/') return end_ - less_than >= 3;
  return markup::is(next, markup::kLetterByte) || next == '!' || next == '?';
}

const char* Scanner::markup(const char* less_than) {
  switch (less_than[1]) {
    case '/':
      if (less_than[2] == '>') return less_than + 3;  // "</>" is nothing at all
      if (markup::is(less_than[2], markup::kLetterByte)) return end_tag(less_than);
      comment_here();
      return behind(less_than, end_, '>');
    case '!':
      return declaration(less_than);
    case '?':
      comment_here();
      return behind(less_than, end_, '>');
    default:
      return start_tag(less_than);
  }
}

const char* Scanner::declaration(const char* less_than) {
  const std::string_view rest = between(less_than, end_);
  if (rest.starts_with("<!--")) {
    comment_here();
    return comment_end(less_than + 4);
  }
  if (rest.starts_with(kCdataStart)) return cdata(less_than);
  const char* stop = behind(less_than, end_, '>');
  if (!starts_with_ignoring_case(rest, kDoctype)) {
    comment_here();
    return stop;
  }
  if (!form_open_) comment_after_text_ = text_open_;
  if (!doctype_seen_) {
    // Its wording decides between the modes in which a table may stand in a paragraph or not.
    doctype_seen_ = true;
    skeleton_->text.append(between(less_than, stop));
  }
  return stop;
}

const char* Scanner::comment_end(const char* inside) const {
  const std::string_view rest = between(inside, end_);
  if (rest.starts_with(">")) return inside + 1;
  if (rest.starts_with("->")) return inside + 2;
  for (const char* at = find(inside, end_, '-'); at != end_; at = find(at + 1, end_, '-')) {
    if (end_ - at < 3) return end_;
    if (at[1] != '-') continue;
    if (at[2] == '>') return at + 3;
    if (at[2] == '!' && end_ - at >= 4 && at[3] == '>') return at + 4;
  }
  return end_;
}

const char* Scanner::cdata(const char* less_than) {
  // Inside SVG and MathML this is text up to "]]>", elsewhere a comment up to '>'. Gumbo gets it either
  // way, and whether the text turns up in the tree tells if the guess was right.
  if (cdata_sections_++ >= max_elements_ && !foreign_.inside()) {
    comment_here();
    return behind(less_than, end_, '>');
  }
  const char* content = less_than + kCdataStart.size();
  const auto index = static_cast<std::uint32_t>(skeleton_->runs.size());
  folder_.doubt();
  const bool is_text = takes_effect(less_than, foreign_.inside(), true, index);
  const char* content_end = find(content, end_, '>');
  const char* stop = behind(content, end_, '>');
  if (is_text) {
    const auto found = between(content, end_).find(kCdataEnd);
    content_end = found == std::string_view::npos ? end_ : content + found;
    stop = found == std::string_view::npos ? end_ : content_end + kCdataEnd.size();
  }
  comment_here();
  if (is_text && content == content_end) {
    skeleton_->guesses.pop_back();  // nothing there that could tell
    return stop;
  }
  // Gumbo asserts that no text waits when it begins a text inside a table, and forgets that of CDATA.
  if (table_seen_) separate();
  skeleton_->text.append(kCdataStart);
  add_run(content, content_end, kTextRun, TextKind::kRawText);
  skeleton_->text.append(kCdataEnd);
  if (table_seen_) separate();
  return stop;
}

// Whether what stands at `at` takes effect: as guessed, unless an earlier parse proved otherwise.
bool Scanner::takes_effect(const char* at, bool guess, bool is_cdata, std::uint32_t index) {
  const std::uint32_t position = this->at(at);
  const auto known = std::lower_bound(
      overrides_.begin(), overrides_.end(), position,
      [](const Override& override, std::uint32_t wanted) { return override.position < wanted; });
  if (known != overrides_.end() && known->position == position) guess = known->takes_effect;
  skeleton_->guesses.push_back({position, index, is_cdata, guess, false});
  return guess;
}

const char* Scanner::end_tag(const char* less_than) {
  const char* name = less_than + 2;
  const char* name_end = markup::end_of_name(name, end_);
  AttributeCursor cursor(name_end, end_);
  for (Attribute ignored; cursor.next(ignored);) continue;
  if (!cursor.closed()) return end_;
  const Tag tag = tag_for_name(between(name, name_end));
  foreign_.end_tag(tag);
  if constexpr (!kGumboCanBeStopped) nesting_.end(tag);
  if (tag == Tag::k_form) form_open_ = false;
  if (tag == Tag::k_a) link_open_ = false;
  if (tag == Tag::k_noscript) noscript_open_ = false;
  if (tag == Tag::k_template && templates_open_ > 0) --templates_open_;
  begin_text();
  std::string_view written = between(name, name_end);
  if (tag == Tag::k_isindex) written = kIsindexInSkeleton;
  // Gumbo looks for what an end tag ends through all that is open, and some make an element.
  if (++end_tags_ > max_elements_) {
    folder_.stop();
    return cursor.position();
  }
  if (folder_.end(tag, written)) {
    if (form_seen_) separate();
    return cursor.position();
  }
  char* out = skeleton_->text.room(written.size() + 3);
  *out++ = '<';
  *out++ = '/';
  std::memcpy(out, written.data(), written.size());
  out += written.size();
  *out++ = '>';
  skeleton_->text.advance_to(out);
  return cursor.position();
}

const char* Scanner::start_tag(const char* less_than) {
  const char* name = less_than + 1;
  const char* name_end = markup::end_of_name(name, end_);
  AttributeCursor cursor(name_end, end_);
  for (Attribute ignored; cursor.next(ignored);) continue;
  if (!cursor.closed()) return end_;
  const char* behind = cursor.position();
  std::string_view written = between(name, name_end);
  const Tag tag = tag_for_name(written);
  const std::uint32_t traits = traits_of(tag);
  const auto index = static_cast<std::uint32_t>(skeleton_->tag_spans.size());
  const SubtreeFolder::StartTag start{
      tag, written, index, in_flow(), foreign_.inside(), cursor.self_closing(), link_open_};
  if ((traits & kLeaf) != 0) {
    if (const char* behind_leaf = leaf(less_than, behind, start)) return behind_leaf;
  }
  const bool raw = foreign_.begins_raw_text(tag);
  const bool dropped = index >= max_elements_;
  if (dropped) folder_.stop();
  if (!dropped) {
    folder_.make_way(start);
    const SkeletonSize before = skeleton_->size();
    if (tag == Tag::k_isindex) written = kIsindexInSkeleton;
    skeleton_->tags_in_text.push_back({skeleton_->text.size(), index});
    skeleton_->tag_spans.push_back({at(less_than), at(behind)});
    char* out = skeleton_->text.room(written.size() + 3);
    *out++ = '<';
    std::memcpy(out, written.data(), written.size());
    skeleton_->text.advance_to(out + written.size());
    bool html_again = false;
    if (((traits & kNeedsAttribute) != 0 || (foreign_seen_ && tag == Tag::kUnknown)) &&
        behind - name_end > 1) {
      html_again = keep_attributes(tag, written, name_end, behind, index);
    }
    if (traits & kForeignRoot) foreign_seen_ = true;
    if (cursor.self_closing() && foreign_seen_) skeleton_->text.append('/');
    skeleton_->text.append('>');
    begin_text();
    if constexpr (!kGumboCanBeStopped) nesting_.start(tag, cursor.self_closing() && foreign_.inside());
    foreign_.start_tag(tag, cursor.self_closing(), html_again);
    if (traits & kTablePart) table_seen_ = true;
    if (tag == Tag::k_form) form_open_ = form_seen_ = true;
    if (tag == Tag::k_a) link_open_ = true;
    if (tag == Tag::k_noscript) noscript_open_ = true;
    if (tag == Tag::k_frameset) skeleton_->has_frameset = true;
    if (tag == Tag::k_template) {
      template_seen_ = true;
      ++templates_open_;
    }
    // In framesets, and in templates that begin with a column, letters go and spaces stay.
    if (tag == Tag::k_frameset || (template_seen_ && (tag == Tag::k_col || tag == Tag::k_colgroup))) {
      split_at_spaces_ = true;
    }
    folder_.start(start, before, in_flow());
  }
  if ((traits & (kRaw | kEatsNewline)) == 0) return behind;
  const bool effect = dropped ? (traits & kRaw) != 0 : takes_effect(less_than, raw, false, index);
  if (!effect) return behind;
  if (traits & kEatsNewline) behind = skip_newline(behind);
  if ((traits & kRaw) == 0) return behind;
  const bool ends_here = options_.self_closed_ends_raw_text && cursor.self_closing();
  return raw_content(behind, tag, between(name, name_end), !dropped, ends_here);
}

// Behind the end tag, when that comes right after the next text, and all three become a character; or
// nullptr.
const char* Scanner::leaf(const char* less_than, const char* behind_start_tag,
                          const SubtreeFolder::StartTag& start) {
  const std::string_view name = start.name;
  const char* stop = find_near(behind_start_tag, end_, '<');
  if (static_cast<std::size_t>(end_ - stop) < name.size() + 3 || stop[1] != '/' ||
      stop[2 + name.size()] != '>') {
    return nullptr;
  }
  if (!text::equal_ignoring_ascii_case(name, {stop + 2, name.size()})) return nullptr;
  if (!folder_.is_folding() || !start.in_flow || start.index >= max_elements_) return nullptr;
  if (start.tag == Tag::k_a && link_open_) return nullptr;
  const auto run = static_cast<std::uint32_t>(skeleton_->runs.size());
  skeleton_->runs.push_back({{at(behind_start_tag), at(stop)}, TextKind::kText});
  skeleton_->tag_spans.push_back({at(less_than), at(behind_start_tag)});
  begin_text();
  folder_.leaf(start, run);
  if (form_seen_) separate();
  if constexpr (!kGumboCanBeStopped) {
    nesting_.start(start.tag, false);
    nesting_.end(start.tag);
  }
  return stop + name.size() + 3;
}

const char* Scanner::raw_content(const char* at, Tag tag, std::string_view name, bool keep, bool ends_here) {
  const std::uint32_t traits = traits_of(tag);
  const bool plaintext = (traits & kPlaintext) != 0;
  const char* bound = end_;
  if (ends_here && !plaintext)
    bound = at;
  else if (noscript_open_ && options_.noscript_ends_raw_text && !plaintext)
    bound = noscript_end(at);
  const char* stop = bound;
  if (bound == at) {
    // Nothing is inside.
  } else if (traits & kScriptData) {
    stop = end_of_script(at, bound);
  } else if (!plaintext) {
    stop = end_of_raw_text(at, bound, name);
  }
  const TextKind kind = traits & kRcdata ? TextKind::kText : TextKind::kRawText;
  if (keep && at != stop) add_run(at, stop, kTextRun, kind);
  if (keep && stop == bound && stop != end_) {  // Gumbo, too, must see that it ends
    folder_.end(tag, name);
    skeleton_->text.append("</");
    skeleton_->text.append(name);
    skeleton_->text.append('>');
  }
  return stop;
}

// The next end tag of a <noscript>, or end_. Looked for once, not from each raw text again.
const char* Scanner::noscript_end(const char* at) {
  if (noscript_end_ == nullptr || noscript_end_ < at)
    noscript_end_ = end_of_raw_text(at, end_, tag_name(Tag::k_noscript));
  return noscript_end_;
}

const char* Scanner::skip_newline(const char* at) const {
  if (at == end_) return at;
  if (*at == '\n') return at + 1;
  if (*at == '\r') return at + (end_ - at >= 2 && at[1] == '\n' ? 2 : 1);
  if (*at != '&') return at;
  std::string decoded;
  const std::size_t taken = text::decode_reference(between(at, end_), text::ReferenceContext::kText, decoded);
  return decoded == "\n" ? at + taken : at;
}

}  // namespace clean_article::html
