// Latin-1 from U+00A0 on, in its order.
let latin = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot
  cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave
  Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc
  atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide
  oslash ugrave uacute ucirc uuml yacute thorn yuml`
let signs: { [name: string]: string | undefined } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  euro: '€',
  trade: '™',
  minus: '−',
  prime: '′',
  Prime: '″',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwj: '\u200d',
  zwnj: '\u200c',
  lrm: '\u200e',
  rlm: '\u200f',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š'
}
for (let [index, name] of latin.split(/\s+/).entries()) signs[name] = String.fromCharCode(0xa0 + index)

let entity = /(?<!\\)&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/g

/**
 * The text with HTML's ways to write a sign (`&amp;`, `&#8217;`) decoded, as long as it was: each sign stands at the end of what wrote it,
 * behind zero-width spaces, which folding drops. So every other offset stays. Those that the page's writer escaped, and `<!`, which
 * would begin a comment that nobody wrote, stay as they are.
 */
export function withSigns(text: string): string {
  return text.includes('&')
    ? text.replace(entity, (...found) => signOf(found).padStart(found[0].length, '\u200b'))
    : text
}

/** The same, as a reader sees it. */
export function readable(text: string): string {
  return text.includes('&') ? text.replace(entity, (...found) => signOf(found)) : text
}

function signOf([written, decimal, hex, name, at, text]: unknown[]): string {
  let code = decimal ? Number(decimal) : hex ? Number.parseInt(hex as string, 16) : undefined
  let sign =
    code === undefined ? signs[name as string] : code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
  let after = (text as string)[(at as number) + (written as string).length]
  return sign === undefined || (sign === '<' && after === '!') ? (written as string) : sign
}
