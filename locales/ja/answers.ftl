# 回答の上、下、または回答の代わりに出るもの。

## 引用のまわり

answer-perhaps = もしかすると:
answer-not_said = テキストには書かれていません。
answer-not_said_before = 第1章より前の範囲には書かれていません。
answer-not_said_up_to = 第{ $chapter }章までの範囲には書かれていません。
answer-not_said_so_far = ここで公開されている範囲には書かれていません。
answer-closest = いちばん近い箇所です（**回答ではありません**）:
answer-nothing_close = 近いものは見つかりませんでした。別の言葉で試してみてください。読んだテキストは `/library` で確認できます。
answer-late = テキスト{ $texts }点をまだ読み込んでいます。数分後にもう一度お試しください。
answer-others = **ほかの該当箇所**:
answer-places = **同じ名前の箇所**がいくつかあります:
answer-shared_by = { $person } さんが共有

## テキストの中の場所

place-page = { $page }ページ
place-pages = { $first }～{ $last }ページ
place-percent = { $percent }%
place-part = パート{ $number }/{ $count }

## 質問の受け取り方

understood-instead = 「{ $from }」の代わりに「{ $to }」
understood-looked_for = { $words }を探しました。
understood-texts_are_in = テキストの言語: { $languages }
understood-and = { $before }、{ $last }

## ボタン

button-earlier = ◀ 前へ
button-later = 次へ ▶
button-wider = もっと
button-context = 前後を見る
button-answer = ◀ 回答
button-list = ◀ 一覧
button-post = チャンネルに投稿
button-posted = 投稿済み ✓
button-delete = 削除
button-ask_again = もう一度質問
button-helpful = 役に立った
button-not_it = 違う
button-end_quiz = 終了
button-others = ほかの箇所（{ $count }）
button-read = { $number } を読む

## /search

search-nothing = これらの言葉は、続いた形でも、同じ箇所にそろった形でも見つかりませんでした。
search-phrase = **この言葉どおり**
search-ordered = 続いてはいませんが、**すべてこの順に**
search-together = この順ではありませんが、**すべて同じ箇所に**
search-form = この形ではありませんが、**別の形で**
search-weighty = すべてはそろっていませんが、**助詞などを除いてすべて**
search-summary = { $how }: { $capped ->
    [yes] { $count }件以上のうち{ $which }件目
   *[no] { $count }件のうち{ $which }件目（テキスト{ $texts }点）
}
search-times = 全部で{ $count }回
search-elsewhere_own = このサーバー独自のテキストにも{ $places }か所あります。`/search` の `{ name-document }` で **{ library-own }** を選んでください。
search-elsewhere_shared = 全サーバー共通のテキストにも{ $places }か所あります。`/search` の `{ name-document }` で **{ library-shared }** を選んでください。
search-meant = 「{ $given }」はどこにもありません。「{ $meant }」のことですか？

## 引用を確かめる

quote-exact = ✅ **一字一句そのとおり**
quote-shortened = ✅ **一字一句そのとおり（省略あり）**: 省かれた部分を太字で示します。
quote-shortened_not = 🟡 **省略があり、否定の言葉が抜けています**: 省かれた部分を太字で示します。
quote-nearly = 🟡 **ほぼ同じ**: { $places }か所が違います
quote-partly = 🟡 **一部だけ**: 取り消し線の部分はテキストにありません。
quote-apart = 🟡 **一字一句そのとおりですが、一か所ではありません**
quote-several = **{ $quotations }件の引用**: { $kinds }
quote-not_all = ❌ **これらのテキストにないものがあります**
quote-not_found = ❌ **これらのテキストにはありません**
quote-looked_in = テキスト{ $texts }点を調べました。まだ読んでいないテキストにあるのかもしれません: `/library`
quote-in_text = **テキストでは**
quote-in_message = **メッセージでは**

## テキストそのもの

about-read = 引用できるのは一文単位なので、そのまま読むのがいちばんです。`/read` でテキストのその場所が開きます。
about-summary = 引用できるのは一文単位で、要約はできません。`/read` でテキストが開き、`/ask` で書かれていることを探せます。
about-no_date = テキストがいつ、どこから出版されたかはわかりません。
about-titles = ここには{ $texts }件のテキストがあります: { $titles }
about-more = ほかにあと{ $more }件あります。`/library` ですべて見られます。
about-author = 「{ $title }」の作者は{ $author }です。
about-no_author = 「{ $title }」には作者が書かれていません。
about-no_authors = 作者が書かれているテキストはありません。
about-none_by = { $author } の作品と書かれているテキストはありません。
about-no_part = 「{ $title }」にその部分はありません。
about-no_parts = その部分があるテキストはありません。
about-length = 「{ $title }」の長さ: { $parts }
about-language = 「{ $title }」の言語: { $language }
