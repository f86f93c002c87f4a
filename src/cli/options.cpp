#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "render/render.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

constexpr std::string_view kOutput = "Output";
constexpr std::string_view kFormat = "Format";
constexpr std::string_view kText = "What is in the text";
constexpr std::string_view kMetadata = "Metadata";
constexpr std::string_view kInput = "What the input is";
constexpr std::string_view kMany = "Many inputs";
constexpr std::string_view kLines = "JSON lines (each option says that the input is such)";
constexpr std::string_view kUrls = kFetchingGroup;
constexpr std::string_view kRules = "Site rules";
constexpr std::string_view kHelp = "Help";

constexpr auto kFixedOptions = std::to_array<Option>({
    {kOutput, "output", 'o', Takes::kOneValue, "PATH",
     "write the text of one page to the file PATH. Where there are several inputs or a folder of pages, and "
     "where PATH is a folder or ends in '/', it is a folder, made if needed: each page gets a file of its "
     "own there, and a folder is mirrored: a/b.html gives PATH/a/b.txt"},
    {kOutput, "output-dir", '\0', Takes::kOneValue, "DIR", "the same, and always a folder"},
    {kOutput, "output-file", '\0', Takes::kOneValue, "FILE",
     "one file for all texts, one after the other; compressed where its name ends in .gz or .zst"},
    {kOutput, "jobs", 'j', Takes::kOneValue, "N",
     "pages cleaned at the same time (default: one for each hardware thread); the output is the same "
     "with any N"},
    {kOutput, "quiet", 'q', Takes::kNothing, "", "no summary; errors are still said"},
    {kOutput, "verbose", 'v', Takes::kNothing, "", "a line on every page, on standard error"},

    {kText, "precision", '\0', Takes::kNothing, "", "when in doubt leave text out"},
    {kText, "recall", '\0', Takes::kNothing, "", "when in doubt take text in"},
    {kText, "comments", '\0', Takes::kNothing, "",
     "readers' comments, too (the posts of a forum are always text)"},
    {kText, "standfirst", '\0', Takes::kNothing, "",
     "the line under the title, too (without this it is the field `description`)"},
    {kText, "without", '\0', Takes::kManyValues, "RULE",
     "without this finishing rule ('rules finish' lists them); may be given several times"},
    {kText, "title", '\0', Takes::kNothing, "", "the title as the first line or heading"},
    {kText, "formatting", '\0', Takes::kNothing, "",
     "keep emphasis in txt, json, csv (as Markdown marks it), xml and tei; markdown and html always do"},
    {kText, "links", '\0', Takes::kNothing, "", "keep links, likewise"},
    {kText, "images", '\0', Takes::kNothing, "", "keep images, in every format"},
    {kText, "no-tables", '\0', Takes::kNothing, "", "leave tables out"},
    {kText, "explain", '\0', Takes::kNothing, "",
     "instead of the text list every block of the page in order: kept or dropped, score, kind, why, and its "
     "text, both cut to fit a line (with -v: whole, with the scorer's numbers); then where title, authors "
     "and "
     "date come from"},

    {kMetadata, "metadata", '\0', Takes::kNothing, "",
     "print title, authors, date and the like, and no text"},
    {kMetadata, "with-metadata", '\0', Takes::kNothing, "",
     "put them before txt and markdown, as YAML; the other formats always have them"},
    {kMetadata, "only-with-metadata", '\0', Takes::kNothing, "",
     "only pages with a title and a date; others are named on standard error, and the exit code is 1"},
    {kMetadata, "target-language", '\0', Takes::kOneValue, "LANG",
     "only pages in this language, such as de; others are named, and the exit code is 1"},
    {kMetadata, "min-confidence", '\0', Takes::kOneValue, "SHARE",
     "only pages whose text is expected to be that right, from 0 to 1, such as 0.8; others are named, and "
     "the "
     "exit code is 1"},

    {kInput, "from", '\0', Takes::kOneValue, "FORM",
     "auto, html, text or jsonl (default: auto); text is a page that was copied or saved without its markup, "
     "jsonl a page a line whatever the first line looks like"},
    {kInput, "base-url", '\0', Takes::kOneValue, "URL", "the address that a saved page came from"},
    {kInput, "fetched", '\0', Takes::kOneValue, "DATE",
     "when it was saved, such as 2024-05-17 or 2024-05-17T09:30:00+02:00. 'Yesterday' on the page is the day "
     "before it, and later dates are not believed"},
    {kInput, "encoding", '\0', Takes::kOneValue, "NAME",
     "the page's encoding, such as windows-1251, whatever the page says"},
    {kInput, "content-type", '\0', Takes::kOneValue, "TYPE",
     "the Content-Type that the page was served with, such as 'text/html; charset=shift_jis'"},
    {kInput, "max-bytes", '\0', Takes::kOneValue, "SIZE",
     "an input above SIZE, such as 500K or 64M, is an error (default: 16M)"},

    {kMany, "files-from", 'i', Takes::kManyValues, "FILE",
     "inputs from the list FILE, a path or a URL in each line; '-' for standard input. Their outputs lie in "
     "the "
     "output folder by their paths; may be given several times"},
    {kMany, "null", '0', Takes::kNothing, "",
     "names in lists end with a NUL byte, as 'find -print0' writes them"},
    {kMany, "include", '\0', Takes::kManyValues, "GLOB",
     "of the files in a folder take those that GLOB matches, whatever they begin like: '*.php', 'news/*'. "
     "With a '/' "
     "GLOB "
     "is held against the path below the folder; may be given several times"},
    {kMany, "exclude", '\0', Takes::kManyValues, "GLOB",
     "pass over files and folders in a folder that GLOB matches; may be given several times"},
    {kMany, "follow-links", '\0', Takes::kNothing, "",
     "follow symbolic links out of a folder, too (without this they are failures)"},

    {kMany, "deduplicate", '\0', Takes::kNothing, "",
     "leave out articles that are copies of one before, exact or nearly so (four fifths of all runs of five "
     "words are "
     "the same); each is said, and whose copy it is"},
    {kMany, "wet", '\0', Takes::kNothing, "",
     "texts as records of a WET file, with address, language and the record that they were made from"},
    {kMany, "split-bytes", '\0', Takes::kOneValue, "SIZE",
     "with --output-file: behind SIZE, such as 100M, go on in another file: FILE-00001 and so on, numbered "
     "before the "
     "ending"},
    {kMany, "shard", '\0', Takes::kOneValue, "I/N",
     "the Ith of N parts of all inputs, such as 1/8: the parts 1/8 to 8/8 together are all inputs"},
    {kMany, "manifest", '\0', Takes::kOneValue, "FILE",
     "write to FILE a line of JSON for each input: status, reason, bytes, time, output"},
    {kMany, "resume", '\0', Takes::kNothing, "",
     "go on where an earlier run with --resume or --manifest stopped: inputs that are done and have not "
     "changed since are passed over"},
    {kMany, "retry-failed", '\0', Takes::kNothing, "", "with --resume: try again what failed, too"},
    {kMany, "dry-run", '\0', Takes::kNothing, "", "only list the inputs, and where their outputs would go"},
    {kMany, "isolate", '\0', Takes::kNothing, "",
     "clean pages in processes of their own, which are replaced: one that the program crashes over, or that "
     "takes "
     "longer than two minutes, loses itself alone"},
    {kMany, "summary", '\0', Takes::kOneValue, "FORM", "the last line on standard error as text or json"},
    {kMany, "log-format", '\0', Takes::kOneValue, "FORM",
     "each message on standard error as text (the default) or as a line of json"},

    {kLines, "field", '\0', Takes::kOneValue, "NAME",
     "the field that holds the page (default: the first there is of html, text, content and h)"},
    {kLines, "base64", '\0', Takes::kNothing, "", "the page stands there in base64"},
    {kLines, "text-field", '\0', Takes::kOneValue, "NAME",
     "the field that the text is written to (default: text)"},
    {kLines, "text-only", '\0', Takes::kNothing, "", "write no other field, and null where there is no text"},

    {kUrls, "timeout", '\0', Takes::kOneValue, "SECONDS", "the longest that a URL may take (default: 30)"},
    {kUrls, "user-agent", 'A', Takes::kOneValue, "NAME", "what the program calls itself to servers"},
    {kUrls, "header", 'H', Takes::kManyValues, "LINE",
     "a further header, such as 'Accept-Language: de'; may be given several times. Those that may be secret "
     "are, "
     "like cookies, not sent to other servers that the URL redirects to"},
    {kUrls, "cookie", 'b', Takes::kOneValue, "COOKIES", "cookies to send, such as 'name=value; other=value'"},
    {kUrls, "proxy", 'x', Takes::kOneValue, "URL",
     "the proxy to use instead of the environment's, such as http://host:3128 or socks5h://host; '' for "
     "none"},
    {kUrls, "allow-private", '\0', Takes::kNothing, "",
     "fetch from private, loopback and link-local addresses too"},

    {kCrawlingGroup, "delay", '\0', Takes::kOneValue, "SECONDS",
     "the pause between two requests to a host, of several URLs (default: 1)"},
    {kCrawlingGroup, "connections", '\0', Takes::kOneValue, "N",
     "hosts that are asked at the same time (default: 8); each has one connection at most"},
    {kCrawlingGroup, "ignore-robots", '\0', Takes::kNothing, "",
     "fetch what robots.txt asks programs not to fetch, too: for sites that are yours"},
    {kCrawlingGroup, "save-html", '\0', Takes::kOneValue, "DIR",
     "keep the page of each URL, as it came, in a file of DIR"},
    {kCrawlingGroup, "warc", '\0', Takes::kOneValue, "FILE",
     "keep all answers of servers, with the requests, in a WARC file; one that ends in .gz is compressed"},

    {kRules, "rules", '\0', Takes::kManyValues, "DIR",
     "a folder of site rules (HOST.txt, or sites/HOST.txt) and of phrases/*.txt and words/*.txt that replace "
     "the built-in "
     "lists of the same names; given several times, a later one wins"},
    {kRules, "no-rules", '\0', Takes::kNothing, "", "without the site rules that are built in"},
    {kRules, "learn-templates", '\0', Takes::kNothing, "",
     "read folders twice: first to learn what nearly all pages of a site share, then to clean them without "
     "it"},
    {kRules, "pages", '\0', Takes::kOneValue, "DIR", "'rules test' looks for the pages of test_url in DIR"},
    {kRules, "online", '\0', Takes::kNothing, "", "'rules test' fetches the pages that it does not find"},

    {kHelp, "no-config", '\0', Takes::kNothing, "",
     "without the defaults in $CLEAN_ARTICLE_CONFIG, or else in $XDG_CONFIG_HOME/clean-article/config: "
     "'NAME = VALUE' lines, named like the options here"},
    {kHelp, "help", 'h', Takes::kNothing, "", "print this help; behind 'rules COMMAND' that of the command"},
    {kHelp, "version", 'V', Takes::kNothing, "", "print the version"},
    {kHelp, "generate", '\0', Takes::kOneValue, "WHAT",
     "print the man page (man; behind 'rules COMMAND' that of the command), or completions for a shell: "
     "bash, "
     "zsh or fish"},
});

