# Was man liest, während man einen Befehl wählt: Beschreibungen haben höchstens 100 Zeichen.

command-ask = Eine Frage stellen; die Antwort ist ein Zitat aus dem Text
command-search = Wo genau diese Wörter stehen und wie oft
command-read = Einen Text ab einer beliebigen Stelle lesen
command-random = Eine zufällige Stelle
command-quiz = Ein Quiz aus den Worten der Texte
command-quiz_start = In diesem Kanal ein Quiz starten
command-quiz_stop = Das Quiz in diesem Kanal beenden und zeigen, was falsch war
command-library = Welche Texte ich gelesen habe
command-help = Was ich kann
command-privacy = Was ich speichere und wie man es löschen lässt
command-privacy_show = Was ich von deinen Fragen und von einem Server speichere
command-delete_server = Alles sofort löschen, was ich von diesem Server gespeichert habe (Server verwalten)
command-texts = Die eigenen Texte dieses Servers
command-texts_add = Einen Text hinzufügen, nur für die Mitglieder dieses Servers
command-texts_remove = Einen Text löschen, mit jedem seiner Wörter
command-texts_rename = Einem Text einen anderen Titel geben
command-texts_list = Welche eigenen Texte dieser Server hat
command-texts_quota = Wie viel dieser Server hat und haben darf
command-progress = Wie weit du gelesen hast: Was danach kommt, wird dir nicht verraten
command-gate = Wie weit dieser Kanal gelesen hat: Was danach kommt, wird hier nicht verraten
command-gates_set = Einen Text bis zu einem Kapitel freischalten
command-gates_show = Welche Texte nicht bis zum Ende freigeschaltet sind
command-gates_clear = Einen Text oder alle wieder bis zum Ende freischalten
command-schedule = Was ich in diesem Kanal automatisch poste
command-schedule_quote = Jeden Tag eine Stelle
command-schedule_plan = Ein Text Stück für Stück, von Anfang bis Ende
command-schedule_list = Was ich auf diesem Server poste und wann das nächste Mal
command-schedule_pause = Einen Zeitplan pausieren oder fortsetzen
command-schedule_remove = Einen Zeitplan löschen
command-schedule_test = Nur dir zeigen, was als Nächstes kommt
command-settings = Was ich auf diesem Server tue
command-settings_show = Wie es jetzt eingestellt ist
command-settings_server = Für den ganzen Server
command-settings_channel = Für diesen Kanal: in welchem Text ich suche, wenn kein anderer angegeben ist
command-gaps = Was die Texte dieses Servers nicht beantworten
command-gaps_show = Die Fragen ohne Antwort, die häufigsten zuerst
command-gaps_clear = Alle gespeicherten Fragen löschen

## Ihre Optionen

option-question = Deine Frage in deinen eigenen Worten oder eine Stelle aus der Liste
option-text = Die Wörter, die gesucht werden
option-from = Ein Kapitel, eine Seite, 40 % oder Wörter, die dort stehen
option-document = Nur dieser Text oder diese Sammlung
option-private = Nur du siehst die Antwort (du kannst sie danach im Kanal posten)
option-quiz_kind = Was gefragt wird; alles, wenn nichts gewählt ist
option-quiz_questions = Wie viele Fragen
option-confirm = Es lässt sich nicht rückgängig machen
option-file = Eine Datei: .txt, .md, .html, .epub, .docx oder .pdf
option-title = Wie der Text heißen soll
option-language = Die Sprache des Textes, wenn ich sie nicht erraten soll
option-which = Welcher Text
option-chapter = Das letzte gelesene Kapitel; 0, wenn noch keines
option-whole_server = In allen Kanälen dieses Servers, nicht nur in diesem
option-time = Wann, etwa 9:00 oder 21:30
option-zone = In welcher Zeitzone, etwa Europe/Berlin
option-weekdays = Nur von Montag bis Freitag
option-which_schedule = Welcher Zeitplan
option-words = Etwa wie viele Wörter auf einmal, bis zum Ende eines Satzes oder Abschnitts
option-plan_from = Wo es losgeht: ein Kapitel, eine Seite oder 40 %
option-move_gate = Ob ein Kapitel in diesem Kanal erst freigeschaltet wird, wenn es ganz gepostet ist
option-shared = Ob ich hier auch in den Texten aller Server suche
option-usually_private = Ob nur die fragende Person die Antwort sieht, solange sie nichts anderes angibt
option-servers_language = Die Sprache, in der ich schreibe, wo alle es sehen
option-feedback = Ob unter Antworten Buttons stehen, mit denen man sagt, ob sie geholfen haben
option-gaps = Ob Fragen ohne Antwort 30 Tage gespeichert werden; jede solche Antwort sagt es dazu

## Namen von Optionen

name-question = frage
name-text = text
name-from = ab
name-document = dokument
name-private = privat
name-kind = art
name-questions = fragen
name-file = datei
name-title = titel
name-language = sprache
name-shared = gemeinsame-texte
name-confirm = bestätigen
name-chapter = kapitel
name-whole_server = ganzer-server
name-time = uhrzeit
name-zone = zeitzone
name-weekdays = werktags
name-words = wörter
name-move_gate = kapitel-freischalten
name-schedule = zeitplan
name-feedback = rückmeldung
name-gaps = lücken

## Namen der Befehle auf einer Nachricht

name-find = In der Bibliothek suchen
name-check = Zitat prüfen

## Zur Wahl

choice-delete_server = Die Texte und Einstellungen dieses Servers löschen
choice-discords_language = Die Sprache, die dieser Server auf Discord hat
choice-gap = Was in einem Satz fehlt
choice-chapter = Aus welchem Kapitel ein Satz stammt
choice-speaker = Wer etwas sagt
