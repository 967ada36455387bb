import assert from 'node:assert'
import { checkFile, Workspace } from '../../server/core'
import { random } from '../random'

let files: [string, string][] = [
  ['/actors.yaml', 'mehra: {name: Dalia Mehra, misspelling: [Dalia Mera]}\nguild: {name: Pilots Guild}\n'],
  ['/log.source.md', '---\ntitle: Log\nkind: opinion\n---\nDalia Mehra told the Karsa Echo that the ferry may sail.\n']
]
let sentences = [
  'Dalia Mera said that the ferry sails.',
  'Will the Pilots Guild agree?',
  'We assess that it is likely to.',
  '@mehra said that “the ferry may sail” [^log].',
  'The ferry sails [^log].',
  'Fact: It reportedly cost 40 per cent more.',
  'According to Dalia Mehra nobody asked.'
]

function findings(workspace: Workspace, text: string): unknown {
  workspace.set('/a.note.md', text, true)
  let work = checkFile(workspace, '/a.note.md', text, { profile: 'icd203' })
  for (;;) {
    let step = work.next()
    if (step.done) return step.value.findings.map(({ rule, from, to, message }) => ({ rule, from, to, message }))
  }
}

describe('what is remembered of sentences', () => {
  it('finds in a note that is edited what is found in one opened new', () => {
    let pick = random(11)
    let open = () => {
      let workspace = new Workspace()
      for (let [path, text] of files) workspace.set(path, text)
      return workspace
    }
    let edited = open()
    let text = sentences.join('\n\n')
    for (let step = 0; step < 40; step++) {
      let at = pick(text.length)
      text = text.slice(0, at) + [...sentences, 'n', ' not ', '?', ''][pick(11)] + text.slice(at + pick(6))
      assert.deepEqual(findings(edited, text), findings(open(), text))
    }
  })
})
