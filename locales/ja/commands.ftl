# コマンドを選ぶときに読むもの: 説明は100文字まで。

command-ask = 質問すると、テキストからの引用で答えます
command-search = この言葉が正確にどこに何回出てくるか
command-read = テキストを好きな場所から読む
command-random = ランダムな一節
command-quiz = テキストの言葉を使ったクイズ
command-quiz_start = このチャンネルでクイズを始める
command-quiz_stop = このチャンネルのクイズを終了し、間違えた問題を表示
command-library = 読んだテキスト
command-help = できること
command-privacy = 保存しているものと、その削除方法
command-privacy_show = 質問とサーバーについて保存しているもの
command-delete_server = このサーバーについて保存しているものを今すぐすべて削除（サーバー管理）
command-texts = このサーバー独自のテキスト
command-texts_add = このサーバーのメンバーだけが使えるテキストを追加
command-texts_remove = テキストを一語残らず削除
command-texts_rename = テキストのタイトルを変更
command-texts_list = このサーバー独自のテキストの一覧
command-texts_quota = このサーバーの使用量と上限
command-progress = どこまで読んだか。その先のネタバレはしません
command-gate = このチャンネルがどこまで読んだか。その先のネタバレはここではしません
command-gates_set = テキストを指定した章まで公開
command-gates_show = 最後まで公開されていないテキスト
command-gates_clear = テキスト（またはすべて）をふたたび最後まで公開
command-schedule = このチャンネルに自動で投稿するもの
command-schedule_quote = 毎日一節ずつ
command-schedule_plan = テキストを最初から最後まで少しずつ
command-schedule_list = このサーバーに投稿するものと、次回の日時
command-schedule_pause = 一時停止または再開
command-schedule_remove = 予定を削除
command-schedule_test = 次に投稿するものを自分だけに表示
command-settings = このサーバーでの動き
command-settings_show = 今の設定
command-settings_server = サーバー全体の設定
command-settings_channel = このチャンネルの設定: 指定がないときに調べるテキスト
command-gaps = このサーバーのテキストに答えがない質問
command-gaps_show = 答えがなかった質問（多い順）
command-gaps_clear = 保存した質問をすべて削除

## オプション

option-question = 自分の言葉での質問、または一覧から選んだ場所
option-text = 探す言葉
option-from = 章、ページ、40%、またはそこにある言葉
option-document = 調べるテキストまたはコレクション
option-private = 回答は自分だけに見えます（あとで投稿できます）
option-quiz_kind = 出題の種類（選ばなければすべて）
option-quiz_questions = 問題の数
option-confirm = 元には戻せません
option-file = .txt、.md、.html、.epub、.docx、.pdf のファイル
option-title = テキストのタイトル
option-language = テキストの言語（自動で判定しないとき）
option-which = どのテキスト
option-chapter = 読み終えた最後の章（まだなら 0）
option-whole_server = このチャンネルだけでなく、サーバーのすべてのチャンネルで
option-time = 時刻（例: 9:00、21:30）
option-zone = 時刻のタイムゾーン（例: Asia/Tokyo）
option-weekdays = 月曜日から金曜日だけ
option-which_schedule = どの予定
option-words = 1回あたりのおよその語数（文か節の終わりまで投稿します）
option-plan_from = どこから始めるか: 章、ページ、または 40%
option-move_gate = 各章を、全部投稿し終えてからこのチャンネルで公開するか
option-shared = ここで全サーバー共通のテキストも調べるか
option-usually_private = 特に指定がないとき、回答を質問した人だけに表示するか
option-servers_language = 全員に表示されるところで使う言語
option-feedback = 回答の下に、役に立ったかどうかを伝えるボタンを付けるか
option-gaps = 答えのない質問を30日間保存するか（該当する回答にその旨を表示します）

## オプションの名前

name-question = 質問
name-text = テキスト
name-from = 場所
name-document = 文書
name-private = 非公開
name-kind = 種類
name-questions = 問題数
name-file = ファイル
name-title = タイトル
name-language = 言語
name-shared = 共通テキスト
name-confirm = 確認
name-chapter = 章
name-whole_server = サーバー全体
name-time = 時刻
name-zone = タイムゾーン
name-weekdays = 平日
name-words = 語数
name-move_gate = 章を公開
name-schedule = 予定
name-feedback = フィードバック
name-gaps = 未回答の記録

## メッセージに使うコマンドの名前

name-find = ライブラリで探す
name-check = 引用を確かめる

## 選択肢

choice-delete_server = このサーバーのテキストと設定を削除する
choice-discords_language = このサーバーのDiscordでの言語
choice-gap = 文の抜けている部分
choice-chapter = どの章の文か
choice-speaker = だれの言葉か
