# サーバーの管理者が読むものと、テキストがどこまで開かれているか。

manage-not_here = このボットの運用者は、サーバーのテキストや設定を保存していません。
manage-on_servers_only = それはサーバーでだけできます。
manage-not_a_manager = それには *サーバー管理* の権限が必要です。
manage-not_discords = Discordが示したファイルの場所がDiscordのものではないため、見に行きませんでした。
manage-wrong_length = ファイルの大きさがDiscordの知らせと違います。もう一度送ってね。
manage-not_fetched = Discordからファイルを受け取れませんでした。もう一度送ってね。
manage-uploads_busy = 今はほかのファイルを読んでいます。1分後にもう一度試してみてね。
manage-no_such_text = このサーバーにそのテキストはありません。入力中に出る一覧から選んでね。
manage-no_title = 題名には文字か数字が少なくとも一つ必要です。
manage-no_texts = このサーバー独自のテキストはありません。`/texts add` で加えられます。
manage-server_deleted = このサーバーについて保存していたものをすべて削除しました。独自のテキスト、そこから作ったもの、設定のすべてです。

## /texts add

manage-added = **{ $title }** を加えました。見えるのはこのサーバーのメンバーだけです: { $chapters }、{ $passages }、{ $words }、言語: { $language }
manage-no_chapters = 章なし
manage-left_out = 読めなかったため省きました: { $pages }（{ $listed }）。ページの画像なら、文字認識（OCR）にかけてから送ってね。
manage-there_already = そのファイルはもうあります: **{ $title }**
manage-too_many_texts = このサーバーにはテキストが{ $most }点あり、これ以上は加えられません。`/texts remove` で空きができます。
manage-too_many_words = これを加えると{ $most }語を超えます（今は{ $there }語）。`/texts remove` で空きができます。
manage-too_many_bytes = これを加えると、このサーバーのテキストと、回答を探すためにそこから作るものが合わせて{ $mib } MiBを超えます。`/texts remove` で空きができます。
manage-no_room = サーバーのテキストを置く場所がもうありません。運用者なら空きを作れます。
manage-too_large = ファイルが{ $mib } MiBを超えています。分けるか、画像のない形式で送ってね。
manage-unknown_format = { $file } のようなファイルは読めません。{ -formats } で送ってね。
-formats = .txt、.md、.html、.epub、.docx、.pdf
manage-unreadable = { $file } は{ $reason }。何も加えられませんでした。
# ファイルが読めない理由（$reason）。
reason-locked = パスワードで保護されています。パスワードなしのコピーを保存してね
reason-copy_protected = コピー防止（DRM）がかかっています。保護のないコピーを使ってね
reason-pictures = 画像だけで、文字がありません。文字認識（OCR）にかけてね
reason-empty = 文字を含んでいません
reason-damaged = 壊れています。入手し直すか、保存し直してね
reason-other_format = 名前と中身の形式が違います。{ -formats } で保存してね
reason-too_much = 大きすぎて読めません。分けてね
reason-failed = 読めませんでした。保存し直すか、別の形式で保存してね

## /texts のほかのサブコマンド

manage-removed = **{ $title }** は、回答からもボットのすべてのファイルからもなくなりました。引用したメッセージはDiscordのものなので残ります。
manage-renamed = 題名が **{ $title }** になりました。
manage-listed = **このサーバー独自のテキスト: { $count }点**
manage-more = … ほか{ $more }件: `/library` ですべて見られます。
manage-quota = このサーバーのテキストは{ $most_texts }点のうち{ $texts }点、語数は{ $most_words }語のうち{ $words }語、ファイルは合わせて{ $mib } MiBです。
manage-quota_file = 一つのファイルは{ $mib } MiBまで{ $uploads }です。
manage-uploads = 、1時間に{ $an_hour }個まで

## /settings

settings-shared = ここでは全サーバー共通のテキストも調べます。
settings-not_shared = ここでは全サーバー共通のテキストは調べません。
settings-private = 回答は、特に指定しないかぎり質問した人だけに見えます。
settings-public = 回答は、質問する人が指定しないかぎり皆に見えます。
settings-language = 皆に見えるものの言語: { $language }
settings-discords_language = 皆に見えるものは、このサーバーのDiscordでの言語で書きます。
settings-usual_text = このチャンネルでは、ほかのテキストを選ばないかぎり **{ $title }** を調べます。
settings-all_texts = このチャンネルでは、すべてのテキストを調べます。
settings-feedback = 回答の下にボタン **{ button-helpful }** ({ $helpful }回) と **{ button-not_it }** ({ $not_it }回) があります。
settings-no_feedback = 回答の下に、役に立ったかを伝えるボタンはありません。
settings-gaps = **テキストに答えのない質問を保存しています** (30日間)。`/gaps show` で見られます。
settings-no_gaps = 質問は保存していません。

## /progress と /gate

gates-to_you = あなたには
gates-to_channel = このチャンネルでは
gates-to_server = このサーバーでは
gates-closed = **{ $title }** は、{ $to }第1章から非公開です。{ -not-told }
gates-open = **{ $title }** は、{ $to }第{ $chapter }章まで公開されています。{ -not-told }
gates-open_heading = **{ $title }** は、{ $to }第{ $chapter }章（**{ $heading }**）まで公開されています。{ -not-told }
-not-told = その先のことは話しません。
gates-no_such_chapter = **{ $title }** に第{ $chapter }章は見当たりません。章の一覧は `/library` と `{ name-document }` で見られます。
gates-cleared = **{ $title }** は、{ $to }最後まで公開されています。
gates-all_cleared = { $to }すべてのテキストが最後まで公開されています。
gates-listed = { $to }次のところまで公開されています:
gates-line = **{ $title }**: 第{ $chapter }章まで
gates-line_heading = **{ $title }**: 第{ $chapter }章（**{ $heading }**）まで
# Of a text that was replaced.
gates-line_gone = **{ $title }**: 第{ $chapter }章がもうないので非公開
gates-one_text = 入力中に出る一覧から、テキストを一つ選んでね。
gates-forgotten = ここでもほかでも、すべてのテキストが最後まで読めます。どこまで読んだかは忘れました。
