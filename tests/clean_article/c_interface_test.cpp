// The C interface: that it carries what the C++ one has, and what it does with arguments that make no sense.
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "clean_article/clean_article.h"
#include "clean_article/clean_article.hpp"
#include "pages.hpp"

namespace {

ca_str str(std::string_view s) {
  return {s.data(), s.size()};
}

std::string_view view(ca_str s) {
  return {s.data, s.length};
}

ca_page page_of(std::string_view bytes) {
  ca_page page{};
  page.size = sizeof page;
  page.bytes = str(bytes);
  page.url = str(pages::kArticleUrl);
  return page;
}

// A cleaner and a result that free themselves.
class Clean {
 public:
  explicit Clean(std::string_view bytes, const ca_options* options = nullptr,
                 ca_status (*call)(const ca_cleaner*, const ca_page*, ca_result**) = ca_clean)
      : cleaner_(ca_cleaner_new(options, nullptr)) {
    REQUIRE(cleaner_ != nullptr);
    const ca_page page = page_of(bytes);
    REQUIRE(call(cleaner_, &page, &result_) == CA_OK);
  }
  Clean(const Clean&) = delete;
  Clean& operator=(const Clean&) = delete;
  ~Clean() {
    ca_cleaner_free(cleaner_);
    ca_result_free(result_);
  }
  const ca_result* operator*() const { return result_; }

 private:
  ca_cleaner* cleaner_;
  ca_result* result_ = nullptr;
};

ca_options options_of_size() {
  ca_options options{};
  options.size = sizeof options;
  return options;
}

std::string rendered(const ca_result* result, std::string_view format, const ca_rendering* how = nullptr) {
  ca_owned out{};
  REQUIRE(ca_result_render(result, str(format), how, &out) == CA_OK);
  std::string text(out.data, out.length);
  CHECK(out.data[out.length] == '\0');
  ca_owned_free(&out);
  CHECK(out.data == nullptr);
  return text;
}

std::string error_of(const ca_options& options) {
  ca_owned error{};
  ca_cleaner* cleaner = ca_cleaner_new(&options, &error);
  CHECK(cleaner == nullptr);
  ca_cleaner_free(cleaner);
  std::string message(error.data == nullptr ? "" : error.data);
  ca_owned_free(&error);
  return message;
}

}  // namespace

TEST_CASE("C: a result is that of C++") {
  const Clean c(pages::kArticle);
  const auto cpp = clean_article::Cleaner().clean({.bytes = pages::kArticle, .url = pages::kArticleUrl});
  CHECK(ca_result_outcome(*c) == CA_ARTICLE);
  CHECK(view(ca_result_message(*c)).empty());
  CHECK(view(ca_result_text(*c)) == cpp.text());
  CHECK(ca_result_text(*c).data[cpp.text().size()] == '\0');
  CHECK(view(ca_result_encoding(*c)) == "UTF-8");
  CHECK(ca_result_is_doubtful(*c) == 0);
  CHECK(ca_result_warning_count(*c) == 0);
  CHECK(view(ca_result_warning(*c, 0)).empty());
  CHECK(view(ca_result_value(*c, str("title"))) == "Ferry in the ice");
  CHECK(view(ca_result_value(*c, str("nothing"))).empty());
  REQUIRE(ca_result_field_count(*c) == cpp.fields().size());
  for (std::size_t i = 0; i < cpp.fields().size(); ++i) {
    ca_field field{};
    field.size = sizeof field;
    REQUIRE(ca_result_field(*c, i, &field) == CA_OK);
    CHECK(view(field.name) == cpp.fields()[i].name);
    CHECK(view(field.source) == cpp.fields()[i].source);
    REQUIRE(field.value_count == cpp.fields()[i].values.size());
    for (std::size_t v = 0; v < field.value_count; ++v)
      CHECK(view(ca_result_field_value(*c, i, v)) == cpp.fields()[i].values[v]);
    CHECK(view(ca_result_field_value(*c, i, field.value_count)).empty());
  }
  CHECK(ca_result_block_count(*c) == 0);
}

