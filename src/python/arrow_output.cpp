#include "python/arrow_output.hpp"

#include <array>
#include <limits>

namespace clean_article::python {
namespace {

// What lives as long as an array or schema that was lent. Children are structs of their own: their reader may
// move one away and release it later than its parent.
struct LentArray {
  std::shared_ptr<const Batch> batch;
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> child_pointers;
};

struct LentSchema {
  std::shared_ptr<const Batch> batch;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> child_pointers;
};

template <typename Lent, typename Struct>
void release(Struct* lent) {
  auto* const held = static_cast<Lent*>(lent->private_data);
  for (Struct& child : held->children)
    if (child.release != nullptr) child.release(&child);
  delete held;
  lent->release = nullptr;
}

template <typename Lent>
void point_at_children(Lent& held) {
  for (auto& child : held.children) held.child_pointers.push_back(&child);
}

}  // namespace

bool StringColumn::append(std::optional<std::string_view> text) {
  const auto row = static_cast<std::size_t>(rows_++);
  if (row % 8 == 0) validity_.push_back(0);
  if (text) {
    validity_.back() = static_cast<std::uint8_t>(validity_.back() | 1U << row % 8);
    data_.append(*text);
  } else {
    ++null_count_;
  }
  if (is_large_) {
    offsets_.push_back(static_cast<std::int64_t>(data_.size()));
    return true;
  }
  if (data_.size() > std::size_t{std::numeric_limits<std::int32_t>::max()}) return false;
  short_offsets_.push_back(static_cast<std::int32_t>(data_.size()));
  return true;
}

void lend_array(const std::shared_ptr<const Batch>& batch, ArrowArray* out) {
  auto all = std::make_unique<LentArray>();
  all->batch = batch;
  for (const StringColumn& column : batch->columns) {
    auto held = std::make_unique<LentArray>();
    held->batch = batch;
    held->buffers = {column.validity(), column.offsets(), column.data()};
    ArrowArray child{};
    child.length = batch->rows;
    child.null_count = column.null_count();
    child.n_buffers = 3;
    child.buffers = held->buffers.data();
    child.release = release<LentArray, ArrowArray>;
    child.private_data = held.release();
    all->children.push_back(child);
  }
  point_at_children(*all);
  *out = ArrowArray{};
  out->length = batch->rows;
  out->n_buffers = 1;
  out->buffers = all->buffers.data();
  out->n_children = static_cast<std::int64_t>(all->children.size());
  out->children = all->child_pointers.data();
  out->release = release<LentArray, ArrowArray>;
  out->private_data = all.release();
}

void lend_schema(const std::shared_ptr<const Batch>& batch, ArrowSchema* out) {
  auto all = std::make_unique<LentSchema>();
  all->batch = batch;
  for (const StringColumn& column : batch->columns) {
    auto held = std::make_unique<LentSchema>();
    held->batch = batch;
    ArrowSchema child{};
    child.format = column.format();
    child.name = column.name().c_str();
    child.flags = kArrowNullable;
    child.release = release<LentSchema, ArrowSchema>;
    child.private_data = held.release();
    all->children.push_back(child);
  }
  point_at_children(*all);
  *out = ArrowSchema{};
  out->format = "+s";
  out->name = "";
  out->n_children = static_cast<std::int64_t>(all->children.size());
  out->children = all->child_pointers.data();
  out->release = release<LentSchema, ArrowSchema>;
  out->private_data = all.release();
}

}  // namespace clean_article::python
