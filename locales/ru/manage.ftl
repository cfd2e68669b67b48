# Что читают те, кто управляет сервером, и докуда открыты тексты.

manage-not_here = Тот, кто меня запустил, не хранит тексты и настройки серверов.
manage-on_servers_only = Это возможно только на сервере.
manage-not_a_manager = Это может только тот, у кого есть право *Управлять сервером*.
manage-not_discords = Discord называет для этого файла место, которое ему не принадлежит, поэтому туда я не заглядывал.
manage-wrong_length = Этот файл не той длины, о которой сказал Discord. Пришли его ещё раз.
manage-not_fetched = Я не смог получить этот файл от Discord. Пришли его ещё раз.
manage-uploads_busy = Сейчас читаются другие файлы. Попробуй ещё раз через минуту.
manage-no_such_text = На этом сервере нет такого текста. Выбери один из списка, который появляется, когда печатаешь.
manage-no_title = В названии нужна хотя бы одна буква или цифра.
manage-no_texts = У этого сервера нет собственных текстов. `/texts add` добавит текст.
manage-server_deleted = Всё, что я хранил об этом сервере, удалено: его собственные тексты со всем, что из них сделано, и его настройки.

## /texts add

manage-added = **{ $title }** теперь здесь, только для участников этого сервера: { $chapters }, { $passages }, { $words }, язык: { $language }.
manage-no_chapters = без глав
manage-left_out = Пропущено, потому что я не смог прочитать: { $pages } ({ $listed }). Если это изображения страниц, примени к файлу распознавание текста (OCR).
manage-there_already = Этот файл уже есть: **{ $title }**.
manage-too_many_texts = У этого сервера уже { $most ->
    [one] { $most } текст
    [few] { $most } текста
    [many] { $most } текстов
   *[other] { $most } текста
}, больше нельзя. `/texts remove` освободит место.
manage-too_many_words = С ним у этого сервера было бы больше чем { $most ->
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
manage-too_many_bytes = С ним тексты этого сервера заняли бы больше { $mib } МиБ, вместе с тем, что сделано из них для поиска ответов. `/texts remove` освободит место.
manage-no_room = Для текстов серверов больше нет места. Освободить его может тот, кто меня запустил.
manage-too_large = Этот файл больше { $mib } МиБ. Раздели его или пришли формат без картинок.
manage-unknown_format = Файлы вроде { $file } я не читаю. Пришли { -formats }.
-formats = .txt, .md, .html, .epub, .docx или .pdf
manage-unreadable = Файл { $file } { $reason }. Ничего не добавлено.
# Почему файл нельзя прочитать, как $reason.
reason-locked = защищён паролем; сохрани копию без пароля
reason-copy_protected = защищён от копирования (DRM); возьми копию без защиты
reason-pictures = содержит не текст, а только картинки; примени к нему распознавание текста (OCR)
reason-empty = не содержит текста
reason-damaged = повреждён; скачай или сохрани его заново
reason-other_format = не того формата, о котором говорит его имя; сохрани его как { -formats }
reason-too_much = слишком велик для чтения; раздели его
reason-failed = прочитать не удалось; сохрани его заново или в другом формате

## Остальное в /texts

manage-removed = **{ $title }** больше нет ни в ответах, ни в одном моём файле. Сообщения с цитатами принадлежат Discord и остаются.
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
manage-quota_file = Файл может занимать { $mib } МиБ{ $uploads }.
manage-uploads = , { $an_hour ->
    [one] { $an_hour } файл
    [few] { $an_hour } файла
    [many] { $an_hour } файлов
   *[other] { $an_hour } файла
} в час

## /settings

settings-shared = Я ищу здесь и в текстах всех серверов.
settings-not_shared = В текстах всех серверов я здесь не ищу.
settings-private = Ответ видит только тот, кто спросил, если не сказано иначе.
settings-public = Ответ видят все, если тот, кто спросил, не сказал иначе.
settings-language = То, что видят все, на этом языке: { $language }.
settings-discords_language = То, что видят все, на языке этого сервера в Discord.
settings-usual_text = В этом канале я ищу в **{ $title }**, если не назван другой текст.
settings-all_texts = В этом канале я ищу во всех текстах.
settings-feedback = Под ответами есть кнопки **{ button-helpful }** (нажата { $helpful }×) и **{ button-not_it }** ({ $not_it }×).
settings-no_feedback = Под ответами нет кнопок, говорящих, помогли ли они.
settings-gaps = **Вопросы, на которые тексты не отвечают, хранятся** 30 дней: их показывает `/gaps show`.
settings-no_gaps = Вопросы не хранятся.

## /progress и /gate

gates-to_you = для тебя
gates-to_channel = в этом канале
gates-to_server = на этом сервере
gates-closed = **{ $title }**: закрыто { $to } с главы 1. { -not-told }
gates-open = **{ $title }**: открыто { $to } до главы { $chapter } включительно. { -not-told }
gates-open_heading = **{ $title }**: открыто { $to } до главы { $chapter } включительно, **{ $heading }**. { -not-told }
-not-told = О том, что дальше, не рассказывается.
gates-no_such_chapter = В **{ $title }** я не знаю главы { $chapter }. `/library` с `{ name-document }` покажет главы.
gates-cleared = **{ $title }**: открыто { $to } до конца.
gates-all_cleared = Все тексты открыты { $to } до конца.
gates-listed = Открыто { $to }:
gates-line = **{ $title }** до главы { $chapter }
gates-line_heading = **{ $title }** до главы { $chapter } включительно, **{ $heading }**
# Of a text that was replaced.
gates-line_gone = **{ $title }**: закрыто, главы { $chapter } там больше нет
gates-one_text = Назови один текст из списка, который появляется, когда печатаешь.
gates-forgotten = Все тексты открыты для тебя до конца, здесь и везде. Докуда прочитано, я забыл.
