#include "extract/survey/facts.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "extract/structured/json_text.hpp"
#include "extract/survey/measures.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

std::string text_inside(const Document& document, NodeId element) {
  std::string text;
  for (NodeId id = element + 1; id < document[element].end; ++id)
    if (document[id].tag == Tag::kText) document.append_text(id, text);
  return text;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// How servers and publishing systems title the page that they send for a wrong address.
bool says_not_found(std::string_view title) {
  const std::string lower = text::to_lower(title);
  for (const site::Word& words : site::words_in_use().list(site::WordList::kErrorTitles))
    if (contains(lower, words.text)) return true;
  return false;
}

void read_meta(const Document& document, NodeId id, PageFacts& facts, std::string& description) {
  std::string_view name;
  std::string_view raw_content;
  document.visit_attributes(id, [&](const html::Attribute& a) {
    if (text::equal_ignoring_ascii_case(a.name, "property") ||
        (name.empty() && text::equal_ignoring_ascii_case(a.name, "name")))
      name = a.raw_value;
    else if (text::equal_ignoring_ascii_case(a.name, "content"))
      raw_content = a.raw_value;
  });
  const auto is = [&](std::string_view wanted) { return text::equal_ignoring_ascii_case(name, wanted); };
  const auto content = [&] {
    std::string decoded;
    text::append_decoding_references(raw_content, text::ReferenceContext::kAttribute, decoded);
    return decoded;
  };
  if (is("og:title")) {
    if (facts.shared_title_words.empty()) facts.shared_title_words = WordSet(content());
  } else if (is("og:description")) {
    description = content();
    facts.shared_text = description;
  } else if (is("description")) {
    if (description.empty()) description = content();
  } else if (is("og:type")) {
    const std::string type = text::to_lower(content());
    facts.og_article = facts.og_article || contains(type, "article") || contains(type, "blog");
    facts.og_product = facts.og_product || contains(type, "product");
    facts.og_website = facts.og_website || contains(type, "website");
  } else if (is("og:url")) {
    if (facts.address.empty()) facts.address = content();
  } else if (is("generator") || is("application-name")) {
    const std::string software = text::to_lower(content());
    for (const site::Word& forum : site::words_in_use().list(site::WordList::kForumSoftware))
      facts.forum_software = facts.forum_software || contains(software, forum.text);
  }
}

// <link rel="canonical">
void read_link(const Document& document, NodeId id, PageFacts& facts) {
  if (!facts.address.empty()) return;
  const auto rel = document.attribute(id, "rel");
  if (!rel || !text::equal_ignoring_ascii_case(*rel, "canonical")) return;
  facts.address = document.attribute(id, "href").value_or("");
}

struct TypeName {
  std::string_view name;
  std::uint32_t type;
};
constexpr TypeName kTypes[] = {
    {"Product", kTypeProduct},
    {"DiscussionForumPosting", kTypeForum},
    {"QAPage", kTypeQuestion},
    {"ItemList", kTypeItemList},
    {"CollectionPage", kTypeCollection},
    {"FAQPage", kTypeFaq},
    {"Recipe", kTypeRecipe},
    {"Organization", kTypeOrganization},
    {"WebPage", kTypeWebPage},
    {"Review", kTypeReview},
    {"Event", kTypeEvent},
    {"Service", kTypeService},
    {"SoftwareApplication", kTypeSoftware},
};

void read_type(std::string_view type, PageFacts& facts) {
  if (contains(type, "Article") || contains(type, "BlogPosting")) facts.types |= kTypeArticle;
  for (const TypeName& known : kTypes)
    if (type == known.name) facts.types |= known.type;
}

// What any thing that the page describes says of its type and text.
void read_linked_data(const JsonTree& tree, PageFacts& facts) {
  tree.for_each_string("@type", [&](std::string_view raw) {
    read_type(raw, facts);
    facts.products += raw == "Product" ? 1 : 0;
  });
  tree.for_each_string("articleBody", [&](std::string_view raw) {
    std::string body = decode_json_string(raw);
    if (!contains(body, "<") && contains(body, "&")) {
      std::string decoded;
      text::append_decoding_references(body, text::ReferenceContext::kText, decoded);
      body = std::move(decoded);
    }
    if (body.size() > facts.article_body.size()) facts.article_body = std::move(body);
  });
}

// What microdata says that the page is about: <html itemtype="https://schema.org/QAPage">. Articles may be
// listed; a lone one is the page's own. (Pages that name a product so are as often about more than that.)
void read_microdata(std::string_view source, PageFacts& facts) {
  constexpr std::string_view kType = "itemtype";
  constexpr std::string_view kVocabulary = "schema.org/";
  constexpr std::size_t kMostBetween = 20;  // bytes: ="https://
  constexpr std::size_t kMostTypes = 1'000;
  int articles = 0;
  std::size_t at = text::find_in(source, kType, 0);
  for (std::size_t types = 0; at != std::string_view::npos && types < kMostTypes; ++types) {
    const std::string_view value = source.substr(at + kType.size(), kMostBetween + kVocabulary.size());
    const std::size_t vocabulary = value.find(kVocabulary);
    at += kType.size();
    if (value.starts_with('=') && vocabulary != std::string_view::npos) {
      std::string_view name = source.substr(at + vocabulary + kVocabulary.size());
      name = name.substr(0, name.find_first_of("\"' >"));
      articles += name.ends_with("Article") || name == "BlogPosting" ? 1 : 0;
      if (name == "QAPage") facts.types |= kTypeQuestion;
      if (name == "DiscussionForumPosting") facts.types |= kTypeForum;
    }
    at = text::find_in(source, kType, at);
  }
  if (articles == 1) facts.types |= kTypeArticle;
}

}  // namespace

