import { Uri, workspace } from 'vscode'

/**
 * A text that nobody has saved yet is a note by its language alone, while the server knows files by their names. So it is told of a
 * note of that name in the first folder, and what it says of that note goes back to the text.
 */
export function unnamedNotes() {
  let told = new Map<string, string>()
  let meant = new Map<string, Uri>()
  return {
    code2Protocol(uri: Uri) {
      let own = uri.toString()
      if (!told.has(own) && isUnnamedNote(uri)) {
        // Without a folder there is nothing beside it.
        let folder = workspace.workspaceFolders?.[0].uri ?? Uri.from({ scheme: 'untitled', path: '/' })
        let address = Uri.joinPath(folder, `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}.note.md`).toString()
        told.set(own, address)
        meant.set(address, uri)
      }
      return told.get(own) ?? own
    },
    protocol2Code: (address: string) => {
      let uri = Uri.parse(address)
      return meant.get(uri.toString()) ?? uri
    }
  }
}

function isUnnamedNote({ scheme, path }: Uri) {
  if (scheme !== 'untitled' || /\.(?:note|actor)\.md$/.test(path)) return false
  return workspace.textDocuments.some(
    ({ uri, languageId }) => uri.scheme === scheme && uri.path === path && languageId === 'provenote'
  )
}
