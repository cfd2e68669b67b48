# 自動の投稿について言うこと。

schedule-none = ここには自動投稿の予定はありません。`/schedule quote` は毎日一節を投稿し、`/schedule plan` はテキストを少しずつ読み進めます。
schedule-no_such = その予定は見つかりません。入力中に表示される一覧から選んでください。
schedule-not_a_time = その時刻がわかりません。9:00 や 21:30 のように入力してください。
schedule-no_such_zone = 「{ $zone }」というタイムゾーンは見つかりません。入力中に表示される一覧から選んでください（例: Asia/Tokyo）。
schedule-no_such_place = そのテキストにその場所は見つかりません。章、ページ、または 40% のような割合を入力してください。
schedule-no_chapters = そのテキストには数えられる章がないので、章を順に公開できません。`{ name-move_gate }` を付けずに設定してください。
schedule-may_not_post = このチャンネルでは必要な権限が足りません。ここで *チャンネルを見る*、*メッセージを送信*（スレッドでは *スレッドでメッセージを送信*）、*メッセージ履歴を読む* を許可して、もう一度頼んでね。
schedule-too_many = このサーバーには予定が{ $most }件あり、これ以上は追加できません。`/schedule remove` で減らせます。

## 何をいつ投稿するか

schedule-portion = { $title }から約{ $words }語
schedule-passage = { $title }から一節
schedule-all_open = ここで公開されているすべてのテキスト
schedule-every_day = 毎日 { $clock }（{ $zone }）
schedule-weekdays = 月～金 { $clock }（{ $zone }）
schedule-made = このチャンネルへの投稿を設定しました: { $what }、{ $when }。初回は { $moment } です。
schedule-closed = テキストはこのチャンネルでは第1章から非公開で、各章は全部投稿し終えると公開されます。
schedule-open = テキストはこのチャンネルでは第{ $chapter }章まで公開されていて、その先の章は全部投稿し終えると公開されます。
schedule-tested = 次に投稿するものは `/schedule test` で確認できます。

## 一覧

schedule-line = **#{ $id }** <#{ $channel }>: { $what }、{ $when }、{ $next }
schedule-text_missing = { $what }（テキストがありません）
schedule-gate_along = { $when }、章を順に公開
schedule-next_at = 次回は { $moment }
schedule-paused = 一時停止中
schedule-no_access = 一時停止中: そこに書き込めません（403）
schedule-channel_gone = 一時停止中: チャンネルがなくなりました（404）
schedule-refused = 一時停止中: Discordに拒否されました（{ $status }）

## 予定をどうしたか

schedule-paused_now = **#{ $id }** を一時停止しました。もう一度 `/schedule pause` で選ぶと再開します。
schedule-resumed = **#{ $id }** を再開しました。次回は { $moment } です。
schedule-removed = **#{ $id }** を、保存していたものとともに削除しました。
schedule-told = `/schedule` で設定された <#{ $channel }> への投稿の状態は「{ $why }」です。解決したら、`/schedule pause` で **#{ $id }** を選ぶと再開します。

## 次に投稿するもの

schedule-next = 次の投稿（{ $moment }）:
schedule-next_paused = 再開後の次の投稿:
schedule-nothing_open = そのチャンネルではこの先が公開されていないので、何も投稿されません。どこまで公開されているかは `/gate show` で確認できます。
schedule-not_open_to_you = 次の投稿は、`/progress` で教えてもらったところより先なので、表示しません。
schedule-text_gone = テキストがないので、何も投稿されません。

## 投稿の下

schedule-end = テキストとこの読書予定の終わりです。
schedule-late = この前の{ $posts }件は、時間内に投稿できませんでした。
schedule-held = この前の{ $posts }件は、公開されているものがなく、投稿しませんでした。
schedule-over = **{ $title }**: { schedule-end }

## 入力中の一覧

schedule-plan = 読書
schedule-quote = 引用
schedule-elsewhere = 別のチャンネル
schedule-all_texts = すべてのテキスト
