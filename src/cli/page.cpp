#include "cli/page.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>
#include <set>
#include <utility>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "cli/explain.hpp"
#include "fetch/fetch.hpp"
#include "html/html.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

// Articles have fewer; what goes on longer is a trap or a whole book.
// What a few pages share may be chance.
constexpr std::size_t kFewestPagesOfTemplate = 3;

std::string host_of(const std::string& url) {
  const auto parts = text::split_url(url);
  return parts ? site::rule_host(parts->host) : "";
}

// The address by which a page is known again: a fragment is a place in it.
std::string without_fragment(const std::string& url) {
  return url.substr(0, url.find('#'));
}

// In universal time, as metadata::PageInfo wants it.
std::string iso_of(std::time_t time) {
  std::tm parts{};
  std::array<char, 32> text{};
  if (::gmtime_r(&time, &parts) == nullptr ||
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
    return "";
  return text.data();
}

constexpr std::size_t kIsoDayChars = 10;  // "2024-05-17"

// When a page that just came was made: its words "3 hours ago" were right then. Caches keep the server's own
// time; one that is long past or still to come is that of a wrong clock.
std::string time_made(const std::string& date_header) {
  constexpr std::time_t kLongestCached = std::time_t{30} * 24 * 60 * 60;  // seconds
  const std::time_t now = std::time(nullptr);
  const std::string latest = iso_of(now);
  const auto told = metadata::parse_date(date_header, {});
  const std::string made = told && told->offset_minutes == 0 ? told->iso() : "";
  return made >= iso_of(now - kLongestCached) && made <= latest ? made : latest;
}

// Where a page sends its readers on by a meta refresh. Few pages have one, and only those are parsed here.
std::optional<std::string> forward_of(const fetch::Fetched& page, const Args& args) {
  constexpr std::string_view kName = "refresh";
  const auto found = std::search(page.body.begin(), page.body.end(), kName.begin(), kName.end(),
                                 [](char a, char b) { return text::ascii_lower(a) == b; });
  if (found == page.body.end()) return std::nullopt;
  text::Decoder decoder;
  Limits limits;
  limits.max_input_bytes = args.max_bytes;
  const auto decoded =
      decoder.decode(page.body, {.encoding = args.encoding, .content_type = page.content_type}, limits);
  if (!decoded.ok()) return std::nullopt;
  html::Parser parser(limits);
  const html::Document& document = parser.parse(decoded->utf8);
  const auto target = html::find_refresh(document);
  if (!target) return std::nullopt;
  const auto absolute = text::resolve_url(html::base_url(document, page.url), *target);
  const bool is_new = absolute && without_fragment(*absolute) != without_fragment(page.url);
  return is_new ? absolute : std::nullopt;
}

// One article while it is read, over its pages.
struct Reading {
  std::optional<Draft> draft;
  std::string blocks;  // with --explain: a table a page
  std::string fields;  // with --explain: of the first page
  std::optional<Error> error;
};

class Reader {
 public:
  Reader(Cleaner& cleaner, const Args& args) : cleaner_(cleaner), args_(args) {}

  Reading read(const bulk::LoadedPage& loaded, const std::string& url) {
    Reading reading;
    std::vector<ExplainedBlock> blocks;
    Result<Draft> draft = cleaner_.read(page_of(loaded, url), args_.explain ? &blocks : nullptr);
    if (draft.ok())
      reading.draft = std::move(*draft);
    else
      reading.error = with_hint(draft.error());
    if (args_.explain) {
      reading.blocks = explain_table(blocks, args_.verbose);
      reading.fields = explain_fields(cleaner_.metadata(), args_.verbose);
    }
    return reading;
  }

  Status read_on(Reading& reading, const bulk::LoadedPage& loaded, const std::string& url) {
    std::vector<ExplainedBlock> blocks;
    Status done = cleaner_.read_on(*reading.draft, page_of(loaded, url), args_.explain ? &blocks : nullptr);
    if (done.ok() && args_.explain) reading.blocks += "\n" + explain_table(blocks, args_.verbose);
    return done;
  }

  bulk::CleanedPage write(const Reading& reading) const {
    bulk::CleanedPage cleaned{"", "", reading.error, cleaner_.rule_report().faults};
    if (reading.draft) {
      Article article = reading.draft->write();
      cleaned.text = std::move(article.text);
      cleaned.encoding = std::move(article.encoding);
    }
    if (args_.explain) cleaned.text = reading.blocks + reading.fields;
    return cleaned;
  }

 private:
  // A text that is refused may be taken all the same.
  Error with_hint(Error error) const {
    if (cleaner_.has_doubtful_text()) error.message += "; --recall takes it all the same";
    return error;
  }

  Page page_of(const bulk::LoadedPage& loaded, std::string_view url) const {
    static const std::string today = iso_of(std::time(nullptr)).substr(0, kIsoDayChars);
    Page page;
    page.bytes = loaded.bytes;
    page.url = url;
    page.content_type = args_.content_type.empty() ? loaded.content_type : args_.content_type;
    page.encoding = args_.encoding;
    page.fetched = args_.fetched.empty() ? loaded.fetched : args_.fetched;
    // A page that was saved with its date is no newer than that. What servers say of their clocks is less
    // sure.
    const bool is_dated = !page.fetched.empty() && !(args_.fetched.empty() && loaded.is_from_network);
    page.date = is_dated ? page.fetched.substr(0, kIsoDayChars) : today;
    return page;
  }

  Cleaner& cleaner_;
  const Args& args_;
};

// Follows the links of the rule from a page that was fetched.
class Following {
 public:
  Following(Cleaner& cleaner, Reader& reader, const Args& args, const FetchPage& fetch, std::string url)
      : cleaner_(cleaner), reader_(reader), args_(args), fetch_(fetch), url_(std::move(url)) {
    seen_.insert(without_fragment(url_));
  }

  Reading follow(Reading first) {
    if (const std::string whole = cleaner_.rule_report().single_page; is_new(whole)) {
      const std::string next = cleaner_.rule_report().next_page;
      if (const auto loaded = fetch(whole); loaded.ok()) {
        Reading page = reader_.read(*loaded, loaded->url);
        if (!page.error) {
          url_ = loaded->url;
          return go_on(std::move(page), cleaner_.rule_report().next_page);
        }
      }
      return go_on(std::move(first), next);  // the parts may be there all the same
    }
    return go_on(std::move(first), cleaner_.rule_report().next_page);
  }

 private:
  bool is_new(const std::string& url) const { return !url.empty() && !seen_.contains(without_fragment(url)); }

  Result<bulk::LoadedPage> fetch(const std::string& url) {
    seen_.insert(without_fragment(url));
    Result<bulk::LoadedPage> loaded = fetch_(url);
    if (loaded.ok()) seen_.insert(without_fragment(loaded->url));
    return loaded;
  }

  Reading go_on(Reading all, std::string next) {
    for (std::size_t pages = 1; !all.error && is_new(next) && host_of(next) == host_of(url_); ++pages) {
      if (pages == kMostPagesOfArticle) break;
      if (const Status added = add(all, next); !added.ok()) {
        all.error = Error{added.error().kind, "page " + std::to_string(pages + 1) + " of the article (" +
                                                  next + "): " + added.error().message};
        break;
      }
      if (all.draft->bytes() > args_.max_bytes) {
        all.error = bulk::too_large(args_.max_bytes);
        break;
      }
      next = cleaner_.rule_report().next_page;
    }
    return all;
  }

  Status add(Reading& all, const std::string& url) {
    const Result<bulk::LoadedPage> loaded = fetch(url);
    if (!loaded.ok()) return loaded.error();
    url_ = loaded->url;
    return reader_.read_on(all, *loaded, loaded->url);
  }

  Cleaner& cleaner_;
  Reader& reader_;
  const Args& args_;
  const FetchPage& fetch_;
  std::string url_;
  std::set<std::string> seen_;
};

}  // namespace

