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
