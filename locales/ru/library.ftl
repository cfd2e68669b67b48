# Что можно читать: библиотеки, тексты, главы, и сколько их.

## Числа с существительными

count-texts = { $count ->
    [one] { $count } текст
    [few] { $count } текста
    [many] { $count } текстов
   *[other] { $count } текста
}
count-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
    [many] { $count } слов
   *[other] { $count } слова
}
count-chapters = { $count ->
    [one] { $count } глава
    [few] { $count } главы
    [many] { $count } глав
   *[other] { $count } главы
}
count-passages = { $count ->
    [one] { $count } отрывок
    [few] { $count } отрывка
    [many] { $count } отрывков
   *[other] { $count } отрывка
}
count-pages = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
    [many] { $count } страниц
   *[other] { $count } страницы
}

## /library

library-own = Собственные тексты этого сервера
library-shared = Тексты всех серверов
library-title_own = **Собственные тексты этого сервера**
library-title_shared = **Что я прочитал**
library-to_own = Тексты этого сервера
library-to_shared = Тексты всех серверов
library-read = Читать главу
library-jump = Перейти к странице
library-by = **{ $title }**, автор: { $author }
library-page = страница { $page } из { $pages }
library-jump_to = Страница { $page }: { $first } … { $last }

## Языки текстов

language-name = { $tag ->
    [en] английский
    [ar] арабский
    [zh] китайский
    [cs] чешский
    [da] датский
    [nl] нидерландский
    [fi] финский
    [fr] французский
    [de] немецкий
    [el] греческий
    [he] иврит
    [hi] хинди
    [hu] венгерский
    [it] итальянский
    [ja] японский
    [ko] корейский
    [no] норвежский
    [pl] польский
    [pt] португальский
    [ro] румынский
    [ru] русский
    [es] испанский
    [sv] шведский
    [ta] тамильский
    [th] тайский
    [tr] турецкий
    [uk] украинский
    [vi] вьетнамский
   *[und] другой язык
}
