#include "clean_article/plan.hpp"

#include <algorithm>
#include <stdexcept>

namespace clean_article::abi0 {

namespace {

const render::FormatRow& row_named(const std::string& name) {
  const render::FormatRow* row = render::find_format(name);
  if (row == nullptr)
    throw std::invalid_argument("there is no format '" + name + "': it is " +
                                render::names_of_formats([](const render::FormatRow&) { return true; }));
  return *row;
}

std::vector<const render::FormatRow*> rows_of(const Options& options) {
  std::vector<const render::FormatRow*> rows;
  for (const std::string& name : options.formats) rows.push_back(&row_named(name));
  if (rows.empty())
    for (const render::FormatRow& row : render::formats()) rows.push_back(&row);
  return rows;
}

}  // namespace

Plan::Plan(const Options& options) {
  render::Style plain;
  plain.title = options.title;
  plain.tables = options.tables;
  styles_.push_back(plain);
  for (const render::FormatRow* row : rows_of(options)) {
    render::Style style = plain;
    style.format = row->format;
    style.formatting = options.formatting;
    style.links = options.links;
    style.images = options.images;
    style.blocks = options.listed_blocks && row->can_list_blocks;
    written_.push_back({row->format, style, read_for(style)});
  }
}

std::size_t Plan::read_for(const render::Style& style) {
  const auto alike = std::find_if(styles_.begin(), styles_.end(), [&](const render::Style& known) {
    return render::read_alike(known, style);
  });
  if (alike != styles_.end()) return static_cast<std::size_t>(alike - styles_.begin());
  styles_.push_back(style);
  return styles_.size() - 1;
}

bool Plan::needs_fields() const {
  return std::any_of(written_.begin(), written_.end(),
                     [](const Written& written) { return written.style.needs_metadata(); });
}

const Plan::Written* Plan::find(std::string_view format) const {
  const render::FormatRow* row = render::find_format(format);
  if (row == nullptr) return nullptr;
  const auto found = std::find_if(written_.begin(), written_.end(),
                                  [&](const Written& written) { return written.format == row->format; });
  return found == written_.end() ? nullptr : &*found;
}

}  // namespace clean_article::abi0