bulk::SourceWords source_words(const Args& args, std::string ending) {
  return {args.inputs, args.lists, args.nul_lists, std::move(ending), args.walk};
}

Result<Cleaner> make_cleaner(const Args& args, std::vector<LearnedRule> learned) {
  Options options;
  options.limits.max_input_bytes = args.max_bytes;
  options.from = args.from;
  options.trade = args.trade;
  options.comments = args.comments;
  options.standfirst = args.standfirst;
  options.without = args.without;
  options.rules_folders = args.rules_folders;
  options.built_in_rules = args.built_in_rules;
  options.learned_rules = std::move(learned);
  options.style = args.style;
  options.target_language = args.target_language;
  options.only_with_metadata = args.only_with_metadata;
  options.min_confidence = args.min_confidence;
  return Cleaner::create(options);
}

Status teach_page(Cleaner& cleaner, const bulk::Input& input, const Args& args, const std::string& host,
                  SiteLessons& lessons) {
  if (input.error) return *input.error;
  const Result<bulk::LoadedPage> loaded = load(input, cleaner, args);
  if (!loaded.ok()) return loaded.error();
  Page page;
  page.bytes = loaded->bytes;
  page.url = loaded->url;
  page.content_type = loaded->content_type;
  page.encoding = args.encoding;
  return cleaner.teach(page, host, lessons);
}

