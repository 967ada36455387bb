/**
 * Which of some sets of words a text holds, told in one pass over it. A pattern that finds nothing without one of some words need not be
 * tried where none of them stands, as in most sentences: dozens of patterns are passed over in the time that one takes.
 *
 * Words are runs of ASCII letters, whatever their capitals, known by their first and last letter and their length: a set may be told
 * wrongly, and is never missed by a pattern that asks for whole words.
 */
let signsOfShape = new Int32Array(1 << 15)

/** A digit of any script. */
export let digitSign = 1
let next = 2

/** A sign of its own for any of the words; at most thirty are given. To be called when a module is loaded. */
export function signOf(words: string): number {
  let sign = next
  next <<= 1
  for (let word of words.trim().split(/\s+/)) signsOfShape[shapeOf(word, 0, word.length)] |= sign
  return sign
}

/** The signs in a text, as bits. */
export function signsIn(text: string): number {
  let signs = 0
  let start = -1
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    let kind = code < 128 ? kinds[code] : beyond(code)
    if (kind === letter) {
      if (start < 0) start = i
      continue
    }
    if (start >= 0) {
      signs |= signsOfShape[shapeOf(text, start, i)]
      start = -1
    }
    if (kind === digit) signs |= digitSign
    else if (kind === disguised) return -1
  }
  if (start >= 0) signs |= signsOfShape[shapeOf(text, start, text.length)]
  return signs
}

let [letter, digit, disguised] = [1, 2, 3]
let kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  let char = String.fromCharCode(code)
  return /[a-z]/i.test(char) ? letter : /\d/.test(char) ? digit : 0
})

// What may be a digit; and the two letters that Unicode's rules for capitals take for an s and a k.
function beyond(code: number): number {
  if (code === 0x17f || code === 0x212a) return disguised
  return code >= 0x660 && (code < 0x2000 || code > 0x2fff) ? digit : 0
}

let shapeOf = (text: string, from: number, to: number) =>
  ((text.charCodeAt(from) & 31) << 10) | ((text.charCodeAt(to - 1) & 31) << 5) | Math.min(to - from, 31)
