import { type CancellationToken, commands, type Progress, ProgressLocation, window } from 'vscode'
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient'
import { type CheckWorkspaceResult, checkWorkspace as request } from '../../server/lsp/protocol'
import { failed } from '../failed'

/** Checks every file of the workspace, then says in one line what was found. */
export async function checkWorkspace(client: BaseLanguageClient) {
  let result: CheckWorkspaceResult | undefined
  try {
    result = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'Checking the workspace', cancellable: true },
      (progress, cancelled) => run(client, progress, cancelled)
    )
  } catch {
    failed(client, 'The workspace could not be checked.')
  }
  if (!result) return
  let show = 'Show problems'
  let say = result.error || result.warning ? window.showWarningMessage : window.showInformationMessage
  if ((await say(summary(result), show)) === show) await commands.executeCommand('workbench.actions.view.problems')
}

async function run(
  client: BaseLanguageClient,
  progress: Progress<{ message?: string; increment?: number }>,
  cancelled: CancellationToken
) {
  let workDoneToken = `check-${Date.now()}`
  let done = 0
  let reached = 'before the first file'
  await client.start()
  let listener = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
    if (value.kind === 'end') return
    let now = Math.max(done, value.percentage ?? done)
    reached = value.message ? `at ${value.message}` : reached
    progress.report({ message: value.message, increment: now - done })
    done = now
  })
  try {
    let result = await client.sendRequest<CheckWorkspaceResult>(request, { workDoneToken }, cancelled)
    if (!cancelled.isCancellationRequested) return result
  } catch (error) {
    if (!cancelled.isCancellationRequested) throw error
  } finally {
    listener.dispose()
  }
  window.setStatusBarMessage(`The check was stopped ${reached}; what it found is shown.`, 8000)
  return undefined
}

function summary({ files, suppressed, ...found }: CheckWorkspaceResult) {
  let parts = [
    count(found.error, 'error'),
    count(found.warning, 'warning'),
    count(found.information + found.hint, 'remark'),
    suppressed ? `${suppressed} suppressed` : ''
  ].filter(Boolean)
  return `Checked ${count(files, 'file') || 'no files'}: ${parts.join(', ') || 'nothing found'}.`
}

function count(n: number, what: string) {
  return n && `${n} ${what}${n === 1 ? '' : 's'}`
}
