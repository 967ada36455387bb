import { type Disposable, EventEmitter, languages, type Uri, window } from 'vscode'

/**
 * The note the writer is at: that of the editor, and while another kind of file is looked at, the last one. Tells when it is another, and
 * when it has been checked again.
 */
export function currentNote() {
  let now = inEditor()
  let emitter = new EventEmitter<void>()
  let parts: Disposable[] = [
    emitter,
    window.onDidChangeActiveTextEditor(() => {
      now = inEditor() ?? now
      emitter.fire()
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (now && uris.some(uri => uri.toString() === now?.toString())) emitter.fire()
    })
  ]
  return {
    uri: (): Uri | undefined => now,
    changed: emitter.event,
    dispose() {
      for (let part of parts) part.dispose()
    }
  }
}
export type CurrentNote = ReturnType<typeof currentNote>

/** The note in the editor that has the focus. */
export function inEditor(): Uri | undefined {
  let document = window.activeTextEditor?.document
  return document?.languageId === 'provenote' ? document.uri : undefined
}
