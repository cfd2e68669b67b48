# うまくいかなかったとき。

sorry-internal = こちらで問題が起きました。詳しくは運用者のログにあります。少し待ってからもう一度試してみてね。
sorry-unreadable = Discordから届いたものを読めませんでした。別のやり方で試してみてね。
sorry-empty_question = 何を知りたいですか？自分の言葉できいてみてね。
sorry-old_button = この種類のボタンはもう使えません。`/ask` でもう一度きいてね。
sorry-text_changed = 表示したあとにテキストが変わったため、ここから先へは進めません。
sorry-text_changed_ask = 表示したあとにテキストが変わったため、ここから先へは進めません。`/ask` でもう一度きいてね。
sorry-gone = 質問の対象だったテキストはもうありません。今あるものは `/library` で見られます。
sorry-not_yours_to_delete = 削除できるのは、質問した人か、ここでメッセージを管理できる人だけです。
sorry-no_such_place = そのテキストにそのような場所は見つかりませんでした。章、ページ、40% のような割合、またはそこにある言葉を入れてね。
sorry-which_text = どのテキストですか？`{ name-document }` で選ぶか、`{ name-from }` の入力中に出る一覧から章を選んでね。
sorry-empty_message = そのメッセージには探せる文字がありません。
sorry-no_texts = このサーバー用のテキストはまだありません。管理者が `/texts add` で加えるか、`/settings` で全サーバー共通のテキストを使えるようにできます。
sorry-not_open = ここではまだ何も公開されていません。`/progress` で自分の、`/gate` でチャンネルの読んだところを伝えられます。
sorry-not_open_to_all = このチャンネルはまだそこまで読んでいないので、ここには投稿しません。
sorry-busy = 質問が一度に集中していて追いつきません。1分後にもう一度試してみてね。
sorry-person_limited = 一人から一度に受けられる数を超えました。{ $seconds }秒後にもう一度試してみてね。
sorry-server_limited = このサーバーから一度に受けられる数を超えました。{ $seconds }秒後にもう一度試してみてね。
sorry-no_such_document = 「{ $name }」というテキストはありません。読んだものは `/library` で見られます。
sorry-ambiguous_document = 「{ $name }」に当てはまるテキストがいくつもあります。入力中に出る一覧から選んでね。
sorry-which_of = どのテキストですか？「{ $name }」はコレクションです: { $titles }
sorry-and_more = { $listed }、ほか{ $more }件
