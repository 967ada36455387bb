import {
  type CancellationToken,
  type Diagnostic,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport
} from 'vscode-languageserver'
import type { Checked, Problem } from '../core'
import { diagnostics } from '../features/diagnostics'
import type { CheckWorkspaceParams, CheckWorkspaceResult } from './protocol'
import { each, pump } from './pump'
import type { Server } from './state'

/** Checks every file and shows what it finds, with progress, until it is told to stop. */
export async function checkWorkspace(
  server: Server,
  { workDoneToken }: CheckWorkspaceParams,
  token: CancellationToken
): Promise<CheckWorkspaceResult> {
  let { workspace, connection, diagnoser, files } = server
  let stop = () => token.isCancellationRequested
  let result: CheckWorkspaceResult = { files: 0, error: 0, warning: 0, information: 0, hint: 0, suppressed: 0 }
  let send = async (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) => {
    if (workDoneToken !== undefined) await connection.sendProgress(WorkDoneProgress.type, workDoneToken, value)
  }
  diagnoser.keepsClosed = true
  server.documents.sync()
  let paths = [...workspace.files.keys()].sort()
  let shown = 0
  await send({ kind: 'begin', title: 'Checking the workspace', percentage: 0, cancellable: true })
  try {
    await each(paths, 8, stop, async path => {
      let checked = await checkOne(server, path, stop)
      if (!checked) return
      result.files++
      result.suppressed += checked.suppressed.length
      for (let { severity } of checked.findings) result[severity]++
      let percentage = Math.floor((100 * result.files) / paths.length)
      if (percentage > shown)
        send({ kind: 'report', percentage: (shown = percentage), message: `${result.files} of ${paths.length} files` })
    })
    for (let [path, problem] of files.unread) {
      result.error++
      await diagnoser.publish(path, [unread(problem)])
    }
  } finally {
    // What is known of quotations has grown.
    server.announce()
    await send({ kind: 'end' })
  }
  return result
}

/** Checks closed files again that have changed, once findings of closed files are shown. */
export async function recheck(server: Server, paths: string[]): Promise<void> {
  for (let path of paths) {
    if (!server.diagnoser.keepsClosed || server.documents.has(path)) continue
    if (!(await checkOne(server, path, () => false))) await server.diagnoser.publish(path, [])
  }
}

async function checkOne(server: Server, path: string, stop: () => boolean): Promise<Checked | undefined> {
  let { workspace, documents, diagnoser, client } = server
  let text = workspace.texts.get(path) ?? (await textOf(server, path))
  if (text === undefined || !workspace.files.has(path)) return undefined
  let version = documents.version(path)
  let done = await pump(diagnostics(workspace, path, text, client.diagnostics, { today: server.today() }), stop)
  // Waited for, so that findings are not made faster than a client takes them.
  if (done && documents.version(path) === version) await diagnoser.publish(path, done.diagnostics, version)
  return done?.checked
}

async function textOf({ files }: Server, path: string): Promise<string | undefined> {
  let read = await files.read(path)
  return 'text' in read ? read.text : undefined
}

// As the command line says it.
function unread({ message }: Problem): Diagnostic {
  let start = { line: 0, character: 0 }
  return { range: { start, end: start }, severity: 1, code: 'unread-file', source: 'provenote', message }
}
