# Что говорится о сообщениях, которые приходят сами.

schedule-none = Здесь ничего не публикуется автоматически. `/schedule quote` публикует по отрывку в день, `/schedule plan` читает текст понемногу.
schedule-no_such = Такого расписания нет. Выберите из списка, который появляется при вводе.
schedule-not_a_time = Я не понимаю это время. Напишите его так: 9:00 или 21:30.
schedule-no_such_zone = Я не знаю часового пояса «{ $zone }». Выберите из списка, который появляется при вводе, например Europe/Moscow.
schedule-no_such_place = Такого места в этом тексте я не нашёл. Укажите главу, страницу или процент, например 40 %.
schedule-no_chapters = В этом тексте нет глав, которые я могу сосчитать, поэтому открывать их по одной не получится. Создайте расписание без `{ name-move_gate }`.
schedule-may_not_post = В этом канале мне разрешено не всё, что нужно. Дай мне здесь права *Просматривать канал*, *Отправлять сообщения* (в ветке — *Отправлять сообщения в ветках*) и *Читать историю сообщений* и закажи ещё раз.
schedule-too_many = У этого сервера { $most ->
    [one] { $most } расписание
    [few] { $most } расписания
    [many] { $most } расписаний
   *[other] { $most } расписания
}, больше нельзя. `/schedule remove` удалит одно.

## Что публикуется и когда

schedule-portion = примерно { $words ->
    [one] { $words } слово
    [few] { $words } слова
    [many] { $words } слов
   *[other] { $words } слова
} из { $title }
schedule-passage = отрывок из { $title }
schedule-all_open = всех текстов, открытых здесь
schedule-every_day = каждый день в { $clock } ({ $zone })
schedule-weekdays = с понедельника по пятницу в { $clock } ({ $zone })
schedule-made = Я публикую в этом канале { $what }, { $when }; первый раз — { $moment }.
schedule-closed = Текст закрыт в этом канале с главы 1, и каждая глава открывается, когда она опубликована целиком.
schedule-open = Текст открыт в этом канале до главы { $chapter } включительно, а каждая следующая открывается, когда она опубликована целиком.
schedule-tested = `/schedule test` покажет, что будет дальше.

## Список

schedule-line = **#{ $id }** <#{ $channel }>: { $what }, { $when }; { $next }
schedule-text_missing = { $what } (этого текста нет)
schedule-gate_along = { $when }, главы открываются по одной
schedule-next_at = следующий раз — { $moment }
schedule-paused = приостановлено
schedule-no_access = приостановлено: у меня нет права там писать (403)
schedule-channel_gone = приостановлено: канала больше нет (404)
schedule-refused = приостановлено: Discord этого не принимает ({ $status })

## Что с ним стало

schedule-paused_now = **#{ $id }**: приостановлено. Ещё раз `/schedule pause` — и всё продолжится.
schedule-resumed = **#{ $id }**: продолжается, следующий раз — { $moment }.
schedule-removed = **#{ $id }**: удалено вместе со всем, что я об этом хранил.
schedule-told = То, что вы настроили через `/schedule` в <#{ $channel }>, { $why }. Когда это исправят, `/schedule pause` с **#{ $id }** всё продолжит.

## Что будет дальше, показано заранее

schedule-next = Дальше, { $moment }:
schedule-next_paused = Дальше, когда публикации продолжатся:
schedule-nothing_open = В том канале дальше пока ничего не открыто, поэтому ничего не было бы опубликовано. `/gate show` покажет, докуда открыты тексты.
schedule-not_open_to_you = Дальше идёт то, до чего вы, судя по `/progress`, ещё не дочитали, поэтому я вам этого не покажу.
schedule-text_gone = Этого текста нет, поэтому ничего не было бы опубликовано.

## Под тем, что публикуется

schedule-end = Конец текста и этого чтения.
schedule-late = Не опубликовано вовремя перед этим: { $posts ->
    [one] { $posts } сообщение
    [few] { $posts } сообщения
    [many] { $posts } сообщений
   *[other] { $posts } сообщения
}.
schedule-held = Не опубликовано перед этим, потому что ничего не было открыто: { $posts ->
    [one] { $posts } сообщение
    [few] { $posts } сообщения
    [many] { $posts } сообщений
   *[other] { $posts } сообщения
}.
schedule-over = **{ $title }**: конец текста и этого чтения.

## В списке, когда печатают

schedule-plan = чтение
schedule-quote = цитата
schedule-elsewhere = другой канал
schedule-all_texts = все тексты
