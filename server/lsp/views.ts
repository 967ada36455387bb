import type { CancellationToken } from 'vscode-languageserver'
import { checklist } from '../features/checklist'
import { noteState } from '../features/note-state'
import { actorsView } from '../features/views/actors'
import { sourcesView } from '../features/views/sources'
import { statementsView } from '../features/views/statements'
import { asking } from './asking'
import {
  actors,
  type ChecklistParams,
  type ChecklistResult,
  checklist as checklistRequest,
  type NoteStateParams,
  type NoteStateResult,
  sources,
  statements,
  noteState as stateRequest,
  type ViewParams,
  type ViewResult
} from './protocol'
import type { Server } from './state'

/** What the status bar and the side bar ask, a line each. */
export function answerViews(server: Server) {
  let { connection, workspace, diagnoser, today } = server
  let { within, plain } = asking(server)

  connection.onRequest<NoteStateResult | undefined, void>(
    stateRequest,
    ({ uri }: NoteStateParams, token: CancellationToken) =>
      within('note state', path => noteState(workspace, path))({ textDocument: { uri } }, token)
  )
  connection.onRequest<ChecklistResult | undefined, void>(
    checklistRequest,
    async ({ uri }: ChecklistParams, token: CancellationToken) => {
      // Until records are known every name would be unknown.
      await diagnoser.released
      return within('checklist', path => checklist(workspace, path, today()))({ textDocument: { uri } }, token)
    }
  )
  let view = (method: string, ask: typeof actorsView) =>
    connection.onRequest(method, async (query: ViewParams | undefined): Promise<ViewResult> => {
      // Until then it would seem that there are none.
      await diagnoser.released
      return plain(method, () => ask(workspace, query ?? {}), [])
    })
  view(actors, actorsView)
  view(sources, sourcesView)
  view(statements, statementsView)
}
