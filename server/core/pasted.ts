import { webAddress } from './address'

/** Text from a clipboard that cites: an address, and the words it was copied for, if there are any. */
export interface Pasted {
  address: string
  /** On one line, without the marks around them. */
  words?: string
}

let longest = 10_000

/**
 * What a pasted text is, if it is an address on the web, or words with the address they are from behind them. A link to words on a page
 * (`#:~:text=…`, as browsers copy it) is both. Undefined for any other text: most of what is pasted is nobody's quotation.
 */
export function pastedCitation(text: string): Pasted | undefined {
  let all = text.trim()
  if (all.length > longest) return undefined
  let space = Math.max(all.lastIndexOf(' '), all.lastIndexOf('\n'), all.lastIndexOf('\t'))
  let written = webAddress(all.slice(space + 1).replace(/^\((.*)\)$/, '$1'))
  if (!written) return undefined
  let { address, words: marked } = withoutDirective(written)
  let words = bare(all.slice(0, space + 1)) || marked
  if (!words) return { address }
  // Several addresses are a list of them.
  return /https?:\/\//i.test(words) || !/\p{L}/u.test(words) ? undefined : { address, words }
}

// Marks around the words, and what joins them to the address.
function bare(text: string): string {
  let words = text.replace(/\s+/g, ' ').trim()
  words = words.replace(/[-–—:,;(|<]+$/, '').trim()
  let pair = /^(?:"(.*)"|“(.*)”|„(.*)[“”]|«(.*)»|»(.*)«)$/.exec(words)
  return (pair?.slice(1).find(own => own !== undefined) ?? words).trim()
}

function withoutDirective(address: string): Pasted {
  let [plain, directive] = address.split(':~:', 2)
  if (directive === undefined) return { address }
  let found = /(?:^|&)text=([^&]*)/.exec(directive)?.[1] ?? ''
  // A beginning and an end with what is between left out are no words that can be quoted.
  let parts = found.split(',').filter(part => !part.startsWith('-') && !part.endsWith('-'))
  let words = parts.length === 1 ? decoded(parts[0]).replace(/\s+/g, ' ').trim() : ''
  return { address: plain.replace(/#$/, ''), ...(words ? { words } : {}) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
