import { Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import type { Template } from './new-text'

/** Where a new file goes: the folder asked for, else that of the file in the editor, else the workspace's; of several the writer chooses. */
export async function folderFor(asked?: Uri) {
  let open = window.activeTextEditor?.document.uri
  let beside = open && workspace.getWorkspaceFolder(open) && Uri.joinPath(open, '..')
  let folders = workspace.workspaceFolders ?? []
  let chosen = async () => (folders.length > 1 ? (await window.showWorkspaceFolderPick())?.uri : folders[0]?.uri)
  let folder = asked ?? beside ?? (await chosen())
  if (!folder && folders.length === 0)
    window.showErrorMessage('Open a folder first: notes, sources and actors are files in it.')
  return folder
}

/** What a question is answered with at first: a name or title that the writer has selected. */
export function selectedWords() {
  let editor = window.activeTextEditor
  if (!editor?.selection.isSingleLine) return ''
  let words = editor.document
    .getText(editor.selection)
    .replace(/^[\s#@]+/, '')
    .trim()
  return words.length > 120 ? '' : words
}

export interface Question {
  title: string
  prompt: string
  value?: string
  /** What is wrong with the answer, if anything. */
  check: (value: string) => Promise<string | false>
}

export async function ask({ title, prompt, value, check }: Question) {
  let validateInput = async (answer: string) => (answer.trim() ? (await check(answer.trim())) || undefined : prompt)
  let answer = await window.showInputBox({ title, prompt, value, validateInput, ignoreFocusOut: true })
  return answer?.trim()
}

export interface KeyQuestion {
  title: string
  /** What stands before the key in a note. */
  mark: string
  isKey: (key: string) => boolean
  file: (key: string) => string
}

export function askKey({ title, mark, isKey, file }: KeyQuestion, folder: Uri, value: string) {
  return ask({
    title,
    value,
    prompt: `The key: what is written after ${mark} in a note.`,
    check: async key =>
      isKey(key)
        ? (await exists(folder, file(key))) && `There is a file ${file(key)} already.`
        : 'A key begins with a letter or a digit; letters, digits, - and _ follow.'
  })
}

export async function exists(folder: Uri, name: string) {
  return workspace.fs.stat(Uri.joinPath(folder, name)).then(
    () => true,
    () => false
  )
}

/** Writes the file as an edit, so that it can be undone, and opens it with the cursor where the writer goes on. */
export async function create(folder: Uri, name: string, { text, cursor }: Template) {
  let uri = Uri.joinPath(folder, name)
  let edit = new WorkspaceEdit()
  edit.createFile(uri, { contents: new TextEncoder().encode(text) })
  if (!(await workspace.applyEdit(edit))) {
    window.showErrorMessage(`${name} could not be written.`)
    return
  }
  let document = await workspace.openTextDocument(uri)
  let at = document.positionAt(cursor)
  await window.showTextDocument(document, { selection: new Selection(at, at), preview: false })
}
