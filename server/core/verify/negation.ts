/**
 * Words that deny what stands beside them. English in full, of other languages what is no word of English: where an honest writer and the
 * check differ, it is better to be told of a “not” too many.
 */
let denying = [
  'not|no(?!\\.\\s?\\d)|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|scarcely',
  'nicht|kein\\p{L}{0,2}|nie|niemals|niemand|nichts|ohne|pas|jamais|aucune?|rien|nunca|jam[aá]s|nadie|não|nem|niet|geen|inte|ikke|ingen|nigdy|bez|değil|yok',
  'не|ни|нет|ні|никогда|никто|ничего|без|δεν|μη|μην|ποτέ|χωρίς|לא|אין|בלי|لا|لم|لن|ليس|ليست|غير|بدون|نہیں|नहीं|न',
  'không'
].join('|')
/** What turns a sentence without denying. */
let turning =
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