// The options of the formats: --format, a short form each, and what only some can carry.
std::vector<Option> format_options() {
  using render::FormatRow;
  static const std::string kAllFormats = render::names_of_formats([](const FormatRow&) { return true; }) +
                                         " (default: txt); files in a folder get its ending. In short:";
  static const std::string kBlocks =
      render::names_of_formats([](const FormatRow& row) { return row.can_list_blocks; }) +
      ": every block of the text, too, with kind, place and score";
  std::vector<Option> options = {{kFormat, "format", 'f', Takes::kOneValue, "FORMAT", kAllFormats}};
  for (const FormatRow& row : render::formats())
    if (!row.flag.empty()) options.push_back({kFormat, row.flag, '\0', Takes::kNothing, "", row.help});
  options.push_back({kFormat, "blocks", '\0', Takes::kNothing, "", kBlocks});
  return options;
}

std::vector<Option> all_options() {
  std::vector<Option> options(kFixedOptions.begin(), kFixedOptions.end());
  const auto behind = std::find_if(options.begin(), options.end(),
                                   [](const Option& option) { return option.group == kText; });
  const std::vector<Option> formats = format_options();
  options.insert(behind, formats.begin(), formats.end());
  return options;
}

// Where the explanations begin, two spaces behind the longest option, and where they end.
constexpr std::size_t kHelpColumn = 30;
constexpr std::size_t kLineChars = 80;

