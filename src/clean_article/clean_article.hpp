// clean_article: a web page in, its article out. The C++ interface, for C++20.
//
//     #include <clean_article/clean_article.hpp>
//
//     const clean_article::Cleaner cleaner;
//     const clean_article::Result result = cleaner.clean({.bytes = page, .url = "https://example.com/a"});
//     if (result.ok()) std::cout << result.text();
//     else std::cerr << result.message() << '\n';
//
// This header is the manual, and all of the interface.
//
// Strings     are UTF-8. Lengths are bytes where nothing else is said.
// Lifetime    A Cleaner and a Result own all that they give; a view or span from a Result is valid while one
//             copy of that Result lives. What a Page points to must live until the call returns, no longer.
// Threads     All const members of all classes may be called from any number of threads at once. Share one
//             Cleaner: it keeps a workspace for each call that runs at the same time, and gives it to the
//             next. Copies of a Cleaner or a Result are cheap, and share what they are copies of.
// Exceptions  No page makes a member throw: a page that cannot be read, or holds no article, gives a Result
//             that says so. std::invalid_argument is thrown for options that make no sense or name what is
//             not there, by the constructor of Cleaner, and for a format that is unknown or was not asked
//             for, by Result::render(). std::bad_alloc is thrown when memory is short; in a
//             format of JSON that may end the process, as the library that writes it allocates in
//             destructors.
// Network     Nothing here opens a connection. Files are read by the constructor of Cleaner alone, where
//             Options::rules_folders are given, and those of a site's rule when its first page comes.
// Limits      What a page can cost is bounded by counts, never by clocks: the same page gives the same text
//             everywhere. A Result says in warnings() where a bound was met.
// Versions    All of this is in the inline namespace abi0, and the shared library's name ends in .so.0. Both
//             change together, when a program must be built anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GNUC__)
#define CLEAN_ARTICLE_API __attribute__((visibility("default")))
#else
#define CLEAN_ARTICLE_API
#endif

