// The library's front door: bytes of a page in, its article out.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/base.hpp"
#include "metadata/metadata.hpp"
#include "render/render.hpp"

namespace clean_article {

enum class InputForm { kAuto, kHtml, kText };

// Which mistake is worse: text that does not belong to the article, or text of it that is missing.
enum class Trade { kBalanced, kPrecision, kRecall };

// A site rule that was learned: its host and the lines of its file.
struct LearnedRule {
  std::string host;
  std::string text;
  std::size_t pages = 0;
};

struct Options {
  Limits limits;
  InputForm from = InputForm::kAuto;
  Trade trade = Trade::kBalanced;
  bool comments = false;    // keep readers' comments, too
  bool standfirst = false;  // keep the line under the title (dek, key points), too; else it is a field alone
  std::vector<std::string>
      rules_folders;           // each may hold phrases/*.txt that replace the built-in lists, and site rules
  bool built_in_rules = true;  // whether the program's own site rules apply
  std::vector<std::string> without;        // names of finishing rules that do not run
  std::vector<LearnedRule> learned_rules;  // for hosts that have no rule file of their own

  render::Style style;              // what Article::text is
  std::string target_language;      // "de": pages in another language are kUnwanted; "" for any
  bool only_with_metadata = false;  // pages without title or date are kUnwanted
  double min_confidence = 0;        // pages with less are kUnwanted; those that have none are not
};

// One page as it came. Views: they must live until clean() returns.
struct Page {
  std::string_view bytes;
  std::string_view url;           // "" when unknown
  std::string_view content_type;  // HTTP Content-Type, "" when unknown
  std::string_view encoding;      // named by the user, "" when not
  std::string_view date{};        // of reading it, "2024-05-17": no page is newer; "" when it does not matter
  std::string_view fetched{};  // "2024-05-17T09:30:00Z" or the day: "3 hours ago" counts from it; "" unknown
};

// Why one block was kept or dropped.
struct ExplainedBlock {
  std::string text;  // as it stands on the page, white space folded
  std::string kind;  // "paragraph", "heading 2", "list item" …
  std::string step;  // who decided: "scorer", "rule" (the site's), or a finishing rule: "share", "caption" …
  std::string reason;   // in words, e.g. "share or follow bar (phrases/share.txt:12)"
  std::string signals;  // those that moved the score most, with their values; "" where no scorer judged
  double score = 0;     // of the scorer, 0 (boilerplate) to 1 (content)
  bool kept = false;
  std::uint32_t source_begin = 0;  // bytes of the decoded source
  std::uint32_t source_end = 0;
};

// What the rule of a page's site found on it. Empty where it has none.
struct RuleReport {
  struct Field {
    std::string value;
    std::string from;  // "FILE:LINE"
  };
  std::vector<std::string> files;  // that make up the rule
  std::string body;  // "FILE:LINE" of the expression that chose the text, "" when the scorer did
  std::vector<Field> titles, authors, dates;  // at most one title and one date
  std::string single_page;    // URL of a page that holds the whole article, "" when there is none
  std::string next_page;      // URL of the page that it goes on, "" when there is none
  std::string advertisement;  // "FILE:LINE" of the native_ad_clue that found something, else ""
  std::vector<std::string> warnings;
  std::vector<std::string> faults;  // what of the rule cannot be used, on this page or any: "FILE:LINE: why"
};

struct Article {
  std::string text;      // in the style asked for; UTF-8, one final newline
  std::string encoding;  // WHATWG name of the encoding the page was read with
};

// An article that was read and is not yet written, so that the pages it goes on can be joined to it.
class Draft {
 public:
  Article write() const;
  std::size_t bytes() const { return content_.bytes(); }  // of its text so far

 private:
  friend class Cleaner;
  render::Content content_;
  metadata::Metadata metadata_;  // of its first page; words and fingerprint of all
  render::Style style_;
  std::string encoding_;
};

// What is asked of a page that is to be written in several styles, or in none yet.
struct Wanted {
  std::span<const render::Style> styles{};
  bool metadata = false;                             // even where no style needs them
  bool whole = false;                                // every block of the page: menus and all
  std::vector<ExplainedBlock>* explained = nullptr;  // receives every block, an article or not
};

// A page that was read for several styles.
struct Reading {
  std::vector<render::Content> contents;  // one a style, in their order
  std::string encoding;                   // as Article has it
};

// What pages teach about their sites. Bounded: so many pages a site, so many in all; further ones teach
// nothing.
class SiteLessons {
 public:
  SiteLessons();
  ~SiteLessons();
  SiteLessons(SiteLessons&&) noexcept;
  SiteLessons& operator=(SiteLessons&&) noexcept;

  // Rules for the sites of which there were at least `fewest_pages`, by host: whole ones for somebody to look
  // at, or only what they repeat, which can be used as it is.
  std::vector<LearnedRule> rules(std::size_t fewest_pages) const;
  std::vector<LearnedRule> repeats(std::size_t fewest_pages) const;

  // Every site of which there was a page, by host, with the number of its pages; no text.
  std::vector<LearnedRule> sites() const;

 private:
  friend class Cleaner;
  struct State;
  std::unique_ptr<State> state_;
};

// Cleans pages one after the other and reuses its memory. One per thread; many may share the lists.
class Cleaner {
 public:
  // Fails when a rules folder cannot be read.
  static Result<Cleaner> create(const Options& options);
  ~Cleaner();
  Cleaner(Cleaner&&) noexcept;
  Cleaner& operator=(Cleaner&&) noexcept;

  // kNoArticle when the page holds none. Where `explained` is given it receives every block of the page
  // in document order, even then.
  Result<Article> clean(const Page& page, std::vector<ExplainedBlock>* explained = nullptr);

  // The same in steps, for an article of several pages: read() its first, read_on() each that it goes on, in
  // order, then Draft::write(). Metadata, title and language are those of the first; a further page that
  // holds no article is kNoArticle and leaves the draft as it was.
  Result<Draft> read(const Page& page, std::vector<ExplainedBlock>* explained = nullptr);
  Status read_on(Draft& draft, const Page& page, std::vector<ExplainedBlock>* explained = nullptr);

  // A page for several styles at once, whatever Options::style is. What was asked for besides is to be had
  // from metadata() and warnings().
  Result<Reading> read(const Page& page, const Wanted& wanted);

  // Whether metadata() will be filled for what is wanted.
  bool reads_metadata(const Wanted& wanted) const;

  // What the site's rule found on the page that was read last, an article or not.
  const RuleReport& rule_report() const;

  // What the page that was read last tells besides its text, an article or not. Empty where neither the
  // options nor an explanation needed it, and for a page that goes on an article.
  const metadata::Metadata& metadata() const;

  // Whether the page that was read last was refused (kNoArticle), and holds text that Trade::kRecall takes.
  bool has_doubtful_text() const;

  // What the limits cost the page that was read last, and what its site's rule could not do; each fit to
  // stand behind "the page: ".
  const std::vector<std::string>& warnings() const;

  // The HTTP headers, name and value, with which the rule of the URL's site wants its pages fetched.
  std::vector<std::pair<std::string, std::string>> request_headers(std::string_view url) const;

  // Notes what a page teaches about the site it says it is from, or else about `host`. An error when the page
  // could not be read.
  Status teach(const Page& page, std::string_view host, SiteLessons& lessons);

  // Another cleaner with the same options that shares what is immutable: for a second thread.
  Cleaner fork() const;

  // The same, and it writes in another style.
  Cleaner fork(const render::Style& style) const;

 private:
  struct State;
  explicit Cleaner(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace clean_article
