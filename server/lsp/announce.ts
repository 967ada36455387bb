import { viewsChanged } from './protocol'
import type { Server } from './state'

/** How long, in milliseconds, changes are gathered before a client's views are told. */
let gather = 250

/** Tells a client that has views when what they show has changed; of many changes it hears once. */
export function announcer(server: Server): () => void {
  let isTold = true
  return () => {
    if (!server.client.views || !isTold) return
    isTold = false
    setTimeout(() => {
      isTold = true
      server.guard('views', () => server.connection.sendNotification(viewsChanged))
    }, gather)
  }
}
