# Was es zu lesen gibt: Bibliotheken, Texte, Kapitel, und wie viele davon.

## Zahlen mit ihren Hauptwörtern

count-texts = { $count ->
    [one] { $count } Text
   *[other] { $count } Texte
}
count-words = { $count ->
    [one] { $count } Wort
   *[other] { $count } Wörter
}
count-chapters = { $count ->
    [one] { $count } Kapitel
   *[other] { $count } Kapitel
}
count-passages = { $count ->
    [one] { $count } Textstelle
   *[other] { $count } Textstellen
}
count-pages = { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
}

## /library

library-own = Eigene Texte dieses Servers
library-shared = Texte aller Server
library-title_own = **Eigene Texte dieses Servers**
library-title_shared = **Was ich gelesen habe**
library-to_own = Texte dieses Servers
library-to_shared = Texte aller Server
library-read = Ein Kapitel lesen
library-jump = Zu einer Seite springen
library-by = **{ $title }** von { $author }
library-page = Seite { $page } von { $pages }
library-jump_to = Seite { $page }: { $first } … { $last }

## Sprachen von Texten

language-name = { $tag ->
    [en] Englisch
    [ar] Arabisch
    [zh] Chinesisch
    [cs] Tschechisch
    [da] Dänisch
    [nl] Niederländisch
    [fi] Finnisch
    [fr] Französisch
    [de] Deutsch
    [el] Griechisch
    [he] Hebräisch
    [hi] Hindi
    [hu] Ungarisch
    [it] Italienisch
    [ja] Japanisch
    [ko] Koreanisch
    [no] Norwegisch
    [pl] Polnisch
    [pt] Portugiesisch
    [ro] Rumänisch
    [ru] Russisch
    [es] Spanisch
    [sv] Schwedisch
    [ta] Tamil
    [th] Thailändisch
    [tr] Türkisch
    [uk] Ukrainisch
    [vi] Vietnamesisch
   *[und] eine andere Sprache
}
