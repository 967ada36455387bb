import assert from 'node:assert'
import { checkFile, type Finding, Workspace } from '../../server/core'

// What the rules of likelihood and confidence say of single sentences, and what they leave in peace.

let asked = [
  'likelihood-with-confidence',
  'mixed-likelihood-rows',
  'foreign-likelihood-term',
  'likelihood-number',
  'vague-likelihood',
  'missing-likelihood',
  'confidence-term',
  'judgement-as-fact',
  'weasel-attribution',
  'forecast-without-horizon'
]

function findingsIn(text: string, profile: string, roots: string[] = []): Finding[] {
  let workspace = new Workspace()
  workspace.roots = roots
  workspace.set('/desk/x.note.md', text)
  let check = checkFile(workspace, '/desk/x.note.md', text, { profile })
  for (;;) {
    let step = check.next()
    if (step.done) return step.value.findings
  }
}

function checkText(text: string, expected: string[], profile = 'icd203') {
  let found = findingsIn(text, profile).filter(({ rule }) => asked.includes(rule))
  assert.deepEqual(
    found.map(({ rule, from, to }) => `${rule} “${text.slice(from, to)}”`),
    expected
  )
}

let quiet = (text: string, profile?: string) => it(text, () => checkText(text, [], profile))
let flags = (text: string, ...expected: string[]) => it(text, () => checkText(text, expected))
let split = (text: string, expected: string) =>
  it(text, () => {
    let found = findingsIn(text, 'icd203').find(({ rule }) => rule === 'likelihood-with-confidence')
    let edit = found?.fixes()[0]?.edits[0]
    assert.equal(edit && text.slice(0, edit.from) + edit.newText + text.slice(edit.to), expected)
  })

describe('a degree of likelihood', () => {
  describe('is none in', () => {
    quiet('In our view the likely source of the leak gives no high confidence bound.')
    quiet('We have high confidence in the count of likely voters.')
    quiet('We have high confidence that an unlikely hero came of it.')
    quiet('We have high confidence in what the remote area, its remote workers and a remote-controlled crane cost.')
    quiet('We have high confidence that the pier is remote from the town.')
    quiet('We have moderate confidence that there was no probable cause.')
    quiet('Likely sources are named in the annex, and we have high confidence in them.')
    quiet('We have high confidence that Likely Ltd. owns the pier.')
  })
  describe('is one in', () => {
    flags('We have high confidence that it is likely.', 'likelihood-with-confidence “high confidence”')
    flags('We assess the chance of frost as remote with low confidence.', 'likelihood-with-confidence “low confidence”')
    flags('The boats will likely sail, and our low confidence shows.', 'likelihood-with-confidence “low confidence”')
    flags(
      'In our view, with moderate\nconfidence, a\nvery\nunlikely event: it is very\nunlikely.',
      'likelihood-with-confidence “moderate\nconfidence”'
    )
  })
  describe('is vague in', () => {
    flags('Judgement: Perhaps the boats sail.', 'vague-likelihood “Perhaps”')
    flags('Judgement: It is possible that they sail.', 'vague-likelihood “It is possible that”')
    flags('We assess that they may have sailed.', 'vague-likelihood “may”')
  })
  describe('is not vague in', () => {
    quiet('In our view May is the month, and may it be dry under the terms.')
    quiet('We assess that as soon as they could sail, they did. We assess that the crew could not see the pier.')
    quiet('We assess its military might as small.')
    quiet('Indicator: The union may call a vote.')
    quiet('The minister said the boats might sail.')
    quiet('Judgement: A strike is not likely.')
    quiet('Judgement: The odds of a strike are even.')
  })
  describe('is foreign in', () => {
    flags('Judgement: It is extremely likely.', 'foreign-likelihood-term “extremely likely”')
    flags('Judgement: It is more likely than not that they sail.', 'foreign-likelihood-term “more likely than not”')
    quiet('Judgement: It is highly likely.', 'phia')
    quiet('Judgement: It is highly likely.', 'newsroom')
  })
  describe('has a number', () => {
    flags('Judgement: It is likely (90 %) to rain.', 'likelihood-number “90 %”')
    flags('Judgement: It is almost certain (50-60%).', 'likelihood-number “50-60%”')
    quiet('Judgement: It is likely (about 70%) to rain.')
    quiet('Judgement: It is likely (50.2 per cent said so in a poll).')
    quiet('Judgement: The 52 per cent who voted are likely to vote again.', 'phia')
    it('in a gap of PHIA’s yardstick', () =>
      checkText('We put it at a 22% chance.', ['likelihood-number “22%”'], 'phia'))
  })
})

describe('a confidence level', () => {
  flags('We have medium confidence in it.', 'confidence-term “medium”')
  quiet('The minister has full confidence in her officials.')
  quiet('In our view public confidence is weak.')
  quiet('In our view the motion of no confidence gave full confidence to nobody.')
  split(
    'Judgement: We have high confidence @m will likely go [^w].',
    'Judgement: We assess that @m will likely go [^w]. We have high confidence in this judgement.'
  )
  split(
    'We judge with high confidence that it is unlikely.',
    'We judge that it is unlikely. We have high confidence in this judgement.'
  )
  split('It is likely (low confidence).', 'It is likely. We have low confidence in this judgement.')
  split(
    '- It is likely; we have low confidence in this.\r\n',
    '- It is likely. We have low confidence in this judgement.\r\n'
  )
  split('It is likely, with medium confidence', 'It is likely. We have moderate confidence in this judgement.')
  split('It is likely, a view of low confidence.', undefined as unknown as string)
})

describe('a fact', () => {
  flags('Fact: The island will give way.', 'judgement-as-fact “will”')
  flags("Fact: The hinge won't hold.", "judgement-as-fact “won't”")
  quiet('Fact: The will of the people was ignored.')
  quiet('Fact: The ferry will leave at 10:30 on Mondays.')
  quiet('Fact: The new law, which will apply to all, was signed.')
  quiet('Fact: The minister warned that the island will give way.')
})

describe('an authority without a name', () => {
  flags('Critics argue that the pier is short.', 'weasel-attribution “Critics argue”')
  flags('It has been reported that the hinge is worn.', 'weasel-attribution “It has been reported”')
  quiet('The report shows some experts at work.')
  quiet('It was reported on Monday. It is thought-provoking.')
  quiet('Critics argue that the pier is short [^w].')
})

describe('a link to another note', () => {
  let links = (roots: string[], link: string) =>
    findingsIn(`See [it](${link}). Gap: x`, 'none', roots).filter(({ rule }) => rule === 'unknown-statement').length
  it('is not asked for outside the folders that are open', () =>
    assert.equal(links(['/desk'], '../old/y.note.md#a'), 0))
  it('is asked for inside them', () => assert.equal(links(['/desk'], 'y.note.md#a'), 1))
  it('is not asked for where one file is all that is known', () => assert.equal(links([], 'y.note.md#a'), 0))
  it('by label is asked for once, where the label is defined', () => {
    let text = 'Gap: See [it][y], [y] and [not][z].\n\n[y]: y.note.md#a "t"\n[z]: @arven\n'
    let found = findingsIn(text, 'none', ['/desk']).filter(({ rule }) => rule === 'unknown-statement')
    assert.deepEqual(
      found.map(({ from, to }) => text.slice(from, to)),
      ['y.note.md#a']
    )
  })
})
