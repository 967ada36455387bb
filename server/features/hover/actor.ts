import { type Actor, type ActorPassage, dateBounds, type Note, passagesOf, type Workspace } from '../../core'
import { actorName, dateWords, kindWords, periodWords, sourceLine } from '../words/describe'
import { emphasized, type Format } from '../words/format'

/** Who an actor is: kind, positions at a date, aliases, identifiers, memberships, summary. As paragraphs of a card. */
export function actorCard(workspace: Workspace, actor: Actor, format: Format, date?: string): string[] {
  let { text, lineBreak } = format
  let names = (label: string, list: string[]) => list.length > 0 && `${label} ${list.map(text).join(', ')}`
  let facts = [
    names('Also', [...actor.alias, ...actor.weakAlias]),
    names('Formerly', actor.previousName),
    actor.country && `Country: ${text(actorName(workspace, actor.country))}`,
    ...held(actor.memberships, date).map(
      ({ of, ...period }) => `Member of ${withPeriod(text(actorName(workspace, of)), period, date, format)}`
    ),
    actor.wikidataId && `Wikidata ${text(actor.wikidataId)}`,
    actor.website && text(actor.website)
  ]
  let title = [format.strong(text(actor.name || actor.key)), text(kindWords(actor.schema))].filter(Boolean).join(' · ')
  // Close together: the card's lower part, what the sources say, should be seen without scrolling.
  return [
    [title, ...positions(workspace, actor, format, date)].join(lineBreak),
    actor.summary ? text(actor.summary) : '',
    facts.filter(Boolean).join(' · ')
  ]
}

/** Up to five passages in which the actor speaks or is quoted, or else is named, as paragraphs of a card. */
export function* actorPassages(workspace: Workspace, actor: Actor, format: Format): Generator<void, string[]> {
  let found = yield* passagesOf(workspace, actor)
  let shown: string[] = []
  for (let own of [true, false]) {
    let passages = found.filter(passage => (passage.kind !== 'named') === own)
    if (passages.length === 0) continue
    shown.push(format.rule, format.strong(own ? 'In their own words' : 'Named in the sources'))
    for (let passage of passages) shown.push(passageLines(passage, format))
  }
  return shown
}

function passageLines({ captured, kind, from, to, sentence }: ActorPassage, format: Format): string {
  let { text } = sentence
  let words = kind === 'speaks' ? format.text(text) : emphasized(format, text, from - sentence.from, to - sentence.from)
  let inferred = kind === 'quoted' ? ' · quoted there, as inferred from the words around' : ''
  return `${format.quote(words)}${format.quoteBreak}— ${format.text(sourceLine(captured.source) + inferred)}`
}

function positions(workspace: Workspace, actor: Actor, format: Format, date?: string): string[] {
  let shown = held(actor.positions, date).map(({ title, of, ...period }) => {
    let where = of ? `${title}, ${actorName(workspace, of)}` : title
    return withPeriod(format.text(where), period, date, format)
  })
  if (shown.length > 0 || actor.positions.length === 0 || !date) return shown
  return [format.faint(`No position on record at ${format.text(dateWords(date))}`)]
}

// At a known date it says enough since when.
function withPeriod(words: string, period: { from?: string; to?: string }, date: string | undefined, format: Format) {
  let shown = periodWords(date && period.from ? { from: period.from } : period)
  return shown ? `${words} (${format.text(shown)})` : words
}

/** Those of positions or memberships that are held at the date; all of them when there is no date. */
export function held<T extends { from?: string; to?: string }>(members: T[], date?: string): T[] {
  let at = date === undefined ? undefined : dateBounds(date)
  if (!at?.first || !at.last) return members
  let { first, last } = at
  return members.filter(({ from, to }) => {
    let begins = from && dateBounds(from)?.first
    let ends = to && dateBounds(to)?.last
    return !(begins && begins > last) && !(ends && ends < first)
  })
}

/** The date at which a note speaks: its information cut-off, else its own. */
export function dateOf(note: Note): string | undefined {
  return note.frontMatter?.asOf ?? note.frontMatter?.date
}
