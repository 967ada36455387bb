/** A text as its UTF-8 bytes, of which pieces are had by UTF-16 offsets: only what is asked for is decoded. */
export interface Encoded {
  bytes: Uint8Array
  /** Length of the text. */
  length: number
  /**
   * Where the character that holds every `step`th UTF-16 unit begins, in bytes; if that unit is the second of its pair, one
   * less than the negative of it. Undefined until first needed.
   */
  marks?: Int32Array
}

let step = 64
let encoder = new TextEncoder()
let decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export function encode(text: string): Encoded {
  return { bytes: encoder.encode(text), length: text.length }
}

/** Bytes that are had when first asked for. */
export function encodedLater(length: number, load: () => Uint8Array): Encoded {
  let bytes: Uint8Array | undefined
  return {
    length,
    get bytes() {
      bytes ??= load()
      return bytes
    }
  }
}

export function decodeAll({ bytes }: Encoded): string {
  return decoder.decode(bytes)
}

/**
 * The same text, in half the memory and searched twice as fast if it has nothing beyond Latin-1. JavaScript engines keep a string
 * made from pieces of one that holds a curly mark at two bytes a character, even when the mark is gone.
 */
export function compact(text: string): string {
  return /[^\0-\xff]/.test(text) ? text : decoder.decode(encoder.encode(text))
}

/** The text between two offsets. Costs what it holds, and a look at up to 64 characters before. */
export function decodeSlice(encoded: Encoded, from: number, to: number): string {
  let start = at(encoded, Math.min(from, encoded.length))
  let end = at(encoded, Math.min(to, encoded.length), start)
  let text = decoder.decode(encoded.bytes.subarray(start.bytes, end.bytes))
  // An offset within a surrogate pair led to the end of the pair.
  if (start.units === from && end.units === to) return text
  return decodeAll(encoded).slice(from, to)
}

/** Whether the text goes on with the words at the offset. Nothing is decoded. */
export function standsAt(encoded: Encoded, words: string, offset: number): boolean {
  let { bytes } = encoded
  let place = at(encoded, Math.min(offset, encoded.length))
  if (place.units !== offset) return decodeSlice(encoded, offset, offset + words.length) === words
  let next = place.bytes
  for (let i = 0; i < words.length; i++) {
    let code = words.charCodeAt(i)
    if (code < 0x80) {
      if (bytes[next++] !== code) return false
    } else if (code < 0x800) {
      if (bytes[next++] !== (0xc0 | (code >> 6)) || bytes[next++] !== (0x80 | (code & 63))) return false
    } else if (code >= 0xd800 && code < 0xe000) {
      return decodeSlice(encoded, offset, offset + words.length) === words
    } else {
      if (bytes[next++] !== (0xe0 | (code >> 12))) return false
      if (bytes[next++] !== (0x80 | ((code >> 6) & 63)) || bytes[next++] !== (0x80 | (code & 63))) return false
    }
  }
  return true
}

// The first character that begins at or after the offset; `from` is a place known to be before it.
function at(encoded: Encoded, offset: number, from?: { units: number; bytes: number }) {
  let { bytes } = encoded
  if (bytes.length === encoded.length) return { units: offset, bytes: offset }
  encoded.marks ??= marksOf(encoded)
  let near = Math.floor(offset / step)
  let units = near * step
  let place = encoded.marks[near]
  if (place < 0) {
    units--
    place = -1 - place
  }
  if (from && from.units > units) {
    units = from.units
    place = from.bytes
  }
  while (units < offset) {
    let lead = bytes[place]
    place += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    units += lead < 0xf0 ? 1 : 2
  }
  return { units, bytes: place }
}

function marksOf({ bytes, length }: Encoded): Int32Array {
  let marks = new Int32Array(Math.floor(length / step) + 1)
  let units = 0
  let place = 0
  for (let k = 0; k < marks.length; ) {
    // The end of the text is a place, too.
    let lead = place < bytes.length ? bytes[place] : 0
    let width = lead < 0xf0 ? 1 : 2
    if (units + width > k * step) marks[k] = units === k++ * step ? place : -1 - place
    place += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    units += width
  }
  return marks
}
