#include "metadata/readers/page_marks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "metadata/dates/dates.hpp"
#include "metadata/readers/element_text.hpp"
#include "metadata/readers/link_clues.hpp"
#include "metadata/readers/meta_tags.hpp"
#include "metadata/readers/source_search.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;
using text::equal_ignoring_ascii_case;

struct Property {
  std::string_view name;  // of schema.org and of RDFa vocabularies, without the prefix, lower case
  Item item;
  Trust trust;
  bool outside_item;  // also believed where no itemscope of an article is around it
};

constexpr auto kProperties = std::to_array<Property>({
    {"headline", Item::kTitle, Trust::kDeclared, true},
    {"author", Item::kAuthor, Trust::kSecondary, true},
    {"creator", Item::kAuthor, Trust::kSecondary, true},
    {"articlesection", Item::kCategory, Trust::kSecondary, true},
    {"keywords", Item::kTag, Trust::kSecondary, true},
    {"license", Item::kLicense, Trust::kSecondary, true},
    {"inlanguage", Item::kLanguage, Trust::kGeneric, true},
});

// Whether `name` is one of the words in a list parted by white space.
bool has_word(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" \t\r\n\f"), list.size());
    if (equal_ignoring_ascii_case(list.substr(0, end), name)) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

// The attributes that tell what an element is, undecoded.
struct Attributes {
  std::string_view name, rel, href, itemprop, property, content, datetime, lang, dir, itemtype;
  bool pubdate = false, itemscope = false;

  Attributes(const Document& document, NodeId id) {
    document.visit_attributes(id, [&](const html::Attribute& a) {
      const auto is = [&](std::string_view name) { return equal_ignoring_ascii_case(a.name, name); };
      const auto take = [&](std::string_view& into) {
        if (into.data() == nullptr) into = a.raw_value;
      };
      switch (text::ascii_lower(a.name.front())) {
        case 'r':
          if (is("rel")) take(rel);
          break;
        case 'h':
          if (is("href")) take(href);
          break;
        case 'i':
          if (is("itemprop")) take(itemprop);
          if (is("itemscope")) itemscope = true;
          if (is("itemtype")) take(itemtype);
          break;
        case 'p':
          if (is("property")) take(property);
          if (is("pubdate")) pubdate = true;
          break;
        case 'c':
          if (is("content")) take(content);
          break;
        case 'd':
          if (is("datetime")) take(datetime);
          if (is("dir")) take(dir);
          break;
        case 't':
          if (is("ts")) take(datetime);
          break;
        case 'l':
          if (is("lang")) take(lang);
          break;
        case 'n':
          if (is("name")) take(name);
          break;
        case 'x':
          if (is("xml:lang")) take(lang);
          break;
        default:
          break;
      }
    });
  }
};

std::string decoded(std::string_view raw) {
  std::string out;
  text::append_decoding_references(raw, text::ReferenceContext::kAttribute, out);
  return out;
}

class Pass {
 public:
  Pass(const Document& document, std::string_view url, Candidates& out) : document_(document), out_(out) {
    marks_.base = html::base_url(document, url);
    properties_ = places_of_properties(document.source());
  }

