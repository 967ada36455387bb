// Verbs of saying, in the forms in which they stand beside direct speech.
/** English's. */
export let english =
  'said|says|told|tells|added|adds|asked|asks|replied|replies|warned|warns|argued|argues|insisted|insists|wrote|writes|noted|notes|stated|states|explained|explains|continued|concluded|recalled|announced|declared|admitted|conceded|claimed|claims|stressed|acknowledged|answered|answers|testified|complained|joked|predicted|predicts'
let german =
  'sagte?|sagt|erklärte?|erklärt|betonte?|betont|antwortete|meinte?|meint|schrieb|schreibt|ergänzte?|fügte|warnte?|warnt|fragte?|fragt|unterstrich|kündigte|teilte|berichtete'
/** French's, which set it between commas. */
export let french =
  'dit|exclamée?|indignée?|déclare|déclaré|affirme|affirmé|explique|expliqué|ajoute|ajouté|souligne|souligné|précise|précisé|répond|répondu|assure|assuré|estime|estimé|demande|demandé|indique|indiqué|écrit|confie|confié|prévient|rappelle|rappelé|note|noté|conclut|insiste|insisté|lance|lancé|poursuit|poursuivi|reconnaît|reconnu'
let spanish =
  'dijo|dice|añadió|añade|agregó|respondió|responde|preguntó|pregunta|afirmó|afirma|explicó|explica|señaló|señala|subrayó|subraya|aseguró|asegura|contestó|declaró|declara|comentó|indicó|advirtió|advierte|insistió|reconoció|concluyó'
let romance =
  'disse|diz|afirmou|acrescentou|respondeu|perguntou|declarou|explicou|detto|dice|spiega|spiegato|aggiunge|aggiunto|afferma|affermato|risponde|risposto|sottolinea|sottolineato|dichiarato'
let polish =
  'powiedział[ao]?|mówi|dodał[ao]?|dodaje|odpowiedział[ao]?|odparł[ao]?|stwierdził[ao]?|zaznaczył[ao]?|podkreślił[ao]?|zapytał[ao]?|wyjaśnił[ao]?|oświadczył[ao]?|przyznał[ao]?|napisał[ao]?'
let russian =
  'сказал[аи]?|говорит|говорят|заявил[аи]?|заявляет|добавил[аи]?|добавляет|отметил[аи]?|отмечает|подчеркнул[аи]?|подчёркивает|ответил[аи]?|отвечает|спросил[аи]?|спрашивает|пояснил[аи]?|поясняет|уточнил[аи]?|сообщил[аи]?|признал[аи]?|признался|призналась|продолжил[аи]?|заметил[аи]?|написал[аи]?|пишет|считает|уверен[аы]?|предупредил[аи]?|напомнил[аи]?|рассказал[аи]?|объяснил[аи]?|заключил[аи]?|парировал[аи]?'
let ukrainian =
  'сказа(?:в|ла|ли)|каже|заяви(?:в|ла|ли)|дода(?:в|ла|ли)|додає|зазначи(?:в|ла|ли)|зазначає|наголоси(?:в|ла|ли)|наголошує|підкресли(?:в|ла|ли)|відпові(?:в|ла|ли)|відповідає|запита(?:в|ла|ли)|поясни(?:в|ла|ли)|уточни(?:в|ла|ли)|повідоми(?:в|ла|ли)|визна(?:в|ла|ли)|написа(?:в|ла|ли)|пише|вважає|розпові(?:в|ла|ли)|попереди(?:в|ла|ли)'
let others = 'אמרה?|אמרו|הוסיפה?|ציינה?|הדגישה?|השיבה?|قال|قالت|أضافت?|dedi|diyor|είπε|πρόσθεσε|τόνισε|δήλωσε'

/** Those of other languages, each as the source of a pattern. */
export let abroad = [german, french, spanish, romance, polish, russian, ukrainian, others]
