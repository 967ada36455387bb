import { passageOf } from '../fixes/passage'
import type { Actor, Citation, Quotation } from '../model'
import { namesOf } from '../names'
import { paragraphAround } from '../paragraphs'
import { isQuotedAt, speechAt, speechesOf } from '../speech'
import { type Standing, standingsOf } from '../standing'
import { labelsOf } from '../turns'
import type { Captured, Verdict } from '../verify'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

/** A quotation cited to somebody in whose words it does not stand, or one that joins what two people say. */
export let rule: Rule = {
  id: 'quote-wrong-speaker',
  severity: { draft: 'error', final: 'error' },
  standard: 'newsroom accuracy',
  *note(context) {
    let { note, verdicts, workspace } = context
    for (let [index, quotation] of note.quotations.entries()) {
      let joined = joinedSpeakers(context, quotation, verdicts[index])
      if (joined) {
        yield {
          from: quotation.from,
          to: quotation.to,
          inferred: true,
          message: `${joined.map(key => nameOf(context, key)).join(' says the first of these words and ')} the last, as the words beside them tell.`,
          related: verdicts[index]!.passages.slice(0, 1).map(place => passageOf(workspace, place))
        }
        continue
      }
      for (let citation of quotation.citations.map(own => note.citations[own])) {
        if (!citation.speaker) continue
        let standings = standingsOf(workspace, quotation, verdicts[index]).filter(own => own.source === citation.key)
        let heard = standings.map(own => speakerOf(context, own, citation.speaker!.key))
        // Where nobody is known to speak, nobody is known not to.
        let others = heard.filter(found => found !== undefined)
        if (others.length === 0 || others.length < heard.length) continue
        let speakers = [...new Set(others.flatMap(own => own.actor ?? []))]
        let inferred = others.every(own => own.how !== '')
        let who = speakers.length > 0 ? nameOf(context, speakers[0]) : others[0].label
        yield {
          from: citation.speaker.from,
          to: citation.speaker.to,
          inferred,
          message: `${who} says this, not ${nameOf(context, citation.speaker.key)}${inferred ? others[0].how : ''}.`,
          related: standings.slice(0, 5).map(place => passageOf(workspace, place)),
          fixes: () => speakers.slice(0, 3).map(key => correct(context, citation, key))
        }
      }
    }
  }
}

// Words left out may hide where one person's direct speech ends and another's begins. Who quotes the marks, too, hides nothing.
function joinedSpeakers({ workspace }: NoteContext, { words }: Quotation, verdict: Verdict | undefined) {
  if (verdict?.kind !== 'edited' || /["“”„«»‘‹]/.test(words)) return undefined
  let [{ source, from, to }] = verdict.passages
  let own = workspace.captured(source)!
  let first = speechAt(workspace, own, { from, to: from + 1 })?.actor
  let last = speechAt(workspace, own, { from: to - 1, to })?.actor
  return first && last && first !== last ? [first, last] : undefined
}

/** Who says it, an actor or else somebody under a label; and by what that is inferred, in words, if it is. */
interface Heard {
  actor?: string
  label?: string
  how: string
}

// Who says it there, if known and somebody else.
function speakerOf({ workspace }: NoteContext, place: Standing, asked: string): Heard | undefined {
  let own = workspace.captured(place.source)!
  let speech = speechAt(workspace, own, place)
  let actor = place.speaker?.actor ?? speech?.actor
  if (actor === asked || speech?.actor === asked) return undefined
  if (!actor) return unnamed(workspace, own, place, asked)
  if (!place.speaker?.actor) return { actor, how: ', as the words beside it tell' }
  if (place.speaker.inferred) return { actor, how: ', as far as the order of paragraphs tells' }
  // In a turn, the words of somebody else may be quoted.
  return { actor, how: isQuotedAt(own, place) ? ', though between quotation marks' : '' }
}

// Nobody whom the records know: a label that is none of the actor's, who has labels of their own there; or the text's own voice.
function unnamed(workspace: Workspace, own: Captured, place: Standing, asked: string): Heard | undefined {
  let person = workspace.actor(asked)
  if (!person) return undefined
  if (place.speaker) {
    let { label, inferred } = place.speaker
    if (labelsOf(own, person).length === 0) return undefined
    return { label: `“${label}”`, how: inferred ? ', as far as the order of paragraphs tells' : '' }
  }
  let { author, kind } = own.source
  let isBy = (actor: Actor) => namesOf(actor).some(name => author.some(by => by.includes(name)))
  if (isBy(person) || /["“”„«»‘]|(?<!\p{L})'/u.test(paragraphAround(own, place, 2000).text)) return undefined
  // Who reports sets what somebody says between marks, and did so elsewhere in the text.
  if (kind === 'reporting' && speechesOf(workspace, own, person).length > 0)
    return { label: 'The report itself', how: ', as no quotation marks stand there' }
  if (!kind || !signed.has(kind) || author.length !== 1) return undefined
  let [writer] = workspace.actorKeys().filter(key => isBy(workspace.actor(key)!))
  return writer ? { actor: writer, how: ', as the text’s author' } : undefined
}

let signed = new Set(['opinion', 'analysis', 'official', 'social'])

let nameOf = ({ workspace }: NoteContext, key: string) => workspace.actor(key)?.name ?? `@${key}`

function correct(context: NoteContext, citation: Citation, key: string) {
  let { from, to } = citation.speaker!
  return {
    title: `Name ${nameOf(context, key)} as the speaker`,
    edits: [{ path: context.path, from, to, newText: `@${key}` }]
  }
}
