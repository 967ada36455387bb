import { readFileSync } from 'node:fs'
import { parseNote, verify, Workspace } from '../../server/core'
import { fold } from '../../server/core/verify'
import { type Figure, timed } from './figures'
import { load, toEnd } from './tasks'

/** Quotations that stand in their source, beside bare `indexOf` over the same folded texts. */
export async function verifying(folder: string, size: string, runs: number): Promise<Figure[]> {
  let workspace = new Workspace()
  await load(workspace, folder)
  let quotations = correctQuotations(workspace).slice(0, 10_000)
  let prepared = quotations.map(({ words, key }) => ({
    words: fold(words).text.trim(),
    text: workspace.captured(key)!.folded().text
  }))
  let ours: number[] = []
  let bare: number[] = []
  let found = 0
  // Neither counts before it has done as many as the large workspace has: until then it is being compiled. And what takes a few
  // milliseconds is measured as often again.
  let times = Math.ceil(10_000 / quotations.length)
  for (let run = -times; run < Math.max(runs, times); run++) {
    let theirTime = await timed(() => {
      for (let { words, text } of prepared) found += text.indexOf(words)
    })
    let ourTime = await timed(() => {
      for (let { words, key } of quotations) toEnd(verify(workspace, words, [key]))
    })
    if (run < 0) continue
    bare.push(theirTime)
    ours.push(ourTime)
  }
  let what = `${quotations.length.toLocaleString('en')} correct quotations verified`
  let beside = { what: `bare \`indexOf\`${found ? '' : '!'}`, values: bare }
  return [{ what, size, unit: 'ms', ours, beside, atMost: 2 }]
}

function correctQuotations(workspace: Workspace): { words: string; key: string }[] {
  let found: { words: string; key: string }[] = []
  for (let { path, kind } of workspace.files.values()) {
    if (kind !== 'note' || found.length >= 10_000) continue
    let note = parseNote(readFileSync(path, 'utf8'))
    for (let { words, citations } of note.quotations) {
      if (citations.length !== 1 || !workspace.captured(note.citations[citations[0]].key)) continue
      let key = note.citations[citations[0]].key
      if (['exact', 'folded'].includes(toEnd(verify(workspace, words, [key])).kind)) found.push({ words, key })
    }
  }
  return found
}
