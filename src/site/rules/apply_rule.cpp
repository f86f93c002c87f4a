#include "site/rules/apply_rule.hpp"

#include <algorithm>

#include "site/rules/next_page.hpp"
#include "site/rules/site_rules.hpp"
#include "site/rules/strip_tokens.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

using html::Document;
using html::NodeId;
using html::Tag;
using html::XPathNode;
using html::XPathValue;

class Application {
 public:
  // `view` is of the page and whole.
  Application(const SiteRule& rule, const Document& page, std::string_view page_url, html::XPathPage& view,
              RuleWork work)
      : rule_(rule), page_(page), page_url_(page_url), view_(view) {
    made_.work = work;
  }

  AppliedRule run(html::DocumentPart& rest, html::DocumentPart& body) {
    // Fields and links are looked for on the whole page, the body on what strips have left of it.
    made_.single_page = first_link(rule_.single_pages);
    made_.next_page = first_link(rule_.next_pages);
    if (!made_.next_page && rule_.autodetect_next_page) {
      if (auto link = find_next_page(page_, page_url_))
        made_.next_page = RuleField{std::move(*link), *rule_.autodetect_next_page};
    }
    made_.title = first_field(rule_.titles);
    made_.date = first_field(rule_.dates);
    find_authors();
    find_native_ad();
    strip_attributes();
    strip();
    strip_tokens();
    strip_images();
    find_body();
    find_moves();
    build(rest, body);
    return std::move(made_);
  }

 private:
  // What an expression gives, nothing where its guard finds nothing or it was refused.
  std::optional<XPathValue> evaluate(const RuleExpression& expression) {
    if (expression.guard) {
      const auto guard = view_.evaluate(*expression.guard);
      if (!guard.ok() || !guard->truth) return std::nullopt;
    }
    Result<XPathValue> value = view_.evaluate(expression.xpath);
    if (value.ok()) return std::move(*value);
    if (!made_.refused) {
      made_.refused = Error{value.error().kind, std::string(expression.origin.file) + ":" +
                                                    std::to_string(expression.origin.line) + ": " +
                                                    value.error().message};
    }
    return std::nullopt;
  }

  std::optional<RuleField> first_field(const std::vector<RuleExpression>& expressions) {
    for (const RuleExpression& expression : expressions) {
      const auto value = evaluate(expression);
      if (!value) continue;
      if (std::string text = text::fold_html_space(value->string); !text.empty())
        return RuleField{std::move(text), expression.origin};
      for (const XPathNode node : value->nodes) {
        std::string text = text::fold_html_space(view_.string_value(node));
        if (!text.empty()) return RuleField{std::move(text), expression.origin};
      }
    }
    return std::nullopt;
  }

  void find_authors() {
    for (const RuleExpression& expression : rule_.authors) {
      const auto value = evaluate(expression);
      if (!value) continue;
      const auto add = [&](std::string_view text) {
        std::string folded = text::fold_html_space(text);
        if (!folded.empty()) made_.authors.push_back({std::move(folded), expression.origin});
      };
      if (!value->is_nodes) add(value->string);
      for (const XPathNode node : value->nodes) add(view_.string_value(node));
      if (!made_.authors.empty()) return;
    }
  }

  std::optional<RuleField> first_link(const std::vector<RuleExpression>& expressions) {
    for (const RuleExpression& expression : expressions) {
      const auto value = evaluate(expression);
      if (!value) continue;
      std::string link = text::fold_html_space(value->string);
      for (const XPathNode node : value->nodes) {
        if (!link.empty() || node.is_root()) break;
        const bool is_text = page_[node.id()].tag == Tag::kText;
        link = node.is_attribute() || is_text
                   ? text::fold_html_space(view_.string_value(node))
                   : text::fold_html_space(page_.attribute(node.id(), "href").value_or(""));
      }
      if (!link.empty()) return RuleField{std::move(link), expression.origin};
    }
    return std::nullopt;
  }

