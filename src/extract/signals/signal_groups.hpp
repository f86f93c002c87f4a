// The groups of signals, each in a file of its own. A group learns in its constructor what it needs to know
// of the page. Then it is given the blocks one after the other, from the first to the last, and fills its
// columns of each one's row: so a row is written while it lies in the nearest cache. The survey must outlive
// it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/signals/signals.hpp"
#include "extract/survey/hash_counter.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// A block's own text.
class TextSignals {
 public:
  explicit TextSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row);

 private:
  float likeness_to_description(const Measure& m);

  const Survey& survey_;
  HashCounter texts_;
  HashCounter words_;  // of one block
};

// Where a block stands: under which elements, how far from title, headings, paragraphs, and what its
// neighbours are.
class PlaceSignals {
 public:
  explicit PlaceSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row);

 private:
  void add_elements(std::size_t block, SignalRow row) const;
  void add_heading(std::size_t block, SignalRow row);
  void add_title(std::size_t block, SignalRow row) const;
  void add_big_paragraphs(std::size_t block, SignalRow row);
  void add_neighbours(std::size_t block, SignalRow row) const;
  void add_windows(std::size_t block, SignalRow row) const;

  const Survey& survey_;
  std::size_t first_h1_ = kNone, last_h1_ = kNone;  // of the page
  std::vector<std::size_t> big_;                    // paragraphs
  std::size_t big_passed_ = 0;                      // of them
  std::size_t heading_ = kNone;                     // the last one so far
};

// The elements above a block.
class AncestorSignals {
 public:
  explicit AncestorSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row) const;

 private:
  const Survey& survey_;
  double page_chars_, page_prose_;
};

// The elements that hold most of the page's prose: by mass, and by a score of the kind that Readability made
// known (paragraphs credit their parents, less the farther up).
class MassSignals {
 public:
  explicit MassSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row) const;

 private:
  static constexpr std::size_t kTargets = 8;
  // Of one element the depths of its lowest common ancestors with some others.
  typedef std::int16_t Depths __attribute__((vector_size(kTargets * sizeof(std::int16_t))));

  void find_holder();
  void find_depths();

  const Survey& survey_;
  std::array<std::uint32_t, kTargets> targets_{};  // the elements of some shares of the mass, then the holder
  std::vector<Depths> depths_;                     // per element
  std::vector<double> score_, best_above_;         // per element
  std::uint32_t holder_ = 0;                       // the element with the best score
  double top_ = 0;                                 // that score
};

// The blocks that look alike: the same names and classes on their elements.
class GroupSignals {
 public:
  explicit GroupSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row);

 private:
  // Blocks by group, and what is the same for all blocks of one.
  struct Grouping {
    static constexpr std::size_t kColumns = 9;
    struct Group {
      std::array<float, kColumns> columns;
      double paragraph_chars;
      std::size_t first, last;
    };
    std::vector<std::uint32_t> of;  // per block
    std::vector<Group> groups;

    void build(const Survey& survey, const std::vector<std::uint64_t>& keys, HashCounter& counter);
    const Group& group_of(std::size_t block) const { return groups[of[block]]; }
    // The one with most paragraph text, the first of equals.
    const Group& largest() const;
  };

  void find_grandparents();

  const Survey& survey_;
  Grouping pairs_, paths_;
  double top_pair_ = 1;                         // characters
  std::size_t main_first_ = 0, main_last_ = 0;  // blocks of the path with most paragraph text
  double like_title_ = 0;                       // blocks so far
  std::vector<float> grandparents_;  // per block: paragraph text under its grandparent, of the most there is
};

// What was passed since the title: share bars, date lines, related boxes, forms … What stands behind them is
// less and less the article.
class SequenceSignals {
 public:
  explicit SequenceSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row);

 private:
  struct Passed {
    double runs = 0;
    std::size_t last = kNone;
    bool before = false;  // whether the block before was one
  };
  static constexpr std::size_t kMarkerKinds = 9;
  static constexpr std::size_t kAnnouncementKinds = 3;

  void find_articles();
  double blocks_since(std::size_t last, std::size_t block) const;
  double prose_since(std::size_t last, std::size_t block) const;

  const Survey& survey_;
  std::size_t title_;
  std::array<Passed, kMarkerKinds> markers_;
  std::array<std::size_t, kAnnouncementKinds> announced_;  // the last block that did
  double top_headings_ = 0;
  double articles_ = 0;
  // Per block: paragraph text in the <article> that it is in, of the most that one has; -1 where it is in
  // none.
  std::vector<float> article_relative_;
};

// The region a block lies in, seen from two anchors: whole wrong regions (comments, a second article,
// recommended stories) are what pages lose most by, so regions are described, not only blocks.
class RegionSignals {
 public:
  explicit RegionSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row);

 private:
  // For each element its lowest common ancestor with the anchor, and the region: the child of that ancestor
  // on the element's side (the element itself when it lies on the anchor's path).
  struct Regions {
    std::uint32_t anchor = 0;
    std::vector<std::uint32_t> common;
    std::vector<std::uint32_t> region;
    std::vector<std::uint32_t> anchor_side;  // per depth of the anchor's path: the next element on it
    std::size_t last = kNone;                // the block that was seen last

    void build(const Survey& survey, std::uint32_t anchor_element);
    // Whether a block lies where the last one did. Notes it.
    bool is_where_last_was(const Survey& survey, std::size_t block);
  };
  struct View;

  View view_of(const Regions& regions, std::size_t block) const;
  double levels_down(const Regions& regions, std::size_t block) const;
  void add_title_view(std::size_t block, SignalRow row) const;
  void add_anchor_view(std::size_t block, SignalRow row) const;

  const Survey& survey_;
  Regions from_title_, from_anchor_;
  // The columns of the last block, of which the next may have the same.
  std::array<float, kSignalCount> last_row_{};
};

// Lists, images near a block (captions), and boxes inside the main text.
class ListSignals {
 public:
  explicit ListSignals(const Survey& survey) : survey_(survey) {}
  void add(std::size_t block, SignalRow row) const;

 private:
  void add_images(std::size_t block, SignalRow row) const;
  void add_list(std::size_t block, SignalRow row) const;
  void add_box(std::size_t block, SignalRow row) const;

  const Survey& survey_;
};

// What a page says or builds more than once: texts and passages that stand on it elsewhere (quick views,
// copies of a slider's cards, quotes of earlier posts), and the card of a run of cards that a block is in.
class RepeatSignals {
 public:
  explicit RepeatSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row) const;

 private:
  // Where on the page a text or a run of four words stands first and last.
  struct Place {
    std::uint32_t first, last;
  };

  void add_copies(std::size_t block, SignalRow row) const;
  void add_card(std::size_t block, SignalRow row) const;
  template <typename Fn>
  void for_each_key(std::size_t block, Fn&& fn) const;
  std::size_t keys_of(std::size_t block) const;  // how many
  bool is_compared(std::size_t block) const;

  const Survey& survey_;
  std::vector<Place> places_;            // by key
  std::vector<std::uint32_t> keys_;      // of all blocks, without those that are met once
  std::vector<std::size_t> first_keys_;  // block → the first of its keys; one more for the end
};

// The whole page: the same for all its blocks, they tell what kind of page it is.
class PageSignals {
 public:
  explicit PageSignals(const Survey& survey);
  void add(std::size_t block, SignalRow row) const;

 private:
  std::array<float, kSignalCount> page_{};  // of which only this group's columns are filled
};

}  // namespace clean_article::extract
