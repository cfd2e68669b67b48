# 自動の投稿について言うこと。

schedule-none = ここには自動の投稿はありません。`/schedule quote` は毎日一節を投稿し、`/schedule plan` はテキストを少しずつ読みます。
schedule-no_such = その予定は見当たりません。入力中に出る一覧から選んでね。
schedule-not_a_time = その時刻がわかりません。9:00 や 21:30 のように書いてね。
schedule-no_such_zone = 「{ $zone }」というタイムゾーンは知りません。入力中に出る一覧から選んでね。たとえば Asia/Tokyo です。
schedule-no_such_place = そのテキストにその場所は見当たりません。章、ページ、または 40% のような割合を書いてね。
schedule-no_chapters = そのテキストには数えられる章がないので、章を順に公開できません。`{ name-move_gate }` なしで頼んでね。
schedule-may_not_post = このチャンネルでは必要な権限が足りません。ここで *チャンネルを見る*、*メッセージを送信*（スレッドでは *スレッドでメッセージを送信*）、*メッセージ履歴を読む* を許可して、もう一度頼んでね。
schedule-too_many = このサーバーの予定は{ $most ->
    [one] { $most }
   *[other] { $most }
}件で、これ以上は持てません。`/schedule remove` で減らせます。

## 何をいつ投稿するか

schedule-portion = { $title } から約{ $words ->
    [one] { $words }
   *[other] { $words }
}語
schedule-passage = { $title } から一節
schedule-all_open = ここで公開されているすべてのテキスト
schedule-every_day = 毎日 { $clock }（{ $zone }）
schedule-weekdays = 月曜日から金曜日の { $clock }（{ $zone }）
schedule-made = このチャンネルに { $what }を投稿します。{ $when }、最初は { $moment } です。
schedule-closed = テキストはこのチャンネルでは第1章から非公開で、各章はすべて投稿し終えると公開されます。
schedule-open = テキストはこのチャンネルでは第{ $chapter }章まで公開されていて、その先の章はすべて投稿し終えると公開されます。
schedule-tested = `/schedule test` で次に投稿するものを見られます。

## 一覧

schedule-line = **#{ $id }** <#{ $channel }>: { $what }、{ $when }、{ $next }
schedule-text_missing = { $what }（テキストがありません）
schedule-gate_along = { $when }、章を順に公開
schedule-next_at = 次は { $moment }
schedule-paused = 一時停止中
schedule-no_access = 一時停止中: そこに書き込めません（403）
schedule-channel_gone = 一時停止中: チャンネルがなくなりました（404）
schedule-refused = 一時停止中: Discordに拒まれました（{ $status }）

## 予定をどうしたか

schedule-paused_now = **#{ $id }** を一時停止しました。もう一度 `/schedule pause` で選ぶと再開します。
schedule-resumed = **#{ $id }** を再開しました。次は { $moment } です。
schedule-removed = **#{ $id }** を、保存していたものとともに取り除きました。
schedule-told = `/schedule` で頼まれた <#{ $channel }> への投稿について、{ $why }。直ったら、`/schedule pause` で **#{ $id }** を選ぶと再開します。

## 次に投稿するもの

schedule-next = 次の投稿、{ $moment }:
schedule-next_paused = 再開したときの次の投稿:
schedule-nothing_open = そのチャンネルでこの先は公開されていないので、何も投稿されません。どこまで公開されているかは `/gate show` で見られます。
schedule-not_open_to_you = 次は、`/progress` で聞いた、読んだところより先なので、見せません。
schedule-text_gone = テキストがないので、何も投稿されません。

## 投稿の下

schedule-end = テキストとこの読書の終わりです。
schedule-late = この前の{ $posts ->
    [one] { $posts }
   *[other] { $posts }
}件は、時間までに投稿できませんでした。
schedule-held = この前の{ $posts ->
    [one] { $posts }
   *[other] { $posts }
}件は、公開されているものがありませんでした。
schedule-over = **{ $title }**: { schedule-end }

## 入力中の一覧

schedule-plan = 読書
schedule-quote = 引用
schedule-elsewhere = 別のチャンネル
schedule-all_texts = すべてのテキスト
