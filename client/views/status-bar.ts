import { commands, DiagnosticSeverity, languages, StatusBarAlignment, ThemeColor, type Uri, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type NoteStateResult, noteState } from '../../server/lsp/protocol'
import { type CurrentNote, inEditor } from './notes'

/** Standard, status and number of findings of the note in the editor; a click opens the publish checklist. */
export function statusBar(client: BaseLanguageClient, note: CurrentNote) {
  let item = window.createStatusBarItem('provenote.note', StatusBarAlignment.Right, 100)
  item.name = 'Provenote'
  item.command = 'provenote.openChecklist'

  async function show() {
    let uri = inEditor()
    if (!uri) return item.hide()
    let state = await ask(client, uri)
    // The writer may have gone on while the server was asked.
    if (inEditor()?.toString() !== uri.toString()) return
    if (!state) return item.hide()
    Object.assign(item, statusOf(state, countsOf(uri)))
    // Steps of the walkthrough are done once a note has them.
    if (state.mentions) commands.executeCommand('setContext', 'provenote.mentions', true)
    if (state.citations) commands.executeCommand('setContext', 'provenote.citations', true)
    item.show()
  }

  let listener = note.changed(show)
  show()
  return {
    item,
    dispose() {
      listener.dispose()
      item.dispose()
    }
  }
}

async function ask(client: BaseLanguageClient, uri: Uri): Promise<NoteStateResult> {
  try {
    await client.start()
    return await client.sendRequest<NoteStateResult>(noteState, { uri: client.code2ProtocolConverter.asUri(uri) })
  } catch {
    return null
  }
}

interface Counts {
  error: number
  warning: number
  remark: number
}

function countsOf(uri: Uri): Counts {
  let counts = { error: 0, warning: 0, remark: 0 }
  for (let { source, severity } of languages.getDiagnostics(uri)) {
    if (source !== 'provenote') continue
    if (severity === DiagnosticSeverity.Error) counts.error++
    else if (severity === DiagnosticSeverity.Warning) counts.warning++
    else counts.remark++
  }
  return counts
}

let standards: { [profile: string]: string } = {
  icd203: 'ICD 203',
  phia: 'PHIA yardstick',
  newsroom: 'Newsroom practice',
  none: 'No analytic standard'
}

function statusOf({ profile, status }: NonNullable<NoteStateResult>, { error, warning, remark }: Counts) {
  let icon = error ? 'error' : warning ? 'warning' : 'check'
  let named = profile === 'none' ? [] : [profile]
  let found = [count(error, 'error'), count(warning, 'warning'), count(remark, 'remark')].filter(Boolean)
  let words = [standards[profile] ?? profile, status === 'final' ? 'final' : 'draft', found.join(', ') || 'no findings']
  return {
    text: `$(${icon}) ${[...named, status, error + warning + remark].join(' · ')}`,
    tooltip: `Provenote\nStandard: ${words[0]}\nStatus: ${words[1]}\nFindings: ${words[2]}\n\nOpen the publish checklist`,
    accessibilityInformation: { label: `Provenote: ${words.join(', ')}. Open the publish checklist.`, role: 'button' },
    // A draft may be wrong; a note that says it is final may not.
    backgroundColor: error && status === 'final' ? new ThemeColor('statusBarItem.errorBackground') : undefined
  }
}

function count(n: number, what: string) {
  return n && `${n} ${what}${n === 1 ? '' : 's'}`
}
