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
  let [stdio, text] = await overStdio(folder, runs)
  return { stdio, direct: await inProcess(folder, text, runs) }
}

async function overStdio(folder: string, runs: number): Promise<[p95: number[], text: string]> {
  let editor = openEditor(folder)
  await editor.initialize()
  await editor.initialized()
  let { found, text } = await editor.open('open.note.md')
  await Promise.all([found, editor.whenIndexed])
  let start = positionAt(text, text.length)
  let measured = await p95(runs, async words => {
    let end = { ...start, character: start.character + words.length }
    let findings: Promise<void> | undefined
    let ms = await timed(() => {
      findings = editor.type(start, start, words)
      return editor.complete(end)
    })
    await findings
    await editor.type(start, end, '')
    return ms
  })
  await editor.close()
  return [measured, text]
}

async function inProcess(folder: string, text: string, runs: number): Promise<number[]> {
  let workspace = new Workspace()
  await load(workspace, folder)
  let path = `${folder}/open.note.md`
  return p95(runs, words => {
    workspace.set(path, text + words, true)
    workspace.note(path)
    return timed(() => completion(workspace, path, text.length + words.length, support))
  })
}

// Of each run; the first ten of each are not counted, for what has to compile.
async function p95(runs: number, complete: (words: string) => Promise<number>): Promise<number[]> {
  let measured: number[] = []
  for (let run = 0; run < runs; run++) {
    let times: number[] = []
    for (let i = 0; i < 60; i++) {
      let ms = await complete(typed[i % typed.length])
      if (i >= 10) times.push(ms)
    }
    measured.push(quantile(times, 0.95))
  }
  return measured
}
