#include "metadata/readers/person_names.hpp"

#include "catch.hpp"

using namespace clean_article::metadata;
using Names = std::vector<std::string>;

TEST_CASE("A byline names its people") {
  CHECK(authors_in("By Maud Penhallow") == Names{"Maud Penhallow"});
  CHECK(authors_in("von Jörg Müller und Anna Öst") == Names{"Jörg Müller", "Anna Öst"});
  CHECK(authors_in("Par Zoé Blanc, Luc Noir et Max Gris") == Names{"Zoé Blanc", "Luc Noir", "Max Gris"});
  CHECK(authors_in("Written by: Ada Stone & Tom O'Neil") == Names{"Ada Stone", "Tom O'Neil"});
  CHECK(authors_in("MAUD PENHALLOW") == Names{"Maud Penhallow"});
  CHECK(authors_in("文：王小明") == Names{"王小明"});
}

TEST_CASE("Roles, dates and addresses are no names") {
  CHECK(authors_in("By Maud Penhallow, Staff Writer") == Names{"Maud Penhallow"});
  CHECK(authors_in("By Maud Penhallow, PhD") == Names{"Maud Penhallow"});
  CHECK(authors_in("Maud Penhallow | May 17, 2024") == Names{"Maud Penhallow"});
  CHECK(authors_in("Maud Penhallow on 17 May 2024") == Names{"Maud Penhallow"});
  CHECK(authors_in("Maud Penhallow May 17, 2024") == Names{"Maud Penhallow"});
  CHECK(authors_in("Maud Penhallow Updated 3 days ago") == Names{"Maud Penhallow"});
  CHECK(authors_in("https://example.org/maud").empty());
  CHECK(authors_in("maud@example.org").empty());
  CHECK(authors_in("admin").empty());
  CHECK(authors_in("").empty());
}

TEST_CASE("A byline may begin with its date, and name a degree or a role") {
  CHECK(authors_in("17 May 2024 · Maud Penhallow") == Names{"Maud Penhallow"});
  CHECK(authors_in("August 28, 2025 | 5 min read").empty());
  CHECK(authors_in("December 28").empty());
  CHECK(authors_in("May Penhallow") == Names{"May Penhallow"});
  CHECK(authors_in("Maud Penhallow, MD, FOMA; Tom Stone, DVM") == Names{"Maud Penhallow", "Tom Stone"});
  CHECK(authors_in("This post was written by Maud Penhallow, Head of Flour and Water") ==
        Names{"Maud Penhallow"});
  CHECK(authors_in("Maud (Loaf) Penhallow") == Names{"Maud (Loaf) Penhallow"});
  CHECK(authors_in("Maud Penhallow (The Daily Loaf)") == Names{"Maud Penhallow"});
  CHECK(authors_in("Maud Penhallow <maud at example dot org>") == Names{"Maud Penhallow"});
  CHECK(authors_in("Contributors to the loaf project") == Names{"Contributors to the loaf project"});
}

TEST_CASE("Full names have two words or more, with capitals") {
  CHECK(is_full_name("Maud Penhallow"));
  CHECK(is_full_name("Maud van der Penhallow"));
  CHECK_FALSE(is_full_name("MaudP"));
  CHECK_FALSE(is_full_name("see all loaves"));
  CHECK_FALSE(is_full_name("21 Loaves"));
  CHECK_FALSE(is_full_name(""));
}

TEST_CASE("Particles are parts of names") {
  CHECK(authors_in("Angel Di Maria") == Names{"Angel Di Maria"});
  CHECK(authors_in("De Niro Smith") == Names{"De Niro Smith"});
}

TEST_CASE("Titles lose the site's name and nothing else") {
  const Names site = {"The Daily Loaf", "dailyloaf.example", "dailyloaf"};
  CHECK(without_site_name("Bread rises | The Daily Loaf", site, {}) == "Bread rises");
  CHECK(without_site_name("The Daily Loaf: Bread rises", site, {}) == "Bread rises");
  CHECK(without_site_name("Bread rises - News - The Daily Loaf", site, {}) == "Bread rises - News");
  CHECK(without_site_name("Bread rises - News - The Daily Loaf", site, {"Bread rises"}) == "Bread rises");
  CHECK(without_site_name("Bread: a history", site, {}) == "Bread: a history");
  CHECK(without_site_name("Bread - a history", site, {}) == "Bread - a history");
  CHECK(without_site_name("The Daily Loaf", site, {}) == "The Daily Loaf");
  CHECK(without_site_name("rising [Zymurgy Notes]", site, {}) == "rising");
  CHECK(without_site_name("Bread rises [dailyloaf]", site, {}) == "Bread rises");
  CHECK(without_site_name("Bread rises [Video]", site, {}) == "Bread rises [Video]");
  CHECK(without_site_name("Why we - all - bake", site, {"Why we - all - bake"}) == "Why we - all - bake");
  // The site's name in the heading of every page does not make it the title.
  CHECK(without_site_name("Bread rises - The Daily Loaf", site, {"The Daily Loaf"}) == "Bread rises");
  // Forums name the board beside the topic, or what the page is.
  CHECK(without_site_name("Does rye rise? / Baking / The Daily Loaf", site, {}) == "Does rye rise?");
  CHECK(without_site_name("Rye / wheat", site, {}) == "Rye / wheat");
  CHECK(without_site_name("The Daily Loaf • View topic - Does rye rise?", site, {}) == "Does rye rise?");
}

TEST_CASE("An address tells in words what its page is about") {
  CHECK(words_of_address("https://a.example/2024/how-to-sew.html?from=mail") == "how to sew");
  CHECK(words_of_address("https://a.example/r/1rl0nt4/cast_iron_pan/") == "cast iron pan");
  CHECK(words_of_address("https://a.example/news/4711-2") == "");
  CHECK(words_of_address("https://a.example/") == "");
  CHECK(words_of_address("") == "");
}

TEST_CASE("A title's parts lie between its bars and dashes") {
  CHECK(title_parts("A brief start • Maud Penhallow") == Names{"A brief start", "Maud Penhallow"});
  CHECK(title_parts("Bread: a history").empty());
  CHECK(title_parts("Bread").empty());
}

TEST_CASE("Bare words compare what is spelled differently") {
  CHECK(bare("  “Don’t” – stop!  ") == "dont stop");
  CHECK(shared_words("Bread rises again", "bread RISES") == 1.0);
  CHECK(shared_words("Bread", "Milk") == 0.0);
  CHECK(alike_words("Bread rises", "bread") == 0.5);
}
