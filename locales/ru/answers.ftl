# Что стоит над ответом, под ним и вместо него.

## Вокруг цитаты

answer-perhaps = Возможно:
answer-not_said = В тексте об этом не сказано.
answer-not_said_before = До главы 1 в тексте об этом не сказано.
answer-not_said_up_to = До главы { $chapter } включительно в тексте об этом не сказано.
answer-not_said_so_far = В той части текстов, что здесь открыта, об этом не сказано.
answer-closest = Ближе всего, но **это не ответ**:
answer-nothing_close = Ничего похожего нет. Попробуйте другие слова; `/library` покажет, что я прочитал.
answer-late = { $texts ->
    [one] Ещё читается { $texts } текст; попробуйте ещё раз через несколько минут.
    [few] Ещё читаются { $texts } текста; попробуйте ещё раз через несколько минут.
    [many] Ещё читаются { $texts } текстов; попробуйте ещё раз через несколько минут.
   *[other] Ещё читаются { $texts } текста; попробуйте ещё раз через несколько минут.
}
answer-others = **Другие подходящие отрывки**:
answer-places = **Так называется несколько мест**:
answer-shared_by = Поделился участник { $person }

## Место в тексте

place-page = стр. { $page }
place-pages = стр. { $first }–{ $last }
place-percent = { $percent } %
place-part = часть { $number } из { $count }

## Как понят вопрос

understood-instead = «{ $to }» вместо «{ $from }»
understood-looked_for = Искал так: { $words }.
understood-texts_are_in = Языки ваших текстов: { $languages }.
understood-and = { $before } и { $last }

## На кнопках

button-earlier = ◀ Назад
button-later = Дальше ▶
button-wider = Ещё
button-context = Показать контекст
button-answer = ◀ Ответ
button-list = ◀ Список
button-post = Опубликовать в канале
button-posted = Опубликовано ✓
button-delete = Удалить
button-ask_again = Спросить ещё раз
button-helpful = Помогло
button-not_it = Не то
button-end_quiz = Закончить
button-others = Другие отрывки ({ $count })
button-read = Читать { $number }

## /search

search-nothing = Эти слова нигде не встречаются: ни подряд, ни вместе.
search-phrase = **Именно эти слова**
search-ordered = Не подряд, но **все в этом порядке**
search-together = Не в этом порядке, но **все вместе**
search-form = Не в этой форме, но **в другой**
search-weighty = Не все вместе, но **все, кроме служебных**
search-summary = { $how }: { $which } из { $capped ->
    [yes] не менее чем { $count }
   *[no] { $count }, в { $texts ->
        [one] { $texts } тексте
        [few] { $texts } текстах
        [many] { $texts } текстах
       *[other] { $texts } текста
    }
}
search-times = { $count ->
    [one] всего { $count } раз
    [few] всего { $count } раза
    [many] всего { $count } раз
   *[other] всего { $count } раза
}
search-elsewhere_own = Ещё { $places ->
    [one] { $places } место
    [few] { $places } места
    [many] { $places } мест
   *[other] { $places } места
} в собственных текстах этого сервера: выберите **{ library-own }** в параметре `{ name-document }` команды `/search`.
search-elsewhere_shared = Ещё { $places ->
    [one] { $places } место
    [few] { $places } места
    [many] { $places } мест
   *[other] { $places } места
} в текстах всех серверов: выберите **{ library-shared }** в параметре `{ name-document }` команды `/search`.
search-meant = «{ $given }» нигде не встречается. Возможно, вы имели в виду «{ $meant }»?

## Проверить цитату

quote-exact = ✅ **Слово в слово**
quote-shortened = ✅ **Слово в слово, но сокращено**: пропущенное выделено здесь жирным.
quote-shortened_not = 🟡 **Сокращено, и пропущено отрицание**: пропущенное выделено здесь жирным.
quote-nearly = 🟡 **Почти**: { $places ->
    [one] { $places } место отличается
    [few] { $places } места отличаются
    [many] { $places } мест отличаются
   *[other] { $places } места отличаются
}
quote-partly = 🟡 **Только частично**: зачёркнутого в тексте нет.
quote-apart = 🟡 **Слово в слово, но не в одном месте**
quote-several = **{ $quotations ->
    [one] { $quotations } цитата
    [few] { $quotations } цитаты
    [many] { $quotations } цитат
   *[other] { $quotations } цитаты
}**: { $kinds }
quote-not_all = ❌ **В этих текстах есть не всё**
quote-not_found = ❌ **Нет в этих текстах**
quote-looked_in = Я искал в { $texts ->
    [one] { $texts } тексте
    [few] { $texts } текстах
    [many] { $texts } текстах
   *[other] { $texts } текста
}. Возможно, это есть в тексте, которого у меня нет: `/library`
quote-in_text = **В тексте**
quote-in_message = **В сообщении**

## О самом тексте

about-read = Я цитирую только отдельные предложения, так что это лучше прочитать самим: `/read` откроет текст на этом месте.
about-summary = Я цитирую только отдельные предложения и ничего не пересказываю: `/read` откроет текст, а `/ask` найдёт, что в нём о чём-либо сказано.
about-no_date = Я не знаю, когда вышел текст и кто его издал.
about-titles = { $texts ->
    [one] { $texts } текст здесь
    [few] { $texts } текста здесь
    [many] { $texts } текстов здесь
   *[other] { $texts } текста здесь
}: { $titles }
about-more = { $more ->
    [one] И ещё { $more } текст: `/library` покажет все.
    [few] И ещё { $more } текста: `/library` покажет все.
    [many] И ещё { $more } текстов: `/library` покажет все.
   *[other] И ещё { $more } текста: `/library` покажет все.
}
about-author = Автор текста «{ $title }» — { $author }.
about-no_author = В тексте «{ $title }» не указано, кто его написал.
about-no_authors = Ни в одном из текстов не указано, кто его написал.
about-none_by = Ни в одном из текстов не указано, что его автор — { $author }.
about-no_part = В тексте «{ $title }» такой части нет.
about-no_parts = Ни в одном из текстов такой части нет.
about-length = Объём текста «{ $title }»: { $parts }.
about-language = Язык текста «{ $title }»: { $language }.
