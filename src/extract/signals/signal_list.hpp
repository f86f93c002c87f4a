// The names and meanings of all signals. A signal is one line here and one line in the file of its group.
#pragma once

// clang-format off
#define CLEAN_ARTICLE_SIGNALS(X) \
  /* The block's own text (text_signals.cpp). */ \
  X(chars, "characters, weighted for CJK") \
  X(words, "words") \
  X(link_density, "share of its text inside links") \
  X(ends_colon, "ends with a colon") \
  X(function_density, "function words per word") \
  X(upper_share, "share of capital letters") \
  X(capital_share, "share of words with a capital") \
  X(cue_density, "their share") \
  X(has_date, "holds a date") \
  X(strong_share, "share in bold") \
  X(code_share, "share in code") \
  X(cue_sign_up, "newsletter words") \
  X(cue_author, "byline words") \
  X(cue_credit, "photo credit words") \
  X(phrases, "how many phrase classes recognise it") \
  X(phrase, "the first of them, -1 for none") \
  X(tag, "its element, by number") \
  X(inner_tag, "the element around its first word, by number") \
  X(kind, "BlockKind") \
  X(level, "heading level or list nesting") \
  X(flags, "BlockFlag bits") \
  X(title_overlap, "likeness to the page title") \
  X(description_overlap, "likeness to the page description") \
  X(duplicates, "blocks of the page with the same text") \
  X(body_overlap, "share of its four-word runs in JSON-LD articleBody, -1 where the page has none") \
  /* Steps up to the nearest element of a category (place_signals.cpp); one for each Category that was found to matter. */ \
  X(near_nav, "<nav>") \
  X(near_header, "<header>") \
  X(near_footer, "<footer>") \
  X(near_aside, "<aside>") \
  X(near_article, "<article>") \
  X(near_main, "<main>") \
  X(near_form, "<form>") \
  X(near_table, "<table>") \
  X(near_row, "<tr>") \
  X(near_item, "<li>") \
  X(near_figure, "<figure>") \
  X(near_figcaption, "<figcaption>") \
  X(near_quote, "<blockquote>") \
  X(near_pre, "<pre>") \
  X(near_button, "<button>") \
  X(near_paragraph, "<p>") \
  X(near_noscript, "<noscript>") \
  X(near_role_navigation, "role=navigation") \
  X(near_role_contentinfo, "role=contentinfo") \
  X(near_role_main, "role=main") \
  X(near_role_dialog, "role=dialog or alertdialog") \
  X(near_hidden, "hidden attribute, display:none or visibility:hidden") \
  X(near_body_property, "itemprop articleBody, text or reviewBody") \
  X(class_near_comment, "comments and replies") \
  X(class_near_nav, "navigation and menus") \
  X(class_near_footer, "page footers and legal lines") \
  X(class_near_hero, "lead-ins: hero, dek, standfirst, excerpt") \
  X(class_near_share, "share and follow bars") \
  X(class_near_modal, "cookie notices, dialogs, overlays") \
  X(class_near_meta, "bylines, dates, info lines") \
  X(class_near_author, "author boxes and profiles") \
  X(class_near_newsletter, "newsletter and sign-up boxes") \
  X(class_near_tags, "tags, categories, labels") \
  X(class_near_product, "product pages") \
  X(class_near_description, "descriptions, details, features, FAQ") \
  X(class_near_card, "cards, tiles, grids, lists") \
  X(class_near_content, "content in general") \
  X(class_near_body, "the body of an article, by the names publishing systems use") \
  X(class_near_caption, "captions, credits, media") \
  X(class_near_hidden, "hidden by a class") \
  X(class_near_box, "boxes beside the text: facts, insets, pull quotes") \
  X(class_near_paywall, "paywalls and prompts to log in") \
  X(class_near_embed, "embedded posts and players") \
  /* Where the block stands (place_signals.cpp). */ \
  X(depth, "depth of its element") \
  X(position_blocks, "share of the page's blocks before it") \
  X(chars_before, "characters before it") \
  X(from_title, "blocks since the title block, -999 without one") \
  X(chars_from_title, "characters since the title block") \
  X(from_first_h1, "blocks since the first h1") \
  X(from_last_h1, "blocks since the last h1") \
  X(from_heading, "blocks since the last heading") \
  X(heading_level, "level of that heading") \
  X(heading_announces, "what that heading announces") \
  X(heading_depth, "depth below it") \
  X(paragraphs_since_heading, "paragraph characters since it") \
  X(from_last_big, "blocks since the last one") \
  X(to_next_big, "to the next one") \
  X(big_before, "share of big paragraphs before it") \
  X(previous1_chars, "characters of the block 1 before") \
  X(previous1_tag, "element: block 1 before") \
  X(previous2_tag, "element: block 2 before") \
  X(next1_chars, "characters of the block 1 behind") \
  X(next1_link_density, "link density of the block 1 behind") \
  X(next1_tag, "element: block 1 behind") \
  X(next2_tag, "element: block 2 behind") \
  X(window2_link_density, "link density within 2 blocks") \
  X(window5_link_density, "link density within 5 blocks") \
  X(window5_paragraph_share, "share of paragraph text within 5 blocks") \
  X(window12_paragraph_chars, "paragraph characters within 12 blocks") \
  /* Its ancestors 1, 2, 3, 4 and 6 levels up (ancestor_signals.cpp). */ \
  X(up1_average, "characters per block, 1 up") \
  X(up1_paragraph_share, "share of the page's paragraph text, 1 up") \
  X(up1_repeats, "siblings that look alike, 1 up") \
  X(up2_share, "share of the page's text, 2 up") \
  X(up2_link_density, "link density, 2 up") \
  X(up2_paragraph_share, "share of the page's paragraph text, 2 up") \
  X(up3_share, "share of the page's text, 3 up") \
  X(up3_link_density, "link density, 3 up") \
  X(up3_paragraph_share, "share of the page's paragraph text, 3 up") \
  X(up4_paragraph_share, "share of the page's paragraph text, 4 up") \
  X(up6_link_density, "link density, 6 up") \
  X(up6_average, "characters per block, 6 up") \
  X(most_repeats, "most look-alike siblings among its ancestors") \
  /* Membership of the deepest element that holds a share of the paragraph text (mass_signals.cpp). */ \
  X(mass30_above, "levels from it up to the common ancestor (30 %)") \
  X(mass30_share, "its share of the page's text (30 %)") \
  X(mass30_from_start, "blocks since its first (30 %)") \
  X(mass30_from_end, "blocks since its last (30 %)") \
  X(mass50_above, "levels from it up to the common ancestor (50 %)") \
  X(mass50_share, "its share of the page's text (50 %)") \
  X(mass50_from_end, "blocks since its last (50 %)") \
  X(mass70_above, "levels from it up to the common ancestor (70 %)") \
  X(mass70_from_end, "blocks since its last (70 %)") \
  X(mass85_above, "levels from it up to the common ancestor (85 %)") \
  X(mass85_from_end, "blocks since its last (85 %)") \
  X(mass95_above, "levels from it up to the common ancestor (95 %)") \
  X(mass95_share, "its share of the page's text (95 %)") \
  X(mass95_from_start, "blocks since its first (95 %)") \
  X(mass95_from_end, "blocks since its last (95 %)") \
  X(holder_inside, "stands inside the best element by paragraph score") \
  X(holder_best_above, "best score among its ancestors, relative") \
  X(holder_parent, "score of its parent, relative") \
  X(holder_share, "the best element's share of the page's text") \
  /* Blocks that look alike (group_signals.cpp): by own and parent signature, and by two more. */ \
  X(pair_size, "how many") \
  X(pair_average, "their average length") \
  X(pair_link_density, "their link density") \
  X(pair_share, "their share of the page's text") \
  X(pair_paragraph_share, "their share of its paragraph text") \
  X(pair_function_density, "function words per word") \
  X(pair_sentences, "share that end like sentences") \
  X(pair_variation, "spread of their lengths") \
  X(pair_span, "share of the page between first and last") \
  X(path_size, "how many") \
  X(path_average, "their average length") \
  X(path_link_density, "their link density") \
  X(path_share, "their share of the page's text") \
  X(path_paragraph_share, "their share of its paragraph text") \
  X(path_function_density, "function words per word") \
  X(path_sentences, "share that end like sentences") \
  X(path_variation, "spread of their lengths") \
  X(path_span, "share of the page between first and last") \
  X(pair_relative, "paragraph text relative to the largest group") \
  X(titles_so_far, "blocks so far that look like the title") \
  X(from_main_first, "blocks since the first of the main group") \
  X(from_main_last, "blocks since its last") \
  X(grandparent_relative, "the same two up") \
  /* What was seen since the title (sequence_signals.cpp). */ \
  X(class_seen_share_since, "blocks since the last of share bars") \
  X(class_seen_share_prose, "paragraph characters since share bars") \
  X(class_seen_related_runs, "runs of related areas so far") \
  X(class_seen_related_since, "blocks since the last of related areas") \
  X(class_seen_comment_since, "blocks since the last of comment areas") \
  X(class_seen_author_runs, "runs of author boxes so far") \
  X(seen_form_since, "blocks since the last of forms") \
  X(seen_links_runs, "runs of runs of links so far") \
  X(seen_links_since, "blocks since the last of runs of links") \
  X(class_seen_pager_since, "blocks since the last of pagers") \
  X(seen_date_since, "blocks since the last of date lines") \
  X(class_seen_footer_runs, "runs of footers so far") \
  X(class_seen_footer_since, "blocks since the last of footers") \
  X(class_seen_footer_prose, "paragraph characters since footers") \
  X(told_related_since, "blocks since one that announced: related") \
  X(told_related_prose, "paragraph characters since: related") \
  X(told_comments_since, "blocks since one that announced: comments") \
  X(told_comments_prose, "paragraph characters since: comments") \
  X(told_sign_up_since, "blocks since one that announced: newsletter") \
  X(told_sign_up_prose, "paragraph characters since: newsletter") \
  X(prose_since_title, "paragraph characters since the title") \
  X(prose_left, "paragraph characters behind it") \
  X(article_relative, "its paragraph text relative to the largest") \
  X(articles, "how many <article>") \
  X(h1_count, "h1 so far") \
  /* The region a block lies in, seen from two anchors (region_signals.cpp): the title block and the element with most paragraph text. The region is the child, on the block's side, of the lowest common ancestor. */ \
  X(title_up, "levels from the anchor to the common ancestor (title)") \
  X(title_down, "levels from there to the block (title)") \
  X(title_prose_relative, "paragraph text relative to the anchor's (title)") \
  X(title_chars_relative, "characters relative to the anchor's (title)") \
  X(title_blocks, "blocks (title)") \
  X(title_link_density, "link density (title)") \
  X(title_average_paragraph, "characters per paragraph (title)") \
  X(title_headings, "headings (title)") \
  X(title_linked_headings, "headings that are links (title)") \
  X(title_sentences, "share of long blocks that end like sentences (title)") \
  X(title_link_blocks, "share of blocks that are links (title)") \
  X(title_short_blocks, "share of short blocks (title)") \
  X(title_gap, "blocks between it and the anchor, signed (title)") \
  X(title_gap_chars, "characters between (title)") \
  X(title_prose_before, "share of paragraph text before it (title)") \
  X(title_mass_relative, "paragraph text relative to the anchor's side (title)") \
  X(anchor_down, "levels from there to the block (main text)") \
  X(anchor_chars, "characters (main text)") \
  X(anchor_chars_relative, "characters relative to the anchor's (main text)") \
  X(anchor_blocks, "blocks (main text)") \
  X(anchor_link_density, "link density (main text)") \
  X(anchor_prose, "share of paragraph text (main text)") \
  X(anchor_dates, "date lines (main text)") \
  X(anchor_sentences, "share of long blocks that end like sentences (main text)") \
  X(anchor_link_blocks, "share of blocks that are links (main text)") \
  X(anchor_short_blocks, "share of short blocks (main text)") \
  X(anchor_heading_density, "headings per paragraph (main text)") \
  X(anchor_related, "related announcements (main text)") \
  X(anchor_comments, "comment announcements (main text)") \
  X(anchor_repeats, "siblings that look alike (main text)") \
  X(anchor_gap, "blocks between it and the anchor, signed (main text)") \
  X(anchor_images, "images (main text)") \
  X(anchor_image_density, "images per paragraph (main text)") \
  X(anchor_has_title, "holds the title (main text)") \
  X(anchor_same_signature, "looks like the anchor's side (main text)") \
  X(anchor_mass_relative, "paragraph text relative to the anchor's side (main text)") \
  /* Lists, images, prompts, boxes (list_signals.cpp). */ \
  X(image_element_blocks, "blocks in the smallest ancestor that holds an image") \
  X(image_element_chars, "characters there") \
  X(image_element_up, "levels up to it") \
  X(image_element_images, "images in it") \
  X(list_average, "characters per block there") \
  X(list_link_density, "its link density") \
  X(list_after_colon, "the block before it ends with a colon") \
  X(list_after_heading, "the block before it is a heading") \
  X(box_blocks, "blocks of the child of the main text's element that it lies in, 0 for a direct child, -1 outside") \
  /* What the page says or builds more than once (repeat_signals.cpp). */ \
  X(copies_earlier, "share of its four-word runs that stand earlier on the page, too") \
  X(copies_later, "share that stand later") \
  X(copies_since, "blocks back to where the nearest of these stood first, -1 without") \
  X(card_chars, "characters in the most repeated ancestor") \
  X(card_place, "blocks of it before this one") \
  X(cards_share, "share of the page's characters in all such cards, were they of one size") \
  /* The whole page (page_signals.cpp); the same for all its blocks. */ \
  X(page_chars, "characters") \
  X(page_blocks, "blocks") \
  X(page_link_density, "link density") \
  X(page_paragraph_chars, "paragraph characters") \
  X(page_paragraphs, "paragraphs") \
  X(page_prose, "share of paragraph text") \
  X(page_function_density, "function words per word") \
  X(page_prices, "blocks with a price") \
  X(page_date_share, "share of blocks with a date") \
  X(page_articles, "<article>") \
  X(page_h2, "<h2>") \
  X(page_sections, "<section>") \
  X(page_items, "<li>") \
  X(page_p, "<p>") \
  X(class_page_comment, "share of elements with classes of: comment") \
  X(class_page_post, "share of elements with classes of: post") \
  X(class_page_product, "share of elements with classes of: product") \
  X(class_page_price, "share of elements with classes of: price") \
  X(class_page_card, "share of elements with classes of: card") \
  X(class_page_review, "share of elements with classes of: review") \
  X(class_page_sidebar, "share of elements with classes of: sidebar") \
  X(class_page_body, "share of elements with classes of: article body") \
  X(page_og_article, "og:type says article") \
  X(page_og_product, "og:type says product") \
  X(page_type_article, "JSON-LD: article") \
  X(page_type_product, "JSON-LD: product") \
  X(page_type_forum, "JSON-LD: forum") \
  X(page_type_question, "JSON-LD: question page") \
  X(page_type_faq, "JSON-LD: FAQ") \
  X(page_has_article_body, "JSON-LD holds an articleBody")
// clang-format on
