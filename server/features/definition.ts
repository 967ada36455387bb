import type { Location, LocationLink } from 'vscode-languageserver-types'
import { linkTarget, type Workspace } from '../core'
import { passagePlace, type Target } from './cited-passage'
import { toLocation, toRange, toUri } from './convert'
import { type Thing, thingAt } from './thing-at'

/**
 * Where the thing at the offset is from: a mention, the actor's record; a citation or quotation, the very passage in the source; a
 * link, the statement. With `links` the answer says which words led there and how far the target reaches.
 */
export function* definition(
  workspace: Workspace,
  path: string,
  offset: number,
  links: boolean
): Generator<void, Location[] | LocationLink[] | undefined> {
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  if (!note || !thing) return undefined
  let targets = placesOf(workspace, path, thing) ?? (yield* passagePlace(workspace, note, thing))
  if (!links) return targets.map(target => toLocation(workspace, target.path, target.shown ?? target))
  return targets.map(target => {
    let lines = workspace.lines(target.path)
    return {
      originSelectionRange: toRange(workspace.lines(path), thing.span),
      targetUri: toUri(target.path),
      targetRange: toRange(lines, target),
      targetSelectionRange: toRange(lines, target.shown ?? target)
    }
  })
}

// All records of the key: when there are two, the reader sees both. Undefined for what rests on a source.
function placesOf(workspace: Workspace, path: string, thing: Thing): Target[] | undefined {
  if (thing.kind === 'link') return [linkTarget(workspace, path, thing.link)].filter(place => place !== undefined)
  if (thing.kind !== 'actor') return undefined
  return workspace.actorsOf(thing.key).map(({ path, span, keySpan }) => ({ ...span, path, shown: keySpan }))
}
