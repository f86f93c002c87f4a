// How text goes into the skeleton: runs of one kind of character, and what must stand between them. The
// text half of scanner.cpp.
#include <algorithm>

#include "html/parse/bytes.hpp"
#include "html/parse/scanner.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

// An empty bogus comment: ends a run of text for Gumbo and leaves nothing in our tree.
constexpr std::string_view kSeparator = "<!>";

}  // namespace

const char* Scanner::text(const char* at) {
  const char* stop = find_near(at + 1, end_, '<');
  while (stop != end_ && !is_markup(stop)) stop = find(stop + 1, end_, '<');
  add_text(at, stop);
  return stop;
}

void Scanner::add_run(const char* begin, const char* end, char run_class, TextKind kind) {
  const auto run = static_cast<std::uint32_t>(skeleton_->runs.size());
  skeleton_->runs_in_text.push_back({skeleton_->text.size(), run});
  skeleton_->runs.push_back({{at(begin), at(end)}, kind});
  skeleton_->text.append(run_class);
  folder_.text(run);
}

void Scanner::add_text(const char* begin, const char* end) {
  if (split_at_spaces_ || (has_nul_ && find(begin, end, '\0') != end)) return add_text_piecewise(begin, end);
  // White space at the start, be it written as references, is treated apart by tree construction.
  const char* rest = begin;
  while (rest != end) {
    if (text::is_html_space(*rest)) {
      ++rest;
      continue;
    }
    if (*rest != '&') break;
    decoded_.clear();
    const std::size_t taken =
        text::decode_reference(between(rest, end), text::ReferenceContext::kText, decoded_);
    if (taken == 0 || decoded_.size() != 1 || !text::is_html_space(decoded_[0])) break;
    rest += taken;
  }
  const bool blank = rest == end;
  if (comment_after_text_ && table_seen_ && !(blank && text_is_blank_)) {
    separate();
    text_is_blank_ = true;
  }
  comment_after_text_ = false;
  text_open_ = true;
  text_is_blank_ = text_is_blank_ && blank;
  if (rest != begin) add_run(begin, rest, kSpaceRun, TextKind::kText);
  if (!blank) add_run(rest, end, kTextRun, TextKind::kText);
}

// The rare case: each stretch of one kind of character becomes a run.
void Scanner::add_text_piecewise(const char* begin, const char* end) {
  const auto class_at = [&](const char* at, std::size_t& size) {
    size = 1;
    if (*at == '\0') return kNulRun;
    if (text::is_html_space(*at)) return kSpaceRun;
    if (*at != '&') return kTextRun;
    decoded_.clear();
    size = std::max<std::size_t>(
        1, text::decode_reference(between(at, end), text::ReferenceContext::kText, decoded_));
    return decoded_.size() == 1 && text::is_html_space(decoded_[0]) ? kSpaceRun : kTextRun;
  };
  if (comment_after_text_ && table_seen_) separate();
  comment_after_text_ = false;
  text_open_ = true;
  text_is_blank_ = false;
  for (const char* at = begin; at != end;) {
    std::size_t size = 0;
    const char run_class = class_at(at, size);
    const char* run = at;
    at += size;
    // A NUL stands alone, because each becomes a character of its own, or nothing.
    while (at != end && run_class != kNulRun && class_at(at, size) == run_class) at += size;
    add_run(run, at, run_class, TextKind::kText);
  }
}

// After each tag.
void Scanner::begin_text() {
  text_open_ = comment_after_text_ = false;
  text_is_blank_ = true;
}

void Scanner::separate() {
  // Each makes two nodes of one text: they are bounded as elements are.
  if (separators_++ >= max_elements_) return;
  skeleton_->text.append(kSeparator);
  folder_.part_text();
}

// Comments leave nothing in the tree, but they part text where tree construction looks at text as a
// whole: in tables, and in forms, where Gumbo puts behind </form> what it has not yet put into the tree.
void Scanner::comment_here() {
  if (form_open_) {
    separate();
    begin_text();
  } else {
    comment_after_text_ = text_open_;
  }
}

}  // namespace clean_article::html
