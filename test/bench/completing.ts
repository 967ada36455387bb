import { Workspace } from '../../server/core'
import { completion } from '../../server/features/completion'
import { openEditor, positionAt } from './editor'
import { type Figure, quantile, timed } from './figures'
import { workspaceOf } from './generate'
import { load } from './tasks'

let support = { labelDetails: true, insertReplace: true }
let typed = ['@', '@k', '@sa', '@brea', '@the']

/** Completion after `@` among few and among many actors: over stdio with the keystroke before it, and in process. */
export async function completing(_folder: string, _size: string, runs: number): Promise<Figure[]> {
  let few = await measure(workspaceOf({ notes: 20, sources: 10, actors: 100 }), runs)
  let many = await measure(workspaceOf({ notes: 20, sources: 10, actors: 14_000 }), runs)
  let figure = (what: string, of: 'stdio' | 'direct'): Figure => ({
    what,
    size: '14,000 actors',
    unit: 'ms',
    ours: many[of],
    beside: { what: 'among 100 actors', values: few[of] },
    atMost: 4
  })
  return [
    figure('completion after `@` over stdio, p95', 'stdio'),
    figure('completion after `@` in process, p95', 'direct')
  ]
}

async function measure(folder: string, runs: number) {
  let editor = openEditor(folder)
  await editor.initialize()
  await editor.initialized()
  let { found, text } = await editor.open('open.note.md')
  await Promise.all([found, editor.whenIndexed])
  let workspace = new Workspace()
  await load(workspace, folder)
  let stdio: number[] = []
  let direct: number[] = []
  for (let run = 0; run < runs; run++) {
    let [times, own]: number[][] = [[], []]
    for (let i = 0; i < 60; i++) {
      let words = typed[i % typed.length]
      let start = positionAt(text, text.length)
      let end = { ...start, character: start.character + words.length }
      let findings: Promise<void> | undefined
      let ms = await timed(() => {
        findings = editor.type(start, start, words)
        return editor.complete(end)
      })
      await findings
      await editor.type(start, end, '')
      workspace.set(`${folder}/open.note.md`, text + words, true)
      workspace.note(`${folder}/open.note.md`)
      let one = await timed(() => completion(workspace, `${folder}/open.note.md`, text.length + words.length, support))
      if (i < 10) continue
      times.push(ms)
      own.push(one)
    }
    stdio.push(quantile(times, 0.95))
    direct.push(quantile(own, 0.95))
  }
  await editor.close()
  return { stdio, direct }
}
