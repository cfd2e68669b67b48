# 読めるもの: ライブラリ、テキスト、章、その数。

## 数

count-texts = テキスト{ $count }点
count-words = { $count }語
count-chapters = { $count }章
count-passages = { $count }か所
count-pages = { $count }ページ

## /library

library-own = このサーバー独自のテキスト
library-shared = 全サーバー共通のテキスト
library-title_own = **このサーバー独自のテキスト**
library-title_shared = **読んだテキスト**
library-to_own = このサーバー独自
library-to_shared = 全サーバー共通
library-read = 章を読む
library-jump = ページへ移動
library-by = **{ $title }**（{ $author }）
library-page = { $page }/{ $pages }ページ
library-jump_to = { $page }ページ: { $first } … { $last }

## テキストの言語

language-name = { $tag ->
    [en] 英語
    [ar] アラビア語
    [zh] 中国語
    [cs] チェコ語
    [da] デンマーク語
    [nl] オランダ語
    [fi] フィンランド語
    [fr] フランス語
    [de] ドイツ語
    [el] ギリシャ語
    [he] ヘブライ語
    [hi] ヒンディー語
    [hu] ハンガリー語
    [it] イタリア語
    [ja] 日本語
    [ko] 韓国語
    [no] ノルウェー語
    [pl] ポーランド語
    [pt] ポルトガル語
    [ro] ルーマニア語
    [ru] ロシア語
    [es] スペイン語
    [sv] スウェーデン語
    [ta] タミル語
    [th] タイ語
    [tr] トルコ語
    [uk] ウクライナ語
    [vi] ベトナム語
   *[und] その他の言語
}