// A mistake of more letters than this is another word. Typing slips are one or two.
constexpr std::size_t kMostSlips = 3;

// What users of other programs call an option of ours.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"md", "markdown"},
    {"txt", "format"},
    {"text", "format"},
    {"tei", "xmltei"},
    {"usage", "help"},
    {"silent", "quiet"},
    {"favor-precision", "precision"},
    {"favor-recall", "recall"},
    {"with-comments", "comments"},
    {"url", "base-url"},
    {"threads", "jobs"},
    {"parallel", "jobs"},
    {"input-file", "files-from"},
    {"follow", "follow-links"},
};

constexpr std::string_view kHead =
    "Usage: clean-article [OPTION]... INPUT...\n"
    "\n"
    "Print the text of the article in a web page, and nothing else of the page.\n"
    "\n"
    "An INPUT is a URL (http or https), a saved page, a folder of saved pages, or\n"
    "'-' for standard input, which is also read when there is no INPUT and something\n"
    "is piped in. Several texts are printed below a line '==> NAME <==' each.\n"
    "Pages in a folder are all .html, .htm, .xhtml and .txt files, and other files\n"
    "that begin like HTML; names that begin with a dot are passed over.\n"
    "\n"
    "JSON lines, WARC and ARC files hold many pages. They are known by their bytes,\n"
    "also compressed (gzip, zstd, LZ4), and give a line of JSON for each page.\n";

