import { type ReferenceParams, ResponseError, type SelectionRangeParams } from 'vscode-languageserver'
import { definition } from '../features/definition'
import { documentHighlight } from '../features/document-highlight'
import { documentLink } from '../features/document-links'
import { documentSymbol } from '../features/document-symbols'
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/evidence-hierarchy'
import { foldingRange } from '../features/folding-ranges'
import { references } from '../features/references'
import { selectionRanges } from '../features/selection-ranges'
import { typeDefinition } from '../features/type-definition'
import { namedActor } from '../features/unlinked-names'
import { workspaceSymbol } from '../features/workspace-symbols'
import { asking, stopped } from './asking'
import type { ReferencesAsked } from './protocol'
import type { Server } from './state'
import { unlinkedEverywhere } from './unlinked'

/** The requests that lead from place to place, a line each. */
export function answerNavigation(server: Server) {
  let { connection, workspace, client } = server
  let { callHierarchy } = connection.languages
  let { at, within, anywhere } = asking(server)

  connection.onDefinition(
    at('definition', (path, offset) => definition(workspace, path, offset, client.definitionLinks))
  )
  connection.onTypeDefinition(
    at('type definition', (path, offset) => typeDefinition(workspace, path, offset, client.typeDefinitionLinks))
  )
  connection.onReferences(async (params: ReferenceParams, token) => {
    let found = await at('references', (path, offset) => ({
      linked: references(workspace, path, offset, params.context.includeDeclaration),
      key: namedActor(workspace, path, offset, params.context as ReferencesAsked)
    }))(params, token)
    if (!found || found instanceof ResponseError) return found
    let { linked, key } = found
    if (key === undefined) return linked ?? null
    let unlinked = await server.guard('unlinked names', () => unlinkedEverywhere(server, key, token))
    return token.isCancellationRequested ? stopped(token) : [...(linked ?? []), ...(unlinked ?? [])]
  })
  connection.onDocumentHighlight(at('highlight', (path, offset) => documentHighlight(workspace, path, offset)))
  connection.onDocumentLinks(within('links', path => documentLink(workspace, path)))
  connection.onDocumentSymbol(within('outline', path => documentSymbol(workspace, path, client.nestedSymbols)))
  connection.onWorkspaceSymbol(({ query }, token) =>
    anywhere('symbols', token, () => workspaceSymbol(workspace, query))
  )
  callHierarchy.onPrepare(at('evidence', (path, offset) => prepareCallHierarchy(workspace, path, offset)))
  callHierarchy.onIncomingCalls(({ item }, token) => anywhere('evidence', token, () => incomingCalls(workspace, item)))
  callHierarchy.onOutgoingCalls(({ item }, token) => anywhere('evidence', token, () => outgoingCalls(workspace, item)))
  connection.onSelectionRanges(
    within('selection', (path, { positions }: SelectionRangeParams) => selectionRanges(workspace, path, positions))
  )
  connection.onFoldingRanges(within('folding', path => foldingRange(workspace, path, client.mostFolds)))
}
