import { openEditor, positionAt } from './editor'
import { type Figure, quantile, timed } from './figures'
import { inProcess } from './processes'
import { bytesOf } from './tasks'

let keystrokes = 60

/** From a keystroke in a note of 20 KB to its findings: over stdio, and in process beside the peer. And what a start costs. */
export async function typing(folder: string, size: string, runs: number): Promise<Figure[]> {
  let starts: number[] = []
  for (let run = 0; run < runs; run++) {
    let editor = openEditor(folder)
    starts.push(await timed(() => editor.initialize()))
    await editor.close()
  }
  let editor = openEditor(folder)
  await editor.initialize()
  await editor.initialized()
  let { found, text } = await editor.open('open.note.md')
  await Promise.all([found, editor.whenIndexed])
  let memory = await editor.memory()
  let places = { prose: placeOfTyping(text), words: text.indexOf('“', text.length / 2) + 4 }
  let figures: Figure[] = [
    { what: 'start to answer of `initialize`', size, unit: 'ms', ours: starts, atMostSmallest: 1.5 },
    {
      what: 'memory of the server, all indexed, at rest',
      size,
      unit: 'MB',
      ours: memory ? [memory] : [],
      beside: { what: 'allowed: 2 × text + 100 MB', values: [(2 * (await bytesOf(folder))) / 1e6 + 100] },
      atMost: 1
    }
  ]
  for (let [where, offset] of Object.entries(places)) {
    let at = positionAt(text, offset)
    // A small workspace has compiled little of the server so far: without this it would seem slower than a large one.
    await strokes(text => editor.type(at, at, text))
    let measured: number[][] = []
    for (let run = 0; run < runs; run++) measured.push(await strokes(text => editor.type(at, at, text)))
    figures.push(
      ...[0.5, 0.95].map(
        (share): Figure => ({
          what: `keystroke in ${where} to findings over stdio, p${share * 100}`,
          size,
          unit: 'ms',
          ours: measured.map(run => quantile(run, share)),
          atMostSmallest: share > 0.9 ? 1.5 : undefined
        })
      )
    )
  }
  await editor.close()
  let ours = await inProcess<number[]>('type', folder)
  let peer = await inProcess<number[]>('peerType', folder)
  for (let share of [0.5, 0.95]) {
    let beside = { what: 'peer', values: [quantile(peer, share)] }
    let what = `the same in process, p${share * 100}`
    figures.push({
      what,
      size,
      unit: 'ms',
      ours: [quantile(ours, share)],
      beside,
      atMost: share > 0.9 ? 1 / 20 : undefined
    })
  }
  return figures
}

/** Letters typed one by one, each waited for; `uncounted` ones before, for what has to compile. */
export async function strokes(type: (letter: string) => Promise<unknown>, uncounted = 0): Promise<number[]> {
  let times: number[] = []
  for (let i = 0; i < keystrokes + uncounted; i++) {
    times.push(await timed(() => type('abcdefghij'[i % 10])))
    // Nobody types faster.
    await new Promise(done => setTimeout(done, 15))
  }
  return times.slice(uncounted)
}

/** In running text, outside quotations. */
export function placeOfTyping(text: string): number {
  return text.indexOf('.\n', text.length / 2)
}
