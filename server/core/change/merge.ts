import { fileKind, fileName } from '../files'
import { bareKey } from '../keys'
import type { Actor, Yaml, YamlMap } from '../model'
import { namesOf } from '../names'
import { occurrencesOf } from '../occurrences'
import { frontMatterAt } from '../parse/front-matter'
import type { Workspace } from '../workspace'
import type { Change, ChangeEdit, Refusal } from './change'
import { anchorsAfter } from './heading-anchors'
import { addField, addItems, flowYaml, removeRecord } from './record-edit'
import { linkPath, relativePath } from './relative-path'

/**
 * Makes one actor of two that somebody holds to be the same: whatever names the one that goes names the one that stays, which takes over
 * its names, offices, memberships and the fields it has none of. To be looked at before it is done: nothing here knows whether they are
 * the same. Where they say different things of one matter, and identifiers above all, it refuses: one of the two is wrong.
 *
 * @param texts of the files with the two records
 */
export function mergeActors(
  workspace: Workspace,
  gone: string,
  kept: string,
  texts: ReadonlyMap<string, string>
): Change | Refusal {
  let [from, into] = [workspace.actorsOf(gone), workspace.actorsOf(kept)]
  if (gone === kept) return { refused: 'Choose two actors: these are one.' }
  for (let [key, records] of [[gone, from] as const, [kept, into] as const])
    if (records.length !== 1)
      return {
        refused: `@${key} has ${records.length === 0 ? 'no record' : `${records.length} records: make it one first`}.`
      }
  let [[old], [own]] = [from, into]
  let [oldText, text] = [texts.get(old.path), texts.get(own.path)]
  if (oldText === undefined || text === undefined) return { refused: 'A record of theirs cannot be read.' }
  if (fileKind(own.path) === 'actor' && own.fields.fields.length === 0)
    return { refused: `${fileName(own.path)} has no front matter to take over anything.` }
  let refused = differenceOf(old, own) ?? bodyOf(old, oldText)
  if (refused) return { refused }
  let change: Change = { edits: [], renames: [], removes: [] }
  if (fileKind(old.path) === 'actor') change.removes.push(old.path)
  else {
    let removed = removeRecord(old, oldText)
    if (!removed)
      return { refused: `The record of @${gone} does not stand on lines of its own in ${fileName(old.path)}.` }
    change.edits.push(removed)
  }
  change.edits.push(...references(workspace, old, own), ...additions(old, own, text))
  change.edits.push(...anchorsAfter(workspace, change.edits))
  return change
}

let lists = ['alias', 'weakAlias', 'previousName', 'misspelling', 'positions', 'memberships']
// Of a dossier as a text, not of who it is about.
let ofText = ['title', 'date', 'as-of', 'author', 'status', 'profile', 'tlp', 'style']
let notCompared = new Set(['key', 'name', 'summary', ...lists, ...ofText])

// In a sentence for the writer: what cannot be true of one actor.
function differenceOf(old: Actor, own: Actor): string | undefined {
  for (let [one, other] of [
    [old, own],
    [own, old]
  ])
    if ([...one.positions, ...one.memberships].some(({ of }) => of === other.key))
      return `The record of @${one.key} names @${other.key}: they are two.`
  for (let { key, value } of old.fields.fields) {
    let theirs = fieldOf(own.fields, key)
    if (notCompared.has(key) || !theirs || said(theirs) === '' || said(value) === '') continue
    if (said(value) === said(theirs) || (key === 'schema' && [said(value), said(theirs)].includes('LegalEntity')))
      continue
    return `Their records differ in \`${key}\`: ${said(value)} for @${old.key}, ${said(theirs)} for @${own.key}. Make them agree first, if they are the same.`
  }
  return undefined
}

function bodyOf(old: Actor, text: string): string | undefined {
  if (fileKind(old.path) !== 'actor') return undefined
  let body = text.slice(frontMatterAt(text)?.bodyFrom ?? 0)
  return /\S/.test(body)
    ? `${fileName(old.path)} has a text of its own, which would be lost: move it to another file first.`
    : undefined
}

// Whatever names the one names the other; links to a dossier that goes lead to the record that stays.
function references(workspace: Workspace, old: Actor, own: Actor): ChangeEdit[] {
  let edits: ChangeEdit[] = []
  let isOwn = (path: string, at: number) => path === old.path && old.span.from <= at && at < old.span.to
  for (let { path, from, to, form, whole } of occurrencesOf(workspace, { kind: 'actor', key: old.key }))
    if (form !== 'key' && form !== 'file name' && !isOwn(path, from))
      edits.push({ path, from, to, newText: whole ? `"${own.key}"` : own.key })
  if (fileKind(old.path) === 'actor')
    for (let { path, from, to } of occurrencesOf(workspace, { kind: 'file', path: old.path }))
      if (path !== old.path) edits.push({ path, from, to, newText: linkPath(relativePath(path, own.path)) })
  return edits
}

function additions(old: Actor, own: Actor, text: string): ChangeEdit[] {
  let edits: ChangeEdit[] = []
  let known = new Set([...namesOf(own), ...own.weakAlias, ...own.misspelling, own.name])
  let fresh = (names: string[]) => names.filter(name => !known.has(name) && known.add(name))
  let scalar = (value: string): Yaml => ({ type: 'scalar', value, from: 0, to: 0 })
  let more: { [field: string]: Yaml[] } = {
    alias: fresh([old.name, ...old.alias]).map(scalar),
    previousName: fresh(old.previousName).map(scalar),
    weakAlias: fresh(old.weakAlias).map(scalar),
    misspelling: fresh(old.misspelling).map(scalar),
    positions: itemsOf(old, own, 'positions'),
    memberships: itemsOf(old, own, 'memberships')
  }
  for (let field of lists) {
    let items = more[field]
    if (items.length === 0) continue
    let there = fieldOf(own.fields, field)
    edits.push(
      there && (there.type === 'list' || said(there) !== '')
        ? addItems(own.path, text, there, items)
        : addField(own, text, field, { type: 'list', items, from: 0, to: 0 }, there)
    )
  }
  for (let { key, value } of old.fields.fields) {
    let there = fieldOf(own.fields, key)
    if ((notCompared.has(key) && key !== 'summary') || said(value) === '') continue
    // What is more exact than `LegalEntity` is not taken over by itself: it stands in the record that goes, to be seen.
    if (!there || said(there) === '') edits.push(addField(own, text, key, value, there))
  }
  return edits
}

function itemsOf(old: Actor, own: Actor, field: string): Yaml[] {
  let all = (actor: Actor) => {
    let value = fieldOf(actor.fields, field)
    return value?.type === 'list' ? value.items : value && said(value) !== '' ? [value] : []
  }
  let there = new Set(all(own).map(said))
  return all(old).filter(item => !there.has(said(item)))
}

let fieldOf = (fields: YamlMap, name: string) => fields.fields.find(({ key }) => key === name)?.value

// What a value says, however it is written.
function said(value: Yaml): string {
  return value.type === 'scalar' ? bareKey(value.value.trim()) : flowYaml(value)
}
