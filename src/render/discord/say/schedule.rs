//! What is posted by itself; Markdown.

crate::locale::sentences! { "schedule":
    none();
    no_such();
    not_a_time();
    no_such_zone(zone: text);
    no_such_place();
    no_chapters();
    may_not_post();
    too_many(most: count);
    portion(words: count, title: text);
    passage(title: text);
    all_open();
    every_day(clock: text, zone: text);
    weekdays(clock: text, zone: text);
    made(what: text, when: text, moment: text);
    closed();
    open(chapter: number);
    tested();
    line(id: number, channel: number, what: text, when: text, next: text);
    text_missing(what: text);
    gate_along(when: text);
    next_at(moment: text);
    paused();
    no_access();
    channel_gone();
    refused(status: number);
    paused_now(id: number);
    resumed(id: number, moment: text);
    removed(id: number);
    told(channel: number, why: text, id: number);
    next(moment: text);
    next_paused();
    nothing_open();
    not_open_to_you();
    text_gone();
    end();
    late(posts: count);
    held(posts: count);
    over(title: text);
    plan();
    quote();
    elsewhere();
    all_texts();
}
