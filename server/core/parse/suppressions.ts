import type { Span, Suppression } from '../model'

let head = /^<!--\s*provenote-ignore(-file)?(?=[\s,]|-->|$)/
let ruleId = /[A-Za-z0-9][A-Za-z0-9-]*/g

/** A comment that silences rules (section 8 of the markup), or undefined. Its target is found by the caller. */
export function suppressionAt(text: string, comment: Span): Suppression | undefined {
  let body = text.slice(comment.from, comment.to)
  let found = head.exec(body)
  let close = body.indexOf('-->')
  if (!found || close < 0) return undefined
  let rest = found[0].length
  let dash = body.indexOf(' -- ', rest - 1)
  let idsTo = dash >= 0 && dash < close ? dash : close
  let reason = dash >= 0 && dash < close ? body.slice(dash + 4, close).trim() : ''
  let rules = [...body.slice(rest, idsTo).matchAll(ruleId)].map(id => {
    let from = comment.from + rest + id.index
    return { from, to: from + id[0].length, id: id[0] }
  })
  return { from: comment.from, to: comment.from + close + 3, rules, reason, scope: found[1] ? 'file' : 'block' }
}
