# /quiz

quiz-gap = **ここに入るのは？**
quiz-chapter = **どの章の文？**
quiz-speaker = **だれの言葉？**
quiz-number = 問題{ $number }/{ $count }
quiz-right = ✅ **正解**
quiz-wrong = ❌ **不正解**: 正解は **{ $answer }** です。
quiz-wrong_chapter = ❌ **不正解**: 正解はこの場所です。
quiz-not_open = この文はその後変わったか、まだ読んでいないところにあります。
quiz-over = **クイズは終了です。**
quiz-nothing_missed = 間違いはありませんでした。
quiz-unknown = だれが何と答えたか、もうわかりません。
quiz-missed_by = { $answered }回中{ $missed }回不正解
quiz-too_little = これらのテキストには、出題できるものが足りません。名前、数、話し手、または区別できる章のある文が必要です。
quiz-none = このチャンネルで進行中のクイズはないようです。`/quiz start` で始められます。
quiz-not_yours = クイズを終了できるのは、始めた人か、ここでメッセージを管理できる人だけです。
quiz-ended = このクイズは終了しました。`/quiz start` で新しく始められます。
