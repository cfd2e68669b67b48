# サーバーの管理者が読むものと、テキストがどこまで開かれているか。

manage-not_here = このボットの運営者は、サーバーのテキストや設定の保存を許可していません。
manage-on_servers_only = それはサーバーの中でだけ使えます。
manage-not_a_manager = それには *サーバー管理* の権限が必要です。
manage-not_discords = Discordが示したファイルの場所がDiscordのものではないため、取得しませんでした。
manage-wrong_length = ファイルのサイズが、Discordが示したものと違います。もう一度送ってください。
manage-not_fetched = Discordからファイルを取得できませんでした。もう一度送ってください。
manage-uploads_busy = 今はほかのファイルを読み込んでいます。1分後にもう一度お試しください。
manage-no_such_text = このサーバーにそのテキストはありません。入力中に表示される一覧から選んでください。
manage-no_title = タイトルには文字か数字が少なくとも一つ必要です。
manage-no_texts = このサーバー独自のテキストはありません。`/texts add` で追加できます。
manage-server_deleted = このサーバーについて保存していたものをすべて削除しました。独自のテキスト、そこから作ったもの、設定のすべてです。

## /texts add

manage-added = **{ $title }** を追加しました。使えるのはこのサーバーのメンバーだけです: { $chapters }、{ $passages }、{ $words }、言語: { $language }
manage-no_chapters = 章なし
manage-left_out = 読めなかったため省きました: { $pages }（{ $listed }）。ページの画像なら、文字認識（OCR）にかけてから送ってください。
manage-there_already = そのファイルはすでにあります: **{ $title }**
manage-too_many_texts = このサーバーにはテキストが{ $most }点あり、これ以上は追加できません。`/texts remove` で空きを作れます。
manage-too_many_words = これを追加すると、このサーバーのテキストが{ $most }語を超えます（今は{ $there }語）。`/texts remove` で空きを作れます。
manage-too_many_bytes = これを追加すると、このサーバーのテキストと、回答を探すためにそこから作るものが、合わせて{ $mib } MiBを超えます。`/texts remove` で空きを作れます。
manage-no_room = サーバーのテキストを置く場所がもうありません。空きを作れるのはボットの運営者です。
manage-too_large = ファイルが{ $mib } MiBを超えています。分割するか、画像のない形式で送ってください。
manage-unknown_format = { $file } のようなファイルは読めません。{ -formats } のいずれかを送ってください。
-formats = .txt、.md、.html、.epub、.docx、.pdf
manage-unreadable = { $file } は{ $reason }。何も追加していません。
# ファイルが読めない理由（$reason）。
reason-locked = パスワードで保護されています。パスワードなしのコピーを保存してください
reason-copy_protected = コピーガード（DRM）で保護されています。保護のないコピーを使ってください
reason-pictures = 画像だけで、文字がありません。文字認識（OCR）にかけてください
reason-empty = 文字が含まれていません
reason-damaged = 壊れています。入手し直すか、保存し直してください
reason-other_format = 名前と中身の形式が違います。{ -formats } のいずれかで保存してください
reason-too_much = 大きすぎて読めません。分割してください
reason-failed = 読み込めませんでした。保存し直すか、別の形式で保存してください

## /texts のほかのサブコマンド

manage-removed = **{ $title }** を、回答からもボットのすべてのファイルからも削除しました。引用したメッセージはDiscordにあるため残ります。
manage-renamed = タイトルを **{ $title }** に変更しました。
manage-listed = **このサーバー独自のテキスト: { $count }点**
manage-more = … ほか{ $more }点: `/library` ですべて確認できます。
manage-quota = このサーバーのテキストは{ $most_texts }点中{ $texts }点、語数は{ $most_words }語中{ $words }語、ファイルは合わせて{ $mib } MiBです。
manage-quota_file = ファイルは1つ{ $mib } MiBまで{ $uploads }です。
manage-uploads = 、1時間に{ $an_hour }個まで

## /settings

settings-shared = ここでは全サーバー共通のテキストも調べます。
settings-not_shared = ここでは全サーバー共通のテキストは調べません。
settings-private = 回答は、特に指定がないかぎり質問した人だけに表示されます。
settings-public = 回答は、質問した人が指定しないかぎり全員に表示されます。
settings-language = 全員に表示されるものの言語: { $language }
settings-discords_language = 全員に表示されるものは、このサーバーのDiscordでの言語で書きます。
settings-usual_text = このチャンネルでは、ほかのテキストを指定しないかぎり **{ $title }** を調べます。
settings-all_texts = このチャンネルでは、すべてのテキストを調べます。
settings-feedback = 回答の下にボタン **{ button-helpful }**（{ $helpful }回）と **{ button-not_it }**（{ $not_it }回）があります。
settings-no_feedback = 回答の下に、役に立ったかどうかを伝えるボタンはありません。
settings-gaps = **テキストに答えのない質問を保存しています**（30日間）。`/gaps show` で確認できます。
settings-no_gaps = 質問は保存していません。

## /progress と /gate

gates-to_you = あなたには
gates-to_channel = このチャンネルでは
gates-to_server = このサーバーでは
gates-closed = **{ $title }** は、{ $to }第1章から非公開です。{ -not-told }
gates-open = **{ $title }** は、{ $to }第{ $chapter }章まで公開されています。{ -not-told }
gates-open_heading = **{ $title }** は、{ $to }第{ $chapter }章（**{ $heading }**）まで公開されています。{ -not-told }
-not-told = その先のネタバレはしません。
gates-no_such_chapter = **{ $title }** に第{ $chapter }章は見つかりません。章の一覧は `/library` と `{ name-document }` で確認できます。
gates-cleared = **{ $title }** は、{ $to }最後まで公開されています。
gates-all_cleared = { $to }すべてのテキストが最後まで公開されています。
gates-listed = { $to }次のところまで公開されています:
gates-line = **{ $title }**: 第{ $chapter }章まで
gates-line_heading = **{ $title }**: 第{ $chapter }章（**{ $heading }**）まで
# Of a text that was replaced.
gates-line_closed = **{ $title }**: 第1章から非公開
gates-line_gone = **{ $title }**: 第{ $chapter }章がもうないので非公開
gates-one_text = 入力中に表示される一覧から、テキストを一つ選んでください。
gates-forgotten = あなたには、ここでもほかでも、すべてのテキストが最後まで公開されています。どこまで読んだかの記録は消しました。
