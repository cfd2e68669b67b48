# Lo que está encima, debajo y en lugar de una respuesta.

## Alrededor de una cita

answer-perhaps = Quizá:
answer-not_said = El texto no lo dice.
answer-not_said_before = Antes del capítulo 1, el texto no lo dice.
answer-not_said_up_to = Hasta el capítulo { $chapter }, el texto no lo dice.
answer-not_said_so_far = En lo que hay desbloqueado aquí, los textos no lo dicen.
answer-closest = Lo más cercano, pero **no es una respuesta**:
answer-nothing_close = No he encontrado nada parecido. Quizá ayuden otras palabras; `/library` muestra lo que he leído.
answer-late = { $texts ->
    [one] { $texts } texto aún se está leyendo; inténtalo de nuevo dentro de unos minutos.
   *[other] { $texts } textos aún se están leyendo; inténtalo de nuevo dentro de unos minutos.
}
answer-others = **Otros pasajes** que encajan:
answer-places = **Varios lugares** se llaman así:
answer-shared_by = Compartido por { $person }

## Un lugar en un texto

place-page = página { $page }
place-pages = páginas { $first }–{ $last }
place-percent = { $percent } %
place-part = parte { $number } de { $count }

## Cómo se entendió una pregunta

understood-instead = «{ $to }» en vez de «{ $from }»
understood-looked_for = He buscado { $words }.
understood-texts_are_in = Idiomas de tus textos: { $languages }.
understood-and = { $before }, { $last }

## En los botones

button-earlier = ◀ Anterior
button-later = Siguiente ▶
button-wider = Más
button-context = Ver el contexto
button-answer = ◀ Respuesta
button-list = ◀ Lista
button-post = Publicar en el canal
button-posted = Publicado ✓
button-delete = Eliminar
button-ask_again = Volver a preguntar
button-helpful = Útil
button-not_it = No es eso
button-end_quiz = Terminar
button-others = Otros pasajes ({ $count })
button-read = Leer { $number }

## /search

search-nothing = Estas palabras no aparecen en ninguna parte, ni seguidas ni juntas.
search-phrase = **Exactamente estas palabras**
search-ordered = No seguidas, pero **todas en este orden**
search-together = No en este orden, pero **todas juntas**
search-form = No tal cual, pero **en otra forma**
search-weighty = No todas juntas, pero **todas menos las palabras pequeñas**
search-summary = { $how }: { $which } de { $capped ->
    [yes] al menos { $count }
   *[no] { $count }, en { $texts ->
        [one] { $texts } texto
       *[other] { $texts } textos
    }
}
search-times = { $count ->
    [one] { $count } vez en total
   *[other] { $count } veces en total
}
search-elsewhere_own = También en { $places ->
    [one] { $places } lugar
   *[other] { $places } lugares
} de los textos propios de este servidor: elige **{ library-own }** con `/search` y `{ name-document }`.
search-elsewhere_shared = También en { $places ->
    [one] { $places } lugar
   *[other] { $places } lugares
} de los textos de todos los servidores: elige **{ library-shared }** con `/search` y `{ name-document }`.
search-meant = «{ $given }» no aparece en ninguna parte. ¿Querías decir «{ $meant }»?

## Comprobar esta cita

quote-exact = ✅ **Palabra por palabra**
quote-shortened = ✅ **Palabra por palabra, pero abreviado**: lo que falta está aquí en negrita.
quote-shortened_not = 🟡 **Abreviado, y falta una negación**: lo que falta está aquí en negrita.
quote-nearly = 🟡 **Casi**: { $places ->
    [one] { $places } lugar es distinto
   *[other] { $places } lugares son distintos
}
quote-partly = 🟡 **Solo en parte**: lo tachado no está en el texto.
quote-apart = 🟡 **Palabra por palabra, pero no en un mismo lugar**
quote-several = **{ $quotations ->
    [one] { $quotations } cita
   *[other] { $quotations } citas
}**: { $kinds }
quote-not_all = ❌ **No todo está en estos textos**
quote-not_found = ❌ **No está en estos textos**
quote-looked_in = He buscado en { $texts ->
    [one] { $texts } texto
   *[other] { $texts } textos
}. Puede que esté en otro que no tengo: `/library`
quote-in_text = **En el texto**
quote-in_message = **En el mensaje**

## Sobre un texto

about-read = Solo cito frases sueltas, así que eso es mejor que lo leas: `/read` abre el texto en ese lugar.
about-summary = Solo cito frases sueltas y no resumo nada: `/read` abre el texto y `/ask` encuentra lo que dice de algo.
about-no_date = No sé cuándo se publicó un texto ni quién lo publicó.
about-titles = { $texts ->
    [one] Un texto aquí
   *[other] { $texts } textos aquí
}: { $titles }
about-more = { $more ->
    [one] Y un texto más: `/library` los muestra todos.
   *[other] Y { $more } textos más: `/library` los muestra todos.
}
about-author = { $title } es de { $author }.
about-no_author = { $title } no indica quién es el autor.
about-no_authors = Ninguno de los textos indica quién es el autor.
about-none_by = Ningún texto de aquí indica que sea de { $author }.
about-no_part = { $title } no tiene esa parte.
about-no_parts = Ninguno de los textos tiene esa parte.
about-length = { $title } tiene { $parts }.
about-language = Idioma de { $title }: { $language }.
