import type { Actor, Mention, Note, Position, Span } from '../model'
import { dateBounds } from '../records/dates'
import { firstIndex } from '../span'
import type { Workspace } from '../workspace'
import type { Flag, Rule } from './rule'

/** A title beside a mention that the actor does not hold at the note's date, as its record has it. */
export let rule: Rule = {
  id: 'role-mismatch',
  severity: { draft: 'warning', final: 'warning' },
  standard: '',
  *note(context) {
    let { note, workspace, text, actors } = context
    let written = note.frontMatter?.asOf ?? note.frontMatter?.date ?? ''
    if (!dateBounds(written) || note.mentions.length === 0) return
    let titles = workspace.derive('names', titlesOf)
    for (let [index, mention] of note.mentions.entries()) {
      let actor = actors[index]
      let block = note.blocks[mention.block]
      // Without positions nobody has said what the actor is.
      if (!actor?.positions.length || block.blockQuote !== undefined) continue
      if (isQuoted(note, mention)) continue
      for (let title of titlesBeside(titles, text, block, mention)) {
        let flag = compare(workspace, actor, title, titles.holders.get(fold(title.words))!, written)
        if (flag && !isOfOtherTime(text, title, block, written)) yield { from: title.from, to: title.to, ...flag }
      }
    }
  }
}

function isQuoted({ quotations }: Note, { from, to }: Mention): boolean {
  // They are in the order of the text, and none holds another but for words relied on.
  let at = firstIndex(quotations.length, i => quotations[i].from > from) - 1
  return at >= 0 && quotations[at].to >= to
}

interface Title extends Span {
  words: string
}

interface Titles {
  /** Who holds or held each title, by the title as `fold` writes it. */
  holders: Map<string, { actor: Actor; position: Position }[]>
  /** The last word of each: before most mentions stands another. */
  ends: Set<string>
}

function titlesOf(workspace: Workspace): Titles {
  let titles: Titles = { holders: new Map(), ends: new Set() }
  for (let key of workspace.actorKeys()) {
    let actor = workspace.actor(key)!
    for (let position of actor.positions) {
      let id = fold(position.title)
      if (id === '') continue
      titles.holders.set(id, [...(titles.holders.get(id) ?? []), { actor, position }])
      titles.ends.add(id.match(word)?.at(-1) ?? '')
    }
  }
  return titles
}

let fold = (title: string) => title.toLowerCase().replace(/\s+/g, ' ').replace(/^the /, '').trim()

let word = /[^\s,;:.()*_]+/g
let mostWords = 8
// Whoever held it once, or will.
let past =
  /(?:\b(?:former(?:ly)?|ex|then|late|acting|deputy|vice|incoming|outgoing|next|future|designate|one-time|once|previous|previously|was|were|as|assistant|junior|shadow|under|a|any|every|no)[\s-]+(?:the\s+)?)$/i

// Directly before the mention: “Minister of Transport @mehra”; or behind it between commas: “@mehra, the Minister of Transport,”.
function titlesBeside(titles: Titles, text: string, block: Span, mention: Mention): Title[] {
  let found: Title[] = []
  let start = Math.max(block.from, mention.from - 90)
  let head = text.slice(start, mention.from)
  if (/\S\s$/.test(head) && !/[,;:.()]\s$/.test(head)) {
    let words = [...head.matchAll(word)].slice(-mostWords)
    if (!titles.ends.has(words.at(-1)?.[0].toLowerCase() ?? '')) words = []
    for (let first of words) {
      let own = head.slice(first.index).trimEnd()
      if (!titles.holders.has(fold(own)) || past.test(head.slice(0, first.index))) continue
      found.push({ words: own, from: start + first.index, to: start + first.index + own.length })
      break
    }
  }
  let tail = /^, (?:the )?(?<title>[^,;:.()[\]\n]{3,90})[,;.)]/.exec(
    text.slice(mention.to, Math.min(block.to, mention.to + 130))
  )
  let title = tail?.groups?.title
  if (title && titles.holders.has(fold(title))) {
    let from = mention.to + tail![0].indexOf(title)
    found.push({ words: title, from, to: from + title.length })
  }
  return found
}

function compare(
  workspace: Workspace,
  actor: Actor,
  title: Title,
  holders: { actor: Actor; position: Position }[],
  at: string
) {
  // A shorter title of one's own is right, too: the Minister of the Minister of Transport.
  let own = actor.positions.filter(position => ` ${fold(position.title)} `.includes(` ${fold(title.words)} `))
  if (own.some(position => holds(position, at))) return undefined
  let related = [
    { path: actor.path, from: actor.keySpan.from, to: actor.keySpan.to, message: `The record of @${actor.key}.` }
  ]
  let inferred = true
  if (own.length > 0) {
    let [{ from, to }] = own
    let when = from && to ? `from ${from} to ${to}` : to ? `until ${to}` : `from ${from}`
    let message = `${actor.name} is “${title.words}” ${when}, by the record, and not at this note’s date, ${at}: say “former” or “then”, or mend the record.`
    return { message, related, inferred } satisfies Partial<Flag>
  }
  let other = holders.find(
    holder => holder.actor.key !== actor.key && workspace.actor(holder.actor.key) === holder.actor
  )
  // One word may be anybody's; and a record without a position of the day is not kept up.
  if (!other || !/\s/.test(title.words) || !actor.positions.some(position => holds(position, at))) return undefined
  let message = `The record of ${actor.name} has no position “${title.words}”; that of ${other.actor.name} has.`
  return { message, related, inferred } satisfies Partial<Flag>
}

function holds({ from, to }: Position, at: string): boolean {
  let [begin, end, day] = [dateBounds(from ?? '')?.first, dateBounds(to ?? '')?.last, dateBounds(at)!]
  return !(begin && day.last && begin > day.last) && !(end && day.first && end < day.first)
}

// A sentence that gives another year speaks of that one.
function isOfOtherTime(text: string, { from, to }: Title, block: Span, at: string): boolean {
  let around = text.slice(Math.max(block.from, from - 150), Math.min(block.to, to + 150))
  return [...around.matchAll(/\b(?:1[5-9]|20|21)\d\d\b/g)].some(([year]) => !at.startsWith(year))
}
