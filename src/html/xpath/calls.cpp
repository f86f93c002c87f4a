// The function library of XPath 1.0, section 4.
#include <algorithm>
#include <cmath>

#include "html/xpath/evaluator.hpp"
#include "html/xpath/strings.hpp"
#include "text/text.hpp"

namespace clean_article::html::xpath {
namespace {

constexpr std::uint64_t kBytesPerUnit = 16;
constexpr std::size_t kMostMadeBytes = std::size_t{32} << 20;  // of one string that is put together

}  // namespace

Text Evaluator::made(std::string text) {
  page_.spend(1 + text.size() / kBytesPerUnit);
  return Text::own(std::move(text));
}

// The first argument as a string, or that of the context node where there is none.
Text Evaluator::argument_or_node(const Expr& call, const Context& context) {
  return call.args.empty() ? Text::view(page_.string_value(context.node)) : string(call.args[0], context);
}

Text Evaluator::name_of(const Expr& call, const Context& context) {
  XPathNode node = context.node;
  if (!call.args.empty()) {
    const Nodes all = nodes(call.args[0], context);
    if (all.empty()) return {};
    node = all.front();
  }
  if (node.is_root()) return {};
  if (node.is_attribute()) return Text::view(page_.attributes(node.id())[node.attribute - 1].name);
  if (page_.document()[node.id()].tag == Tag::kText) return {};
  return Text::view(page_.name(node.id()));
}

Text Evaluator::call_string(const Expr& call, const Context& context) {
  if (!page_.spend(1)) return {};
  switch (call.function) {
    case Function::kLocalName:
    case Function::kName:
      return name_of(call, context);
    case Function::kString:
      return argument_or_node(call, context);
    case Function::kConcat: {
      std::string all;
      for (const ExprId arg : call.args) {
        const Text part = string(arg, context);
        if (all.size() + part.get().size() > kMostMadeBytes || page_.is_spent()) break;
        all += part.get();
      }
      return made(std::move(all));
    }
    case Function::kSubstringBefore:
    case Function::kSubstringAfter: {
      const Text text = string(call.args[0], context);
      const Text mark = string(call.args[1], context);
      page_.spend(1 + text.get().size() / kBytesPerUnit);
      const std::size_t at = text.get().find(mark.get());
      if (at == std::string_view::npos) return {};
      return made(std::string(call.function == Function::kSubstringBefore
                                  ? text.get().substr(0, at)
                                  : text.get().substr(at + mark.get().size())));
    }
    case Function::kSubstring: {
      const Text text = string(call.args[0], context);
      const double first = number(call.args[1], context);
      const double length = call.args.size() > 2 ? number(call.args[2], context) : HUGE_VAL;
      page_.spend(text.get().size() / kBytesPerUnit);
      return made(std::string(substring(text.get(), first, length)));
    }
    case Function::kNormalizeSpace:
      return made(normalize_space(argument_or_node(call, context).get()));
    case Function::kTranslate: {
      const Text text = string(call.args[0], context);
      return made(
          translate(text.get(), string(call.args[1], context).get(), string(call.args[2], context).get()));
    }
    default:
      return {};  // namespace-uri(): there are none
  }
}

double Evaluator::call_number(const Expr& call, const Context& context) {
  switch (call.function) {
    case Function::kLast:
      return static_cast<double>(context.size);
    case Function::kPosition:
      return static_cast<double>(context.position);
    case Function::kCount:
      return static_cast<double>(nodes(call.args[0], context).size());
    case Function::kStringLength: {
      const Text text = argument_or_node(call, context);
      page_.spend(text.get().size() / kBytesPerUnit);
      return static_cast<double>(text::count_code_points(text.get()));
    }
    case Function::kNumber:
      return call.args.empty() ? to_number(page_.string_value(context.node)) : number(call.args[0], context);
    case Function::kSum: {
      double sum = 0;
      for (const XPathNode node : nodes(call.args[0], context)) {
        const std::string_view value = page_.string_value(node);
        if (!page_.spend(1 + value.size() / kBytesPerUnit)) break;
        sum += to_number(value);
      }
      return sum;
    }
    case Function::kFloor:
      return std::floor(number(call.args[0], context));
    case Function::kCeiling:
      return std::ceil(number(call.args[0], context));
    default:
      return round_half_up(number(call.args[0], context));
  }
}

bool Evaluator::is_language(std::string_view wanted, const Context& context) {
  if (context.node.is_root()) return false;
  for (NodeId id = context.node.id(); id != kNoNode && page_.spend(1); id = page_.document()[id].parent) {
    const std::uint32_t place = page_.find_attribute(id, "lang");
    if (place == 0) continue;
    const std::string_view value = page_.attributes(id)[place - 1].value;
    return value.size() >= wanted.size() &&
           text::equal_ignoring_ascii_case(value.substr(0, wanted.size()), wanted) &&
           (value.size() == wanted.size() || value[wanted.size()] == '-');
  }
  return false;
}

bool Evaluator::call_boolean(const Expr& call, const Context& context) {
  switch (call.function) {
    case Function::kTrue:
      return true;
    case Function::kNot:
      return !boolean(call.args[0], context);
    case Function::kBoolean:
      return boolean(call.args[0], context);
    case Function::kLang:
      return is_language(string(call.args[0], context).get(), context);
    case Function::kContains:
    case Function::kStartsWith: {
      const Text text = string(call.args[0], context);
      const Text part = string(call.args[1], context);
      page_.spend(1 + text.get().size() / kBytesPerUnit);
      return call.function == Function::kContains ? text.get().find(part.get()) != std::string_view::npos
                                                  : text.get().starts_with(part.get());
    }
    default:
      return false;
  }
}

Nodes Evaluator::call_id(const Expr& call, const Context& context) {
  std::string wanted;  // ids, with a space around each
  const auto add = [&](std::string_view ids) {
    if (wanted.size() + ids.size() < kMostMadeBytes) wanted.append(" ").append(ids);
  };
  if (expr(call.args[0]).type == Type::kNodes) {
    for (const XPathNode node : nodes(call.args[0], context)) add(page_.string_value(node));
  } else {
    add(string(call.args[0], context).get());
  }
  Nodes found;
  const auto size = static_cast<NodeId>(page_.document().nodes().size());
  for (NodeId id = 0; id < size && page_.spend(1 + wanted.size() / kBytesPerUnit); ++id) {
    if (page_.document()[id].tag == Tag::kText || page_.is_removed(id)) continue;
    const std::uint32_t place = page_.find_attribute(id, "id");
    if (place == 0) continue;
    const std::string_view value = page_.attributes(id)[place - 1].value;
    if (!value.empty() && xpath::has_token(wanted, value, false)) found.push_back(XPathNode::of(id));
  }
  return found;
}

}  // namespace clean_article::html::xpath
