# Что читают, выбирая команду: описания не длиннее 100 знаков.

command-ask = Задать вопрос; ответом будет цитата из текста
command-search = Где именно встречаются эти слова и сколько раз
command-read = Читать текст с любого места
command-random = Случайный отрывок
command-quiz = Викторина по словам самих текстов
command-quiz_start = Начать викторину в этом канале
command-quiz_stop = Закончить викторину в этом канале и показать, где были ошибки
command-library = Какие тексты я прочитал
command-help = Что я умею
command-privacy = Что я храню и как это удалить
command-privacy_show = Что я храню о ваших вопросах и о сервере
command-delete_server = Удалить сейчас всё, что я храню об этом сервере (Управлять сервером)
command-texts = Собственные тексты этого сервера
command-texts_add = Добавить текст только для участников этого сервера
command-texts_remove = Удалить текст вместе с каждым его словом
command-texts_rename = Дать тексту другое название
command-texts_list = Какие собственные тексты есть у этого сервера
command-texts_quota = Сколько у этого сервера текстов и слов и сколько может быть
command-progress = До какой главы вы дочитали: о том, что дальше, я вам не расскажу
command-gate = До какой главы дошёл этот канал: о том, что дальше, я здесь не расскажу
command-gates_set = Открыть текст до определённой главы
command-gates_show = Какие тексты открыты не до конца
command-gates_clear = Снова открыть до конца один текст или все
command-schedule = Что я публикую в этом канале автоматически
command-schedule_quote = По отрывку в день
command-schedule_plan = Текст понемногу, от начала до конца
command-schedule_list = Что я публикую на этом сервере и когда в следующий раз
command-schedule_pause = Приостановить публикации по расписанию или продолжить их
command-schedule_remove = Удалить расписание
command-schedule_test = Показать только вам, что будет дальше
command-settings = Что я делаю на этом сервере
command-settings_show = Текущие настройки
command-settings_server = Для всего сервера
command-settings_channel = Для этого канала: в каком тексте искать, если не указан другой
command-gaps = На что в текстах этого сервера нет ответа
command-gaps_show = Вопросы без ответа, сначала самые частые
command-gaps_clear = Удалить все сохранённые вопросы

## Параметры

option-question = Ваш вопрос своими словами или место из списка
option-text = Какие слова искать
option-from = Глава, страница, 40 % или слова из нужного места
option-document = Только этот текст или сборник
option-private = Ответ видите только вы (потом его можно опубликовать в канале)
option-quiz_kind = О чём спрашивать; если не выбрать, будет и то и другое
option-quiz_questions = Сколько вопросов
option-confirm = Отменить это нельзя
option-file = Файл .txt, .md, .html, .epub, .docx или .pdf
option-title = Как назвать текст
option-language = Язык текста, если не хотите, чтобы я его угадывал
option-which = Какой текст
option-chapter = Последняя прочитанная глава; 0, если ещё ни одной
option-whole_server = Во всех каналах этого сервера, а не только в этом
option-time = Когда, например 9:00 или 21:30
option-zone = В каком часовом поясе, например Europe/Moscow
option-weekdays = Только с понедельника по пятницу
option-which_schedule = Какое расписание
option-words = Примерно сколько слов за раз, до конца предложения или раздела
option-plan_from = Откуда начать: глава, страница или 40 %
option-move_gate = Открывать ли главу в этом канале, только когда она опубликована целиком
option-shared = Искать ли здесь и в текстах всех серверов
option-usually_private = Показывать ли ответ только тому, кто спросил, если не указано иное
option-servers_language = Язык, на котором я пишу там, где это видят все
option-feedback = Показывать ли под ответами кнопки, чтобы отметить, помог ли ответ
option-gaps = Хранить ли вопросы без ответа 30 дней; об этом сказано в каждом таком ответе

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
choice-discords_language = Язык, указанный у этого сервера в Discord
choice-gap = Что пропущено в предложении
choice-chapter = Из какой главы предложение
choice-speaker = Кто что говорит
