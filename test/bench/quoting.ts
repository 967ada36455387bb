import { continuations, Workspace, warm } from '../../server/core'
import { supportOf } from '../../server/core/support'
import { ranks, recall, sample } from '../paraphrases'
import { type Figure, quantile, timed } from './figures'
import { load, toEnd } from './tasks'

/** Words of the sources: a quotation completed at its third word, one that no source holds, and the support of a sentence. */
export async function quoting(folder: string, size: string): Promise<Figure[]> {
  let workspace = new Workspace()
  await load(workspace, folder)
  toEnd(warm(workspace))
  let texts = [...workspace.all()].map(own => own.folded().text)
  let pieces = Array.from({ length: 60 }, (_, index) => {
    let text = texts[(index * 31) % texts.length]
    let at = text.indexOf('. ', 200 + ((index * 397) % 20_000)) + 2
    return text.slice(at, at + 120)
  })
  let typed = pieces.map(piece => /^(?:\S+ ){2}\S{1,3}/.exec(piece)?.[0] ?? piece)
  let measure = async <T>(what: string, given: string[], work: (words: string) => Generator<void, T>) => {
    let ours: number[] = []
    for (let words of given) ours.push(await timed(() => toEnd(work(words))))
    // The first ones compile.
    ours = ours.slice(10)
    return [
      { what, size, unit: 'ms', ours },
      { what: `${what}, p95`, size, unit: 'ms', ours: [quantile(ours, 0.95)] }
    ] satisfies Figure[]
  }
  let complete = (words: string) => continuations(workspace, { typed: words, first: [] })
  let found = ranks(sample())
  let share = (most: number): Figure => ({
    what: `sentences in other words that find their passage, recall@${most}`,
    size: 'sample',
    unit: '%',
    ours: [recall(found, most)]
  })
  return [
    share(1),
    share(3),
    ...(await measure('a quotation completed', typed, complete)),
    ...(await measure(
      'a quotation that no source holds',
      typed.map(words => `${words.replace(/\S+$/, '')}qx`),
      complete
    )),
    ...(await measure('support of a sentence found', pieces, words => supportOf(workspace, { words, actors: [] })))
  ]
}