constexpr std::string_view kExamples =
    "\n"
    "Examples:\n"
    "  clean-article https://example.com/news/story.html\n"
    "  clean-article story.html > story.txt\n"
    "  curl -s https://example.com/story | clean-article\n"
    "  clean-article -o story.txt story.html        the same\n"
    "  clean-article -o texts/ pages/               a folder of pages, in parallel\n"
    "  clean-article crawl.warc.gz > texts.jsonl    a line for each page of a crawl\n"
    "  clean-article < pages.jsonl > texts.jsonl    a line out for each line in\n"
    "  clean-article --from text copied-page.txt    a page that lost its markup\n"
    "  clean-article --explain story.html | grep ^drop\n";

constexpr std::string_view kExitCodes =
    "\n"
    "Exit code: 0 all well; 1 an input failed or holds no article (said on standard\n"
    "error); 2 the command line makes no sense or the output could not be written.\n";

// Words one after the other, in lines of at most kLineChars that begin at `column`; `line` holds what the
// first begins with.
void append_words(std::string_view words, std::size_t column, std::string line, std::string& out) {
  line.resize(column, ' ');
  for (std::string_view rest = words; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (line.size() > column) {
      if (line.size() + 1 + word.size() <= kLineChars) {
        line += ' ';
      } else {
        out.append(line).append("\n");
        line.assign(column, ' ');
      }
    }
    line.append(word);
  }
  out.append(line).append("\n");
}

}  // namespace

void append_wrapped(std::string_view text, std::string& out) {
  append_words(text, 0, "", out);
}

void append_option(const Option& option, std::string& out) {
  std::string line = "  ";
  line += option.letter != '\0' ? std::string{'-', option.letter} + ", " : "    ";
  line.append("--").append(option.name);
  if (!option.argument.empty()) line.append(" ").append(option.argument);
  append_words(option.help, kHelpColumn, std::move(line), out);
}

std::span<const Option> options() {
  static const std::vector<Option> kOptions = all_options();
  return kOptions;
}

const Option* option_named(std::string_view name) {
  const auto found = std::ranges::find(options(), name, &Option::name);
  return found == options().end() ? nullptr : &*found;
}

std::string_view nearest_word(std::string_view mistyped, std::span<const std::string_view> words) {
  // Of a short word little may be wrong, or everything would be near.
  std::size_t best = std::min(kMostSlips, mistyped.size() / 2) + 1;
  std::string_view nearest;
  for (const std::string_view word : words) {
    // The beginning of a word counts as one slip: who types --out means --output.
    const bool begins = mistyped.size() >= 2 && word.starts_with(mistyped);
    const std::size_t distance = begins ? 1 : text::edit_distance(mistyped, word);
    if (distance < best) {
      best = distance;
      nearest = word;
    }
  }
  return nearest;
}

std::string_view nearest_option(std::string_view mistyped) {
  for (const auto& [other, ours] : kOtherNames)
    if (mistyped == other) return ours;
  std::vector<std::string_view> names;
  for (const Option& option : options()) names.push_back(option.name);
  return nearest_word(mistyped, names);
}

HelpParts help_parts() {
  const auto behind = [](std::string_view text, std::string_view mark) {
    return text.substr(text.find(mark) + mark.size());
  };
  return {behind(kHead, "\n\n"), behind(kExamples, "Examples:\n"), behind(kExitCodes, "Exit code: ")};
}

std::string help_text() {
  std::string out(kHead);
  std::string_view group;
  for (const Option& option : options()) {
    if (option.group != group) out.append("\n").append(option.group).append(":\n");
    group = option.group;
    append_option(option, out);
  }
  out.append(kExamples);
  out.append(
      "\nCommands for site rules ('rules COMMAND --help' tells more; a folder named rules\n"
      "is ./rules):\n");
  append_commands(out);
  return out.append(kExitCodes);
}

std::string usage_text() {
  return "Usage: clean-article [OPTION]... INPUT...\n"
         "INPUT is a URL, a saved page, a folder of pages, or '-' for standard input.\n"
         "For example: clean-article https://example.com/news/story.html\n"
         "'clean-article --help' tells more.";
}

std::string version_text() {
  return "clean-article " CLEAN_ARTICLE_VERSION "\n";
}

}  // namespace clean_article::cli