  PageMarks run() {
    const auto nodes = document_.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
      const html::Node& node = nodes[id];
      if (node.tag == Tag::kText || node.name_space != html::Namespace::kHtml) continue;
      visit(id, node.tag);
    }
    return std::move(marks_);
  }

 private:
  void visit(NodeId id, Tag tag) {
    switch (tag) {
      case Tag::k_html:
      case Tag::k_body: {
        const Attributes a(document_, id);
        out_.add(Item::kLanguage, Trust::kStructured, decoded(a.lang), "<" + document_.name(id) + " lang>");
        out_.add(Item::kDirection, Trust::kStructured, decoded(a.dir), "<" + document_.name(id) + " dir>");
        return;
      }
      case Tag::k_title:
        if (marks_.title.empty()) marks_.title = folded(text_inside(document_, id));
        return;
      case Tag::k_h1:
        marks_.heading.push_back(id);
        break;
      case Tag::k_script:
        return;
      case Tag::k_meta:
        read_meta_tag(document_, id, out_);
        read_labelled(id);
        break;
      case Tag::k_link:
      case Tag::k_a:
        read_link(id, tag);
        break;
      default:
        break;
    }
    if (is_time(id, tag) || may_have_property(id)) read_properties(id, tag);
  }

  // <time>, and elements that scripts make of it: <relative-time>, <time-ago>.
  bool is_time(NodeId id, Tag tag) const {
    return tag == Tag::k_time ||
           (tag == Tag::kUnknown && document_.name(id).find("time") != std::string::npos);
  }

  // Most elements have none, and looking at all their attributes costs more than all else here.
  bool may_have_property(NodeId id) {
    const html::Span tag = document_.start_tag(id);
    if (tag.begin == tag.end) return false;  // made up by the parser
    const auto is_before = [&](std::size_t i) {
      return i < properties_.size() && properties_[i] < tag.begin;
    };
    // Tags come in order, but for those that were moved in the tree.
    const bool moved_back = next_property_ > 0 && !is_before(next_property_ - 1);
    if (moved_back || (is_before(next_property_) && is_before(++next_property_)))
      next_property_ = static_cast<std::size_t>(
          std::lower_bound(properties_.begin(), properties_.end(), tag.begin) - properties_.begin());
    return next_property_ < properties_.size() && properties_[next_property_] < tag.end;
  }

  bool is_thread() {
    if (!is_thread_) is_thread_ = has_answers(document_.source());
    return *is_thread_;
  }

  // Twitter cards name their fields: twitter:label1 "Written by", twitter:data1 "Jane Doe".
  void read_labelled(NodeId id) {
    const Attributes a(document_, id);
    const std::string_view name = a.name;
    if (!name.starts_with("twitter:label") && !name.starts_with("twitter:data")) return;
    const char number = name.back();
    if (name.starts_with("twitter:label")) {
      const std::string label = text::to_lower(decoded(a.content));
      if (site::words_in_use().list(site::WordList::kAuthorLabels).has(label)) author_label_ = number;
    } else if (author_label_ == number) {
      out_.add(Item::kAuthor, Trust::kSecondary, decoded(a.content), "meta " + std::string(name));
    }
  }

  void read_link(NodeId id, Tag tag) {
    const html::Span span = document_.start_tag(id);
    if (tag == Tag::k_a && !may_tell(document_.source().substr(span.begin, span.end - span.begin))) return;
    const Attributes a(document_, id);
    if (tag == Tag::k_a && leads_to_author(a.href)) marks_.author_links.push_back(id);
    if (a.rel.empty()) return;
    const std::string source = "<" + std::string(html::tag_name(tag)) + " rel=" + std::string(a.rel) + ">";
    if (tag == Tag::k_link && has_word(a.rel, "canonical"))
      out_.add(Item::kUrl, Trust::kStructured, decoded(a.href), source);
    if (tag == Tag::k_link && has_word(a.rel, "image_src"))
      out_.add(Item::kImage, Trust::kGeneric, decoded(a.href), source);
    if (has_word(a.rel, "license")) out_.add(Item::kLicense, Trust::kSecondary, decoded(a.href), source);
    if (tag != Tag::k_a) return;
    if (has_word(a.rel, "author"))
      out_.add(Item::kAuthor, Trust::kVisible, text_inside(document_, id), source);
    if (has_word(a.rel, "tag")) {
      const bool category = has_word(a.rel, "category");
      out_.add(category ? Item::kCategory : Item::kTag, Trust::kVisible, text_inside(document_, id), source);
    }
  }

  void read_properties(NodeId id, Tag tag) {
    const Attributes a(document_, id);
    const bool microdata = !a.itemprop.empty();
    std::string_view names = microdata ? a.itemprop : tag == Tag::k_meta ? std::string_view() : a.property;
    bool published = a.pubdate;
    bool modified = false;
    bool is_date = is_time(id, tag);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
      std::string_view name = names.substr(0, end);
      names.remove_prefix(std::min(end + 1, names.size()));
      if (const std::size_t prefix = name.find_last_of(":/#"); prefix != std::string_view::npos)
        name.remove_prefix(prefix + 1);
      if (equal_ignoring_ascii_case(name, "datePublished") ||
          equal_ignoring_ascii_case(name, "dateCreated") || equal_ignoring_ascii_case(name, "issued") ||
          equal_ignoring_ascii_case(name, "created")) {
        published = is_date = true;
      } else if (equal_ignoring_ascii_case(name, "dateModified") ||
                 equal_ignoring_ascii_case(name, "modified")) {
        modified = is_date = true;
      } else {
        read_property(id, name, a, microdata);
      }
    }
    if (!is_date) return;
    constexpr std::size_t kMostTimes = 500;
    if (marks_.times.size() >= kMostTimes) return;
    std::string value = decoded(a.datetime.empty() ? a.content : a.datetime);
    // "2015-11" tells less than what is shown.
    if (value.empty() || !parse_date(value, {})) {
      if (std::string shown = text_inside(document_, id); value.empty() || parse_date(shown, {}))
        value = std::move(shown);
    }
    marks_.times.push_back({id, folded(value), published, modified});
  }

  void read_property(NodeId id, std::string_view name, const Attributes& a, bool microdata) {
    for (const Property& property : kProperties) {
      if (!equal_ignoring_ascii_case(name, property.name)) continue;
      if (property.item == Item::kAuthor && !continues_authors(id)) continue;
      std::string value = decoded(a.content);
      if (value.empty()) value = property.item == Item::kAuthor ? name_inside(id) : "";
      if (value.empty())
        value = property.item == Item::kLicense ? decoded(a.href) : text_inside(document_, id);
      const bool answers = property.item == Item::kAuthor && is_thread() && is_in_answer(id);
      out_.add(
          property.item, answers ? Trust::kVague : property.trust, value,
          (microdata ? "itemprop " : "property ") + std::string(name) + (answers ? " of an answer" : ""));
    }
  }

  // Whether an element is a part of what is marked as a comment or an answer.
  bool is_in_answer(NodeId id) const {
    constexpr int kFarthest = 12;  // levels: a name within a box within the head of a comment
    for (int level = 0; level < kFarthest && id != html::kNoNode; ++level, id = document_[id].parent) {
      const std::string_view type = Attributes(document_, id).itemtype;
      if (type.ends_with("/Comment") || type.ends_with("/Answer")) return true;
    }
    return false;
  }

  // Whether an author stands beside the one before: others wrote comments or answers.
  bool continues_authors(NodeId id) {
    constexpr NodeId kNear = 40;  // nodes: a list of names with pictures
    const bool first = last_author_ == html::kNoNode;
    if (!first && (id > last_author_ + kNear || is_thread())) return false;
    last_author_ = document_[id].end;
    return true;
  }

  // Of a thing that is described inside an element its itemprop=name: the rest is a picture, a job, a
  // biography.
  std::string name_inside(NodeId id) const {
    const NodeId end = std::min(document_[id].end, id + 60);
    for (NodeId inside = id + 1; inside < end; ++inside) {
      if (document_[inside].tag == Tag::kText) continue;
      const Attributes a(document_, inside);
      if (!equal_ignoring_ascii_case(a.itemprop, "name")) continue;
      std::string value = decoded(a.content);
      return value.empty() ? text_inside(document_, inside) : value;
    }
    return "";
  }

  const Document& document_;
  Candidates& out_;
  PageMarks marks_;
  char author_label_ = '\0';               // the number of the Twitter label that announces an author
  NodeId last_author_ = html::kNoNode;     // behind the last author property
  std::optional<bool> is_thread_;          // others wrote below the first; asked for only where it matters
  std::vector<std::uint32_t> properties_;  // where the source may name one, ascending
  std::size_t next_property_ = 0;          // of them the first behind the tag that was looked at
};

}  // namespace

PageMarks read_page_marks(const Document& document, std::string_view url, Candidates& out) {
  return Pass(document, url, out).run();
}

}  // namespace clean_article::metadata
