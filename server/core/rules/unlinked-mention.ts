import { proseIn } from '../claims'
import type { Fix, Sentence } from '../model'
import { type NameFound, namesInNote } from '../name-matcher'
import { namesOf } from '../names'
import type { NoteContext, Rule } from './rule'

/** A registered name in the writer's own words that is no mention: the first in each section. */
export let rule: Rule = {
  id: 'unlinked-mention',
  severity: { draft: 'hint', final: 'hint' },
  standard: '',
  *note(context) {
    let named: { from: number; to: number; key: string; words: string }[] = []
    for (let found of unlinkedNames(context)) {
      let { from, to, key, words, first } = found
      named.push({ from, to, key, words })
      if (!first) continue
      let message = `“${words}” is a name of @${key} and is not linked to it.`
      yield { from, to, message, fixes: () => linkFixes(context, { from, to, key, words }, named) }
    }
  }
}

interface Found {
  from: number
  to: number
  key: string
  words: string
}

/** Every such name in the order of the text; `first` where its section has neither a mention of the actor nor another name before it. */
export function* unlinkedNames({
  note,
  workspace,
  path
}: Pick<NoteContext, 'note' | 'workspace' | 'path'>): Iterable<Found & { first: boolean }> {
  let names = namesInNote(workspace, note, path)
  let prose = proseIn(workspace, note)
  let mentions = [...note.mentions].sort((a, b) => a.from - b.from)
  let links = [...note.links].sort((a, b) => a.from - b.from)
  let own = new Set(workspace.files.get(path)?.actors.map(actor => actor.key))
  let seen = new Set<string>()
  // A bare surname is somebody's where the full name has stood before.
  let introduced = new Set<string>()
  let section: number | undefined = -1
  let [nextMention, nextLink] = [0, 0]
  for (let [index, sentence] of note.sentences.entries()) {
    let block = note.blocks[sentence.block]
    if (block.section !== section) {
      seen.clear()
      section = block.section
    }
    let running = isRunning(note, sentence) ? names[index] : []
    let words = running.length > 0 ? prose[index] : ''
    for (let found of running) {
      let at = sentence.from + found.from
      for (; nextMention < mentions.length && mentions[nextMention].from < at; nextMention++) {
        seen.add(mentions[nextMention].key)
        introduceShown(mentions[nextMention], introduced, workspace)
      }
      while (nextLink < links.length && links[nextLink].to <= at) nextLink++
      let link = links[nextLink]
      let isLinked = !!link && link.from <= at
      let [key] = found.keys
      if (found.keys.length > 1 || own.has(key) || isLinked || isPartOfName(words, found, workspace.actor(key)?.schema))
        continue
      if (found.kind === 'misspelling' || (found.kind === 'weak' && !introduced.has(key))) continue
      if (found.kind === 'name') introduced.add(key)
      yield { from: at, to: sentence.from + found.to, key, words: found.words, first: !seen.has(key) }
      seen.add(key)
    }
    for (; nextMention < mentions.length && mentions[nextMention].from < sentence.to; nextMention++) {
      seen.add(mentions[nextMention].key)
      introduceShown(mentions[nextMention], introduced, workspace)
    }
  }
}

function introduceShown(
  { key, words }: { key: string; words?: string },
  introduced: Set<string>,
  workspace: NoteContext['workspace']
) {
  let actor = workspace.actor(key)
  if (words !== undefined && actor && namesOf(actor).includes(words)) introduced.add(key)
}

function isRunning(note: NoteContext['note'], { block }: Sentence): boolean {
  let own = note.blocks[block]
  return own.kind === 'paragraph' && own.blockQuote === undefined && own.footnote === undefined
}

let opening = /(?:^|[.:;!?(–—]\s*|\n)[\s*_]*\p{Lu}\p{L}*\s+$/u

// Arven Railway and Greater Arven are not Arven. Before a person a capital is a title.
function isPartOfName(words: string, { from, to }: NameFound, schema: string | undefined): boolean {
  if (/^\s\p{Lu}\p{Ll}/u.test(words.slice(to, to + 3))) return true
  if (schema === 'Person') return false
  let head = words.slice(Math.max(0, from - 40), from)
  return /(?<![\p{L}])\p{Lu}(?![N]+\s)\p{L}*[ ]$/u.test(head) && !opening.test(head)
}

function linkFixes({ path }: NoteContext, one: Found, all: Found[]): Fix[] {
  let edit = ({ from, to, key, words }: Found) => ({ path, from, to, newText: `[${words}](@${key})` })
  let same = all.filter(own => own.key === one.key)
  let fixes: Fix[] = [{ title: `Link to @${one.key}`, edits: [edit(one)] }]
  if (same.length > 1) fixes.push({ title: `Link all ${same.length} to @${one.key}`, edits: same.map(edit) })
  if (all.length > same.length)
    fixes.push({ title: `Link all ${all.length} unlinked names in this note`, edits: all.map(edit) })
  return fixes
}
