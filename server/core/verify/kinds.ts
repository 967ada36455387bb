// What a character may be: nothing special, or the start of something a branch below takes. Codes beyond are letters
// of other scripts, and rare enough signs are looked up in `beyond`.
export let plain = 0
export let blank = 1
export let quote = 2
export let dash = 3
export let other = 4
/** The kinds of the characters that have one, by code; for all others ask `kindOf`. */
export let kinds = new Uint8Array(0x2100)
for (let c of [9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f]) kinds[c] = blank
for (let c = 0x2000; c <= 0x200a; c++) kinds[c] = blank
for (let c of `"'‘’‚‛“”„‟′″‵‶«»‹›´ʼ\`׳״`) kinds[c.charCodeAt(0)] = quote
for (let c of '-‐‑‒–—―−') if (c.charCodeAt(0) < kinds.length) kinds[c.charCodeAt(0)] = dash
for (let c of '*_~\\<[].…&%‰°$¢£¤¥') kinds[c.charCodeAt(0)] = other
for (let c = 0x20a0; c <= 0x20c0; c++) kinds[c] = other
export let removed = new Set([
  0xad, 0x61c, 0x640, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff
])
for (let c = 0x202a; c <= 0x202e; c++) removed.add(c)
for (let c = 0x2066; c <= 0x2069; c++) removed.add(c)
// They choose how the sign before them is drawn.
for (let c = 0xfe00; c <= 0xfe0f; c++) removed.add(c)
for (let c of removed) if (c < kinds.length) kinds[c] = other
// Marks that Unicode composes with the letter before them, beyond the common ones: hamza, nukta, vowels of Indic scripts, the parts of a
// Korean syllable, the kana's voicing.
export let composing = new Set([
  0x653, 0x654, 0x655, 0x93c, 0x9be, 0x9d7, 0xb3e, 0xb56, 0xb57, 0xbbe, 0xbd7, 0xc56, 0xcc2, 0xcd5, 0xcd6, 0xd3e, 0xd57,
  0xdca, 0xdcf, 0xddf, 0x102e, 0x3099, 0x309a
])
for (let c = 0x300; c <= 0x36f; c++) composing.add(c)
for (let c = 0x1161; c <= 0x1175; c++) composing.add(c)
for (let c = 0x11a8; c <= 0x11c2; c++) composing.add(c)
for (let c of composing) if (c < kinds.length) kinds[c] = other
// Letters that Unicode itself writes as several.
for (let c = 0x958; c <= 0x95f; c++) kinds[c] = other
export let ligatures: { [char: string]: string } = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
// In print one letter, and two on many a keyboard.
Object.assign(ligatures, { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae', ſ: 's' })
for (let sign of 'œŒæÆſ') kinds[sign.charCodeAt(0)] = other
let rareBlank = 0x3000
let rareDashes = new Set(['−', '﹘', '﹣', '－'].map(char => char.charCodeAt(0)))

/** One of the above. */
export let kindOf = (code: number) => {
  if (code < kinds.length) return kinds[code]
  if (code === rareBlank) return blank
  if (rareDashes.has(code)) return dash
  return isForm(code) || removed.has(code) || code === 0x3099 || code === 0x309a ? other : plain
}

// Shapes of letters and of several set as one: Latin, Hebrew and Arabic ligatures, doublets of Chinese signs.
let isForm = (code: number) => (code >= 0xf900 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc)
