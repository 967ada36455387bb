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

/** Makes a file of the workspace and shows it. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text))
  return open(path)
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

/** Our findings in a document, as the Problems view lists them. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'provenote')
}

/** The rule of a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
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
  return found.map(link => ('uri' in link ? link : new vscode.Location(link.targetUri, link.targetRange)))
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