  void find_native_ad() {
    for (const RuleExpression& expression : rule_.native_ads) {
      const auto value = evaluate(expression);
      if (value && value->truth && !made_.native_ad) made_.native_ad = expression.origin;
    }
  }

  // The root elements stay: what matches them was meant for something inside.
  void take_out(NodeId id, RuleOrigin origin) {
    if (page_[id].tag == Tag::k_html || page_[id].tag == Tag::k_body || view_.is_removed(id)) return;
    view_.remove(XPathNode::of(id));
    made_.stripped.push_back({id, page_[id].end, origin});
  }

  void strip_attributes() {
    for (const RuleExpression& expression : rule_.strip_attributes) {
      const auto value = evaluate(expression);
      if (!value) continue;
      for (const XPathNode node : value->nodes) {
        if (node.is_attribute()) view_.remove(node);
      }
    }
  }

  void strip() {
    for (const RuleExpression& expression : rule_.strips) {
      const auto value = evaluate(expression);
      if (!value) continue;
      for (const XPathNode node : value->nodes) {
        if (node.is_attribute()) {
          view_.remove(node);
        } else if (!node.is_root()) {
          take_out(node.id(), expression.origin);
        }
      }
    }
  }

  void strip_tokens() {
    if (rule_.strip_tokens.empty()) return;
    const StripTokens tokens(rule_.strip_tokens);
    for (const bool is_class : {true, false}) {
      for (const html::AttributeValue& found : view_.attribute_values(is_class ? "class" : "id")) {
        if (!made_.work.spend(found.value.size() * tokens.readings(is_class))) return;
        const auto origin = is_class ? tokens.match_class(found.value) : tokens.match_id(found.value);
        for (std::size_t i = 0; origin && i < found.elements.size(); ++i)
          take_out(found.elements[i], *origin);
      }
    }
  }

  void strip_images() {
    if (rule_.strip_images.empty()) return;
    const auto nodes = page_.nodes();
    for (NodeId id = 1; id < nodes.size(); ++id) {
      if (nodes[id].tag != Tag::k_img || view_.is_removed(id)) continue;
      const std::string source = page_.attribute(id, "src").value_or("");
      for (const RuleText& part : rule_.strip_images) {
        if (!made_.work.spend(source.size() + part.text.size())) return;
        if (source.find(part.text) != std::string::npos) take_out(id, part.origin);
      }
    }
  }

  void find_body() {
    for (const RuleExpression& expression : rule_.bodies) {
      const auto value = evaluate(expression);
      if (!value) continue;
      for (const XPathNode node : value->nodes) {
        if (node.is_root() || node.is_attribute() || view_.is_blank(node.id())) continue;
        body_.push_back(node.id());
      }
      if (body_.empty()) continue;
      made_.body_origin = expression.origin;
      return;
    }
  }

  // Marks a node, what is in it and what is around it as left.
  void leave(NodeId id, std::vector<std::uint8_t>& left) const {
    for (NodeId inner = id; inner < page_[id].end; ++inner) left[inner] = view_.is_removed(inner) ? 0 : 1;
    for (NodeId outer = page_[id].parent; outer != html::kNoNode && left[outer] == 0;
         outer = page_[outer].parent) {
      left[outer] = 1;
    }
  }

  std::vector<std::uint8_t> what_is_body() const {
    const auto nodes = page_.nodes();
    std::vector<std::uint8_t> left(nodes.size(), 0);
    left[0] = 1;
    NodeId behind = 0;  // what stands before was left with an outer node
    for (const NodeId id : body_) {
      if (id < behind) continue;
      leave(id, left);
      behind = page_[id].end;
    }
    // What moves into the body is there, too; nothing of what was around it.
    for (const html::Move& move : moves_) {
      for (NodeId id = move.node; id < page_[move.node].end && left[move.target] != 0; ++id)
        left[id] = view_.is_removed(id) ? 0 : 1;
    }
    // The head and structured data tell what the page is.
    for (NodeId id = 1; id < nodes.size(); ++id) {
      const bool tells = nodes[id].tag == Tag::k_head || nodes[id].tag == Tag::k_script;
      if (tells && left[id] == 0 && !view_.is_removed(id)) leave(id, left);
    }
    return left;
  }

