import assert from 'node:assert'
import { passagesOf, sentenceAround, speakerAt, Workspace } from '../../server/core'

// Captured pages: their paragraphs stand on lines of their own, with and without a blank line between.
let page = `The pilot and the fog
By Mara Quill
The pilot of Senmere keeps a barometer and no clock, and she had asked for no questions in advance.
Quill: Do you miss it?
Brandt: I miss the mornings, and I do not miss the paper that they made us sign.
Nobody ever read it.
Did you think of going back?
She had not.
Quill: The council says the dredging will be done by April. Will it?
It will not, as they have one dredger.
Brandt: Look, I am not against the council.
Mara Quill writes again on Friday.
Comments
Orla Brandt: I never said so.
anonymous wrote: Nonsense.`

function workspace(front: string, text: string): Workspace {
  let made = new Workspace()
  made.set('/w/actors.yaml', 'brandt: {name: Orla Brandt}\nquill: {name: Mara Quill}\nsenmere: {name: Senmere}\n')
  made.set('/w/a.source.md', `---\ntitle: The pilot and the fog\n${front}\n---\n${text}\n`)
  return made
}

let interview = 'kind: interview\nspeakers: {Quill: quill, Brandt: brandt}'

describe('who speaks', () => {
  let cases: [words: string, interview: string, report: string][] = [
    ['The pilot of Senmere', 'nobody', 'nobody'],
    ['Do you miss it', 'quill', 'quill'],
    ['I miss the mornings', 'brandt', 'brandt'],
    ['Nobody ever read it', 'brandt, inferred', 'nobody'],
    // Behind a question somebody else speaks, as a rule, and nothing says who.
    ['She had not', 'nobody', 'nobody'],
    ['It will not', 'nobody', 'nobody'],
    ['I never said so', 'brandt', 'brandt'],
    ['Nonsense', 'brandt, inferred', 'nobody']
  ]
  let who = (front: string, text: string, words: string) => {
    let made = workspace(front, text)
    let own = made.captured('a')!
    let speaker = speakerAt(made, own, own.text().indexOf(words))
    return speaker ? `${speaker.actor}${speaker.inferred ? ', inferred' : ''}` : 'nobody'
  }
  for (let [words, inInterview, inReport] of cases) {
    it(`“${words}”`, () => {
      assert.equal(who(interview, page, words), inInterview)
      assert.equal(who(interview, page.replaceAll('\n', '\n\n'), words), inInterview)
      // Without declared speakers, actors' names are labels, and each labels its own paragraph only.
      let named = page
        .replaceAll(/^(?:Mara )?Quill:/gm, 'Mara Quill:')
        .replaceAll(/^(?:Orla )?Brandt:/gm, 'Orla Brandt:')
      assert.equal(who('kind: reporting', named, words), inReport)
    })
  }
  it('on, where lines of a turn are wrapped', () => {
    let wrapped =
      'Brandt: I miss the mornings, and I do not\nmiss the paper that they made us sign, nor\nthe string. It\nwas red.\nQuill: Yes.'
    assert.equal(who(interview, wrapped, 'was red'), 'brandt')
  })
})

describe('a passage', () => {
  let around = (text: string, words: string, front = interview) => {
    let own = workspace(front, text).captured('a')!
    let from = own.text().indexOf(words)
    return sentenceAround(own, { from, to: from + words.length }).text
  }
  it('does not reach over the end of a line that is a paragraph', () => {
    assert.equal(around(page, 'Mara Quill'), 'By Mara Quill')
    assert.equal(around(page, 'keeps a barometer'), page.split('\n')[2])
  })
  it('reaches over the line breaks of wrapped text', () =>
    assert.equal(
      around('The pilot\nof Senmere keeps\na barometer.\nShe said so\nin March.', 'keeps'),
      'The pilot\nof Senmere keeps\na barometer.'
    ))

  let passages = (front: string, actor: string) => {
    let made = workspace(front, page)
    let work = passagesOf(made, made.actor(actor)!)
    for (;;) {
      let step = work.next()
      if (step.done) return step.value.map(({ kind, sentence }) => `${kind}: ${sentence.text}`)
    }
  }
  let regions =
    '\nregions: [{kind: caption, from: "The pilot and", to: "The pilot of"}, {kind: comments, from: Comments}]'
  it('in which somebody speaks is their own, and no reader’s under their name', () => {
    assert.deepEqual(passages(interview + regions, 'brandt'), [
      'speaks: I miss the mornings, and I do not miss the paper that they made us sign.'
    ])
    assert.deepEqual(passages(`kind: reporting${regions}`, 'brandt'), ['named: Orla Brandt: I never said so.'])
    assert.deepEqual(passages(interview + regions, 'quill'), [
      'speaks: The council says the dredging will be done by April. Will it?'
    ])
  })
  it('that names somebody is a sentence before a byline or a caption', () =>
    assert.deepEqual(passages(`kind: reporting${regions}`, 'quill'), ['named: Mara Quill writes again on Friday.']))

  it('in which somebody is quoted comes behind their own turns, and before those that name them', () => {
    let made = workspace('issued: 2031-01-01\nspeakers: {Brandt: brandt}', 'Brandt: I miss the fog. And the bell.')
    made.set('/w/b.source.md', '---\nissued: 2031-03-01\n---\nThe pilot, Orla Brandt, lives in Senmere.\n')
    made.set('/w/c.source.md', '---\nissued: 2031-02-01\n---\nIt rained. “We sail, fog or no fog,” Orla Brandt said.\n')
    let work = passagesOf(made, made.actor('brandt')!)
    for (let step = work.next(); ; step = work.next()) {
      if (!step.done) continue
      assert.deepEqual(
        step.value.map(({ kind, captured, from, to }) => `${kind}: ${captured.slice(from, to)}`),
        ['speaks: I miss the fog. And the bell.', 'quoted: We sail, fog or no fog', 'named: Orla Brandt']
      )
      break
    }
  })
})
