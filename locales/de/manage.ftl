manage-not_here = Wer mich betreibt, lässt mich keine Texte und Einstellungen von Servern speichern.
manage-on_servers_only = Das geht nur auf einem Server.
manage-not_a_manager = Das kann nur, wer die Berechtigung *Server verwalten* hat.
manage-not_discords = Discord nennt für diese Datei eine Adresse, die nicht zu Discord gehört, deshalb habe ich sie nicht abgerufen.
manage-wrong_length = Diese Datei ist nicht so groß, wie Discord angegeben hat. Bitte schicke sie noch einmal.
manage-not_fetched = Ich konnte diese Datei nicht von Discord abrufen. Bitte schicke sie noch einmal.
manage-uploads_busy = Gerade werden andere Dateien gelesen. Bitte versuche es in einer Minute noch einmal.
manage-no_such_text = So einen Text hat dieser Server nicht. Wähle einen aus der Liste, die beim Tippen erscheint.
manage-no_title = Ein Titel braucht mindestens einen Buchstaben oder eine Ziffer.
manage-no_texts = Dieser Server hat keine eigenen Texte. `/texts add` fügt einen hinzu.
manage-server_deleted = Alles, was ich von diesem Server gespeichert hatte, ist gelöscht: seine eigenen Texte mit allem, was daraus gemacht wurde, und seine Einstellungen.

## /texts add

manage-added = **{ $title }** wurde hinzugefügt, nur für die Mitglieder dieses Servers: { $chapters }, { $passages }, { $words }, Sprache: { $language }.
manage-no_chapters = keine Kapitel
manage-left_out = Ausgelassen, weil ich es nicht lesen konnte: { $pages } ({ $listed }). Falls das Bilder von Seiten sind, hilft eine Texterkennung (OCR).
manage-there_already = Diese Datei ist schon da: **{ $title }**.
manage-too_many_texts = Dieser Server hat { $most ->
    [one] { $most } Text
   *[other] { $most } Texte
}, mehr darf er nicht haben. `/texts remove` schafft Platz.
manage-too_many_words = Damit hätte dieser Server mehr als { $most ->
    [one] { $most } Wort
   *[other] { $most } Wörter
}; er hat { $there ->
    [one] { $there } Wort
   *[other] { $there } Wörter
}. `/texts remove` schafft Platz.
manage-too_many_bytes = Damit bräuchten die Texte dieses Servers mehr als { $mib } MiB, mit allem, was daraus gemacht wird, um Antworten zu finden. `/texts remove` schafft Platz.
manage-no_room = Für Texte von Servern ist kein Platz mehr. Wer mich betreibt, kann welchen schaffen.
manage-too_large = Diese Datei ist größer als { $mib } MiB. Teile sie auf oder schicke ein Format ohne Bilder.
manage-unknown_format = Dateien wie { $file } lese ich nicht. Schicke { -formats }.
-formats = .txt, .md, .html, .epub, .docx oder .pdf
manage-unreadable = { $file } { $reason }. Es wurde nichts hinzugefügt.
# Warum eine Datei nicht gelesen werden kann, als $reason.
reason-locked = ist mit einem Passwort geschützt; speichere eine Kopie ohne Passwort
reason-copy_protected = ist kopiergeschützt (DRM); nimm eine Kopie ohne Schutz
reason-pictures = enthält keinen Text, nur Bilder; lass eine Texterkennung (OCR) darüberlaufen
reason-empty = enthält keinen Text
reason-damaged = ist beschädigt; besorge oder speichere die Datei neu
reason-other_format = hat ein anderes Format, als der Name sagt; speichere sie als { -formats }
reason-too_much = ist zu groß zum Lesen; teile sie auf
reason-failed = konnte nicht gelesen werden; speichere sie neu oder in einem anderen Format

## Was sonst mit /texts geht

manage-removed = **{ $title }** ist gelöscht, aus den Antworten und aus jeder meiner Dateien. Nachrichten, die daraus zitiert haben, liegen bei Discord und bleiben.
manage-renamed = Der Text heißt jetzt **{ $title }**.
manage-listed = **{ $count ->
    [one] { $count } eigener Text
   *[other] { $count } eigene Texte
} dieses Servers**
manage-more = … und noch { $more }: `/library` zeigt alle.
manage-quota = Dieser Server hat { $texts } von { $most_texts ->
    [one] { $most_texts } Text
   *[other] { $most_texts } Texten
}, mit { $words } von { $most_words ->
    [one] { $most_words } Wort
   *[other] { $most_words } Wörtern
}; die Dateien sind zusammen { $mib } MiB groß.
manage-quota_file = Eine Datei darf bis zu { $mib } MiB groß sein{ $uploads }.
manage-uploads = , höchstens { $an_hour ->
    [one] { $an_hour } Datei
   *[other] { $an_hour } Dateien
} pro Stunde

## /settings

settings-shared = Ich suche hier auch in den Texten aller Server.
settings-not_shared = In den Texten aller Server suche ich hier nicht.
settings-private = Eine Antwort sieht nur die Person, die gefragt hat, solange sie nichts anderes angibt.
settings-public = Eine Antwort sehen alle, solange die Person, die fragt, nichts anderes angibt.
settings-language = Was alle sehen, ist in dieser Sprache: { $language }.
settings-discords_language = Was alle sehen, ist in der Sprache, die dieser Server auf Discord hat.
settings-usual_text = In diesem Kanal suche ich in **{ $title }**, wenn kein anderer Text angegeben ist.
settings-all_texts = In diesem Kanal suche ich in allen Texten.
settings-feedback = Unter Antworten stehen die Buttons **{ button-helpful }** ({ $helpful }× gedrückt) und **{ button-not_it }** ({ $not_it }×).
settings-no_feedback = Unter Antworten stehen keine Buttons, mit denen man sagt, ob sie geholfen haben.
settings-gaps = **Fragen, die die Texte nicht beantworten, werden gespeichert**, 30 Tage lang: `/gaps show` zeigt sie.
settings-no_gaps = Fragen werden nicht gespeichert.

## /progress und /gate

gates-to_you = für dich
gates-to_channel = in diesem Kanal
gates-to_server = auf diesem Server
gates-closed = **{ $title }** ist { $to } ab Kapitel 1 gesperrt. { -not-told }
gates-open = **{ $title }** ist { $to } bis Kapitel { $chapter } freigeschaltet. { -not-told }
gates-open_heading = **{ $title }** ist { $to } bis Kapitel { $chapter } (**{ $heading }**) freigeschaltet. { -not-told }
-not-told = Was danach kommt, wird nicht verraten.
gates-no_such_chapter = In **{ $title }** finde ich kein Kapitel { $chapter }. `/library` mit `{ name-document }` zeigt die Kapitel.
gates-cleared = **{ $title }** ist { $to } bis zum Ende freigeschaltet.
gates-all_cleared = Alle Texte sind { $to } bis zum Ende freigeschaltet.
gates-listed = Freigeschaltet { $to }:
gates-line = **{ $title }** bis Kapitel { $chapter }
gates-line_heading = **{ $title }** bis Kapitel { $chapter }, **{ $heading }**
# Of a text that was replaced.
gates-line_closed = **{ $title }** ist ab Kapitel 1 gesperrt
gates-line_gone = **{ $title }** ist verschlossen: ein Kapitel { $chapter } gibt es darin nicht mehr
gates-one_text = Wähle einen einzelnen Text aus der Liste, die beim Tippen erscheint.
gates-forgotten = Alle Texte sind für dich bis zum Ende freigeschaltet, hier und überall. Wie weit du gelesen hast, habe ich vergessen.
