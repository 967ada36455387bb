import { type ChildProcess, spawn } from 'node:child_process'
import {
  CustomExecution,
  EventEmitter,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace
} from 'vscode'

interface CheckDefinition extends TaskDefinition {
  type: 'provenote'
  /** What `provenote check` is given. */
  args?: string[]
}

/**
 * Tasks that run the command line, which comes with the extension: they say what a gate before publishing will say. The problem
 * matcher and the server are one owner of findings, so that none is shown twice: of open files VS Code shows the server's.
 */
export function checkTasks(extension: Uri) {
  let script = Uri.joinPath(extension, 'dist', 'cli.js').fsPath
  let taskOf = (definition: CheckDefinition, folder: WorkspaceFolder) => {
    let args = definition.args ?? []
    let name = ['check', ...args].join(' ')
    let execution = new CustomExecution(async () => terminal(script, ['check', ...args], folder.uri.fsPath))
    let task = new Task(definition, folder, name, 'provenote', execution, '$provenote')
    task.presentationOptions = { clear: true, showReuseMessage: false }
    return task
  }
  let provideTasks = () =>
    onDisk().flatMap(folder => [
      taskOf({ type: 'provenote' }, folder),
      taskOf({ type: 'provenote', args: ['--publish'] }, folder)
    ])
  let resolveTask = ({ definition, scope }: Task) => {
    let folder = !scope || scope === TaskScope.Workspace || scope === TaskScope.Global ? onDisk()[0] : scope
    return folder && taskOf(definition as CheckDefinition, folder)
  }
  return tasks.registerTaskProvider('provenote', { provideTasks, resolveTask })
}

let onDisk = () => workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? []

/** The command line as a task's terminal: run by whatever runs this extension, so nothing else need be installed. */
function terminal(script: string, args: string[], cwd: string): Pseudoterminal {
  let written = new EventEmitter<string>()
  let ended = new EventEmitter<number>()
  let child: ChildProcess | undefined
  let write = (text: string) => written.fire(text.replace(/\r?\n/g, '\r\n'))
  return {
    onDidWrite: written.event,
    onDidClose: ended.event,
    open() {
      let env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', FORCE_COLOR: '1' }
      child = spawn(process.execPath, [script, ...args], { cwd, env })
      for (let stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write)
      child.once('error', error => {
        write(`provenote could not be started: ${error.message}\n`)
        ended.fire(2)
      })
      child.once('close', code => ended.fire(code ?? 2))
    },
    close: () => child?.kill(),
    handleInput(keys) {
      if (keys === '\x03') child?.kill()
    }
  }
}
