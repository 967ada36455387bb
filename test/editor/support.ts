/** What editor tests are written with. They run in Node and in a browser's worker alike: files go through `vscode`. */
import * as vscode from 'vscode'

/** The address of a file of the workspace, a copy of example/. */
export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, path)
}

/** Shows a file of the workspace, with the cursor before the first character. */
export async function open(path: string): Promise<vscode.TextEditor> {
  let editor = await vscode.window.showTextDocument(uriOf(path))
  editor.selection = new vscode.Selection(0, 0, 0, 0)
  return editor
}

/** Makes a file of the workspace, or writes it anew, as another program would. */
export function write(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text))
}

/** Makes a file of the workspace and shows it. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  await write(path, text)
  let editor = await open(path)
  // If it was open already, the editor reads it anew in its own time.
  await waitFor(`${path} as it was written`, () => editor.document.getText() === text)
  return editor
}

/** Where some words of the document are; the test fails if they are not there. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  let at = document.getText().indexOf(words)
  if (at < 0) throw Error(`${document.uri.path} does not hold “${words}”`)
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length))
}

/** Puts the cursor after some words of the document. */
export function placeCursorAfter(editor: vscode.TextEditor, words: string): void {
  let { end } = rangeOf(editor.document, words)
  editor.selection = new vscode.Selection(end, end)
}

/** Types as a hand does: suggestions, closing brackets and everything else that listens to typing takes part. */
export async function type(text: string): Promise<void> {
  for (let character of text) await vscode.commands.executeCommand('type', { text: character })
}

/**
 * Waits until `condition` answers something other than undefined or false, and returns it. It is asked again whenever
 * the editor reports a change, and now and then besides, as not every change has an event.
 */
export async function waitFor<T>(
  what: string,
  condition: () => T | undefined | false | PromiseLike<T | undefined | false>,
  milliseconds = 10_000
): Promise<T> {
  let deadline = Date.now() + milliseconds
  while (true) {
    let answer = await condition()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw Error(`Waited ${milliseconds} ms in vain: ${what}`)
    await somethingChanged()
  }
}

function somethingChanged(): Promise<void> {
  return new Promise(done => {
    let timer = setTimeout(end, 50)
    let listeners = [
      vscode.languages.onDidChangeDiagnostics(end),
      vscode.workspace.onDidChangeTextDocument(end),
      vscode.window.onDidChangeActiveTextEditor(end)
    ]
    function end() {
      clearTimeout(timer)
      for (let listener of listeners) listener.dispose()
      done()
    }
  })
}

/** Waits until the server has read the workspace: from then on it knows the sample's actors and sources. */
export async function ready(): Promise<void> {
  let { document } = await openNew('ready.note.md', 'Gap: What @mehra knew.\n')
  await waitFor('the workspace has been read', async () =>
    (await hoverAt(document.uri, rangeOf(document, '@mehra').end)).includes('Sunniva Mehra')
  )
}

/** Our findings in a document, as the Problems view lists them. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'provenote')
}

/** Their rules, in the order of the text. */
export function rulesOf(uri: vscode.Uri): string[] {
  return diagnosticsOf(uri)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
}

/** Waits until a document has findings of exactly these rules. */
export async function waitForRules(uri: vscode.Uri, ...rules: string[]): Promise<void> {
  let seen = () => rulesOf(uri).join(' ')
  try {
    await waitFor('findings', () => seen() === rules.join(' '))
  } catch {
    throw Error(`Instead of “${rules.join(' ')}” there came to be “${seen()}” in ${uri.path}`)
  }
}

/** The text of all cards shown over a place, as Markdown. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  let hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position)
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n\n')
}

/** What is offered at a place, with the first `resolved` entries' details. */
export function completionsAt(
  uri: vscode.Uri,
  position: vscode.Position,
  resolved = 0
): Thenable<vscode.CompletionList> {
  return vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, position, undefined, resolved)
}

/** Where a definition leads. */
export async function definitionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Location[]> {
  let found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position
  )
  return found.map(link =>
    'uri' in link ? link : new vscode.Location(link.targetUri, link.targetSelectionRange ?? link.targetRange)
  )
}

/** The titles and edits offered for a range. */
export function fixesAt(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, undefined, 100)
}

/** Applies the fix whose title holds some words, with its edit and then its command, as the light bulb does. */
export async function applyFix(uri: vscode.Uri, range: vscode.Range, title: string): Promise<void> {
  let offered = await fixesAt(uri, range)
  let fix = offered.find(action => action.title.includes(title))
  if (!fix) throw Error(`No fix “${title}” among: ${offered.map(action => action.title).join(' | ') || 'none'}`)
  if (fix.edit && !(await vscode.workspace.applyEdit(fix.edit))) throw Error(`“${title}” could not be applied`)
  let { command, arguments: args = [] } = fix.command ?? {}
  if (command) await vscode.commands.executeCommand(command, ...args)
}
