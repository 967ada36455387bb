import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode'
import { exists } from './new-file'

/** What the sample holds. Named here, for in a browser an extension's folder can be read but not listed. */
export let sampleFiles = [
  'README.md',
  'actors.yaml',
  'actors/mehra.actor.md',
  'actors/tolen.actor.md',
  'brief.note.md',
  'broken.actors.yaml',
  'draft.note.md',
  'library.bib',
  'linesmen.note.md',
  'provenote.yaml',
  ...[
    ...['directorate-statement', 'harbour-weekly', 'hearing-0226', 'interview-brask', 'karsa-post', 'ledger-0313'],
    ...['opinion-penhallick', 'port-stats', 'quayside-blog', 'readiness-report', 'wire-0312']
  ].map(key => `sources/${key}.source.md`),
  'sources.yaml'
]

/** Copies the sample into a folder the user chooses, and opens the copy: in this window if there is nothing in it, else in another. */
export async function openSample(context: ExtensionContext) {
  let [folder] =
    (await window.showOpenDialog({
      title: 'Where the sample’s folder goes',
      openLabel: 'Put the sample here',
      canSelectFolders: true,
      canSelectFiles: false
    })) ?? []
  if (!folder) return
  let copy: Uri
  try {
    copy = await copySample(context.extensionUri, folder)
  } catch (error) {
    window.showErrorMessage(`The sample could not be written: ${error instanceof Error ? error.message : error}`)
    return
  }
  await context.globalState.update(remembered, copy.toString())
  let forceNewWindow = !!workspace.workspaceFolders?.length
  await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow, forceReuseWindow: !forceNewWindow })
}

/** Makes a folder with the sample in another folder, and returns it; what is there already is left alone. */
export async function copySample(extension: Uri, folder: Uri): Promise<Uri> {
  let name = 'provenote-sample'
  for (let count = 2; await exists(folder, name); count++) name = `provenote-sample-${count}`
  let copy = Uri.joinPath(folder, name)
  for (let file of sampleFiles)
    await workspace.fs.writeFile(
      Uri.joinPath(copy, file),
      await workspace.fs.readFile(Uri.joinPath(extension, 'example', file))
    )
  return copy
}

/** Shows the draft, which has something of everything, when the sample has just been opened in this window. */
export async function showSample({ globalState }: ExtensionContext) {
  let [folder] = workspace.workspaceFolders ?? []
  if (!folder || globalState.get(remembered) !== folder.uri.toString()) return
  await globalState.update(remembered, undefined)
  await window.showTextDocument(Uri.joinPath(folder.uri, 'draft.note.md'), { preview: false })
}

let remembered = 'sample'