TEST_CASE("C: every format is there and is written") {
  const Clean c(pages::kArticle);
  const auto cpp = clean_article::Cleaner().clean({.bytes = pages::kArticle, .url = pages::kArticleUrl});
  REQUIRE(ca_format_count() == clean_article::formats().size());
  for (std::size_t i = 0; i < ca_format_count(); ++i) {
    ca_format format{};
    format.size = sizeof format;
    REQUIRE(ca_format_at(i, &format) == CA_OK);
    CHECK(view(format.ending) == clean_article::formats()[i].ending);
    CHECK(rendered(*c, view(format.name)) == cpp.render(view(format.name)));
  }
  ca_format none{};
  none.size = sizeof none;
  CHECK(ca_format_at(ca_format_count(), &none) == CA_INVALID);

  ca_rendering how{};
  how.size = sizeof how;
  how.metadata = 1;
  CHECK(rendered(*c, "txt", &how) == cpp.render("txt", {.metadata = true}));
  how.no_text = 1;
  CHECK(rendered(*c, "txt", &how) == cpp.render("txt", {.text = false}));
}

TEST_CASE("C: options arrive") {
  ca_options options = options_of_size();
  options.trade = CA_RECALL;
  options.from = CA_HTML;
  options.links = 1;
  options.no_tables = 1;
  options.title = 1;
  options.blocks = 1;
  options.listed_blocks = 1;
  const ca_str formats[] = {str("md"), str("json")};
  options.formats = formats;
  options.format_count = 2;
  const Clean c(pages::kArticle, &options);
  CHECK(view(ca_result_text(*c)).starts_with("Ferry in the ice\n"));
  CHECK(view(ca_result_text(*c)).find("12 cm") == std::string_view::npos);
  CHECK(rendered(*c, "json").find("\"blocks\"") != std::string::npos);
  CHECK(rendered(*c, "json").find("](https://harbour.example/office)") != std::string::npos);
  ca_owned out{};
  CHECK(ca_result_render(*c, str("html"), nullptr, &out) == CA_INVALID);
  CHECK(out.data == nullptr);

  REQUIRE(ca_result_block_count(*c) > 3);
  ca_block block{};
  block.size = sizeof block;
  REQUIRE(ca_result_block(*c, 0, &block) == CA_OK);
  CHECK_FALSE(view(block.text).empty());
  CHECK_FALSE(view(block.reason).empty());
  CHECK(block.source_begin < block.source_end);
  CHECK(ca_result_block(*c, ca_result_block_count(*c), &block) == CA_INVALID);

  ca_options unwanted = options_of_size();
  unwanted.target_language = str("de");
  CHECK(ca_result_outcome(*Clean(pages::kArticle, &unwanted)) == CA_UNWANTED);
  ca_options small = options_of_size();
  small.max_bytes = 100;
  CHECK(ca_result_outcome(*Clean(pages::kArticle, &small)) == CA_TOO_LARGE);
  ca_options bare = options_of_size();
  bare.no_metadata = 1;
  bare.formats = formats;
  bare.format_count = 1;
  CHECK(ca_result_field_count(*Clean(pages::kArticle, &bare)) == 0);
}

TEST_CASE("C: options that make no sense are said") {
  ca_options options = options_of_size();
  options.trade = 7;
  CHECK(error_of(options) == "trade 7 is none of ca_trade");
  options = options_of_size();
  options.from = -1;
  CHECK(error_of(options) == "from -1 is none of ca_input");
  options = options_of_size();
  options.without_count = 1;
  CHECK(error_of(options) == "a list is NULL and has a length");
  const ca_str folder = str("/no/such/folder");
  options = options_of_size();
  options.rules_folders = &folder;
  options.rules_folder_count = 1;
  CHECK(error_of(options).find("/no/such/folder") != std::string::npos);
  CHECK(error_of(ca_options{}) == "ca_options has no size");
}

