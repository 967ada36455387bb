import { removeComment } from '../fixes/remove'
import type { Rule } from './rule'

/** A suppression that does not say why. It silences all the same. */
export let rule: Rule = {
  id: 'suppression-without-reason',
  severity: { draft: 'warning', final: 'warning' },
  standard: '',
  *note({ note, text, path }) {
    for (let suppression of note.suppressions) {
      if (suppression.reason !== '') continue
      let { from, to } = suppression
      yield {
        from,
        to,
        message: 'A suppression says why: ` -- ` and the reason are missing before `-->`.',
        fixes: () => [removeComment(path, text, suppression)]
      }
    }
  }
}
