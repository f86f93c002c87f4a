// The pages of one folder, one after the other, sorted by name. Owns what counts as a page and which links
// are followed. Holds the listings of the folders it stands in, never that of the whole tree.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bulk/input.hpp"

namespace clean_article::bulk {

// Pages are the regular files with the ending of one, and those of any other name whose first bytes look
// like HTML, or like a file that pages are saved in: whoever reads it says that this is not done. Names that
// begin with '.' are passed over. What has the ending of a page and cannot be read comes out too, for whoever
// reads it to say why.
//
// Links are followed inside the folder. One that leads out of it comes out with an error, unless the user
// wants such links followed: who saved the pages may have put it there to have another file read.
enum class LinksOut { kRefused, kFollowed };

class FolderWalk {
 public:
  // `target` stands before every output name: "" or "site/". The folder `skip` is not walked into.
  // Outputs get `ending`.
  FolderWalk(std::string path, const std::string& target, std::optional<FileId> skip,
             std::string ending = ".txt", LinksOut links_out = LinksOut::kRefused);

  // The next page, or a folder that could not be listed; nothing when all have been given.
  std::optional<Input> next();

 private:
  struct Entry {
    std::string name;
    std::string target;
    bool is_folder;
    bool is_link;
    bool leads_out;
  };
  struct Folder {
    std::string path;
    std::string target;
    FileId id;
    std::vector<Entry> entries;
    std::size_t at = 0;
  };

  // Lists a folder and steps into it; an Input with the error when it cannot, or need not, be listed.
  std::optional<Input> enter(const std::string& path, const std::string& target, bool is_link);

  bool leads_out(const std::string& link) const;

  std::string root_;
  std::filesystem::path real_root_;
  std::string ending_;
  std::optional<FileId> skip_;
  LinksOut links_out_;
  std::optional<Input> first_error_;
  std::vector<Folder> stack_;
  std::set<FileId> links_followed_;
  bool found_any_ = false;
};

}  // namespace clean_article::bulk
