// The names and meanings of all signals, and how --explain says what one saw (signal_words.hpp). A signal is
// one line here and one line in the file of its group.
#pragma once

// clang-format off
#define CLEAN_ARTICLE_SIGNALS(X) \
  /* The block's own text (text_signals.cpp). */ \
  X(chars, "characters, weighted for CJK", count("character(s) long")) \
  X(words, "words", count("word(s) long")) \
  X(link_density, "share of its text inside links", percent("of it is links")) \
  X(ends_colon, "ends with a colon", flag("ends with a colon")) \
  X(function_density, "function words per word", percent("of its words are the small words of running text")) \
  X(upper_share, "share of capital letters", percent("of its letters are capitals")) \
  X(capital_share, "share of words with a capital", unsaid()) \
  X(cue_density, "their share", percent("of its words are menu words")) \
  X(has_date, "holds a date", flag("holds a date")) \
  X(strong_share, "share in bold", percent("of it is bold")) \
  X(code_share, "share in code", percent("of it is code")) \
  X(cue_sign_up, "newsletter words", flag("speaks of a newsletter")) \
  X(cue_author, "byline words", flag("reads like a byline")) \
  X(cue_credit, "photo credit words", flag("reads like a photo credit")) \
  X(phrases, "how many phrase classes recognise it", unsaid()) \
  X(phrase, "the first of them, -1 for none", unsaid()) \
  X(tag, "its element, by number", element("stands in")) \
  X(inner_tag, "the element around its first word, by number", element("its first word is in")) \
  X(kind, "BlockKind", unsaid()) \
  X(level, "heading level or list nesting", unsaid()) \
  X(flags, "BlockFlag bits", unsaid()) \
  X(title_overlap, "likeness to the page title", percent("like the title")) \
  X(description_overlap, "likeness to the page description", percent("like the page's description")) \
  X(duplicates, "blocks of the page with the same text", count("time(s) on the page")) \
  X(body_overlap, "share of its four-word runs in JSON-LD articleBody, -1 where the page has none", percent("of it is in the declared text of the article")) \
  /* Steps up to the nearest element of a category (place_signals.cpp); one for each Category that was found to matter. */ \
  X(near_nav, "<nav>", inside("the navigation")) \
  X(near_header, "<header>", inside("a header")) \
  X(near_footer, "<footer>", inside("the footer")) \
  X(near_aside, "<aside>", inside("an aside")) \
  X(near_article, "<article>", within("an <article>")) \
  X(near_main, "<main>", within("the <main> part")) \
  X(near_form, "<form>", inside("a form")) \
  X(near_table, "<table>", inside("a table")) \
  X(near_row, "<tr>", inside("a table row")) \
  X(near_item, "<li>", inside("a list item")) \
  X(near_figure, "<figure>", inside("a figure")) \
  X(near_figcaption, "<figcaption>", inside("a caption")) \
  X(near_quote, "<blockquote>", inside("a quote")) \
  X(near_pre, "<pre>", inside("preformatted text")) \
  X(near_button, "<button>", inside("a button")) \
  X(near_paragraph, "<p>", within("a paragraph")) \
  X(near_noscript, "<noscript>", inside("a <noscript>")) \
  X(near_role_navigation, "role=navigation", inside("an area with the role of navigation")) \
  X(near_role_contentinfo, "role=contentinfo", inside("an area with the role of a page footer")) \
  X(near_role_main, "role=main", within("the area with the role of main content")) \
  X(near_role_dialog, "role=dialog or alertdialog", inside("a dialog")) \
  X(near_hidden, "hidden attribute, display:none or visibility:hidden", inside("a hidden element")) \
  X(near_body_property, "itemprop articleBody, text or reviewBody", within("an element declared as the article's text")) \
  X(class_near_comment, "comments and replies", inside("comments, by its class")) \
  X(class_near_nav, "navigation and menus", inside("a menu, by its class")) \
  X(class_near_footer, "page footers and legal lines", inside("a page footer, by its class")) \
  X(class_near_hero, "lead-ins: hero, dek, standfirst, excerpt", inside("a lead-in, by its class")) \
  X(class_near_share, "share and follow bars", inside("a share bar, by its class")) \
  X(class_near_modal, "cookie notices, dialogs, overlays", inside("a dialog or notice, by its class")) \
  X(class_near_meta, "bylines, dates, info lines", inside("a byline or date line, by its class")) \
  X(class_near_author, "author boxes and profiles", inside("an author box, by its class")) \
  X(class_near_newsletter, "newsletter and sign-up boxes", inside("a newsletter box, by its class")) \
  X(class_near_tags, "tags, categories, labels", inside("a row of tags, by its class")) \
  X(class_near_product, "product pages", inside("a product, by its class")) \
  X(class_near_description, "descriptions, details, features, FAQ", inside("a description or list of details, by its class")) \
  X(class_near_card, "cards, tiles, grids, lists", inside("a card or tile, by its class")) \
  X(class_near_content, "content in general", within("content, by its class")) \
  X(class_near_body, "the body of an article, by the names publishing systems use", within("the body of an article, by its class")) \
  X(class_near_caption, "captions, credits, media", inside("a caption or media element, by its class")) \
  X(class_near_hidden, "hidden by a class", inside("something hidden, by its class")) \
  X(class_near_box, "boxes beside the text: facts, insets, pull quotes", inside("a box beside the text, by its class")) \
  X(class_near_paywall, "paywalls and prompts to log in", inside("a paywall, by its class")) \
  X(class_near_embed, "embedded posts and players", inside("an embedded post or player, by its class")) \
  /* Where the block stands (place_signals.cpp). */ \
  X(depth, "depth of its element", unsaid()) \
  X(position_blocks, "share of the page's blocks before it", unsaid()) \
  X(chars_before, "characters before it", unsaid()) \
  X(from_title, "blocks since the title block, -999 without one", after("the title")) \
  X(chars_from_title, "characters since the title block", unsaid()) \
  X(from_first_h1, "blocks since the first h1", after("the first main heading")) \
  X(from_last_h1, "blocks since the last h1", after("the last main heading")) \
  X(from_heading, "blocks since the last heading", after("its heading")) \
  X(heading_level, "level of that heading", unsaid()) \
  X(heading_announces, "what that heading announces", flag("under a heading over other things")) \
  X(heading_depth, "depth below it", unsaid()) \
  X(paragraphs_since_heading, "paragraph characters since it", unsaid()) \
  X(from_last_big, "blocks since the last one", after("the last long paragraph")) \
  X(to_next_big, "to the next one", before("the next long paragraph")) \
  X(big_before, "share of big paragraphs before it", unsaid()) \
  X(previous1_chars, "characters of the block 1 before", unsaid()) \
  X(previous1_tag, "element: block 1 before", unsaid()) \
  X(previous2_tag, "element: block 2 before", unsaid()) \
  X(next1_chars, "characters of the block 1 behind", unsaid()) \
  X(next1_link_density, "link density of the block 1 behind", percent("of the next block is links")) \
  X(next1_tag, "element: block 1 behind", unsaid()) \
  X(next2_tag, "element: block 2 behind", unsaid()) \
  X(window2_link_density, "link density within 2 blocks", percent("of what is within 2 blocks is links")) \
  X(window5_link_density, "link density within 5 blocks", percent("of what is within 5 blocks is links")) \
  X(window5_paragraph_share, "share of paragraph text within 5 blocks", percent("of what is within 5 blocks is paragraphs")) \
  X(window12_paragraph_chars, "paragraph characters within 12 blocks", unsaid()) \
  /* Its ancestors 1, 2, 3, 4 and 6 levels up (ancestor_signals.cpp). */ \
  X(up1_average, "characters per block, 1 up", unsaid()) \
  X(up1_paragraph_share, "share of the page's paragraph text, 1 up", unsaid()) \
  X(up1_repeats, "siblings that look alike, 1 up", unsaid()) \
  X(up2_share, "share of the page's text, 2 up", unsaid()) \
  X(up2_link_density, "link density, 2 up", percent("of the element 2 levels up is links")) \
  X(up2_paragraph_share, "share of the page's paragraph text, 2 up", unsaid()) \
  X(up3_share, "share of the page's text, 3 up", unsaid()) \
  X(up3_link_density, "link density, 3 up", percent("of the element 3 levels up is links")) \
  X(up3_paragraph_share, "share of the page's paragraph text, 3 up", unsaid()) \
  X(up4_paragraph_share, "share of the page's paragraph text, 4 up", unsaid()) \
  X(up6_link_density, "link density, 6 up", percent("of the element 6 levels up is links")) \
  X(up6_average, "characters per block, 6 up", unsaid()) \
  X(most_repeats, "most look-alike siblings among its ancestors", count("element(s) look like the one it is in")) \
  /* Membership of the deepest element that holds a share of the paragraph text (mass_signals.cpp). */ \
  X(mass30_above, "levels from it up to the common ancestor (30 %)", unsaid()) \
  X(mass30_share, "its share of the page's text (30 %)", unsaid()) \
  X(mass30_from_start, "blocks since its first (30 %)", unsaid()) \
  X(mass30_from_end, "blocks since its last (30 %)", unsaid()) \
  X(mass50_above, "levels from it up to the common ancestor (50 %)", outside("the densest part of the text")) \
  X(mass50_share, "its share of the page's text (50 %)", unsaid()) \
  X(mass50_from_end, "blocks since its last (50 %)", unsaid()) \
  X(mass70_above, "levels from it up to the common ancestor (70 %)", outside("the main text")) \
  X(mass70_from_end, "blocks since its last (70 %)", after("the end of the main text")) \
  X(mass85_above, "levels from it up to the common ancestor (85 %)", outside("the main text")) \
  X(mass85_from_end, "blocks since its last (85 %)", after("the end of the main text")) \
  X(mass95_above, "levels from it up to the common ancestor (95 %)", outside("the main text")) \
  X(mass95_share, "its share of the page's text (95 %)", unsaid()) \
  X(mass95_from_start, "blocks since its first (95 %)", after("the start of the main text")) \
  X(mass95_from_end, "blocks since its last (95 %)", after("the end of the main text")) \
  X(holder_inside, "stands inside the best element by paragraph score", flag("inside the element with most text", "outside of the element with most text")) \
  X(holder_best_above, "best score among its ancestors, relative", unsaid()) \
  X(holder_parent, "score of its parent, relative", unsaid()) \
  X(holder_share, "the best element's share of the page's text", unsaid()) \
  /* Blocks that look alike (group_signals.cpp): by own and parent signature, and by two more. */ \
  X(pair_size, "how many", unsaid()) \
  X(pair_average, "their average length", unsaid()) \
  X(pair_link_density, "their link density", percent("of the blocks of its kind is links")) \
  X(pair_share, "their share of the page's text", unsaid()) \
  X(pair_paragraph_share, "their share of its paragraph text", unsaid()) \
  X(pair_function_density, "function words per word", unsaid()) \
  X(pair_sentences, "share that end like sentences", percent("of the blocks of its kind end like sentences")) \
  X(pair_variation, "spread of their lengths", unsaid()) \
  X(pair_span, "share of the page between first and last", unsaid()) \
  X(path_size, "how many", count("block(s) look just like it")) \
  X(path_average, "their average length", unsaid()) \
  X(path_link_density, "their link density", percent("of the blocks just like it is links")) \
  X(path_share, "their share of the page's text", unsaid()) \
  X(path_paragraph_share, "their share of its paragraph text", unsaid()) \
  X(path_function_density, "function words per word", unsaid()) \
  X(path_sentences, "share that end like sentences", percent("of the blocks just like it end like sentences")) \
  X(path_variation, "spread of their lengths", unsaid()) \
  X(path_span, "share of the page between first and last", unsaid()) \
  X(pair_relative, "paragraph text relative to the largest group", unsaid()) \
  X(titles_so_far, "blocks so far that look like the title", unsaid()) \
  X(from_main_first, "blocks since the first of the main group", after("the first of the main paragraphs")) \
  X(from_main_last, "blocks since its last", after("the last of the main paragraphs")) \
  X(grandparent_relative, "the same two up", unsaid()) \
  /* What was seen since the title (sequence_signals.cpp). */ \
  X(class_seen_share_since, "blocks since the last of share bars", after("a share bar")) \
  X(class_seen_share_prose, "paragraph characters since share bars", unsaid()) \
  X(class_seen_related_runs, "runs of related areas so far", unsaid()) \
  X(class_seen_related_since, "blocks since the last of related areas", after("an area of related links")) \
  X(class_seen_comment_since, "blocks since the last of comment areas", after("the comments")) \
  X(class_seen_author_runs, "runs of author boxes so far", unsaid()) \
  X(seen_form_since, "blocks since the last of forms", after("a form")) \
  X(seen_links_runs, "runs of runs of links so far", unsaid()) \
  X(seen_links_since, "blocks since the last of runs of links", after("a run of links")) \
  X(class_seen_pager_since, "blocks since the last of pagers", after("page links")) \
  X(seen_date_since, "blocks since the last of date lines", after("a date line")) \
  X(class_seen_footer_runs, "runs of footers so far", unsaid()) \
  X(class_seen_footer_since, "blocks since the last of footers", after("a footer")) \
  X(class_seen_footer_prose, "paragraph characters since footers", unsaid()) \
  X(told_related_since, "blocks since one that announced: related", after("a heading over other stories")) \
  X(told_related_prose, "paragraph characters since: related", unsaid()) \
  X(told_comments_since, "blocks since one that announced: comments", after("a heading over comments")) \
  X(told_comments_prose, "paragraph characters since: comments", unsaid()) \
  X(told_sign_up_since, "blocks since one that announced: newsletter", after("a call to sign up")) \
  X(told_sign_up_prose, "paragraph characters since: newsletter", unsaid()) \
  X(prose_since_title, "paragraph characters since the title", unsaid()) \
  X(prose_left, "paragraph characters behind it", unsaid()) \
  X(article_relative, "its paragraph text relative to the largest", unsaid()) \
  X(articles, "how many <article>", unsaid()) \
  X(h1_count, "h1 so far", unsaid()) \
  /* The region a block lies in, seen from two anchors (region_signals.cpp): the title block and the element with most paragraph text. The region is the child, on the block's side, of the lowest common ancestor. */ \
  X(title_up, "levels from the anchor to the common ancestor (title)", unsaid()) \
  X(title_down, "levels from there to the block (title)", unsaid()) \
  X(title_prose_relative, "paragraph text relative to the anchor's (title)", unsaid()) \
  X(title_chars_relative, "characters relative to the anchor's (title)", unsaid()) \
  X(title_blocks, "blocks (title)", unsaid()) \
  X(title_link_density, "link density (title)", percent("of its part of the page is links")) \
  X(title_average_paragraph, "characters per paragraph (title)", unsaid()) \
  X(title_headings, "headings (title)", unsaid()) \
  X(title_linked_headings, "headings that are links (title)", count("linked heading(s) in its part of the page")) \
  X(title_sentences, "share of long blocks that end like sentences (title)", percent("of the long blocks in its part of the page end like sentences")) \
  X(title_link_blocks, "share of blocks that are links (title)", percent("of the blocks in its part of the page are links")) \
  X(title_short_blocks, "share of short blocks (title)", percent("of the blocks in its part of the page are short")) \
  X(title_gap, "blocks between it and the anchor, signed (title)", after("the title")) \
  X(title_gap_chars, "characters between (title)", unsaid()) \
  X(title_prose_before, "share of paragraph text before it (title)", unsaid()) \
  X(title_mass_relative, "paragraph text relative to the anchor's side (title)", unsaid()) \
  X(anchor_down, "levels from there to the block (main text)", unsaid()) \
  X(anchor_chars, "characters (main text)", unsaid()) \
  X(anchor_chars_relative, "characters relative to the anchor's (main text)", unsaid()) \
  X(anchor_blocks, "blocks (main text)", unsaid()) \
  X(anchor_link_density, "link density (main text)", percent("of its part of the page is links")) \
  X(anchor_prose, "share of paragraph text (main text)", unsaid()) \
  X(anchor_dates, "date lines (main text)", count("date line(s) in its part of the page")) \
  X(anchor_sentences, "share of long blocks that end like sentences (main text)", percent("of the long blocks in its part of the page end like sentences")) \
  X(anchor_link_blocks, "share of blocks that are links (main text)", percent("of the blocks in its part of the page are links")) \
  X(anchor_short_blocks, "share of short blocks (main text)", percent("of the blocks in its part of the page are short")) \
  X(anchor_heading_density, "headings per paragraph (main text)", unsaid()) \
  X(anchor_related, "related announcements (main text)", count("heading(s) over other stories in its part of the page")) \
  X(anchor_comments, "comment announcements (main text)", count("heading(s) over comments in its part of the page")) \
  X(anchor_repeats, "siblings that look alike (main text)", unsaid()) \
  X(anchor_gap, "blocks between it and the anchor, signed (main text)", after("the main text")) \
  X(anchor_images, "images (main text)", unsaid()) \
  X(anchor_image_density, "images per paragraph (main text)", unsaid()) \
  X(anchor_has_title, "holds the title (main text)", flag("in the same part as the title", "in another part than the title")) \
  X(anchor_same_signature, "looks like the anchor's side (main text)", flag("in a part like the main text's")) \
  X(anchor_mass_relative, "paragraph text relative to the anchor's side (main text)", unsaid()) \
  /* Lists, images, prompts, boxes (list_signals.cpp). */ \
  X(image_element_blocks, "blocks in the smallest ancestor that holds an image", unsaid()) \
  X(image_element_chars, "characters there", unsaid()) \
  X(image_element_up, "levels up to it", unsaid()) \
  X(image_element_images, "images in it", unsaid()) \
  X(list_average, "characters per block there", unsaid()) \
  X(list_link_density, "its link density", percent("of its list is links")) \
  X(list_after_colon, "the block before it ends with a colon", flag("its list follows a colon")) \
  X(list_after_heading, "the block before it is a heading", flag("its list follows a heading")) \
  X(box_blocks, "blocks of the child of the main text's element that it lies in, 0 for a direct child, -1 outside", box()) \
  /* What the page says or builds more than once (repeat_signals.cpp). */ \
  X(copies_earlier, "share of its four-word runs that stand earlier on the page, too", percent("of it was said before on the page")) \
  X(copies_later, "share that stand later", unsaid()) \
  X(copies_since, "blocks back to where the nearest of these stood first, -1 without", after("the same words")) \
  X(card_chars, "characters in the most repeated ancestor", unsaid()) \
  X(card_place, "blocks of it before this one", unsaid()) \
  X(cards_share, "share of the page's characters in all such cards, were they of one size", percent("of the page is such cards")) \
  /* The whole page (page_signals.cpp); the same for all its blocks. */ \
  X(page_chars, "characters", unsaid()) \
  X(page_blocks, "blocks", unsaid()) \
  X(page_link_density, "link density", unsaid()) \
  X(page_paragraph_chars, "paragraph characters", unsaid()) \
  X(page_paragraphs, "paragraphs", unsaid()) \
  X(page_prose, "share of paragraph text", unsaid()) \
  X(page_function_density, "function words per word", unsaid()) \
  X(page_prices, "blocks with a price", unsaid()) \
  X(page_date_share, "share of blocks with a date", unsaid()) \
  X(page_articles, "<article>", unsaid()) \
  X(page_h2, "<h2>", unsaid()) \
  X(page_sections, "<section>", unsaid()) \
  X(page_items, "<li>", unsaid()) \
  X(page_p, "<p>", unsaid()) \
  X(class_page_comment, "share of elements with classes of: comment", unsaid()) \
  X(class_page_post, "share of elements with classes of: post", unsaid()) \
  X(class_page_product, "share of elements with classes of: product", unsaid()) \
  X(class_page_price, "share of elements with classes of: price", unsaid()) \
  X(class_page_card, "share of elements with classes of: card", unsaid()) \
  X(class_page_review, "share of elements with classes of: review", unsaid()) \
  X(class_page_sidebar, "share of elements with classes of: sidebar", unsaid()) \
  X(class_page_body, "share of elements with classes of: article body", unsaid()) \
  X(page_og_article, "og:type says article", unsaid()) \
  X(page_og_product, "og:type says product", unsaid()) \
  X(page_type_article, "JSON-LD: article", unsaid()) \
  X(page_type_product, "JSON-LD: product", unsaid()) \
  X(page_type_forum, "JSON-LD: forum", unsaid()) \
  X(page_type_question, "JSON-LD: question page", unsaid()) \
  X(page_type_faq, "JSON-LD: FAQ", unsaid()) \
  X(page_has_article_body, "JSON-LD holds an articleBody", unsaid())
// clang-format on
