import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { CancellationToken, Emitter } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  type ITextDocument,
  type IWorkspace,
  LogLevel
} from 'vscode-markdown-languageservice'
import { URI } from 'vscode-uri'

/** The peer, `vscode-markdown-languageservice`, over the notes of a folder: it is given their texts, and reads no file. */
export function startPeer(folder: string) {
  let documents = new Map<string, TextDocument>()
  for (let name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.note.md')) continue
    let uri = URI.file(join(folder, name)).toString()
    documents.set(uri, TextDocument.create(uri, 'markdown', 1, readFileSync(join(folder, name), 'utf8')))
  }
  let changed = new Emitter<ITextDocument>()
  let service = createLanguageService({
    workspace: workspaceOf(folder, documents, changed),
    parser: parserOf(),
    logger: { level: LogLevel.Off, log() {} }
  })
  return {
    documents,
    diagnose: (document: ITextDocument) => service.computeDiagnostics(document, everything, CancellationToken.None),
    /** As after a keystroke: the service hears of the new text, and is asked what is wrong with it. */
    async type(document: TextDocument, at: number, words: string) {
      let position = document.positionAt(at)
      TextDocument.update(document, [{ range: { start: position, end: position }, text: words }], document.version + 1)
      changed.fire(document)
      return service.computeDiagnostics(document, everything, CancellationToken.None)
    }
  }
}

let everything = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.warning,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: []
}

function workspaceOf(
  folder: string,
  documents: Map<string, TextDocument>,
  changed: Emitter<ITextDocument>
): IWorkspace {
  return {
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: changed.event,
    onDidCreateMarkdownDocument: new Emitter<ITextDocument>().event,
    onDidDeleteMarkdownDocument: new Emitter<URI>().event,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: uri => documents.has(uri.toString()),
    openMarkdownDocument: async uri => documents.get(uri.toString()),
    stat: async uri =>
      documents.has(uri.toString())
        ? { isDirectory: false }
        : { isDirectory: statSync(uri.fsPath, { throwIfNoEntry: false })?.isDirectory() ?? false },
    readDirectory: async () => []
  }
}

// As VS Code's own Markdown support reads a document: parsed anew when its version has changed.
function parserOf() {
  let markdown = new MarkdownIt({ html: true, linkify: true })
  let known = new Map<string, { version: number; tokens: ReturnType<typeof markdown.parse> }>()
  return {
    slugifier: githubSlugifier,
    async tokenize(document: ITextDocument) {
      let own = known.get(document.uri)
      if (own?.version !== document.version) {
        own = { version: document.version, tokens: markdown.parse(document.getText(), {}) }
        known.set(document.uri, own)
      }
      return own.tokens
    }
  }
}
