import type { Edit, Fix, Sentence } from '../model'
import { short } from './run'

/** Cite a source behind a quotation's closing mark. */
export function citeBehind(path: string, at: number, key: string, words = ''): Fix {
  return { title: titleOf(key, words), edits: [insert(path, at, ` [^${key}]`)] }
}

/** Cite a source at the end of a sentence, before its full stop. */
export function citeInSentence(path: string, text: string, sentence: Sentence, key: string, words = ''): Fix {
  let end = sentence.to
  while (end > sentence.from && /[\s.!?…。"”’'»)*_]/.test(text[end - 1])) end--
  // The stop of “U.S.” is the word's own: the citation stands behind it, and without a space belongs to this sentence.
  let isAbbreviation = /(?:^|[\s.(])\p{L}$/u.test(text.slice(Math.max(0, end - 2), end)) && text[end] === '.'
  let edit = isAbbreviation ? insert(path, sentence.to, `[^${key}]`) : insert(path, end, ` [^${key}]`)
  return { title: titleOf(key, words), edits: [edit] }
}

let titleOf = (key: string, words: string) => `Cite ${key}${words ? `: “${short(words, 90)}”` : ''}`
let insert = (path: string, at: number, newText: string): Edit => ({ path, from: at, to: at, newText })
