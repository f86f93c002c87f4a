"""Comments as six engines draw them: made-up readers and sentences, each comment with a mark that no page has.

Owns the markup. Knows nothing of articles, of the program or of where comments are put.
"""

from dataclasses import dataclass

MARK = r"Qzv\d+k"  # finds the marks in a text

BEGINNINGS = (
    "The bus to the harbour",
    "My grandmother's kitchen",
    "What the author calls progress",
    "The second chart",
    "Our school",
    "Anyone who has worked nights",
    "The old railway bridge",
    "This argument",
    "A neighbour of mine",
    "The committee",
)
MIDDLES = (
    "has been promised to us since the last election",
    "was never as simple as that",
    "deserves more than two lines at the end",
    "would look different from the other side of the river",
    "reminds me of a letter that my father kept in his desk",
    "costs more than anybody will admit in public",
    "is the only reason why I still read this page",
    "cannot be measured with a thermometer",
)
ENDS = (
    "and I say so as somebody who voted for it",
    "but thank you for writing about it at all",
    "so please ask the people who clean the place, too",
    "which nobody has answered in three years",
    "and the photographs prove it",
    "though I would love to be wrong",
)
READERS = ("Marit", "old_heron", "Tobias K.", "Jo Penrose", "Ines", "walker61", "D. Okafor", "Lene", "Sami", "Ruth B.")


@dataclass
class Comment:
    number: int
    reader: str
    day: int
    hour: int
    paragraphs: list[str]


def make_comments(count, chance):
    """So many comments of one to four sentences in one or two paragraphs."""

    def sentence():
        return f"{chance.choice(BEGINNINGS)} {chance.choice(MIDDLES)}, {chance.choice(ENDS)}."

    comments = []
    for number in range(count):
        sentences = [sentence() for _ in range(chance.randint(1, 4))] + [f"Qzv{number}k."]
        cut = chance.randint(0, 1) and len(sentences) // 2
        parts = [part for part in (sentences[:cut], sentences[cut:]) if part]
        comments.append(
            Comment(
                number,
                chance.choice(READERS),
                chance.randint(1, 28),
                chance.randint(0, 23),
                [" ".join(part) for part in parts],
            )
        )
    return comments


def paragraphs(comment):
    return "".join(f"<p>{text}</p>" for text in comment.paragraphs)


def wordpress(comments):
    items = "".join(
        f'<li id="comment-{c.number}" class="comment even depth-1"><article class="comment-body">'
        f'<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{c.reader}</b> '
        f'<span class="says">says:</span></div><div class="comment-metadata"><a href="#c"><time>March {c.day}, 2023 at '
        f'{c.hour}:12</time></a></div></footer><div class="comment-content">{paragraphs(c)}</div>'
        '<div class="reply"><a class="comment-reply-link" href="#r">Reply</a></div></article></li>'
        for c in comments
    )
    return (
        f'<div id="comments" class="comments-area"><h2 class="comments-title">{len(comments)} thoughts on this</h2>'
        f'<ol class="comment-list">{items}</ol><div id="respond" class="comment-respond"><h3>Leave a Reply</h3>'
        "<p>Your email address will not be published.</p></div></div>"
    )


def disqus(comments):
    posts = "".join(
        f'<li class="post" id="post-{c.number}"><div class="post-content"><header class="comment__header">'
        f'<span class="post-byline"><span class="author publisher-anchor-color"><a href="#u">{c.reader}</a></span></span>'
        f'<span class="post-meta"><a class="time-ago" title="March {c.day}, 2023">{c.hour} days ago</a></span></header>'
        f'<div class="post-body-inner"><div class="post-message"><div>{paragraphs(c)}</div></div></div>'
        '<footer class="comment__footer"><ul><li class="reply"><a href="#r">Reply</a></li>'
        '<li class="share"><a href="#s">Share</a></li></ul></footer></div></li>'
        for c in comments
    )
    return (
        f'<div id="disqus_thread"><div id="layout"><span class="comment-count">{len(comments)} Comments</span>'
        f'<section id="conversation"><ul id="post-list" class="post-list">{posts}</ul></section></div></div>'
    )


def discourse(comments):
    posts = "".join(
        f'<article class="post" id="post-{c.number}"><a class="post-date" href="#d">{c.hour}d</a>'
        f'<div class="author"><img src="a.png"></div><div class="cooked"><h3 class="username"><a href="#u">{c.reader}</a>'
        f"</h3>{paragraphs(c)}</div></article>"
        for c in comments
    )
    return f'<div id="discourse-comments" class="d-embed"><header><h2>Discussion</h2></header>{posts}</div>'


def blogger(comments):
    items = "".join(
        f'<li class="comment" id="c{c.number}"><div class="comment-block"><div class="comment-header">'
        f'<cite class="user"><a href="#u">{c.reader}</a></cite><span class="datetime secondary-text">'
        f'<a href="#d">{c.day} March 2023 at {c.hour}:05</a></span></div><p class="comment-content">'
        f'{"<br><br>".join(c.paragraphs)}</p><span class="comment-actions"><a href="#r">Reply</a></span></div></li>'
        for c in comments
    )
    return (
        f'<section class="comments" id="comments"><h4>{len(comments)} comments:</h4><div class="comments-content">'
        f'<div id="comment-holder"><div class="comment-thread toplevel-thread"><ol>{items}</ol></div></div></div></section>'
    )


def drupal(comments):
    items = "".join(
        f'<a id="comment-{c.number}"></a><article class="comment js-comment by-anonymous clearfix">'
        f'<footer class="comment__meta"><p class="comment__submitted">Submitted by <span>{c.reader}</span> on '
        f"{c.day} March 2023 - {c.hour}:40</p></footer>"
        '<div class="content"><h3 class="comment__title"><a href="#p">Yes and no</a></h3>'
        f'<div class="field field--name-comment-body field__item">{paragraphs(c)}</div>'
        '<ul class="links inline"><li class="comment-reply"><a href="#r">Reply</a></li></ul></div></article>'
        for c in comments
    )
    return f'<section class="field field--name-comment comment-wrapper"><h2 class="title">Comments</h2>{items}</section>'


def portal(comments):
    items = "".join(
        f'<div class="CommentItem_root__x{c.number % 7}a"><div class="CommentItem_head__q1"><span '
        f'class="CommentItem_author__k2">{c.reader}</span><span class="CommentItem_date__z9">{c.hour} hours ago</span></div>'
        f'<div class="CommentItem_text__p3">{" ".join(c.paragraphs)}</div><button>Like 3</button>'
        '<a class="CommentItem_reply__u8" href="#r">Reply</a></div>'
        for c in comments
    )
    return (
        f'<div class="Comments_section__h4"><div class="Comments_title__b2">Comments ({len(comments)})</div>{items}'
        "<button>Show more comments</button></div>"
    )


ENGINES = {
    "wordpress": wordpress,
    "disqus": disqus,
    "discourse": discourse,
    "blogger": blogger,
    "drupal": drupal,
    "portal": portal,
}
