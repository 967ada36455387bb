/** The first and last day a date may mean, ISO `YYYY-MM-DD`; missing where an interval is open. */
export interface DateBounds {
  first?: string
  last?: string
}

/** What is wrong with a date, and what it may have been meant to be: ISO forms with the reading in words. */
export interface DateProblem {
  message: string
  readings: { iso: string; words: string }[]
}

/**
 * What an EDTF date of level 0 or 1 says (ISO 8601-2:2019; loc.gov/standards/datetime): `2031`, `2031-03`, `2031-03-14`, a date with
 * time, an interval (`2031/2032`, `2031-03/..`), `?` `~` `%` behind any of them, `203X`, `2031-XX`, seasons (`2031-21`).
 * Undefined for anything else, and for days that no calendar has. Years of more than four digits have no bounds.
 */
export function dateBounds(text: string): DateBounds | undefined {
  let parts = text.split('/')
  if (parts.length > 2) return undefined
  if (parts.length === 1) return single(text)
  let [from, to] = parts.map(part => (part === '..' || part === '' ? {} : single(part)))
  if (!from || !to || (!from.first && !to.last)) return undefined
  if (from.first && to.last && from.first > to.last) return undefined
  return { first: from.first, last: to.last }
}

/** Why the text is no date, or undefined when it is one. Nothing is guessed: where it can be read in two ways, both are named. */
export function dateProblem(text: string): DateProblem | undefined {
  if (dateBounds(text)) return undefined
  let parts = text.split('/')
  if (parts.length === 2 && parts.every(part => dateBounds(part)))
    return say(`The interval ${text} ends before it begins`)
  let impossible = noSuchDay(text)
  if (impossible) return impossible
  let readings = [...numberReadings(text), ...wordReadings(text)]
  if (readings.length > 1) {
    let forms = readings.map(reading => `${reading.iso} (${reading.words})`).join(' or ')
    return { message: `${text} can be read as ${forms}: write the one that is meant`, readings }
  }
  if (readings.length) return { message: `Write ${text} as ${readings[0].iso}`, readings }
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(text)) return say(`Write the year of ${text} with four digits: ${example}`)
  return say(`${quoted(text)} is no date: write it as ${example}`)
}

const example = '2031-03-14, 2031-03 or 2031'

function single(text: string): DateBounds | undefined {
  if (/^Y-?\d{5,9}$/.test(text)) return {}
  let date = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([\d:.]+)(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?[?~%]?$/.exec(text)
  if (date) return day(date[1], date[2], date[3], date[4])
  let unknown = /^(\d{2}[\dX]X|\d{4})(?:-(\d\d|XX)(?:-(XX))?)?[?~%]?$/.exec(text)
  if (!unknown) return undefined
  let [, year, month = 'XX'] = unknown
  if (month !== 'XX' && year.endsWith('X')) return undefined
  if (month !== 'XX') return day(year, month)
  return { first: `${year.replaceAll('X', '0')}-01-01`, last: `${year.replaceAll('X', '9')}-12-31` }
}

function day(year: string, month?: string, date?: string, time?: string): DateBounds | undefined {
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  // A season; EDTF leaves open in which hemisphere, so the year bounds it.
  if (/^2[1-4]$/.test(month) && date === undefined) return day(year)
  let days = daysIn(Number(year), Number(month))
  if (date === undefined) return days ? { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` } : undefined
  if (Number(date) < 1 || Number(date) > days) return undefined
  if (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?$/.test(time)) return undefined
  return { first: `${year}-${month}-${date}`, last: `${year}-${month}-${date}` }
}

function daysIn(year: number, month: number): number {
  let leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

// 2031-02-30 and 2031-13-01, in ISO's own form.
function noSuchDay(text: string): DateProblem | undefined {
  let found = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?$/.exec(text)
  if (!found) return undefined
  let [, year, month, date] = found
  let days = daysIn(Number(year), Number(month))
  if (days && date !== undefined && !(Number(date) >= 1 && Number(date) <= days))
    return say(`There is no day ${date} in ${months[Number(month) - 1]} ${year}, which has ${days} days`)
  if (days) return say(`${quoted(text)} is no time of a day: write it as 2031-03-14T09:30:00Z`)
  let swapped = date === undefined ? [] : reading(year, date, month)
  let message = `There is no month ${month}`
  if (swapped.length) message += `; read as year, day, month it is ${swapped[0].iso}`
  return { message, readings: swapped }
}

function numberReadings(text: string): DateProblem['readings'] {
  let yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)$/.exec(text)
  if (yearFirst) return reading(yearFirst[1], yearFirst[3], yearFirst[4])
  let noDay = /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/.exec(text) ?? /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/.exec(text)
  if (noDay?.groups) return reading(noDay.groups.year, noDay.groups.month)
  let time = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)$/.exec(text)
  if (time) return dateBounds(`${time[1]}T${time[2]}`) ? [{ iso: `${time[1]}T${time[2]}`, words: text }] : []
  let yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!yearLast) return []
  let [, one, mark, two, year] = yearLast
  let dayFirst = reading(year, two, one)
  // Dates with full stops put the day first wherever they are used.
  let monthFirst = mark === '.' || one === two ? [] : reading(year, one, two)
  return [...dayFirst, ...monthFirst]
}

function wordReadings(text: string): DateProblem['readings'] {
  let found =
    /^(?<date>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?<month>\p{L}+)\.?,?\s+(?<year>\d{4})$/u.exec(text) ??
    /^(?<month>\p{L}+)\.?\s+(?:(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?<year>\d{4})$/u.exec(text)
  let { year, month = '', date } = found?.groups ?? {}
  let number = month.length < 3 ? 0 : months.findIndex(name => name.toLowerCase().startsWith(month.toLowerCase())) + 1
  return number ? reading(year, String(number), date) : []
}

function reading(year: string, month: string, date?: string): DateProblem['readings'] {
  let iso = [year, month.padStart(2, '0'), ...(date === undefined ? [] : [date.padStart(2, '0')])].join('-')
  let name = months[Number(month) - 1]
  return name && dateBounds(iso)
    ? [{ iso, words: `${date === undefined ? '' : `${Number(date)} `}${name} ${year}` }]
    : []
}

function say(message: string): DateProblem {
  return { message, readings: [] }
}

function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

const months = 'January February March April May June July August September October November December'.split(' ')
