# Lo que hay para leer: bibliotecas, textos, capítulos, y cuántos.

## Números con sus nombres

count-texts = { $count ->
    [one] { $count } texto
   *[other] { $count } textos
}
count-words = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
count-chapters = { $count ->
    [one] { $count } capítulo
   *[other] { $count } capítulos
}
count-passages = { $count ->
    [one] { $count } pasaje
   *[other] { $count } pasajes
}
count-pages = { $count ->
    [one] { $count } página
   *[other] { $count } páginas
}

## /library

library-own = Textos propios de este servidor
library-shared = Textos de todos los servidores
library-title_own = **Textos propios de este servidor**
library-title_shared = **Lo que he leído**
library-to_own = Textos de este servidor
library-to_shared = Textos de todos los servidores
library-read = Leer un capítulo
library-jump = Ir a una página
library-by = **{ $title }**, de { $author }
library-page = página { $page } de { $pages }
library-jump_to = Página { $page }: { $first } … { $last }

## Idiomas de los textos

language-name = { $tag ->
    [en] inglés
    [ar] árabe
    [zh] chino
    [cs] checo
    [da] danés
    [nl] neerlandés
    [fi] finés
    [fr] francés
    [de] alemán
    [el] griego
    [he] hebreo
    [hi] hindi
    [hu] húngaro
    [it] italiano
    [ja] japonés
    [ko] coreano
    [no] noruego
    [pl] polaco
    [pt] portugués
    [ro] rumano
    [ru] ruso
    [es] español
    [sv] sueco
    [ta] tamil
    [th] tailandés
    [tr] turco
    [uk] ucraniano
    [vi] vietnamita
   *[und] otro idioma
}
