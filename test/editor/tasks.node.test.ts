import assert from 'node:assert'
import * as vscode from 'vscode'
import { ready, waitFor } from './support'

/** Runs a task and returns its exit code. */
async function run(task: vscode.Task): Promise<number | undefined> {
  let listener: vscode.Disposable | undefined
  let ended = new Promise<number | undefined>(done => {
    listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name === task.name) done(exitCode)
    })
  })
  await vscode.tasks.executeTask(task)
  return ended.finally(() => listener?.dispose())
}

describe('tasks', () => {
  before(ready)

  it('check the folder, and check it as before publishing', async () => {
    let found = await vscode.tasks.fetchTasks({ type: 'provenote' })
    assert.deepEqual(
      found.map(({ name, source, problemMatchers }) => [name, source, ...problemMatchers]),
      [
        ['check', 'provenote', '$provenote'],
        ['check --publish', 'provenote', '$provenote']
      ]
    )
    // The sample's draft has errors.
    for (let task of found) assert.equal(await run(task), 1)
  })

  it('may be given files and options in tasks.json', async () => {
    let folder = vscode.workspace.workspaceFolders![0]
    let tasks = [{ type: 'provenote', label: 'brief', args: ['brief.note.md'] }]
    await vscode.workspace
      .getConfiguration('tasks', folder)
      .update('version', '2.0.0', vscode.ConfigurationTarget.WorkspaceFolder)
    await vscode.workspace
      .getConfiguration('tasks', folder)
      .update('tasks', tasks, vscode.ConfigurationTarget.WorkspaceFolder)
    let own = await waitFor('the task', async () =>
      (await vscode.tasks.fetchTasks()).find(({ name }) => name === 'brief')
    )
    assert.equal(await run(own), 0)
  })
})
