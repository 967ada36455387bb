import { createActor } from '../fixes/create'
import { actorNamed, likelyActors } from '../fixes/known'
import { bareKey, isActorKey } from '../keys'
import type { Actor, Fix, Mention, Source, Span, Yaml } from '../model'
import { firstFrom } from '../span'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

/** A mention of an actor nobody has registered: in a note, as a citation's speaker, or in a record. */
export let rule: Rule = {
  id: 'unknown-actor',
  severity: { draft: 'warning', final: 'error' },
  standard: '',
  *note(context) {
    let { note, workspace, actors } = context
    for (let [index, mention] of note.mentions.entries()) {
      let { key, words, keySpan } = mention
      if (actors[index] || (words === undefined && isQuoted(context, mention))) continue
      let span = words === undefined ? mention : keySpan
      yield {
        ...at(span),
        message: unknown(key),
        fixes: () => [...fullName(context, mention), ...fixesFor(context, key, keySpan, words)]
      }
    }
    for (let { speaker } of note.citations) {
      if (!speaker || workspace.actor(speaker.key)) continue
      let keySpan = { from: speaker.from + 1, to: speaker.to }
      yield { ...at(speaker), message: unknown(speaker.key), fixes: () => fixesFor(context, speaker.key, keySpan) }
    }
  },
  *records({ records, workspace, path }) {
    for (let record of records) {
      for (let { key, span } of actorsIn(record)) {
        if (workspace.actor(key)) continue
        yield { ...at(span), message: unknown(key), fixes: () => fixesFor({ workspace, path }, key, span) }
      }
    }
  }
}

let at = ({ from, to }: Span) => ({ from, to })
let unknown = (key: string) => `No actor has the key \`${key}\`.`

// A handle inside somebody else's words is theirs.
function isQuoted({ note }: NoteContext, mention: Mention): boolean {
  if (note.blocks[mention.block].blockQuote !== undefined) return true
  let next = firstFrom(note.quotations, mention.from)
  // The last before it may be the words of a citation that stands inside the quotation.
  return note.quotations.slice(Math.max(0, next - 2), next).some(own => mention.to <= own.to)
}

function fixesFor(
  { workspace, path }: { workspace: Workspace; path: string },
  key: string,
  span: Span,
  name?: string
): Fix[] {
  let meant = likelyActors(workspace, key).map(newText => {
    let named = workspace.actor(newText)!.name
    return {
      title: `Change to ${newText}${named === newText ? '' : ` (${named})`}`,
      edits: [{ path, ...at(span), newText }]
    }
  })
  let created = isActorKey(key) ? createActor(workspace, path, key, name) : undefined
  return created ? [...meant, created] : meant
}

// `@Sunniva Mehra`: the name goes on behind the key.
function fullName({ workspace, path, text }: NoteContext, { key, from, to, words }: Mention): Fix[] {
  let behind =
    words === undefined ? /^(?:[ ]\p{Lu}[\p{L}\p{M}.’'-]{0,40}){1,4}/u.exec(text.slice(to, to + 200))?.[0] : undefined
  for (let rest = behind ?? ''; rest !== ''; rest = rest.slice(0, rest.lastIndexOf(' '))) {
    let name = (key + rest).replace(/(?:['’]s|[.,])$/, '')
    let meant = actorNamed(workspace, name)
    if (!meant) continue
    let edit = { path, from, to: from + 1 + name.length, newText: `[${name}](@${meant})` }
    return [{ title: `Change to [${name}](@${meant})`, edits: [edit] }]
  }
  return []
}

/** Wherever a record names an actor by its key. */
function* actorsIn(record: Actor | Source): Iterable<{ key: string; span: Span }> {
  for (let { key: field, value } of record.fields.fields) {
    if (record.type === 'source') {
      if (field === 'speakers' && value.type === 'map') for (let own of value.fields) yield* keyIn(own.value)
    } else if (field === 'positions' || field === 'memberships') {
      for (let item of value.type === 'list' ? value.items : [value]) {
        if (item.type === 'map') for (let own of item.fields) if (own.key === 'of') yield* keyIn(own.value)
      }
    }
  }
}

function* keyIn(value: Yaml): Iterable<{ key: string; span: Span }> {
  let key = value.type === 'scalar' ? bareKey(value.value.trim()) : ''
  // What is no key at all is for `invalid-record`.
  if (isActorKey(key)) yield { key, span: value }
}
