# Что читают те, кто управляет сервером, и докуда открыты тексты.

manage-not_here = Владелец бота не разрешает мне хранить тексты и настройки серверов.
manage-on_servers_only = Это возможно только на сервере.
manage-not_a_manager = Для этого нужно право *Управлять сервером*.
manage-not_discords = Discord указал для этого файла адрес, который ему не принадлежит, поэтому я не стал его скачивать.
manage-wrong_length = Размер этого файла не тот, о котором сообщил Discord. Пришлите его ещё раз.
manage-not_fetched = Мне не удалось получить этот файл от Discord. Пришлите его ещё раз.
manage-uploads_busy = Сейчас читаются другие файлы. Попробуйте ещё раз через минуту.
manage-no_such_text = На этом сервере нет такого текста. Выберите из списка, который появляется при вводе.
manage-no_title = В названии должна быть хотя бы одна буква или цифра.
manage-no_texts = У этого сервера нет собственных текстов. Добавить текст можно через `/texts add`.
manage-server_deleted = Всё, что я хранил об этом сервере, удалено: его собственные тексты со всем, что из них сделано, и его настройки.

## /texts add

manage-added = Текст **{ $title }** добавлен только для участников этого сервера: { $chapters }, { $passages }, { $words }, язык: { $language }.
manage-no_chapters = глав нет
manage-left_out = Пропущено, потому что мне не удалось это прочитать: { $pages } ({ $listed }). Если это изображения страниц, примените к файлу распознавание текста (OCR).
manage-there_already = Этот файл уже есть: **{ $title }**.
manage-too_many_texts = У этого сервера уже { $most ->
    [one] { $most } текст
    [few] { $most } текста
    [many] { $most } текстов
   *[other] { $most } текста
}, больше нельзя. `/texts remove` освободит место.
manage-too_many_words = С этим текстом у сервера было бы больше чем { $most ->
    [one] { $most } слово
    [few] { $most } слова
    [many] { $most } слов
   *[other] { $most } слова
}; сейчас { $there ->
    [one] { $there } слово
    [few] { $there } слова
    [many] { $there } слов
   *[other] { $there } слова
}. `/texts remove` освободит место.
manage-too_many_bytes = Вместе с ним тексты этого сервера заняли бы больше { $mib } МиБ, считая то, что сделано из них для поиска ответов. `/texts remove` освободит место.
manage-no_room = Для текстов серверов больше нет места. Освободить его может владелец бота.
manage-too_large = Этот файл больше { $mib } МиБ. Разделите его или пришлите в формате без картинок.
manage-unknown_format = Файлы вроде { $file } я не читаю. Пришлите { -formats }.
-formats = .txt, .md, .html, .epub, .docx или .pdf
manage-unreadable = Файл { $file } { $reason }. Ничего не добавлено.
# Почему файл нельзя прочитать, как $reason.
reason-locked = защищён паролем; сохраните копию без пароля
reason-copy_protected = защищён от копирования (DRM); возьмите копию без защиты
reason-pictures = содержит не текст, а только картинки; примените к нему распознавание текста (OCR)
reason-empty = не содержит текста
reason-damaged = повреждён; скачайте или сохраните его заново
reason-other_format = не того формата, который указан в имени; сохраните его как { -formats }
reason-too_much = слишком велик для чтения; разделите его
reason-failed = прочитать не удалось; сохраните его заново или в другом формате

## Остальное в /texts

manage-removed = Текста **{ $title }** больше нет ни в ответах, ни в одном из моих файлов. Сообщения с цитатами из него хранятся у Discord и останутся.
manage-renamed = Теперь текст называется **{ $title }**.
manage-listed = **{ $count ->
    [one] { $count } собственный текст
    [few] { $count } собственных текста
    [many] { $count } собственных текстов
   *[other] { $count } собственного текста
} этого сервера**
manage-more = … и ещё { $more }: все есть в `/library`.
manage-quota = У этого сервера { $texts } из { $most_texts ->
    [one] { $most_texts } текста
    [few] { $most_texts } текстов
    [many] { $most_texts } текстов
   *[other] { $most_texts } текста
}, { $words } из { $most_words ->
    [one] { $most_words } слова
    [few] { $most_words } слов
    [many] { $most_words } слов
   *[other] { $most_words } слова
}; файлы занимают вместе { $mib } МиБ.
manage-quota_file = Файл может занимать до { $mib } МиБ{ $uploads }.
manage-uploads = , не больше { $an_hour ->
    [one] { $an_hour } файла
    [few] { $an_hour } файлов
    [many] { $an_hour } файлов
   *[other] { $an_hour } файла
} в час

## /settings

settings-shared = Я ищу здесь и в текстах всех серверов.
settings-not_shared = В текстах всех серверов я здесь не ищу.
settings-private = Ответ видит только тот, кто спросил, если не указано иное.
settings-public = Ответ видят все, если тот, кто спросил, не указал иное.
settings-language = Язык того, что видят все: { $language }.
settings-discords_language = То, что видят все, я пишу на языке, указанном у этого сервера в Discord.
settings-usual_text = В этом канале я ищу в тексте **{ $title }**, если не указан другой.
settings-all_texts = В этом канале я ищу во всех текстах.
settings-feedback = Под ответами есть кнопки **{ button-helpful }** (нажатий: { $helpful }) и **{ button-not_it }** (нажатий: { $not_it }).
settings-no_feedback = Под ответами нет кнопок, чтобы отметить, помог ли ответ.
settings-gaps = **Вопросы, на которые тексты не отвечают, хранятся** 30 дней: их показывает `/gaps show`.
settings-no_gaps = Вопросы не хранятся.

## /progress и /gate

gates-to_you = для вас
gates-to_channel = в этом канале
gates-to_server = на этом сервере
gates-closed = **{ $title }**: закрыто { $to } с главы 1. { -not-told }
gates-open = **{ $title }**: открыто { $to } до главы { $chapter } включительно. { -not-told }
gates-open_heading = **{ $title }**: открыто { $to } до главы { $chapter } включительно (**{ $heading }**). { -not-told }
-not-told = О том, что дальше, я не рассказываю.
gates-no_such_chapter = В тексте **{ $title }** я не нашёл главу { $chapter }. `/library` с параметром `{ name-document }` покажет главы.
gates-cleared = **{ $title }**: открыто { $to } до конца.
gates-all_cleared = Все тексты открыты { $to } до конца.
gates-listed = Открыто { $to }:
gates-line = **{ $title }** до главы { $chapter } включительно
gates-line_heading = **{ $title }** до главы { $chapter } включительно, **{ $heading }**
# Of a text that was replaced.
gates-line_closed = **{ $title }**: закрыто с главы 1
gates-line_gone = **{ $title }**: закрыто, главы { $chapter } там больше нет
gates-one_text = Выберите один текст из списка, который появляется при вводе.
gates-forgotten = Все тексты открыты для вас до конца, здесь и везде. До какой главы вы дочитали, я забыл.
