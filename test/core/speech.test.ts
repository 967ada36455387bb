import assert from 'node:assert'
import { speechesAround, Workspace } from '../../server/core'

/** Who says what in a paragraph: `vell: We sail.`, a line each. */
function heard(text: string): string {
  let workspace = new Workspace()
  workspace.set(
    '/actors.yaml',
    `vell: {schema: Person, name: Ada Vell}
orr: {schema: Person, name: Jon Orr, alias: [the harbour master]}
mar: {schema: Person, name: Mar Tolen}
mir: {schema: Person, name: Mir Tolen}
guild: {schema: Organization, name: Pilots' Guild, weakAlias: [the guild]}
`
  )
  workspace.set(
    '/a.source.md',
    `---\ntitle: T\n---\nAda Vell and Jon Orr met. Mar Tolen and Mir Tolen did not.\n\n${text}\n`
  )
  let own = workspace.captured('a')!
  let at = own.text().indexOf(text)
  return speechesAround(workspace, own, { from: at, to: at })
    .map(({ actor, from, to }) => `${actor}: ${own.text().slice(from, to)}`)
    .join('\n')
}

describe('direct speech', () => {
  let cases: [text: string, expected: string][] = [
    ['“We sail,” said Ada Vell.', 'vell: We sail,'],
    ['“We sail,” Ada Vell said.', 'vell: We sail,'],
    ['“We sail,” says harbour pilot Ada Vell.', 'vell: We sail,'],
    ['“We sail,” said the pilot, Ada Vell.', 'vell: We sail,'],
    ['“We sail,” Ada Vell, who was late, told the board.', 'vell: We sail,'],
    ['“Do we sail?” asked Vell.', 'vell: Do we sail?'],
    ['Ada Vell said: “We sail.”', 'vell: We sail.'],
    ['Vell of the ferry line told reporters that “we sail” on Monday.', 'vell: we sail'],
    ['"We sail," Vell added.', 'vell: We sail,'],
    ["'We sail,' Vell added. 'It's late.'", "vell: We sail,\nvell: It's late."],
    ['‘We sail,’ Vell said.', 'vell: We sail,'],
    ['„We sail“, said Ada Vell.', 'vell: We sail'],
    ['“We sail,” the Pilots’ Guild said.', 'guild: We sail,'],
    ['“We sail”, according to Ada Vell.', 'vell: We sail'],
    ['According to Ada Vell, “we sail” on Monday.', 'vell: we sail'],
    ['“We sail,” Vell said on Friday. “Be there.” “No,” said Orr.', 'vell: We sail,\nvell: Be there.\norr: No,'],
    ['“We sail.” Vell said: “Be there.”', 'vell: Be there.'],
    // Nobody whom the words beside the marks name.
    ['“We sail,” she said.', ''],
    ['“We sail,” said the daughter of Ada Vell.', ''],
    ['“We sail,” a spokesman for Vell said.', ''],
    ['“We sail,” said Vell’s lawyer.', ''],
    ['“We sail,” Vell’s lawyer said.', ''],
    ['“We sail,” he told Ada Vell.', ''],
    ['“We sail,” Tolen said.', ''],
    ['The “Old Bell” is where Ada Vell said she was.', ''],
    ['Ada Vell said the board called it “a folly”.', ''],
    ['Vell said so. The paper wrote of “a folly”.', ''],
    ['Ada Vell waited. “We sail.”', '']
  ]
  for (let [text, expected] of cases) it(text, () => assert.equal(heard(text), expected))
})
