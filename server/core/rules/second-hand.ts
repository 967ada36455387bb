import { attributionIn } from '../claims/attribution'
import { passageOf } from '../fixes/passage'
import { allSentences } from '../likelihood/own'
import type { Actor, Mention, Quotation, Source } from '../model'
import { namesOf } from '../names'
import { paragraphAround } from '../paragraphs'
import { reach } from '../passages'
import { firstSourced, type Sourced, sourceSentences } from '../source-sentences'
import { firstFrom, isInside } from '../span'
import type { Standing } from '../standing'
import { lacksNames, passes } from '../verify'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

/** Somebody's words as heard from themselves, and the source only passes them on. */
export let rule: Rule = {
  id: 'second-hand',
  severity: { draft: 'information', final: 'warning' },
  standard: 'ICD 206, D.3.a(4)',
  *note(context) {
    let { note, workspace, verdicts } = context
    if (note.quotations.length === 0 || note.mentions.length === 0) return
    let sentences = new Map(allSentences(workspace, note).map(own => [own.sentence, own]))
    let mentions = [...note.mentions].sort((a, b) => a.from - b.from)
    for (let [index, quotation] of note.quotations.entries()) {
      let said = sentences.get(note.sentences[quotation.sentence])
      let verdict = verdicts[index]
      if (
        quotation.kind !== 'inline' ||
        !verdict ||
        !passes(verdict) ||
        !said ||
        !(said.voice.attribution || naming.test(said.words)) ||
        channel.test(said.words)
      )
        continue
      let speaker = speakerOf(context, mentions, quotation)
      if (!speaker) continue
      let why = through(context, firstSourced(workspace, verdict), speaker, said.words)
      if (!why) continue
      let places = sourceSentences(workspace, quotation, verdict)
      // One place that has it from the speaker is enough.
      if (!places.slice(1).every(place => through(context, place, speaker, said.words))) continue
      let { keySpan } = note.citations[quotation.citations[0]]
      let [{ place, sentence }] = places
      let message = `${place.source} has these words of ${speaker.name} at second hand: ${why}. Cite the most original source, or say through whom.`
      yield {
        ...keySpan,
        inferred: true,
        message,
        related: [passageOf(workspace, { ...sentence, source: place.source, path: place.path })]
      }
    }
  }
}

// The note says itself through whom.
let channel =
  /\b(?:quot(?:es?|ed|ing|ation)|cit(?:es?|ed|ing)|as reported|reports? that|report(?:s|ed) (?:him|her|them)|according to|writes|wrote|column|columnist|op-?ed|essay|article|interview|via|through|relayed|recounts?|recalls?|paper|author)\b/i

// Who calls a thing something says so.
let naming = /\b(?:calls?|called|describes?|described|dubs?|dubbed|terms|termed)\b/i

// The actor mentioned last before the quotation in its sentence, else the first behind it.
function speakerOf({ note, workspace }: NoteContext, mentions: Mention[], quotation: Quotation): Actor | undefined {
  let { from, to } = note.sentences[quotation.sentence]
  let inside: Mention[] = []
  for (let i = firstFrom(mentions, from); i < mentions.length && mentions[i].to <= to; i++) inside.push(mentions[i])
  let named = inside.findLast(own => own.to <= quotation.from) ?? inside[0]
  return named && workspace.actor(named.key)
}

let passOn = new Set(['opinion', 'analysis', 'social'])
let outlet =
  /\b(?:told|speaking to|interview (?:with|to|for|on|in)|quoted (?:by|in)|reported by|statement to|remarks to) (?:the )?(?<outlet>(?:\p{Lu}[\p{L}&’'.-]{0,30} ){0,4}(?:News|Times|Post|Weekly|Daily|Journal|Gazette|Herald|Tribune|Ledger|Agency|TV|Television|Radio|Broadcasting|Press|Magazine|Review|Chronicle|Courier|Mail|Observer|Standard|Echo|Star|Channel|Network|Service))\b/u

// Why the place has the words from somebody else; undefined where it does not, or where nobody can tell.
function through({ workspace }: NoteContext, sourced: Sourced, speaker: Actor, own: string): string | undefined {
  let { place } = sourced
  let source = workspace.source(place.source)
  let names = workspace.remember(speaker, namesHeard, () => [
    ...new Set([...namesOf(speaker), ...speaker.weakAlias, lastName(speaker)].filter(Boolean))
  ])
  if (!source || !mayName(workspace, place, names)) return undefined
  let isUnsigned = source.author.length === 0
  if (!isUnsigned && isBy(source, speaker)) return undefined
  let { text } = sourced.sentence
  if (!names.some(name => text.includes(name)) || place.speaker?.actor === speaker.key) return undefined
  if (!place.speaker && isParaphrase(text)) return 'it puts what was said in its own words, without quotation marks'
  // It may be the speaker's own.
  if (isUnsigned) return undefined
  let told = outlet.exec(text.replace(/\s/g, ' '))?.groups?.outlet
  if (told) {
    let carriers = [source.containerTitle, source.publisher, source.originalPublisher, source.title, ...source.author]
    let isOwn = carriers.some(carrier => carrier?.includes(told) || (carrier && told.includes(carrier)))
    return isOwn || own.includes(told) ? undefined : `they were said to ${told}`
  }
  return source.kind && passOn.has(source.kind)
    ? `it is ${source.kind === 'social' ? 'a post' : source.kind} by somebody else`
    : undefined
}

let namesHeard = Symbol('names heard')

// Whether the paragraph names somebody. If not, as of most quotations, nobody asks for its sentences.
function mayName(workspace: Workspace, place: Standing, names: string[]): boolean {
  let own = workspace.captured(place.source)!
  // Of most quotations it tells from the text that verification has just read.
  let start = Math.max(own.source.bodyFrom ?? 0, place.from - reach)
  if (lacksNames(own.folded(), start, place.to + reach, names)) return false
  let { from, text } = paragraphAround(own, place, reach)
  return !isInside(place, { from, to: from + text.length }) || names.some(name => text.includes(name))
}

// “X said that …”, and no mark that could begin or end the words of X.
let isParaphrase = (sentence: string) =>
  !/["“”„«»‘]|(?<!\p{L})['’]|['’](?!\p{L})/u.test(sentence) && attributionIn(sentence.replace(/\s/g, ' ')) !== undefined

let lastName = ({ schema, name }: Actor) => (schema === 'Person' ? (/\s(\p{L}{3,})$/u.exec(name)?.[1] ?? '') : '')

function isBy({ author }: Source, speaker: Actor): boolean {
  return author.some(name => [...namesOf(speaker), lastName(speaker)].some(own => own !== '' && name.includes(own)))
}
