# コマンドを選ぶときに読むもの: 説明は100文字まで。

command-ask = 質問すると、テキストからの引用で答えます
command-search = この言葉がどこに何回あるかを正確に
command-read = テキストを好きな場所から読む
command-random = おまかせの一節
command-quiz = テキストの言葉によるクイズ
command-quiz_start = このチャンネルでクイズを始める
command-quiz_stop = このチャンネルのクイズを終え、間違いを見せる
command-library = 読んだテキスト
command-help = できること
command-privacy = 保存しているものと、その消し方
command-privacy_show = 質問とサーバーについて保存しているもの
command-delete_server = このサーバーについて保存しているものを今すべて削除（サーバー管理）
command-texts = このサーバー独自のテキスト
command-texts_add = このサーバーのメンバーだけのテキストを加える
command-texts_remove = テキストを一語残らず取り除く
command-texts_rename = テキストの題名を変える
command-texts_list = このサーバー独自のテキストの一覧
command-texts_quota = このサーバーが今どれだけ使い、どれだけ使えるか
command-progress = どこまで読んだか。その先のことは話しません
command-gate = このチャンネルがどこまで読んだか。その先のことはここでは話しません
command-gates_set = テキストをある章まで公開する
command-gates_show = 最後まで公開されていないテキスト
command-gates_clear = テキストを（またはすべてを）最後まで公開する
command-schedule = このチャンネルに自動で投稿するもの
command-schedule_quote = 毎日ひとつの一節
command-schedule_plan = テキストを初めから終わりまで少しずつ
command-schedule_list = このサーバーに投稿するものと、次の日時
command-schedule_pause = 一時停止する、または再開する
command-schedule_remove = 取り除く
command-schedule_test = 次に投稿するものを自分だけで見る
command-settings = このサーバーでの動き
command-settings_show = 今の設定
command-settings_server = サーバー全体について
command-settings_channel = このチャンネルについて: ほかを選ばないときに調べるテキスト
command-gaps = このサーバーのテキストが答えない質問
command-gaps_show = 答えのなかった質問（多い順）
command-gaps_clear = 保存した質問をすべて消す

## オプション

option-question = 自分の言葉での質問、または一覧からの場所
option-text = 探す言葉
option-from = 章、ページ、40%、またはそこにある言葉
option-document = このテキストまたはコレクションだけ
option-private = 回答は自分だけに見えます（あとで投稿できます）
option-quiz_kind = 出題の種類（選ばなければすべて）
option-quiz_questions = 問題の数
option-confirm = 元には戻せません
option-file = .txt、.md、.html、.epub、.docx、.pdf のファイル
option-title = テキストの題名
option-language = テキストの言語（自動で判断させたくないとき）
option-which = どのテキスト
option-chapter = 読み終えた最後の章。まだなら 0
option-whole_server = このチャンネルだけでなく、サーバーのすべてのチャンネルで
option-time = 時刻。たとえば 9:00 や 21:30
option-zone = どのタイムゾーンの時刻か。たとえば Asia/Tokyo
option-weekdays = 月曜日から金曜日だけ
option-which_schedule = どれか
option-words = 一回におよそ何語か。文か節の終わりまで
option-plan_from = どこから始めるか: 章、ページ、または 40%
option-move_gate = 章をすべて投稿し終えてから、このチャンネルで公開するか
option-shared = ここで全サーバー共通のテキストも調べるか
option-usually_private = 特に指定しないとき、回答を質問した人だけに見せるか
option-servers_language = 皆に見えるところで使う言語
option-feedback = 回答の下に、役に立ったかを伝えるボタンを付けるか
option-gaps = 答えのない質問を30日間保存するか（該当する回答にその旨を書きます）

## オプションの名前

name-question = 質問
name-text = テキスト
name-from = 場所
name-document = 文書
name-private = 非公開
name-kind = 種類
name-questions = 問題数
name-file = ファイル
name-title = 題名
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
choice-discords_language = Discordでのこのサーバーの言語
choice-gap = 文の抜けているところ
choice-chapter = どの章の文か
choice-speaker = だれの言葉か
