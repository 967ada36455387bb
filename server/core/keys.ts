/** The grammar of keys (section 1 of the markup, *Dialect*). Keys are compared exactly. */

/** A letter or digit of any script, then letters, digits, `_`, `-`. */
export function isActorKey(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(text)
}

/** As an actor's, and also `:`, `.`, `+`, `/` inside, as Better BibTeX makes keys. */
export function isSourceKey(text: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_:.+/-]*[\p{L}\p{M}\p{N}_-])?$/u.test(text)
}

/** The key in a record's `usa` or `"@usa"`. */
export function bareKey(text: string): string {
  return text.startsWith('@') ? text.slice(1) : text
}

/** A key made of words: lower case, hyphens between; letters of any script stay as they are. Empty where there is no letter or digit. */
export function keyOfWords(words: string): string {
  let parts = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  let joined = ''
  for (let part of parts ?? []) {
    if (joined && joined.length + part.length > 60) break
    joined += (joined && '-') + part
  }
  return joined.replace(/^\p{M}+/u, '').slice(0, 80)
}

/** The key itself, or with a number behind it that makes it one that is not taken. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  let free = key
  for (let i = 2; isTaken(free); i++) free = `${key}-${i}`
  return free
}
