import type { DocumentLink } from 'vscode-languageserver-types'
import {
  type Definition,
  type Link,
  lineAt,
  linkParts,
  linkTarget,
  resolvePath,
  type Span,
  type Workspace,
  type YamlField
} from '../core'
import { toRange, toUri } from './convert'

/**
 * What can be followed in an open file: the writer's own links to notes, statements, headings and files, links and addresses on the
 * web, and in front matter and records the fields that hold an address or the path of the captured original. Never anything in the
 * text of a source, and nothing but `http`, `https`, `mailto` and files inside the workspace's folders.
 */
export function documentLink(workspace: Workspace, path: string): DocumentLink[] | undefined {
  let file = workspace.files.get(path)
  let lines = workspace.lines(path)
  if (!file || !workspace.texts.has(path)) return undefined
  let note = workspace.note(path)
  let links = [...(note?.links ?? []), ...(note?.definitions ?? [])].flatMap(link => followed(workspace, path, link))
  let maps = [...file.actors, ...file.sources].map(record => record.fields)
  if (note?.frontMatter && file.actors.length === 0) maps.push(note.frontMatter.yaml)
  for (let map of maps) for (let field of map.fields) links.push(...inField(workspace, path, field))
  return links.map(({ span, target, tooltip }) => ({ range: toRange(lines, span), target, tooltip }))
}

interface Followed {
  span: Span
  target: string
  tooltip?: string
}

function followed(workspace: Workspace, path: string, link: Link | Definition): Followed[] {
  let { destination, destinationSpan: span } = link
  if ('words' in link && link.label) span = link.label
  else if (/^<.*>$/.test(destination)) span = { from: span.from + 1, to: span.to - 1 }
  let web = webAddress(destination.replace(/^<|>$/g, ''))
  if (web) return [{ span, target: web }]
  let parts = linkParts(path, destination)
  if (!parts || (!parts.file && !parts.anchor) || !isInside(workspace, path, parts.path)) return []
  let place = linkTarget(workspace, path, { destination })
  if (!place) {
    // Of files that are none of ours nobody knows whether they are there; a place that is missing has its finding.
    let unknown = !workspace.files.has(parts.path) && !/\.(?:note|source|actor)\.md$/.test(parts.path)
    return unknown ? [{ span, target: toUri(parts.path) }] : []
  }
  let line = lineAt(workspace.lines(place.path), place.from) + 1
  return [{ span, target: toUri(place.path) + (parts.anchor ? `#L${line}` : '') }]
}

let addressFields = new Set(['URL', 'url', 'website', 'sourceUrl', 'publisherUrl', 'wikipediaUrl'])

function inField(workspace: Workspace, path: string, { key, value }: YamlField): Followed[] {
  if (value.type !== 'scalar' || value.value.trim() === '') return []
  let said = value.value.trim()
  let span = { from: value.from, to: value.to }
  if (key === 'original') {
    let target = resolvePath(path, said)
    let isPath = !/^([/\\~]|[\w+.-]+:)/.test(said) && !said.includes('\\')
    return isPath && isInside(workspace, path, target)
      ? [{ span, target: toUri(target), tooltip: 'The captured original' }]
      : []
  }
  let web = addressFields.has(key) ? webAddress(said) : undefined
  return web ? [{ span, target: web }] : []
}

// With the host plain to see: nothing that a client might run or show in another's name.
function webAddress(address: string): string | undefined {
  return /^(?:https?:\/\/[^\s/@\\]+(?:[/?#][^\s\\]*)?|mailto:[^\s\\]+)$/i.test(address) ? address : undefined
}

function isInside(workspace: Workspace, path: string, target: string): boolean {
  let root = workspace.rootOf(path)
  return root === undefined ? workspace.files.has(target) : target.startsWith(root) || !!workspace.rootOf(target)
}
