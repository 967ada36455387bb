import { commands, type Uri, window } from 'vscode'

/** VS Code's own Markdown preview, beside the note. The button in the editor's title gives the note's address. */
export async function openPreview(uri?: Uri) {
  let note = uri ?? window.activeTextEditor?.document.uri
  if (!note) return
  try {
    await commands.executeCommand('markdown.showPreviewToSide', note)
  } catch {
    window.showErrorMessage(
      'The preview needs VS Code’s own extension “Markdown Language Features”, which is not enabled.'
    )
  }
}
