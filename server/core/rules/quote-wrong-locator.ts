import { passageOf } from '../fixes/passage'
import { type Located, locatedIn, seconds, touchedBy } from '../located'
import type { Locator } from '../model'
import { standingsOf } from '../standing'
import type { Rule } from './rule'

/** A quotation cited to a page, paragraph, section or time at which it does not stand. Only what the captured text marks is compared. */
export let rule: Rule = {
  id: 'quote-wrong-locator',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 206',
  safeFixes: true,
  *note({ note, verdicts, workspace, path }) {
    for (let [index, quotation] of note.quotations.entries()) {
      for (let citation of quotation.citations.map(own => note.citations[own])) {
        let { locator, key } = citation
        let own = workspace.captured(key)
        if (!locator || !own) continue
        let all = locatedIn(workspace, own, locator.unit)
        if (all.length === 0) continue
        let standings = standingsOf(workspace, quotation, verdicts[index]).filter(place => place.source === key)
        let found = standings.map(place => touchedBy(all, place)).filter(own => own.length > 0)
        // Where nobody can say where it stands, nobody can say that it is elsewhere.
        if (found.length === 0 || found.length < standings.length) continue
        if (found.some(own => isAt[locator.unit](own, locator.value, all))) continue
        let [right] = found
        let value = written(locator.unit, right)
        yield {
          from: locator.from,
          to: locator.to,
          message: `These words stand ${prepositions[locator.unit]} ${value}, not ${prepositions[locator.unit]} ${shown(locator)}.`,
          related: standings.slice(0, 5).map(place => passageOf(workspace, place)),
          fixes: () => [
            {
              title: `Change to ${value}`,
              // Words that stand twice have two places to choose from.
              safe: standings.length === 1,
              edits: [{ path, from: locator.from, to: locator.to, newText: value }]
            }
          ]
        }
      }
    }
  }
}

let prepositions = { page: 'on', paragraph: 'in', section: 'in', time: 'at' }
let signs = { page: ['p. ', 'pp. '], paragraph: ['para. ', 'paras. '], section: ['§ ', '§§ '], time: ['', ''] }

let shown = ({ unit, value }: Locator) => `${signs[unit][0]}${value}`

function written(unit: Locator['unit'], located: Located[]): string {
  let [first, last] = [located[0].name, located[located.length - 1].name]
  // Captions change every few seconds: where the words begin is enough.
  if (unit === 'time') return first.replace(/^0+:(?=\d+:)/, '').replace(/^0(?=\d)/, '')
  if (first === last) return signs[unit][0] + first
  return `${signs[unit][1]}${first}-${last}`
}

/** Whether a locator's value names what words touch, of all that can be named. */
type IsAt = (touched: Located[], value: string, all: Located[]) => boolean
let isAt: { [unit in Locator['unit']]: IsAt } = {
  page: (touched, value, all) => isWithin(touched, value, all),
  paragraph: (touched, value, all) => !isKnown(value, all) || isWithin(touched, value, all),
  // What stands in 3.2 stands in 3.
  section: (touched, value, all) =>
    !isKnown(value, all) || isWithin(touched, value, all) || touched.some(({ name }) => name.startsWith(`${value}.`)),
  time: (touched, value, all) => {
    let [from, to = from] = value.split(/\s?[-–]\s?/).map(seconds)
    let next = all[all.indexOf(touched[touched.length - 1]) + 1]
    if (from === undefined || to === undefined) return true
    return to >= seconds(touched[0].name)! - slack && (!next || from <= seconds(next.name)! + slack)
  }
}
/** Seconds by which a time that somebody has noted down may be out. */
let slack = 30

// Both ends of a range are in the text.
let isKnown = (value: string, all: Located[]) => endsOf(value).every(end => all.some(({ name }) => name === end))

// Pages are compared by their place in the source, so that roman numerals and missing ones are no trouble.
function isWithin(touched: Located[], value: string, all: Located[]): boolean {
  let [first, last] = endsOf(value)
  let order = all.map(own => own.name)
  return touched.some(({ name }) => {
    if (name === first || name === last) return true
    let at = order.indexOf(name)
    let [from, to] = [order.indexOf(first), order.indexOf(last)]
    return from >= 0 && to >= 0 && at >= from && at <= to
  })
}

// pp. 114-6 is 114 to 116.
function endsOf(value: string): [string, string] {
  let [first, last = first] = value.split(/\s?[-–]\s?/)
  let isShort = /^\d+$/.test(first + last) && last.length < first.length
  return [first, isShort ? first.slice(0, first.length - last.length) + last : last]
}
