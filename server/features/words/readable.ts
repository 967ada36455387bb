/**
 * Words of a note as they are read: those of links and mentions, and without citations; what they lead to is seen in the note.
 *
 * @param nameOf what is shown for `@key`; without it, that
 */
export function readable(words: string, nameOf?: (key: string) => string): string {
  let read = words.replace(/ ?\[\^[^\]]{0,200}\]?/g, '').replace(/\[([^\]]{0,200})\]\([^)]{0,300}\)?/g, '$1')
  return nameOf ? read.replace(mention, (_, key) => nameOf(key)) : read
}

let mention = /(?<![\p{L}\p{N}_./@\\])@([\p{L}\p{N}][\p{L}\p{N}_-]{0,100})/gu