  void find_moves() {
    for (const RuleExpression& expression : rule_.moves) {
      NodeId target = body_.empty() ? html::kNoNode : body_.back();
      if (expression.target) {
        const auto found = view_.evaluate(*expression.target);
        const bool is_element = found.ok() && !found->nodes.empty() && !found->nodes[0].is_root() &&
                                !found->nodes[0].is_attribute() &&
                                page_[found->nodes[0].id()].tag != Tag::kText;
        target = is_element ? found->nodes[0].id() : html::kNoNode;
        // What stands behind the body is in it, as where a parser meets it there.
        if (is_element && page_[target].tag == Tag::k_html) target = page_body();
      }
      if (target == html::kNoNode) continue;
      const auto value = evaluate(expression);
      if (!value) continue;
      for (const XPathNode node : value->nodes) {
        const bool can_move = !node.is_root() && !node.is_attribute() && page_[node.id()].depth > 1;
        if (can_move && moves_.size() < kMostRuleMoves) moves_.push_back({node.id(), target});
      }
    }
  }

  NodeId page_body() const {
    for (NodeId child = 1; child < page_.nodes().size(); child = page_[child].end)
      if (page_[child].tag == Tag::k_body) return child;
    return html::kNoNode;
  }

  std::vector<html::Wrap> find_wraps() {
    std::vector<html::Wrap> wraps;
    for (const RuleExpression& expression : rule_.wraps) {
      const Tag tag = html::tag_for_name(expression.argument);
      if (tag == Tag::kUnknown) continue;
      const auto value = evaluate(expression);
      if (!value) continue;
      for (const XPathNode node : value->nodes) {
        const bool inside = !node.is_root() && !node.is_attribute() && page_[node.id()].depth > 1;
        if (inside && wraps.size() < kMostRuleWraps) wraps.push_back({node.id(), tag});
      }
    }
    std::stable_sort(wraps.begin(), wraps.end(),
                     [](const html::Wrap& a, const html::Wrap& b) { return a.node < b.node; });
    return wraps;
  }

  void build(html::DocumentPart& rest, html::DocumentPart& body) {
    const std::vector<html::Wrap> wraps = find_wraps();
    std::vector<std::uint8_t> left(page_.nodes().size());
    for (NodeId id = 0; id < left.size(); ++id) left[id] = view_.is_removed(id) ? 0 : 1;
    page_.take_part(left, wraps, moves_, rest);
    made_.rest = &rest;
    if (!body_.empty()) {
      page_.take_part(what_is_body(), wraps, moves_, body);
      made_.body = &body;
    }
    // A node whose parent was taken out later is gone with it.
    std::sort(made_.stripped.begin(), made_.stripped.end(),
              [](const StrippedNode& a, const StrippedNode& b) { return a.node < b.node; });
    NodeId behind = 0;
    std::erase_if(made_.stripped, [&](const StrippedNode& stripped) {
      if (stripped.node < behind) return true;
      behind = stripped.end;
      return false;
    });
  }

  const SiteRule& rule_;
  const Document& page_;
  std::string_view page_url_;
  html::XPathPage& view_;
  std::vector<NodeId> body_;  // in document order
  std::vector<html::Move> moves_;
  AppliedRule made_;
};

}  // namespace

AppliedRule RuleApplier::apply(const SiteRule& rule, const Document& page, std::string_view page_url,
                               RuleWork work) {
  view_.turn_to(page);
  return Application(rule, page, page_url, view_, work).run(rest_, body_);
}

}  // namespace clean_article::site
