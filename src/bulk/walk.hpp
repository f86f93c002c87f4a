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

// What of a folder is taken. A glob with a '/' is held against the path below the folder, any other against
// the name; one that ends in '/' means folders alone.
struct WalkRules {
  std::vector<std::string> include{};  // only files that one of these matches, and these whatever they hold
  std::vector<std::string> exclude{};  // neither files nor folders that one of these matches
  bool follow_links = false;           // also out of the folder
};

// Pages are the regular files with the ending of one, and those of any other name whose first bytes look
// like HTML, or like a file that pages are saved in: whoever reads it says that this is not done. Names that
// begin with '.' are passed over. What has the ending of a page and cannot be read comes out too, for whoever
// reads it to say why, and so does a link that leads out of the folder.
class FolderWalk {
 public:
  // `target` stands before every output name: "" or "site/". The folder `skip` is not walked into.
  // Outputs get `ending`.
  FolderWalk(std::string path, const std::string& target, std::optional<FileId> skip,
             std::string ending = ".txt", WalkRules rules = {});

  // The next page, or a folder that could not be listed; nothing when all have been given.
  std::optional<Input> next();

 private:
  struct Entry {
    std::string name;
    std::string target;
    bool is_folder = false;
    bool is_link = false;
    bool leads_out = false;  // a link that is not to be followed
  };
  struct Folder {
    std::string path;
    std::string target;
    FileId id;
    std::vector<Entry> entries;
    std::size_t at = 0;
  };

  bool is_excluded(const std::string& path, bool is_folder) const;
  bool is_page(const std::string& path, bool is_regular, bool leads_out) const;
  bool leads_out(const std::string& path) const;
  std::optional<Entry> entry_of(const std::string& folder,
                                const std::filesystem::directory_entry& found) const;

  // Lists a folder and steps into it; an Input with the error when it cannot, or need not, be listed.
  std::optional<Input> enter(const std::string& path, const std::string& target, bool is_link);

  std::string root_;
  std::string ending_;
  WalkRules rules_;
  std::filesystem::path real_root_;
  std::optional<FileId> skip_;
  std::optional<Input> first_error_;
  std::vector<Folder> stack_;
  std::set<FileId> links_followed_;
  bool found_any_ = false;
};

}  // namespace clean_article::bulk
