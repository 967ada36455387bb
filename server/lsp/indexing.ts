import type { WorkDoneProgressServerReporter } from 'vscode-languageserver'
import { warm } from '../core'
import { inReadingOrder } from './files'
import { pump } from './pump'
import type { Server } from './state'

/**
 * Reads the folders: configuration, then records and sources, then notes, with progress. Requests are answered meanwhile from what is
 * there. The findings of open notes are shown as soon as the records are known.
 */
export async function index(server: Server, roots: string[], stop: () => boolean): Promise<void> {
  let { files, diagnoser, workspace } = server
  let progress = await begin(server)
  try {
    // The configuration says which files there are.
    let settled: string[] = []
    let listed: string[] = []
    for (let root of roots) {
      let config = `${root}/provenote.yaml`
      await files.load([config])
      settled.push(config)
      // A folder that cannot be listed keeps nobody from the others.
      for (let path of (await server.guard('listing', () => files.list(root))) ?? []) listed.push(path)
    }
    if (roots.some(root => !files.options(root).cache)) files.keepNothing()
    let { config, records, notes } = inReadingOrder([...new Set(listed)])
    let all = records.length + notes.length
    let shown = 0
    let report = (done: number) => {
      let percent = Math.floor((100 * done) / Math.max(1, all))
      if (percent > shown) progress?.report((shown = percent), `${done} of ${all} files`)
    }
    await files.load(
      config.filter(path => !settled.includes(path)),
      { stop }
    )
    await files.load(records, { stop, progress: done => report(done) })
    diagnoser.release()
    await files.load(notes, { stop, progress: done => report(records.length + done) })
    diagnoser.touchAll()
  } finally {
    diagnoser.release()
    progress?.done()
  }
  await pump(warm(workspace), stop)
  await server.guard('keeping', () => files.keep(stop))
}

async function begin({ client, connection }: Server): Promise<WorkDoneProgressServerReporter | undefined> {
  if (!client.progress) return undefined
  // A client may refuse, and then there is none to report to.
  let progress = await connection.window.createWorkDoneProgress().catch(() => undefined)
  progress?.begin('Provenote: reading the workspace', 0, undefined, false)
  return progress
}