TEST_CASE("C: a struct of an older or a newer header is understood") {
  // An older header that ends behind `title`, with whatever follows it in memory.
  ca_options older;
  std::memset(&older, 0x5A, sizeof older);
  std::memset(&older, 0, offsetof(ca_options, no_tables));
  older.size = offsetof(ca_options, no_tables);
  older.title = 1;
  const Clean c(pages::kArticle, &older);
  CHECK(view(ca_result_text(*c)).starts_with("Ferry in the ice\n"));
  CHECK(view(ca_result_text(*c)).find("12 cm") != std::string_view::npos);

  ca_field field;
  std::memset(&field, 0x5A, sizeof field);
  field.size = offsetof(ca_field, source);
  REQUIRE(ca_result_field(*c, 0, &field) == CA_OK);
  CHECK(view(field.name) == "title");
  CHECK(field.source.length == 0x5A5A'5A5A'5A5A'5A5Au);  // not touched

  struct Newer {
    ca_field field;
    int more;
  } newer{};
  newer.field.size = sizeof newer;
  newer.more = 7;
  REQUIRE(ca_result_field(*c, 0, &newer.field) == CA_OK);
  CHECK(view(newer.field.name) == "title");
  CHECK(newer.more == 7);
}

// Programs that are built already have these places in them. New members stand behind the last.
static_assert(sizeof(void*) != 8 ||
              (offsetof(ca_options, title) == 24 && offsetof(ca_options, only_with_metadata) == 44 &&
               offsetof(ca_options, target_language) == 48 && offsetof(ca_options, rules_folders) == 88 &&
               offsetof(ca_options, no_built_in_rules) == 120 && offsetof(ca_options, format_count) == 144 &&
               offsetof(ca_page, fetched) == 72 && offsetof(ca_field, source) == 32 &&
               offsetof(ca_block, score) == 88 && offsetof(ca_block, source_end) == 104 &&
               offsetof(ca_rendering, no_text) == 12 && offsetof(ca_format, description) == 56));

TEST_CASE("C: arguments that make no sense are refused") {
  ca_cleaner* cleaner = ca_cleaner_new(nullptr, nullptr);
  const ca_page page = page_of(pages::kArticle);
  const ca_page no_size{};
  ca_result* result = nullptr;
  CHECK(ca_clean(cleaner, &page, nullptr) == CA_INVALID);
  CHECK(ca_clean(nullptr, &page, &result) == CA_INVALID);
  CHECK(ca_clean(cleaner, nullptr, &result) == CA_INVALID);
  CHECK(ca_clean(cleaner, &no_size, &result) == CA_INVALID);
  CHECK(result == nullptr);
  REQUIRE(ca_clean(cleaner, &page, &result) == CA_OK);
  ca_rendering how{};
  ca_owned out{};
  CHECK(ca_result_render(result, str("txt"), nullptr, nullptr) == CA_INVALID);
  CHECK(ca_result_render(result, str("txt"), &how, &out) == CA_INVALID);
  CHECK(ca_result_render(result, {nullptr, 0}, nullptr, &out) == CA_INVALID);
  CHECK(ca_result_field(result, 0, nullptr) == CA_INVALID);
  ca_field field{};
  CHECK(ca_result_field(result, 0, &field) == CA_INVALID);
  ca_result_free(result);
  ca_result_free(nullptr);
  ca_cleaner_free(cleaner);
  ca_cleaner_free(nullptr);
  ca_owned_free(nullptr);
}

TEST_CASE("C: an empty page, fields alone and all text") {
  const Clean empty({});
  CHECK(ca_result_outcome(*empty) == CA_NO_ARTICLE);
  CHECK(view(ca_result_message(*empty)) == "no article found: the page is empty");
  CHECK(view(ca_result_text(*empty)).empty());
  CHECK(rendered(*empty, "html").empty());
  const Clean fields(pages::kArticle, nullptr, ca_read_metadata);
  CHECK(view(ca_result_value(*fields, str("title"))) == "Ferry in the ice");
  CHECK(view(ca_result_text(*fields)).empty());
  const Clean all(pages::kArticle, nullptr, ca_whole_text);
  CHECK(view(ca_result_text(*all)).find("Share on Facebook") != std::string_view::npos);
  CHECK(view(ca_version()) == clean_article::version());
}
