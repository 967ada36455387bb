import type { InitializeParams, MarkupKind } from 'vscode-languageserver'
import type { CompletionSupport } from '../features/completion'
import type { DiagnosticSupport, EditSupport } from '../features/convert'
import { type Format, markdown, plaintext, trusted } from '../features/words/format'
import type { InitializationOptions } from './protocol'

/** What the client at the other end can do, as far as an answer depends on it. */
export interface Client {
  hover: Format
  documentation: Format
  completion: CompletionSupport
  diagnostics: DiagnosticSupport
  edits: Omit<EditSupport, 'versionOf'>
  definitionLinks: boolean
  typeDefinitionLinks: boolean
  /** Shows an outline as a tree. */
  nestedSymbols: boolean
  /** As many ranges to fold as it takes. */
  mostFolds?: number
  prepareRename: boolean
  progress: boolean
  /** Opens a file at a place when it is asked to. */
  showDocument: boolean
  configuration: boolean
  configurationChanges: boolean
  folders: boolean
  watching: boolean
  /** Asks for findings instead of being sent them. Of clients that can do either, those are sent that have been found. */
  pull: boolean
  /** Asks again when it is told that findings may have changed. */
  pullAgain: boolean
  /** Can be told to ask again for what it shows in its editors. */
  refresh: { semanticTokens: boolean; inlayHint: boolean; codeLens: boolean }
  /** Has the command that shows references. */
  showReferences: boolean
  /** Answers `listFiles` and `readFile`. */
  files: boolean
  /** Has the command that lets the writer choose a passage. */
  findSupport: boolean
  /** Wants to hear when what its views show has changed. */
  views: boolean
  /** Wants to hear when what keys stand for has changed. */
  names: boolean
}

/** `pages` is where the rules' pages lie with the server; a client that knows better says so. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams, pages?: string): Client {
  let { textDocument, workspace, window } = capabilities
  let item = textDocument?.completion?.completionItem
  let edit = workspace?.workspaceEdit
  let own = initializationOptions as InitializationOptions | undefined
  let shown = textDocument?.publishDiagnostics ?? textDocument?.diagnostic
  return {
    hover: formatOf(textDocument?.hover?.contentFormat, own?.passageCommands ? trusted : markdown),
    documentation: formatOf(item?.documentationFormat),
    completion: { labelDetails: !!item?.labelDetailsSupport, insertReplace: !!item?.insertReplaceSupport },
    diagnostics: {
      relatedInformation: !!shown?.relatedInformation,
      pages: shown?.codeDescriptionSupport ? (own?.pages ?? pages) : undefined
    },
    edits: {
      documentChanges: !!edit?.documentChanges,
      createFiles: !!edit?.documentChanges && !!edit.resourceOperations?.includes('create'),
      renameFiles: !!edit?.documentChanges && !!edit.resourceOperations?.includes('rename'),
      deleteFiles: !!edit?.documentChanges && !!edit.resourceOperations?.includes('delete'),
      annotations: !!edit?.documentChanges && !!edit.changeAnnotationSupport
    },
    definitionLinks: !!textDocument?.definition?.linkSupport,
    typeDefinitionLinks: !!textDocument?.typeDefinition?.linkSupport,
    nestedSymbols: !!textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport,
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    prepareRename: !!textDocument?.rename?.prepareSupport,
    showDocument: !!window?.showDocument?.support,
    progress: !!window?.workDoneProgress,
    configuration: !!workspace?.configuration,
    configurationChanges: !!workspace?.didChangeConfiguration?.dynamicRegistration,
    folders: !!workspace?.workspaceFolders,
    watching: !!workspace?.didChangeWatchedFiles?.dynamicRegistration,
    pull: !!textDocument?.diagnostic && !textDocument.publishDiagnostics,
    pullAgain: !!workspace?.diagnostics?.refreshSupport,
    refresh: {
      semanticTokens: !!workspace?.semanticTokens?.refreshSupport,
      inlayHint: !!workspace?.inlayHint?.refreshSupport,
      codeLens: !!workspace?.codeLens?.refreshSupport
    },
    showReferences: !!own?.showReferences,
    files: !!own?.files,
    findSupport: !!own?.findSupport,
    views: !!own?.views,
    names: !!own?.names
  }
}

// Clients list what they show in the order of their liking; those that say nothing show plain text.
function formatOf(kinds: MarkupKind[] | undefined, rich = markdown): Format {
  return kinds?.includes('markdown') ? rich : plaintext
}
