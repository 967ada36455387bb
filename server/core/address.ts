import type { Source } from './model'
import type { Workspace } from './workspace'

/** An address on the web, and nothing else around it but white space; the one thing that is taken for one. */
export function webAddress(text: string): string | undefined {
  let address = text.trim().replace(/^<(.*)>$/, '$1')
  return address.length < 4000 && /^https?:\/\/[^\s<>"]+$/i.test(address) && hostOf(address) ? address : undefined
}

/** The sources with this address, by path. What trackers add to an address does not make it another. */
export function sourcesAt(workspace: Workspace, address: string): readonly Source[] {
  return workspace.derive('sources', byAddress).get(addressId(address)) ?? []
}

/** Words for a key: the last part of the path that says something, else the host. */
export function wordsOfAddress(address: string): string {
  let [path] = address.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/)
  let parts = path.split('/').map(part => decoded(part).replace(/\.\w{2,5}$/, ''))
  return parts.reverse().find(part => /\p{L}{3}/u.test(part) && !/^index$/i.test(part)) ?? hostOf(address)
}

function byAddress(workspace: Workspace): Map<string, Source[]> {
  let found = new Map<string, Source[]>()
  for (let key of workspace.sourceKeys()) {
    let source = workspace.source(key)!
    let address = source.url && webAddress(source.url)
    if (!address) continue
    let id = addressId(address)
    found.set(id, [...(found.get(id) ?? []), source])
  }
  return found
}

// What stays of an address that is compared: neither the way to get there nor what counts the visit.
function addressId(address: string): string {
  let [whole] = address.split('#', 1)
  let [place, query = ''] = whole.replace(/^https?:\/\//i, '').split(/\?(.*)/s)
  let slash = place.indexOf('/')
  let host = (slash < 0 ? place : place.slice(0, slash)).toLowerCase().replace(/^www\./, '')
  let path = slash < 0 ? '' : place.slice(slash).replace(/\/+$/, '')
  let kept = query.split('&').filter(part => part && !/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid)=/i.test(part))
  return `${host}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}`
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([\p{L}\p{N}][\p{L}\p{N}.-]*)/iu.exec(address)?.[1] ?? ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
