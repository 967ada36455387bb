import type { Inline } from './inline'

let keyPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*/uy

/** End of an actor's key at `at`, or -1. */
export function actorKeyEnd(text: string, at: number): number {
  keyPattern.lastIndex = at
  return keyPattern.test(text) ? keyPattern.lastIndex : -1
}

/** `@key`, where nothing stands before it that makes it part of an e-mail address, a path or a word. */
export let mention: Inline = (scan, at) => {
  let end = mentionEnd(scan.text, at)
  if (end < 0) return -1
  let { base, block } = scan
  scan.found.mentions.push({
    from: base + at,
    to: base + end,
    key: scan.text.slice(at + 1, end),
    keySpan: { from: base + at + 1, to: base + end },
    block
  })
  return end
}

/** End of the mention whose `@` stands at `at`, or -1 if it is none. */
export function mentionEnd(text: string, at: number): number {
  // Before most of them stands a blank.
  if (at > 0 && text.charCodeAt(at - 1) > 32 && /[\p{L}\p{N}\p{M}_./@\\]$/u.test(text.slice(Math.max(0, at - 2), at)))
    return -1
  let end = actorKeyEnd(text, at + 1)
  // The closing mark of `_as @arven_` is emphasis, not part of the key.
  if (end > 0 && text[end - 1] === '_' && /(?:^|[^\p{L}\p{N}])_+[^\s_]/u.test(text.slice(Math.max(0, at - 300), at))) {
    while (text[end - 1] === '_') end--
  }
  return end
}