namespace clean_article {
#if defined(CLEAN_ARTICLE_INSIDE)  // the library's own sources have other things of these names
namespace abi0 {
#else
inline namespace abi0 {
#endif

// "1.2.3", of the library that runs.
CLEAN_ARTICLE_API std::string_view version() noexcept;

// Which mistake is worse: text that does not belong to the article, or text of it that is missing.
enum class Trade : std::uint8_t { kBalanced, kPrecision, kRecall };

// What the bytes of pages are. kText: a page that was copied or saved without its markup.
enum class Input : std::uint8_t { kAuto, kHtml, kText };

// How a Cleaner cleans. The defaults are those of the program.
struct Options {
  Trade trade = Trade::kBalanced;
  Input from = Input::kAuto;

  // What is in the text.
  bool comments = false;    // readers' comments, too (the posts of a forum are always text)
  bool standfirst = false;  // the line under the title, too; else it is the field "description" alone
  bool title = false;       // the title as the first line or heading
  bool tables = true;
  bool formatting = false;  // emphasis; where a format always shows it, as Markdown and HTML do, no matter
  bool links = false;       // likewise
  bool images = false;      // in every format

  // Which pages are wanted. Others give a Result without text.
  std::string target_language;      // "de": pages in another language are kUnwanted; "" for any
  bool only_with_metadata = false;  // pages that tell no title or no date are kUnwanted
  std::size_t fewest_chars = 0;     // code points; shorter texts are kUnwanted
  double min_confidence = 0;        // 0 to 1; texts whose field "confidence" is less are kUnwanted
  std::size_t max_bytes = std::size_t{16} << 20;  // of a page, decoded; a larger one is kTooLarge

  // Rules. A folder holds site rules (HOST.txt or sites/HOST.txt), and phrases/*.txt and words/*.txt that
  // replace the built-in lists of the same names; a later folder wins.
  std::vector<std::string> rules_folders;
  bool built_in_rules = true;        // whether the site rules that are built in apply
  std::vector<std::string> without;  // names of finishing rules that do not run

  // What a Result has besides its text. Fields cost about a fifth of a page's time, further formats little,
  // verdicts of all blocks several times as much as all else.
  bool metadata = true;              // the fields; else only where a format needs them
  bool blocks = false;               // every block of the page with its verdict: Result::blocks()
  bool listed_blocks = false;        // JSON lists the blocks of the text, with kind, place and score
  std::vector<std::string> formats;  // names of those that it can be written in; empty for all
};

// One page as it came. Views.
struct Page {
  std::string_view bytes;           // in any encoding
  std::string_view url{};           // its address, "" when unknown: chooses the site's rule, completes links
  std::string_view content_type{};  // the HTTP header, "" when unknown
  std::string_view encoding{};      // whatever the page says, such as "windows-1251"; "" to find out
  // When it was fetched: "2024-05-17T09:30:00Z" or the day. "3 hours ago" counts from then, and no date is
  // later. "" when unknown; then no date is later than today, and such words give none.
  std::string_view fetched{};
};

// What became of a page. Later versions may have more.
enum class Outcome : std::uint8_t {
  kArticle = 0,    // there is a text
  kNoArticle = 1,  // the page was read and holds no article: empty, a log-in wall, an error page …
  kUnwanted = 2,   // it holds one that the options rule out: language, length, no date
  kTooLarge = 3,   // it is larger than Options::max_bytes
  kNotAPage = 4,   // the bytes are no HTML and no text: an image, an archive, an encoding that is unknown …
};

// Something that a page tells besides its text.
struct Field {
  std::string_view name;            // "title", "authors", "date", … the same in every format
  std::vector<std::string> values;  // none when the page does not tell it; several only of lists
  std::string source;  // where it came from, in words: "JSON-LD NewsArticle.headline"; "" if counted
};

// A block of a page: a paragraph, heading, list item, cell …, and why it was kept or dropped.
struct Block {
  std::string text;     // as it stands on the page, white space folded
  std::string kind;     // "paragraph", "heading 2", "list item" …
  std::string step;     // who decided: "scorer", "rule" (the site's), or a finishing rule: "share" …
  std::string reason;   // in words
  std::string signals;  // those that moved the score most, with their values; "" where none was given
  double score = 0;     // 0 boilerplate … 1 article
  bool kept = false;
  std::uint32_t source_begin = 0;  // bytes of the page as UTF-8
  std::uint32_t source_end = 0;
};

// A format that a Result can be written in.
struct Format {
  std::string_view name;         // "txt", "markdown", "html", "json", "jsonl", "csv", "xml", "tei"
  std::string_view other_name;   // that it is found by, too; "" when it has one alone
  std::string_view ending;       // of files: ".md"
  std::string_view description;  // for people
};

CLEAN_ARTICLE_API std::span<const Format> formats();

// How a Result is written.
struct Rendering {
  // The fields before txt and markdown, as YAML; the other formats always have them.
  bool metadata = false;
  // false: the fields and no text. As txt that is YAML.
  bool text = true;
};

// What a page gave. Immutable.
class CLEAN_ARTICLE_API Result {
 public:
  Outcome outcome() const noexcept;
  bool ok() const noexcept { return outcome() == Outcome::kArticle; }
  explicit operator bool() const noexcept { return ok(); }

  // Why there is no text: one line without a final full stop. "" when ok().
  const std::string& message() const noexcept;

  // Whether the page holds no article, and Trade::kRecall would take some text of it all the same.
  bool is_doubtful() const noexcept;

  // Plain text, one final newline: a blank line between paragraphs, list items as "- item", rows of tables
  // as "a | b". "" when there is none.
  const std::string& text() const noexcept;

  // All fields there are, told or not, in the order of every format. Of a page that could be read they are
  // there even where it holds no article. Empty without Options::metadata, unless a format needed them.
  std::span<const Field> fields() const noexcept;
  // Null where there is no field of this name.
  const Field* field(std::string_view name) const noexcept;
  // Its first value, "" when the page does not tell it: value("title").
  std::string_view value(std::string_view name) const noexcept;

  // What the page declares that it is, lower case: "article", "product", "website"; "" when it says nothing.
  std::string_view page_type() const noexcept { return value("page_type"); }

  // Every block of the page in its order, with Options::blocks; else empty.
  std::span<const Block> blocks() const noexcept;

  // What the bounds on a page cost this one, and what its site's rule could not do. In words; mostly empty.
  std::span<const std::string> warnings() const noexcept;

  // WHATWG name of the encoding that the page was read with; "" when there is no text.
  const std::string& encoding() const noexcept;

  // The article in a format: what the program prints. One final newline. "" when there is no text, unless
  // fields alone are asked for. Throws std::invalid_argument for a format that is unknown or not among
  // Options::formats.
  std::string render(std::string_view format, const Rendering& how = {}) const;

  // A copy shares what it is a copy of; what was moved from stays as it was.
  Result(const Result&) noexcept = default;
  Result& operator=(const Result&) noexcept = default;

 private:
  friend class Cleaner;
  struct State;
  explicit Result(std::shared_ptr<const State> state) noexcept;
  std::shared_ptr<const State> state_;
};

// Cleans pages.
class CLEAN_ARTICLE_API Cleaner {
 public:
  // Throws std::invalid_argument when a folder cannot be read, or a rule or a format is unknown.
  explicit Cleaner(const Options& options = {});

  // The article of a page.
  Result clean(const Page& page) const;

  // Its fields and no text: what clean() finds for less. The Result can be written with Rendering::text
  // false. It is ok() where clean() gives an article.
  Result read_metadata(const Page& page) const;

  // All text of a page, in order, with its menus and all.
  Result whole_text(const Page& page) const;

  // A copy shares what it is a copy of; what was moved from stays as it was.
  Cleaner(const Cleaner&) noexcept = default;
  Cleaner& operator=(const Cleaner&) noexcept = default;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

}  // namespace abi0
}  // namespace clean_article