WordSet::WordSet(std::string_view text) {
  tokenize(text, words_);
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  make_table();
}

WordSet::WordSet(const WordSet& one, const WordSet& other) {
  std::ranges::set_union(one.words_, other.words_, std::back_inserter(words_));
  make_table();
}

void WordSet::make_table() {
  table_.reset(words_.size());
  for (const std::uint64_t word : words_) {
    table_.add(word);
    filter_[word / 64 % kFilterWords] |= std::uint64_t{1} << word % 64;
  }
}

RunSet::RunSet(std::span<const std::uint64_t> words) {
  if (words.size() < kRunWords) return;
  size_ = words.size() - kRunWords + 1;
  table_.reset(size_);
  for (std::size_t i = 0; i < size_; ++i) table_.add(run_hash(&words[i]));
}

std::uint64_t run_hash(const std::uint64_t* four_words) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kRunWords; ++i)
    hash = (hash ^ four_words[i]) * 0x9E37'79B9'7F4A'7C15u + (hash >> 31);
  return hash;
}

PageFacts read_facts(const Document& document) {
  PageFacts facts;
  std::string description;
  LinkedDataReader linked_data;
  bool has_title = false;
  const auto nodes = document.nodes();
  for (NodeId id = 0; id < nodes.size(); ++id) {
    switch (nodes[id].tag) {
      case Tag::k_title:
        if (!has_title && nodes[id].name_space == html::Namespace::kHtml) {
          facts.title = text_inside(document, id);
          facts.title_words = WordSet(facts.title);
          facts.error_title = says_not_found(facts.title);
          has_title = !facts.title_words.empty();
        }
        break;
      case Tag::k_meta:
        read_meta(document, id, facts, description);
        break;
      case Tag::k_link:
        read_link(document, id, facts);
        break;
      case Tag::k_script:
        linked_data.read_script(document, id);
        break;
      default:
        break;
    }
  }
  facts.linked_data = linked_data.take();
  if (facts.linked_data != nullptr)
    for (const LinkedData::Script& script : facts.linked_data->scripts())
      read_linked_data(script.tree, facts);
  read_microdata(document.source(), facts);
  facts.description_words = WordSet(description);
  if (!facts.article_body.empty()) {
    std::vector<std::uint64_t> words;
    tokenize(facts.article_body, words);
    facts.article_body_runs = RunSet(words);
  }
  return facts;
}

}  // namespace clean_article::extract
