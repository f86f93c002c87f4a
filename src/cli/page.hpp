// One input from its name to its text: how it is loaded, cleaned, and followed over its further pages. Knows
// neither outputs nor threads.
#pragma once

#include <functional>
#include <string>

#include "bulk/bulk.hpp"
#include "cleaner/cleaner.hpp"
#include "cli/args.hpp"
#include "fetch/fetch.hpp"

namespace clean_article::cli {

// Where the inputs come from; outputs are called by `ending`.
bulk::SourceWords source_words(const Args& args, std::string ending = ".txt");

Result<Cleaner> make_cleaner(const Args& args, std::vector<LearnedRule> learned = {});

// With --learn-templates: the same with rules for the sites of which the folders hold several pages. Reads
// all of them once.
Result<Cleaner> learn_templates(Cleaner cleaner, const Args& args);

// Notes what one page teaches about its site, or about `host` where it names none.
Status teach_page(Cleaner& cleaner, const bulk::Input& input, const Args& args, const std::string& host,
                  SiteLessons& lessons);

// The bytes of an input. A URL is fetched as the rule of its site wants it.
Result<bulk::LoadedPage> load(const bulk::Input& input, const Cleaner& cleaner, const Args& args);
Result<bulk::LoadedPage> fetch_page(const std::string& url, const Cleaner& cleaner, const Args& args);

// The same in parts: how a URL is fetched, and the page of what came. `cleaner` and `args` must outlive the
// options.
fetch::FetchOptions fetch_options(const std::string& url, const Cleaner& cleaner, const Args& args);
Result<bulk::LoadedPage> page_of(Result<fetch::Fetched> fetched, const Args& args);

using FetchPage = std::function<Result<bulk::LoadedPage>(const std::string& url)>;

// The text of a page, or with --explain its blocks. Where the site's rule names them, a page that was fetched
// is replaced by the one that holds the whole article, and the pages that it goes on are fetched and joined;
// a page among them that fails is the error beside the text that there is. Saved pages never touch the
// network.
bulk::CleanedPage clean(Cleaner& cleaner, const bulk::LoadedPage& loaded, const Args& args,
                        const FetchPage& fetch);

}  // namespace clean_article::cli
