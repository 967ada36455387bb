import type { Reach } from './documents'
import type { Server } from './state'

/** Milliseconds to wait: many changes, one question. */
let patience = 200

/**
 * Tells the client to ask again for what it shows inside its editors, as far as it can be told: after a change that matters to other
 * files everything, after one in a note's own words the counts above records, which lie in other files.
 */
export function refresher(server: Server): (reach: Reach) => void {
  let { connection, client, guard } = server
  let waiting = false
  let all = false
  let ask = (can: boolean, what: string) =>
    can && guard('refresh', () => connection.sendRequest(`workspace/${what}/refresh`))
  return reach => {
    // Where one file alone is open nobody sees the counts in others.
    if (reach === 'own' && server.documents.paths().length < 2) return
    all ||= reach === 'all'
    if (waiting) return
    waiting = true
    setTimeout(() => {
      ask(client.refresh.codeLens, 'codeLens')
      ask(all && client.refresh.semanticTokens, 'semanticTokens')
      ask(all && client.refresh.inlayHint, 'inlayHint')
      waiting = all = false
    }, patience)
  }
}
