# Что читают, выбирая команду: описания не длиннее 100 знаков.

command-ask = Задай вопрос; ответом будет цитата из текста
command-search = Где именно стоят эти слова и сколько раз
command-read = Читать текст с любого места
command-random = Случайный отрывок
command-quiz = Викторина из слов самих текстов
command-quiz_start = Начать викторину в этом канале
command-quiz_stop = Закончить викторину в этом канале и показать ошибки
command-library = Какие тексты я прочитал
command-help = Что я умею
command-privacy = Что я храню и как это удалить
command-privacy_show = Что я храню из твоих вопросов и что храню о сервере
command-delete_server = Удалить всё, что я храню об этом сервере, сейчас (Управлять сервером)
command-texts = Собственные тексты этого сервера
command-texts_add = Добавить текст только для участников этого сервера
command-texts_remove = Убрать текст вместе с каждым его словом
command-texts_rename = Дать тексту другое название
command-texts_list = Какие собственные тексты есть у этого сервера
command-texts_quota = Сколько у этого сервера есть и сколько может быть
command-progress = Докуда прочитано у тебя: о том, что дальше, тебе не расскажут
command-gate = Докуда прочитал этот канал: о том, что дальше, здесь не расскажут
command-gates_set = Текст открыт до главы
command-gates_show = Какие тексты открыты не до конца
command-gates_clear = Текст снова открыт до конца, или все тексты
command-schedule = Что я публикую в этом канале сам
command-schedule_quote = Отрывок в день
command-schedule_plan = Текст понемногу, от начала до конца
command-schedule_list = Что я публикую на этом сервере и когда в следующий раз
command-schedule_pause = Приостановить или продолжить
command-schedule_remove = Убрать
command-schedule_test = Показать только тебе, что будет дальше
command-settings = Что я делаю на этом сервере
command-settings_show = Как настроено сейчас
command-settings_server = Для всего сервера
command-settings_channel = Для этого канала: в каком тексте искать, если не назван другой
command-gaps = На что тексты этого сервера не отвечают
command-gaps_show = Вопросы без ответа, сначала самые частые
command-gaps_clear = Удалить все сохранённые вопросы

## Параметры

option-question = Твой вопрос своими словами или место из списка
option-text = Какие слова искать
option-from = Глава, страница, 40 % или слова, которые там стоят
option-document = Только этот текст или собрание
option-private = Ответ видишь только ты (потом его можно показать в канале)
option-quiz_kind = О чём спрашивать; если не выбрать — обо всём
option-quiz_questions = Сколько вопросов
option-confirm = Отменить это нельзя
option-file = Файл .txt, .md, .html, .epub, .docx или .pdf
option-title = Как назвать текст
option-language = Язык текста, если мне не нужно угадывать
option-which = Какой текст
option-chapter = Последняя прочитанная глава; 0, если ещё ни одной
option-whole_server = Во всех каналах этого сервера, а не только в этом
option-time = Когда, например 9:00 или 21:30
option-zone = По часам какого пояса, например Europe/Moscow
option-weekdays = Только с понедельника по пятницу
option-which_schedule = Что именно
option-words = Примерно сколько слов за раз, до конца предложения или раздела
option-plan_from = Откуда начать: глава, страница или 40 %
option-move_gate = Открывать ли главу в этом канале, только когда она опубликована целиком
option-shared = Искать ли здесь и в текстах всех серверов
option-usually_private = Видит ли ответ только тот, кто спросил, если не сказано иначе
option-servers_language = Язык, на котором я говорю там, где видят все
option-feedback = Есть ли под ответами кнопки, говорящие, помогли ли они
option-gaps = Хранить ли вопросы без ответа 30 дней, о чём говорит каждый такой ответ

## Названия параметров

name-question = вопрос
name-text = текст
name-from = откуда
name-document = документ
name-private = лично
name-kind = вид
name-questions = вопросы
name-file = файл
name-title = название
name-language = язык
name-shared = общие-тексты
name-confirm = подтверждение
name-chapter = глава
name-whole_server = весь-сервер
name-time = время
name-zone = часовой-пояс
name-weekdays = по-будням
name-words = слова
name-move_gate = открывать-главы
name-schedule = расписание
name-feedback = отзывы
name-gaps = пробелы

## Названия команд для сообщения

name-find = Найти в библиотеке
name-check = Проверить цитату

## Варианты

choice-delete_server = Удалить тексты и настройки этого сервера
choice-discords_language = Как у этого сервера в Discord
choice-gap = Что пропущено в предложении
choice-chapter = Из какой главы предложение
choice-speaker = Кто что говорит
