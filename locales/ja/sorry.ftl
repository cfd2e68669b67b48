# うまくいかなかったとき。

sorry-internal = こちらで問題が起きました。詳しくはボットの運営者のログにあります。少し待ってからもう一度お試しください。
sorry-unreadable = Discordから届いたものを読み取れませんでした。別の方法でお試しください。
sorry-empty_question = 何を知りたいですか？自分の言葉で質問してください。
sorry-empty_search = どの言葉を探しますか？
sorry-old_button = この種類のボタンはもう使えません。`/ask` でもう一度質問してください。
sorry-text_changed = 表示したあとにテキストが変更されたため、ここから先へは進めません。
sorry-text_changed_ask = 表示したあとにテキストが変更されたため、ここから先へは進めません。`/ask` でもう一度質問してください。
sorry-gone = 質問の対象だったテキストはもうありません。今あるものは `/library` で確認できます。
sorry-not_yours_to_delete = 削除できるのは、質問した人か、ここでメッセージを管理できる人だけです。
sorry-no_such_place = そのような場所は見つかりませんでした。章、ページ、40% のような割合、またはそこにある言葉を入力してください。
sorry-no_chapters = そのテキストに章は見つかりません。ページ、40% のような割合、またはそこにある言葉を入力してください。
sorry-no_such_chapter = そのテキストは全{ $count }章で、指定された章はありません。
sorry-outside = そのテキストにその箇所はありません。「{ $first }」から「{ $last }」までです。
sorry-which_text = どのテキストですか？「{ $example }」のように題名も書くか、`/read` の `{ name-document }` で選んでください。
sorry-empty_message = そのメッセージには、探せる文字がありません。
sorry-no_texts = このサーバーで使えるテキストはまだありません。管理者が `/texts add` で追加するか、`/settings` で全サーバー共通のテキストを使えるようにできます。
sorry-not_open = その範囲はここではまだ公開されていません。自分が読んだところは `/progress` で、チャンネルが読んだところは `/gate` で設定できます。
sorry-not_open_to_all = このチャンネルはまだそこまで読んでいないので、ここには投稿しません。
sorry-busy = 質問が一度に集中しているため、追いつきません。1分後にもう一度お試しください。
sorry-person_limited = 一人から一度に受けられる数を超えました。{ $seconds }秒後にもう一度お試しください。
sorry-server_limited = このサーバーから一度に受けられる数を超えました。{ $seconds }秒後にもう一度お試しください。
sorry-no_such_document = 「{ $name }」というテキストはありません。読んだテキストは `/library` で確認できます。
sorry-ambiguous_document = 「{ $name }」に当てはまるテキストが複数あります: { $titles }。入力中に表示される一覧から選んでください。
sorry-which_of = どのテキストですか？「{ $name }」はコレクションです: { $titles }
sorry-and_more = { $listed }、ほか{ $more }件
