import type { Source } from '../../server/core/model'
import { captured, Filters, type Library, type Verdict, verify } from '../../server/core/verify'

/** Captured texts by key; a key without a text is a source that has none. */
export interface Texts {
  [key: string]: string | undefined
}

let speakers = [
  { label: 'A', actor: 'ada' },
  { label: 'B', actor: 'brask' }
]

/** A library of sources whose files are nothing but their captured texts. In each, A and B are the labels of two speakers. */
export function library(texts: Texts): Library {
  let all = Object.entries(texts).flatMap(([key, text]) =>
    text === undefined
      ? []
      : [captured({ key, path: `/${key}.source.md`, bodyFrom: 0, speakers } as unknown as Source, text)]
  )
  let filters = new Filters()
  for (let own of all) filters.add(own)
  return { captured: key => all.find(own => own.source.key === key), holding: hashes => filters.holding(hashes) }
}

/** The verdict on words, worked out without a pause. */
export function verdictIn(library: Library, words: string, keys = ['a']): Verdict {
  let work = verify(library, words, keys)
  for (;;) {
    let step = work.next()
    if (step.done) return step.value
  }
}

/** The verdict in one string: its kind, where, and the differing words. */
export function shown(texts: Texts, words: string, keys?: string[]): string {
  let found = verdictIn(library(texts), words, keys)
  let at = found.passages.map(own => `${own.source}:“${texts[own.source]?.slice(own.from, own.to)}”`)
  let marks = { same: '', written: '-', source: '+' }
  let differences = found.differences?.map(own => `${marks[own.kind]}${own.words}`)
  return [found.kind, ...at, ...(differences ? [differences.join(' | ')] : [])].join(' ')
}
