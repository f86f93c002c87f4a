// The names people and sites go by: bylines to authors, titles without the site's name. Owns the words that
// surround names; knows nothing of where on a page they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clean_article::metadata {

// The people a byline names: without "By", roles, dates, addresses; several of them apart. Empty where it
// names nobody.
std::vector<std::string> authors_in(std::string_view byline);

// Whether a name is written as people's are in full: two to five words, all but particles with a capital.
bool is_full_name(std::string_view name);

// Whether a name says that it is an organisation's: "Harbour Broadcasting Corporation".
bool names_organisation(std::string_view name);

// Lower case, letters and digits only, single spaces: for comparing names and titles.
std::string bare(std::string_view utf8);

// Whether a text is no more than a name of the site, spelled in any way.
bool is_site_name(std::string_view text, const std::vector<std::string>& site_names);

// How much two titles have in common: shared words over the words of the shorter, 0 to 1.
double shared_words(std::string_view a, std::string_view b);

// The same over the words of the longer.
double alike_words(std::string_view a, std::string_view b);

// The words by which the last part of an address's path tells what the page is about
// ("/2024/how-to-sew.html": "how to sew"), or nothing: a single word may be a section or a number.
std::string words_of_address(std::string_view url);

// What stands between the bars and dashes of a title, with what goes before and with what follows; nothing
// where it has none.
std::vector<std::string> title_parts(std::string_view title);

// A title without the name of its site before or behind it ("… | Site", "Site: …"). `site_names` are those
// known of the page, and `headings` what it shows in <h1>: where one of them is a part of the title, that
// part is it.
std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& headings);

// The part of a page's title that stands outermost beside the article's ("Title - Section - Site"): most
// often the site's name. "" where there is none, or where it is too long for a name.
std::string outer_part(std::string_view page_title, std::string_view article_title);

// Whether a text is the name that an address spells: "The Daily Loaf" on dailyloaf.example.
bool is_name_of_host(std::string_view text, const std::vector<std::string>& host_names);

}  // namespace clean_article::metadata
