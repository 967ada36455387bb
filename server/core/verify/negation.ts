/**
 * Words that deny what stands beside them. English in full, of other languages what is no word of English: where an honest writer and the
 * check differ, it is better to be told of a “not” too many.
 */
let denying = [
  'not|no(?!\\.\\s?\\d)|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|scarcely|barely|rarely|seldom|yet to',
  'nicht|kein\\p{L}{0,2}|nie|ne|niemals|niemand|nichts|ohne|pas|jamais|aucune?|rien|nunca|jam[aá]s|nadie|não|nem|niet|geen|inte|ikke|ingen|nigdy|bez|değil|yok',
  'не|ни|нет|ні|никогда|никто|ничего|без|δεν|μη|μην|ποτέ|χωρίς|לא|אין|בלי|لا|لم|لن|ليس|ليست|غير|بدون|نہیں|नहीं|न',
  'không'
].join('|')
/** What turns a sentence without denying, or ties it to a condition. */
let turning =
  'provided that|save (?:in so far|insofar|for|that|where|when|as)|subject to|only if|on (?:the )?condition|(?:as|so) long as|on the other hand|nur wenn|es sei denn|à condition|à moins|a menos que|siempre que|только если|если только|тільки якщо|chyba że|pod warunkiem|' +
  'unless|except|but|however|aber|jedoch|außer|mais|sauf|pero|salvo|ale|но|однако|але|αλλά|όμως|אבל|אך|لكن|ولكن|लेकिन|परन्तु|nhưng'
// Scripts without spaces: there is no word to find the edges of.
let unspaced = '不(?!同|断|过|少|仅|久)|没有|沒有|未(?!来|來)|无法|無法|并非|並非|ない|なかっ|ません|않|못|아니|ไม่'

let alone = (words: string) => `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`
let shortened = "n['’]t(?!\\p{L})"

/** A word that denies. */
export let negation = new RegExp(`${alone(denying)}|${shortened}|${unspaced}`, 'iu')
/** The same as the last word of a text, with what stands behind it. */
export let negationAtEnd = new RegExp(`(?:${alone(denying)}|\\p{L}{1,6}${shortened}|${unspaced})['\\s]{0,2}$`, 'iu')
/** A word that denies, or turns the sentence. */
export let turn = new RegExp(`${alone(`${denying}|${turning}`)}|${shortened}|${unspaced}|但|しかし|하지만|แต่`, 'iu')

// What makes a condition of the words behind it; and what takes a short stretch back.
let condition = new RegExp(
  `${alone('if|whether|until|provided|lest|wenn|falls|sofern|ob|si|se|если|якщо|jeśli|eğer|إذا|لو|אם')}[\\s',;:-]*$`,
  'iu'
)
let reversal = new RegExp(
  alone('fail(?:s|ed|ing)? to|refus(?:es|ed|ing) to|unlikely|unable|far from|den(?:y|ies|ied)'),
  'iu'
)
let short = 40

/** The word for which words that are left out of a quotation may turn it: one that denies or turns, or the “if” that makes the rest a condition. */
export function turnIn(omitted: string): string | undefined {
  let found = turn.exec(omitted) ?? condition.exec(omitted) ?? (omitted.length <= short ? reversal.exec(omitted) : null)
  return found?.[0].replace(/[\s',;:-]+$/, '')
}

// English goes on with these; other languages also deny behind what is denied.
let behind =
  /^[\s,;:'-]{0,4}(?:(but|not|unless|except)\b|((?:nicht|aber|jedoch|sondern|außer|mais|sauf|pero|salvo|sino|ale|но|однако|але|αλλά|όμως|אבל|אך|لكن|ولكن|değil|yok)(?!\p{L})|可能性|かもしれ|とは限ら|わけでは|つもりは|ことはな|見通し|予定|ません|않|아니))/iu

/** The word behind quoted words that turns or denies them, if the text goes on with one. */
export function turnBehind(text: string): string | undefined {
  let found = behind.exec(text)
  return found?.[1] ?? found?.[2]
}
