/**
 * Text that can be sent to a terminal and does what it looks like: whatever steers a terminal, turns the order of the
 * letters round or cannot be seen is shown by a sign or its number. A note and a source are other people's text.
 */
export function visible(text: string): string {
  return hidden.test(text) ? text.replace(hiddenOrFlag, sign) : text
}

/** For messages and titles: on one line, and never longer than anyone reads. */
export function oneLine(text: string): string {
  let short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return visible(short.trim().replace(/\s*[\r\n]\s*|\t/g, ' '))
}

let longest = 2000

// Left alone: the joiners that scripts and emoji are written with, and Arabic's and its neighbours' number signs, which are seen.
let hidden =
  /(?!\u200d|[\u200c\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
// The flags of England, Scotland and Wales are written with characters that are hidden anywhere else.
let hiddenOrFlag = new RegExp(String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]{1,9}\u{e007f}|${hidden.source}`, 'gu')

function sign(char: string): string {
  let code = char.codePointAt(0)!
  if (code === 0x1f3f4) return char
  if (code < 32) return String.fromCharCode(0x2400 + code)
  if (code === 127) return '␡'
  if (code >= 0xd800 && code <= 0xdfff) return '�'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
