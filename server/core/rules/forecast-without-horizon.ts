import { addAttribute } from '../likelihood/attribute'
import { attributeOf, conclusions, statementWords } from '../likelihood/own'
import { dateBounds } from '../records/dates'
import type { Rule } from './rule'

/** A forecast that names no time by which it can be seen to be right or wrong. */
export let rule: Rule = {
  id: 'forecast-without-horizon',
  severity: {
    draft: 'information',
    final: 'information',
    profiles: { icd203: 'warning', phia: 'warning', newsroom: 'information', none: 'information' }
  },
  standard: 'ICD 203 standard 8',
  *note({ note, workspace, path, text }) {
    let words = statementWords(workspace, note)
    for (let { statement, index } of conclusions(note)) {
      if (statement.label !== 'Forecast') continue
      let by = attributeOf(note, statement, 'by')
      if (by && by.value !== '' && dateBounds(by.value)) continue
      if (by && by.value !== '') {
        yield { ...by.valueSpan, message: `The horizon “${by.value}” is no date: write it as 2031-06-30.` }
      } else if (!hasTime(words[index])) {
        let begin = by ? [] : [{ title: 'Add by=', edits: [addAttribute(path, text, note, statement, 'by=')] }]
        let message = 'This forecast names no time: by when will it be seen to be right or wrong?'
        yield { ...statement.labelSpan, message, fixes: () => begin }
      }
    }
  }
}

let month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
let unit = '(?:hours?|days?|weeks?|fortnight|months?|quarters?|years?|decades?)'
let count = '(?:\\p{L}{1,12}|\\p{Nd}{1,3})(?:(?:\\s(?:to|or)\\s|\\s?[–-]\\s?)(?:\\p{L}{1,12}|\\p{Nd}{1,3}))?'
let season = '(?:spring|summer|autumn|fall|winter|season|harvest|rains|monsoon)'
let event =
  '(?:elections?|vote|ballot|referendum|summit|congress|conference|talks|hearing|trial|budget|session|recess|meeting|deadline|tournament)'
let times = [
  month,
  '(?:19|20|21)\\d\\d',
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
  'tomorrow|tonight|today|year[- ]end|Q[1-4]|H[12]',
  '(?:first|second|third|fourth|last) (?:quarter|half)',
  `(?:this|next|coming) (?:${unit}|${season})`,
  `(?:by|before|until|in|after|during|over) (?:the )?(?:early |late |mid-)?${season}`,
  // “Within days”, but not “the worst in years”.
  '(?:within|in|over) (?:hours|days|weeks|months)',
  `(?:within|in|over|for|after|during) (?:the )?(?:next |coming |following |first )?${count} ${unit}`,
  `(?:the )(?:next|coming|following) ${unit}`,
  '(?:end|turn|middle|close) of (?:the|this|next) (?:month|quarter|year|decade|century|week)',
  // What stands in a calendar.
  `(?:by|before|until|at|ahead of|in the run-up to|after) (?:the|this|its|their) (?:\\p{L}{1,20} ){0,2}${event}`
]
let time = new RegExp(`\\b(?:${times.join('|')})\\b`, 'u')
// A time in the words will do, also one that is counted from the note's own date.
let hasTime = (words: string) => time.test(words) || /\b\d{1,2}:\d\d\b/.test(words)
