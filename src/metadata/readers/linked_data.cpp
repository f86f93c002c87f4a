#include "metadata/readers/linked_data.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "extract/extract.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using extract::JsonKind;
using extract::JsonTree;
using Id = JsonTree::Id;

// How near a thing of this type is to being the article, 0 for not at all.
int nearness(std::string_view type) {
  struct Row {
    std::string_view type;
    int nearness;
  };
  // What a page is about may be described as an article within a web page, and the page itself beside it.
  static constexpr auto kRows = std::to_array<Row>({
      {"DiscussionForumPosting", 9},
      {"Question", 7},
      {"QAPage", 4},
      {"Recipe", 9},
      {"Product", 7},
      {"Review", 7},
      {"Course", 7},
      {"Event", 7},
      {"VideoObject", 3},
      {"PodcastEpisode", 7},
      {"Book", 7},
      {"Movie", 7},
      {"SoftwareApplication", 6},
      {"SoftwareSourceCode", 6},
      {"CreativeWork", 6},
      {"Dataset", 7},
      {"JobPosting", 7},
      {"HowTo", 8},
      {"SocialMediaPosting", 9},
      {"ItemPage", 5},
      {"WebPage", 5},
      {"AboutPage", 5},
      {"CollectionPage", 4},
      {"ProfilePage", 4},
      {"FAQPage", 4},
      {"Service", 4},
      {"MedicalWebPage", 6},
      {"Chapter", 8},
      {"ProductGroup", 6},
      {"Thesis", 9},
      {"Report", 9},
  });
  if (type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting") return 10;
  for (const Row& row : kRows)
    if (type == row.type) return row.nearness;
  return 0;
}

constexpr int kArticle = 9;  // nearness of what surely is the page's own text

class Graph {
 public:
  Graph(const extract::LinkedData& data, std::string_view url, Candidates& out) : url_(url), out_(out) {
    for (const extract::LinkedData::Script& script : data.scripts()) index(script.tree);
  }

  void read() {
    std::optional<Thing> article;
    std::optional<Thing> page;
    int best = 0;
    for (const Thing& thing : things_) {
      const std::string type = type_of(thing);
      if (type == "WebSite" || type == "Blog") {
        add_text(thing, "name", Item::kSitename, Trust::kDeclared);
        continue;
      }
      const int near = nearness(type);
      if (near == 0 || (type == "Question" && is_one_of_many(thing))) continue;
      if (type.ends_with("WebPage") && !page) page = thing;
      const int score = 4 * near + (is_this_page(thing) ? 3 : 0) + (has(thing, "headline") ? 1 : 0) -
                        (is_nested(thing) ? 2 : 0);
      if (score > best) {
        best = score;
        article = thing;
      }
    }
    if (article) read_thing(*article, nearness(type_of(*article)) >= kArticle);
    if (page && (!article || page->id != article->id || page->tree != article->tree))
      read_thing(*page, false);
    read_publishers();
  }

 private:
  struct Thing {
    const JsonTree* tree;
    Id id;
  };

  void index(const JsonTree& tree) {
    constexpr std::size_t kMostThings = 5'000;
    for (Id id = 0; id < tree.values().size() && things_.size() < kMostThings; ++id) {
      if (tree[id].kind != JsonKind::kObject) continue;
      const Id type = tree.member(id, "@type");
      if (type == JsonTree::kNone) continue;
      things_.push_back({&tree, id});
      if (const Id name = tree.member(id, "@id"); name != JsonTree::kNone)
        by_name_.emplace(tree.text(name), things_.back());
    }
  }

  static Id first_of(const JsonTree& tree, Id id) {
    while (id != JsonTree::kNone && tree[id].kind == JsonKind::kArray)
      id = tree[id].end > id + 1 ? id + 1 : JsonTree::kNone;
    return id;
  }

  // The type that is nearest to an article of all that a thing has.
  std::string type_of(const Thing& thing) const {
    const JsonTree& tree = *thing.tree;
    const Id type = tree.member(thing.id, "@type");
    if (type == JsonTree::kNone) return "";
    if (tree[type].kind != JsonKind::kArray) return short_type(tree.text(type));
    std::string best;
    tree.for_each_child(type, [&](Id id) {
      std::string own = short_type(tree.text(id));
      // Of equals the longer name tells more: NewsArticle, Article.
      const int more = nearness(own) - nearness(best);
      if (best.empty() || more > 0 || (more == 0 && own.size() > best.size())) best = std::move(own);
    });
    return best;
  }

  // "http://schema.org/NewsArticle", "schema:NewsArticle"
  static std::string short_type(const std::string& type) {
    const std::size_t cut = type.find_last_of("/#:");
    return cut == std::string::npos ? type : type.substr(cut + 1);
  }

  bool has(const Thing& thing, std::string_view key) const {
    return thing.tree->member(thing.id, key) != JsonTree::kNone;
  }

  // A thing inside an array or another thing's property is more often a neighbour than the page's own.
  bool is_nested(const Thing& thing) const {
    const std::string_view key = (*thing.tree)[thing.id].key;
    return !key.empty() && key != "@graph" && key != "mainEntity" && key != "mainEntityOfPage";
  }

  bool is_this_page(const Thing& thing) const {
    if (url_.empty()) return false;
    for (const std::string_view key : {"url", "mainEntityOfPage", "@id"}) {
      Id id = first_of(*thing.tree, thing.tree->member(thing.id, key));
      if (id != JsonTree::kNone && (*thing.tree)[id].kind == JsonKind::kObject)
        id = thing.tree->member(id, "@id");
      if (id == JsonTree::kNone) continue;
      std::string link = thing.tree->text(id);
      link = link.substr(0, link.find('#'));
      if (!link.empty() && same_address(link, url_)) return true;
    }
    return false;
  }

  static bool same_address(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view u) {
      if (const std::size_t scheme = u.find("://"); scheme != std::string_view::npos)
        u.remove_prefix(scheme + 3);
      if (u.starts_with("www.")) u.remove_prefix(4);
      u = u.substr(0, u.find_first_of("?#"));
      while (u.ends_with('/')) u.remove_suffix(1);
      return u;
    };
    return bare(a) == bare(b);
  }

  // The thing that a value is or refers to.
  Thing resolve(const JsonTree& tree, Id id) const {
    const Id name = tree.member(id, "@id");
    if (name == JsonTree::kNone || tree.member(id, "name") != JsonTree::kNone) return {&tree, id};
    const auto found = by_name_.find(tree.text(name));
    return found == by_name_.end() ? Thing{&tree, id} : found->second;
  }

  // Calls fn(Thing or text) for each value of a property.
  template <typename Fn>
  void for_each_value(const Thing& thing, std::string_view key, Fn&& fn) const {
    constexpr std::size_t kMostValues = 100;
    const Id id = thing.tree->member(thing.id, key);
    if (id == JsonTree::kNone) return;
    if ((*thing.tree)[id].kind != JsonKind::kArray) return fn(Thing{thing.tree, id});
    std::size_t count = 0;
    thing.tree->for_each_child(id, [&](Id child) {
      if (count++ < kMostValues) fn(Thing{thing.tree, child});
    });
  }

  // A plain value, or the first of `keys` in the thing that it is.
  std::string text_of(const Thing& value, std::initializer_list<std::string_view> keys) const {
    if ((*value.tree)[value.id].kind != JsonKind::kObject) return value.tree->text(value.id);
    const Thing target = resolve(*value.tree, value.id);
    for (const std::string_view key : keys) {
      const Id id = first_of(*target.tree, target.tree->member(target.id, key));
      if (id == JsonTree::kNone) continue;
      if (std::string text = target.tree->text(id); !text.empty()) return text;
    }
    return "";
  }

  std::string source(const Thing& thing, std::string_view key) const {
    return "JSON-LD " + type_of(thing) + "." + std::string(key);
  }

  void add_text(const Thing& thing, std::string_view key, Item item, Trust trust) {
    for_each_value(thing, key, [&](const Thing& value) {
      out_.add(item, trust, text_of(value, {"name", "@value", "url", "@id"}), source(thing, key));
    });
  }

  void add_image(const Thing& thing, std::string_view key, Trust trust) {
    for_each_value(thing, key, [&](const Thing& value) {
      out_.add(Item::kImage, trust, text_of(value, {"url", "contentUrl", "@id"}), source(thing, key));
    });
  }

  void add_people(const Thing& thing, std::string_view key, Trust trust) {
    for_each_value(thing, key, [&](const Thing& value) {
      const bool is_thing = (*value.tree)[value.id].kind == JsonKind::kObject;
      std::string name = text_of(value, {"name", "alternateName"});
      if (name.empty() && is_thing) name = given_and_family_name(resolve(*value.tree, value.id));
      const std::string type = is_thing ? type_of(resolve(*value.tree, value.id)) : "";
      // An organisation signs where no person does.
      const bool organisation = type.ends_with("Organization") || type == "Corporation" || type == "WebSite";
      out_.add(Item::kAuthor, organisation ? Trust::kGeneric : trust, name, source(thing, key));
    });
  }

  // Of several reviews none is the page's own text, and of several questions none what it is about.
  bool is_one_of_many(const Thing& thing) const {
    const std::string type = type_of(thing);
    return std::count_if(things_.begin(), things_.end(),
                         [&](const Thing& other) { return type_of(other) == type; }) > 1;
  }

  std::string given_and_family_name(const Thing& person) const {
    std::string name;
    for (const std::string_view key : {"givenName", "familyName"}) {
      const Id id = person.tree->member(person.id, key);
      if (id != JsonTree::kNone) name += (name.empty() ? "" : " ") + person.tree->text(id);
    }
    return name;
  }

  // What only an article's own description tells surely counts less from any other thing.
  void read_thing(const Thing& thing, bool is_article) {
    const Trust own = is_article ? Trust::kStructured : Trust::kSecondary;
    const Trust weak = is_article ? Trust::kSecondary : Trust::kGeneric;
    add_text(thing, "headline", Item::kTitle, own);
    add_text(thing, "name", Item::kTitle, weak);
    if (type_of(thing) != "Review" || !is_one_of_many(thing)) {
      add_people(thing, "author", own);
      add_people(thing, "creator", weak);
    }
    add_text(thing, "datePublished", Item::kDate, own);
    add_text(thing, "uploadDate", Item::kDate, weak);
    add_text(thing, "dateCreated", Item::kDate, weak);
    add_text(thing, "dateModified", Item::kModified, own);
    add_text(thing, "description", Item::kDescription, weak);
    add_text(thing, "inLanguage", Item::kLanguage, weak);
    add_text(thing, "articleSection", Item::kCategory, own);
    add_text(thing, "keywords", Item::kTag, own);
    add_text(thing, "license", Item::kLicense, own);
    add_image(thing, "image", weak);
    add_image(thing, "thumbnailUrl", Trust::kGeneric);
    add_text(thing, "url", Item::kUrl, Trust::kGeneric);
    add_text(thing, "publisher", Item::kSitename, Trust::kSecondary);
    out_.add(Item::kPageType, is_article ? Trust::kStructured : Trust::kGeneric, type_of(thing),
             source(thing, "@type"));
  }

  void read_publishers() {
    for (const Thing& thing : things_) {
      const std::string type = type_of(thing);
      if ((type == "NewsMediaOrganization" || type == "Organization") && !is_nested(thing))
        add_text(thing, "name", Item::kSitename, Trust::kGeneric);
    }
  }

  std::string_view url_;
  Candidates& out_;
  std::vector<Thing> things_;
  std::unordered_map<std::string, Thing> by_name_;
};

}  // namespace

void read_linked_data(const extract::LinkedData& data, std::string_view url, Candidates& out) {
  Graph(data, url, out).read();
}

}  // namespace clean_article::metadata
