import type { Unread } from '.'
import { spansOf } from './signs'

// Verbs of saying, in the forms in which they stand beside direct speech.
let english =
  'said|says|told|tells|added|adds|asked|asks|replied|replies|warned|warns|argued|argues|insisted|insists|wrote|writes|noted|notes|stated|states|explained|explains|continued|concluded|recalled|announced|declared|admitted|conceded|claimed|stressed|acknowledged|answered|testified'
let german =
  'sagte?|sagt|erklärte?|erklärt|betonte?|betont|antwortete|meinte?|meint|schrieb|schreibt|ergänzte?|fügte|warnte?|warnt|fragte?|fragt|unterstrich|kündigte|teilte|berichtete'
let french =
  'dit|déclare|déclaré|affirme|affirmé|explique|expliqué|ajoute|ajouté|souligne|souligné|précise|précisé|répond|répondu|assure|assuré|estime|estimé|demande|demandé|indique|indiqué|écrit|confie|confié|prévient|rappelle|rappelé|note|noté|conclut|insiste|insisté|lance|lancé|poursuit|poursuivi|reconnaît|reconnu'
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
let verb = `(?:${[english, german, french, spanish, romance, polish, russian, ukrainian, others].join('|')})(?!\\p{L})`

let blank = '[ \\t\\u00a0\\u202f]'
// Behind a dash: —dijo Orr—, – сказал он, –
let dashed = new RegExp(
  `[,.]?(?<![\\s–—―-])\\s{0,2}(?:[–—―]|--|-(?=\\s))\\s?${verb}[^–—―«»"“”„\\n]{0,70}?[,.]?${blank}?(?:[–—―]|--|(?<=\\s)-(?=\\s))[,.]?${blank}?\\n?`,
  'giu'
)
// Between two pairs of marks, where the sentence goes on: ,” said Vell, “and
let marked = new RegExp(
  `,?(?:${blank}?»|["”“]|(?<=,)['’]|['’](?=,))[,.]?\\s{0,2}([^"„“”«»‘.!?;:\\n]{2,80}),?\\s{1,2}["„“«‘']${blank}?(?=\\p{Ll}|\\p{Lo})`,
  'giu'
)
// French sets nothing but commas: «…, affirme M. Orr, …», «…, a-t-elle dit, …»
let inverted = new RegExp(
  `,\\s(?:a-t-(?:il|elle|on)\\s(?:${french})|(?:${french})(?:-t)?-(?:il|elle|on)|(?:${french}|a (?:${french}))\\s(?:M\\.|Mme|Mlle|le|la|l['’]|\\p{Lu}))(?!-)[^,.!?;:«»"“”\\n]{0,60},\\s`,
  'gu'
)
let said = new RegExp(`(?<!\\p{L})${verb}`, 'giu')

/**
 * Who says it, where that stands inside the direct speech: the speaker's words go on behind it, and it is the reporter's, with the comma or
 * full stop beside it. Inside one pair of marks or behind one dash it may end a sentence; between two pairs only where
 * the sentence goes on, in small letters: what a second pair begins anew may have been said at another time.
 */
export function* attributions(text: string, from: number): Generator<Unread> {
  for (let pattern of [dashed, marked, inverted])
    for (let own of spansOf(text, from, pattern)) {
      // One verb says it; with two, somebody else may be speaking already.
      if (pattern === marked && own.match[1].match(said)?.length !== 1) continue
      if (pattern === marked && own.match[1].split(/\s+/).length > 9) continue
      yield { from: own.from, to: own.to, joins: true }
    }
}
