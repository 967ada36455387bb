import type { CancellationToken, Location } from 'vscode-languageserver'
import { unlinkedNamesIn } from '../features/unlinked-names'
import { each } from './pump'
import type { Server } from './state'

/** Where notes name an actor without a link, by path and place. Every note is read for it, a few at a time, until it is cancelled. */
export async function unlinkedEverywhere(server: Server, key: string, token: CancellationToken): Promise<Location[]> {
  let { workspace, files } = server
  let paths = [...workspace.files.values()].flatMap(({ note, path }) => (note ? path : [])).sort()
  let found = new Map<string, Location[]>()
  await each(
    paths,
    8,
    () => token.isCancellationRequested,
    async path => {
      let text = workspace.texts.get(path)
      if (text === undefined) {
        let read = await files.read(path)
        if ('text' in read) text = read.text
      }
      if (text !== undefined && workspace.files.has(path)) found.set(path, unlinkedNamesIn(workspace, path, text, key))
    }
  )
  return paths.flatMap(path => found.get(path) ?? [])
}