Result<Cleaner> learn_templates(Cleaner cleaner, const Args& args) {
  SiteLessons lessons;
  bulk::Sources sources(source_words(args));
  if (!args.output_folder.empty()) sources.keep_out_of(args.output_folder);
  while (const std::optional<bulk::Input> input = sources.next()) {
    // What cannot be read is said when its turn comes.
    if (input->kind == bulk::InputKind::kFile)
      static_cast<void>(teach_page(cleaner, *input, args, "", lessons));
  }
  std::vector<LearnedRule> repeats = lessons.repeats(kFewestPagesOfTemplate);
  // What the largest page took is not to be held beside what the same page takes again, on another thread.
  { const Cleaner done = std::move(cleaner); }
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
  return make_cleaner(args, std::move(repeats));
}

fetch::FetchOptions fetch_options(const std::string& url, const Cleaner& cleaner, const Args& args) {
  fetch::FetchOptions options;
  options.max_bytes = args.max_bytes;
  options.total_timeout = args.timeout;
  options.connect_timeout = std::min(options.connect_timeout, args.timeout);
  options.allow_private = args.allow_private;
  options.user_agent = args.user_agent;
  options.cookies = args.cookies;
  options.proxy = args.proxy;
  options.headers = args.headers;
  // What the user says goes before what the site's rule says.
  for (auto& header : cleaner.request_headers(url)) {
    const bool is_given = std::any_of(args.headers.begin(), args.headers.end(), [&](const auto& given) {
      return text::equal_ignoring_ascii_case(given.first, header.first);
    });
    if (!is_given) options.headers.push_back(std::move(header));
  }
  options.find_forward = [&args](const fetch::Fetched& page) { return forward_of(page, args); };
  return options;
}

Result<bulk::LoadedPage> page_of(Result<fetch::Fetched> fetched, const Args& args) {
  if (!fetched.ok())
    return fetched.error().kind == ErrorKind::kTooLarge ? bulk::too_large(args.max_bytes) : fetched.error();
  std::string notice;
  if (!fetched->forwarded.empty()) notice = "the page forwards to " + fetched->forwarded + " (meta refresh)";
  return bulk::LoadedPage{std::move(fetched->body), std::move(fetched->url), std::move(fetched->content_type),
                          time_made(fetched->date), std::move(notice),       true};
}

Result<bulk::LoadedPage> fetch_page(const std::string& url, const Cleaner& cleaner, const Args& args) {
  return page_of(fetch::fetch(url, fetch_options(url, cleaner, args)), args);
}

// What is known of a page that was saved with more than its bytes.
bulk::LoadedPage loaded_from(records::Page page) {
  bulk::LoadedPage loaded{std::move(page.bytes), std::move(page.url), std::move(page.content_type)};
  if (const auto date = metadata::parse_date(page.date, {})) loaded.fetched = date->iso();
  return loaded;
}

Result<bulk::LoadedPage> load_record(const bulk::Input& input, const Args& args) {
  Result<records::Page> page = records::open_record(*input.record, args.names, args.max_bytes);
  if (!page.ok()) return page.error();
  records::undo_saving(*page);
  bulk::LoadedPage loaded = loaded_from(std::move(*page));
  loaded.is_record = true;
  return loaded;
}

Result<bulk::LoadedPage> load(const bulk::Input& input, const Cleaner& cleaner, const Args& args) {
  if (input.page != nullptr) return std::move(*input.page);
  if (input.kind == bulk::InputKind::kUrl) return fetch_page(input.name, cleaner, args);
  if (input.kind == bulk::InputKind::kRecord) return load_record(input, args);
  Result<std::string> bytes = input.stream != nullptr ? bulk::read_stream(*input.stream, args.max_bytes)
                              : input.kind == bulk::InputKind::kFile
                                  ? bulk::read_file(input.name, args.max_bytes)
                              : input.descriptor >= 0 ? bulk::read_stream(input.descriptor, args.max_bytes)
                                                      : bulk::read_stream_at(input.name, args.max_bytes);
  if (!bytes.ok()) return bytes.error();
  if (args.from != InputForm::kText && records::is_mail(*bytes)) {
    Result<records::Page> page = records::open_mail(*bytes);
    if (!page.ok()) return page.error();
    return loaded_from(std::move(*page));
  }
  if (args.from != InputForm::kText && records::is_property_list(*bytes)) {
    Result<records::Page> page = records::open_web_archive(*bytes);
    if (!page.ok()) return page.error();
    return loaded_from(std::move(*page));
  }
  records::Page page{std::move(*bytes), "", "", ""};
  if (args.from != InputForm::kText) records::undo_saving(page);
  return loaded_from(std::move(page));
}

bulk::CleanedPage clean(Cleaner& cleaner, const bulk::LoadedPage& loaded, const Args& args,
                        const FetchPage& fetch) {
  Reader reader(cleaner, args);
  Reading reading = reader.read(loaded, args.base_url.empty() ? loaded.url : args.base_url);
  if (loaded.is_from_network)
    reading = Following(cleaner, reader, args, fetch, loaded.url).follow(std::move(reading));
  return reader.write(reading);
}

}  // namespace clean_article::cli
