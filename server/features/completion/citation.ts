import { CompletionItemKind } from 'vscode-languageserver-types'
import { actorName } from '../words/describe'
import { type Completer, isOpaque, type Offer } from './index'

/** The parts a citation may still have behind its key: a locator, who speaks in the source, the words relied on. */
export let citationParts: Completer = ({ workspace, before, note, offset }) => {
  let found = /\[\^([^\s[\],]+),([^[\]]*[\s,])?([\p{L}¶§]*)$/u.exec(before.slice(-500))
  if (!found || !note || isOpaque(note, offset)) return undefined
  let [, key, written = '', typed] = found
  // Inside the words relied on these mean nothing.
  if ((written.match(/["“”]/g) ?? []).length % 2 === 1) return undefined
  let offer = (insert: string, label: string, description: string): Offer => ({
    label,
    kind: CompletionItemKind.Value,
    description,
    insert,
    typed: typed.length,
    filter: insert
  })
  let offers: Offer[] = []
  if (!/\bpp?\.|\bpara\.|[¶§]|\d:\d\d/.test(written))
    offers.push(
      offer('p. ', 'p.', 'a page'),
      offer('pp. ', 'pp.', 'pages'),
      offer('para. ', 'para.', 'a paragraph'),
      offer('§ ', '§', 'a section')
    )
  let speakers = new Set(workspace.source(key)?.speakers.map(({ actor }) => actor))
  if (!written.includes('@'))
    for (let actor of speakers) offers.push(offer(`@${actor}`, `@${actor}`, `${actorName(workspace, actor)} speaks`))
  return offers.filter(({ insert }) => insert.startsWith(typed))
}
