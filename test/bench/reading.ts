import { readFileSync } from 'node:fs'
import { parseNote } from '../../server/core'
import { fold } from '../../server/core/verify'
import { listFiles } from '../../server/disk/list'
import { type Figure, timed } from './figures'

/** How fast notes are parsed and sources folded, once everything is compiled. */
export async function reading(folder: string, size: string, runs: number): Promise<Figure[]> {
  let texts: { [ending: string]: string[] } = { note: [], source: [] }
  for await (let path of listFiles(folder, { exclude: [], useGitignore: true })) {
    texts[/\.(note|source)\.md$/.exec(path)?.[1] ?? '']?.push(readFileSync(path, 'utf8'))
  }
  let long = texts.note.reduce((longest, text) => (text.length > longest.length ? text : longest))
  return [
    { what: 'parsing notes', size, unit: 'MB/s', ours: await speed(texts.note, parseNote, runs) },
    { what: 'parsing one note of 20 KB', size, unit: 'MB/s', ours: await speed(Array(50).fill(long), parseNote, runs) },
    { what: 'folding sources', size, unit: 'MB/s', ours: await speed(texts.source, fold, runs) }
  ]
}

async function speed(texts: string[], work: (text: string) => unknown, runs: number): Promise<number[]> {
  let megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  let speeds: number[] = []
  for (let run = 0; run < runs + 2; run++) {
    let ms = await timed(() => texts.forEach(text => void work(text)))
    if (run >= 2) speeds.push((megabytes / ms) * 1000)
  }
  return speeds
}
