/**
 * Readable words for the LaTeX of bibliographies: accents and letters become Unicode, commands and braces go, white space is folded.
 * One pass; commands that are not in the tables leave their arguments.
 */
export function plainText(latex: string): string {
  let plain = latex.replace(marks, (mark, accent, letter, bareAccent, bareLetter, command) => {
    if (accent ?? bareAccent) return (letterOf(letter ?? bareLetter) + combining[accent ?? bareAccent]).normalize('NFC')
    if (command !== undefined) return Object.hasOwn(letters, command) ? letters[command] : ''
    return signs[mark] ?? (mark.startsWith('\\') ? mark.slice(1) : '')
  })
  return plain.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** The names in an `author` field, as a reader writes them; “and others” is dropped. */
export function plainNames(latex: string): string[] {
  let names = splitOutsideBraces(latex.replace(/\s+/g, ' '), / and /gi)
  return names.map(plainName).filter(name => name !== '' && name !== 'others')
}

function plainName(latex: string): string {
  let [family, ...rest] = splitOutsideBraces(latex.trim(), /,/g)
  let given = rest.pop() ?? ''
  let suffix = rest.map(part => `, ${plainText(part)}`).join('')
  return `${plainText(given)} ${plainText(family)}${suffix}`.trim()
}

function splitOutsideBraces(text: string, separator: RegExp): string[] {
  let parts: string[] = []
  let depth = 0
  let from = 0
  let marks = new RegExp(`[{}]|${separator.source}`, separator.flags)
  for (let found of text.matchAll(marks)) {
    if (found[0] === '{') depth++
    else if (found[0] === '}') depth--
    else if (depth <= 0) {
      parts.push(text.slice(from, found.index))
      from = found.index + found[0].length
    }
  }
  return [...parts, text.slice(from)]
}

// An accent with a letter, braced or not; a command by name with the space after it; an escaped character; ligatures; a brace.
const marks =
  /\\(?:([`'^"~=.])\s*\{?(\\?[a-zA-Z])\}?|([cvuHkrbd])(?:\{|\s+)(\\?[a-zA-Z])\}?|([a-zA-Z]+)\s*|[^a-zA-Z])|---|--|``|''|[~{}$]/g

const combining: { [accent: string]: string } = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  b: '\u0331',
  d: '\u0323'
}

const letters: { [command: string]: string } = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textellipsis: '…',
  ldots: '…',
  dots: '…',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  S: '§',
  P: '¶',
  copyright: '©',
  guillemotleft: '«',
  guillemotright: '»'
}

const signs: { [mark: string]: string } = {
  '---': '—',
  '--': '–',
  '``': '“',
  "''": '”',
  '~': ' ',
  '\\\\': ' ',
  '\\ ': ' ',
  '\\,': ' ',
  '\\-': '',
  '\\/': ''
}

// A dotless i under an accent is an i.
function letterOf(letter: string): string {
  return letter.replace('\\', '')
}
